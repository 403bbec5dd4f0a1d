import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Json } from '../domain/json.ts'
import type { Footage } from '../domain/take.ts'
import type { ProductionStore, Removal } from '../ports/production-store.ts'
import type { Database } from './database.ts'
import { letGo } from './ledger-holds.ts'
import { lockRun } from './ledger-locks.ts'
import { lockLiving } from './production-rows.ts'
import { jsonb } from './stored-json.ts'
import type { Tables } from './tables.ts'

/** What a tombstone keeps of its deletion, as its one document: it stays, and tells whose footage was to be destroyed. */
type StoredRemoval = {
  readonly schema: 'removal@1'
  readonly purge: boolean
  readonly isDone: boolean
  /** Files the run had to do with when it was deleted: kept on the shelf, or to be destroyed; empty when all were. */
  readonly hashes: readonly string[]
}

interface Owner {
  readonly tenant: string
  readonly production: string
}

/** Deleting a tenant's productions: rows first, in one transaction; files after, as often as it takes. */
export const removalStore = (
  database: Database,
  tenant: string,
): Pick<
  ProductionStore,
  'remove' | 'removal' | 'purgeShelf' | 'finishRemoval' | 'holders' | 'unheld'
> => ({
  remove: (production, purge) =>
    database.write((tables) => remove(tables, { tenant, production }, purge)),
  removal: (production) => database.read((tables) => findRemoval(tables, { tenant, production })),
  purgeShelf: (production) =>
    database.write(async (tables) => {
      const owner = { tenant, production }
      const stored = await requireRemoval(tables, owner)
      const hashes = await hashesOf(tables, owner)
      await writeRemoval(tables, owner, { ...stored, purge: true, isDone: false, hashes })
      await destroyTakes(tables, owner)
    }),
  finishRemoval: (production) =>
    database.write(async (tables) => {
      const stored = await requireRemoval(tables, { tenant, production })
      const hashes = stored.purge ? [] : stored.hashes
      await writeRemoval(tables, { tenant, production }, { ...stored, isDone: true, hashes })
    }),
  holders: () =>
    database.read(async (tables) => {
      const { rows } = await sql<{ hash: string; isLiving: boolean }>`
        select held.hash, bool_or(run.id is not null and run.deleted_at is null) as "isLiving"
        from (${allHashes}) as held left join claude_studio.productions as run
          on run.tenant = held.tenant and run.id = held.production
        group by held.hash`.execute(tables)
      return new Map(rows.map(({ hash, isLiving }) => [hash, isLiving ? 'run' : 'shelf']))
    }),
  unheld: (hashes) => database.read((tables) => withoutShared(tables, hashes)),
})

/** Leaves a tombstone, so that whoever still works on the run is told, and so that its money keeps its owner. */
const remove = async (tables: Transaction<Tables>, owner: Owner, purge: boolean): Promise<void> => {
  const { tenant, production } = owner
  const run = await lockRun(tables, tenant, production)
  await lockLiving(tables, tenant, production)
  await letGo(tables, run, 'the run was deleted before it was sent')
  const hashes = await hashesOf(tables, owner)
  for (const table of ['documents', 'events', 'progress'] as const) {
    await tables
      .deleteFrom(table)
      .where('tenant', '=', tenant)
      .where('production', '=', production)
      .execute()
  }
  await writeRemoval(tables, owner, { schema: 'removal@1', purge, isDone: false, hashes })
  await shelveTakes(tables, owner)
  if (purge) await destroyTakes(tables, owner)
  await tables
    .updateTable('productions')
    .set({
      ...{ brief: null, concept: '', reason: 'deleted', wanted: 'cancel', state: 'cancelled' },
      deleted_at: sql<string>`clock_timestamp()`,
      updated_at: sql<string>`clock_timestamp()`,
    })
    .where((where) => where.and({ tenant, id: production }))
    .execute()
}

const destroyed: Footage = { kind: 'missing', reason: 'destroyed when its run was deleted' }

const shelveTakes = async (
  tables: Transaction<Tables>,
  { tenant, production }: Owner,
): Promise<void> => {
  await tables
    .updateTable('takes')
    .set({ shelved_at: sql<string>`clock_timestamp()` })
    .where((where) => where.and({ tenant, production }))
    .execute()
}

const destroyTakes = async (
  tables: Transaction<Tables>,
  { tenant, production }: Owner,
): Promise<void> => {
  await sql`
    update claude_studio.takes set body = jsonb_set(body, '{footage}', ${JSON.stringify(destroyed)}::jsonb)
    where tenant = ${tenant} and production = ${production}`.execute(tables)
  await tables
    .deleteFrom('found_clips')
    .where('tenant', '=', tenant)
    .where('production', '=', production)
    .execute()
}

const writeRemoval = async (
  tables: Transaction<Tables>,
  { tenant, production }: Owner,
  removal: StoredRemoval,
): Promise<void> => {
  const body = jsonb<Json>(removal)
  await tables
    .insertInto('documents')
    .values({ tenant, production, kind: 'removal', key: 'current', body })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'production', 'kind', 'key']).doUpdateSet({ body }),
    )
    .execute()
}

const storedRemoval = async (
  tables: Kysely<Tables>,
  { tenant, production }: Owner,
): Promise<StoredRemoval | null> => {
  const row = await tables
    .selectFrom('documents')
    .select('body')
    .where((where) => where.and({ tenant, production, kind: 'removal', key: 'current' }))
    .executeTakeFirst()
  return row ? (row.body as unknown as StoredRemoval) : null
}

const requireRemoval = async (tables: Kysely<Tables>, owner: Owner): Promise<StoredRemoval> => {
  const stored = await storedRemoval(tables, owner)
  if (stored) return stored
  throw new TypeError(`Run ${owner.production} was not deleted`)
}

const findRemoval = async (tables: Kysely<Tables>, owner: Owner): Promise<Removal | null> => {
  const stored = await storedRemoval(tables, owner)
  if (!stored) return null
  const { output_dir: outputDir } = await tables
    .selectFrom('productions')
    .select('output_dir')
    .where((where) => where.and({ tenant: owner.tenant, id: owner.production }))
    .executeTakeFirstOrThrow()
  const { purge, isDone, hashes } = stored
  // What was still on order when the run was deleted may have come in since.
  const own = purge ? [...new Set([...hashes, ...(await hashesOf(tables, owner))])] : []
  return { outputDir, isShelved: !purge, isDone, hashes: await withoutShared(tables, own) }
}

/** Every file name a production's rows hold, in whatever document, superseded ones too. Other hashes among them name no file. */
const hashesOf = async (
  tables: Kysely<Tables>,
  { tenant, production }: Owner,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ hash: string }>`
    select distinct hash from (
      ${allHashes} union all
      select tenant, production, key from claude_studio.documents where kind = 'superseded'
    ) as held
    where tenant = ${tenant} and production = ${production}`.execute(tables)
  return rows.map(({ hash }) => hash)
}

/**
 * Those that no run of any tenant has to do with: equal orders give equal bytes, and one file is one for all. The
 * shelves of deleted runs count too, but for those whose footage was to be destroyed.
 */
const withoutShared = async (
  tables: Kysely<Tables>,
  hashes: readonly string[],
): Promise<readonly string[]> => {
  if (hashes.length === 0) return []
  const { rows } = await sql<{ hash: string }>`
    select distinct hash from (${allHashes}) as held
    where hash = any(${[...hashes]}) and not exists (
      select from claude_studio.documents as removal
      where removal.tenant = held.tenant and removal.production = held.production
        and removal.kind = 'removal' and removal.body @> '{"purge": true}')`.execute(tables)
  const shared = new Set(rows.map(({ hash }) => hash))
  return hashes.filter((hash) => !shared.has(hash))
}

/** SHA-256 in hex, wherever it stands in the rows of every run; files that a run has superseded are not held by it. */
const allHashes = sql`
  select tenant, id as production, (regexp_matches(brief::text, '[0-9a-f]{64}', 'g'))[1] as hash
    from claude_studio.productions
  union all
  select tenant, production, (regexp_matches(body::text, '[0-9a-f]{64}', 'g'))[1]
    from claude_studio.documents where kind <> 'superseded'
  union all
  select tenant, production, (regexp_matches(body::text, '[0-9a-f]{64}', 'g'))[1]
    from claude_studio.takes
  union all
  select tenant, production, output_hash from claude_studio.orders where output_hash is not null
  union all
  select tenant, production, hash from claude_studio.found_clips`

import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Brief } from '../domain/brief.ts'
import { StudioError } from '../domain/errors.ts'
import type { Production } from '../domain/production.ts'
import { isRunId, runBusy, stages, testNote } from '../domain/production.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { Database } from './database.ts'
import { documentStore } from './document-store.ts'
import { eventStore } from './event-store.ts'
import { letGo } from './ledger-holds.ts'
import { ensureTenant, lockRun } from './ledger-locks.ts'
import {
  checkLiving,
  isTestOf,
  listedColumns,
  lockLiving,
  productionFromRow,
  unknownRun,
} from './production-rows.ts'
import { removalStore } from './removal-store.ts'
import { jsonb, storableText } from './stored-json.ts'
import type { Tables } from './tables.ts'
import { reviewStore, takeStore } from './take-store.ts'
import { upgradeDocument } from './upgrade-document.ts'

/** A tenant's productions. */
export const productionStore = (database: Database, tenant: string): ProductionStore => ({
  create: (production) => database.write((tables) => create(tables, tenant, production)),
  get: (id) => database.read((tables) => find(tables, tenant, id)),
  brief: (id) =>
    database.read(async (tables) => {
      await checkLiving(tables, tenant, id)
      const row = await tables
        .selectFrom('productions')
        .select('brief')
        .where((where) => where.and({ tenant, id }))
        .executeTakeFirst()
      if (!row?.brief) throw unknownRun(id)
      return upgradeDocument<Brief>(row.brief)
    }),
  list: (limit, kind) =>
    database.read(async (tables) => {
      const all = tables
        .selectFrom('productions')
        .select(listedColumns)
        .where('tenant', '=', tenant)
        .where('deleted_at', 'is', null)
      const wanted =
        kind === undefined
          ? all
          : all.where(isTestOf('productions'), kind === 'tests' ? 'is' : 'is not', true)
      const newest = wanted.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit)
      return (await newest.execute()).map(productionFromRow)
    }),
  update: (id, fields) => database.write((tables) => update(tables, tenant, id, fields)),
  asDirector: (id, run) => asDirector(database, tenant, id, run),
  directed: async (ids) => {
    const held = await database.locked(ids.map((id) => directorLock(tenant, id)))
    return new Set(ids.filter((id) => held.has(directorLock(tenant, id))))
  },
  ...removalStore(database, tenant),
  ...documentStore(database, tenant),
  ...takeStore(database, tenant),
  ...reviewStore(database, tenant),
  ...eventStore(database, tenant),
})

const find = async (
  tables: Kysely<Tables>,
  tenant: string,
  id: string,
): Promise<Production | null> => {
  const row = await tables
    .selectFrom('productions')
    .select(listedColumns)
    .where((where) => where.and({ tenant, id }))
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row ? productionFromRow(row) : null
}

const create = async (
  tables: Transaction<Tables>,
  tenant: string,
  production: Parameters<ProductionStore['create']>[0],
): Promise<Production> => {
  const { id, brief, outputDir, until, isTest = false } = production
  if (!isRunId(id)) {
    throw new StudioError({
      code: 'bad-input',
      message: `"${id.slice(0, 80)}" cannot be a run's id. Use 1 to 64 letters, digits, "_" and "-", the first a letter or digit.`,
    })
  }
  await ensureTenant(tables, tenant)
  const row = await tables
    .insertInto('productions')
    .values({
      ...{ tenant, id, until, funds: brief.funds, output_dir: outputDir },
      ...{ state: 'running', stage: stages[0], wanted: 'run', reason: '', attempt: 1 },
      concept: storableText(brief.concept),
      brief: jsonb(brief),
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing())
    .returning(listedColumns)
    .executeTakeFirst()
  if (!row) {
    throw new StudioError({
      code: 'already-exists',
      message: `The run id "${id}" is taken, by a run that exists or by the money trail of a deleted one. Nothing was changed. Choose another with --run-id.`,
    })
  }
  await tables
    .insertInto('ledger_accounts')
    .values({ tenant, production: id, funds: brief.funds, cap: brief.budget })
    .execute()
  if (isTest) await noteTest(tables, tenant, id)
  return { ...productionFromRow(row), isTest }
}

/** With the row or not at all: what is cut off between the two would be listed as a film. */
const noteTest = async (
  tables: Transaction<Tables>,
  tenant: string,
  production: string,
): Promise<void> => {
  await tables
    .insertInto('documents')
    .values({ tenant, production, kind: 'note', key: testNote, body: jsonb(true) })
    .execute()
}

const update = async (
  tables: Transaction<Tables>,
  tenant: string,
  id: string,
  fields: Parameters<ProductionStore['update']>[1],
): Promise<Production> => {
  const run = fields.wanted === 'cancel' ? await lockRun(tables, tenant, id) : null
  const head = await lockLiving(tables, tenant, id)
  if (run) await letGo(tables, run, 'the run was cancelled before it was sent')
  const { reason, state, wanted, ...rest } = fields
  const row = await tables
    .updateTable('productions')
    .set({
      ...rest,
      ...(head.wanted !== 'cancel' && {
        ...(reason !== undefined && { reason: storableText(reason) }),
        ...(state !== undefined && { state }),
        ...(wanted !== undefined && { wanted }),
      }),
      updated_at: sql<string>`clock_timestamp()`,
    })
    .where((where) => where.and({ tenant, id }))
    .returning(listedColumns)
    .executeTakeFirstOrThrow()
  return productionFromRow(row)
}

const directorLock = (tenant: string, id: string): string =>
  `claude-studio director\n${tenant}\n${id}`

/** How long the lock of a process that has just died may take to be seen free, in ms. */
const directorPatienceMs = 3000

const asDirector = async <Result>(
  database: Database,
  tenant: string,
  id: string,
  run: () => Promise<Result>,
): Promise<Result> => {
  const giveUpAt = performance.now() + directorPatienceMs
  for (;;) {
    const release = await database.tryLock(directorLock(tenant, id))
    if (release) return run().finally(release)
    if (performance.now() >= giveUpAt) break
    await sleep(100)
  }
  throw runBusy(id)
}

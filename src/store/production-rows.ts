import type { AliasedRawBuilder, Kysely, RawBuilder, Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import { StudioError } from '../domain/errors.ts'
import { type Production, testNote } from '../domain/production.ts'
import type { ProductionTable, Tables } from './tables.ts'

/**
 * Whether a run is a test of a provider, as its note says.
 *
 * @param runs name that the table of productions has in the query
 */
export const isTestOf = (runs: string): RawBuilder<boolean> => sql<boolean>`exists(
  select from claude_studio.documents note
  where note.tenant = ${sql.ref(`${runs}.tenant`)} and note.production = ${sql.ref(`${runs}.id`)}
    and note.kind = 'note' and note.key = ${testNote})`

const isTest: AliasedRawBuilder<boolean, 'is_test'> = isTestOf('productions').as('is_test')

/** Columns of a production as listed; the brief stays where it is. */
const plainColumns: readonly ListedColumn[] = [
  'id',
  'concept',
  'state',
  'stage',
  'until',
  'wanted',
  'funds',
  'output_dir',
  'reason',
  'attempt',
  'created_at',
  'updated_at',
]

/** What every list of productions selects; needs no other table beside `productions`. */
export const listedColumns: readonly (ListedColumn | typeof isTest)[] = [...plainColumns, isTest]

type ListedColumn = Exclude<keyof ProductionTable, 'tenant' | 'brief' | 'last_seq' | 'deleted_at'>

/** A production as the domain knows it. */
export const productionFromRow = (
  row: Pick<Selectable<ProductionTable>, ListedColumn> & { readonly is_test: boolean },
): Production => ({
  id: row.id,
  concept: row.concept,
  state: row.state,
  stage: row.stage,
  until: row.until,
  wanted: row.wanted,
  funds: row.funds,
  outputDir: row.output_dir,
  isTest: row.is_test,
  reason: row.reason,
  attempt: row.attempt,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** What everybody who writes to a production needs to know of it. */
export type ProductionHead = Pick<
  Selectable<ProductionTable>,
  'funds' | 'wanted' | 'deleted_at' | 'last_seq'
>

/**
 * Lock a production's row, a tombstone too.
 *
 * @throws StudioError `not-found`
 */
export const lockProduction = async (
  tables: Transaction<Tables>,
  tenant: string,
  id: string,
): Promise<ProductionHead> => {
  const row = await tables
    .selectFrom('productions')
    .select(['funds', 'wanted', 'deleted_at', 'last_seq'])
    .where((where) => where.and({ tenant, id }))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw unknownRun(id)
  return row
}

/**
 * Lock a production's row for writing to it.
 *
 * @throws StudioError `not-found`, `run-deleted`
 */
export const lockLiving = async (
  tables: Transaction<Tables>,
  tenant: string,
  id: string,
): Promise<ProductionHead> => {
  const row = await lockProduction(tables, tenant, id)
  if (row.deleted_at !== null) throw deletedRun(id)
  return row
}

/**
 * Check that a production is there, without waiting for whoever has it locked.
 *
 * @throws StudioError `not-found`, `run-deleted`
 */
export const checkLiving = async (
  tables: Kysely<Tables>,
  tenant: string,
  id: string,
): Promise<void> => {
  const row = await tables
    .selectFrom('productions')
    .select('deleted_at')
    .where((where) => where.and({ tenant, id }))
    .executeTakeFirst()
  if (!row) throw unknownRun(id)
  if (row.deleted_at !== null) throw deletedRun(id)
}

/** The error for a run that never was. */
export const unknownRun = (id: string): StudioError =>
  new StudioError({
    code: 'not-found',
    message: `There is no run "${id}". \`npx --no-install claude-studio runs list\` shows those there are.`,
  })

/** The error for writing to a run that was deleted. */
export const deletedRun = (id: string): StudioError =>
  new StudioError({
    code: 'run-deleted',
    message: `Run "${id}" was deleted while it worked. Nothing more is done for it; what was paid for is on the shelf.`,
  })

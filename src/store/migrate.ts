import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { StudioError } from '../domain/errors.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './tables.ts'
import { schemaName } from './tables.ts'

/**
 * Bring the tables to this version: one transaction under an advisory lock, so that any number of processes may
 * start at once and a crash leaves the old version whole.
 *
 * @throws StudioError `home-too-new` when the tables are from a newer version of the studio
 */
export const migrate = async (database: Kysely<Tables>): Promise<void> => {
  if ((await versionOf(database)) === migrations.length) return
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('claude-studio migrations', 0))`.execute(
      transaction,
    )
    const from = await versionOf(transaction)
    if (from === 0) await prepare(transaction)
    for (const [index, migration] of migrations.entries()) {
      const version = index + 1
      if (version <= from) continue
      for (const statement of migration) await sql.raw(statement).execute(transaction)
      await sql`insert into claude_studio.schema_version (version) values (${version})`.execute(
        transaction,
      )
    }
  })
}

/** Version of the home, 0 for an empty database. */
const versionOf = async (database: Kysely<Tables>): Promise<number> => {
  // A real look into the catalogue: to_regclass may answer from a cache that an advisory lock does not refresh, and
  // then misses what another process has just committed.
  const found = await sql<{ there: boolean }>`
    select exists (select from pg_catalog.pg_class t
      join pg_catalog.pg_namespace s on s.oid = t.relnamespace
      where s.nspname = ${schemaName} and t.relname = 'schema_version') as there`.execute(database)
  if (!found.rows[0]?.there) return 0
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0)::integer as version from claude_studio.schema_version`.execute(
    database,
  )
  const version = rows[0]?.version ?? 0
  if (version > migrations.length) {
    throw new StudioError({
      code: 'home-too-new',
      message: `This home's database is at version ${version}; this program knows versions up to ${migrations.length}. Nothing was changed. Update claude-studio-producer, or use another home (CLAUDE_STUDIO_HOME).`,
    })
  }
  return version
}

const prepare = async (database: Kysely<Tables>): Promise<void> => {
  // Asked first: a role may use a schema that was made for it and still not be allowed to make one.
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from pg_catalog.pg_namespace where nspname = ${schemaName}) as there`.execute(
    database,
  )
  if (!rows[0]?.there) await sql`create schema claude_studio`.execute(database)
  await sql`create table if not exists claude_studio.schema_version (
    version integer primary key,
    applied_at timestamptz not null default clock_timestamp()
  )`.execute(database)
}

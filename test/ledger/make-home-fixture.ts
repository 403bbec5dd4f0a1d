import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openStore } from '../../src/store/database.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { testDatabase } from '../support/test-database.ts'
import { fillHome, readHome } from './sample-home.ts'

/**
 * Writes `home-vN.sql`, a home as this version of the studio leaves it, and `home-vN.json`, what it reads from it.
 * Run once for each released version, `node test/ledger/make-home-fixture.ts`, and commit what it made: the
 * statements are copied from the migrations, so that the file stays as it is whatever becomes of them. The `.json` is
 * what the newest version reads: a new upgrade of a document adds its fields there by hand.
 */
const folder = join(import.meta.dirname, '../../src/store/__fixtures__')
const version = migrations.length
const home = await testDatabase()
try {
  const database = await openStore({ url: home.url })
  await fillHome(database)
  const read = await readHome(database)
  await database.close()
  const statements = [...frame(), ...migrations.flat(), ...(await rowsOf(home.url))]
  // `wx`: a home that was released does not change.
  const once = { flag: 'wx' }
  await writeFile(join(folder, `home-v${version}.sql`), `${statements.join(';\n')};\n`, once)
  await writeFile(join(folder, `home-v${version}.json`), `${JSON.stringify(read, null, 2)}\n`, once)
} finally {
  await home.close()
}

function frame(): readonly string[] {
  return [
    'create schema claude_studio',
    `create table claude_studio.schema_version (
    version integer primary key,
    applied_at timestamptz not null default clock_timestamp()
  )`,
  ]
}

async function rowsOf(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'claude_studio'::regnamespace
        and relkind = 'r' order by relname not in ('tenants', 'productions'), relname`,
    )
    const inserts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ insert: string }>(
        `select format('insert into claude_studio.%I select * from jsonb_populate_record(null::claude_studio.%I, %L)',
          '${name}', '${name}', to_jsonb(t)) as insert from claude_studio.${name} t order by t::text`,
      )
      inserts.push(...rows.map(({ insert }) => insert))
    }
    const { rows: counters } = await client.query<{ reset: string }>(
      `select format('select setval(%L, %s)', sequencename_of, last) as reset from (
        select schemaname || '.' || sequencename as sequencename_of, last_value as last
        from pg_sequences where schemaname = 'claude_studio' and last_value is not null) s`,
    )
    return [...inserts, ...counters.map(({ reset }) => reset)]
  } finally {
    await client.end()
  }
}

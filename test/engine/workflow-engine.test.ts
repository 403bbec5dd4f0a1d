import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../../src/domain/json.ts'
import {
  type DbosEngineOptions,
  dbosWorkflowEngine,
} from '../../src/engine/dbos-workflow-engine.ts'
import { databaseStatus, ensureDatabase } from '../../src/engine/embedded-postgres.ts'
import type { Workflow, WorkflowEngine } from '../../src/ports/workflow.ts'
import { makeHome, removeHome, type TestDatabase, testDatabase } from '../support/test-database.ts'

const processPath = fileURLToPath(new URL('workflow-engine-process.ts', import.meta.url))

let server: TestDatabase
let database: TestDatabase
let client: pg.Client
let engines: WorkflowEngine[] = []
let children: ChildProcess[] = []

beforeAll(async () => {
  // Held for the whole file, so that the tests' own databases do not each start a server.
  server = await testDatabase()
})
afterAll(() => server.close())
beforeEach(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterEach(async () => {
  for (const engine of engines) await engine.close()
  for (const child of children) child.kill('SIGKILL')
  engines = []
  children = []
  await client.end()
  await database.close()
})

const launch = async (
  workflows: readonly Workflow<Json, Json>[],
  options: Partial<DbosEngineOptions> = {},
): Promise<WorkflowEngine> => {
  const engine = dbosWorkflowEngine({
    url: database.url,
    log: () => undefined,
    closePatienceMs: 0,
    ...options,
  })
  for (const workflow of workflows) engine.register(workflow)
  await engine.launch()
  engines.push(engine)
  return engine
}

const end = async (engine: WorkflowEngine): Promise<void> => {
  engines = engines.filter((one) => one !== engine)
  await engine.close()
}

const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await pause(10)
}

/** Steps that wait to be let go one by one; `begun` counts how often any began. */
const turnstile = (steps: number) => {
  let open = 0
  const state = { begun: 0, letThrough: (count: number) => (open += count) }
  const workflow: Workflow<Json, Json> = {
    name: 'turnstile',
    run: async (context) => {
      for (let step = 1; step <= steps; step += 1) {
        await context.step(`step ${step}`, async () => {
          state.begun += 1
          await until(() => open >= step)
          return step
        })
      }
      return 'through'
    },
  }
  return { state, workflow }
}

const dropLockConnections = (): Promise<unknown> =>
  client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'claude-studio executor' AND datname = current_database()`,
  )

/** Asked from another database of the server: one cannot close the database one is in. */
const closeToNewConnections = async (): Promise<void> => {
  const url = new URL(database.url)
  const name = url.pathname.slice(1)
  url.pathname = '/claude_studio'
  const outside = new pg.Client({ connectionString: url.href })
  await outside.connect()
  await outside.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await outside.end()
}

const otherProcess = (id: string): { child: ChildProcess; output: () => string } => {
  const child = spawn(process.execPath, [processPath, database.url, id])
  children.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
    })
  }
  return { child, output: () => text }
}

describe('several processes', () => {
  it('four first launches at once on an empty database all work, and print nothing', async () => {
    const all = [1, 2, 3, 4].map(() => otherProcess('-'))
    await Promise.all(all.map(({ child }) => once(child, 'close')))
    expect(all.map(({ child, output }) => [child.exitCode, output()])).toEqual(
      all.map(() => [0, '']),
    )
  })

  it('a living process keeps its runs; once it is killed they are taken over', async () => {
    const { child, output } = otherProcess('p1/endless/1')
    await until(() => output().includes('under way'))
    const seen: Json[] = []
    const endless: Workflow<Json, Json> = {
      name: 'endless',
      run: async (context) => {
        for (let step = 1; step <= 2; step += 1) {
          seen.push(await context.step(`step ${step}`, async () => 'ran again'))
        }
        return 'ended here'
      },
    }
    const engine = await launch([endless])
    expect(await engine.recover()).toEqual([])
    child.kill('SIGKILL')
    await once(child, 'close')
    let taken: readonly string[] = []
    // The server needs a moment to see that the other end is gone.
    await until(async () => {
      taken = await engine.recover()
      return taken.length > 0
    })
    expect(taken).toEqual(['p1/endless/1'])
    const handle = await engine.start(endless, 'p1/endless/1', null)
    expect(await handle.result()).toBe('ended here')
    expect(seen[0]).toBe(1)
  })
})

describe('a run that kills its executors', () => {
  it('is given up as failed after the takeovers allowed, counted from its last recorded step', async () => {
    const { state, workflow } = turnstile(2)
    const allowed = { mostTakeovers: 2 }
    let engine = await launch([workflow], allowed)
    await engine.start(workflow, 'p1/turnstile/1', null)
    let begun = 0
    const next = async (): Promise<readonly string[]> => {
      await until(() => state.begun > begun)
      begun = state.begun
      await end(engine)
      engine = await launch([workflow], allowed)
      return engine.recover()
    }
    expect(await next()).toHaveLength(1)
    expect(await next()).toHaveLength(1)
    await until(() => state.begun > begun)
    begun = state.begun
    state.letThrough(1)
    // One step recorded: the count begins anew.
    expect(await next()).toHaveLength(1)
    expect(await next()).toHaveLength(1)
    expect(await next()).toEqual([])
    expect(await engine.state('p1/turnstile/1')).toBe('failed')
    const handle = await engine.start(workflow, 'p1/turnstile/1', null)
    await expect(handle.result()).rejects.toThrow()
  })
})

it('a run begun by another version of the bodies is ended, not replayed', async () => {
  const { state, workflow } = turnstile(2)
  const older = await launch([workflow], { bodiesVersion: 'older' })
  await older.start(workflow, 'p1/turnstile/1', null)
  await until(() => state.begun === 1)
  await end(older)
  const engine = await launch([workflow])
  expect(await engine.recover('p1/')).toEqual([])
  expect(await engine.state('p1/turnstile/1')).toBe('cancelled')
  state.letThrough(2)
  expect(await (await engine.start(workflow, 'p1/turnstile/2', null)).result()).toBe('through')
})

describe('the lock of an executor', () => {
  it('is taken again when its connection dropped, and the run goes on', async () => {
    const { state, workflow } = turnstile(3)
    const log: string[] = []
    const engine = await launch([workflow], { log: (message) => log.push(message) })
    const handle = await engine.start(workflow, 'p1/turnstile/1', null)
    await until(() => state.begun === 1)
    await dropLockConnections()
    await until(() => log.some((line) => line.includes('dropped')))
    state.letThrough(3)
    expect(await handle.result()).toBe('through')
    expect(log.some((line) => line.includes('held again'))).toBe(true)
  })

  it('lost for good, the engine says so once and begins no step more', async () => {
    const { state, workflow } = turnstile(3)
    let lost = 0
    const engine = await launch([workflow], {
      lockPatienceMs: 500,
      onLost: () => {
        lost += 1
      },
    })
    const handle = await engine.start(workflow, 'p1/turnstile/1', null)
    const outcome = handle.result().catch((error: Error) => error.message)
    await until(() => state.begun === 1)
    // Refuse new connections: what is lost now cannot come back.
    await closeToNewConnections()
    await dropLockConnections()
    await until(() => lost === 1)
    state.letThrough(3)
    expect(await outcome).toMatch(/before p1\/turnstile\/1 ended/)
    await pause(300)
    expect({ begun: state.begun, lost }).toEqual({ begun: 1, lost: 1 })
  })
})

describe('one process', () => {
  it('has one engine at a time', async () => {
    await launch([])
    await expect(launch([])).rejects.toThrow(TypeError)
  })

  it('a run started from within a step belongs to nobody: it does not end with the starter', async () => {
    const { state, workflow } = turnstile(1)
    let engine: WorkflowEngine | null = null
    const starter: Workflow<Json, Json> = {
      name: 'starter',
      run: async (context) =>
        context.step('start the next stage', async () => {
          await engine?.start(workflow, 'p1/next/1', null)
          return null
        }),
    }
    engine = await launch([starter, workflow])
    await (await engine.start(starter, 'p1/starter/1', null)).result()
    await engine.cancel('p1/starter/1')
    state.letThrough(1)
    expect(await (await engine.start(workflow, 'p1/next/1', null)).result()).toBe('through')
  })

  it('prepares its tables for the version of DBOS that is installed', async () => {
    await launch([])
    const manifest = new URL('../../package.json', import.meta.url)
    const { dependencies } = JSON.parse(await readFile(manifest, 'utf8'))
    const found = await client.query<{ version: string }>('SELECT version FROM engine.installed')
    expect(found.rows[0]?.version).toContain(`dbos ${dependencies['@dbos-inc/dbos-sdk']},`)
  })
})

describe('kill -9 of the database server in the middle of a run', () => {
  const runThrough = async (meanwhile: () => void): Promise<void> => {
    const home = await makeHome('engine')
    const embedded = await ensureDatabase({ home, idleSeconds: 1 })
    try {
      const { state, workflow } = turnstile(6)
      const engine = await launch([workflow], { url: embedded.url })
      const handle = await engine.start(workflow, 'p1/turnstile/1', null)
      await until(() => state.begun === 1)
      process.kill((await databaseStatus(home)).serverPid ?? 0, 'SIGKILL')
      meanwhile()
      state.letThrough(6)
      expect(await handle.result()).toBe('through')
      await end(engine)
    } finally {
      await embedded.close()
      await removeHome(home)
    }
  }

  it('comes back and the run ends well', () => runThrough(() => undefined))

  it('ends well too when the next write meets a pipe that nobody reads any more', () =>
    runThrough(() => {
      // Deaf while the server dies: the step is recorded before this process hears of it.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
    }))
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

const kills = 50
const slowestStepMs = 40
const processPath = fileURLToPath(new URL('continuity-chaos-process.ts', import.meta.url))

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    'CREATE TABLE chaos_log (line int GENERATED ALWAYS AS IDENTITY, workflow_id text, step text)',
  )
})
afterAll(async () => {
  await client.end()
  await database.close()
})

it('three continuity groups, killed and resumed 50 times, end in the right frames and no recorded step runs again', async () => {
  let killed = 0
  const productions: string[] = []
  while (killed < kills) {
    const production = `film${productions.length + 1}`
    productions.push(production)
    let result: unknown = null
    while (result === null) {
      const outcome = await shootUntil(production, killed < kills ? Math.random() * 700 : null)
      if (outcome.killed) killed += 1
      result = outcome.result
    }
    expect(result, production).toEqual([1, 2, 3].map(lastFrame))
  }
  expect(killed).toBe(kills)
  await expectNoRecordedStepRanAgain(productions)
  // Kills that never hit an open step would prove nothing.
  expect(await interruptedSteps()).toBeGreaterThan(0)
})

/** The same arithmetic as the process's, done without an engine. */
const lastFrame = (first: number): number => {
  let frame = first
  for (let shot = 1; shot <= 12; shot += 1) frame = (frame * 31 + shot) % 1_000_003
  return frame
}

/** Run or resume a production; with a delay, kill it so long after it got under way, unless it ended before. */
const shootUntil = async (
  production: string,
  killAfterMs: number | null,
): Promise<{ readonly killed: boolean; readonly result: unknown }> => {
  const child = spawn(
    process.execPath,
    [processPath, database.url, production, String(slowestStepMs)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const output = collect(child)
  const closed = once(child, 'close')
  if (killAfterMs !== null) {
    while (!output.text.includes('running') && child.exitCode === null) await pause(5)
    await Promise.race([pause(killAfterMs), closed])
    child.kill('SIGKILL')
  }
  await closed
  expect(output.errors).toBe('')
  const [, line] = output.text.split('\n')
  if (line !== undefined && line !== '') return { killed: false, result: JSON.parse(line) }
  expect(child.signalCode).toBe('SIGKILL')
  return { killed: true, result: null }
}

const collect = (child: ChildProcess): { text: string; errors: string } => {
  const output = { text: '', errors: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    output.text += chunk.toString('utf8')
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    output.errors += chunk.toString('utf8')
  })
  return output
}

/** A recorded result names the log line of the run that made it: a later line of the same step is a second run. */
const expectNoRecordedStepRanAgain = async (productions: readonly string[]): Promise<void> => {
  const found = await client.query<{
    workflow_id: string
    step: string
    recorded: number
    last: number
  }>(
    `SELECT log.workflow_id, log.step, max(log.line) AS last,
       (substring(recorded.output FROM '"line":([0-9]+)'))::int AS recorded
     FROM chaos_log AS log
     JOIN dbos.operation_outputs AS recorded
       ON recorded.workflow_uuid = log.workflow_id AND recorded.function_name = log.step
     GROUP BY log.workflow_id, log.step, recorded.output`,
  )
  expect(found.rows).toHaveLength(productions.length * 3 * 12)
  expect(found.rows.filter((row) => row.recorded !== row.last)).toEqual([])
}

const interruptedSteps = async (): Promise<number> => {
  const found = await client.query<{ lines: string; steps: string }>(
    'SELECT count(*) AS lines, count(DISTINCT (workflow_id, step)) AS steps FROM chaos_log',
  )
  return Number(found.rows[0]?.lines) - Number(found.rows[0]?.steps)
}

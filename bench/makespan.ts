/**
 * How close shooting comes to what is possible: 12 shots in 4 continuity groups at an emulated vendor with 3 slots.
 *
 * `npx --no-install node bench/makespan.ts [--processes 2]`: the bound is the larger of the critical path (the jobs of one group and, between
 * them, what it takes to bring a clip home, to make it fit and to take its last frame) and of the slots (all jobs, three at a
 * time). Prints the ratio of what it took to the bound, and the most jobs that ran at once. With two processes each shoots half
 * of the groups as a film of its own, over one vendor account.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Json } from '../src/domain/json.ts'
import type { ProductionEvent } from '../src/domain/production.ts'
import { ensureDatabase } from '../src/engine/embedded-postgres.ts'
import { openStore } from '../src/store/database.ts'
import { ledgerStore } from '../src/store/ledger-store.ts'
import { productionStore } from '../src/store/production-store.ts'
import { emulatorFor } from '../src/studio/emulator.ts'
import { groupsFilm } from '../test/support/groups-film.ts'

const { values } = parseArgs({ options: { processes: { type: 'string', default: '1' } } })
const processes = Number(values.processes)
const slots = 3
const groups = 4
const shotsInGroup = 3
/** A clip of 5 s takes about a minute to make; it is looked at 20 times meanwhile. */
const jobMs = 60_000
const pollMs = 3000

const home = await mkdtemp(join(tmpdir(), 'makespan-'))
const own = await ensureDatabase({ home, idleSeconds: 60 })
const emulator = await emulatorFor({
  ...{ home, folder: null, port: 0, vendors: null, quick: true, seed: 1, faults: [] },
  tools: { ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe', drawingThreads: 1 },
  changes: [{ vendor: 'runway', queuedMs: 0, runMs: jobMs, slots }],
  report: (error) => process.stderr.write(`emulator: ${error}\n`),
})
const store = await openStore({ url: own.url })
const productions = productionStore(store, 'local')
const ledger = ledgerStore(store, 'local')

try {
  const ids = Array.from({ length: processes }, (_, index) => `film-${index + 1}`)
  for (const id of ids) await prepare(id, groups / processes)
  const startedAt = Date.now()
  await Promise.all(ids.map(shoot))
  const events = (await Promise.all(ids.map((id) => productions.events(id, 0)))).flat()
  const orders = (await Promise.all(ids.map((id) => ledger.orders(id)))).flat()
  const jobs = await jobsOf()
  report({ startedAt, events, jobs, clips: orders.filter(({ port }) => port === 'video').length })
} finally {
  await store.close()
  await emulator.close()
  await own.close()
  await rm(home, { recursive: true, force: true })
}

interface Job {
  readonly acceptedAt: number
  readonly doneAt: number
}

async function prepare(id: string, count: number): Promise<void> {
  const film = groupsFilm({ groups: count, shots: shotsInGroup, model: 'runway/gen4.5' })
  await productions.create({ id, brief: film.brief, outputDir: join(home, id), until: 'shoot' })
  for (const [kind, key, body] of film.documents) {
    await productions.putDocument(id, kind, key, body as Json, true)
  }
  await productions.update(id, { stage: 'shoot' })
}

async function shoot(id: string): Promise<void> {
  const program = join(import.meta.dirname, '../test/chaos/emulated-producer-process.ts')
  const task = JSON.stringify({ brief: null, outputDir: '', pollMs })
  const child = spawn(process.execPath, [program, id, task], {
    env: {
      ...process.env,
      ...emulator.baseUrls,
      ...{ CLAUDE_STUDIO_HOME: home, DATABASE_URL: own.url },
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${id} ended with ${code}`)
}

async function jobsOf(): Promise<readonly Job[]> {
  const answer = await fetch(`${emulator.url}/_emulator/jobs?vendor=runway`)
  const { jobs } = (await answer.json()) as {
    jobs: readonly { acceptedAt: string; endsAt: string }[]
  }
  return jobs.map(({ acceptedAt, endsAt }) => ({
    acceptedAt: Date.parse(acceptedAt),
    doneAt: Date.parse(endsAt),
  }))
}

function report(shot: {
  readonly startedAt: number
  readonly events: readonly ProductionEvent[]
  readonly jobs: readonly Job[]
  readonly clips: number
}): void {
  const { events, jobs, clips } = shot
  const at = (event: ProductionEvent): number => Date.parse(event.at)
  const ordered = events.filter(({ event }) => event === 'take-ordered').map(at)
  const reviewed = events.filter(({ event }) => event === 'take-reviewed').map(at)
  const tookMs = Math.max(...reviewed) - Math.min(...ordered)
  const homeMs = median(
    events
      .filter(({ event }) => event === 'take-delivered')
      .map((one) => nearestAfter(jobs, at(one))),
  )
  const slotsMs = (clips * jobMs) / slots
  const pathMs = shotsInGroup * (jobMs + homeMs)
  const boundMs = Math.max(slotsMs, pathMs)
  const most = Math.max(
    ...jobs.map(
      ({ acceptedAt }) =>
        jobs.filter((one) => one.acceptedAt <= acceptedAt && one.doneAt > acceptedAt).length,
    ),
  )
  const seconds = (ms: number): string => (ms / 1000).toFixed(1)
  process.stdout.write(
    `${clips} clips, ${processes} process(es): took ${seconds(tookMs)} s, bound ${seconds(boundMs)} s (slots ${seconds(slotsMs)} s, path ${seconds(pathMs)} s), ratio ${(tookMs / boundMs).toFixed(3)}, at most ${most} of ${slots} slots\n`,
  )
}

/** How long after the end of its job a clip was home. */
function nearestAfter(jobs: readonly Job[], deliveredAt: number): number {
  const waits = jobs.map(({ doneAt }) => deliveredAt - doneAt).filter((wait) => wait >= 0)
  return Math.min(...waits)
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

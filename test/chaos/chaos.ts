import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import { type FaultRule, faultRules } from '../../src/emulator/faults.ts'
import type { Charge } from '../../src/emulator/ledger.ts'
import { type Database, openStore } from '../../src/store/database.ts'
import { ledgerStore } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { shelfStore } from '../../src/store/shelf-store.ts'
import { emulatorFor, type OpenEmulator } from '../../src/studio/emulator.ts'
import { localFootageVault } from '../../src/vault/local-footage-vault.ts'
import { type Dice, dice } from '../orders/dice.ts'
import { emulatedStanding, promptHashOf } from '../orders/emulated-standing.ts'
import { lostWork } from '../orders/lost-work.ts'
import { smallBrief } from '../support/briefs.ts'
import { testDatabase } from '../support/test-database.ts'

/** What many productions under faults and kills came to. */
export interface ChaosFigures {
  readonly productions: number
  readonly wrapped: number
  /** Waiting for a person, who is told why. */
  readonly parked: number
  readonly kills: number
  readonly clipsCharged: number
  readonly clipsChargedTwice: number
  readonly clipsLost: number
  readonly holdsPastCap: number
  /** What else went wrong, in words. */
  readonly broken: readonly string[]
}

/** Share of the requests of each kind that go wrong, in all. */
const faultRate = 0.1

const createFaults = ['accept-then-drop', 'drop-before-accept', 'server-error', 'rate-limited']
const readFaults = ['server-error', 'html-instead-of-json', 'unknown-enum']
const clipFaults = ['truncated-clip', 'partial-body', 'wrong-content-type', 'server-error']
const messageFaults = ['accept-then-drop', 'server-error', 'truncated-text', 'rate-limited']

const faults = (): readonly FaultRule[] => {
  const rules = (names: readonly string[], operation: string) =>
    names.map((fault) => ({
      ...{ fault, operation, rate: faultRate / names.length },
      ...(fault === 'rate-limited' ? { retryAfterSeconds: 1 } : {}),
    }))
  return faultRules.parse([
    ...rules(createFaults, 'create'),
    ...rules(readFaults, 'get'),
    ...rules(clipFaults, 'download'),
    ...rules(messageFaults, 'messages'),
  ])
}

/** Which vendor's footage a production buys: the environment leads it there. */
const sellers = [
  { provider: 'runway', variables: ['RUNWAYML_BASE_URL'] },
  { provider: 'luma', variables: ['LUMA_BASE_URL'] },
  { provider: 'luma', variables: ['LUMAAI_BASE_URL'] },
] as const

interface Place {
  readonly folder: string
  readonly databaseUrl: string
  readonly emulator: OpenEmulator
  readonly chosen: Dice
}

/** Make so many small films over the live path, each killed at random times and taken up again. */
export const chaos = async (productions: number, seed: number): Promise<ChaosFigures> => {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'))
  const database = await testDatabase()
  const emulator = await emulatorFor({
    ...{ home: folder, folder: null, port: 0, vendors: null, quick: true, seed },
    tools: { ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe', drawingThreads: 1 },
    changes: [{ queuedMs: 20, runMs: 200, slots: 50, dailyJobs: 100_000 }],
    ...{ faults: faults(), report: () => undefined },
  })
  const place = { folder, databaseUrl: database.url, emulator, chosen: dice(seed) }
  try {
    const ends = []
    for (let number = 1; number <= productions; number += 1) {
      ends.push(await oneFilm(place, `film-${number}`, number))
    }
    return await figures(place, ends)
  } finally {
    await emulator.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

interface FilmEnd {
  readonly id: string
  readonly state: string
  readonly reason: string
  readonly kills: number
}

const mostRuns = 12

const oneFilm = async (place: Place, id: string, number: number): Promise<FilmEnd> => {
  const { folder, chosen } = place
  const seller = sellers[number % sellers.length] ?? sellers[0]
  const brief = smallBrief({
    ...{ concept: `A fox runs through snow, number ${number}`, provider: seller.provider },
    ...{ funds: 'emulated', budget: parseUsd(9), seconds: 5, size: { width: 128, height: 72 } },
    ...{ audio: 'none', captions: 'none', pilots: 1, takes: 1 },
  })
  const task = JSON.stringify({ brief, outputDir: join(folder, 'films', id), pollMs: 40 })
  const wantedKills = 1 + chosen.under(3)
  let kills = 0
  let last = { state: '', reason: '' }
  for (let run = 1; run <= mostRuns; run += 1) {
    const killAfterMs = kills < wantedKills ? 300 + chosen.under(5000) : null
    const ended = await producer(place, seller.variables, [id, task], killAfterMs)
    if (ended === null) {
      kills += 1
      continue
    }
    last = ended
    if (ended.state === 'wrapped' || ended.state === 'waiting-for-order') break
  }
  return { id, ...last, kills }
}

/** One process of the film; null when it was killed. */
const producer = async (
  { folder, databaseUrl, emulator }: Place,
  variables: readonly string[],
  words: readonly string[],
  killAfterMs: number | null,
): Promise<{ readonly state: string; readonly reason: string } | null> => {
  const program = join(import.meta.dirname, 'emulated-producer-process.ts')
  const urls = Object.fromEntries(
    [...variables, 'ANTHROPIC_BASE_URL'].map((name) => [name, emulator.baseUrls[name]]),
  )
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(process.execPath, [program, ...words], {
    env: { PATH, HOME, TMPDIR, ...urls, CLAUDE_STUDIO_HOME: folder, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    out += part
  })
  child.stderr.on('data', (part: Buffer) => {
    err += part
  })
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  const [, signal] = await once(child, 'close')
  if (timer) clearTimeout(timer)
  if (signal === 'SIGKILL') return null
  const line = out.trim().split('\n').at(-1) ?? ''
  return line === '' ? { state: 'crashed', reason: err.slice(0, 2000) } : JSON.parse(line)
}

const figures = async (
  { databaseUrl, emulator, folder }: Place,
  ends: readonly FilmEnd[],
): Promise<ChaosFigures> => {
  const store = await openStore({ url: databaseUrl })
  try {
    const ledger = ledgerStore(store, 'local')
    const runs = await productionStore(store, 'local').list(1000)
    const orders = (await Promise.all(runs.map(({ id }) => ledger.orders(id)))).flat()
    const totals = await Promise.all(runs.map(({ id }) => ledger.totals(id)))
    const answer = await fetch(`${emulator.url}/_emulator/charges`)
    const { charges } = (await answer.json()) as { readonly charges: readonly Charge[] }
    const clips = charges.filter(({ vendor }) => vendor !== 'anthropic')
    const lost = await lostClips({ store, folder }, clips, orders)
    return {
      productions: ends.length,
      wrapped: ends.filter(({ state }) => state === 'wrapped').length,
      parked: ends.filter(({ state }) => state === 'waiting-for-order').length,
      kills: ends.reduce((sum, end) => sum + end.kills, 0),
      clipsCharged: clips.length,
      clipsChargedTwice: chargedTwice(clips, orders),
      clipsLost: lost.length,
      holdsPastCap: totals.filter(
        (one) => one.settled - one.overrun + one.held + one.bond > one.cap,
      ).length,
      broken: [
        ...lost,
        ...ends
          .filter(({ state, reason }) => !isGoodEnd(state, reason))
          .map(({ id, state, reason }) => `${id} ended ${state}: ${reason}`),
      ],
    }
  } finally {
    await store.close()
  }
}

const isGoodEnd = (state: string, reason: string): boolean =>
  state === 'wrapped' || (state === 'waiting-for-order' && reason !== '')

const videoOrders = (orders: readonly Order[], promptHash: string): readonly Order[] =>
  orders.filter(({ port, request }) => port === 'video' && promptHashOf(request) === promptHash)

/** Charges beyond one for each order that was sent with the words that were billed. */
const chargedTwice = (clips: readonly Charge[], orders: readonly Order[]): number => {
  const prompts = new Set(clips.map(({ promptHash }) => promptHash))
  return [...prompts].reduce((sum, promptHash) => {
    const charged = clips.filter((clip) => clip.promptHash === promptHash).length
    const sent = videoOrders(orders, promptHash).filter(({ submissions }) => submissions > 0).length
    return sum + Math.max(0, charged - sent)
  }, 0)
}

/** Charged clips that are neither in store nor followed, and that nobody is asked about. */
const lostClips = async (
  { store, folder }: { readonly store: Database; readonly folder: string },
  charges: readonly Charge[],
  orders: readonly Order[],
): Promise<readonly string[]> => {
  const vault = localFootageVault(folder)
  const stored = new Set<string>()
  for (const { outputHash } of orders) {
    if (outputHash && (await vault.check(outputHash)) === 'whole') stored.add(outputHash)
  }
  const shelf = shelfStore(store, 'local')
  const accounts = ['runway', 'luma'].map((vendor) => ({ vendor, funds: 'emulated' }) as const)
  const strays = (await Promise.all(accounts.map((one) => shelf.strays(one)))).flat()
  const standing = emulatedStanding({
    ...{ charges, strays: strays.map(({ job }) => job), isMade: () => true },
    orders: orders.filter(({ port }) => port === 'video'),
    isHome: ({ outputHash }) => outputHash !== null && stored.has(outputHash),
  })
  return lostWork(standing)
}

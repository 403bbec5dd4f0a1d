import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { priceBook } from '../../src/budget/price-book.ts'
import { catalogueFor } from '../../src/catalogue.ts'
import { StudioError } from '../../src/domain/errors.ts'
import type { Json } from '../../src/domain/json.ts'
import { microUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import { isOrderClosed, lostAnswerPolicy } from '../../src/domain/order-machine.ts'
import { type EmulatorAtWork, emulatorAtWork } from '../../src/emulator/emulator-at-work.ts'
import type { FaultRule } from '../../src/emulator/faults.ts'
import { messagesDoor } from '../../src/emulator/messages/messages-door.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import type { FootageVault } from '../../src/ports/footage-vault.ts'
import type { PaidModel } from '../../src/ports/paid-model.ts'
import { type OrderDesk, type OrderRequest, orderDesk } from '../../src/production/order.ts'
import { shotIdentity } from '../../src/production/shot-order.ts'
import { anthropicLanguageModel } from '../../src/providers/anthropic/anthropic-language-model.ts'
import { lumaVideoModel } from '../../src/providers/luma/luma-video-model.ts'
import { runwayVideoModel } from '../../src/providers/runway/runway-video-model.ts'
import { type Database, openStore } from '../../src/store/database.ts'
import { ledgerStore, type TenantLedger } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { sampleQuestion } from '../../src/testing/sample-question.ts'
import { sampleShotOrder } from '../../src/testing/sample-shot-order.ts'
import { localFootageVault } from '../../src/vault/local-footage-vault.ts'
import { safeDownloads } from '../../src/vault/safe-download.ts'
import { smallBrief } from '../support/briefs.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'
import { unwrittenInMemory } from '../support/unwritten-in-memory.ts'
import { type Dice, dice } from './dice.ts'
import { promptHashOf } from './emulated-standing.ts'
import { standingOf } from './http-standing.ts'
import { ledgerAhead } from './ledger-ahead.ts'
import { lostWork } from './lost-work.ts'

/** What a schedule over HTTP showed. */
export interface PlayedOverHttp {
  readonly broken: readonly string[]
  readonly charges: number
  readonly crashes: number
  /** Orders that a person was asked about. */
  readonly parked: number
  readonly delivered: number
}

/** The vendors' emulator, a database and a vault, for many schedules one after the other. */
export interface OrdersOverHttp {
  play(seed: number): Promise<PlayedOverHttp>
  close(): Promise<void>
}

/** Thrown where the process of a schedule dies. */
class Crash extends Error {
  override readonly name = 'Crash'
}

interface Stage {
  readonly emulator: EmulatorAtWork
  readonly database: TestDatabase
  readonly store: Database
  readonly vault: FootageVault
  readonly folder: string
}

/** Open what schedules are played on. */
export const ordersOverHttp = async (): Promise<OrdersOverHttp> => {
  const answer = async (): Promise<string> => JSON.stringify({ scenes: 2, reasons: ['because'] })
  const emulator = await emulatorAtWork(systemClock, {
    answerMessages: messagesDoor({ answer }),
    settings: [{ queuedMs: 5, runMs: 20 }],
    makeClip: drawClip,
    report: () => undefined,
  })
  const database = await testDatabase()
  const store = await openStore({ url: database.url })
  const folder = await mkdtemp(join(tmpdir(), 'orders-over-http-'))
  const vault = localFootageVault(join(folder, 'vault'))
  const stage: Stage = { emulator, database, store, vault, folder }
  return {
    play: (seed) => play(stage, seed),
    close: async () => {
      await store.close()
      await database.close()
      await emulator.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const vendors = ['luma', 'luma-legacy', 'runway', 'anthropic'] as const
type Vendor = (typeof vendors)[number]

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value))

/** Faults that a vendor's answers come with, each with a share of its own. */
const faultsOf = (vendor: Vendor, chosen: Dice): readonly FaultRule[] => {
  const rate = (): number => Math.round(chosen.next() * 50) / 100
  const operation = vendor === 'anthropic' ? ('messages' as const) : ('create' as const)
  const make = (fault: FaultRule['fault'], at: FaultRule['operation'] = operation): FaultRule => ({
    ...{ fault, vendor, operation: at, rate: rate() },
  })
  /** A gateway's page, which may say no to what the vendor has taken. */
  const page = (at: FaultRule['operation'] = operation): FaultRule => ({
    ...make('html-instead-of-json', at),
    value: chosen.pick([200, 403, 404, 422, 429]),
  })
  const minutes = chosen.pick([-1500, -300, -5, 5, 300])
  const all = [
    ...[make('accept-then-drop'), make('drop-before-accept'), make('server-error')],
    ...[page(), make('partial-body')],
    { fault: 'clock-skew', vendor, delayMs: minutes * 60_000 } as const,
    ...(vendor === 'anthropic'
      ? []
      : [
          ...[make('server-error', 'get'), page('get')],
          ...[make('unknown-enum', 'get'), make('moderation'), make('billed-late')],
          ...[make('truncated-clip', 'download'), make('partial-body', 'download')],
          ...[make('wrong-content-type', 'download'), make('server-error', 'list')],
        ]),
  ]
  return all.filter(() => chosen.chance(0.5))
}

interface Play {
  readonly vendor: Vendor
  readonly tenant: string
  readonly chosen: Dice
  readonly ledger: TenantLedger
  readonly desks: readonly OrderDesk[]
  readonly requests: readonly OrderRequest<never>[]
  readonly broken: string[]
  /** How likely it is that the process dies at a step. */
  crashRate: number
  crashes: number
  parked: number
  resubmitted: number
  /** How far all clocks of ours are ahead, so that nobody waits for minutes. */
  aheadMs: number
}

const play = async (stage: Stage, seed: number): Promise<PlayedOverHttp> => {
  const chosen = dice(seed)
  const vendor = chosen.pick(vendors)
  await stage.emulator.control('reset', {})
  await stage.emulator.control('settings', { queuedMs: 5, runMs: 20 })
  await stage.emulator.control('faults', asJson(faultsOf(vendor, chosen)))
  const it = await begin(stage, seed, vendor, chosen)
  for (let turn = 6 + chosen.under(10); turn > 0; turn -= 1) await someStep(it)
  // The vendor's clock goes on with the store's.
  await stage.emulator.control('faults', [{ fault: 'clock-skew', delayMs: 3_600_000 }])
  it.crashRate = 0
  it.aheadMs = 3_600_000
  await calmDown(it)
  for (const { key } of it.requests) await decide(stage, it, key)
  await calmDown(it)
  await judge(stage, it)
  const orders = await it.ledger.orders(`run-${seed}`)
  const { body } = await stage.emulator.control('charges')
  return {
    ...{ broken: it.broken, crashes: it.crashes, charges: body.charges.length },
    parked: it.parked,
    delivered: orders.filter(({ state }) => state === 'delivered').length,
  }
}

const begin = async (stage: Stage, seed: number, vendor: Vendor, chosen: Dice): Promise<Play> => {
  const production = `run-${seed}`
  const tenant = `tenant-${seed}`
  const productions = productionStore(stage.store, tenant)
  const model = modelOf(stage, vendor)
  const prices = priceBook(catalogueFor('emulated'))
  const count = 1 + chosen.under(3)
  const requests = Array.from({ length: count }, (_, index) =>
    requestOf(vendor, model, production, `${seed} ${index}`),
  )
  const [first] = requests
  const quoted = first ? prices.price(model.id, model.units(first.request)) : microUsd(0)
  const budget = microUsd(quoted * (count + chosen.under(2)))
  const brief = smallBrief({ budget, funds: 'emulated' })
  await productions.create({ id: production, brief, outputDir: stage.folder, until: null })
  const ledger = ledgerStore(stage.store, tenant)
  const it: Play = {
    ...{
      vendor,
      tenant,
      chosen,
      ledger,
      requests,
      desks: [],
      broken: [],
      resubmitted: 0,
      aheadMs: 0,
      crashes: 0,
    },
    parked: 0,
    crashRate: chosen.next() * 0.12,
  }
  const desk = (): OrderDesk =>
    orderDesk({
      productions,
      ledger: mortal(it, { ...ledger, ...ledgerAhead(ledger, () => it.aheadMs) }),
      ...{ prices, clock: systemClock, vault: stage.vault },
      watch: { now: () => systemClock.now() + it.aheadMs },
      downloads: safeDownloads({ allowLoopback: true }),
      slots: () => 2,
      unwritten: unwrittenInMemory(),
      media: { inspectDelivery: inspectClip },
    })
  return Object.assign(it, { desks: [desk(), desk()] })
}

/** What stands for a clip: its parts in order, and something in it that no other clip has. */
const drawClip = (_order: unknown, path: string): Promise<void> =>
  writeFile(path, `ftyp ${randomUUID()} ${'mdat '.repeat(1000)} moov`)

/** Whether a stand-in for a clip came whole. */
const inspectClip = async (path: string): Promise<void> => {
  const bytes = await readFile(path)
  const isWhole = bytes.includes('ftyp') && bytes.includes('moov') && bytes.includes('mdat')
  if (isWhole) return
  throw new StudioError({ code: 'media-unsafe', message: 'The clip ends too early.' })
}

/** What changes nothing by itself. */
const immortal: ReadonlySet<string | symbol> = new Set(['now', 'asSubmitter', 'asSubmitterIfFree'])

/** A ledger of a process that may die before a transaction, or after it before it hears of it. */
const mortal = (it: Play, ledger: TenantLedger): TenantLedger => {
  const perhapsDie = (): void => {
    if (!it.chosen.chance(it.crashRate)) return
    it.crashes += 1
    throw new Crash('the process died')
  }
  return new Proxy(ledger, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function' || immortal.has(name)) return method
      return async (...values: unknown[]) => {
        perhapsDie()
        const result: unknown = await method.apply(target, values)
        perhapsDie()
        return result
      }
    },
  })
}

const modelOf = ({ emulator }: Stage, vendor: Vendor): PaidModel<never> => {
  const parts = { fetch: globalThis.fetch, now: () => Date.now() }
  const baseUrl = emulator.baseUrls[vendor]
  switch (vendor) {
    case 'luma':
      return lumaVideoModel({ ...parts, baseUrl, model: 'luma/ray-3.2', apiKey: 'luma-api-test' })
    case 'luma-legacy':
      return lumaVideoModel({ ...parts, baseUrl, model: 'luma/ray-2', apiKey: 'legacy-test' })
    case 'runway':
      return runwayVideoModel({ ...parts, baseUrl, model: 'runway/gen4.5', apiKey: 'test' })
    case 'anthropic':
      return anthropicLanguageModel({
        ...{ ...parts, baseUrl, model: 'claude-sonnet-5-5', apiKey: 'test' },
      })
  }
}

const requestOf = (
  vendor: Vendor,
  model: PaidModel<never>,
  production: string,
  name: string,
): OrderRequest<never> => {
  const shot = name.split(' ')[1] ?? ''
  if (vendor === 'anthropic') {
    const request = sampleQuestion({ prompt: `Plan film ${name}` })
    const key = `${production}/crew/llm/plan-${shot}/1`
    const rest = { key, production, model, port: 'llm', identity: request.prompt, useBond: false }
    return { ...rest, request } as unknown as OrderRequest<never>
  }
  const request = sampleShotOrder({ prompt: promptOf(name) })
  const key = `${production}/p1/video/${Number(shot) + 1}A/1`
  const rest = { key, production, model, port: 'video', useBond: false }
  return { ...rest, request, identity: shotIdentity(request) } as unknown as OrderRequest<never>
}

const promptOf = (name: string): string => `A lake at sunset, ${name}`

/** One process, or two at once, move an order on; each may die on the way. */
const someStep = async (it: Play): Promise<void> => {
  const { chosen, desks, requests } = it
  const request = chosen.pick(requests)
  const desk = chosen.pick(desks)
  const other = desks.find((one) => one !== desk) ?? desk
  const both = chosen.chance(0.3) ? [desk, other] : [desk]
  await Promise.all(both.map((one) => pursue(it, one, request)))
  await systemClock.sleep(chosen.under(30))
}

const pursue = async (it: Play, desk: OrderDesk, request: OrderRequest<never>): Promise<void> => {
  try {
    await desk.pursue(request, new AbortController().signal)
  } catch (error) {
    if (!(error instanceof Crash)) it.broken.push(`threw ${(error as Error).stack}`)
  }
  const { cap, settled, held, overrun } = await it.ledger.totals(request.production)
  if (settled - overrun + held > cap) it.broken.push(`${settled} - ${overrun} + ${held} > ${cap}`)
}

const calmDown = async (it: Play): Promise<void> => {
  const [desk] = it.desks
  for (let turn = 0; turn < 400; turn += 1) {
    const orders = await Promise.all(it.requests.map(({ key }) => it.ledger.order(key)))
    const open = it.requests.filter((_, index) => !isAtRest(orders[index] ?? null))
    if (open.length === 0) return
    for (const request of open) if (desk) await pursue(it, desk, request)
    if (await isOutOfMoney(it, open)) return
    await systemClock.sleep(20)
  }
  const states = await Promise.all(it.requests.map(({ key }) => it.ledger.order(key)))
  it.broken.push(`never came to an end: ${states.map((one) => one?.state).join(', ')}`)
}

const isAtRest = (order: Order | null): boolean =>
  order !== null && (isOrderClosed(order.state) || order.state === 'parked')

/** Whether all that is left are drafts that there is no money for. */
const isOutOfMoney = async (
  { ledger }: Play,
  open: readonly OrderRequest<never>[],
): Promise<boolean> => {
  const orders = await Promise.all(open.map(({ key }) => ledger.order(key)))
  const [first] = open
  const free = first ? await ledger.available(first.production) : 0
  return orders.every((one) => one?.state === 'drafted' && one.quoted > free)
}

/** A person looks at a parked order and decides. */
const decide = async (stage: Stage, it: Play, key: string): Promise<void> => {
  const order = await it.ledger.order(key)
  if (order?.state !== 'parked') return
  it.parked += 1
  const mood = it.chosen.under(4)
  const charges = await chargesOf(stage, order)
  const jobs = order.port === 'video' ? charges.map(({ job }) => ({ id: job })) : []
  const [found] = await it.ledger.unclaimed(key, jobs)
  const job = found && order.model.startsWith('luma/') ? { ...found, api: apiOf(order) } : found
  if (mood === 0 && job) await it.ledger.advance(key, { kind: 'adopted-by-person', job })
  if (mood === 1) {
    const { kind } = await it.ledger.holdAgain(key, order.submissions, 9, false)
    if (kind === 'granted') it.resubmitted += 1
  }
  if (mood === 2) {
    const event = { kind: 'written-off-by-person', reason: 'not worth it' } as const
    await it.ledger.advance(key, event, { billed: order.held })
  }
}

const apiOf = ({ model }: Order): string => (model === 'luma/ray-2' ? 'legacy' : 'agents')

/** What the vendor billed for an order; for a language model for all of them. */
const chargesOf = async (
  { emulator }: Stage,
  { port, request }: Order,
): Promise<readonly { readonly job: string }[]> => {
  const { charges } = (await emulator.control('charges')).body
  if (port === 'llm') return charges
  return charges.filter(({ promptHash }) => promptHash === promptHashOf(request))
}

const judge = async (stage: Stage, it: Play): Promise<void> => {
  const orders = (await Promise.all(it.requests.map(({ key }) => it.ledger.order(key)))).filter(
    (order) => order !== null,
  )
  const policy = it.vendor === 'anthropic' ? lostAnswerPolicy('llm') : lostAnswerPolicy('video')
  const most = (policy === 'send-once-more' ? 2 : 1) * orders.length + it.resubmitted
  const { charges } = (await stage.emulator.control('charges')).body
  if (charges.length > most) it.broken.push(`${charges.length} charges, at most ${most} are right`)
  for (const order of orders.filter(({ port }) => port === 'video')) {
    const own = await chargesOf(stage, order)
    if (own.length > 1 + it.resubmitted) it.broken.push(`${order.key} was paid ${own.length} times`)
  }
  it.broken.push(...lostWork(await standingOf({ ...stage, ...it, orders })))
  const booked = orders.reduce((sum, order) => sum + order.billed + order.held, 0)
  const charged = charges
    .filter(({ isRefunded }) => !isRefunded)
    .reduce((sum, one) => sum + one.microUsd, 0)
  if (charged > booked) it.broken.push(`billed ${charged}, the books say ${booked}`)
}

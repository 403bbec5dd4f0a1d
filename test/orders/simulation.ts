import { microUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import { isOrderClosed } from '../../src/domain/order-machine.ts'
import type { Started } from '../../src/ports/paid-model.ts'
import type { OrderEffect, Tale } from '../../src/production/order-asks.ts'
import { pursueOrder } from '../../src/production/order-protocol.ts'
import { sightOf } from '../../src/production/order-search.ts'
import { isLateEnough, mayStillLeave } from '../../src/production/order-timing.ts'
import { brokenPromises, footageOf, quoted, type Wanted } from './broken-promises.ts'
import { type Dice, dice } from './dice.ts'
import { madeBefore, madeMeanwhile } from './other-films.ts'
import { type SimulatedLedger, simulatedLedger } from './simulated-ledger.ts'
import { decide } from './simulated-person.ts'
import {
  lookedUp,
  type SimulatedVendor,
  simulatedVendor,
  type VendorNature,
} from './simulated-vendor.ts'
import { clockSet, farOff } from './wrong-clocks.ts'

/** What a schedule showed. */
export interface Played {
  readonly seed: number
  /** What was wrong; empty when every promise held. */
  readonly broken: readonly string[]
  readonly charges: number
  readonly crashes: number
  readonly parked: number
  readonly adopted: number
  /** Orders whose footage is in store. */
  readonly delivered: number
  /** How often a machine's clock was set. */
  readonly clockJumps: number
  /** Requests that were held back at the last moment. */
  readonly heldBack: number
  /** Searches that were too early to tell that nothing was there. */
  readonly tooEarly: number
  /** Orders that were proved not to have arrived. */
  readonly absent: number
}

/** As an adapter: longest from the start until the request leaves, and until it has arrived. */
const leaveMs = 60_000
const arriveMs = 60_000
const answerMs = 60_000

/** A request on its way: it arrives though its sender may be dead by then. */
interface Flight {
  readonly arrivesAt: number
  readonly sender: Worker
  readonly life: number
  readonly wanted: Wanted
}

interface Frame {
  readonly tale: Tale<unknown>
  readonly lock: string | null
}

interface Worker {
  life: number
  stack: Frame[]
  effect: OrderEffect | null
  wanted: Wanted | null
  /** While a request is out: when it was begun, and when it is given up. */
  sending: { readonly leavesAt: number; readonly givenUpAt: number; isOut: boolean } | null
  answer: { readonly started: Started; readonly at: number } | null
  /** When the request's leaving was written down, by the ledger's clock and by the machine's. */
  begun: { readonly ledgerMs: number; readonly machineMs: number }
  asleepUntil: number
  /** Since when its machine is frozen, and its clock with it; null while it is not. */
  frozenSince: number | null
  /** How far its machine's clock is ahead of the ledger's. */
  aheadMs: number
}

interface World {
  readonly dice: Dice
  readonly vendor: SimulatedVendor
  readonly ledger: SimulatedLedger
  readonly orders: readonly Wanted[]
  readonly workers: readonly Worker[]
  readonly locks: Map<string, Worker>
  flights: Flight[]
  /** By the ledger's clock, the one that all machines share. */
  now: number
  /** Share of things that go wrong on the way. */
  faults: number
  readonly counts: {
    crashes: number
    clockJumps: number
    heldBack: number
    tooEarly: number
    absent: number
  }
  readonly resubmitted: Map<string, number>
  readonly broken: string[]
}

/** Play one schedule of faults, crashes, sleeps, lost locks and late answers; the same seed plays the same. */
export const playSchedule = (seed: number): Played => {
  const world = worldOf(seed)
  try {
    for (let tick = 60 + world.dice.under(240); tick > 0; tick -= 1) happen(world)
    calmDown(world)
    for (const wanted of world.orders) decide(world, wanted)
    calmDown(world)
    world.broken.push(...brokenPromises(world))
  } catch (error) {
    world.broken.push(`threw ${error instanceof Error ? error.stack : error}`)
  }
  const orders = [...world.ledger.orders.values()]
  return {
    ...{ seed, broken: world.broken, ...world.counts },
    charges: world.orders.reduce((sum, { key }) => sum + world.vendor.charges(key), 0),
    parked: orders.filter(({ state }) => state === 'parked').length,
    adopted: orders.filter(({ job, doubtful }) => job !== null && doubtful === 1).length,
    delivered: orders.filter(({ state }) => state === 'delivered').length,
  }
}

/** When schedules begin, by the ledger's clock. */
const startMs = 100_000_000

const worldOf = (seed: number): World => {
  const chosen = dice(seed)
  const isSynchronous = chosen.chance(0.3)
  const nature: VendorNature = {
    isSynchronous,
    list: isSynchronous ? 'none' : chosen.pick(['none', 'whole', 'partial'] as const),
    lagMs: chosen.chance(0.5) ? 0 : chosen.under(300_000),
    billing: chosen.pick(['at-acceptance', 'when-done', 'late'] as const),
    price: chosen.chance(0.9) ? quoted : quoted * 1.5,
    sendsBill: chosen.chance(0.7),
    faults: chosen.chance(0.3) ? 0 : chosen.next() * 0.4,
    skewMs: chosen.chance(0.6) ? chosen.under(2000) : farOff(chosen),
    isShared: !isSynchronous && chosen.chance(0.4),
  }
  const port = isSynchronous ? chosen.pick(['llm', 'image', 'speech'] as const) : 'video'
  const count = 1 + chosen.under(3)
  const isAlike = chosen.chance(0.4)
  const orders = Array.from({ length: count }, (_, index): Wanted => {
    const key = `run/p1/${port}/${index + 1}A/1`
    return { key, port, request: isAlike ? 'a lake' : `a lake ${index}` }
  })
  const idle = (): Worker => ({
    ...{ life: 1, stack: [], effect: null, wanted: null, sending: null, answer: null },
    ...{ begun: { ledgerMs: 0, machineMs: 0 }, asleepUntil: 0, frozenSince: null },
    aheadMs: chosen.chance(0.7) ? chosen.under(2000) : clockSet(chosen, nature),
  })
  const vendor = simulatedVendor(nature, chosen)
  madeBefore({ dice: chosen, vendor, orders, now: startMs })
  return {
    ...{ dice: chosen, vendor, orders, now: startMs },
    ledger: simulatedLedger(quoted * (1 + chosen.under(2 * count)), 1 + chosen.under(3)),
    workers: Array.from({ length: 1 + chosen.under(3) }, idle),
    ...{ locks: new Map(), flights: [], faults: chosen.next() * 0.5 },
    counts: { crashes: 0, clockJumps: 0, heldBack: 0, tooEarly: 0, absent: 0 },
    ...{ resubmitted: new Map(), broken: [] },
  }
}

/** Something happens somewhere. */
const happen = (world: World): void => {
  const { dice: chosen, workers } = world
  world.now += chosen.chance(0.1) ? chosen.span(900_000) : chosen.span(5_000)
  land(world)
  madeMeanwhile(world, world.ledger, world.faults / 20)
  const worker = chosen.pick(workers)
  const mood = chosen.next()
  if (mood < 0.03 * world.faults * 4) crash(world, worker)
  else if (mood < 0.05 * world.faults * 4) fallAsleep(world, worker)
  else if (mood < 0.08 * world.faults * 4) dropLocks(world, worker)
  else if (mood < 0.1 * world.faults * 4) {
    world.counts.clockJumps += 1
    const aheadMs = clockSet(chosen, world.vendor.nature)
    if (chosen.chance(0.1) && !world.vendor.nature.isShared) world.vendor.setClock(aheadMs)
    else worker.aheadMs = aheadMs
  } else if (mood < 0.13 * world.faults * 4) decide(world, chosen.pick(world.orders))
  else step(world, worker)
}

/** A process stands still; with a machine that is frozen its clock does too. The database may give it up. */
const fallAsleep = (world: World, worker: Worker): void => {
  const { dice: chosen, now } = world
  worker.asleepUntil = now + chosen.span(3_600_000)
  if (chosen.chance(0.3)) worker.frozenSince = now
  if (chosen.chance(0.5)) dropLocks(world, worker)
}

const crash = (world: World, worker: Worker): void => {
  world.counts.crashes += 1
  dropLocks(world, worker)
  Object.assign(worker, { life: worker.life + 1, stack: [], effect: null, wanted: null })
  Object.assign(worker, { sending: null, answer: null, asleepUntil: 0 })
}

/** The database ends the worker's connection: its locks are free while it goes on. */
const dropLocks = ({ locks }: World, worker: Worker): void => {
  for (const [key, holder] of locks) if (holder === worker) locks.delete(key)
}

/** Requests that are on their way arrive, whoever still waits for an answer. */
const land = (world: World): void => {
  const landed = world.flights.filter(({ arrivesAt }) => arrivesAt <= world.now)
  world.flights = world.flights.filter(({ arrivesAt }) => arrivesAt > world.now)
  for (const { sender, life, wanted, arrivesAt } of landed) {
    const started = world.vendor.receive(wanted.key, wanted.request, arrivesAt)
    if (sender.life !== life || world.dice.chance(world.faults / 2)) continue
    sender.answer = { started, at: arrivesAt + world.dice.span(answerMs) }
  }
}

/** The worker takes one step: answers one ask of its tale, or takes an order up. */
const step = (world: World, worker: Worker): void => {
  if (world.now < worker.asleepUntil) return
  if (worker.frozenSince !== null) {
    worker.aheadMs -= world.now - worker.frozenSince
    worker.frozenSince = null
  }
  if (!worker.effect) {
    const wanted = world.dice.pick(world.orders)
    const terms = {
      ...{ key: wanted.key, model: 'vendor/model', maySend: true },
      looksForParked: world.faults > 0 && world.dice.chance(0.2),
      billed: ({ amount }: { amount: number | null }) => microUsd(amount ?? quoted),
    }
    worker.wanted = wanted
    push(worker, pursueOrder(terms), null)
    return
  }
  const answered = perform(world, worker, worker.effect)
  if (answered !== waits) resume(world, worker, answered)
  const problem = world.ledger.problem()
  if (problem) world.broken.push(`at ${world.now}: ${problem}`)
}

const push = (worker: Worker, tale: Tale<unknown>, lock: string | null): void => {
  worker.stack.push({ tale, lock })
  const first = tale.next()
  worker.effect = first.done ? null : first.value
}

/** Hand an answer to the tale; a tale that ends hands its result to the one that began it. */
const resume = (world: World, worker: Worker, answered: unknown): void => {
  let value = answered
  for (;;) {
    const frame = worker.stack.at(-1)
    if (!frame) {
      worker.effect = null
      return
    }
    const next = frame.tale.next(value)
    if (!next.done) {
      worker.effect = next.value
      return
    }
    worker.stack.pop()
    if (frame.lock && world.locks.get(frame.lock) === worker) world.locks.delete(frame.lock)
    value = next.value
  }
}

const waits = Symbol('waits')

const perform = (world: World, worker: Worker, effect: OrderEffect): unknown => {
  const { ledger, vendor, now, dice: chosen } = world
  const wanted = worker.wanted as Wanted
  const { key, port } = wanted
  switch (effect.ask) {
    case 'row':
      return ledger.draft(key, port, quoted, now)
    case 'hold':
      return ledger.hold(key, effect.again, now)
    case 'advance':
      if (effect.event.kind === 'proved-absent') world.counts.absent += 1
      return ledger.advance(key, effect.event, effect.fields, now)
    case 'is-stopping':
      return chosen.chance(0.05)
    case 'alone':
      return alone(world, worker, effect)
    case 'begin':
      worker.begun = { ledgerMs: now, machineMs: now + worker.aheadMs }
      if (chosen.chance(world.faults / 4)) fallAsleep(world, worker)
      return ledger.begin(key, now)
    case 'start':
      return start(world, worker, wanted)
    case 'check':
      return chosen.chance(world.faults)
        ? unreachable
        : vendor.check(effect.job, now, world.faults / 8)
    case 'find':
      return find(world, wanted)
    case 'collect':
      return collect(world, effect)
  }
}

const unreachable = { state: 'unreachable', reason: 'no connection' } as const

/** As the desk, over an adapter: what the account's list shows of an order, and what follows from its not being there. */
const find = (world: World, { key, request }: Wanted): unknown => {
  const { ledger, vendor, now, dice: chosen } = world
  if (vendor.nature.list === 'none') return null
  if (chosen.chance(world.faults)) return unreachable
  const sinceMs = Date.parse(ledger.orders.get(key)?.submittedAt ?? '')
  const found = lookedUp(vendor.list(now), { request, sinceMs, nowMs: now })
  const listed = [...found.jobs, ...(found.earlier ?? [])]
  const isLate = isLateEnough(now - sinceMs, leaveMs + arriveMs + vendor.nature.lagMs)
  if (!isLate) world.counts.tooEarly += 1
  return { ...sightOf(found, ledger.unexplained(key, listed)), isLateEnough: isLate }
}

const alone = (
  { locks }: World,
  worker: Worker,
  { work }: Extract<OrderEffect, { ask: 'alone' }>,
): unknown => {
  const lock = worker.wanted?.key ?? ''
  if (locks.has(lock)) return waits
  locks.set(lock, worker)
  push(worker, work(), lock)
  return waits
}

const start = (world: World, worker: Worker, wanted: Wanted): unknown => {
  const { now, dice: chosen } = world
  if (!worker.sending) {
    // Committing takes time, and the machine may have been asleep since.
    const { ledgerMs, machineMs } = worker.begun
    const machineTookMs = now + worker.aheadMs - machineMs
    if (!mayStillLeave({ machineMs: machineTookMs, ledgerMs: now - ledgerMs })) {
      world.counts.heldBack += 1
      return neverLeft
    }
    // What is sent with it is made ready first; that may take too long, and then nothing leaves.
    const leavesAt =
      now + (chosen.chance(world.faults) ? chosen.span(3 * leaveMs) : chosen.span(500))
    if (leavesAt - now > leaveMs) return neverLeft
    worker.sending = { leavesAt, givenUpAt: leavesAt + arriveMs + answerMs, isOut: false }
    worker.answer = null
  }
  const { sending } = worker
  if (!sending.isOut) {
    sending.isOut = true
    const arrivesAt = sending.leavesAt + chosen.span(arriveMs)
    const isLost = chosen.chance(world.faults / 4)
    const flight = { arrivesAt, sender: worker, life: worker.life, wanted }
    if (!isLost) world.flights.push(flight)
    return waits
  }
  if (worker.answer && worker.answer.at <= now) {
    worker.sending = null
    return worker.answer.started
  }
  if (now < sending.givenUpAt) return waits
  worker.sending = null
  return { kind: 'unknown', reason: 'no answer in time' }
}

const neverLeft: Started = { kind: 'not-accepted', retry: 'later', reason: 'it never left' }

const collect = (
  { vendor, faults, dice: chosen }: World,
  { output }: Extract<OrderEffect, { ask: 'collect' }>,
): unknown => {
  if (output.kind !== 'link') {
    return { state: 'stored', fields: { outputHash: footageOf(null) }, spent: null }
  }
  if (chosen.chance(faults)) return unreachable
  const id = output.url.split('/').at(-1) ?? ''
  if (vendor.jobs.find((job) => job.id === id)?.isDamaged || chosen.chance(faults / 4)) {
    return { state: 'unreadable', reason: 'it ends too early' }
  }
  return { state: 'stored', fields: { outputHash: footageOf(id) }, spent: null }
}

/** Nothing goes wrong any more: every order comes to an end or waits for a person. */
const calmDown = (world: World): void => {
  world.faults = 0
  for (const worker of world.workers) worker.asleepUntil = 0
  const isQuiet = (): boolean =>
    world.flights.length === 0 &&
    world.orders.every(({ key }) => isAtRest(world, world.ledger.orders.get(key)))
  for (let tick = 0; tick < 20_000 && !isQuiet(); tick += 1) happen(world)
  // Whoever holds a late answer tells it.
  for (let tick = 0; tick < 400; tick += 1) happen(world)
  if (!isQuiet()) {
    const states = world.orders.map(({ key }) => `${key} ${world.ledger.orders.get(key)?.state}`)
    world.broken.push(`never came to an end: ${states.join(', ')}`)
  }
}

/** Closed, waiting for a person, or without money to go on. */
const isAtRest = ({ ledger }: World, order: Order | undefined): boolean => {
  if (!order) return false
  if (isOrderClosed(order.state) || order.state === 'parked') return true
  return order.state === 'drafted' && !ledger.hasMoney(order.quoted)
}

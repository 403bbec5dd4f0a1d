import { vendorOf } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { exactUsd, type Usd } from '../domain/money.ts'
import type { Job, Order, OrderState } from '../domain/order.ts'
import type { Production } from '../domain/production.ts'
import { jobText } from '../domain/salvage.ts'
import { shotOfSlate } from '../domain/slate.ts'
import type { HoldAnswer } from '../ports/ledger-store.ts'
import { calledTakes, takeKeyOf } from './called-takes.ts'
import { type Maker, makerOf } from './close-orders.ts'
import type { Floor } from './floor.ts'
import { settleTest } from './late-tests.ts'
import { noticeLostAnswer } from './lost-answers.ts'
import { isBonded } from './money.ts'
import { asPart } from './outcome.ts'
import { sendsAgain } from './parked-text.ts'
import { type Followed, givePlace, reconcileOrders } from './reconcile.ts'
import { besidesNoMoney } from './reserved-text.ts'
import { isPastShooting } from './steer.ts'
import { jobIdFromText } from './written-job.ts'

/** What came of a person's decision about an order. */
export interface Decided {
  readonly order: Order
  /** What else is known, in words; null when nothing is. */
  readonly note: string | null
  /** Takes that were made of it for the shelf, because its run was past shooting: `p2/12C-3`. */
  readonly shelved: readonly string[]
}

/** What a person can decide about an order. */
export type DecisionKind = 'adopt' | 'resubmit' | 'write-off'
/** What is told of a job while it is adopted. */
export interface AdoptionTold {
  readonly onAdopted: () => void
  readonly onProgress: (fraction: number) => void
}

/** What a person can have done about orders. */
export interface OrderDecisions {
  /**
   * See that an order can be decided about like that, before anybody is asked.
   *
   * @throws StudioError `bad-input` as the decision itself; `not-found`
   */
  requireOpen(key: string, decision: DecisionKind): Promise<void>
  /** As `reconcileOrders`. */
  reconcile(orders: readonly Order[], signal: AbortSignal): Promise<readonly Followed[]>
  /** End a test of a provider that was cut off with nothing open, as `settleTest`: no answer of a vendor's does that. */
  settleTest(run: Pick<Production, 'id'>): Promise<void>
  /**
   * Say which job of the vendor's a parked order is, and follow it: by one look where its run goes on with it, else until it is at
   * home, for as long as this process waits for a job.
   *
   * @param told hears that the job was looked at and is the order's now, then how far the work is, 0…1, while it is waited for
   * @param job the job's id as the vendor shows it, or a job with that id as JSON; what else belongs to it is the adapter's
   * @throws StudioError `bad-input` for an order that is not parked, for a job that the vendor does not know or another order has;
   *   `not-available`, `vendor-unavailable` when the vendor cannot be asked
   */
  adopt(key: string, job: string, signal: AbortSignal, told?: AdoptionTold): Promise<Decided>
  /**
   * Hold the money of a parked order once more, so that its run sends it again.
   *
   * @throws StudioError `bad-input` for an order that is not parked, or whose run does not send any more; `cap-reached`, `overrun`,
   *   `vendor-unavailable`, `run-paused`
   */
  resubmit(key: string): Promise<Decided>
  /**
   * Give an order up.
   *
   * @param billed what the vendor's account shows; null where nobody knows: then every submission in doubt counts in full
   * @throws StudioError `bad-input` for an order that is not at a vendor
   */
  writeOff(key: string, billed: Usd | null): Promise<Decided>
}

/** A person's decisions over a floor. */
export const orderDecisions = (floor: Floor): OrderDecisions => ({
  requireOpen: async (key, decision) => {
    const order = await decidable(floor, key, decision)
    if (decision === 'resubmit') await requireSender(floor, order)
  },
  reconcile: (orders, signal) => reconcileOrders(floor, orders, signal),
  settleTest: (run) => settleTest(floor, run),
  adopt: async (key, written, signal, told) => {
    const order = await decidable(floor, key, 'adopt')
    const maker = requireMaker(floor, order)
    const job = await jobOf(floor, order, maker, { written, signal })
    const adopted = await floor.ledger.advance(key, { kind: 'adopted-by-person', job })
    told?.onAdopted()
    const run = await floor.productions.get(order.production)
    const patienceMs = isGoingOn(run) ? 0 : (floor.timeoutMs ?? Number.POSITIVE_INFINITY)
    const outcome = await floor.desk.followToEnd(adopted, maker, patienceMs, signal, {
      onProgress: async (done) => told?.onProgress(done),
    })
    const note = outcome.kind === 'running' ? (outcome.note ?? `${order.model} is making it`) : null
    return decided(floor, key, note)
  },
  resubmit: async (key) => {
    const order = await decidable(floor, key, 'resubmit')
    await requireSender(floor, order)
    const useBond = await mayUseBond(floor, order)
    const answer = await floor.desk.holdAgain(order, useBond, makerOf(floor, order)?.account)
    if (answer.kind !== 'granted') {
      const besides = await besidesNoMoney(floor.ledger, order.production, answer)
      throw notHeld(order, answer, besides)
    }
    return decided(floor, key, null)
  },
  writeOff: async (key, billed) => {
    const order = await decidable(floor, key, 'write-off')
    const how =
      billed === null
        ? 'counted as billed in full'
        : `billed ${exactUsd(billed)} by that person's word`
    const reason = `${asPart(order.reason) || standingText(order)}; written off by a person, ${how}`
    const event = { kind: 'written-off-by-person', reason, isUnknown: billed === null } as const
    await floor.ledger.advance(key, event, billed === null ? {} : { billed })
    return decided(floor, key, null)
  },
})

/** How an order stood that has no reason of its own, as part of a sentence. */
const standingText = ({ state, job, model }: Order): string => {
  if (job === null) return 'no answer'
  return `${model} ${state === 'ready' ? 'had made' : 'was making'} it as job ${jobText(job)}`
}

/** Whether a run shoots its film yet, so that it waits for its orders itself. */
const isGoingOn = (run: Production | null): boolean =>
  run !== null && !run.isTest && run.state !== 'cancelled' && !isPastShooting(run)

const statesFor: Readonly<Record<DecisionKind, readonly OrderState[]>> = {
  adopt: ['parked', 'unknown'],
  resubmit: ['parked', 'unknown'],
  'write-off': ['parked', 'unknown', 'accepted', 'ready'],
}

const decided = async (floor: Floor, key: string, note: string | null): Promise<Decided> => {
  const order = await knownOrder(floor, key)
  return { order, note, shelved: await givePlace(floor, order.production, [order]) }
}

const knownOrder = async ({ ledger }: Floor, key: string): Promise<Order> => {
  const order = await ledger.order(key)
  if (order) return order
  throw new StudioError({ code: 'not-found', message: `There is no order "${key}".` })
}

const decidable = async (floor: Floor, key: string, decision: DecisionKind): Promise<Order> => {
  const order = await noticeLostAnswer(floor.ledger, await knownOrder(floor, key))
  if (statesFor[decision].includes(order.state)) {
    if (decision === 'adopt' && order.port === 'llm') throw noJob(order)
    return order
  }
  if (order.state === 'submitting') throw onItsWay(order)
  throw new StudioError({
    code: 'bad-input',
    message: `Order ${key} is ${stateText(order)}: there is nothing for a person to decide about it like that. Nothing was changed.${decision === 'adopt' ? bringsHome(order) : ''}`,
  })
}

/** How an order stands, with what its vendor calls it, and what is done about one that is being made. */
const stateText = ({ state, job, model, production }: Order): string => {
  const known = job === null ? state : `${state} (job ${jobText(job)} at ${model})`
  return state === 'accepted' || state === 'ready'
    ? `${known}, and \`npx --no-install claude-studio orders reconcile ${production}\` brings home what is made of it`
    : known
}

/** What is done with a job that an order cannot have any more: one of a submission before its last, or of one that is closed. */
const bringsHome = ({ model, port, funds }: Order): string =>
  port === 'video' && funds !== 'simulated'
    ? ` Footage of a job that is not at home goes to the shelf: \`npx --no-install claude-studio salvage --provider ${vendorOf(model)} --job ID${funds === 'emulated' ? ' --emulated' : ''}\`.`
    : ''

const onItsWay = ({ key, model }: Order): StudioError =>
  new StudioError({
    ...{ code: 'bad-input', retry: 'later' },
    message: `Order ${key} is being sent to ${model} by another process at this moment, which writes down what comes of it. Nothing was changed.`,
  })

const noJob = ({ key, model }: Order): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Order ${key} asks ${model} for an answer, which is no job that could be adopted. Nothing was changed. What you can do: \`npx --no-install claude-studio orders show ${key}\`.`,
  })

const requireMaker = (floor: Floor, order: Order): Maker => {
  const maker = makerOf(floor, order)
  if (maker) return maker
  throw new StudioError({
    code: 'not-available',
    message: `${order.model} cannot be asked about order ${order.key} from here. Nothing was changed.`,
  })
}

/** The job that a person names, whole: a take that goes on from its clip needs all of it. */
const jobOf = async (
  floor: Floor,
  order: Order,
  maker: Maker,
  { written, signal }: { readonly written: string; readonly signal: AbortSignal },
): Promise<Job> => {
  const { key, request, model } = order
  const id = jobIdFromText(written)
  const job = maker.jobWithId?.(id, request) ?? { id }
  if ((await floor.ledger.unclaimed(key, [job])).length === 0) {
    throw new StudioError({
      code: 'bad-input',
      message: `Job ${id} is that of another order already. Nothing was changed.`,
    })
  }
  const { state } = await maker.check(job, signal)
  if (state !== 'gone') return job
  throw new StudioError({
    code: 'bad-input',
    message: `${model} knows no job ${id}. Nothing was changed. Look its id up on the vendor's site.`,
  })
}

/** See that a run is there that sends an order again. */
const requireSender = async (floor: Floor, order: Order): Promise<void> => {
  const run = await floor.productions.get(order.production)
  if (run && sendsAgain(run, order)) return
  const slate = run ? await slateOf(floor, order) : null
  const end = order.port === 'llm' ? 'Write it off' : 'Adopt it or write it off'
  if (run?.isTest) {
    throw new StudioError({
      code: 'bad-input',
      message: `Run ${run.id} is a test of a provider, and a test sends its order once. Nothing was changed. ${end}, and test anew: \`npx --no-install claude-studio test-provider ${vendorOf(order.model)}\`.`,
    })
  }
  const instead =
    run && run.state !== 'cancelled' && slate
      ? `${end}; after that the shot can be taken again: npx --no-install claude-studio retake ${run.id} ${shotOfSlate(slate)}`
      : `${end} instead.`
  throw new StudioError({
    code: 'bad-input',
    message: `Run ${order.production} ${run ? `is ${run.state}, in the stage ${run.stage},` : 'was deleted'} and does not send order ${order.key} any more. Nothing was changed. ${instead}`,
  })
}

const slateOf = async (floor: Floor, { key, production }: Order) => {
  const called = await calledTakes(floor, production)
  return called.find((one) => takeKeyOf(one) === key)?.call.slate ?? null
}

const mayUseBond = async (floor: Floor, order: Order): Promise<boolean> => {
  if (order.port !== 'video') return true
  const called = await calledTakes(floor, order.production)
  const isTest = called.find((one) => takeKeyOf(one) === order.key)?.call.test ?? true
  const brief = await floor.productions.brief(order.production)
  return !isTest && isBonded(floor, brief, order.model)
}

const notHeld = (
  { key, quoted, production, model }: Order,
  answer: Exclude<HoldAnswer, { kind: 'granted' }>,
  /** As {@link besidesNoMoney} tells it. */
  besides: string,
): StudioError => {
  const what = `Order ${key} is not sent again: `
  switch (answer.kind) {
    case 'refused':
      return new StudioError({
        code: 'cap-reached',
        message: `${what}${exactUsd(quoted)} would be held once more, and ${exactUsd(answer.available)} are left under the ${answer.scope} cap of ${exactUsd(answer.cap)}. Nothing was changed.${besides}`,
      })
    case 'blocked-by-overrun':
      return new StudioError({
        code: 'overrun',
        message: `${what}${besides}, and nothing more is held until you raise the cap: \`npx --no-install claude-studio budget ${production} --raise-to USD\`. Nothing was changed.`,
      })
    case 'no-slot':
    case 'resting':
      return new StudioError({
        ...{ code: 'vendor-unavailable', retry: 'later' },
        message: `${what}${answer.kind === 'resting' ? asPart(answer.reason) : `all slots of ${model} are taken`}. Nothing was changed; try again later.`,
      })
    case 'not-wanted':
      return new StudioError({
        code: answer.wanted === 'pause' ? 'run-paused' : 'run-cancelled',
        message: `${what}run ${production} is to ${answer.wanted}. Nothing was changed. Resume the run first.`,
      })
  }
}

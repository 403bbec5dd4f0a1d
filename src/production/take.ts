import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dollarsOf, type Usd, zeroUsd } from '../domain/money.ts'
import { type Order, ownCost } from '../domain/order.ts'
import { continuityChains, type Script, type Shot, shotsOf } from '../domain/script.ts'
import { sceneOfShot } from '../domain/slate.ts'
import { type Footage, notOrdered, repeatedTakes, type Take } from '../domain/take.ts'
import { frames } from '../domain/time.ts'
import type { OrderChain } from '../ports/ledger-store.ts'
import type { ShotOrder } from '../ports/video-model.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { firstFrameOf } from './keyframe.ts'
import { isBonded, sayMoney } from './money.ts'
import type { OrderOutcome } from './order-outcome.ts'
import type { Outcome } from './outcome.ts'
import { asPart, done, halted, ok, stepOutcome } from './outcome.ts'
import { storeMade } from './rows.ts'
import { shotIdentity, takeOrderKey } from './shot-order.ts'
import { review } from './take-review.ts'
import { type TakeRequest, takeRow, takeWork } from './take-work.ts'
import { toldOfWait } from './told-of-wait.ts'
import { filmRemedy } from './trouble-remedy.ts'
import { repeatText } from './warnings.ts'

/** What came of a take, as short as a journal wants it. */
export type TakeResult =
  | 'reviewed'
  | 'no-footage'
  /** Its order waits for a person. */
  | 'parked'
  /** Its order is at its vendor for longer than anybody wants to wait. */
  | 'late'

/** Longest that one journaled step watches a job before it lets the engine sleep. */
const watchMs = 10 * 60_000
/** Durable pause between two watches, and between two tries for a slot. */
const pauseMs = 2_000

/** The workflow of one take: order, wait, conform, review. Everything it makes is a row; what exists is skipped. */
export const takeWorkflow = (floor: Floor): Workflow<TakeRequest, Outcome<TakeResult>> => ({
  name: 'take',
  run: (context, request) => shootTake(floor, context, request),
})

const shootTake = async (
  floor: Floor,
  context: WorkflowContext,
  request: TakeRequest,
): Promise<Outcome<TakeResult>> => {
  const { slate } = request
  for (let watch = 1; ; watch += 1) {
    const ordered = await stepOutcome(context, `footage ${slate} ${watch}`, () =>
      footageOf(floor, request, watch === 1),
    )
    if (ordered.kind !== 'ok') return ordered
    if (ordered.value === 'delivered') break
    if (ordered.value !== 'still-running') return ok(ordered.value)
    await context.sleep(`wait ${slate} ${watch}`, pauseMs)
  }
  const ingested = await stepOutcome(context, `conform ${slate}`, () => conform(floor, request))
  if (ingested.kind !== 'ok') return ingested
  const reviewed = await stepOutcome(context, `review ${slate}`, () => review(floor, request))
  return reviewed.kind === 'ok' ? ok('reviewed' as const) : reviewed
}

type Footing = 'delivered' | 'still-running' | Exclude<TakeResult, 'reviewed'>

const footageOf = async (
  floor: Floor,
  request: TakeRequest,
  first: boolean,
): Promise<Outcome<Footing>> => {
  const { production, pilot, slate } = request
  const existing = await takeRow(floor, request)
  if (existing) return ok(existing.footage.kind === 'stored' ? 'delivered' : 'no-footage')
  const { brief, script, shot, order: wanted } = await takeWork(floor, request)
  const order: ShotOrder = { ...wanted, firstFrame: await firstFrameOf(floor, request) }
  const subject = `${pilot}/${slate}`
  if (first) await say(floor, production, `ordered/${subject}`, 'take-ordered', { pilot, slate })
  const outcome = await floor.desk.complete(
    {
      key: takeOrderKey(production, pilot, slate),
      production,
      port: 'video',
      model: floor.videoModel(request.model),
      request: order,
      identity: shotIdentity(order),
      useBond: !request.test && isBonded(floor, brief, request.model),
      ...linkOf(request, script, shot),
    },
    Math.min(watchMs, floor.timeoutMs ?? watchMs),
    floor.signal(production),
    {
      onProgress: (fraction) => floor.productions.setProgress(production, subject, fraction),
      ...toldOfWait(floor, production, { subject, what: `Take ${slate} of ${pilot}` }),
    },
  )
  return footingOf(floor, request, outcome)
}

/** Where a take stands in its continuity chain; a pilot's tests shoot single scenes. */
const linkOf = (
  { pilot, test }: TakeRequest,
  script: Script,
  { id }: Shot,
): { readonly chain?: OrderChain } => {
  if (test) return {}
  const chain = continuityChains(script).find(({ scenes }) => scenes.includes(sceneOfShot(id)))
  if (!chain) return {}
  const shots = shotsOf(script).filter((one) => chain.scenes.includes(sceneOfShot(one.id)))
  const left = shots.length - 1 - shots.findIndex((one) => one.id === id)
  return { chain: { name: `${pilot}/${chain.name}`, left } }
}

const footingOf = async (
  floor: Floor,
  request: TakeRequest,
  outcome: OrderOutcome,
): Promise<Outcome<Footing>> => {
  const { production, pilot, slate } = request
  switch (outcome.kind) {
    case 'delivered':
      await say(floor, production, `delivered/${pilot}/${slate}`, 'take-delivered', {
        pilot,
        slate,
        costUsd: dollarsOf(ownCost(outcome.order)),
      })
      await sayMoney(floor, production, outcome.order.key)
      return ok('delivered')
    case 'running':
    case 'later':
      if (floor.signal(production).aborted) {
        return halted('pause', 'the take waits for its footage')
      }
      return outcome.kind === 'running' && (await isTooLong(floor, outcome.order))
        ? ok('late')
        : ok('still-running')
    case 'refused':
    case 'failed':
      await saveMissing(floor, request, `${outcome.kind}: ${outcome.reason}`, outcome.order)
      return ok('no-footage')
    case 'parked':
      await sayParked(floor, request, outcome)
      return ok('parked')
    case 'stopped': {
      const { trouble, order, reason } = outcome
      const message = `Take ${slate} was not ordered from ${order.model}: ${asPart(reason)}. ${filmRemedy(trouble, floor.contact(order.model), { id: production, funds: order.funds })}`
      return { kind: 'failed', code: trouble, retry: 'later', message }
    }
    case 'no-money':
      await say(floor, production, `no-money/${pilot}/${slate}`, 'plan-shrunk', {
        text: `Take ${slate} on ${request.model} was not ordered: no money is left for it.`,
      })
      await saveTake(floor, request, noMoney, [], zeroUsd)
      return ok('no-footage')
    case 'not-wanted':
      return halted(outcome.wanted, 'the take was not ordered')
  }
}

/** Say that a take waits for a person, once for each submission that nobody can tell of. */
const sayParked = async (
  floor: Floor,
  { production, pilot, slate }: TakeRequest,
  { order, reason }: Extract<OrderOutcome, { kind: 'parked' }>,
): Promise<void> => {
  const key = `parked/${pilot}/${slate}/${order.submissions}`
  await say(floor, production, key, 'take-parked', { pilot, slate, order: order.key, reason })
}

/** Whether an order is at its vendor for longer than anybody wants to wait; it stays there all the same. */
const isTooLong = async ({ timeoutMs, ledger }: Floor, { submittedAt }: Order): Promise<boolean> =>
  timeoutMs !== null &&
  submittedAt !== null &&
  (await ledger.now()) - Date.parse(submittedAt) >= timeoutMs

const noMoney: Footage = { kind: 'missing', reason: notOrdered }

const saveMissing = async (
  floor: Floor,
  request: TakeRequest,
  reason: string,
  order: Order,
): Promise<void> => {
  const { production, pilot, slate } = request
  await say(floor, production, `lost/${pilot}/${slate}`, 'take-lost', { pilot, slate, reason })
  await saveTake(floor, request, { kind: 'missing', reason }, [], ownCost(order))
}

const saveTake = async (
  floor: Floor,
  request: TakeRequest,
  footage: Footage,
  depicted: readonly string[],
  cost: Usd,
): Promise<Take> => {
  const { order, shot } = await takeWork(floor, request)
  return floor.productions.addTake(request.production, {
    schema: 'take@2',
    slate: request.slate,
    shot: shot.id,
    pilot: request.pilot,
    orderKey: takeOrderKey(request.production, request.pilot, request.slate),
    model: request.model,
    state: footage.kind === 'stored' ? 'dailies' : 'ng',
    footage,
    depicted,
    prompt: order.prompt,
    seed: order.seed,
    cost,
    funds: floor.prices.model(request.model).funds,
    test: request.test,
    continuesFrom: request.continuesFrom,
    wanted: shot.length,
    decidedBy: 'crew',
    note: footage.kind === 'stored' ? '' : footage.reason,
  })
}

/** Make a take of an order that was closed with nobody at work on it: of its footage, or of the fact that there is none. */
export const keepTake = async (floor: Floor, request: TakeRequest, order: Order): Promise<void> => {
  if (order.state === 'delivered') await conform(floor, request)
  else await saveMissing(floor, request, `${order.state}: ${order.reason}`, order)
}

/** Make the delivered clip fit the film and save the take; does nothing when it is saved. */
export const conform = async (floor: Floor, request: TakeRequest): Promise<Outcome<null>> => {
  const { production, pilot, slate } = request
  if (await takeRow(floor, request)) return done
  const order = await floor.ledger.order(takeOrderKey(production, pilot, slate))
  if (!order?.outputHash) throw new TypeError(`Order of ${slate} has no footage to conform`)
  const said = deliverySaid(order)
  const { brief, order: wanted } = await takeWork(floor, request)
  const folder = await floor.vault.scratchFolder()
  try {
    const output = join(folder, 'conformed.mp4')
    const length = await floor.media.conformTake(
      {
        input: await floor.vault.path(order.outputHash),
        output,
        size: brief.size,
        rate: brief.rate,
        leaderFrames: said.leaderFrames,
        length: wanted.length,
      },
      floor.signal(production),
    )
    const hash = await storeMade(floor, production, output, 'mp4')
    const available = { start: frames(0), length }
    const footage = { kind: 'stored', hash, originalHash: order.outputHash, available } as const
    const take = await saveTake(floor, request, footage, said.depicted, ownCost(order))
    await sayRepeat(floor, production, take)
    return done
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Say that the vendor delivered the picture of another take once more, and was paid for it. */
const sayRepeat = async (floor: Floor, production: string, saved: Take): Promise<void> => {
  const takes = await floor.productions.takes(production)
  for (const repeated of repeatedTakes(takes)) {
    const { take, like } = repeated
    if (![take.slate, like.slate].includes(saved.slate) || take.pilot !== saved.pilot) continue
    const key = `repeat/${take.pilot}/${take.slate}`
    await say(floor, production, key, 'note', { text: repeatText(repeated) })
  }
}

/** What an order's delivery said of itself. */
export const deliverySaid = (
  order: Pick<Order, 'output'>,
): { readonly depicted: readonly string[]; readonly leaderFrames: number } => {
  const said = order.output as { depicted?: readonly string[]; leaderFrames?: number } | null
  return { depicted: said?.depicted ?? [], leaderFrames: said?.leaderFrames ?? 0 }
}

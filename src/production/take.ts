import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { reviewTake } from '../agents/qa-verifier/review-take.ts'
import type { Brief } from '../domain/brief.ts'
import { dollarsOf, type Usd, zeroUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { Review } from '../domain/review.ts'
import type { Picture, Script } from '../domain/script.ts'
import type { ShotId, SlateId } from '../domain/slate.ts'
import { shotOfSlate } from '../domain/slate.ts'
import type { Footage, Take } from '../domain/take.ts'
import { passThreshold, type Tier } from '../domain/tier.ts'
import { frames, secondsFromFrames } from '../domain/time.ts'
import type { Keyframe, ShotOrder } from '../ports/video-model.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { isBonded, sayMoney } from './money.ts'
import type { Outcome } from './outcome.ts'
import { done, halted, ok, stepOutcome } from './outcome.ts'
import { scriptOfTake } from './revision.ts'
import { asJson, circledTake, pilotOf, readDocument, storeMade } from './rows.ts'
import type { OrderOutcome } from './sent-order.ts'
import {
  type ScriptedShot,
  scriptedShot,
  shotIdentity,
  shotOrder,
  takeOrderKey,
} from './shot-order.ts'

/** One take to be shot. */
export type TakeRequest = {
  readonly production: string
  readonly pilot: string
  readonly slate: SlateId
  readonly model: string
  /** Shot as a pilot's test: a slate is put at its head. */
  readonly test: boolean
  /** Slate whose last frame it starts from; null to start freely. On the call sheet it holds from when the take is ordered. */
  readonly continuesFrom: SlateId | null
}

/** What came of a take, as short as a journal wants it. */
export type TakeResult = 'reviewed' | 'no-footage'

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
    if (ordered.value === 'no-footage') return ok('no-footage' as const)
    if (ordered.value === 'delivered') break
    await context.sleep(`wait ${slate} ${watch}`, pauseMs)
  }
  const ingested = await stepOutcome(context, `conform ${slate}`, () => conform(floor, request))
  if (ingested.kind !== 'ok') return ingested
  const reviewed = await stepOutcome(context, `review ${slate}`, () => review(floor, request))
  return reviewed.kind === 'ok' ? ok('reviewed' as const) : reviewed
}

interface TakeWork extends ScriptedShot {
  readonly brief: Brief
  readonly script: Script
  /** The order, but for the frame it starts from: only who sends it needs that one. */
  readonly order: Omit<ShotOrder, 'firstFrame'>
}

const prepare = async (floor: Floor, request: TakeRequest): Promise<TakeWork> => {
  const { production, pilot, slate, test } = request
  const brief = await floor.productions.brief(production)
  const script = await scriptOfTake(floor.productions, production, pilot, slate)
  const scripted = scriptedShot(script, shotOfSlate(slate))
  const take = Number(slate.split('-')[1])
  const order = shotOrder({ brief, script, shot: scripted.shot, take, test })
  return { ...scripted, brief, script, order }
}

/** The frame a take starts from, taken from the footage before it once and written down: a take waits for its slot often. */
const firstFrameOf = async (
  floor: Floor,
  { production, pilot, continuesFrom }: TakeRequest,
): Promise<Keyframe | null> => {
  if (!continuesFrom) return null
  const key = `last-frame/${pilot}/${continuesFrom}`
  const known = await floor.productions.document(production, 'note', key)
  const hash =
    typeof known === 'string' && (await floor.vault.has(known))
      ? known
      : await lastFrameOf(floor, production, pilot, continuesFrom)
  if (hash === null) return null
  if (hash !== known) await floor.productions.putDocument(production, 'note', key, hash, true)
  return { hash, path: await floor.vault.path(hash) }
}

/** The last frame of a take as it will be cut, as a still in the vault: its hash. */
const lastFrameOf = async (
  floor: Floor,
  production: string,
  pilot: string,
  slate: SlateId,
): Promise<string | null> => {
  const takes = await floor.productions.takes(production)
  const take = takes.find((candidate) => candidate.pilot === pilot && candidate.slate === slate)
  if (take?.footage.kind !== 'stored') return null
  const folder = await floor.vault.scratchFolder()
  try {
    const still = join(folder, 'last-frame.png')
    await floor.media.still(
      await floor.vault.path(take.footage.hash),
      frames(take.wanted - 1),
      still,
      floor.signal(production),
    )
    return await storeMade(floor, production, still, 'png')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Footing = 'delivered' | 'still-running' | 'no-footage'

const footageOf = async (
  floor: Floor,
  request: TakeRequest,
  first: boolean,
): Promise<Outcome<Footing>> => {
  const { production, pilot, slate } = request
  const existing = await takeRow(floor, request)
  if (existing) return ok(existing.footage.kind === 'stored' ? 'delivered' : 'no-footage')
  const { brief, order: wanted } = await prepare(floor, request)
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
    },
    watchMs,
    floor.signal(production),
    (fraction) => floor.productions.setProgress(production, subject, fraction),
  )
  return footingOf(floor, request, outcome)
}

const takeRow = async (floor: Floor, request: TakeRequest): Promise<Take | undefined> =>
  (await floor.productions.takes(request.production)).find(
    ({ pilot, slate }) => pilot === request.pilot && slate === request.slate,
  )

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
        costUsd: dollarsOf(outcome.order.billed),
      })
      await sayMoney(floor, production, outcome.order.key)
      return ok('delivered')
    case 'running':
    case 'later':
      return floor.signal(production).aborted
        ? halted('pause', 'the take waits for its footage')
        : ok('still-running')
    case 'refused':
    case 'failed':
      await saveMissing(floor, request, `${outcome.kind}: ${outcome.reason}`, outcome.order)
      return ok('no-footage')
    case 'parked':
      return halted('parked', `Order ${outcome.order.key} waits for a person: ${outcome.reason}`)
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

const noMoney: Footage = { kind: 'missing', reason: 'not ordered: no money was left for it' }

const saveMissing = async (
  floor: Floor,
  request: TakeRequest,
  reason: string,
  order: Order,
): Promise<void> => {
  const { production, pilot, slate } = request
  await say(floor, production, `lost/${pilot}/${slate}`, 'take-lost', { pilot, slate, reason })
  await saveTake(floor, request, { kind: 'missing', reason }, [], order.billed)
}

const saveTake = async (
  floor: Floor,
  request: TakeRequest,
  footage: Footage,
  depicted: readonly string[],
  cost: Usd,
): Promise<Take> => {
  const { order, shot } = await prepare(floor, request)
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

/** Make the delivered clip fit the film and save the take; does nothing when it is saved. */
export const conform = async (floor: Floor, request: TakeRequest): Promise<Outcome<null>> => {
  const { production, pilot, slate } = request
  if (await takeRow(floor, request)) return done
  const order = await floor.ledger.order(takeOrderKey(production, pilot, slate))
  if (!order?.outputHash) throw new TypeError(`Order of ${slate} has no footage to conform`)
  const said = deliverySaid(order)
  const { brief, order: wanted } = await prepare(floor, request)
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
    await saveTake(floor, request, footage, said.depicted, order.billed)
    return done
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const deliverySaid = (
  order: Order,
): { readonly depicted: readonly string[]; readonly leaderFrames: number } => {
  const said = order.output as { depicted?: readonly string[]; leaderFrames?: number } | null
  return { depicted: said?.depicted ?? [], leaderFrames: said?.leaderFrames ?? 0 }
}

/** Measure, judge, and write the review down. */
const review = async (floor: Floor, request: TakeRequest): Promise<Outcome<null>> => {
  const { production, pilot, slate } = request
  const take = await takeRow(floor, request)
  if (take?.footage.kind !== 'stored') return done
  const reviews = await floor.productions.reviews(production)
  const known = reviews.find((one) => one.pilot === pilot && one.slate === slate)
  const judged = known ?? (await judge(floor, request, take, take.footage.hash))
  await sayReviewed(floor, production, take, judged)
  return done
}

/** Say how a take was judged; harmless when it was said before. */
export const sayReviewed = async (
  floor: Floor,
  production: string,
  { pilot, slate, footage }: Take,
  { passed, scores }: Review,
): Promise<void> => {
  const { rate } = await floor.productions.brief(production)
  const length = footage.kind === 'stored' ? footage.available.length : frames(0)
  await say(floor, production, `reviewed/${pilot}/${slate}`, 'take-reviewed', {
    pilot,
    slate,
    passed,
    scores: asJson(scores),
    seconds: secondsFromFrames(length, rate),
  })
}

const judge = async (
  floor: Floor,
  request: TakeRequest,
  take: Take,
  hash: string,
): Promise<Review> => {
  const { production, pilot } = request
  const { brief, script, scene, shot, order } = await prepare(floor, request)
  const plan = await readDocument(floor.productions, production, 'plan')
  const contract = await readDocument(floor.productions, production, 'contract')
  const { picture } = shot
  // A take on another model than the plan's is judged as what it is.
  const tier = floor.prices.model(request.model).tier ?? pilotOf(plan, pilot).tier
  const technical = await floor.media.reviewTake(
    await floor.vault.path(hash),
    {
      camera: picture.camera,
      hasMotion: isMeantToMove(picture, tier),
      timeOfDay: picture.timeOfDay,
      length: order.length,
      rate: brief.rate,
      size: brief.size,
    },
    floor.signal(production),
  )
  const judged = await reviewTake(floor.crew(production), {
    take,
    shot,
    scene,
    script,
    items: contract.items,
    technical,
    threshold: passThreshold[tier],
    stills: [],
  })
  await floor.productions.putReview(production, judged)
  return judged
}

/** Stills with a camera move are what the cheapest tier is; elsewhere people and weather move. */
const isMeantToMove = ({ subjects, weather }: Picture, tier: Tier): boolean =>
  tier !== 'static-images' && (subjects.length > 0 || weather !== 'clear')

/** Slate of the take a shot continues from: the circled take of the shot before it in its chain. */
export const continuedSlate = (
  takes: readonly Take[],
  pilot: string,
  previous: ShotId | null,
): SlateId | null => (previous ? (circledTake(takes, pilot, previous)?.slate ?? null) : null)

import { circleTake } from '../agents/critic/circle-take.ts'
import { isRetakeWorth, isScriptsFault } from '../agents/critic/worth-retake.ts'
import { maxUsd, microUsd, sumUsd, type Usd } from '../domain/money.ts'
import type { Review } from '../domain/review.ts'
import type { Scene } from '../domain/script.ts'
import type { ShotId, SlateId } from '../domain/slate.ts'
import { slateId } from '../domain/slate.ts'
import { isUsable, type Take } from '../domain/take.ts'
import { passThreshold } from '../domain/tier.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import { keepBond } from './bond.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { affordShot, bondNeeded, openShots, type ShotQuestion, takePrice } from './money.ts'
import type { Outcome } from './outcome.ts'
import { done, ok, stepOutcome, worstOf } from './outcome.ts'
import { pilotOf, readDocument, takeNumber, takesOfShot } from './rows.ts'
import { scriptedShot, takeOrderKey } from './shot-order.ts'
import { continuedSlate, sayReviewed, type TakeRequest, type TakeResult } from './take.ts'

/** A chain of scenes to shoot, in order; chains run side by side, the shots of a chain one after the other. */
export type ChainRequest = {
  readonly production: string
  readonly pilot: string
  readonly chain: string
  readonly scenes: readonly number[]
  readonly test: boolean
  readonly attempt: number
}

/** Most takes of one shot, retakes by the crew included. */
export const mostTakes = 4

/** The workflow of a continuity chain. */
export const chainWorkflow = (
  floor: Floor,
  take: Workflow<TakeRequest, Outcome<TakeResult>>,
): Workflow<ChainRequest, Outcome<null>> => ({
  name: 'chain',
  run: (context, request) => shootChain(floor, take, context, request),
})

type TakeFlow = Workflow<TakeRequest, Outcome<TakeResult>>

const shootChain = async (
  floor: Floor,
  take: TakeFlow,
  context: WorkflowContext,
  request: ChainRequest,
): Promise<Outcome<null>> => {
  const listed = await stepOutcome(context, 'shots', () => shotList(floor, request))
  if (listed.kind !== 'ok') return listed
  for (const { shot, previous } of listed.value) {
    const shotDone = await shootShot(floor, take, context, { ...request, shot, previous })
    if (shotDone.kind !== 'ok') return shotDone
  }
  return done
}

type ChainLink = {
  readonly shot: ShotId
  readonly previous: ShotId | null
}

const shotList = async (
  floor: Floor,
  { production, pilot, scenes }: ChainRequest,
): Promise<Outcome<readonly ChainLink[]>> => {
  const script = await readDocument(floor.productions, production, 'script', pilot)
  const byNumber = new Map(script.scenes.map((scene) => [scene.number, scene]))
  const shots = scenes.flatMap((number) => byNumber.get(number)?.shots ?? [])
  return ok(shots.map(({ id }, index) => ({ shot: id, previous: shots[index - 1]?.id ?? null })))
}

type ShotRequest = ChainRequest & {
  readonly shot: ShotId
  readonly previous: ShotId | null
}

const shootShot = async (
  floor: Floor,
  take: TakeFlow,
  context: WorkflowContext,
  request: ShotRequest,
): Promise<Outcome<null>> => {
  for (let round = 1; ; round += 1) {
    const wanted = await stepOutcome(context, `takes of ${request.shot} round ${round}`, () =>
      takesWanted(floor, request),
    )
    if (wanted.kind !== 'ok') return wanted
    const isFinished = wanted.value.length === 0
    const shot = await shootTakes(take, context, request, wanted.value)
    if (shot.kind !== 'ok') return shot
    const circled = await stepOutcome(context, `circle ${request.shot} round ${round}`, () =>
      circle(floor, request, isFinished),
    )
    if (circled.kind !== 'ok' || isFinished) return circled
  }
}

const shootTakes = async (
  take: TakeFlow,
  context: WorkflowContext,
  request: ShotRequest,
  wanted: readonly TakeRequest[],
): Promise<Outcome<null>> => {
  const started = []
  for (const one of wanted) {
    const id = `${request.production}/take/${request.pilot}/${one.slate}/${request.attempt}`
    started.push(await context.startChild(take, id, one))
  }
  const outcomes: Outcome<TakeResult>[] = []
  for (const handle of started) outcomes.push(await handle.result())
  return worstOf(outcomes)
}

/** The takes to shoot in this round; none when the shot is finished. What was called before a crash is called again. */
const takesWanted = async (
  floor: Floor,
  request: ShotRequest,
): Promise<Outcome<readonly TakeRequest[]>> => {
  const question = await shotQuestion(floor, request)
  const called = await callSheet(floor, request)
  const finished = await finishedTakes(floor, request, question.existing)
  const continuesFrom = continuedSlate(question.takes, request.pilot, request.previous)
  const open = called.filter(({ slate }) => !finished.has(slate))
  if (open.length > 0) {
    return ok(await Promise.all(open.map((call) => startFrom(floor, call, continuesFrom))))
  }
  const wanted =
    question.existing.length === 0
      ? await firstCall(floor, request, question)
      : await retakeCall(floor, request, question)
  if (!wanted) return ok([])
  const taken = Math.max(0, ...question.existing.map(takeNumber))
  const calls = Array.from(
    { length: wanted.takes },
    (_, index): TakeRequest => ({
      production: request.production,
      pilot: request.pilot,
      slate: slateId(request.shot, taken + index + 1),
      model: wanted.model,
      test: request.test,
      continuesFrom,
    }),
  )
  for (const call of calls) await callTake(floor, call)
  return ok(calls)
}

/** A called take starts from the shot before it as that is circled now, until it is ordered: then its order says from what. */
const startFrom = async (
  floor: Floor,
  call: TakeRequest,
  continuesFrom: SlateId | null,
): Promise<TakeRequest> => {
  const { production, pilot, slate } = call
  if (call.continuesFrom === continuesFrom) return call
  if (await floor.ledger.order(takeOrderKey(production, pilot, slate))) return call
  const started = { ...call, continuesFrom }
  await floor.productions.putDocument(production, 'call-sheet', callKey(call), started, true)
  return started
}

/** Slates that nothing more happens to: reviewed, which is said here for those who died before saying it, or without footage. */
const finishedTakes = async (
  floor: Floor,
  { production, pilot }: ShotRequest,
  existing: readonly Take[],
): Promise<ReadonlySet<string>> => {
  const reviews = await floor.productions.reviews(production)
  const finished = new Set<string>()
  for (const take of existing) {
    const review = reviews.find((one) => one.pilot === pilot && one.slate === take.slate)
    if (review) await sayReviewed(floor, production, take, review)
    if (review || take.footage.kind === 'missing') finished.add(take.slate)
  }
  return finished
}

/** Everything known about a shot when its next takes are decided. */
interface ShotSituation extends ShotQuestion {
  readonly scene: Scene
  /** Takes of this shot. */
  readonly existing: readonly Take[]
}

const shotQuestion = async (
  floor: Floor,
  { production, pilot: pilotId, shot: id }: ShotRequest,
): Promise<ShotSituation> => {
  const brief = await floor.productions.brief(production)
  const plan = await readDocument(floor.productions, production, 'plan')
  const script = await readDocument(floor.productions, production, 'script', pilotId)
  const takes = await floor.productions.takes(production)
  const pilot = pilotOf(plan, pilotId)
  const { shot, scene } = scriptedShot(script, id)
  const existing = takesOfShot(takes, pilotId, id)
  const wanted = pilot.takesPerShot
  return { production, brief, script, pilot, shot, scene, takes, existing, wanted }
}

/** Takes that were called for a shot, whether or not they were shot. */
const callSheet = async (
  floor: Floor,
  { production, pilot, shot }: ShotRequest,
): Promise<readonly TakeRequest[]> => {
  const start = `${pilot}/${shot}-`
  const calls = await floor.productions.documents(production, 'call-sheet')
  return calls
    .filter(({ key }) => key.startsWith(start))
    .map(({ body }) => body as unknown as TakeRequest)
}

/** Put a take on the call sheet, so that the same take is asked for after any crash. */
export const callTake = async (floor: Floor, call: TakeRequest): Promise<void> => {
  await floor.productions.putDocument(call.production, 'call-sheet', callKey(call), call, false)
}

const callKey = ({ pilot, slate }: TakeRequest): string => `${pilot}/${slate}`

interface Call {
  readonly model: string
  readonly takes: number
}

const firstCall = async (
  floor: Floor,
  { production, pilot, shot, test }: ShotRequest,
  situation: ShotSituation,
): Promise<Call> => {
  if (test) return testCall(floor, situation)
  return affordedCall(floor, { production, pilot, shot }, situation)
}

/** A call for what the money left allows; what had to give is said. */
const affordedCall = async (
  floor: Floor,
  { production, pilot, shot }: Pick<ShotRequest, 'production' | 'pilot' | 'shot'>,
  situation: ShotSituation,
): Promise<Call> => {
  const money = await affordShot(floor, situation)
  if (money.shrunk) {
    const { length } = situation.existing
    const key = `shrunk/${pilot}/${shot}${length === 0 ? '' : `/${length}`}`
    await say(floor, production, key, 'plan-shrunk', { text: money.shrunk })
  }
  return money
}

/** A test may spend what the plan gave the pilot for testing, and at least one take of each test shot. */
const testCall = async (floor: Floor, situation: ShotSituation): Promise<Call> => {
  const { pilot, wanted } = situation
  const price = priceOf(floor, situation, pilot.model)
  const left = pilot.testBudget - (await spentBy(floor, situation))
  const possible = price === 0 ? wanted : Math.floor(left / price)
  return { model: pilot.model, takes: Math.max(1, Math.min(wanted, possible)) }
}

const priceOf = (floor: Floor, { brief, script, shot }: ShotSituation, model: string): Usd =>
  takePrice(floor.prices.model(model), brief, script, shot)

const spentBy = async (floor: Floor, { production, pilot }: ShotSituation): Promise<Usd> => {
  const orders = await floor.ledger.orders(production)
  const own = orders.filter(({ key }) => key.startsWith(`${production}/${pilot.id}/video/`))
  return sumUsd(...own.map(({ held, billed }) => maxUsd(held, billed)))
}

/** Two takes in a row that lack the very same things: this model does not draw them, and a third would lack them, too. */
const isNeverShown = (reviews: readonly Review[]): boolean => {
  const [one, other] = reviews.slice(-2).map(({ missing }) => missing.toSorted().join('\n'))
  return other !== undefined && other !== '' && one === other
}

/** One more take, when none is usable or when the gain it promises is worth its price. */
const retakeCall = async (
  floor: Floor,
  { production, pilot: pilotId, shot: shotId, test, attempt }: ShotRequest,
  situation: ShotSituation,
): Promise<Call | null> => {
  const { pilot, existing, brief, script, takes, shot } = situation
  const usable = existing.filter(isUsable)
  if (existing.length >= (usable.length > 0 ? mostTakes : mostTakes * attempt)) return null
  const reviews = await floor.productions.reviews(production)
  const own = reviews
    .filter((review) => review.pilot === pilotId)
    .filter(({ slate }) => usable.some((take) => take.slate === slate))
  const scores = own.map(({ scores: { intent, overall } }) => intent * 0.5 + overall * 0.5)
  if (scores.length === 0) {
    const request = { production, pilot: pilotId, shot: shotId }
    return affordedCall(floor, request, { ...situation, wanted: 1 })
  }
  if (own.some(({ violated }) => isScriptsFault(shot.picture, violated))) return null
  if (isNeverShown(own)) return null
  // Another take of the same: what the client or the money put on a cheaper model stays on it.
  const last = usable.at(-1)?.model ?? pilot.model
  const price = priceOf(floor, situation, last)
  const others = openShots(script, takes).filter(({ id }) => id !== shot.id)
  const model = floor.prices.model(pilot.model)
  const reserve = sumUsd(...others.map((other) => takePrice(model, brief, script, other)))
  const free = test
    ? pilot.testBudget - (await spentBy(floor, situation))
    : (await floor.ledger.available(production)) - reserve
  const isWorth = isRetakeWorth({
    score: Math.max(...scores),
    threshold: passThreshold[floor.prices.model(last).tier ?? pilot.tier],
    spread: Math.max(...scores) - Math.min(...scores),
    price,
    available: microUsd(Math.max(0, free)),
    takesSoFar: existing.length,
    missing: own.map(({ missing, violated }) => [...missing, ...violated]),
    maxTakes: mostTakes,
  })
  return isWorth ? { model: last, takes: 1 } : null
}

/** Choose the take for the edit. */
const circle = async (
  floor: Floor,
  request: ShotRequest,
  isFinished: boolean,
): Promise<Outcome<null>> => {
  const { production, pilot, shot: id } = request
  const { shot, existing } = await shotQuestion(floor, request)
  const circled = existing.find(({ state }) => state === 'circled')
  if (isFinished && circled) return sayCircled(floor, request, circled.slate)
  const usable = existing.filter(isUsable)
  if (usable.length === 0) {
    if (existing.length < mostTakes * request.attempt) return done
    const reasons = existing.map((take) => `${take.slate}: ${whyUnusable(take)}`).join('; ')
    return {
      kind: 'failed',
      code: 'vendor-failed',
      retry: 'later',
      message: `No take of shot ${id} can be used (${reasons}). Change the prompt with \`retake\`, or resume to try again.`,
    }
  }
  const reviews = (await floor.productions.reviews(production)).filter(
    (review) => review.pilot === pilot && usable.some(({ slate }) => slate === review.slate),
  )
  const chosen = await circleTake(floor.crew(production), { shot, takes: usable, reviews })
  await markTakes(floor, request, { usable, reviews, chosen })
  return sayCircled(floor, request, chosen.slate)
}

const whyUnusable = ({ footage, note }: Take): string =>
  footage.kind === 'missing'
    ? footage.reason
    : ['marked NG by hand', note].filter(Boolean).join(', ')

/** Say the choice, and let go of what the bond no longer has to pay. */
const sayCircled = async (
  floor: Floor,
  request: ShotRequest,
  slate: SlateId,
): Promise<Outcome<null>> => {
  const { production, pilot, shot, test } = request
  await say(floor, production, `circled/${pilot}/${slate}`, 'take-circled', { pilot, slate })
  if (test) return done
  const { brief, script, takes, existing } = await shotQuestion(floor, request)
  const needed = bondNeeded(floor, brief, script, takes)
  return keepBond(floor, production, needed, `bond/${shot}/${existing.length}`)
}

/** Write the choice down: the chosen take is circled, those that passed stay dailies, the others are NG. */
const markTakes = async (
  floor: Floor,
  { production }: ShotRequest,
  choice: {
    readonly usable: readonly Take[]
    readonly reviews: readonly Review[]
    readonly chosen: { readonly slate: SlateId; readonly reasons: readonly string[] }
  },
): Promise<void> => {
  const { usable, reviews, chosen } = choice
  for (const take of usable) {
    const isChosen = take.slate === chosen.slate
    const passed = reviews.find(({ slate }) => slate === take.slate)?.passed ?? false
    const note = isChosen ? chosen.reasons.join(' ') : ''
    const state = isChosen ? 'circled' : passed ? 'dailies' : 'ng'
    await floor.productions.setTakeState(production, take, { state, decidedBy: 'crew', note })
  }
}

import { isRetakeWorth, isScriptsFault } from '../agents/critic/worth-retake.ts'
import { maxUsd, microUsd, sumUsd, type Usd } from '../domain/money.ts'
import type { Review } from '../domain/review.ts'
import type { Scene } from '../domain/script.ts'
import type { ShotId, SlateId } from '../domain/slate.ts'
import { parseSlate, shotOfSlate, slateId } from '../domain/slate.ts'
import { isUnpaidFor, isUsable, type Take } from '../domain/take.ts'
import { passThreshold } from '../domain/tier.ts'
import {
  type BarredTake,
  barringTake,
  type CalledTake,
  calledOf,
  calledTakes,
} from './called-takes.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { continuedSlate } from './keyframe.ts'
import { affordShot, openShots, type ShotQuestion, takePrice } from './money.ts'
import type { Outcome } from './outcome.ts'
import { ok } from './outcome.ts'
import { scriptOfTake } from './revision.ts'
import { pilotOf, readDocument, takeNumber, takesOfShot } from './rows.ts'
import { roomOf } from './run-room.ts'
import { offerFromShelf } from './shelf-offer.ts'
import { scriptedShot, takeOrderKey } from './shot-order.ts'
import { shotsAfforded } from './shots-afforded.ts'
import { sayReviewed } from './take-review.ts'
import type { TakeRequest } from './take-work.ts'

/** A shot whose takes are decided. */
export type ShotRequest = {
  readonly production: string
  readonly pilot: string
  readonly shot: ShotId
  /** The shots before it in its chain, in order; it continues from the last of them that has a circled take. */
  readonly earlier: readonly ShotId[]
  readonly test: boolean
  readonly attempt: number
}

/** Most takes of one shot, retakes by the crew included. */
export const mostTakes = 4

/**
 * The takes to shoot in this round; none when the shot is finished, or when one of its takes waits for a person: another
 * would be paid beside it. What was called before a crash is called again.
 *
 * @param left takes that ended in this attempt with their orders undecided
 */
export const takesWanted = async (
  floor: Floor,
  request: ShotRequest,
  left: ReadonlySet<SlateId>,
): Promise<Outcome<readonly TakeRequest[]>> => {
  const question = await shotSituation(floor, request)
  const called = calledOf(await calledTakes(floor, request.production), request.pilot, request.shot)
  const finished = await finishedTakes(floor, request, question.existing)
  const continuesFrom = continuedSlate(question.takes, request.pilot, request.earlier)
  const open = called.map(({ call }) => call).filter(({ slate }) => !finished.has(slate))
  const asked = open.filter(({ slate }) => !left.has(slate))
  if (asked.length > 0) {
    return ok(await Promise.all(asked.map((call) => startFrom(floor, call, continuesFrom))))
  }
  if (open.length > 0) return ok([])
  if (question.existing.some(isPersonsChoice)) return ok([])
  if (barringTake(called, await nextOrder(floor, request, called))) return ok([])
  const wanted =
    question.existing.length === 0
      ? await firstCall(floor, request, question)
      : await retakeCall(floor, request, question)
  if (!wanted) return ok([])
  const numbers = called.map(({ call }) => parseSlate(call.slate).take)
  const taken = Math.max(0, ...numbers, ...question.existing.map(takeNumber))
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

/** A person has chosen the take, as one from the shelf: what the crew thinks of it buys no other. */
const isPersonsChoice = ({ state, decidedBy }: Take): boolean =>
  state === 'circled' && decidedBy === 'person'

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
export interface ShotSituation extends ShotQuestion {
  readonly scene: Scene
  /** Takes of this shot. */
  readonly existing: readonly Take[]
}

/** Read what is known about a shot. */
export const shotSituation = async (
  floor: Floor,
  { production, pilot: pilotId, shot: id }: ShotRequest,
): Promise<ShotSituation> => {
  const brief = await floor.productions.brief(production)
  const plan = await readDocument(floor.productions, production, 'plan')
  const script = await filmScript(floor.productions, production, pilotId)
  const takes = await floor.productions.takes(production)
  const pilot = pilotOf(plan, pilotId)
  const { shot, scene } = scriptedShot(script, id)
  const existing = takesOfShot(takes, pilotId, id)
  const wanted = pilot.takesPerShot
  const called = await calledTakes(floor, production)
  const onOrder = new Set(
    called.filter((one) => isOnOrder(one, pilotId)).map(({ call }) => shotOfSlate(call.slate)),
  )
  return { production, brief, script, pilot, shot, scene, takes, existing, wanted, onOrder }
}

/** Whether money is held for a take of the film, which is no test. */
const isOnOrder = ({ call, order }: CalledTake, pilot: string): boolean =>
  call.pilot === pilot && !call.test && order !== null && order.held > 0

/** What the next take of a shot would be ordered with. */
const nextOrder = async (
  { productions }: BarDesk,
  { production, pilot, shot, earlier }: ShotAsked,
  called: readonly CalledTake[],
): Promise<Pick<Take, 'prompt' | 'continuesFrom'>> => {
  const taken = Math.max(0, ...called.map(({ call }) => parseSlate(call.slate).take))
  const slate = slateId(shot, taken + 1)
  const script = await scriptOfTake(productions, production, pilot, slate)
  const takes = await productions.takes(production)
  const { prompt } = scriptedShot(script, shot).shot
  return { prompt, continuesFrom: continuedSlate(takes, pilot, earlier) }
}

/** What it takes to say what stands in the way of a take. */
export interface BarDesk extends Pick<Floor, 'productions'> {
  readonly ledger: Pick<Floor['ledger'], 'orders'>
}

type ShotAsked = Pick<ShotRequest, 'production' | 'pilot' | 'shot' | 'earlier'>

/** What stands in the way of another take of a shot as it stands now; null when nothing does. */
export const whatBars = async (desk: BarDesk, request: ShotAsked): Promise<BarredTake | null> => {
  const all = await calledTakes(desk, request.production)
  const called = calledOf(all, request.pilot, request.shot)
  return barringTake(called, await nextOrder(desk, request, called))
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
  await offerFromShelf(floor, production, situation.script, [situation.shot])
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

/** Whether the money that is left pays for one take of a shot, in whatever look. */
const isAfforded = async (floor: Floor, situation: ShotSituation): Promise<boolean> => {
  const { production, shot } = situation
  const room = await roomOf(floor.ledger, production)
  const ordered = [{ shot, takes: 1 }]
  return (await shotsAfforded(floor, { ...situation, ordered, room })).paid.length > 0
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
  // Money that is not there is not there for the next take either; taken up again, it is tried once more.
  const unpaid = existing.filter(({ footage }) => isUnpaidFor(footage)).length
  if (usable.length === 0 && unpaid >= attempt) return null
  if (unpaid > 0 && !(await isAfforded(floor, situation))) return null
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
  // What was cast from the shelf was paid by another order, perhaps of a vendor that this run cannot order from.
  const bought = usable.findLast(({ orderKey }) => orderKey.startsWith(`${production}/`))
  const last = bought?.model ?? pilot.model
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

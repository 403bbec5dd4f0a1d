import type { Order } from '../domain/order.ts'
import type { Pilot } from '../domain/plan.ts'
import { shotsOf } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import { sceneOfShot } from '../domain/slate.ts'
import {
  type BarredTake,
  barredTake,
  type CalledTake,
  calledOf,
  calledTakes,
  hasUsable,
  isAway,
  isWaiting,
} from './called-takes.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { asPart, type Failure, halted, type Outcome, ok } from './outcome.ts'
import { decideText, parkedText } from './parked-text.ts'
import { circledTake, readDocument } from './rows.ts'
import { anewRemedy, shotRemedy } from './trouble-remedy.ts'

/** Whether a stage that shoots is over, or a person decided meanwhile about an order that it had left waiting. */
export type Coverage = 'covered' | 'again'

/** Name of a take as stages hand it on: `p2/12C-3`. */
const takeName = ({ pilot, slate }: CalledTake['call']): string => `${pilot}/${slate}`

/**
 * Every shot of the film has a circled take, or the production says which has none, and what is to be done.
 *
 * @param parked names of the takes that the stage left, because their orders waited for a person
 */
export const checkCoverage = async (
  floor: Floor,
  production: string,
  parked: readonly string[],
): Promise<Outcome<Coverage>> => {
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const script = await filmScript(floor.productions, production, winner)
  const called = await calledTakes(floor, production)
  if (isDecided(called, parked)) return ok('again')
  const takes = await floor.productions.takes(production)
  const bare = shotsOf(script).filter(({ id }) => !circledTake(takes, winner, id))
  if (bare.length === 0) return ok('covered')
  const ofBare = bare.map(({ id }) => ({ id, called: calledOf(called, winner, id) }))
  const waiting = ordersOf(ofBare.flatMap((one) => one.called.filter(isWaiting)))
  const late = ordersOf(ofBare.flatMap((one) => one.called.filter(isAway)))
  const barred = ofBare.flatMap((one) => lastBarred(one.called) ?? [])
  const [first] = barred
  if (first) {
    const remedies = barred.map((one) => barredText(floor, production, one)).join(' ')
    const open = waiting.length > 0 ? ` Besides, ${parkedText(waiting)}.` : ''
    return failed(first, `${remedies}${open}`)
  }
  if (waiting.length > 0) {
    const shots = ofBare.filter((one) => one.called.some(isWaiting)).map(({ id }) => id)
    const besides = late.length === 0 ? '' : ` ${lateText(production, late)}`
    return halted('parked', `${waitingText(floor, production, { waiting, shots })}${besides}`)
  }
  if (late.length > 0) return halted('parked', lateText(production, late))
  const names = bare.map(({ id }) => `${id} (scene ${sceneOfShot(id)})`).join(', ')
  return {
    ...{ kind: 'failed', code: 'footage-missing', retry: 'later' },
    message: `No circled take for ${names}. Resume the run to shoot them.`,
  }
}

/**
 * Every pilot has a test that it can be judged by, as far as that is in our hands: one that has none because its orders
 * wait for a person is waited for.
 *
 * @param parked as for {@link checkCoverage}
 */
export const checkTests = async (
  floor: Floor,
  production: string,
  pilots: readonly Pilot[],
  parked: readonly string[],
): Promise<Outcome<Coverage>> => {
  const called = (await calledTakes(floor, production)).filter(({ call }) => call.test)
  if (isDecided(called, parked)) return ok('again')
  const ofPilots = pilots.map(({ id }) => called.filter(({ call }) => call.pilot === id))
  const without = ofPilots.filter((own) => !hasUsable(own))
  const waiting = ordersOf(without.flatMap((own) => own.filter(isWaiting)))
  if (waiting.length > 0)
    return halted('parked', waitingText(floor, production, { waiting, shots: [] }))
  const late = ordersOf(without.flatMap((own) => own.filter(isAway)))
  if (late.length > 0) return halted('parked', lateText(production, late))
  const barred = without.flatMap((own) => lastBarred(own) ?? [])
  const [first] = barred
  if (!first || without.length < pilots.length) return ok('covered')
  const reasons = barred.map((one) => `${one.take.pilot}: ${whatBars(one)}`).join(' ')
  return failed(first, `No pilot could shoot its tests. ${reasons} ${anewRemedy(production)}`)
}

/** Whether a person decided about orders since they were left. */
const isDecided = (called: readonly CalledTake[], parked: readonly string[]): boolean =>
  called.some(
    (one) =>
      parked.includes(takeName(one.call)) && one.take === null && !isWaiting(one) && !isAway(one),
  )

const ordersOf = (called: readonly CalledTake[]): readonly Order[] =>
  called.flatMap(({ order }) => order ?? [])

/** The newest take of a shot, when its vendor will not make it. */
const lastBarred = (called: readonly CalledTake[]): BarredTake | null => {
  const last = called.findLast(({ take }) => take !== null)
  return last ? barredTake(last) : null
}

const failed = ({ trouble }: BarredTake, message: string): Failure => ({
  ...{ kind: 'failed', code: trouble, retry: 'never', message },
})

const whatBars = ({ take, order }: BarredTake): string =>
  `Shot ${take.shot} has no footage: ${order.model} does not make it as it is asked for (${asPart(order.reason)}).`

const barredText = ({ contact }: Floor, production: string, barred: BarredTake): string => {
  const { take, order, trouble } = barred
  return `${whatBars(barred)} ${shotRemedy(trouble, contact(order.model), { production, shot: take.shot })}`
}

/** Orders that are at their vendors for longer than anybody wanted to wait. */
const lateText = (production: string, late: readonly Order[]): string => {
  const names = late.map(({ key, model }) => `${key} (${model})`).join(', ')
  return `Still at the vendor after the time of --timeout: ${names}. What is on order stays open and is not sent again; \`npx --no-install claude-studio runs resume ${production}\` looks again.`
}

const waitingText = (
  { contact }: Floor,
  production: string,
  { waiting, shots }: { readonly waiting: readonly Order[]; readonly shots: readonly ShotId[] },
): string => {
  const around =
    shots.length === 0
      ? ''
      : ` Or cut around ${shots.length === 1 ? 'it' : 'them'}: \`npx --no-install claude-studio runs continue ${production} --without ${shots.join(',')}\`.`
  return `Everything else is finished; ${parkedText(waiting)}. ${decideText(waiting, contact)}${around}`
}

import type { Order } from '../domain/order.ts'
import type { Pilot } from '../domain/plan.ts'
import { shotsOf } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import { sceneOfShot, shotOfSlate } from '../domain/slate.ts'
import { isUnpaidFor } from '../domain/take.ts'
import { billText } from './bill-text.ts'
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
import { filmMoneyAhead } from './money-ahead.ts'
import { isOmittable } from './omission.ts'
import { asPart, type Failure, type Halt, halted, type Outcome, ok } from './outcome.ts'
import { decideText, parkedText } from './parked-text.ts'
import { reservedText } from './reserved-text.ts'
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
  const film = { script, takes }
  const bare = shotsOf(script).filter(({ id }) => !circledTake(takes, winner, id))
  if (bare.length === 0) return ok('covered')
  const ofBare = bare.map(({ id }) => ({ id, called: calledOf(called, winner, id) }))
  const waiting = ordersOf(ofBare.flatMap((one) => one.called.filter(isWaiting)))
  const late = ofBare.flatMap((one) => one.called.filter(isAway))
  const barred = ofBare.flatMap((one) => lastBarred(one.called) ?? [])
  const [first] = barred
  if (first) {
    const named = barred.map(({ take }) => take.shot)
    const isDispensable = isOmittable(production, film, named)
    const remedies = barred.map((one) => barredText(floor, isDispensable, one)).join(' ')
    const open = waiting.length > 0 ? ` Besides, ${parkedText(waiting)}.` : ''
    return failed(first, `${remedies}${open}`)
  }
  const stopped = ofBare.filter((one) => one.called.some(isWaiting)).map(({ id }) => id)
  const shots = isOmittable(production, film, stopped) ? stopped : []
  const behind = ofBare.filter((one) => !one.called.some(isWaiting) && !one.called.some(isAway))
  const open = openOrders(floor, production, { waiting, shots, late, behind: behind.length })
  if (open) return open
  const names = bare.map(({ id }) => `${id} (scene ${sceneOfShot(id)})`).join(', ')
  const isUnpaid = ofBare.some(({ called: own }) => isUnpaidShot(own))
  const remedy = isUnpaid ? await moneyRemedy(floor, production) : 'Resume the run to shoot them.'
  return {
    ...{ kind: 'failed', code: 'footage-missing', retry: 'later' },
    message: `No circled take for ${names}. ${remedy}`,
  }
}

/** Whether the newest take of a shot was not ordered for want of money. */
const isUnpaidShot = (called: readonly CalledTake[]): boolean => {
  const footage = called.findLast(({ take }) => take !== null)?.take?.footage
  return footage !== undefined && isUnpaidFor(footage)
}

/** What gives a film the money that it lacks, as sentences. */
const moneyRemedy = async (floor: Floor, production: string): Promise<string> => {
  const { unpaid, why, caps } = await filmMoneyAhead(floor, production)
  if (unpaid.length === 0)
    return 'No money was left for it, and now there is: resume the run to shoot them.'
  const besides = await Promise.all(
    caps.map((scope) => reservedText(floor.ledger, production, scope)),
  )
  return `No money is left for ${unpaid.join(', ')}: ${why}.${besides.join('')}`
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
  const late = without.flatMap((own) => own.filter(isAway))
  const open = openOrders(floor, production, { waiting, shots: [], late, behind: 0 })
  if (open) return open
  const barred = without.flatMap((own) => lastBarred(own) ?? [])
  const [first] = barred
  if (!first || without.length < pilots.length) return ok('covered')
  const reasons = barred.map((one) => `${one.take.pilot}: ${whatBars(one)}`).join(' ')
  const { funds } = first.order
  return failed(
    first,
    `No pilot could shoot its tests. ${reasons} ${anewRemedy({ id: production, funds })}`,
  )
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
  `Shot ${take.shot} has no footage: ${order.model} does not make it as it is asked for (${asPart(order.reason)}). ${billText(order)}`

const barredText = ({ contact }: Floor, isDispensable: boolean, barred: BarredTake): string => {
  const { take, order, trouble } = barred
  const { production: id, funds } = order
  const asked = { run: { id, funds }, shot: take.shot, isOmittable: isDispensable }
  return `${whatBars(barred)} ${shotRemedy(trouble, contact(order.model), asked)}`
}

/** What of a stage is still open when everything else of it is shot. */
interface Open {
  /** Orders that wait for a person. */
  readonly waiting: readonly Order[]
  /** Shots of `waiting` that the film can be cut around. */
  readonly shots: readonly ShotId[]
  /** Takes whose orders are at their vendors for longer than anybody wanted to wait. */
  readonly late: readonly CalledTake[]
  /** How many shots have no footage and are not on order: with late ones, those that go on from them. */
  readonly behind: number
}

/** The halt for what is open, told whole; null where nothing is. A person is waited for before a vendor. */
const openOrders = (floor: Floor, production: string, open: Open): Halt | null => {
  const { waiting, late } = open
  const made = late.length === 0 ? '' : lateText(floor, production, open)
  if (waiting.length === 0) return made === '' ? null : halted('late', made)
  const texts = [waitingText(floor, production, open), made].filter(Boolean)
  return halted('parked', texts.join(' Besides, '))
}

const lateText = (
  { timeoutMs }: Floor,
  production: string,
  { late, behind }: Pick<Open, 'late' | 'behind'>,
): string => {
  const shots = new Set(late.map(({ call }) => `${call.pilot}/${shotOfSlate(call.slate)}`)).size
  const [are, it, vendors] =
    shots === 1
      ? ['1 shot is', 'it', 'its vendor']
      : [`${shots} shots are`, 'them', 'their vendors']
  const waited = timeoutMs === null ? '' : ` after the ${timeoutMs / 1000} s of --timeout`
  const names = ordersOf(late).map(lateName).join(', ')
  const shotsBehind = behind === 1 ? '1 shot waits' : `${behind} shots wait`
  const rest = behind === 0 ? '' : `; ${shotsBehind} behind ${it}, to go on from ${it}`
  return `${are} still being made at ${vendors}${waited}: ${names}${rest}. Nothing is lost and nothing is sent again. Come back in some minutes: \`npx --no-install claude-studio runs resume ${production}\` brings ${it} home and goes on.`
}

const lateName = ({ key, model, job }: Order): string =>
  `${key} (${model}${job === null ? ', which is not known to have it yet' : ''})`

const waitingText = (
  { contact }: Floor,
  production: string,
  { waiting, shots, late }: Open,
): string => {
  const around =
    shots.length === 0
      ? ''
      : ` Or cut around ${shots.length === 1 ? 'it' : 'them'}: \`npx --no-install claude-studio runs continue ${production} --without ${shots.join(',')}\`.`
  const rest = late.length === 0 ? 'finished' : 'finished or still being made'
  return `Everything else is ${rest}; ${parkedText(waiting)}. ${decideText(waiting, contact)}${around}`
}

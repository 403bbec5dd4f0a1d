import { type FittedScript, fitScript } from '../budget/fit-script.ts'
import { clipPrice, typicalClipPrice } from '../budget/shot-price.ts'
import type { Brief } from '../domain/brief.ts'
import { type CatalogueModel, isRetired } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import {
  dollarsOf,
  type Funds,
  scaleUsd,
  subtractUsd,
  sumUsd,
  type Usd,
  zeroUsd,
} from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import type { Script, Shot } from '../domain/script.ts'
import { shotsOf } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import { frames } from '../domain/time.ts'
import type { LedgerTotals } from '../ports/ledger-store.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { circledTake } from './rows.ts'
import { handleOf } from './shot-order.ts'

/** What one take of a shot costs with a model, worst case: the handles are paid for too. */
export const takePrice = (model: CatalogueModel, brief: Brief, script: Script, shot: Shot): Usd =>
  clipPrice(model, frames(shot.length + handleOf(script, shot.id, brief)), brief.rate)

/** What the film of a script costs with a model as its pilot shoots it: the planned takes of every shot. */
export const filmPrice = (
  model: CatalogueModel,
  brief: Brief,
  script: Script,
  { takesPerShot }: Pick<Pilot, 'takesPerShot'>,
): Usd =>
  scaleUsd(
    sumUsd(...shotsOf(script).map((shot) => takePrice(model, brief, script, shot))),
    takesPerShot,
  )

/** Video models of the production's vendor that a film can be ordered from, cheapest first by what a typical shot costs. */
export const videoOffers = (
  catalogue: readonly CatalogueModel[],
  vendor: string,
): readonly CatalogueModel[] =>
  catalogue
    .filter((model) => model.port === 'video' && model.vendor === vendor)
    .filter((model) => !(isRetired(model) || model.limits.needsFirstFrame))
    .toSorted((a, b) => typicalClipPrice(a) - typicalClipPrice(b))

/** Shots of a script that have no circled take yet. */
export const openShots = (script: Script, takes: readonly Take[]): readonly Shot[] =>
  shotsOf(script).filter(({ id }) => !circledTake(takes, script.pilot, id))

/** The cheapest way to finish a watchable film from here: one take of every open shot on the cheapest model. */
export const bondNeeded = (
  { catalogue }: Pick<Floor, 'catalogue'>,
  brief: Brief,
  script: Script,
  takes: readonly Take[],
): Usd => {
  const [cheapest] = videoOffers(catalogue, brief.provider)
  if (!cheapest) return zeroUsd
  return sumUsd(...openShots(script, takes).map((shot) => takePrice(cheapest, brief, script, shot)))
}

/** A script whose completion bond the budget reaches beside the tests that are planned. */
export const affordScript = (
  floor: Pick<Floor, 'catalogue'>,
  brief: Brief,
  { pilots }: Plan,
  script: Script,
): FittedScript => {
  const tests = sumUsd(...pilots.map(({ testBudget }) => testBudget))
  const price = (candidate: Script): Usd => bondNeeded(floor, brief, candidate, [])
  return fitScript(script, price, subtractUsd(brief.budget, tests))
}

/** How a shot will be shot with the money there is. */
export interface ShotMoney {
  readonly model: string
  /** Takes that can be paid; at least 1. */
  readonly takes: number
  /** What had to give, in words; null when nothing had. */
  readonly shrunk: string | null
}

/** What decides on money: what is on offer, what it costs, and what is left. */
export type MoneyDesk = Pick<Floor, 'catalogue' | 'prices'> & {
  readonly ledger: Pick<Floor['ledger'], 'available'>
}

/** What is known when the money for a shot is decided. */
export interface ShotQuestion {
  readonly production: string
  readonly brief: Brief
  readonly script: Script
  readonly pilot: Pilot
  readonly shot: Shot
  /** Takes shot so far, of all pilots. */
  readonly takes: readonly Take[]
  /** Takes the plan wants. */
  readonly wanted: number
  /** Shots that a take is on order of: its money is held already. */
  readonly onOrder: ReadonlySet<ShotId>
}

/**
 * Takes of a shot that leave one take for every other open shot. The bond already stands for the cheapest way to shoot
 * them all, so only what a dearer model costs on top has to be free. When not even one take fits, a cheaper model is
 * taken, down to the cheapest, which the bond pays.
 *
 * @throws StudioError `model-retired`, `not-available` when the pilot's model is not on offer any more
 */
export const affordShot = async (floor: MoneyDesk, question: ShotQuestion): Promise<ShotMoney> => {
  const { production, brief, script, pilot, shot, takes, wanted } = question
  const offers = videoOffers(floor.catalogue, brief.provider)
  const [cheapest] = offers
  if (!cheapest) throw new TypeError(`The catalogue has no video model of ${brief.provider}`)
  const planned = offers.findIndex(({ id }) => id === pilot.model)
  if (planned < 0) throw notOnOffer(floor, pilot.model)
  const others = openShots(script, takes).filter(
    ({ id }) => id !== shot.id && !question.onOrder.has(id),
  )
  const free = await floor.ledger.available(production)
  const priceOf = (model: CatalogueModel, of: Shot): Usd => takePrice(model, brief, script, of)
  for (const model of offers.slice(0, planned + 1).toReversed()) {
    const reserve = others.reduce(
      (sum, other) => sum + Math.max(0, priceOf(model, other) - priceOf(cheapest, other)),
      0,
    )
    const price = priceOf(model, shot)
    const possible = price === 0 ? wanted : Math.floor((free - reserve) / price)
    if (possible >= 1) {
      const count = Math.min(wanted, possible)
      return { model: model.id, takes: count, shrunk: shrinkText(question, model, count) }
    }
  }
  return { model: cheapest.id, takes: 1, shrunk: shrinkText(question, cheapest, 1) }
}

const notOnOffer = ({ prices }: MoneyDesk, model: string): StudioError => {
  prices.orderable(model)
  return new StudioError({
    code: 'not-available',
    message: `${model}, which the plan was made with, cannot be ordered with the keys at hand. Nothing was ordered. Put its key back and go on, or make the film anew.`,
  })
}

/** Whether the bond may pay a model's takes: it holds the cheapest price of each shot and no more. */
export const isBonded = (floor: Floor, brief: Brief, model: string): boolean =>
  videoOffers(floor.catalogue, brief.provider)[0]?.id === model

const shrinkText = (
  { shot, pilot, wanted }: ShotQuestion,
  model: CatalogueModel,
  count: number,
): string | null => {
  if (model.id !== pilot.model) {
    return `Shot ${shot.id} is shot on ${model.id} instead of ${pilot.model}: the money left does not reach further.`
  }
  return count < wanted
    ? `Shot ${shot.id} gets ${count} of ${wanted} takes: the money left does not reach further.`
    : null
}

/** Write the money's state down as an event, for the live view and the trail. */
export const sayMoney = async (floor: Floor, production: string, key: string): Promise<void> => {
  const totals = await floor.ledger.totals(production)
  await say(floor, production, `money/${key}`, 'money-moved', { ...moneyTold(totals) })
}

/** A run's money in dollars, as events and views tell it. */
export interface MoneyTold {
  readonly settledUsd: number
  readonly heldUsd: number
  readonly bondUsd: number
  readonly capUsd: number
  readonly funds: Funds
}

/** Totals in dollars. */
export const moneyTold = ({ settled, held, bond, cap, funds }: LedgerTotals): MoneyTold => ({
  ...{ settledUsd: dollarsOf(settled), heldUsd: dollarsOf(held) },
  ...{ bondUsd: dollarsOf(bond), capUsd: dollarsOf(cap), funds },
})

import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { freeUsd, maxUsd, neededUsd, sumUsd, type Usd, zeroUsd } from '../domain/money.ts'
import type { Pilot } from '../domain/plan.ts'
import { type Script, type Shot, shotsOf } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import type { Tier } from '../domain/tier.ts'
import { setBondAside } from './bond.ts'
import type { Floor } from './floor.ts'
import { bondNeeded, isBonded, takePrice, videoOffers } from './money.ts'
import { reservedText } from './reserved-text.ts'
import { pilotOf, readDocument } from './rows.ts'
import { raisedText, roomOf } from './run-room.ts'
import { type SpentSince, untouchedText } from './untouched-text.ts'

/**
 * The model that shots are taken again with: the pilot's own, or the cheapest of a tier that the client names.
 *
 * @throws StudioError `bad-input` naming the tiers there are; `model-retired`
 */
export const retakeModel = (
  floor: Pick<Floor, 'prices' | 'catalogue'>,
  brief: Brief,
  { model }: Pilot,
  tier: Tier | null,
): CatalogueModel => {
  if (tier === null) return floor.prices.orderable(model)
  const offers = videoOffers(floor.catalogue, brief.provider)
  const found = offers.find((offer) => offer.tier === tier)
  if (found) return found
  const tiers = [...new Set(offers.flatMap((offer) => offer.tier ?? []))].join(', ')
  throw new StudioError({
    code: 'bad-input',
    message: `${brief.provider} has no model of the tier ${tier}. It has ${tiers}.`,
  })
}

/**
 * What a take of each of some shots costs, before the crew is asked anything.
 *
 * @throws StudioError as {@link retakeModel}; `not-found` without a verdict
 */
export const retakePrice = async (
  desk: Pick<Floor, 'productions' | 'prices' | 'catalogue'>,
  production: string,
  shots: readonly ShotId[],
  tier: Tier | null,
): Promise<{ readonly model: string; readonly price: Usd }> => {
  const { productions } = desk
  const { winner } = await readDocument(productions, production, 'verdict')
  const brief = await productions.brief(production)
  const script = await readDocument(productions, production, 'script', winner)
  const pilot = pilotOf(await readDocument(productions, production, 'plan'), winner)
  const model = retakeModel(desk, brief, pilot, tier)
  const again = shotsOf(script).filter(({ id }) => shots.includes(id))
  const price = sumUsd(...again.map((shot) => takePrice(model, brief, script, shot)))
  return { model: model.id, price }
}

/** Shots that are to be taken again, and what is known of them. */
export interface ShotsAgain {
  readonly production: string
  readonly brief: Brief
  readonly script: Script
  readonly shots: readonly Shot[]
  readonly model: CatalogueModel
  /** The takes as they will stand: those of the shots are NG. */
  readonly takes: readonly Take[]
}

/**
 * See that shots can be taken again on the model that is meant: a cheaper one is the client's choice, never ours. A film that
 * is whole must not lose a shot to a retake that cannot be paid, so the money to finish is set aside.
 *
 * @param spent what was spent on the retake so far
 * @throws StudioError `cap-reached`, `overrun`
 */
export const requireMoney = async (
  floor: Floor,
  again: ShotsAgain,
  spent: SpentSince,
): Promise<void> => {
  await requireFreeMoney(floor, again, spent)
  const { production, brief, script, takes } = again
  const key = `retake/${takes.length}`
  const bonded = await setBondAside(floor, production, bondNeeded(floor, brief, script, takes), key)
  if (bonded.kind !== 'failed') return
  const { code, retry } = bonded
  const message = `${bonded.message} ${untouchedText(await spent())}`
  throw new StudioError({ code, retry, message })
}

/** See that the money for shots that are to be taken again is there. @throws StudioError `cap-reached` */
export const requireFreeMoney = async (
  floor: Floor,
  again: ShotsAgain,
  spent: SpentSince,
): Promise<void> => {
  const { production } = again
  const free = await floor.ledger.available(production)
  const need = moneyNeeded(floor, again)
  if (need.price + need.aside <= free) return
  const room = await roomOf(floor.ledger, production)
  // A retake leaves the bond as it is: it needs its money beside that.
  const whole = sumUsd(need.price, need.aside, room.totals.bond)
  const { scope } = room.tightest
  const besides = await reservedText(floor.ledger, production, scope)
  const larger = raisedText(room, whole)
  const untouched = untouchedText(await spent())
  throw tooDear(floor, again, { need, free, larger, besides, untouched })
}

interface Need {
  /** One take of each shot. */
  readonly price: Usd
  /** Beside a dearer model the cheapest take of a shot stays set aside until that shot is circled. */
  readonly aside: Usd
}

const moneyNeeded = (floor: Floor, { brief, script, shots, model }: ShotsAgain): Need => {
  const [cheapest = model] = videoOffers(floor.catalogue, brief.provider)
  const priceOn = (one: CatalogueModel): readonly Usd[] =>
    shots.map((shot) => takePrice(one, brief, script, shot))
  return {
    price: sumUsd(...priceOn(model)),
    aside: isBonded(floor, brief, model.id)
      ? zeroUsd
      : priceOn(cheapest).reduce((most, price) => maxUsd(most, price), zeroUsd),
  }
}

const tooDear = (
  floor: Floor,
  again: ShotsAgain,
  {
    need,
    free,
    larger,
    besides,
    untouched,
  }: {
    readonly need: Need
    readonly free: Usd
    /** What is raised, as `raisedText` tells it. */
    readonly larger: string
    /** What else is to be said of a cap of the day or month. */
    readonly besides: string
    /** What the retake has left behind. */
    readonly untouched: string
  },
): StudioError => {
  const { brief, shots, model } = again
  const cheaper = videoOffers(floor.catalogue, brief.provider)
    .filter((offer) => offer.tier !== null)
    .map((offer) => ({ tier: offer.tier, need: moneyNeeded(floor, { ...again, model: offer }) }))
    .filter((one) => one.need.price < need.price)
    .findLast(({ need: { price, aside } }) => price + aside <= free)
  const fewer = shots.length > 1 ? 'Take fewer shots again, or raise' : 'Raise'
  const remedy = cheaper
    ? `Take it in a cheaper look with --tier ${cheaper.tier} (${neededUsd(cheaper.need.price)}), or raise`
    : fewer
  const aside =
    need.aside > 0 ? `, and ${neededUsd(need.aside)} set aside until a take is chosen` : ''
  const names = shots.map(({ id }) => id).join(', ')
  return new StudioError({
    code: 'cap-reached',
    message: `A retake of ${names} on ${model.id} needs ${neededUsd(need.price)}${aside}; ${freeUsd(free)} is free. ${untouched} ${remedy} ${larger}.${besides}`,
  })
}

import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import {
  maxUsd,
  microUsd,
  minUsd,
  subtractUsd,
  sumUsd,
  type Usd,
  zeroUsd,
} from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { Pilot } from '../domain/plan.ts'
import type { Script, Shot } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import { affordShot, type MoneyDesk, openShots, takePrice, videoOffers } from './money.ts'
import type { RunRoom } from './run-room.ts'
import type { ShotAhead } from './shots-ahead.ts'

/** Shots that a run orders when it goes on, and what is known of the film. */
export interface AffordQuestion {
  readonly production: string
  readonly brief: Brief
  readonly script: Script
  readonly pilot: Pilot
  readonly takes: readonly Take[]
  /** In the order they are bought. */
  readonly ordered: readonly ShotAhead[]
  readonly room: RunRoom
}

/** What of the shots that a run orders its money pays for. */
export interface ShotsAfforded {
  /** Each with the model it is shot on, and the worst case of its takes. */
  readonly paid: readonly { readonly shot: ShotId; readonly model: string; readonly price: Usd }[]
  /** Shots of which not even one take on the cheapest model can be held. */
  readonly unpaid: readonly Shot[]
}

/** Money as it runs out while shots are bought. */
interface Purse {
  /** Less than nothing where a cap is passed already. */
  readonly free: Usd
  readonly bond: Usd
}

/** What of the shots that a run orders its money pays for, as the shooting decides it: in their order, each at its worst case. */
export const shotsAfforded = async (
  desk: Pick<MoneyDesk, 'catalogue' | 'prices'>,
  { production, brief, script, pilot, takes, ordered, room }: AffordQuestion,
): Promise<ShotsAfforded> => {
  const [cheapest] = videoOffers(desk.catalogue, brief.provider)
  const paid: ShotsAfforded['paid'][number][] = []
  const unpaid: Shot[] = []
  let purse: Purse = { free: room.tightest.free, bond: room.totals.bond }
  const decided = new Set<ShotId>()
  for (const { shot, takes: wanted } of ordered) {
    const { free } = purse
    const asked = { production, brief, script, pilot, shot, takes, wanted, onOrder: decided }
    const ledger = { available: async () => maxUsd(zeroUsd, free) }
    const { model, takes: count } = await affordShot({ ...desk, ledger }, asked)
    decided.add(shot.id)
    const one = takePrice(desk.prices.model(model), brief, script, shot)
    const price = microUsd(one * count)
    const isBonded = model === cheapest?.id
    const most = room.totals.overrunOpen > 0 ? zeroUsd : free + (isBonded ? purse.bond : 0)
    if (price > most) {
      unpaid.push(shot)
      continue
    }
    paid.push({ shot: shot.id, model, price })
    const open = openShots(script, takes).filter(({ id }) => !decided.has(id))
    const kept = cheapest ? pricesOn(cheapest, brief, script, open) : zeroUsd
    purse = afterBond(afterHold(purse, price), kept)
  }
  return { paid, unpaid }
}

/** What is free pays first. */
const afterHold = ({ free, bond }: Purse, price: Usd): Purse => {
  const short = maxUsd(zeroUsd, subtractUsd(price, maxUsd(zeroUsd, free)))
  return { free: subtractUsd(free, subtractUsd(price, short)), bond: subtractUsd(bond, short) }
}

/** The bond lets go of what the shots that are left do not need. */
const afterBond = ({ free, bond }: Purse, needed: Usd): Purse => {
  const kept = minUsd(bond, needed)
  return { free: sumUsd(free, subtractUsd(bond, kept)), bond: kept }
}

/**
 * The least that pays for all shots that a run orders when it goes on, worst case, with what the crew is still asked about them and
 * the cuts: as dear as its dearest answer of this run, one of them at its whole hold.
 *
 * @param orders all of the run's
 */
export const leastForAll = async (
  desk: Pick<MoneyDesk, 'catalogue' | 'prices'>,
  asked: AffordQuestion,
  orders: readonly Order[],
): Promise<Usd> => {
  const { brief, script, ordered, room } = asked
  const [cheapest] = videoOffers(desk.catalogue, brief.provider)
  if (!cheapest) return zeroUsd
  const crew = crewNeed(orders, ordered.length)
  let need = sumUsd(
    crew,
    pricesOn(
      cheapest,
      brief,
      script,
      ordered.map(({ shot }) => shot),
    ),
  )
  // With more money, shots may be ordered from dearer models: what is named has to pay for those.
  for (;;) {
    const { paid, unpaid } = await shotsAfforded(desk, { ...asked, room: widened(room, need) })
    const whole = sumUsd(
      crew,
      ...paid.map(({ price }) => price),
      pricesOn(cheapest, brief, script, unpaid),
    )
    if (whole <= need) return need
    need = whole
  }
}

/** A run's room as it were with so much money. */
const widened = ({ totals, tightest, ...room }: RunRoom, left: Usd): RunRoom => ({
  ...room,
  left,
  totals: { ...totals, overrunOpen: zeroUsd },
  tightest: { ...tightest, free: subtractUsd(left, totals.bond) },
})

/** One take of each of some shots on a model. */
const pricesOn = (
  model: CatalogueModel,
  brief: Brief,
  script: Script,
  shots: readonly Shot[],
): Usd => sumUsd(...shots.map((shot) => takePrice(model, brief, script, shot)))

/** A review and a choice for each shot, and the cuts. */
const crewNeed = (orders: readonly Order[], shots: number): Usd => {
  const answers = orders.filter(({ port }) => port === 'llm')
  const most = (amounts: readonly Usd[]): Usd => amounts.reduce(maxUsd, zeroUsd)
  const dearest = most(answers.map(({ billed }) => billed))
  return sumUsd(most(answers.map(({ quoted }) => quoted)), microUsd(dearest * shots * 2))
}

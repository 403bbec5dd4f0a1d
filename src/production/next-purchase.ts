import type { Brief } from '../domain/brief.ts'
import { formatUsd, minUsd, sumUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { Production } from '../domain/production.ts'
import type { Shot } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import { asksForCuts } from './edit.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { openShots, takePrice } from './money.ts'
import { pilotOf, readDocument } from './rows.ts'

/** What it takes to say what a run buys next. */
export interface PurchaseDesk extends Pick<Floor, 'productions' | 'prices' | 'vault'> {
  readonly ledger: Pick<Floor['ledger'], 'available' | 'totals' | 'orders'>
}

/** What a run buys next. */
export interface Purchase {
  /** With its price, in words, without a full stop. */
  readonly text: string
  /** `crew`: only its answers, and no footage. */
  readonly buys: 'footage' | 'crew' | 'nothing'
}

/**
 * What a run buys next.
 *
 * @param without shots that are about to be left out of the film. Default: none
 */
export const nextPurchase = async (
  desk: PurchaseDesk,
  { id, stage }: Pick<Production, 'id' | 'stage'>,
  without: readonly ShotId[] = [],
): Promise<Purchase> => {
  const { productions } = desk
  switch (stage) {
    case 'plan':
      return { text: 'plan and scripts by the crew, then what they plan', buys: 'footage' }
    case 'pilots':
      return { text: await testsText(productions, id), buys: 'footage' }
    case 'shoot':
      return filmPurchase(desk, id, without)
    default:
      return (await asksForCuts(desk, id))
        ? { text: 'no footage; three cuts by the crew', buys: 'crew' }
        : { text: 'nothing ($0.00)', buys: 'nothing' }
  }
}

const testsText = async (productions: Floor['productions'], id: string): Promise<string> => {
  const { pilots, testScenes } = await readDocument(productions, id, 'plan')
  const [only, second] = pilots
  if (only && !second) {
    return `the footage of pilot ${only.id} on ${only.model}, as written about ${formatUsd(only.filmQuote)}`
  }
  const price = formatUsd(sumUsd(...pilots.map(({ testBudget }) => testBudget)))
  return `the tests of ${pilots.length} pilots (scene ${testScenes.join(' and ')}), at most ${price}`
}

const filmPurchase = async (
  { productions, prices, ledger }: PurchaseDesk,
  id: string,
  without: readonly ShotId[],
): Promise<Purchase> => {
  const { winner } = await readDocument(productions, id, 'verdict')
  const pilot = pilotOf(await readDocument(productions, id, 'plan'), winner)
  const script = await filmScript(productions, id, winner)
  const brief: Brief = await productions.brief(id)
  const ordered = await shotsPaidFor({ productions, ledger }, id, winner)
  const isOpen = (shot: Shot): boolean => !(without.includes(shot.id) || ordered.has(shot.id))
  const open = openShots(script, await productions.takes(id)).filter(isOpen)
  if (open.length === 0)
    return { text: 'no more footage; reviews and cuts by the crew', buys: 'crew' }
  const model = prices.model(pilot.model)
  const takes = Array.from({ length: pilot.takesPerShot }, () =>
    open.map((shot) => takePrice(model, brief, script, shot)),
  ).flat()
  const { bond } = await ledger.totals(id)
  const price = minUsd(sumUsd(...takes), sumUsd(await ledger.available(id), bond))
  const shots = open.length === 1 ? '1 shot' : `${open.length} shots`
  const text = `${shots} of pilot ${winner} on ${pilot.model}, about ${formatUsd(price)}`
  return { text, buys: 'footage' }
}

/** Shots of which a take is on order, or was delivered and is no take yet: its money is held already, or spent. */
const shotsPaidFor = async (
  { productions, ledger }: Pick<PurchaseDesk, 'productions' | 'ledger'>,
  id: string,
  pilot: string,
): Promise<ReadonlySet<string>> => {
  const kept = new Set((await productions.takes(id)).map(({ orderKey }) => orderKey))
  const isToCome = ({ key, state }: Order): boolean =>
    state === 'delivered' && key.split('/').at(-4) === pilot && !kept.has(key)
  const paid = (await ledger.orders(id)).filter(
    (order) => order.port === 'video' && (order.held > 0 || isToCome(order)),
  )
  return new Set(paid.map(({ key }) => key.split('/').at(-2) ?? key))
}

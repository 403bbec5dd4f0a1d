import { formatUsd, maxUsd, minUsd, sumUsd, zeroUsd } from '../domain/money.ts'
import type { Pilot } from '../domain/plan.ts'
import type { Production } from '../domain/production.ts'
import { continuityChains } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import type { BarredTake } from './called-takes.ts'
import { asksForCuts } from './edit.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { moneyAhead } from './money-ahead.ts'
import { pilotOf, readDocument } from './rows.ts'
import { type RoomLedger, roomOf } from './run-room.ts'
import { type ShotsAhead, type ShotsQuestion, shotsAhead } from './shots-ahead.ts'
import { otherwiseCommand } from './trouble-remedy.ts'

/** What it takes to say what a run buys next. */
export interface PurchaseDesk
  extends Pick<Floor, 'productions' | 'prices' | 'catalogue' | 'vault'> {
  readonly ledger: RoomLedger & Pick<Floor['ledger'], 'orders'>
}

/** What a run buys next. */
export interface Purchase {
  /** With its price, in words, without a full stop. */
  readonly text: string
  /** `crew`: only its answers, and no footage. */
  readonly buys: 'footage' | 'crew' | 'nothing'
  /** Why nothing is bought though shots lack footage, where it is for want of money, and what helps, as sentences. */
  readonly noMoney?: string
}

/**
 * What a run buys next: of shots only those that going on orders. One that its vendor will not make as it is asked for is
 * none of them, and its command is told instead.
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
      return testsPurchase(desk, id, without)
    case 'shoot':
      return filmPurchase(desk, id, await winnerOf(productions, id), without)
    default:
      return (await asksForCuts(desk, id))
        ? { text: 'no footage; three cuts by the crew', buys: 'crew' }
        : { text: 'nothing ($0.00)', buys: 'nothing' }
  }
}

const winnerOf = async (productions: Floor['productions'], id: string): Promise<Pilot> => {
  const { winner } = await readDocument(productions, id, 'verdict')
  return pilotOf(await readDocument(productions, id, 'plan'), winner)
}

const testsPurchase = async (
  desk: PurchaseDesk,
  id: string,
  without: readonly ShotId[],
): Promise<Purchase> => {
  const { pilots, testScenes } = await readDocument(desk.productions, id, 'plan')
  const [only, second] = pilots
  if (only && !second) return wholePurchase(desk, id, only, without)
  const tests: PilotAhead[] = []
  for (const pilot of pilots) {
    const script = await readDocument(desk.productions, id, 'script', pilot.id)
    const chains = testScenes.map((scene) => [scene])
    tests.push({ pilot, ...(await pilotAhead(desk, id, { pilot, script, chains, without })) })
  }
  const open = tests.filter(({ ordered }) => ordered.length > 0).map(({ pilot }) => pilot)
  const cast = castText(tests.flatMap((one) => one.cast.map((shot) => `${one.pilot.id}/${shot}`)))
  const [first, more] = open
  if (!first) {
    const isOver = tests.every((one) => isBarredOnly(one))
    return isOver
      ? nothing
      : { text: `no more tests${cast}; reviews and the verdict by the crew`, buys: 'crew' }
  }
  const { tightest } = await roomOf(desk.ledger, id)
  const planned = sumUsd(...open.map(({ testBudget }) => testBudget))
  const price = formatUsd(minUsd(planned, maxUsd(zeroUsd, tightest.free)))
  const whose = more ? `${open.length} pilots` : `pilot ${first.id}`
  const text = `the tests of ${whose} (scene ${testScenes.join(' and ')}), at most ${price}${cast}`
  return { text, buys: 'footage' }
}

interface PilotAhead extends ShotsAhead {
  readonly pilot: Pilot
}

const pilotAhead = (
  desk: PurchaseDesk,
  production: string,
  {
    pilot: { takesPerShot },
    ...asked
  }: Pick<ShotsQuestion, 'script' | 'chains' | 'without'> & { readonly pilot: Pilot },
): Promise<ShotsAhead> => shotsAhead(desk, { ...asked, production, takesPerShot })

/** A film whose only pilot has shot nothing yet is told as a whole. */
const wholePurchase = async (
  desk: PurchaseDesk,
  id: string,
  pilot: Pilot,
  without: readonly ShotId[],
): Promise<Purchase> => {
  const whole = `the footage of pilot ${pilot.id} on ${pilot.model}, as written about ${formatUsd(pilot.filmQuote)}`
  const takes = await desk.productions.takes(id)
  const isUntouched = takes.length === 0 && without.length === 0
  const { left } = await roomOf(desk.ledger, id)
  return isUntouched && pilot.filmQuote <= left
    ? { text: whole, buys: 'footage' }
    : filmPurchase(desk, id, pilot, without)
}

/** Whether going on would end where it ended: all that lacks footage has to be asked for otherwise first. */
const isBarredOnly = ({ ordered, barred, onTheWay }: ShotsAhead): boolean =>
  ordered.length === 0 && barred.length > 0 && onTheWay.length === 0

const nothing: Purchase = { text: 'nothing ($0.00)', buys: 'nothing' }

const filmPurchase = async (
  desk: PurchaseDesk,
  id: string,
  pilot: Pilot,
  without: readonly ShotId[],
): Promise<Purchase> => {
  const { productions } = desk
  const script = await filmScript(productions, id, pilot.id)
  const chains = continuityChains(script).map(({ scenes }) => scenes)
  const ahead = await pilotAhead(desk, id, { pilot, script, chains, without })
  const { ordered, barred, cast, onTheWay } = ahead
  const besides = `${castText(cast)}${barredText(id, barred)}`
  if (isBarredOnly(ahead)) return { ...nothing, text: `${nothing.text}${besides}` }
  if (ordered.length === 0) {
    const none = cast.length > 0 ? 'no footage' : 'no more footage'
    return { text: `${none}${besides}; reviews and cuts by the crew`, buys: 'crew' }
  }
  const { paid, unpaid, why } = await moneyAhead(desk, { id, pilot, script, ordered })
  const short = unpaid.length === 0 ? '' : `; no money is left for ${unpaid.join(', ')}: ${why}`
  if (paid.length === 0) {
    if (onTheWay.length > 0) return { text: `no more footage${besides}${short}`, buys: 'crew' }
    return { text: `${nothing.text}${besides}${short}`, buys: 'nothing', noMoney: short.slice(2) }
  }
  const price = formatUsd(sumUsd(...paid.map((one) => one.price)))
  const shots = paid.length === 1 ? '1 shot' : `${paid.length} shots`
  const models = [...new Set(paid.map(({ model }) => model))].join(' and ')
  const text = `${shots} of pilot ${pilot.id} on ${models}, about ${price}${besides}${short}`
  return { text, buys: 'footage' }
}

/** What is shown of the cutting-room shelf, as the rest of a sentence; empty for nothing. */
const castText = (cast: readonly string[]): string =>
  cast.length === 0 ? '' : `; ${cast.join(', ')} ${cast.length === 1 ? 'is' : 'are'} cast`

/** What is not ordered again by itself, with the commands that ask for it otherwise, as the rest of a sentence. */
const barredText = (id: string, barred: readonly BarredTake[]): string =>
  barred
    .map(({ take: { shot }, trouble }) => {
      const command = otherwiseCommand(trouble, id, shot)
      return `; not ${shot}, which its vendor does not make as it is asked for: \`${command}\``
    })
    .join('')

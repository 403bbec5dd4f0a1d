import {
  exactUsd,
  freeUsd,
  maxUsd,
  microUsd,
  neededUsd,
  subtractUsd,
  sumUsd,
  type Usd,
  zeroUsd,
} from '../domain/money.ts'
import type { CapScope, FreeUnder, LedgerStore, LedgerTotals } from '../ports/ledger-store.ts'

/** What of the ledger tells what a run may spend. */
export type RoomLedger = Pick<LedgerStore, 'totals' | 'freeUnder'>

/** What a run may spend from here, as its ledger would hold it. */
export interface RunRoom {
  readonly production: string
  readonly totals: LedgerTotals
  /** The production's first. */
  readonly caps: readonly FreeUnder[]
  /** The cap that leaves least. */
  readonly tightest: FreeUnder
  /** Most that can be held, the bond with it: what lies past a cap already is gone from the bond. Nothing while an overrun blocks. */
  readonly left: Usd
}

/** What a run may spend from here: never more than the ledger would let it hold, whatever its bond. */
export const roomOf = async (ledger: RoomLedger, production: string): Promise<RunRoom> => {
  const totals = await ledger.totals(production)
  const caps = await ledger.freeUnder(production)
  const tightest = caps.reduce((left, right) => (right.free < left.free ? right : left))
  const left =
    totals.overrunOpen > 0 ? zeroUsd : maxUsd(zeroUsd, sumUsd(tightest.free, totals.bond))
  return { production, totals, caps, tightest, left }
}

/** Whose money a cap limits, in words. */
export const capName = (scope: CapScope): string =>
  scope === 'production' ? 'the budget' : `this ${scope}'s cap`

const cent = 10_000

/** An amount as a command takes it: to the cent, and never less. */
const writtenUsd = (amount: Usd): string =>
  exactUsd(microUsd(Math.ceil(amount / cent) * cent)).slice(1)

/** A cap that leaves less than is needed, and what it would have to be. */
export interface ShortCap extends FreeUnder {
  readonly least: Usd
}

/** Caps that leave a run less than it needs, the production's first. What no person has accepted yet is accepted by raising its cap. */
export const shortCaps = ({ caps, totals }: RunRoom, need: Usd): readonly ShortCap[] =>
  caps.flatMap((one) => {
    const least = subtractUsd(sumUsd(one.cap, need), sumUsd(one.free, totals.bond))
    if (least > one.cap) return [{ ...one, least }]
    const isBlocked = one.scope === 'production' && totals.overrunOpen > 0
    return isBlocked ? [{ ...one, least: sumUsd(one.cap, microUsd(1)) }] : []
  })

/**
 * The commands that make room for what a run needs, each with the least amount that is enough; none where there is room.
 *
 * @param need worst case of all that is to be bought
 */
export const roomCommands = (room: RunRoom, need: Usd): readonly string[] =>
  shortCaps(room, need).map(({ scope, least }) => {
    const command = 'npx --no-install claude-studio'
    return scope === 'production'
      ? `${command} budget ${room.production} --raise-to ${writtenUsd(least)}`
      : `${command} config set ${scope}CapUsd ${writtenUsd(least)}`
  })

/**
 * Why a run cannot buy what it needs, and what makes room for it, as sentences without the last full stop, after a colon; null where
 * there is room.
 *
 * @param need worst case of all that is to be bought
 */
export const noRoomText = (room: RunRoom, need: Usd): string | null => {
  const short = shortCaps(room, need)
  if (short.length === 0) return null
  return `going on needs ${neededUsd(need)} at most, and ${stands(room, short)}. Raise ${raisedText(room, need)}, then resume the run`
}

/**
 * What is raised to make room for what a run needs, by which commands, and when it is there by itself, as words after `raise`; only
 * where there is no room.
 *
 * @param need worst case of all that is to be bought
 */
export const raisedText = (room: RunRoom, need: Usd): string => {
  const short = shortCaps(room, need)
  const names = short.map(({ scope }) => capName(scope)).join(' and ')
  const commands = roomCommands(room, need).map((command) => `\`${command}\``)
  return `${names}: ${commands.join(' and ')}${waitText(room, short, need)}`
}

const stands = ({ totals, left }: RunRoom, short: readonly ShortCap[]): string =>
  totals.overrunOpen > 0
    ? `a bill went ${exactUsd(totals.overrunOpen)} over what was held for it, so that nothing more is held until the budget is raised`
    : `${freeUsd(left)} can be held under ${short.map(({ scope, cap }) => `${capName(scope)} of ${exactUsd(cap)}`).join(' and ')}`

/** When caps of the tenant open again by themselves; empty where that does not help. */
const waitText = ({ totals }: RunRoom, short: readonly ShortCap[], need: Usd): string => {
  const helps = short.every(
    ({ scope, cap }) => scope !== 'production' && need <= sumUsd(cap, totals.bond),
  )
  if (!helps) return ''
  const next = short.some(({ scope }) => scope === 'month')
    ? 'the first day of the next month'
    : 'tomorrow'
  return `, or wait for ${next}, 00:00 UTC`
}

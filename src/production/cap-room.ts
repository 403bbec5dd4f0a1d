import { contractTask } from '../agents/producer/write-contract.ts'
import type { Brief } from '../domain/brief.ts'
import {
  exactUsd,
  type Funds,
  formatUsd,
  freeUsd,
  maxUsd,
  neededUsd,
  subtractUsd,
  sumUsd,
  type Usd,
  zeroUsd,
} from '../domain/money.ts'
import type { CrewQuestion } from '../ports/language-model.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { reservedByText } from './reserved-text.ts'

/** A cap of the tenant, and what of it is used by bills, holds and bonds. */
export interface UsedCap {
  readonly scope: 'day' | 'month'
  readonly cap: Usd
  readonly used: Usd
}

/** The caps of the tenant over one kind of funds as they stand now, the day's first. */
export const usedCaps = async (
  ledger: Pick<LedgerStore, 'caps' | 'spend' | 'now'>,
  funds: Funds,
): Promise<readonly UsedCap[]> => {
  const caps = (await ledger.caps()).filter((cap) => cap.funds === funds)
  const today = new Date(await ledger.now()).toISOString().slice(0, 10)
  const month = `${today.slice(0, 7)}-01`
  const days = (await ledger.spend(`${month}T00:00:00Z`)).filter((day) => day.funds === funds)
  return caps.map(({ scope, cap }) => {
    const from = scope === 'day' ? today : month
    const own = days.filter(({ day }) => day >= from)
    const used = sumUsd(...own.flatMap(({ settled, held, bond }) => [settled, held, bond]))
    return { scope, cap, used }
  })
}

/** Most runs that are named. */
const mostNamed = 3

/**
 * What is told where more is reserved and spent than a cap allows, as sentences, one a cap: a cap that is lowered takes nothing back,
 * and what runs keep reserved may still be spent. Empty where all is under its cap.
 */
export const overCapTexts = async (
  ledger: Pick<LedgerStore, 'caps' | 'spend' | 'now' | 'reserved'>,
  funds: Funds,
): Promise<readonly string[]> => {
  const texts: string[] = []
  for (const { scope, cap, used } of await usedCaps(ledger, funds)) {
    if (used <= cap) continue
    const kept = (await ledger.reserved(funds, scope)).filter(({ bond }) => bond > 0)
    const named = kept.slice(0, mostNamed).map(({ production }) => production)
    const rest = kept.length > mostNamed ? ` and ${kept.length - mostNamed} more` : ''
    const runs =
      kept.length === 0
        ? ''
        : ` What is reserved is spent no further than the cap: ${exactUsd(sumUsd(...kept.map(({ bond }) => bond)))} for ${kept.length === 1 ? 'run' : 'runs'} ${named.join(', ')}${rest}.`
    texts.push(
      `${exactUsd(used)} of this ${scope} is spent, on order or reserved, over its cap of ${formatUsd(cap)}.${runs}`,
    )
  }
  return texts
}

/**
 * Why a film does not fit under the caps of the day and the month, and what helps, as sentences; null where it fits.
 *
 * @param most what the film may come to, and at least the hold of what is asked first
 */
export const whyNoRoom = async (
  ledger: Pick<LedgerStore, 'caps' | 'spend' | 'now' | 'reserved'>,
  funds: Funds,
  most: Usd,
): Promise<string | null> => {
  const short = (await usedCaps(ledger, funds)).filter(
    ({ cap, used }) => most > subtractUsd(cap, used),
  )
  const [tightest] = short.toSorted((a, b) => a.cap - a.used - (b.cap - b.used))
  if (!tightest) return null
  const stands = short.map(
    ({ scope, cap, used }) =>
      `${freeUsd(maxUsd(zeroUsd, subtractUsd(cap, used)))} of this ${scope}'s cap of ${formatUsd(cap)} is free`,
  )
  const commands = short.map(
    ({ scope, used }) =>
      `\`npx --no-install claude-studio config set ${scope}CapUsd USD\` (at least ${neededUsd(sumUsd(used, most))})`,
  )
  const others = await ledger.reserved(funds, tightest.scope)
  return `The film may cost ${neededUsd(most)}, and ${stands.join(', ')}. Nothing was bought. Wait for the next ${tightest.scope}, make a smaller film, or raise the cap: ${commands.join(' and ')}.${reservedByText(others, tightest.scope)}`
}

/** What the crew is asked first for a film that is yet to be written. */
export const firstQuestion = ({ concept, seconds, language }: Brief): CrewQuestion => {
  const { parse, ...question } = contractTask({ concept, seconds, language })
  return question
}

import { exactUsd, subtractUsd, type Usd } from '../domain/money.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'

/** What was settled of a run's money since something was begun. */
export type SpentSince = () => Promise<Usd>

/** Note what is settled of a run's money now, to tell later what was spent since. */
export const spentSince = async (
  { totals }: Pick<LedgerStore, 'totals'>,
  production: string,
): Promise<SpentSince> => {
  const before = (await totals(production)).settled
  return async () => subtractUsd((await totals(production)).settled, before)
}

/** What a retake that is refused has left behind, as a sentence: nothing, or answers of the crew that are paid. */
export const untouchedText = (spent: Usd): string =>
  spent > 0
    ? `No take was ordered and nothing was changed; the crew's answers cost ${exactUsd(spent)}.`
    : 'Nothing was changed or spent.'

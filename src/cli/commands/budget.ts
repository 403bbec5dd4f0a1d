import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, formatUsd, sumUsd } from '../../domain/money.ts'
import type { Command, Flags } from '../context.ts'
import { isSet, withStudio } from '../context.ts'
import { fundsText } from '../live/plain-lines.ts'
import { printJson, printLine } from '../print.ts'
import { findRun } from '../run-record.ts'
import { alignedUsd, textTable } from '../text-table.ts'

/** `budget`: every hold, settlement and release of a run, and what it adds up to. */
export const showBudget: Command = (context, { args, flags, isJson, paint }) =>
  withStudio(context, async (studio) => {
    const { id } = await findRun(studio, args[0] ?? '')
    const totals = await studio.ledger.totals(id)
    const trail = await studio.ledger.trail(id)
    if (isJson) {
      printJson(context, {
        productionId: id,
        capUsd: dollarsOf(totals.cap),
        settledUsd: dollarsOf(totals.settled),
        heldUsd: dollarsOf(totals.held),
        bondUsd: dollarsOf(totals.bond),
        overrunUsd: dollarsOf(totals.overrun),
        funds: totals.funds,
        trail: trail.map(({ at, kind, key, amount, free }) => ({
          at,
          kind,
          key,
          amountUsd: dollarsOf(amount),
          freeUsd: dollarsOf(free),
        })),
      })
      return 0
    }
    const shown = isSet(flags, 'all') ? trail : trail.filter(({ amount }) => amount !== 0)
    const amounts = alignedUsd(shown.map(({ amount }) => amount))
    const frees = alignedUsd(shown.map(({ free }) => free))
    context.out(
      textTable(
        ['AT', 'WHAT', 'AMOUNT', 'FREE AFTER', 'ORDER'].map((name) => paint('dim', name)),
        shown.map(({ at, kind, key }, index) => [
          at.slice(0, 19).replace('T', ' '),
          paint(kind === 'overrun' ? 'bad' : 'dim', kind),
          amounts[index] ?? '',
          frees[index] ?? '',
          key,
        ]),
      ),
    )
    const hidden = trail.length - shown.length
    if (hidden > 0) {
      printLine(
        context,
        paint(
          'dim',
          `Left out: ${hidden} ${hidden === 1 ? 'line' : 'lines'} of $0.00. --all shows them.`,
        ),
      )
    }
    const overrun = totals.overrun > 0 ? paint('bad', `, overrun ${formatUsd(totals.overrun)}`) : ''
    printLine(
      context,
      `${paint('money', fundsText(dollarsOf(totals.settled), totals.funds))}, held ${formatUsd(totals.held)}, bond ${formatUsd(totals.bond)}, of ${formatUsd(totals.cap)}${overrun}`,
    )
    return 0
  })

const shownDays = 90
const dayMs = 86_400_000

/** `spend`: money per UTC day, with the caps. */
export const showSpend: Command = (context, { flags, isJson, paint }) => {
  const { since, month } = period(context.now(), flags)
  return withStudio(context, async (studio) => {
    const days = (await studio.ledger.spend(since.toISOString())).filter(
      ({ day }) => month === null || day.startsWith(month),
    )
    const caps = await studio.ledger.caps()
    if (isJson) {
      printJson(context, {
        since: since.toISOString(),
        days: days.map(({ day, funds, settled, held }) => ({
          day,
          funds,
          settledUsd: dollarsOf(settled),
          heldUsd: dollarsOf(held),
        })),
        caps: caps.map(({ scope, funds, cap }) => ({ scope, funds, capUsd: dollarsOf(cap) })),
      })
      return 0
    }
    context.out(
      textTable(
        ['DAY (UTC)', 'FUNDS', 'SPENT', 'HELD'].map((name) => paint('dim', name)),
        days.map(({ day, funds, settled, held }) => [
          day,
          funds,
          formatUsd(settled),
          formatUsd(held),
        ]),
      ),
    )
    const of = (funds: string) =>
      sumUsd(...days.filter((each) => each.funds === funds).map(({ settled }) => settled))
    for (const funds of [...new Set(['real', ...days.map((each) => each.funds)])]) {
      printLine(context, paint('money', `total ${fundsText(dollarsOf(of(funds)), funds)}`))
    }
    for (const { scope, funds, cap } of caps) {
      printLine(context, paint('dim', `cap of a ${scope}: ${formatUsd(cap)} ${funds}`))
    }
    return 0
  })
}

/** From when on money is shown, and in which month; `--month` alone is the one that runs. */
const period = (
  nowMs: number,
  flags: Flags,
): { readonly since: Date; readonly month: string | null } => {
  const written = flags['month']
  if (written === undefined) return { since: new Date(nowMs - shownDays * dayMs), month: null }
  const month = written === true ? new Date(nowMs).toISOString().slice(0, 7) : String(written)
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    return { since: new Date(`${month}-01T00:00:00.000Z`), month }
  }
  throw new StudioError({
    code: 'bad-input',
    message: `"${month.slice(0, 40)}" is not a month. Use one such as --month 2026-11, or --month alone for the one that runs.`,
  })
}

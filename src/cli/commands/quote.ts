import type { Brief } from '../../domain/brief.ts'
import { vendorOf } from '../../domain/catalogue-model.ts'
import { dollarsOf, exactUsd, formatUsd } from '../../domain/money.ts'
import type { Quote } from '../../production/quote.ts'
import type { CliContext, Invocation } from '../context.ts'
import type { QuoteLine } from '../json-money.ts'
import { movedAddresses, movedAddressText } from '../moved-addresses.ts'
import { printJson, printLine } from '../print.ts'
import { alignedUsd, oneLine, textTable } from '../text-table.ts'

/** Title of a quote that nothing follows. */
export const dryRunTitle = 'Quote (dry run: nothing is ordered or spent)'

/** Print what a production would cost; nothing is spent. */
export const printQuote = (
  context: CliContext,
  { isJson, paint }: Invocation,
  given: { readonly brief: Brief; readonly quote: Quote; readonly title: string },
): void => {
  const { brief, title } = given
  const quote = {
    ...given.quote,
    warnings: [...addressesOf(context, brief), ...given.quote.warnings],
  }
  if (isJson) {
    const line: QuoteLine = {
      event: 'quote',
      lines: quote.lines.map(({ label, amount }) => ({ label, amountUsd: dollarsOf(amount) })),
      plannedUsd: dollarsOf(quote.planned),
      totalUsd: dollarsOf(quote.total),
      bondUsd: dollarsOf(quote.bond),
      leastUsd: dollarsOf(quote.least),
      budgetUsd: dollarsOf(brief.budget),
      funds: brief.funds,
      plan: quote.plan,
      warnings: quote.warnings,
    }
    printJson(context, line)
    return
  }
  printLine(context, paint('title', title))
  for (const line of quote.plan) printLine(context, `  ${oneLine(line)}`)
  for (const text of quote.warnings) printLine(context, paint('warn', `  ! ${oneLine(text)}`))
  const amounts = alignedUsd([...quote.lines.map(({ amount }) => amount), quote.total])
  context.out(
    textTable(
      [],
      [
        ...quote.lines.map(({ label }, index) => [`  ${oneLine(label)}`, amounts[index] ?? '']),
        ['  total, at most', amounts.at(-1) ?? ''],
      ],
    ),
  )
  printLine(
    context,
    paint(
      'dim',
      `  planned for the film above ${formatUsd(quote.planned)} · budget ${formatUsd(brief.budget)} · completion bond ${formatUsd(quote.bond)} · the least budget that pays for ${quote.leastFor} ${exactUsd(quote.least)} · ${brief.funds} funds`,
    ),
  )
}

/** A run with money names every address that is not its vendor's own. */
const addressesOf = (context: CliContext, { provider, funds }: Brief): readonly string[] => {
  if (funds === 'simulated') return []
  const settings = context.settings()
  const mode = funds === 'real' ? 'live' : 'emulated'
  const ids = [vendorOf(provider), vendorOf(settings.crewModel)]
  return movedAddresses(settings, mode, ids).map(movedAddressText)
}

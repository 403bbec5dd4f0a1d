import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { exactUsd, type Usd } from '../domain/money.ts'
import type { ExecutingStudio } from '../studio/studio.ts'
import { asked, printCaps } from './approve-spending.ts'
import { priceText } from './catalogue-text.ts'
import type { CliContext, Invocation } from './context.ts'
import { isSet } from './context.ts'
import { movedAddresses, movedAddressText } from './moved-addresses.ts'
import { printLine } from './print.ts'
import type { Answer } from './yes-or-no.ts'

/** What a test would spend. */
export interface TestSpending {
  readonly model: CatalogueModel
  readonly most: Usd
  readonly question: string
}

/**
 * See that the vendor can be ordered from, show quote and caps, and ask whether to buy. Nothing is asked where no real money
 * moves.
 *
 * @throws StudioError `bad-input` where nobody can be asked and `--yes` is not said; as `checkVendors` of the studio
 */
export const approveTest = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  { model, most, question }: TestSpending,
): Promise<Answer> => {
  if (model.funds === 'simulated') return 'yes'
  const vendors = await studio.checkVendors([model.id])
  const { isJson, paint, flags } = invocation
  if (!isJson) {
    const { price } = model
    const money = studio.mode === 'live' ? 'real money' : 'emulated: nothing is charged'
    printLine(context, paint('title', `At most ${exactUsd(most)} (${money})`))
    printLine(context, paint('dim', `  ${priceText(price)}, ${price.source}, ${price.date}`))
    for (const moved of movedAddresses(context.settings(), studio.mode, [model.vendor])) {
      printLine(context, paint('warn', `  ! ${movedAddressText(moved)}`))
    }
    await printCaps(context, invocation, studio, vendors)
  }
  if (studio.mode !== 'live' || isSet(flags, 'yes')) return 'yes'
  return asked(context, invocation, question)
}

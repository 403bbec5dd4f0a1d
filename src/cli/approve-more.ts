import { usualPrice } from '../budget/crew-price.ts'
import { priceBook } from '../budget/price-book.ts'
import { catalogue, servedBeside } from '../catalogue.ts'
import { vendorOf } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { atMostUsd, exactUsd, formatUsd, type Usd } from '../domain/money.ts'
import type { Plan } from '../domain/plan.ts'
import type { UsualTask } from '../domain/usual-questions.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Purchase, PurchaseDesk } from '../production/next-purchase.ts'
import { capName, roomOf } from '../production/run-room.ts'
import type { CheckedVendor, ExecutingStudio } from '../studio/studio.ts'
import { asked, printCaps } from './approve-spending.ts'
import type { CliContext } from './context.ts'
import { isSet } from './context.ts'
import { movedAddresses, movedAddressText } from './moved-addresses.ts'
import { printLine } from './print.ts'
import type { RunAtHand } from './run-at-hand.ts'
import type { Answer } from './yes-or-no.ts'

/** Tells what a run buys next. */
type Offered = (desk: PurchaseDesk) => Promise<Purchase>

/**
 * See that the vendors can be ordered from, show what a run buys next, the most that it may spend, caps and vendors, and ask
 * whether to buy. Nothing is asked of a run that moves no real money, or buys nothing.
 *
 * @param purchase asked only where money or its emulation moves
 * @throws StudioError `bad-input` where nobody can be asked and `--yes` is not said; `cap-reached` where shots lack footage and no
 *   money is left for any of them; as `checkVendors` of the studio
 */
export const approveMore = async (at: RunAtHand, purchase: Offered): Promise<Answer> => {
  const { context, invocation, studio } = at
  const question = await showMore(at, async (desk) => affordable(await purchase(desk)))
  if (question === null || studio.mode !== 'live' || isSet(invocation.flags, 'yes')) return 'yes'
  return asked(context, invocation, question)
}

/** Nobody is asked to approve what would end where it ended. */
const affordable = (purchase: Purchase): Purchase => {
  if (purchase.noMoney === undefined) return purchase
  throw new StudioError({
    code: 'cap-reached',
    message: `Nothing was bought: ${purchase.noMoney}.`,
  })
}

/**
 * See that the vendors can be ordered from, and show what a run buys next, as {@link approveMore} does, without asking.
 *
 * @returns the question that asks whether to buy; null where nothing is bought
 * @throws StudioError as `checkVendors` of the studio
 */
export const showMore = async (at: RunAtHand, purchase: Offered): Promise<string | null> => {
  const { invocation, studio, run } = at
  if (studio.mode === 'offline') return null
  const { text, buys } = await purchase(await purchaseDesk(studio, run.id))
  if (buys === 'nothing') return null
  const vendors = await checkedVendors(at, buys)
  const most = await leftOf(studio, run.id)
  if (!invocation.isJson) await printPurchase(at, { text, most, vendors })
  const whose = buys === 'crew' ? ' for the crew' : ''
  return `Buy for at most ${atMostUsd(most.left)}${whose}?`
}

/** What an answer of the crew usually comes to, in words. @param shots of the film, where the answer grows with them */
export const answerText = (
  { settings }: Pick<CliContext, 'settings'>,
  { prices }: Pick<PurchaseDesk, 'prices'>,
  task: UsualTask,
  shots: number,
): string =>
  `usually about ${formatUsd(usualPrice(prices.model(settings().crewModel), task, shots))}`

/** Every model has its price. A film is shot on models of the API that its plan was made for, and on no other. */
const purchaseDesk = async (
  { productions, ledger, vault }: ExecutingStudio,
  id: string,
): Promise<PurchaseDesk> => ({
  ...{ productions, ledger, vault },
  catalogue: servedBeside(await sellerOf({ productions }, id)),
  prices: priceBook(catalogue),
})

const checkedVendors = async (
  { context, studio, run }: RunAtHand,
  buys: Purchase['buys'],
): Promise<readonly CheckedVendor[]> => {
  const crew = vendorOf(context.settings().crewModel)
  if (buys === 'crew') return studio.checkVendors([crew])
  return studio.checkVendors([...new Set([await sellerOf(studio, run.id), crew])])
}

/** The model that a run's footage is bought from, by which its account is known; its vendor before there is a plan. */
const sellerOf = async (
  { productions }: Pick<ExecutingStudio, 'productions'>,
  id: string,
): Promise<string> => {
  const plan = (await productions.document(id, 'plan', 'current')) as Plan | null
  const verdict = (await productions.document(id, 'verdict', 'current')) as Verdict | null
  const pilots = plan?.pilots ?? []
  const pilot = pilots.find((one) => one.id === verdict?.winner) ?? pilots[0]
  return pilot?.model ?? (await productions.brief(id)).provider
}

/** What a run may spend from here, and what leaves it no more. */
interface Left {
  readonly left: Usd
  readonly text: string
}

const leftOf = async ({ ledger }: ExecutingStudio, id: string): Promise<Left> => {
  const { left, tightest, totals } = await roomOf(ledger, id)
  const { settled, held } = totals
  const onOrder = held > 0 ? `, on order ${exactUsd(held)}` : ''
  const text = `at most ${exactUsd(left)}: what is left of ${capName(tightest.scope)} of ${formatUsd(tightest.cap)}; spent ${exactUsd(settled)}${onOrder}`
  return { left, text }
}

const printPurchase = async (
  { context, invocation, studio, run }: RunAtHand,
  shown: {
    readonly text: string
    readonly most: Left
    readonly vendors: readonly CheckedVendor[]
  },
): Promise<void> => {
  const { paint } = invocation
  const { mode } = studio
  const money = mode === 'live' ? 'real money' : 'emulated: nothing is charged'
  printLine(context, paint('title', `Quote for run ${run.id} (${money})`))
  printLine(context, `  bought next: ${shown.text}`)
  printLine(context, `  ${shown.most.text}`)
  const ids = shown.vendors.map(({ vendor }) => vendor)
  for (const moved of movedAddresses(context.settings(), mode, ids)) {
    printLine(context, paint('warn', `  ! ${movedAddressText(moved)}`))
  }
  await printCaps(context, invocation, studio, shown.vendors)
  printLine(context, paint('dim', `  crew: ${context.settings().crewModel}`))
}

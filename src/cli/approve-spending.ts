import type { Brief } from '../domain/brief.ts'
import { vendorOf } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { atMostUsd, exactUsd, formatUsd, maxUsd, microUsd, zeroUsd } from '../domain/money.ts'
import { firstQuestion, overCapTexts, usedCaps, whyNoRoom } from '../production/cap-room.ts'
import type { Quote } from '../production/quote.ts'
import type { CheckedVendor, ExecutingStudio } from '../studio/studio.ts'
import { printQuote } from './commands/quote.ts'
import type { CliContext, Invocation } from './context.ts'
import { isSet } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { printLine } from './print.ts'
import type { Answer } from './yes-or-no.ts'

const aCent = microUsd(10_000)

/**
 * See that the account of the vendor of the footage can pay for what is planned.
 *
 * @throws StudioError `vendor-no-credit`
 */
export const requireBalance = ({ brief, quote, vendors }: Spending): void => {
  const seller = vendors.find(({ vendor }) => vendor === brief.provider)
  const balance = seller?.standing.balance ?? null
  if (balance === null || balance >= quote.planned) return
  // Less than a cent buys no shot, however few are asked for.
  const lower = balance < aCent ? '' : ', or lower --budget or --duration'
  throw new StudioError({
    code: 'vendor-no-credit',
    message: `The account at ${brief.provider} has ${exactUsd(balance)} left, and the film is planned at ${formatUsd(quote.planned)}. Nothing was bought. Add credit on the vendor's site${lower}.`,
  })
}

/**
 * See that what a film may come to, and what its crew is asked first, is free under the caps of the day and the month: nobody is
 * asked to approve what would fail at once.
 *
 * @param isWritten whether the script is there already, and the crew is not asked for a contract
 * @throws StudioError `cap-reached`
 */
export const requireRoom = async (
  { settings }: Pick<CliContext, 'settings'>,
  { mode, ledger, rig }: Pick<ExecutingStudio, 'mode' | 'ledger' | 'rig'>,
  { brief, quote }: Spending,
  isWritten: boolean,
): Promise<void> => {
  if (mode !== 'live') return
  const first = isWritten
    ? zeroUsd
    : rig.price({ model: settings().crewModel, question: firstQuestion(brief) })
  const why = await whyNoRoom(ledger, 'real', maxUsd(quote.total, first))
  if (why !== null) throw new StudioError({ code: 'cap-reached', message: why })
}

/** What somebody is asked to approve. */
export interface Spending {
  readonly brief: Brief
  readonly quote: Quote
  readonly vendors: readonly CheckedVendor[]
}

/**
 * Show quote, caps and vendors, and ask whether to buy. Nothing is asked of a run that moves no real money.
 *
 * @throws StudioError `bad-input` where nobody can be asked and `--yes` is not said
 */
export const approveSpending = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  spending: Spending,
): Promise<Answer> => {
  const { brief, quote } = spending
  if (studio.mode === 'offline') return 'yes'
  const isReal = studio.mode === 'live'
  const title = isReal ? 'Quote (real money)' : 'Quote (emulated: nothing is charged)'
  printQuote(context, invocation, { brief, quote, title })
  if (!invocation.isJson) {
    const vendors = spending.vendors.map((one) => ({
      ...one,
      models: quote.models.filter((model) => vendorOf(model) === one.vendor),
    }))
    await printCaps(context, invocation, studio, vendors)
    if (isReal) {
      const crew = `  crew: ${context.settings().crewModel}`
      printLine(context, invocation.paint('dim', crew))
    }
  }
  if (!isReal || isSet(invocation.flags, 'yes')) return 'yes'
  return asked(context, invocation, `Buy for at most ${atMostUsd(brief.budget)}?`)
}

/**
 * Ask before real money moves.
 *
 * @throws StudioError `bad-input` where nobody can be asked
 */
export const asked = async (
  { confirm }: CliContext,
  { isJson }: Pick<Invocation, 'isJson'>,
  question: string,
): Promise<Answer> => {
  if (confirm && !isJson) return confirm(question)
  throw new StudioError({
    code: 'bad-input',
    message:
      'Nothing was bought: real money is spent only when somebody says so, and here nobody can be asked. Add --yes to buy without being asked.',
  })
}

/** Say that a question was not answered by yes. @returns the exit code for it */
export const declined = (
  context: Pick<CliContext, 'out'>,
  answer: Exclude<Answer, 'yes'>,
  text: 'Nothing was bought.' | 'Nothing was changed.',
): number => {
  printLine(context, text)
  return answer === 'interrupted' ? exitCodes.killed : exitCodes.declined
}

/** Show the caps of the tenant, what of them is used, and what the vendors say of the account and of the models that are ordered. */
export const printCaps = async (
  context: CliContext,
  { paint }: Invocation,
  { ledger, mode }: ExecutingStudio,
  vendors: readonly CheckedVendor[],
): Promise<void> => {
  const funds = mode === 'live' ? 'real' : 'emulated'
  for (const { scope, cap, used } of await usedCaps(ledger, funds)) {
    const text = `cap of this ${scope} ${formatUsd(cap)}, ${formatUsd(used)} of it used or held`
    printLine(context, paint('dim', `  ${text}`))
  }
  for (const text of await overCapTexts(ledger, funds)) {
    printLine(context, paint('warn', `  ! ${text}`))
  }
  for (const { vendor, models, standing } of vendors) {
    const { balance, facts } = standing
    const own = facts.filter(({ model }) => model === undefined || models.includes(model))
    const said = [
      ...(balance === null ? [] : [`balance ${exactUsd(balance)}`]),
      ...own.map(({ name, value }) => `${name} ${value}`),
    ]
    const key = mode === 'live' ? 'its key works' : 'emulated'
    printLine(context, paint('dim', `  ${vendor}: ${[key, ...said].join(' · ')}`))
  }
}

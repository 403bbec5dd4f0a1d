import { stat } from 'node:fs/promises'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { dollarsOf, exactUsd, subtractUsd } from '../domain/money.ts'
import { copyWhole } from '../kit/files.ts'
import type { OrderOutcome } from '../production/order-outcome.ts'
import { asPart } from '../production/outcome.ts'
import { mayBeTold } from '../production/parked-text.ts'
import { besidesNoMoney } from '../production/reserved-text.ts'
import { troubleRemedy } from '../production/trouble-remedy.ts'
import type { ExecutingStudio } from '../studio/studio.ts'
import type { CliContext, Invocation } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { bytesText, printJson, printLine, warn } from './print.ts'
import { oneLine, unarmed } from './text-table.ts'
import { offeredBy } from './vendors-offered.ts'

/** How a test came out. */
export interface TestResult {
  /** Id of the run. */
  readonly id: string
  readonly model: CatalogueModel
  readonly outcome: OrderOutcome
  /** Absolute path that the clip is to be copied to. */
  readonly target: string
}

type Of<Kind extends OrderOutcome['kind']> = Extract<OrderOutcome, { readonly kind: Kind }>

/**
 * Tell how a test came out, with the way to go on where there is one.
 *
 * @returns the exit code: 1 when the bill went over what was asked about, 4 when it is still being made or waits for a person
 * @throws StudioError `vendor-refused`, `vendor-failed`, `vendor-unavailable`, `cap-reached`, `overrun` and the troubles
 */
export const reportTest = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  result: TestResult,
): Promise<number> => {
  const { outcome } = result
  switch (outcome.kind) {
    case 'delivered':
      return reportDelivery(context, invocation, studio, result, outcome)
    case 'running':
      return reportWaiting(
        context,
        invocation,
        { ...result, contact: studio.contact },
        {
          event: 'test-running',
          order: outcome.order,
          reason: outcome.note ?? 'it is still being made; only the wait has ended',
          exitCode: exitCodes.waiting,
        },
      )
    case 'parked':
      return reportWaiting(
        context,
        invocation,
        { ...result, contact: studio.contact },
        {
          ...{ event: 'test-parked', order: outcome.order, reason: outcome.reason },
          exitCode: exitCodes.waiting,
        },
      )
    default:
      throw await failureOf(studio, result, outcome)
  }
}

const reportDelivery = async (
  context: CliContext,
  { isJson, paint }: Invocation,
  studio: ExecutingStudio,
  { id, model, target }: TestResult,
  { order }: Of<'delivered'>,
): Promise<number> => {
  const { quoted, billed } = order
  const money = { quotedUsd: dollarsOf(quoted), billedUsd: dollarsOf(billed) }
  const body = { productionId: id, model: model.id, ...money }
  const exitCode = billed > quoted ? exitCodes.failed : exitCodes.done
  const is = order.funds === 'real' ? 'billed' : `${order.funds}, nothing charged`
  const than = billed === quoted ? '' : `, quoted at ${exactUsd(quoted)}`
  const bill = `${exactUsd(billed)} ${is}${than}`
  if (order.port === 'llm') {
    const text = answerText(order.output)
    if (isJson) printJson(context, { event: 'test-delivered', ...body, text })
    else printLine(context, `${unarmed(text)}\n${paint('dim', bill)}`)
    if (billed > quoted) warn(context, [overText(order)])
    return exitCode
  }
  await copyWhole(await studio.vault.path(order.outputHash ?? ''), target)
  const { size } = await stat(target)
  const job = order.job?.['id'] ?? null
  if (isJson)
    printJson(context, { event: 'test-delivered', ...body, job, file: target, bytes: size })
  else printLine(context, `${paint('good', '✓')} ${target}  ${bytesText(size)}, ${bill}`)
  if (billed > quoted) warn(context, [overText(order)])
  return exitCode
}

const overText = ({ key, model, quoted, billed }: Of<'delivered'>['order']): string =>
  `The bill of order ${key} to ${model} is ${exactUsd(subtractUsd(billed, quoted))} over what was asked about: quoted ${exactUsd(quoted)}, billed ${exactUsd(billed)}.`

/** What a model answered: the field of the schema it was given, or all of it. */
const answerText = (output: Of<'delivered'>['order']['output']): string => {
  const said = output as { readonly text?: string } | null
  const text = said?.text ?? ''
  try {
    const { answer } = JSON.parse(text) as { readonly answer?: unknown }
    return typeof answer === 'string' ? answer : text
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

const reportWaiting = (
  context: CliContext,
  { isJson, paint }: Invocation,
  { id, model, contact }: TestResult & Pick<ExecutingStudio, 'contact'>,
  {
    event,
    order,
    reason,
    exitCode,
  }: {
    readonly event: 'test-running' | 'test-parked'
    readonly order: Of<'running'>['order']
    readonly reason: string
    readonly exitCode: number
  },
): number => {
  const job = order.job?.['id'] ?? null
  const program = 'npx --no-install claude-studio'
  const isEmulated = order.funds === 'emulated'
  const next = [
    ...(job === null || model.funds === 'simulated'
      ? []
      : [
          `${program} provider status ${accountOf(context, model, isEmulated)} ${job}${isEmulated ? ' --emulated' : ''}`,
        ]),
    ...(mayBeTold(order, contact) ? [`${program} orders reconcile ${id}`] : []),
    ...(event === 'test-parked' ? [`${program} orders show ${order.key}`] : []),
  ]
  const heldUsd = dollarsOf(order.held)
  const late = order.port === 'video' ? ' A clip that comes in late is put on the shelf.' : ''
  if (isJson) {
    const body = { productionId: id, model: model.id, order: order.key, job, heldUsd }
    printJson(context, { event, ...body, reason, next, exitCode })
    return exitCode
  }
  const stands = event === 'test-parked' ? 'waits for a person' : 'is at the vendor'
  printLine(context, `${paint('warn', '!')} Order ${order.key} ${stands}: ${oneLine(reason)}.`)
  printLine(
    context,
    `  ${exactUsd(order.held)} is held for it. Nothing is sent again.${late} Go on with:`,
  )
  for (const command of next) printLine(context, `    ${command}`)
  return exitCode
}

const failureOf = async (
  { contact, ledger }: Pick<ExecutingStudio, 'contact' | 'ledger'>,
  { id, model }: TestResult,
  outcome: Exclude<OrderOutcome, Of<'delivered' | 'running' | 'parked'>>,
): Promise<StudioError> => {
  switch (outcome.kind) {
    case 'later':
      return new StudioError({
        ...{ code: 'vendor-unavailable', retry: 'later' },
        message: `Nothing was ordered from ${model.id}: ${asPart(outcome.reason)}. No money is held. Try again later.`,
      })
    case 'stopped':
      return new StudioError({
        code: outcome.trouble,
        message: `Nothing was ordered from ${model.id}: ${asPart(outcome.reason)}. ${troubleRemedy(outcome.trouble, contact(model.id), 'nothing')}`,
      })
    case 'no-money':
      return noMoney(outcome, await besidesNoMoney(ledger, id, outcome.answer))
    case 'not-wanted':
      return new StudioError({
        code: 'run-cancelled',
        message: `Nothing was ordered: the run was to ${outcome.wanted}.`,
      })
    default: {
      const { order, reason, kind } = outcome
      const bill = order.billed > 0 ? `It was billed ${exactUsd(order.billed)} all the same.` : ''
      const remedy = order.trouble
        ? ` ${troubleRemedy(order.trouble, contact(model.id), 'nothing')}`
        : ''
      return new StudioError({
        code: kind === 'refused' ? 'vendor-refused' : (order.trouble ?? 'vendor-failed'),
        message: `${model.id} ${kind === 'refused' ? 'refused it' : 'made nothing'}: ${asPart(reason)}. ${bill || 'Nothing was billed.'}${remedy}`,
      })
    }
  }
}

const noMoney = ({ answer }: Of<'no-money'>, besides: string): StudioError =>
  answer.kind === 'blocked-by-overrun'
    ? new StudioError({
        code: 'overrun',
        message: `Nothing was ordered: ${besides}.`,
      })
    : new StudioError({
        code: 'cap-reached',
        message: `Nothing was ordered: ${exactUsd(answer.available)} are left under the ${answer.scope} cap of ${exactUsd(answer.cap)}. Raise it with \`npx --no-install claude-studio config set ${answer.scope}CapUsd USD\`.${besides}`,
      })

/** What the account that has a job is asked for by: an emulated run has one for each API of a vendor, and shows one of them. */
const accountOf = (context: CliContext, { id, vendor }: CatalogueModel, isEmulated: boolean) =>
  isEmulated && !offeredBy(context.settings(), 'emulated').some((model) => model.id === id)
    ? id
    : vendor

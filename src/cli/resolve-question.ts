import { StudioError } from '../domain/errors.ts'
import { exactUsd, formatUsd, leftUnder, type Usd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { isWaitingForOrders, type Production } from '../domain/production.ts'
import { jobDifferences } from '../domain/salvage.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import { nextPurchase, type Purchase } from '../production/next-purchase.ts'
import { mayBeTold, sendsAgain } from '../production/parked-text.ts'
import { capName, roomOf } from '../production/run-room.ts'
import { jobIdFromText } from '../production/written-job.ts'
import type { ExecutingStudio } from '../studio/studio.ts'
import { showMore } from './approve-more.ts'
import type { CliContext, Invocation } from './context.ts'
import { isSet } from './context.ts'
import { orderContact, reconcileCommand } from './open-order-text.ts'
import { printLine } from './print.ts'
import { oneLine } from './text-table.ts'
import type { Answer } from './yes-or-no.ts'

/** What a person decides about an order. */
export type Decision =
  | { readonly kind: 'adopt'; readonly job: string }
  | { readonly kind: 'resubmit' }
  /** `billed` null: nobody knows, so all that is held counts. */
  | { readonly kind: 'write-off'; readonly billed: Usd | null }

/** An order, and what is decided about it. */
export interface DecidedOn {
  readonly order: Order
  readonly decision: Decision
}

/**
 * Ask about a decision before it is carried out: what it may cost or lose, and what its run buys then.
 *
 * @throws StudioError `bad-input` where nobody can be asked and `--yes` is not said
 */
export const approveDecision = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  { order, decision }: DecidedOn,
): Promise<Answer> => {
  const doubts = await doubtsOf(studio, order, decision)
  const onward = await shownOnward(context, invocation, studio, { order, decision })
  if (isSet(invocation.flags, 'yes')) {
    if (doubts !== '' && !invocation.isJson) printLine(context, doubts)
    return 'yes'
  }
  switch (decision.kind) {
    case 'adopt':
      return askToAdopt(context, order, { doubts, onward })
    case 'resubmit':
      return askToResubmit(context, `${doubts}${onward}`)
    case 'write-off':
      return askToWriteOff(context, order, decision.billed, onward)
  }
}

/**
 * Show what a run that waits for an order buys once that is decided, as `runs resume` does.
 *
 * @returns what it may spend then, as a sentence with a blank before it; what it buys then where an order is written off, as a
 *   sentence by itself; empty for a run that does not go on
 */
const shownOnward = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  { order, decision }: DecidedOn,
): Promise<string> => {
  const run = await studio.productions.get(order.production)
  if (decision.kind === 'write-off') {
    return run && (await buysAgain(studio, run, order))
      ? `Run ${run.id} is at work and ${againText(order)}, for about ${formatUsd(order.quoted)} more, as soon as order ${order.key} is written off.`
      : ''
  }
  if (run === null || !(await isWaiting(studio, run))) return ''
  const isAgain = decision.kind === 'resubmit'
  await showMore({ context, invocation, studio, run }, async (desk) => {
    const purchase = await nextPurchase(desk, run)
    return isAgain ? withResubmission(order, purchase) : purchase
  })
  const { left, tightest } = await roomOf(studio.ledger, run.id)
  const rest = isAgain ? leftUnder(left, order.quoted) : left
  return ` Run ${run.id} then goes on by itself and may spend up to ${formatUsd(rest)}${isAgain ? ' more' : ''} of what is left of ${capName(tightest.scope)} of ${formatUsd(tightest.cap)}.`
}

/** What a run buys next, and before it an order once more. */
const withResubmission = ({ key, port, quoted }: Order, { text, buys }: Purchase): Purchase => ({
  text: `order ${key} once more, ${exactUsd(quoted)}${buys === 'nothing' ? '' : `; then ${text}`}`,
  buys: port === 'video' || buys === 'footage' ? 'footage' : 'crew',
})

/** Whether a run waits for orders, or their vendors, and is taken up when one is decided: nobody works on it, and it is no test. */
export const isWaiting = async (
  { productions }: Pick<ExecutingStudio, 'productions'>,
  { id, state, isTest }: Production,
): Promise<boolean> =>
  isWaitingForOrders(state) && !isTest && !(await productions.directed([id])).has(id)

/** Whether a run that somebody works on orders anew what is written off, without anybody being asked. Stand-ins cost nothing. */
const buysAgain = async (
  { productions }: Pick<ExecutingStudio, 'productions'>,
  run: Production,
  order: Order,
): Promise<boolean> =>
  order.funds !== 'simulated' &&
  run.wanted === 'run' &&
  sendsAgain(run, order) &&
  (await productions.directed([run.id])).has(run.id)

/** What a run at work does about an order that is written off, as part of a sentence. */
export const againText = ({ port }: Order): string =>
  port === 'video' ? 'buys the shot again by itself' : 'asks for it again by itself'

/** What speaks against a decision, as sentences: that an order may be paid twice, or in what a job is not what it asked for. Else empty. */
const doubtsOf = async (
  studio: Pick<ExecutingStudio, 'jobAt'>,
  order: Order,
  decision: Decision,
): Promise<string> => {
  switch (decision.kind) {
    case 'adopt':
      return doubtsOfJob(studio, order, decision.job)
    case 'resubmit':
      return `Order ${order.key} may be paid twice: nobody can tell whether ${order.model} has it. Another ${exactUsd(order.quoted)} would be held.`
    case 'write-off':
      return ''
  }
}

const doubtsOfJob = async (
  studio: Pick<ExecutingStudio, 'jobAt'>,
  order: Order,
  written: string,
): Promise<string> => {
  if (order.funds === 'simulated' || order.port !== 'video') return ''
  const id = jobIdFromText(written)
  const job = await studio.jobAt(order.model, id, neverAborted)
  const differences = job === null ? [] : jobDifferences(order, job)
  if (differences.length === 0) return ''
  return oneLine(
    `Job ${id} is not what order ${order.key} asked for. ${differences.join(' ')} Its clip becomes that of the order all the same, at what it costs.`,
  )
}

/**
 * To adopt a job buys nothing, but a run that waited for it goes on buying: with real money that is asked about, and so is a job
 * that is not what was ordered.
 */
const askToAdopt = async (
  { confirm }: CliContext,
  { key, funds }: Order,
  { doubts, onward }: { readonly doubts: string; readonly onward: string },
): Promise<Answer> => {
  const isFree = funds !== 'real' || onward === ''
  if (isFree && doubts === '') return 'yes'
  const back = isFree ? '' : `Order ${key} gets its job back.${onward}`
  const what = [doubts, back].filter(Boolean).join(' ')
  if (confirm) return confirm(`${what} Go on?`)
  throw new StudioError({
    code: 'bad-input',
    message: `${what} Nothing was changed. Add --yes to ${isFree ? 'adopt it all the same' : 'let it go on'}.`,
  })
}

const askToResubmit = async ({ confirm }: CliContext, risk: string): Promise<Answer> => {
  if (confirm) return confirm(`${risk} Send it again?`)
  throw new StudioError({
    code: 'bad-input',
    message: `${risk} Nothing was changed. Add --yes to send it again.`,
  })
}

/**
 * A bill above what is held, a clip that its vendor has, real money that nobody knows to be billed, and what a run at work buys
 * then: they are asked about.
 */
const askToWriteOff = async (
  { confirm }: CliContext,
  order: Order,
  billed: Usd | null,
  onward: string,
): Promise<Answer> => {
  const losses = [
    ...lossOfMoney(order, billed),
    ...lossOfClip(order),
    ...lossInDoubt(order, billed),
    ...(onward === '' ? [] : [onward]),
  ]
  if (losses.length === 0) return 'yes'
  if (confirm) return confirm(`${losses.join(' ')} Write it off?`)
  throw new StudioError({
    code: 'bad-input',
    message: `${losses.join(' ')} Nothing was changed. Add --yes to write it off all the same.`,
  })
}

const lossOfMoney = ({ key, held }: Order, billed: Usd | null): readonly string[] =>
  billed === null || billed <= held
    ? []
    : [
        `${exactUsd(billed)} is more than the ${exactUsd(held)} that is held for order ${key}, and cannot be taken back.`,
      ]

/** Where nobody says what the account shows, all that is held counts as spent, and what may have been made is given up. */
const lossInDoubt = (order: Order, billed: Usd | null): readonly string[] => {
  const { key, model, production, job, held, funds } = order
  if (funds !== 'real' || job !== null || billed !== null || held === 0) return []
  const remedy = mayBeTold(order, orderContact(funds))
    ? `Ask the vendor first with \`${reconcileCommand(production)}\`, or say`
    : 'Say'
  return [
    `Nobody can tell whether ${model} has order ${key}: the ${exactUsd(held)} that is held for it counts as spent, and what was made of it is given up. ${remedy} what its account shows with --billed USD.`,
  ]
}

/** What a vendor has is made and billed, whoever gives it up. */
const lossOfClip = ({ key, production, model, job, port, funds }: Order): readonly string[] =>
  job === null || port !== 'video'
    ? []
    : [
        `Order ${key} is at ${model}, which makes it and bills it all the same; its clip is given up, and only \`npx --no-install claude-studio salvage${funds === 'emulated' ? ' --emulated' : ''}\` would still bring it home, to the shelf. To have it in the film instead: \`${reconcileCommand(production)}\`.`,
      ]

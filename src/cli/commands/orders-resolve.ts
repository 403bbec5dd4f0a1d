import { StudioError } from '../../domain/errors.ts'
import { exactUsd, formatUsd, leftUnder, parseUsd, type Usd, zeroUsd } from '../../domain/money.ts'
import type { Order } from '../../domain/order.ts'
import { goOnCommand, isWaitingForOrders, type Production } from '../../domain/production.ts'
import { jobDifferences } from '../../domain/salvage.ts'
import { neverAborted } from '../../kit/never-aborted.ts'
import { nextPurchase } from '../../production/next-purchase.ts'
import type { AdoptionTold, Decided } from '../../production/order-decisions.ts'
import { mayBeTold, sendsAgain } from '../../production/parked-text.ts'
import { jobIdFromText } from '../../production/written-job.ts'
import type { ExecutingStudio } from '../../studio/studio.ts'
import { showMore } from '../approve-more.ts'
import { declined } from '../approve-spending.ts'
import type { CliContext, Command, Flags, Invocation } from '../context.ts'
import { isSet, textFlag, withStudio } from '../context.ts'
import { findOrder } from '../find-order.ts'
import { followRun } from '../follow-run.ts'
import { interruptible } from '../interruptible.ts'
import { orderLine, type ResolvedLine } from '../json-orders.ts'
import { orderContact, reconcileCommand } from '../open-order-text.ts'
import { withVendorsOf } from '../order-studio.ts'
import { printJson, printLine } from '../print.ts'
import { chosenTimeout } from '../run-mode.ts'
import { testStandsText } from '../run-record.ts'
import { sayProgress } from '../say-progress.ts'
import { oneLine } from '../text-table.ts'
import type { Answer } from '../yes-or-no.ts'

/** What a person decides about an order. */
type Decision =
  | { readonly kind: 'adopt'; readonly job: string }
  | { readonly kind: 'resubmit' }
  /** `billed` null: nobody knows, so all that is held counts. */
  | { readonly kind: 'write-off'; readonly billed: Usd | null }

/** `orders resolve`: decide about an order that waits for a person; its run goes on by itself where it waited for it. */
export const resolveOrder: Command = async (context, invocation) => {
  const decision = chosenDecision(invocation.flags)
  const timeoutMs = chosenTimeout(invocation.flags)
  const order = await withStudio(context, (studio) =>
    findOrder(studio, invocation.args[0] ?? '', 'parked'),
  )
  const decide = async (studio: ExecutingStudio): Promise<number> => {
    await studio.driver.orders.requireOpen(order.key, decision.kind)
    const answer = await approved(context, invocation, studio, { order, decision })
    if (answer !== 'yes') return declined(context, answer, 'Nothing was changed.')
    const decided = await carriedOut(context, invocation, studio, { order, decision })
    printDecided(context, invocation, decision, decided)
    return goOn(context, invocation, studio, { decision, decided })
  }
  return withVendorsOf(context, order.funds, decide, timeoutMs)
}

/** @throws StudioError `bad-input` unless exactly one decision is named */
const chosenDecision = (flags: Flags): Decision => {
  const job = textFlag(flags, 'adopt')
  const billed = textFlag(flags, 'billed')
  const named: readonly Decision[] = [
    ...(job === null ? [] : [{ kind: 'adopt', job: job.trim() } as const]),
    ...(isSet(flags, 'resubmit') ? [{ kind: 'resubmit' } as const] : []),
    ...(isSet(flags, 'writeOff')
      ? [{ kind: 'write-off', billed: billed === null ? null : parseUsd(billed) } as const]
      : []),
  ]
  const [only, second] = named
  if (only?.kind === 'write-off' && only.billed !== null && only.billed < 0) {
    throw new StudioError({
      code: 'bad-input',
      message:
        'A bill is not negative: --billed 0 when the account shows nothing. Nothing was changed.',
    })
  }
  const isVague = !only || second !== undefined || (only.kind === 'adopt' && only.job === '')
  if (isVague || (billed !== null && only.kind !== 'write-off')) {
    throw new StudioError({
      code: 'bad-input',
      message:
        'Say what is decided: --adopt JOB (the vendor has the clip or sound), --resubmit (send it again) or --write-off, which --billed USD may go with. Nothing was changed.',
    })
  }
  return only
}

/** @throws StudioError `bad-input` where nobody can be asked and `--yes` is not said */
const approved = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  { order, decision }: { readonly order: Order; readonly decision: Decision },
): Promise<Answer> => {
  const doubts = decision.kind === 'adopt' ? await doubtsOf(studio, order, decision.job) : ''
  const onward = await shownOnward(context, invocation, studio, { order, decision })
  if (isSet(invocation.flags, 'yes')) {
    if (doubts !== '' && !invocation.isJson) printLine(context, doubts)
    return 'yes'
  }
  switch (decision.kind) {
    case 'adopt':
      return askToAdopt(context, order, { doubts, onward })
    case 'resubmit':
      return askToResubmit(context, order, onward)
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
  { order, decision }: { readonly order: Order; readonly decision: Decision },
): Promise<string> => {
  const run = await studio.productions.get(order.production)
  if (decision.kind === 'write-off') {
    return run && (await buysAgain(studio, run, order))
      ? `Run ${run.id} is at work and ${againText(order)}, for about ${formatUsd(order.quoted)} more, as soon as order ${order.key} is written off.`
      : ''
  }
  if (run === null || !(await isWaiting(studio, run))) return ''
  await showMore({ context, invocation, studio, run }, (desk) => nextPurchase(desk, run))
  const { cap, settled, held } = await studio.ledger.totals(run.id)
  const again = decision.kind === 'resubmit' ? order.quoted : zeroUsd
  const left = leftUnder(cap, settled, held, again)
  return ` Run ${run.id} then goes on by itself and may spend up to ${formatUsd(left)} of what is left of its budget of ${formatUsd(cap)}.`
}

/** Whether a run waits for orders, or their vendors, and is taken up when one is decided: nobody works on it, and it is no test. */
const isWaiting = async (
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

const againText = ({ port }: Order): string =>
  port === 'video' ? 'buys the shot again by itself' : 'asks for it again by itself'

/** In what a job is not what an order asked for, as far as its vendor tells, as sentences; empty where nothing speaks against it. */
const doubtsOf = async (
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

const askToResubmit = async (
  context: CliContext,
  order: Order,
  onward: string,
): Promise<Answer> => {
  const risk = `Order ${order.key} may be paid twice: nobody can tell whether ${order.model} has it. Another ${exactUsd(order.quoted)} would be held.${onward}`
  if (context.confirm === null) {
    throw new StudioError({
      code: 'bad-input',
      message: `${risk} Nothing was changed. Add --yes to send it again.`,
    })
  }
  return context.confirm(`${risk} Send it again?`)
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

const carriedOut = async (
  context: CliContext,
  invocation: Invocation,
  { driver }: ExecutingStudio,
  { order: { key, model }, decision }: { readonly order: Order; readonly decision: Decision },
): Promise<Decided> => {
  switch (decision.kind) {
    case 'resubmit':
      return driver.orders.resubmit(key)
    case 'write-off':
      return driver.orders.writeOff(key, decision.billed)
    case 'adopt': {
      const waits = `Job ${decision.job} is taken for order ${key}; waiting for ${model} until its outcome is here.`
      const told: AdoptionTold = {
        onAdopted: () => invocation.isJson || printLine(context, oneLine(waits)),
        onProgress: (fraction) => sayProgress(context, invocation, fraction),
      }
      return interruptible(context, (signal) =>
        driver.orders.adopt(key, decision.job, signal, told),
      )
    }
  }
}

const printDecided = (
  context: CliContext,
  { isJson }: Invocation,
  { kind }: Decision,
  { order, note, shelved }: Decided,
): void => {
  if (isJson) {
    const line: ResolvedLine = {
      ...{ event: 'order-resolved', decision: kind, order: orderLine(order), note, shelved },
    }
    printJson(context, line)
    return
  }
  const { key, state, held, billed } = order
  const money = held > 0 ? `held ${formatUsd(held)}` : `billed ${formatUsd(billed)}`
  printLine(context, `Order ${key} is ${state}, ${money}${note === null ? '' : `; ${note}`}.`)
}

/** Go on with the run when it waited for this and nobody works on it; else say what goes on. */
const goOn = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  { decision, decided }: { readonly decision: Decision; readonly decided: Decided },
): Promise<number> => {
  const run = await studio.productions.get(decided.order.production)
  const isAtWork = run !== null && (await studio.productions.directed([run.id])).has(run.id)
  if (run && decision.kind !== 'write-off' && (await isWaiting(studio, run))) {
    return followRun({ context, invocation, studio, run }, (signal) =>
      studio.driver.run(run.id, signal),
    )
  }
  if (!invocation.isJson) {
    const lines = run ? nextLines(run, isAtWork, decision, decided) : comesHomeLines(decided.order)
    for (const line of lines) printLine(context, line)
  }
  return 0
}

const nextLines = (
  run: Production,
  isAtWork: boolean,
  decision: Decision,
  { order, shelved }: Decided,
): readonly string[] => {
  const studio = 'npx --no-install claude-studio'
  if (run.isTest) return [testStandsText(run)]
  const [take] = shelved
  if (take) {
    return [
      `Its clip is take ${take}, which no cut shows yet: ${studio} takes list ${run.id}`,
      ...(run.state === 'cancelled'
        ? []
        : [
            `To have it in the film: ${studio} takes circle ${run.id} ${take}, then ${studio} render ${run.id}`,
          ]),
    ]
  }
  if (isAtWork) {
    const isAgain = decision.kind === 'write-off' && sendsAgain(run, order)
    return [`Run ${run.id} is at work and ${isAgain ? againText(order) : 'takes it up by itself'}.`]
  }
  if (run.state === 'wrapped' || run.state === 'cancelled') return comesHomeLines(order, run)
  const around = decision.kind === 'write-off' && order.port === 'video'
  return [
    `${around ? 'To shoot it anew' : 'To go on'}: ${goOnCommand(run)}`,
    ...(around && run.stage === 'shoot'
      ? [`To cut around it: ${studio} runs continue ${run.id} --without ${shotOf(order)}`]
      : []),
  ]
}

/** The command that brings home what no run goes on with; none for what is closed. @param run null for one that was deleted */
const comesHomeLines = ({ state }: Order, run: Production | null = null): readonly string[] => {
  if (state !== 'accepted' && state !== 'ready') return []
  const whose = run === null ? '' : ` ${run.id}`
  return [
    `When it is made, this brings it home: npx --no-install claude-studio orders reconcile${whose}`,
  ]
}

/** The shot that a video order is for: the part of its key before the take. */
const shotOf = ({ key }: Order): string => key.split('/').at(-2) ?? key

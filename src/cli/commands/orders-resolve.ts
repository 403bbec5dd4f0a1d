import { StudioError } from '../../domain/errors.ts'
import { formatUsd, parseUsd } from '../../domain/money.ts'
import type { Order } from '../../domain/order.ts'
import { goOnCommand, type Production } from '../../domain/production.ts'
import { omittableShot } from '../../production/omission.ts'
import type { AdoptionTold, Decided } from '../../production/order-decisions.ts'
import { sendsAgain } from '../../production/parked-text.ts'
import type { ExecutingStudio } from '../../studio/studio.ts'
import { declined } from '../approve-spending.ts'
import type { CliContext, Command, Flags, Invocation } from '../context.ts'
import { isSet, textFlag, withStudio } from '../context.ts'
import { findOrder } from '../find-order.ts'
import { followRun } from '../follow-run.ts'
import { interruptible } from '../interruptible.ts'
import { orderLine, type ResolvedLine } from '../json-orders.ts'
import { withVendorsOf } from '../order-studio.ts'
import { printJson, printLine } from '../print.ts'
import {
  againText,
  approveDecision,
  type DecidedOn,
  type Decision,
  isWaiting,
} from '../resolve-question.ts'
import { chosenTimeout } from '../run-mode.ts'
import { testStandsText } from '../run-record.ts'
import { sayProgress } from '../say-progress.ts'
import { oneLine } from '../text-table.ts'

/** `orders resolve`: decide about an order that waits for a person; its run goes on by itself where it waited for it. */
export const resolveOrder: Command = async (context, invocation) => {
  const decision = chosenDecision(invocation.flags)
  const timeoutMs = chosenTimeout(invocation.flags)
  const order = await withStudio(context, (studio) =>
    findOrder(studio, invocation.args[0] ?? '', 'parked'),
  )
  const decide = async (studio: ExecutingStudio): Promise<number> => {
    await studio.driver.orders.requireOpen(order.key, decision.kind)
    const answer = await approveDecision(context, invocation, studio, { order, decision })
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

const carriedOut = async (
  context: CliContext,
  invocation: Invocation,
  { driver }: ExecutingStudio,
  { order: { key, model }, decision }: DecidedOn,
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
    const told = { isAtWork, decision, decided }
    const lines = run ? await nextLines(studio, run, told) : comesHomeLines(decided.order)
    for (const line of lines) printLine(context, line)
  }
  return 0
}

const nextLines = async (
  { productions }: Pick<ExecutingStudio, 'productions'>,
  run: Production,
  {
    isAtWork,
    decision,
    decided: { order, shelved },
  }: { readonly isAtWork: boolean; readonly decision: Decision; readonly decided: Decided },
): Promise<readonly string[]> => {
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
  if (decision.kind !== 'write-off' || order.port !== 'video') {
    return [`To go on: ${goOnCommand(run)}`]
  }
  const shot = await omittableShot(productions, run, order)
  return [
    `To shoot it anew: ${goOnCommand(run)}`,
    ...(shot ? [`To cut around it: ${studio} runs continue ${run.id} --without ${shot}`] : []),
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

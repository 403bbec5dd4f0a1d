import { join, resolve } from 'node:path'
import type { RunMode } from '../../catalogue.ts'
import type { CatalogueModel } from '../../domain/catalogue-model.ts'
import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, exactUsd, type Usd } from '../../domain/money.ts'
import { asPart } from '../../production/outcome.ts'
import type { AnswerTest, ClipTest } from '../../production/provider-test.ts'
import { markFolder } from '../../production/run-folder.ts'
import type { ExecutingStudio } from '../../studio/studio.ts'
import { declined } from '../approve-spending.ts'
import { approveTest } from '../approve-test.ts'
import type { CliContext, Command, Invocation } from '../context.ts'
import { isSet, textFlag, withExecutingStudio } from '../context.ts'
import { interruptible } from '../interruptible.ts'
import { printJson, printLine, warn } from '../print.ts'
import { chosenMode, chosenTimeout } from '../run-mode.ts'
import { sayProgress } from '../say-progress.ts'
import { reportTest } from '../test-ending.ts'
import { type TestOrder, testOrder } from '../test-order.ts'
import { planTest, refuseDeclined } from '../test-plan.ts'
import { timeId } from '../time-id.ts'
import { modelNamed } from '../vendor-named.ts'
import { offeredBy } from '../vendors-offered.ts'
import { requireFree } from './provider-download.ts'

/** `test-provider`: one order that bypasses the crew; without `--live` or `--emulated` only what would be sent. */
export const testProvider: Command = async (context, invocation) => {
  const { args, flags } = invocation
  const mode = chosenMode(flags)
  const timeoutMs = chosenTimeout(flags)
  const hasImage = textFlag(flags, 'image') !== null
  const model = modelNamed(args[0] ?? '', offeredBy(context.settings(), mode), hasImage)
  const order = await testOrder(model, flags, context.workingFolder)
  if (model.funds !== 'simulated') {
    if (mode === 'offline') return planTest(context, invocation, model, order)
    await refuseDeclined(context, mode, model, order)
  }
  const output = textFlag(flags, 'output')
  const target = output === null ? null : resolve(context.workingFolder, output)
  if (target !== null) requireFree(context, target, isSet(flags, 'force'))
  return withExecutingStudio(
    context,
    (studio) => orderTest(context, invocation, studio, { model, order, target, mode, timeoutMs }),
    { mode, timeoutMs },
  )
}

interface Test {
  readonly model: CatalogueModel
  readonly order: TestOrder
  /** Absolute path of the clip; null for one that is named for the run. */
  readonly target: string | null
  readonly mode: RunMode
  readonly timeoutMs: number | null
}

const orderTest = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  test: Test,
): Promise<number> => {
  const { model, order, mode, timeoutMs } = test
  const asked = order.kind === 'clip' ? { shot: order.shot } : { question: order.question }
  const price = studio.rig.price({ model: model.id, ...asked } as PricedTest)
  const what = order.kind === 'clip' ? 'one clip' : 'one answer'
  const question = `Buy ${what} of ${model.id} for at most ${exactUsd(price)}?`
  const answer = await approveTest(context, invocation, studio, { model, most: price, question })
  if (answer !== 'yes') return declined(context, answer, 'Nothing was bought.')
  const id = await freeTestId(context, studio)
  const outputDir = testFolder(context, id)
  const target = test.target ?? join(outputDir, `${id}.mp4`)
  if (order.kind === 'clip') {
    requireFree(context, target, isSet(invocation.flags, 'force'))
    if (test.target === null) await markFolder(outputDir, id)
  }
  announce(context, invocation, { id, model, price, mode })
  return interruptible(context, async (signal) => {
    const run = { id, model: model.id, outputDir, budget: price }
    const onProgress = (fraction: number): void => sayProgress(context, invocation, fraction)
    const onDelay = (reason: string): void => sayDelay(context, invocation, reason)
    const onSilence = (reason: string): void => saySilence(context, invocation, reason)
    const waiting = { timeoutMs, signal, onProgress, onDelay, onSilence }
    const outcome =
      order.kind === 'clip'
        ? await studio.rig.testClip({ ...run, shot: order.shot }, waiting)
        : await studio.rig.testAnswer({ ...run, question: order.question }, waiting)
    return await reportTest(context, invocation, studio, { id, model, outcome, target })
  })
}

type PricedTest = Pick<ClipTest, 'model' | 'shot'> | Pick<AnswerTest, 'model' | 'question'>

/** The folder of a run of the rig: its clip is there, unless another place is named. */
export const testFolder = ({ settings }: Pick<CliContext, 'settings'>, id: string): string =>
  join(settings().home, 'tests', id)

/** A free id for a run of the rig. */
export const freeTestId = async (
  context: CliContext,
  { productions }: Pick<ExecutingStudio, 'productions'>,
): Promise<string> => {
  const base = `test-provider_${timeId(context.now())}`
  for (let attempt = 1; attempt <= 50; attempt += 1) {
    const id = attempt === 1 ? base : `${base}_${attempt}`
    if ((await productions.get(id)) === null && (await productions.removal(id)) === null) return id
  }
  throw new StudioError({
    code: 'already-exists',
    message: `All ids from ${base} on are taken. Try again in a second. Nothing was ordered.`,
    retry: 'later',
  })
}

const announce = (
  context: CliContext,
  { isJson, paint }: Invocation,
  {
    id,
    model,
    price,
    mode,
  }: Pick<Test, 'model' | 'mode'> & { readonly id: string; readonly price: Usd },
): void => {
  const funds = mode === 'emulated' ? 'emulated' : model.funds
  if (isJson) {
    const body = { productionId: id, model: model.id, quotedUsd: dollarsOf(price), funds }
    printJson(context, { event: 'test-ordered', ...body })
  } else {
    const money = funds === 'real' ? '' : ` (${funds}: nothing is charged)`
    printLine(context, paint('dim', `Run ${id}: ${model.id}, at most ${exactUsd(price)}${money}`))
  }
}

const sayDelay = (context: CliContext, { isJson }: Invocation, reason: string): void => {
  if (isJson) printJson(context, { event: 'order-delayed', reason })
  else warn(context, [`Not sent yet: ${asPart(reason)}. Ctrl-C or --timeout ends the wait.`])
}

const saySilence = (context: CliContext, { isJson }: Invocation, reason: string): void => {
  if (isJson) printJson(context, { event: 'order-silent', reason })
  else warn(context, [`Nothing is known of it for now: ${asPart(reason)}. It is asked again.`])
}

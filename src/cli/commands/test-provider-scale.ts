import { unitsPrice } from '../../budget/price-book.ts'
import type { CatalogueModel } from '../../domain/catalogue-model.ts'
import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, exactUsd, parseUsd, scaleUsd, type Usd } from '../../domain/money.ts'
import type { Measured, MeasureStep } from '../../production/measure-vendor.ts'
import type { ClipTest } from '../../production/provider-test.ts'
import type { ExecutingStudio, StudioAccess } from '../../studio/studio.ts'
import { rehearseOrder } from '../../studio/vendor-desk.ts'
import { declined } from '../approve-spending.ts'
import { approveTest } from '../approve-test.ts'
import type { CliContext, Command, Flags, Invocation } from '../context.ts'
import { textFlag, withExecutingStudio } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { interruptible } from '../interruptible.ts'
import { measureText } from '../measure-text.ts'
import { countText, printJson, printLine } from '../print.ts'
import { chosenMode, chosenTimeout } from '../run-mode.ts'
import { plainShot, shortest } from '../test-order.ts'
import { modelNamed } from '../vendor-named.ts'
import { offeredBy } from '../vendors-offered.ts'
import { freeTestId, testFolder } from './test-provider.ts'

/** Orders that are tried at once where `--most` says no other number. Chosen by this project. */
const usualMost = 12

/** Clips that must be paid for to see anything: with one alone nothing is at once. */
const fewestClips = 2

/** What is asked for: the cheapest there is, the same every time. */
const prompt = 'A plain grey wall, still camera'

/**
 * `test-provider scale`: how many orders a vendor takes at once, how long they wait and how fast they are made, by buying the
 * cheapest clips under a cap.
 */
export const scaleProvider: Command = async (context, invocation) => {
  const { args, flags } = invocation
  const mode = chosenMode(flags)
  const access: StudioAccess = { mode, timeoutMs: chosenTimeout(flags) }
  const model = modelNamed(args[0] ?? '', offeredBy(context.settings(), mode), false)
  requireMeasurable(model)
  const shot = plainShot(textFlag(flags, 'prompt') ?? prompt, shortest(model))
  const plan = { model, shot, most: mostOf(flags), cap: capOf(flags) }
  if (mode === 'offline') return planScale(context, invocation, plan)
  return withExecutingStudio(
    context,
    (studio) => scale(context, invocation, studio, { ...plan, access }),
    access,
  )
}

interface ScalePlan {
  readonly model: CatalogueModel
  readonly shot: ClipTest['shot']
  /** Orders that are tried at once. */
  readonly most: number
  /** Null when none was given. */
  readonly cap: Usd | null
}

const requireMeasurable = ({ id, port, funds }: CatalogueModel): void => {
  if (port === 'video' && funds !== 'simulated') return
  throw new StudioError({
    code: 'not-available',
    message: `${id} ${port === 'video' ? 'works on this machine' : 'makes no clips'}: there are no slots to measure.`,
  })
}

const mostOf = (flags: Flags): number => {
  const written = textFlag(flags, 'most')
  if (written === null) return usualMost
  if (/^\d{1,2}$/.test(written) && Number(written) >= fewestClips) return Number(written)
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is not a number of orders. Give ${fewestClips} to 99, such as --most 8.`,
  })
}

const capOf = (flags: Flags): Usd | null => {
  const written = textFlag(flags, 'cap')
  return written === null ? null : parseUsd(written)
}

/** The cap, which must pay for enough to see anything. @throws StudioError `bad-input`, `budget-too-small` */
const requireCap = ({ model, cap }: ScalePlan, price: Usd): Usd => {
  const least = scaleUsd(price, fewestClips)
  if (cap === null) {
    throw new StudioError({
      code: 'bad-input',
      message: `Say how much may be spent: --cap USD. One clip of ${model.id} costs ${exactUsd(price)}, and ${fewestClips} are the least. Nothing was bought.`,
    })
  }
  if (cap >= least) return cap
  throw new StudioError({
    code: 'budget-too-small',
    message: `${exactUsd(cap)} do not pay for ${fewestClips} clips of ${model.id}, which cost ${exactUsd(least)}. Nothing was bought. Raise --cap.`,
  })
}

const planScale = async (
  context: CliContext,
  { isJson }: Invocation,
  plan: ScalePlan,
): Promise<number> => {
  const { model, shot, most } = plan
  const { units } = await rehearseOrder(context.settings(), model.id, { kind: 'clip', shot })
  const price = unitsPrice(model, units)
  const cap = requireCap(plan, price)
  const clips = Math.floor(cap / price)
  if (isJson) {
    const money = { clipUsd: dollarsOf(price), capUsd: dollarsOf(cap) }
    printJson(context, { event: 'scale-planned', model: model.id, most, clips, ...money })
    return exitCodes.done
  }
  printLine(
    context,
    `Up to ${countText(Math.min(most, clips), 'clip')} of ${model.id} at ${exactUsd(price)} each would be bought, one more at once each time. The cap of ${exactUsd(cap)} pays for ${clips}. Of a vendor that tells how many it takes no more than those are bought, to see how long they wait.`,
  )
  printLine(context, 'Nothing was sent. Say --live to buy, or --emulated to try it.')
  return exitCodes.done
}

const scale = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  plan: ScalePlan & { readonly access: StudioAccess },
): Promise<number> => {
  const { model, shot, most, access } = plan
  const [checked] = await studio.checkVendors([model.id])
  const told = checked?.standing.slots[model.id] ?? null
  if (told !== null) {
    const isAll = plan.cap === null || told === 0
    sayTold(context, invocation, { model, slots: told, isAll })
    if (isAll) return exitCodes.done
  }
  const cap = requireCap(plan, studio.rig.price({ model: model.id, shot }))
  const question = `Buy clips of ${model.id} for at most ${exactUsd(cap)}?`
  const answer = await approveTest(context, invocation, studio, { model, most: cap, question })
  if (answer !== 'yes') return declined(context, answer, 'Nothing was bought.')
  const id = await freeTestId(context, studio)
  return interruptible(context, async (signal) => {
    const outputDir = testFolder(context, id)
    const measured = await studio.rig.measure(
      { id, model: model.id, shot, outputDir, budget: cap, mostAtOnce: most, told },
      {
        ...{ timeoutMs: access.timeoutMs, signal },
        onStep: (step) => sayStep(context, invocation, step),
      },
    )
    const { settled, held } = await studio.ledger.totals(id)
    return reportMeasured(context, invocation, { id, model, measured, settled, held })
  })
}

/**
 * A vendor that says how many orders it takes: only how long they wait has to be bought to be known.
 *
 * @param isAll whether nothing is measured besides
 */
const sayTold = (
  context: CliContext,
  { isJson }: Invocation,
  {
    model: { id, vendor },
    slots,
    isAll,
  }: { readonly model: CatalogueModel; readonly slots: number; readonly isAll: boolean },
): void => {
  if (isJson) {
    printJson(context, { event: 'scale-told', model: id, slots, spentUsd: 0 })
    return
  }
  const rest =
    slots === 0
      ? ' Nothing was bought.'
      : isAll
        ? ' Nothing was bought. How long orders wait in its queue is measured by buying clips: --cap USD.'
        : ''
  printLine(
    context,
    `${vendor} says itself that ${id} takes ${countText(slots, 'order')} at once, and every run goes by that.${rest}`,
  )
}

const sayStep = (context: CliContext, { isJson, paint }: Invocation, step: MeasureStep): void => {
  if (isJson) {
    const { kind, ...body } = step
    printJson(context, { event: `scale-${kind}`, ...body })
    return
  }
  const text =
    step.kind === 'accepted'
      ? `clip ${step.clips} taken, ${step.open} at once`
      : step.kind === 'done'
        ? `one is done, ${step.open} to go`
        : `not taken with ${step.open} at once: ${step.reason}`
  printLine(context, paint('dim', `  ${text}`))
}

const reportMeasured = (
  context: CliContext,
  { isJson, paint }: Invocation,
  {
    id,
    model,
    measured,
    settled,
    held,
  }: {
    readonly id: string
    readonly model: CatalogueModel
    readonly measured: Measured
    readonly settled: Usd
    readonly held: Usd
  },
): number => {
  const { measure, ended, open, parked } = measured
  const exitCode = exitCodeOf(measured)
  if (isJson) {
    const money = { spentUsd: dollarsOf(settled), heldUsd: dollarsOf(held) }
    const found = {
      productionId: id,
      model: model.id,
      measure: measure && withoutAccount(measure),
      ended,
      open,
      parked,
      ...money,
      exitCode,
    }
    printJson(context, { event: 'scale-measured', ...found })
    return exitCode
  }
  printLine(context, measure ? measureText(measure) : paint('bad', `${model.id} took no order.`))
  printLine(context, `It ended because ${ended}. Spent ${exactUsd(settled)}, run ${id}.`)
  if (open + parked > 0) {
    const still = `${countText(open, 'clip')} still at the vendor, ${countText(parked, 'order')} waiting for a person`
    printLine(
      context,
      `${still}, ${exactUsd(held)} held: \`npx --no-install claude-studio orders reconcile ${id}\``,
    )
  }
  return exitCode
}

const withoutAccount = ({
  account: _,
  ...told
}: NonNullable<Measured['measure']>): Omit<NonNullable<Measured['measure']>, 'account'> => told

const exitCodeOf = ({ measure, open, parked }: Measured): number => {
  if (parked > 0 || open > 0) return exitCodes.waiting
  return measure === null ? exitCodes.failed : exitCodes.done
}

import { circleTake } from '../agents/critic/circle-take.ts'
import type { Review } from '../domain/review.ts'
import type { ShotId, SlateId } from '../domain/slate.ts'
import { isUsable, type Take } from '../domain/take.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import { keepBond } from './bond.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { bondNeeded } from './money.ts'
import type { Outcome } from './outcome.ts'
import { asPart, ok, stepOutcome, worstOf } from './outcome.ts'
import type { TakeResult } from './take.ts'
import type { TakeRequest } from './take-work.ts'
import {
  mostTakes,
  type ShotRequest,
  shotSituation,
  takesWanted,
  whatBars,
} from './takes-wanted.ts'

/** A chain of scenes to shoot, in order; chains run side by side, the shots of a chain one after the other. */
export type ChainRequest = {
  readonly production: string
  readonly pilot: string
  readonly chain: string
  readonly scenes: readonly number[]
  readonly test: boolean
  readonly attempt: number
  /** From 1; one more each time that a person decided about an order while the stage was at work. */
  readonly round: number
}

/** What sets the workflows of later rounds of a stage apart from those of its first. */
export const roundPart = (round: number): string => (round === 1 ? '' : `/${round}`)

/** What came of a chain, as short as a journal wants it. */
export type ChainResult = {
  /**
   * Names of takes whose orders wait for a person, or are still at their vendors: `p2/12C-3`. What of the chain does not have to
   * wait for those is finished.
   */
  readonly parked: readonly string[]
}

/** The workflow of a continuity chain. */
export const chainWorkflow = (
  floor: Floor,
  take: Workflow<TakeRequest, Outcome<TakeResult>>,
): Workflow<ChainRequest, Outcome<ChainResult>> => ({
  name: 'chain',
  run: (context, request) => shootChain(floor, take, context, request),
})

type TakeFlow = Workflow<TakeRequest, Outcome<TakeResult>>

const shootChain = async (
  floor: Floor,
  take: TakeFlow,
  context: WorkflowContext,
  request: ChainRequest,
): Promise<Outcome<ChainResult>> => {
  const listed = await stepOutcome(context, 'shots', () => shotList(floor, request))
  if (listed.kind !== 'ok') return listed
  const parked: string[] = []
  for (const [index, shot] of listed.value.entries()) {
    const earlier = listed.value.slice(0, index)
    const shotDone = await shootShot(floor, take, context, { ...request, shot, earlier })
    if (shotDone.kind !== 'ok') return shotDone
    const { open, isLate } = shotDone.value
    parked.push(...open.map((slate) => `${request.pilot}/${slate}`))
    // The next shot goes on from this one's footage, which is on its way.
    if (isLate) break
  }
  return ok({ parked })
}

/** The chain's shots, in order. */
const shotList = async (
  floor: Floor,
  { production, pilot, scenes }: ChainRequest,
): Promise<Outcome<readonly ShotId[]>> => {
  const script = await filmScript(floor.productions, production, pilot)
  const byNumber = new Map(script.scenes.map((scene) => [scene.number, scene]))
  return ok(scenes.flatMap((number) => byNumber.get(number)?.shots.map(({ id }) => id) ?? []))
}

/** What is left of a shot that was shot as far as it goes. */
interface ShotLeft {
  /** Takes whose orders wait for a person, or are still at their vendors. */
  readonly open: readonly SlateId[]
  /** Whether it has no footage yet that a next shot could go on from, and an order of it is being made. */
  readonly isLate: boolean
}

/** Shoot a shot to its end. */
const shootShot = async (
  floor: Floor,
  take: TakeFlow,
  context: WorkflowContext,
  request: ShotRequest & Pick<ChainRequest, 'round'>,
): Promise<Outcome<ShotLeft>> => {
  const open = new Set<SlateId>()
  const late = new Set<SlateId>()
  for (let round = 1; ; round += 1) {
    const wanted = await stepOutcome(context, `takes of ${request.shot} round ${round}`, () =>
      takesWanted(floor, request, open),
    )
    if (wanted.kind !== 'ok') return wanted
    const isFinished = wanted.value.length === 0
    const shot = await shootTakes(take, context, request, wanted.value)
    if (shot.kind !== 'ok') return shot
    for (const { slate, isLate } of shot.value) {
      open.add(slate)
      if (isLate) late.add(slate)
    }
    const circled = await stepOutcome(context, `circle ${request.shot} round ${round}`, () =>
      circle(floor, request, { isFinished, isWaiting: open.size > 0 }),
    )
    if (circled.kind !== 'ok') return circled
    if (isFinished) return ok({ open: [...open], isLate: late.size > 0 && !circled.value })
  }
}

/** A take whose order waits for a person, or is late. */
interface OpenTake {
  readonly slate: SlateId
  readonly isLate: boolean
}

/** Shoot takes side by side; returns those whose orders stay open. */
const shootTakes = async (
  take: TakeFlow,
  context: WorkflowContext,
  request: ShotRequest & Pick<ChainRequest, 'round'>,
  wanted: readonly TakeRequest[],
): Promise<Outcome<readonly OpenTake[]>> => {
  const { production, pilot, attempt, round } = request
  const started = []
  for (const one of wanted) {
    const id = `${production}/take/${pilot}/${one.slate}/${attempt}${roundPart(round)}`
    started.push({ slate: one.slate, handle: await context.startChild(take, id, one) })
  }
  const outcomes: Outcome<TakeResult>[] = []
  for (const { handle } of started) outcomes.push(await handle.result())
  const worst = worstOf(outcomes)
  if (worst.kind !== 'ok') return worst
  return ok(
    started.flatMap(({ slate }, index) => {
      const outcome = outcomes[index]
      const result = outcome?.kind === 'ok' ? outcome.value : null
      return result === 'parked' || result === 'late' ? [{ slate, isLate: result === 'late' }] : []
    }),
  )
}

/** Choose the take for the edit; returns whether there is one. */
const circle = async (
  floor: Floor,
  request: ShotRequest,
  { isFinished, isWaiting }: { readonly isFinished: boolean; readonly isWaiting: boolean },
): Promise<Outcome<boolean>> => {
  const { production, pilot, shot: id } = request
  const { shot, existing } = await shotSituation(floor, request)
  const circled = existing.find(({ state }) => state === 'circled')
  if (isFinished && circled) return sayCircled(floor, request, circled.slate)
  const usable = existing.filter(isUsable)
  if (usable.length === 0) {
    const isOpen = existing.length < mostTakes * request.attempt || isWaiting
    // A shot that its vendor will not make ends here, and the film's others go on: the stage says so at its end.
    if (isOpen || (await whatBars(floor, request))) return ok(false)
    const reasons = existing.map((take) => `${take.slate}: ${asPart(whyUnusable(take))}`).join('; ')
    return {
      kind: 'failed',
      code: 'vendor-failed',
      retry: 'later',
      message: `No take of shot ${id} can be used (${reasons}). Change the prompt with \`retake\`, or resume to try again.`,
    }
  }
  const reviews = (await floor.productions.reviews(production)).filter(
    (review) => review.pilot === pilot && usable.some(({ slate }) => slate === review.slate),
  )
  const chosen = await circleTake(floor.crew(production), { shot, takes: usable, reviews })
  await markTakes(floor, request, { usable, reviews, chosen })
  return sayCircled(floor, request, chosen.slate)
}

const whyUnusable = ({ footage, note }: Take): string =>
  footage.kind === 'missing'
    ? footage.reason
    : ['marked NG by hand', note].filter(Boolean).join(', ')

/** Say the choice, and let go of what the bond no longer has to pay. */
const sayCircled = async (
  floor: Floor,
  request: ShotRequest,
  slate: SlateId,
): Promise<Outcome<true>> => {
  const { production, pilot, shot, test } = request
  await say(floor, production, `circled/${pilot}/${slate}`, 'take-circled', { pilot, slate })
  if (test) return ok(true)
  const { brief, script, takes, existing } = await shotSituation(floor, request)
  const needed = bondNeeded(floor, brief, script, takes)
  const bond = await keepBond(floor, production, needed, `bond/${shot}/${existing.length}`)
  return bond.kind === 'ok' ? ok(true) : bond
}

/** Write the choice down: the chosen take is circled, those that passed stay dailies, the others are NG. */
const markTakes = async (
  floor: Floor,
  { production }: ShotRequest,
  choice: {
    readonly usable: readonly Take[]
    readonly reviews: readonly Review[]
    readonly chosen: { readonly slate: SlateId; readonly reasons: readonly string[] }
  },
): Promise<void> => {
  const { usable, reviews, chosen } = choice
  for (const take of usable) {
    const isChosen = take.slate === chosen.slate
    const passed = reviews.find(({ slate }) => slate === take.slate)?.passed ?? false
    const note = isChosen ? chosen.reasons.join(' ') : ''
    const state = isChosen ? 'circled' : passed ? 'dailies' : 'ng'
    await floor.productions.setTakeState(production, take, { state, decidedBy: 'crew', note })
  }
}

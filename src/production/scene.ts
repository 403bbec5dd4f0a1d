import { circleTake } from '../agents/critic/circle-take.ts'
import type { Review } from '../domain/review.ts'
import type { ShotId, SlateId } from '../domain/slate.ts'
import { isUsable, type Take } from '../domain/take.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import { keepBond } from './bond.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { bondNeeded } from './money.ts'
import type { Outcome } from './outcome.ts'
import { asPart, done, ok, stepOutcome, worstOf } from './outcome.ts'
import { readDocument } from './rows.ts'
import type { TakeResult } from './take.ts'
import type { TakeRequest } from './take-work.ts'
import { mostTakes, type ShotRequest, shotSituation, takesWanted } from './takes-wanted.ts'

/** A chain of scenes to shoot, in order; chains run side by side, the shots of a chain one after the other. */
export type ChainRequest = {
  readonly production: string
  readonly pilot: string
  readonly chain: string
  readonly scenes: readonly number[]
  readonly test: boolean
  readonly attempt: number
}

/** The workflow of a continuity chain. */
export const chainWorkflow = (
  floor: Floor,
  take: Workflow<TakeRequest, Outcome<TakeResult>>,
): Workflow<ChainRequest, Outcome<null>> => ({
  name: 'chain',
  run: (context, request) => shootChain(floor, take, context, request),
})

type TakeFlow = Workflow<TakeRequest, Outcome<TakeResult>>

const shootChain = async (
  floor: Floor,
  take: TakeFlow,
  context: WorkflowContext,
  request: ChainRequest,
): Promise<Outcome<null>> => {
  const listed = await stepOutcome(context, 'shots', () => shotList(floor, request))
  if (listed.kind !== 'ok') return listed
  for (const { shot, previous } of listed.value) {
    const shotDone = await shootShot(floor, take, context, { ...request, shot, previous })
    if (shotDone.kind !== 'ok') return shotDone
  }
  return done
}

type ChainLink = {
  readonly shot: ShotId
  readonly previous: ShotId | null
}

const shotList = async (
  floor: Floor,
  { production, pilot, scenes }: ChainRequest,
): Promise<Outcome<readonly ChainLink[]>> => {
  const script = await readDocument(floor.productions, production, 'script', pilot)
  const byNumber = new Map(script.scenes.map((scene) => [scene.number, scene]))
  const shots = scenes.flatMap((number) => byNumber.get(number)?.shots ?? [])
  return ok(shots.map(({ id }, index) => ({ shot: id, previous: shots[index - 1]?.id ?? null })))
}

const shootShot = async (
  floor: Floor,
  take: TakeFlow,
  context: WorkflowContext,
  request: ShotRequest,
): Promise<Outcome<null>> => {
  for (let round = 1; ; round += 1) {
    const wanted = await stepOutcome(context, `takes of ${request.shot} round ${round}`, () =>
      takesWanted(floor, request),
    )
    if (wanted.kind !== 'ok') return wanted
    const isFinished = wanted.value.length === 0
    const shot = await shootTakes(take, context, request, wanted.value)
    if (shot.kind !== 'ok') return shot
    const circled = await stepOutcome(context, `circle ${request.shot} round ${round}`, () =>
      circle(floor, request, isFinished),
    )
    if (circled.kind !== 'ok' || isFinished) return circled
  }
}

const shootTakes = async (
  take: TakeFlow,
  context: WorkflowContext,
  request: ShotRequest,
  wanted: readonly TakeRequest[],
): Promise<Outcome<null>> => {
  const started = []
  for (const one of wanted) {
    const id = `${request.production}/take/${request.pilot}/${one.slate}/${request.attempt}`
    started.push(await context.startChild(take, id, one))
  }
  const outcomes: Outcome<TakeResult>[] = []
  for (const handle of started) outcomes.push(await handle.result())
  return worstOf(outcomes)
}

/** Choose the take for the edit. */
const circle = async (
  floor: Floor,
  request: ShotRequest,
  isFinished: boolean,
): Promise<Outcome<null>> => {
  const { production, pilot, shot: id } = request
  const { shot, existing } = await shotSituation(floor, request)
  const circled = existing.find(({ state }) => state === 'circled')
  if (isFinished && circled) return sayCircled(floor, request, circled.slate)
  const usable = existing.filter(isUsable)
  if (usable.length === 0) {
    if (existing.length < mostTakes * request.attempt) return done
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
): Promise<Outcome<null>> => {
  const { production, pilot, shot, test } = request
  await say(floor, production, `circled/${pilot}/${slate}`, 'take-circled', { pilot, slate })
  if (test) return done
  const { brief, script, takes, existing } = await shotSituation(floor, request)
  const needed = bondNeeded(floor, brief, script, takes)
  return keepBond(floor, production, needed, `bond/${shot}/${existing.length}`)
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

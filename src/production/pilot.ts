import { judgePilots } from '../agents/critic/judge-pilots.ts'
import { formatUsd, maxUsd, sumUsd } from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import { meanScores } from '../domain/review.ts'
import { continuityChains, shotsOf } from '../domain/script.ts'
import { sceneOfShot } from '../domain/slate.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import { keepBond } from './bond.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { bondNeeded } from './money.ts'
import type { Outcome } from './outcome.ts'
import { done, ok, stepOutcome, worstOf } from './outcome.ts'
import { asJson, madeOnce, readDocument } from './rows.ts'
import type { ChainRequest } from './scene.ts'

type ChainFlow = Workflow<ChainRequest, Outcome<null>>

/** What a stage that starts chains works with. */
export interface StageRequest {
  readonly production: string
  readonly attempt: number
}

/** Every pilot shoots the same test scenes, side by side; the critic compares them; the winner gets the money. */
export const pilotsStage = async (
  floor: Floor,
  chain: ChainFlow,
  context: WorkflowContext,
  request: StageRequest,
): Promise<Outcome<null>> => {
  const { production } = request
  const tests = await stepOutcome(context, 'tests', () => testChains(floor, request))
  if (tests.kind !== 'ok') return tests
  const shot = await shootChains(chain, context, tests.value)
  if (shot.kind !== 'ok') return shot
  return stepOutcome(context, 'verdict', () => reachVerdict(floor, production))
}

/** Start all chains, then wait for all of them. */
const shootChains = async (
  chain: ChainFlow,
  context: WorkflowContext,
  chains: readonly ChainRequest[],
): Promise<Outcome<null>> => {
  const started = []
  for (const request of chains) {
    const kind = request.test ? 'test' : 'chain'
    const id = `${request.production}/${kind}/${request.pilot}/${request.chain}/${request.attempt}`
    started.push(await context.startChild(chain, id, request))
  }
  const outcomes: Outcome<null>[] = []
  for (const handle of started) outcomes.push(await handle.result())
  return worstOf(outcomes)
}

const testChains = async (
  floor: Floor,
  { production, attempt }: StageRequest,
): Promise<Outcome<readonly ChainRequest[]>> => {
  const plan = await readDocument(floor.productions, production, 'plan')
  if (await floor.productions.document(production, 'verdict', 'current')) return ok([])
  if (plan.pilots.length < 2) return ok([])
  return ok(
    plan.pilots.flatMap(({ id: pilot }) =>
      plan.testScenes.map((scene) => ({
        production,
        pilot,
        chain: `scene-${scene}`,
        scenes: [scene],
        test: true,
        attempt,
      })),
    ),
  )
}

const reachVerdict = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const verdict = await madeOnce(floor.productions, production, 'verdict', 'current', async () => {
    const plan = await readDocument(floor.productions, production, 'plan')
    return plan.pilots.length < 2 ? onlyPilot(plan) : comparePilots(floor, production, plan)
  })
  for (const { pilot, outcome, scores, reason } of verdict.results) {
    await say(floor, production, `judged/${pilot}`, 'pilot-judged', {
      pilot,
      outcome,
      scores: asJson(scores),
      reason,
    })
  }
  const bond = await moveBondToWinner(floor, production, verdict.winner)
  if (bond.kind !== 'ok') return bond
  const reason = verdict.results.find(({ pilot }) => pilot === verdict.winner)?.reason ?? ''
  await say(floor, production, 'verdict', 'verdict-reached', { winner: verdict.winner, reason })
  for (const [index, { pilot, text }] of verdict.observations.entries()) {
    await say(floor, production, `observation/${index}`, 'observation-made', {
      pilot,
      text,
    })
  }
  return done
}

const onlyPilot = (plan: Plan): Verdict => {
  const winner = plan.pilots[0]?.id ?? 'p1'
  const reason = 'The only pilot the plan and the money allow; nothing to compare it with.'
  return {
    schema: 'verdict@1',
    winner,
    results: [
      {
        pilot: winner,
        scores: meanScores([]),
        spent: sumUsd(),
        outcome: 'wins',
        reason,
      },
    ],
    observations: [],
    adjustments: [],
  }
}

const comparePilots = async (floor: Floor, production: string, plan: Plan): Promise<Verdict> => {
  const { items } = await readDocument(floor.productions, production, 'contract')
  const results = await Promise.all(
    plan.pilots.map((pilot) => pilotResult(floor, production, pilot)),
  )
  return judgePilots(floor.crew(production), { plan, results, items })
}

type PilotNumbers = Parameters<typeof judgePilots>[1]['results'][number]

const pilotResult = async (
  floor: Floor,
  production: string,
  pilot: Pilot,
): Promise<PilotNumbers> => {
  const takes = (await floor.productions.takes(production)).filter(
    (take) => take.pilot === pilot.id && take.test,
  )
  const reviews = (await floor.productions.reviews(production)).filter(
    (review) => review.pilot === pilot.id && takes.some(({ slate }) => slate === review.slate),
  )
  const circled = takes.filter(({ state }) => state === 'circled')
  const chosen = reviews.filter(({ slate }) => circled.some((take) => take.slate === slate))
  const orders = await floor.ledger.orders(production)
  const own = orders.filter(({ key }) => key.startsWith(`${production}/${pilot.id}/video/`))
  return {
    pilot,
    scores: meanScores((chosen.length > 0 ? chosen : reviews).map(({ scores }) => scores)),
    spent: sumUsd(...own.map(({ held, billed }) => maxUsd(held, billed))),
    passed: reviews.filter(({ passed }) => passed).length,
    shot: takes.length,
  }
}

/** The bond now stands for what the winner still has to shoot, and so the losers' money is free for the winner. */
const moveBondToWinner = async (
  floor: Floor,
  production: string,
  winner: string,
): Promise<Outcome<null>> => {
  const brief = await floor.productions.brief(production)
  const script = await readDocument(floor.productions, production, 'script', winner)
  const takes = await floor.productions.takes(production)
  const needed = bondNeeded(floor, brief, script, takes)
  const bond = await keepBond(floor, production, needed, 'verdict')
  if (bond.kind !== 'ok') return bond
  const free = await floor.ledger.available(production)
  await say(floor, production, 'winner-funded', 'note', {
    text: `${formatUsd(free)} goes to ${winner} for the rest of the film.`,
  })
  return done
}

/** The winner's remaining scenes: chains side by side, the shots of each in order. */
export const shootStage = async (
  floor: Floor,
  chain: ChainFlow,
  context: WorkflowContext,
  request: StageRequest,
): Promise<Outcome<null>> => {
  const chains = await stepOutcome(context, 'chains', () => filmChains(floor, request))
  if (chains.kind !== 'ok') return chains
  const shot = await shootChains(chain, context, chains.value)
  if (shot.kind !== 'ok') return shot
  return stepOutcome(context, 'coverage', () => checkCoverage(floor, request.production))
}

const filmChains = async (
  floor: Floor,
  { production, attempt }: StageRequest,
): Promise<Outcome<readonly ChainRequest[]>> => {
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const script = await readDocument(floor.productions, production, 'script', winner)
  return ok(
    continuityChains(script).map(({ name, scenes }) => ({
      production,
      pilot: winner,
      chain: name,
      scenes,
      test: false,
      attempt,
    })),
  )
}

/** Every shot of the film has a circled take, or the production says which has none. */
const checkCoverage = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const script = await readDocument(floor.productions, production, 'script', winner)
  const takes = await floor.productions.takes(production)
  const uncovered = shotsOf(script).filter(
    ({ id }) =>
      !takes.some(
        ({ pilot, shot, state }) => pilot === winner && shot === id && state === 'circled',
      ),
  )
  if (uncovered.length === 0) return done
  const names = uncovered.map(({ id }) => `${id} (scene ${sceneOfShot(id)})`).join(', ')
  return {
    kind: 'failed',
    code: 'footage-missing',
    retry: 'later',
    message: `No circled take for ${names}. Resume the run to shoot them.`,
  }
}

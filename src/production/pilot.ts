import { judgePilots } from '../agents/critic/judge-pilots.ts'
import { formatUsd, maxUsd, sumUsd } from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import { meanScores } from '../domain/review.ts'
import { continuityChains } from '../domain/script.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import { keepBond } from './bond.ts'
import { type Coverage, checkCoverage, checkTests } from './coverage.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { bondNeeded } from './money.ts'
import type { Outcome } from './outcome.ts'
import { done, ok, stepOutcome, worstOf } from './outcome.ts'
import { asJson, madeOnce, readDocument } from './rows.ts'
import { type ChainRequest, type ChainResult, roundPart } from './scene.ts'

type ChainFlow = Workflow<ChainRequest, Outcome<ChainResult>>

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
  for (let round = 1; ; round += 1) {
    const step = `tests${roundPart(round)}`
    const tests = await stepOutcome(context, step, () => testChains(floor, request, round))
    if (tests.kind !== 'ok') return tests
    const shot = await shootChains(chain, context, tests.value)
    if (shot.kind !== 'ok') return shot
    const shown = await stepOutcome(context, `shown${roundPart(round)}`, () =>
      whatTestsShow(floor, production, shot.value),
    )
    if (shown.kind !== 'ok') return shown
    if (shown.value === 'covered') break
  }
  return stepOutcome(context, 'verdict', () => reachVerdict(floor, production))
}

const whatTestsShow = async (
  floor: Floor,
  production: string,
  parked: readonly string[],
): Promise<Outcome<Coverage>> => {
  if (await floor.productions.document(production, 'verdict', 'current')) return ok('covered')
  const { pilots } = await readDocument(floor.productions, production, 'plan')
  return pilots.length < 2 ? ok('covered') : checkTests(floor, production, pilots, parked)
}

/** Start all chains, then wait for all of them; returns the names of the takes whose orders wait for a person. */
const shootChains = async (
  chain: ChainFlow,
  context: WorkflowContext,
  chains: readonly ChainRequest[],
): Promise<Outcome<readonly string[]>> => {
  const started = []
  for (const request of chains) {
    const kind = request.test ? 'test' : 'chain'
    const { production, pilot, chain: name, attempt, round } = request
    const id = `${production}/${kind}/${pilot}/${name}/${attempt}${roundPart(round)}`
    started.push(await context.startChild(chain, id, request))
  }
  const outcomes: Outcome<ChainResult>[] = []
  for (const handle of started) outcomes.push(await handle.result())
  const worst = worstOf(outcomes)
  if (worst.kind !== 'ok') return worst
  return ok(outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? outcome.value.parked : [])))
}

const testChains = async (
  floor: Floor,
  { production, attempt }: StageRequest,
  round: number,
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
        round,
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
  for (let round = 1; ; round += 1) {
    const step = `chains${roundPart(round)}`
    const chains = await stepOutcome(context, step, () => filmChains(floor, request, round))
    if (chains.kind !== 'ok') return chains
    const shot = await shootChains(chain, context, chains.value)
    if (shot.kind !== 'ok') return shot
    const covered = await stepOutcome(context, `coverage${roundPart(round)}`, () =>
      checkCoverage(floor, request.production, shot.value),
    )
    if (covered.kind !== 'ok') return covered
    if (covered.value === 'covered') return done
  }
}

const filmChains = async (
  floor: Floor,
  { production, attempt }: StageRequest,
  round: number,
): Promise<Outcome<readonly ChainRequest[]>> => {
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const script = await filmScript(floor.productions, production, winner)
  return ok(
    continuityChains(script).map(({ name, scenes }) => ({
      production,
      pilot: winner,
      chain: name,
      scenes,
      test: false,
      attempt,
      round,
    })),
  )
}

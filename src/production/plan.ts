import { writeContract } from '../agents/producer/write-contract.ts'
import { writePlan } from '../agents/producer/write-plan.ts'
import { writeScript } from '../agents/script-writer/write-script.ts'
import { fitPlan } from '../budget/fit-plan.ts'
import { shotLengths } from '../budget/shot-lengths.ts'
import { secondPrice } from '../budget/shot-price.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { clipsText } from '../domain/clip-seconds.ts'
import type { ModelOffer } from '../domain/crew-tasks.ts'
import type { ContractItem } from '../domain/intent-contract.ts'
import { contractText } from '../domain/intent-contract.ts'
import { dollarsOf, maxUsd, subtractUsd, zeroUsd } from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import type { Script } from '../domain/script.ts'
import { continuityChains, scriptLength, shotsOf } from '../domain/script.ts'
import { sha256 } from '../kit/hash.ts'
import type { AskCrew } from '../ports/crew.ts'
import type { WorkflowContext } from '../ports/workflow.ts'
import { setBondAside } from './bond.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { affordScript, bondNeeded, filmPrice, videoOffers } from './money.ts'
import type { Outcome } from './outcome.ts'
import { done, ok, stepOutcome } from './outcome.ts'
import { asJson, madeOnce, pilotOf, readDocument } from './rows.ts'
import { offerFromShelf } from './shelf-offer.ts'
import { seedWarning } from './warnings.ts'

/** Brief → frozen contract → plan that fits the money → a script for each pilot → bond. */
export const planStage = async (
  floor: Floor,
  context: WorkflowContext,
  production: string,
): Promise<Outcome<null>> => {
  const contract = await stepOutcome(context, 'contract', () => makeContract(floor, production))
  if (contract.kind !== 'ok') return contract
  const pilots = await stepOutcome(context, 'plan', () => makePlan(floor, production))
  if (pilots.kind !== 'ok') return pilots
  for (const pilot of pilots.value) {
    const script = await stepOutcome(context, `script ${pilot}`, () =>
      makeScript(floor, production, pilot),
    )
    if (script.kind !== 'ok') return script
  }
  const tests = await stepOutcome(context, 'test scenes', () => settlePlan(floor, production))
  if (tests.kind !== 'ok') return tests
  return stepOutcome(context, 'bond', () => holdBond(floor, production))
}

const makeContract = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const { items } = await madeOnce(
    floor.productions,
    production,
    'contract',
    'current',
    async () => {
      const { concept, seconds, language } = await floor.productions.brief(production)
      const written = await writeContract(floor.crew(production), { concept, seconds, language })
      return { schema: 'intent-contract@1', items: written, hash: sha256(contractText(written)) }
    },
  )
  await say(floor, production, 'contract', 'contract-written', { items: items.length })
  return done
}

const makePlan = async (floor: Floor, production: string): Promise<Outcome<readonly string[]>> => {
  const brief = await floor.productions.brief(production)
  const plan = await madeOnce(floor.productions, production, 'plan', 'current', async () => {
    const { items } = await readDocument(floor.productions, production, 'contract')
    return draftPlan(floor.crew(production), floor.catalogue, forFootage(floor, brief), items)
  })
  await say(floor, production, 'plan', 'plan-written', {
    scenes: plan.scenes,
    pilots: plan.pilots.map(({ id, name, approach, tier, model, filmQuote }) => ({
      id,
      name,
      approach,
      tier,
      model,
      budgetUsd: dollarsOf(filmQuote),
    })),
  })
  for (const [index, text] of plan.shrunk.entries()) {
    await say(floor, production, `plan-shrunk/${index}`, 'plan-shrunk', { text })
  }
  const unused = seedWarning(brief)
  if (unused !== null) await say(floor, production, 'seeds', 'note', { text: unused })
  return ok(plan.pilots.map(({ id }) => id))
}

/** A brief with the money that is left for footage when the crew is paid. */
export const forFootage = ({ crewPrice }: Pick<Floor, 'crewPrice'>, brief: Brief): Brief => ({
  ...brief,
  budget: maxUsd(zeroUsd, subtractUsd(brief.budget, crewPrice(brief))),
})

/** The producer's proposal, fitted to the money; the same for a quote and for a run. */
export const draftPlan = async (
  crew: AskCrew,
  catalogue: readonly CatalogueModel[],
  brief: Brief,
  items: readonly ContractItem[],
): Promise<Plan> => {
  const offers = videoOffers(catalogue, brief.provider)
  const proposal = await writePlan(crew, {
    concept: brief.concept,
    seconds: brief.seconds,
    items,
    budget: brief.budget,
    offers: offers.flatMap((offer) => modelOffer(offer) ?? []),
    pilots: brief.pilots,
    takes: brief.takes,
    tier: brief.tier,
  })
  return fitPlan(brief, proposal, offers)
}

/** A model as the producer sees it; null for one without a tier. */
const modelOffer = (model: CatalogueModel): ModelOffer | null => {
  const { id, tier, note, limits } = model
  if (tier === null) return null
  const clips = limits.seconds ? `; clips of ${clipsText(limits.seconds)}` : ''
  return { model: id, tier, pricePerSecond: secondPrice(model), note: `${note}${clips}` }
}

const makeScript = async (
  floor: Floor,
  production: string,
  pilotId: string,
): Promise<Outcome<null>> => {
  const script = await madeOnce(floor.productions, production, 'script', pilotId, async () => {
    const brief = await floor.productions.brief(production)
    const plan = await readDocument(floor.productions, production, 'plan')
    const { items } = await readDocument(floor.productions, production, 'contract')
    const draft = await draftScript(floor.crew(production), brief, items, {
      pilot: pilotOf(plan, pilotId),
      scenes: plan.scenes,
      offers: videoOffers(floor.catalogue, brief.provider),
    })
    const { script: afforded, shrunk } = affordScript(floor, forFootage(floor, brief), plan, draft)
    if (shrunk) {
      await say(floor, production, `script-shrunk/${pilotId}`, 'plan-shrunk', { text: shrunk })
    }
    return afforded
  })
  await say(floor, production, `script/${pilotId}`, 'script-written', {
    pilot: pilotId,
    title: script.title,
    scenes: script.scenes.length,
    shots: shotsOf(script).length,
    frames: scriptLength(script),
  })
  await offerFromShelf(floor, production, script, shotsOf(script))
  return done
}

/**
 * A pilot's script, whose shots every model on offer can shoot; its continuity groups are checked before any money moves.
 */
export const draftScript = async (
  crew: AskCrew,
  brief: Brief,
  items: readonly ContractItem[],
  wanted: {
    readonly pilot: Pilot
    readonly scenes: number
    /** Video models that the money may put a shot on. */
    readonly offers: readonly CatalogueModel[]
  },
): Promise<Script> => {
  const { id, name, approach, tier, style, pace, model } = wanted.pilot
  const lengths = shotLengths(wanted.offers, brief.rate)
  const clips = wanted.offers.find((offer) => offer.id === model)?.limits.seconds
  const script = await writeScript(crew, {
    concept: brief.concept,
    items,
    seconds: brief.seconds,
    scenes: wanted.scenes,
    rate: brief.rate,
    language: brief.language,
    pilot: { id, name, approach, tier, style, pace, model },
    maxShotSeconds: lengths.most,
    minShotSeconds: lengths.least,
    ...(clips ? { clipSeconds: clips } : {}),
    narrated: brief.audio === 'voice' || brief.audio === 'full' || brief.captions !== 'none',
    aspect: brief.aspect,
    adjustments: [],
  })
  continuityChains(script)
  return script
}

/** Tests are scenes that begin a chain, so that they can be shot first; those that show most of the contract. */
export const testScenesOf = (
  plan: Plan,
  script: Script,
  items: readonly ContractItem[],
): readonly number[] => {
  if (plan.pilots.length < 2) return []
  const weightOf = new Map(items.map(({ id, weight }) => [id, weight]))
  const starts = continuityChains(script).flatMap(({ scenes: [start] }) => start ?? [])
  const worth = (number: number): number =>
    (script.scenes.find((scene) => scene.number === number)?.covers ?? []).reduce(
      (sum, id) => sum + (weightOf.get(id) ?? 0),
      0,
    )
  return starts
    .toSorted((a, b) => worth(b) - worth(a) || a - b)
    .slice(0, Math.max(1, plan.testScenes.length))
    .toSorted((a, b) => a - b)
}

/** With the scripts written it is known what each film costs, and which scenes are the tests. */
const settlePlan = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const { productions, prices } = floor
  const brief = await productions.brief(production)
  const plan = await readDocument(productions, production, 'plan')
  const { items } = await readDocument(productions, production, 'contract')
  const scripts = await Promise.all(
    plan.pilots.map(({ id }) => readDocument(productions, production, 'script', id)),
  )
  const pilots = plan.pilots.map((pilot, index): Pilot => {
    const script = scripts[index]
    return script
      ? { ...pilot, filmQuote: filmPrice(prices.model(pilot.model), brief, script, pilot) }
      : pilot
  })
  const [first] = scripts
  const testScenes = first ? testScenesOf(plan, first, items) : []
  const settled: Plan = { ...plan, pilots, testScenes }
  await productions.putDocument(production, 'plan', 'current', asJson(settled), true)
  await say(floor, production, 'priced', 'pilots-priced', {
    pilots: pilots.map(({ id, filmQuote }) => ({ id, filmUsd: dollarsOf(filmQuote) })),
  })
  return done
}

/** Set the cheapest way to finish aside before anything is bought. */
const holdBond = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const brief = await floor.productions.brief(production)
  const plan = await readDocument(floor.productions, production, 'plan')
  const takes = await floor.productions.takes(production)
  const scripts = await Promise.all(
    plan.pilots.map(({ id }) => readDocument(floor.productions, production, 'script', id)),
  )
  const bonds = scripts.map((script) => bondNeeded(floor, brief, script, takes))
  const bond = bonds.reduce((most, next) => maxUsd(most, next))
  const outcome = await setBondAside(floor, production, bond, 'bond')
  if (outcome.kind !== 'failed') return outcome
  return { ...outcome, message: `${outcome.message} Nothing was bought.` }
}

import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { exactUsd, microUsd, minUsd, scaleUsd, sumUsd, type Usd, zeroUsd } from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import { mostFilmPrice } from './shot-price.ts'

/** A pilot as the producer proposes it, before the money has been looked at. */
export type ProposedPilot = Omit<Pilot, 'id' | 'testBudget' | 'filmQuote'>

/** The producer's proposal. */
export interface ProposedPlan {
  readonly pilots: readonly ProposedPilot[]
  readonly scenes: number
  readonly testScenes: readonly number[]
  readonly reasons: readonly string[]
}

/** Share of the budget that all tests together may spend, so that the film keeps most of it. Chosen by this project. */
const testShare = 0.3

/**
 * How much longer than its scenes' share of the film a test may turn out: at most 1.20 times in 203 scripts of the offline
 * crew for the example briefs at 10 to 120 s, measured 2026-11-29.
 */
const longestTest = 1.25

/** Amounts people are asked for are whole tenths of a cent. */
const shownStep = 1000

/**
 * The least money that every film of this brief can be made with, whatever the script: one take of each shot on the
 * cheapest model. Rounded up to a tenth of a cent.
 */
export const leastBudget = (brief: Brief, offers: readonly CatalogueModel[]): Usd => {
  const [cheapest] = offers
  if (!cheapest) return zeroUsd
  return microUsd(Math.ceil(mostFilmPrice(brief, cheapest) / shownStep) * shownStep)
}

const filmPrice = (brief: Brief, model: CatalogueModel, takes = 1): Usd =>
  scaleUsd(mostFilmPrice(brief, model), takes)

/**
 * Fit a proposal to the money: a pilot that cannot be paid gets fewer takes, then a cheaper model; tests stay under
 * their cap; the completion bond is set aside first. What had to give is listed in `shrunk`.
 *
 * @param offers video models of the brief's vendor, cheapest first
 * @throws StudioError `budget-too-small` naming the least that works
 */
export const fitPlan = (
  brief: Brief,
  proposal: ProposedPlan,
  offers: readonly CatalogueModel[],
): Plan => {
  const bond = leastBudget(brief, offers)
  if (brief.budget < bond) throw tooSmall(brief, bond)
  const testCap = proposal.pilots.length > 1 ? scaleUsd(brief.budget, testShare) : zeroUsd
  const fitted = proposal.pilots.map((pilot) => fitPilot(brief, pilot, offers, bond))
  const tests = fitTests(brief, proposal, fitted, offers, minUsd(testCap, freeFor(brief, bond)))
  return {
    schema: 'plan@1',
    pilots: tests.pilots,
    scenes: proposal.scenes,
    testScenes: tests.testScenes,
    testCap: tests.pilots.length > 1 ? testCap : zeroUsd,
    bond,
    shrunk: tests.shrunk,
    reasons: proposal.reasons,
  }
}

/** The error for a budget that no film can be made with. */
export const tooSmall = (brief: Brief, least: Usd): StudioError =>
  new StudioError({
    code: 'budget-too-small',
    message: `${exactUsd(brief.budget)} is too little for a film of ${brief.seconds} s with ${brief.provider}: the least that works is ${exactUsd(least)}. Raise --budget or shorten --duration.`,
  })

const freeFor = (brief: Brief, bond: Usd): Usd => microUsd(brief.budget - bond)

interface FittedPilot {
  readonly pilot: ProposedPilot
  readonly model: CatalogueModel
  readonly shrunk: readonly string[]
}

/** The film must be payable beside its tests, which cost about a share of it. */
const fitPilot = (
  brief: Brief,
  proposed: ProposedPilot,
  offers: readonly CatalogueModel[],
  bond: Usd,
): FittedPilot => {
  const room = freeFor(brief, bond)
  const planned = offers.findIndex(({ id }) => id === proposed.model)
  const candidates = offers.slice(0, planned + 1).toReversed()
  for (const model of candidates) {
    const affordable = Math.floor(room / Math.max(1, filmPrice(brief, model)))
    const takes = Math.min(proposed.takesPerShot, affordable)
    if (takes >= 1) return fittedPilot(proposed, model, takes)
  }
  const [cheapest] = offers
  if (!cheapest) throw tooSmall(brief, bond)
  return fittedPilot(proposed, cheapest, 1)
}

const fittedPilot = (
  proposed: ProposedPilot,
  model: CatalogueModel,
  takes: number,
): FittedPilot => {
  const shrunk =
    model.id !== proposed.model
      ? [
          `Pilot "${proposed.name}" uses ${model.id} instead of ${proposed.model} to fit the budget.`,
        ]
      : takes < proposed.takesPerShot
        ? [
            `Pilot "${proposed.name}" shoots ${takes} of ${proposed.takesPerShot} takes a shot to fit the budget.`,
          ]
        : []
  const pilot = {
    ...proposed,
    model: model.id,
    tier: model.tier ?? proposed.tier,
    takesPerShot: takes,
  }
  return { pilot, model, shrunk }
}

interface FittedTests {
  readonly pilots: readonly Pilot[]
  readonly testScenes: readonly number[]
  readonly shrunk: readonly string[]
}

/**
 * Keep as many pilots as the test money carries, the best proposed first. A contest of one is none: before a rival is
 * dropped, tests get fewer scenes, then the rivals the cheapest model.
 */
const fitTests = (
  brief: Brief,
  proposal: ProposedPlan,
  fitted: readonly FittedPilot[],
  offers: readonly CatalogueModel[],
  testCap: Usd,
): FittedTests => {
  const [leader, ...rivals] = fitted
  const [cheapest] = offers
  if (!(leader && cheapest)) throw new TypeError('A plan has at least one pilot and a model for it')
  const modest = rivals.map(({ pilot }) => fittedPilot(pilot, cheapest, 1))
  const scenes = proposal.testScenes
  const ways = [fitted, [leader, ...modest]].flatMap((pilots) =>
    scenes.map((_, dropped) => ({
      pilots,
      testScenes: scenes.slice(0, scenes.length - dropped),
    })),
  )
  const tried = ways.map((way) => keepTests(brief, { ...proposal, ...way }, offers, testCap))
  const most = Math.max(...tried.map(({ pilots }) => pilots.length))
  const best = tried.find(({ pilots }) => pilots.length >= Math.min(most, 2)) ?? tried[0]
  if (!best) throw new TypeError('A plan has at least one test scene')
  if (best.testScenes.length === 0 || best.testScenes.length === scenes.length) return best
  const fewer = `Pilots compete in ${best.testScenes.length} of ${scenes.length} test scenes to fit the budget.`
  return { ...best, shrunk: [fewer, ...best.shrunk] }
}

/** Tests of these pilots in these scenes, as far as the money goes. */
const keepTests = (
  brief: Brief,
  proposal: Omit<ProposedPlan, 'pilots'> & { readonly pilots: readonly FittedPilot[] },
  offers: readonly CatalogueModel[],
  testCap: Usd,
): FittedTests => {
  const fitted = proposal.pilots
  const testPart = Math.min(1, (proposal.testScenes.length / proposal.scenes) * longestTest)
  const testPrice = ({ model }: FittedPilot): Usd => scaleUsd(filmPrice(brief, model), testPart)
  const kept: FittedPilot[] = []
  const dropped: string[] = []
  for (const candidate of distinct(fitted)) {
    const cost = sumUsd(...[...kept, candidate].map(testPrice))
    const leftForFilm = brief.budget - leastBudget(brief, offers) - cost
    if (kept.length === 0 || (cost <= testCap && leftForFilm >= 0)) kept.push(candidate)
    else
      dropped.push(
        `Pilot "${candidate.pilot.name}" is not tried: its test would cost too much of the budget.`,
      )
  }
  const isContest = kept.length > 1
  const spare = microUsd(Math.max(0, testCap - sumUsd(...kept.map(testPrice))))
  const pilots = kept.map((candidate, index): Pilot => {
    const share = microUsd(testPrice(candidate) + Math.floor(spare / kept.length))
    return {
      ...candidate.pilot,
      id: `p${index + 1}`,
      testBudget: isContest ? share : zeroUsd,
      filmQuote: filmPrice(brief, candidate.model, candidate.pilot.takesPerShot),
    }
  })
  const changed = kept.flatMap(({ shrunk }) => shrunk)
  return {
    pilots,
    testScenes: isContest ? proposal.testScenes : [],
    shrunk: [...changed, ...dropped],
  }
}

/** Two pilots that became the same by shrinking are one. */
const distinct = (fitted: readonly FittedPilot[]): readonly FittedPilot[] => {
  const seen = new Set<string>()
  return fitted.filter(({ pilot }) => {
    const key = [pilot.model, pilot.pace, pilot.takesPerShot].join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import {
  exactUsd,
  formatUsd,
  microUsd,
  minUsd,
  scaleUsd,
  sumUsd,
  type Usd,
  zeroUsd,
} from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import { mostFilmPrice, typicalClipPrice } from './shot-price.ts'

/** A pilot as the producer proposes it, before the money has been looked at. */
export type ProposedPilot = Omit<Pilot, 'id' | 'testBudget' | 'filmQuote'>

/** The producer's proposal. */
export interface ProposedPlan {
  readonly pilots: readonly ProposedPilot[]
  readonly scenes: number
  readonly testScenes: readonly number[]
  readonly reasons: readonly string[]
}

/**
 * Share of the budget that the tests of rivals may cost: it is lost to the film when the pilot proposed first wins, whose
 * own test is part of its film. Chosen by this project.
 */
const rivalShare = 0.3

/**
 * How much longer than its scenes' share of the film a test may turn out: at most 1.20 times in 203 scripts of the offline
 * crew for the example briefs at 10 to 120 s, measured 2026-11-29.
 */
const longestTest = 1.25

/** Amounts people are asked for are whole tenths of a cent. */
const shownStep = 1000

const cent = 10_000

/**
 * The least budget with which every film of this brief can be made, whatever the script: one take of each shot on the
 * cheapest model; with a tier that is asked for, on the cheapest of that tier, beside the bond. The film itself may cost less.
 * Rounded up to a tenth of a cent.
 */
export const leastBudget = (brief: Brief, offers: readonly CatalogueModel[]): Usd =>
  leastFor(brief, offers, (model) => mostFilmPrice(brief, model))

/**
 * The same for a film of which more is known.
 *
 * @param priceOn what the film costs on a model, one take of each shot
 */
export const leastFor = (
  brief: Pick<Brief, 'tier'>,
  offers: readonly CatalogueModel[],
  priceOn: (model: CatalogueModel) => Usd,
): Usd => {
  const [asked] = offersFor(brief, offers)
  const [cheapest] = offers
  const bond = cheapest ? upToTenth(priceOn(cheapest)) : zeroUsd
  return !asked || asked === cheapest ? bond : upToTenth(sumUsd(bond, priceOn(asked)))
}

/** What is set aside to finish the film on the cheapest model there is, whatever the script. */
const bondFor = (brief: Brief, [cheapest]: readonly CatalogueModel[]): Usd =>
  cheapest ? upToTenth(mostFilmPrice(brief, cheapest)) : zeroUsd

const upToTenth = (amount: Usd): Usd => microUsd(Math.ceil(amount / shownStep) * shownStep)

/** Models that the film may be shot on: a tier that is asked for is kept. */
const offersFor = (
  { tier }: Pick<Brief, 'tier'>,
  offers: readonly CatalogueModel[],
): readonly CatalogueModel[] => offers.filter((offer) => tier === null || offer.tier === tier)

const filmPrice = (brief: Brief, model: CatalogueModel, takes = 1): Usd =>
  scaleUsd(mostFilmPrice(brief, model), takes)

/**
 * Fit a proposal to the money: a pilot that cannot be paid gets fewer takes, then a cheaper model of the tier that is asked
 * for; a rival is only tried
 * where its test leaves the money for the film; the completion bond is set aside first. What had to give is listed in `shrunk`.
 *
 * @param offers video models of the brief's vendor, cheapest first
 * @throws StudioError `budget-too-small` naming the least that works
 */
export const fitPlan = (
  brief: Brief,
  proposal: ProposedPlan,
  offers: readonly CatalogueModel[],
): Plan => {
  const least = leastBudget(brief, offers)
  if (brief.budget < least) throw tooSmall(brief, least, leastText(brief, zeroUsd), null)
  const bond = bondFor(brief, offers)
  const competing = distinctPilots(brief, proposal, offers)
  const contest = bestContest(brief, competing.pilots, proposal, offers)
  const pilots = fundedPilots(brief, bond, contest)
  const isContest = pilots.length > 1
  return {
    schema: 'plan@1',
    pilots,
    scenes: proposal.scenes,
    testScenes: isContest ? contest.testScenes : [],
    testCap: sumUsd(...pilots.map(({ testBudget }) => testBudget)),
    bond,
    shrunk: [
      ...(isContest ? fewerScenes(contest, proposal) : []),
      ...contest.kept.flatMap(({ shrunk }) => shrunk),
      ...competing.twins,
      ...notTried(brief, proposal, offers, contest),
    ],
    reasons: [...proposal.reasons, ...pilots.slice(0, 1).map((first) => whyFirst(brief, first))],
  }
}

const whyFirst = ({ budget }: Brief, { name, model, takesPerShot }: Pilot): string =>
  `"${name}" comes first: the budget of ${formatUsd(budget)} pays for its film on ${model}, ${takesText(takesPerShot)}, beside what is set aside to finish the film in any case.`

const takesText = (takes: number): string =>
  `${takes} ${takes === 1 ? 'take' : 'takes'} of each shot`

/**
 * What {@link leastBudget} pays for, as a sentence.
 *
 * @param crew what is held beside it for the crew's answers
 * @param shots whose takes it pays for. Default: as many as a film of this length can have
 */
export const leastText = (
  { tier }: Pick<Brief, 'tier'>,
  crew: Usd,
  shots = 'of as many shots as the length has room for',
): string => {
  const model =
    tier === null
      ? 'its cheapest model'
      : 'the cheapest model of that tier, beside what is kept back to finish the film on the cheapest of all'
  const answers = crew > 0 ? `, and ${formatUsd(crew)} for the answers of the crew` : ''
  return `That pays for one take ${shots}, on ${model}${answers}; the film itself may cost less.`
}

/**
 * The error for a budget that no film can be made with.
 *
 * @param why what the least budget pays for, as a sentence
 * @param run whose script the film is bought from, its length with it; null for a script that is not written yet
 */
export const tooSmall = (
  brief: Brief,
  least: Usd,
  why: string,
  run: string | null,
): StudioError => {
  const ways = [
    'Raise --budget',
    ...(run === null ? ['shorten --duration'] : []),
    ...(brief.tier === null ? [] : ['leave --tier away for the best tier the budget pays for']),
  ]
  const film = `film${brief.tier === null ? '' : ` in the tier ${brief.tier}`} of ${brief.seconds} s`
  const script = run === null ? '' : ` from the script of ${run}`
  return new StudioError({
    code: 'budget-too-small',
    message: `${exactUsd(brief.budget)} is too little for a ${film}${script} with ${brief.provider}: the least budget that works is ${exactUsd(least)}. ${why} ${ways.join(', ').replace(/, (?=[^,]*$)/, ways.length > 2 ? ', or ' : ' or ')}.`,
  })
}

interface FittedPilot {
  readonly pilot: ProposedPilot
  readonly model: CatalogueModel
  readonly shrunk: readonly string[]
}

/** The film must be payable beside the bond. */
const fitPilot = (
  brief: Brief,
  proposed: ProposedPilot,
  offers: readonly CatalogueModel[],
  bond: Usd,
): FittedPilot => {
  const room = brief.budget - bond
  const allowed = offersFor(brief, offers)
  const planned = allowed.findIndex(({ id }) => id === proposed.model)
  const candidates = allowed.slice(0, planned + 1).toReversed()
  for (const model of candidates) {
    const affordable = Math.floor(room / Math.max(1, filmPrice(brief, model)))
    const takes = Math.min(proposed.takesPerShot, affordable)
    if (takes >= 1) return fittedPilot(proposed, model, takes)
  }
  const [cheapest] = offers
  if (!cheapest) throw tooSmall(brief, bond, leastText(brief, zeroUsd), null)
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

/** Pilots that shoot the same scenes in competition. */
interface Contest {
  /** The best proposed first; a sole one shoots no test. */
  readonly kept: readonly FittedPilot[]
  /** Names of those whose tests the money does not carry. */
  readonly dropped: readonly string[]
  readonly testScenes: readonly number[]
  /** What a test costs at most. */
  readonly testPrice: (pilot: FittedPilot) => Usd
  /** The least budget for which none is dropped. */
  readonly enough: Usd
}

/**
 * The contest with the most pilots that the money carries. A contest of one is none: before a rival is dropped, tests get
 * fewer scenes, then the rivals cheaper models, each another one as far as there are any.
 */
const bestContest = (
  brief: Brief,
  pilots: readonly FittedPilot[],
  { scenes, testScenes }: ProposedPlan,
  offers: readonly CatalogueModel[],
): Contest => {
  const bond = bondFor(brief, offers)
  const allowed = offersFor(brief, offers)
  const modest = pilots.map((pilot, index) =>
    index === 0 ? pilot : onCheaper(pilot, allowed[pilots.length - 1 - index]),
  )
  const isDistinct = new Set(modest.map(wayOf)).size === modest.length
  const contests = (isDistinct ? [pilots, modest] : [pilots]).flatMap((some) =>
    testScenes.map((_, fewer) => {
      const shot = testScenes.slice(0, testScenes.length - fewer)
      const testPart = Math.min(1, (shot.length / scenes) * longestTest)
      return contestOf(brief, bond, some, { testScenes: shot, testPart })
    }),
  )
  const most = Math.max(...contests.map(({ kept }) => kept.length))
  const best = contests.find(({ kept }) => kept.length === most)
  if (!best) throw new TypeError('A plan has at least one test scene')
  return { ...best, enough: contests.map(({ enough }) => enough).reduce(minUsd) }
}

const onCheaper = (fitted: FittedPilot, model: CatalogueModel | undefined): FittedPilot =>
  model && typicalClipPrice(model) < typicalClipPrice(fitted.model)
    ? fittedPilot(fitted.pilot, model, fitted.pilot.takesPerShot)
    : fitted

/** Keep of these pilots those whose tests the money carries, the best proposed first. */
const contestOf = (
  brief: Brief,
  bond: Usd,
  pilots: readonly FittedPilot[],
  { testScenes, testPart }: { readonly testScenes: readonly number[]; readonly testPart: number },
): Contest => {
  const testPrice = ({ model }: FittedPilot): Usd => scaleUsd(filmPrice(brief, model), testPart)
  const enoughFor = (some: readonly FittedPilot[]): Usd => {
    const tests = some.map(testPrice)
    const all = sumUsd(...tests)
    const rivals = all - (tests[0] ?? 0)
    // Whoever wins, its own test is part of its film, and those of the others are not.
    const films = some.map(
      ({ model }, index) => filmPrice(brief, model) + all - (tests[index] ?? 0),
    )
    return microUsd(Math.ceil(Math.max(rivals / rivalShare, bond + all, ...films) / cent) * cent)
  }
  const kept: FittedPilot[] = []
  for (const candidate of pilots) {
    if (kept.length === 0 || brief.budget >= enoughFor([...kept, candidate])) kept.push(candidate)
  }
  const dropped = pilots.filter((pilot) => !kept.includes(pilot)).map(({ pilot }) => pilot.name)
  return { kept, dropped, testScenes, testPrice, enough: enoughFor(pilots) }
}

/** What the money makes of an approach, which the crew knows only when it is counted. */
const howMade = ({ model: { id, note }, pilot: { takesPerShot } }: FittedPilot): string =>
  `Made with ${id}${note === '' ? '' : ` (${note})`}, ${takesText(takesPerShot)}.`

/** The pilots with the money of their tests: what a test costs, and of what rivals' tests may cost the part that is left. */
const fundedPilots = (brief: Brief, bond: Usd, { kept, testPrice }: Contest): readonly Pilot[] => {
  const share = Math.min(scaleUsd(brief.budget, rivalShare), brief.budget - bond)
  const spare = Math.max(0, share - sumUsd(...kept.map(testPrice)))
  return kept.map((fitted, index) => ({
    ...fitted.pilot,
    approach: `${fitted.pilot.approach} ${howMade(fitted)}`.trim(),
    id: `p${index + 1}`,
    testBudget:
      kept.length > 1 ? microUsd(testPrice(fitted) + Math.floor(spare / kept.length)) : zeroUsd,
    filmQuote: filmPrice(brief, fitted.model, fitted.pilot.takesPerShot),
  }))
}

const fewerScenes = (
  { testScenes }: Contest,
  { testScenes: { length } }: ProposedPlan,
): readonly string[] =>
  testScenes.length === length
    ? []
    : [`Pilots compete in ${testScenes.length} of ${length} test scenes to fit the budget.`]

/** Which pilots are not tried, why, and the budget with which they are. */
const notTried = (
  brief: Brief,
  proposal: ProposedPlan,
  offers: readonly CatalogueModel[],
  { kept, dropped }: Contest,
): readonly string[] => {
  if (dropped.length === 0) return []
  const names = dropped.map((name) => `"${name}"`).join(', ')
  const [who, them] =
    dropped.length === 1 ? [`Pilot ${names} is`, 'it'] : [`Pilots ${names} are`, 'them']
  const rule = `tests of rivals may cost ${Math.round(rivalShare * 100)} % of the budget, ${formatUsd(scaleUsd(brief.budget, rivalShare))}, and must leave the money for the film, whoever wins`
  const enough = exactUsd(enoughBudget(brief, proposal, offers)).slice(1)
  return [
    `${who} not tried: ${rule}. --budget ${enough} pays for ${them}; --pilots ${kept.length} does without ${them}.`,
  ]
}

/** The budget with which every pilot is tried; more money may give the pilots themselves more, which is counted in. */
const enoughBudget = (
  brief: Brief,
  proposal: ProposedPlan,
  offers: readonly CatalogueModel[],
): Usd => {
  const { pilots } = distinctPilots(brief, proposal, offers)
  const { dropped, enough } = bestContest(brief, pilots, proposal, offers)
  return dropped.length === 0
    ? brief.budget
    : enoughBudget({ ...brief, budget: enough }, proposal, offers)
}

/** The pilots as the money lets them shoot. Two that are the same, perhaps by shrinking, are one. */
const distinctPilots = (
  brief: Brief,
  proposal: ProposedPlan,
  offers: readonly CatalogueModel[],
): { readonly pilots: readonly FittedPilot[]; readonly twins: readonly string[] } => {
  const bond = bondFor(brief, offers)
  const fitted = proposal.pilots.map((pilot) => fitPilot(brief, pilot, offers, bond))
  const firstLike = (one: FittedPilot): FittedPilot | undefined =>
    fitted.find((other) => wayOf(other) === wayOf(one))
  const twins = fitted.flatMap((one) => {
    const { pilot } = firstLike(one) ?? one
    return firstLike(one) === one
      ? []
      : [
          `Pilot "${one.pilot.name}" is not tried: it would use the model, the pace and the takes of "${pilot.name}".`,
        ]
  })
  return { pilots: fitted.filter((one) => firstLike(one) === one), twins }
}

const wayOf = ({ pilot: { model, pace, takesPerShot } }: FittedPilot): string =>
  [model, pace, takesPerShot].join(' ')

import { writeContract } from '../agents/producer/write-contract.ts'
import { leastBudget, leastText, tooSmall } from '../budget/fit-plan.ts'
import type { FittedScript } from '../budget/fit-script.ts'
import type { PriceBook } from '../budget/price-book.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import type { ContractItem } from '../domain/intent-contract.ts'
import {
  formatUsd,
  maxUsd,
  minUsd,
  scaleUsd,
  subtractUsd,
  sumUsd,
  type Usd,
  zeroUsd,
} from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import { type Script, type Shot, shotsOf } from '../domain/script.ts'
import type { Pace } from '../domain/vendor-measure.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import type { AskCrew } from '../ports/crew.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { ShelfStore } from '../ports/shelf-store.ts'
import {
  type ApprovedScript,
  leastForScript,
  planOfScript,
  scriptToBuy,
} from './approved-script.ts'
import { affordScript, bondNeeded, filmPrice, takePrice, videoOffers } from './money.ts'
import { draftPlan, draftScript, forFootage, testScenesOf } from './plan.ts'
import { checkSpace } from './run-folder.ts'
import { shelfInQuote } from './shelf-offer.ts'
import { mostTakes } from './takes-wanted.ts'
import { timeNotes } from './time-notes.ts'
import { lengthNotes, shapeWarnings, spareNotes } from './vendor-fit.ts'
import { fewerThanAsked } from './warnings.ts'

/** What a production would cost, itemised. */
export interface Quote {
  /** Their sum is `total`. */
  readonly lines: readonly { readonly label: string; readonly amount: Usd }[]
  /** What the plan spends when no shot needs more takes than were planned. */
  readonly planned: Usd
  /** The most that can be spent: with all the takes the crew may order on top. Never above the budget. */
  readonly total: Usd
  /** Held back so that a watchable film can always be finished. */
  readonly bond: Usd
  /** The least budget that is accepted: it pays for the dearest film of `leastFor`, and the film may cost less. */
  readonly least: Usd
  readonly leastFor: 'any script of this brief' | 'this script'
  /** Models that its films are shot on, by their ids. */
  readonly models: readonly string[]
  /** The plan in words, one line a pilot or decision. */
  readonly plan: readonly string[]
  /** What was asked for and the budget does not pay for, in words. */
  readonly warnings: readonly string[]
}

/** What a quote is made with. */
export interface QuoteParts {
  readonly vault: Pick<FootageVault, 'disk'>
  readonly shelf: Pick<ShelfStore, 'clips'>
  readonly catalogue: readonly CatalogueModel[]
  readonly prices: PriceBook
  /** Who writes the plan of the quote; a crew that costs nothing. */
  readonly crewModel: LanguageModel
  /** Who will be the crew of the run, and what its answers will come to. */
  readonly runCrew: { readonly model: string; readonly price: (brief: Brief) => Usd }
  /** How fast the account of a model is. */
  readonly pace: (model: CatalogueModel) => Pace
}

/**
 * The least budget for a film of this brief.
 *
 * @param crew what the crew's answers will come to
 * @param approved a script that is bought as it is; null for one that is still to be written
 * @throws StudioError `not-found`, `not-available` for a tier the provider has not, `budget-too-small`; `bad-input` for a script
 *   that the vendor cannot shoot
 */
export const checkBudget = (
  brief: Brief,
  catalogue: readonly CatalogueModel[],
  crew: Usd,
  approved: ApprovedScript | null,
): Usd => {
  const offers = videoOffers(catalogue, brief.provider)
  if (offers.length === 0) {
    throw new StudioError({
      code: 'not-found',
      message: `Provider "${brief.provider}" has no video model in the catalogue. See \`npx --no-install claude-studio provider list\`.`,
    })
  }
  requireTier(brief, offers)
  const footage = approved ? leastForScript(brief, approved, offers) : leastBudget(brief, offers)
  const least = sumUsd(footage, crew)
  if (brief.budget < least) {
    const ofLength = footage === leastBudget(brief, offers)
    const why = ofLength
      ? leastText(brief, crew)
      : leastText(brief, crew, 'of each shot of the script')
    throw tooSmall(brief, least, why, approved?.run ?? null)
  }
  return least
}

const requireTier = ({ provider, tier }: Brief, offers: readonly CatalogueModel[]): void => {
  if (tier === null || offers.some((offer) => offer.tier === tier)) return
  const tiers = [...new Set(offers.flatMap((offer) => offer.tier ?? []))].join(', ')
  throw new StudioError({
    code: 'not-available',
    message: `${provider} has no model of the tier ${tier}. It has ${tiers}.`,
  })
}

/**
 * Plan and scripts with their prices, without an order: written by a crew that costs nothing, as the run will have them.
 *
 * @param outputDir where the film would be delivered
 * @param approved a script that is bought as it is. Default: one is written
 * @throws StudioError `budget-too-small`, `disk-full`, `not-found`, `not-available` for a crew that charges and for a model that is
 *   not asked for pictures of the film's shape; `bad-input` for a
 *   script that the vendor cannot shoot
 */
export const quoteBrief = async (
  whole: Brief,
  outputDir: string,
  parts: QuoteParts,
  approved: ApprovedScript | null = null,
): Promise<Quote> => {
  const { runCrew } = parts
  const crewPrice = runCrew.price(whole)
  const least = checkBudget(whole, parts.catalogue, crewPrice, approved)
  await checkSpace(parts.vault, whole, outputDir)
  const brief = forFootage({ crewPrice: runCrew.price }, whole)
  const { items, plan, drafts } = await onPaper(brief, parts, approved)
  const written = plan.pilots.flatMap((pilot, index): WrittenPilot[] => {
    const draft = drafts[index]
    return draft ? [{ pilot, ...affordScript(parts, brief, plan, draft) }] : []
  })
  const [first] = written
  const testScenes = first ? testScenesOf(plan, first.script, items) : []
  const costs = written.map((one) => costOf(brief, parts.prices, one, testScenes))
  const money = withCrew(itemised(brief, costs, testScenes), whole, runCrew.model, crewPrice)
  const shrunk = written.flatMap((one) => one.shrunk ?? [])
  // A crew that is paid writes scripts of its own.
  const isItsScript = approved !== null || crewPrice === 0
  const film = isItsScript ? 'Film as written' : 'Film as the offline crew would write it'
  const models = [...new Set(written.map(({ pilot }) => parts.prices.model(pilot.model)))]
  return {
    ...money,
    bond: written.map(({ script }) => bondNeeded(parts, brief, script, [])).reduce(maxUsd, zeroUsd),
    least,
    models: models.map(({ id }) => id),
    leastFor: approved ? 'this script' : 'any script of this brief',
    plan: [
      ...costs.map(
        ({ pilot: { id, name, tier, model, approach }, shots, film: price }) =>
          `${id} "${name}" (${tier}, ${model}): ${approach} ${shots === 1 ? '1 shot' : `${shots} shots`}. ${film} ${formatUsd(price)}.`,
      ),
      ...lengthNotes(models),
      ...written.flatMap(({ pilot, script }) =>
        spareNotes(parts.prices.model(pilot.model), brief, script),
      ),
      ...timeNotes(
        written.map(({ pilot, script }) => ({
          model: parts.prices.model(pilot.model),
          clips: shotsOf(script).length * pilot.takesPerShot,
        })),
        parts.pace,
      ),
      ...plan.shrunk,
      ...shrunk,
      ...(await shelfInQuote(
        parts.shelf,
        brief,
        written.map(({ script }) => script),
      )),
    ],
    warnings: [...shapeWarnings(models, brief), ...fewerThanAsked(whole, plan)],
  }
}

/** Contract, plan and a script for each pilot: as written now, or as approved. */
const onPaper = async (
  brief: Brief,
  parts: QuoteParts,
  approved: ApprovedScript | null,
): Promise<{
  readonly items: readonly ContractItem[]
  readonly plan: Plan
  readonly drafts: readonly Script[]
}> => {
  const offers = videoOffers(parts.catalogue, brief.provider)
  if (approved) {
    const plan = planOfScript(brief, approved, offers)
    return { items: approved.contract.items, plan, drafts: [scriptToBuy(approved)] }
  }
  const crew = freeCrew(parts.crewModel, parts.prices)
  const { concept, seconds, language } = brief
  const items = await writeContract(crew, { concept, seconds, language })
  const plan = await draftPlan(crew, parts.catalogue, brief, items)
  const drafts: Script[] = []
  for (const pilot of plan.pilots) {
    drafts.push(await draftScript(crew, brief, items, { pilot, scenes: plan.scenes, offers }))
  }
  return { items, plan, drafts }
}

interface WrittenPilot extends FittedScript {
  readonly pilot: Pilot
}

/** What a pilot spends as planned, and at most. */
interface PilotCost {
  readonly pilot: Pilot
  /** Shots of its script. */
  readonly shots: number
  /** Every shot of the film, its test scenes included. */
  readonly film: Usd
  readonly mostFilm: Usd
  /** The test scenes alone. */
  readonly test: Usd
  readonly mostTest: Usd
}

const costOf = (
  brief: Brief,
  prices: PriceBook,
  { pilot, script }: WrittenPilot,
  testScenes: readonly number[],
): PilotCost => {
  const model = prices.model(pilot.model)
  const priceOf = (shots: readonly Shot[]): Usd =>
    sumUsd(...shots.map((shot) => takePrice(model, brief, script, shot)))
  const testOnce = priceOf(
    script.scenes.filter(({ number }) => testScenes.includes(number)).flatMap(({ shots }) => shots),
  )
  const most = Math.max(mostTakes, pilot.takesPerShot)
  // A test has its own money, and at least one take of each of its shots.
  const tested = (takes: number): Usd =>
    maxUsd(testOnce, minUsd(pilot.testBudget, scaleUsd(testOnce, takes)))
  return {
    pilot,
    shots: shotsOf(script).length,
    film: filmPrice(model, brief, script, pilot),
    mostFilm: filmPrice(model, brief, script, { takesPerShot: most }),
    test: tested(pilot.takesPerShot),
    mostTest: tested(most),
  }
}

/** Who works on the film for nothing, besides whoever draws it. */
const standIns = ({ audio, musicHash }: Brief, isCrewFree: boolean): string => {
  const isComposed = musicHash === null && (audio === 'music' || audio === 'full')
  const isRead = audio === 'voice' || audio === 'full'
  const rest = [...(isRead ? ['voice'] : []), ...(isComposed ? ['music'] : [])]
  return [...(isCrewFree ? ['crew'] : []), ...rest].join(', ').replace(/, (?=\w+$)/, ' and ')
}

/** The same with whoever else works on the film: the crew of the run, and the stand-ins. */
const withCrew = (
  { lines, planned, total }: Pick<Quote, 'lines' | 'planned' | 'total'>,
  brief: Brief,
  model: string,
  price: Usd,
): Pick<Quote, 'lines' | 'planned' | 'total'> => {
  const names = standIns(brief, price === 0)
  const others = [
    ...(price === 0 ? [] : [{ label: `crew (${model}), as far as can be told`, amount: price }]),
    ...(names === '' ? [] : [{ label: `${names} (stand-ins)`, amount: zeroUsd }]),
  ]
  return {
    lines: [...lines.slice(0, -1), ...others, ...lines.slice(-1)],
    planned: sumUsd(planned, price),
    total: sumUsd(total, price),
  }
}

/** Everybody's tests and the film of the pilot whose winning would cost most; its own test is part of its film. */
const itemised = (
  brief: Brief,
  costs: readonly PilotCost[],
  testScenes: readonly number[],
): Pick<Quote, 'lines' | 'planned' | 'total'> => {
  const { budget } = brief
  const ending = (kind: 'planned' | 'most', winner: PilotCost): Usd => {
    const rivals = costs.filter((cost) => cost !== winner)
    return kind === 'planned'
      ? sumUsd(winner.film, ...rivals.map(({ test }) => test))
      : sumUsd(winner.mostFilm, ...rivals.map(({ mostTest }) => mostTest))
  }
  const [winner] = costs.toSorted((a, b) => ending('planned', b) - ending('planned', a))
  if (!winner) throw new TypeError('A plan has at least one pilot')
  const planned = minUsd(budget, ending('planned', winner))
  const total = minUsd(budget, costs.map((cost) => ending('most', cost)).reduce(maxUsd, planned))
  const rivals = costs.filter((cost) => cost !== winner)
  const tests = sumUsd(...rivals.map(({ test }) => test))
  const scenes = `${testScenes.length === 1 ? 'scene' : 'scenes'} ${testScenes.join(', ')}`
  const { name, model, takesPerShot } = winner.pilot
  const takes = `${takesPerShot} ${takesPerShot === 1 ? 'take' : 'takes'} a shot`
  const reach = winner.film > planned - tests ? ', as far as the money reaches' : ''
  const own = rivals.length > 0 ? `; its test, ${scenes}, is part of it` : ''
  return {
    lines: [
      ...rivals.map(({ pilot, test }) => ({
        label: `test of pilot "${pilot.name}" on ${pilot.model}, ${scenes}`,
        amount: test,
      })),
      {
        label: `film by pilot "${name}" on ${model}, ${takes}${reach}${own}`,
        amount: subtractUsd(planned, tests),
      },
      {
        label: 'more takes, where they are worth their price, at most',
        amount: subtractUsd(total, planned),
      },
    ],
    planned,
    total,
  }
}

/** A crew that is asked directly; only for models whose answers cost nothing. */
const freeCrew =
  (model: LanguageModel, prices: PriceBook): AskCrew =>
  async (subject, { parse, ...question }) => {
    if (prices.price(model.id, model.units(question)) > 0) {
      throw new StudioError({
        code: 'not-available',
        message: `A quote needs a plan, and ${model.id} charges for one. Nothing was spent.`,
      })
    }
    const started = await model.start(question, `quote/${subject}`, neverAborted)
    if (started.kind !== 'delivered' || started.output.kind !== 'text') {
      throw new StudioError({
        code: 'vendor-failed',
        message: `${model.id} gave no plan for the quote (${started.kind}).`,
      })
    }
    return parse(JSON.parse(started.output.text))
  }

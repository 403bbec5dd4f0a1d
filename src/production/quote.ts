import { writeContract } from '../agents/producer/write-contract.ts'
import { leastBudget, tooSmall } from '../budget/fit-plan.ts'
import type { PriceBook } from '../budget/price-book.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { formatUsd, sumUsd, type Usd, zeroUsd } from '../domain/money.ts'
import type { AskCrew } from '../ports/crew.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import { videoOffers } from './money.ts'
import { draftPlan } from './plan.ts'

/** What a production would cost, itemised. */
export interface Quote {
  readonly lines: readonly { readonly label: string; readonly amount: Usd }[]
  /** Tests of all pilots and the film of the first, the likeliest winner. */
  readonly total: Usd
  /** Held back so that a watchable film can always be finished. */
  readonly bond: Usd
  /** The least money any film of this brief can be made with. */
  readonly least: Usd
  /** The plan in words, one line a pilot or decision. */
  readonly plan: readonly string[]
}

/** The least money a film of this brief can be made with. @throws StudioError `not-found`, `budget-too-small` */
export const checkBudget = (brief: Brief, catalogue: readonly CatalogueModel[]): Usd => {
  const offers = videoOffers(catalogue, brief.provider)
  if (offers.length === 0) {
    throw new StudioError({
      code: 'not-found',
      message: `Provider "${brief.provider}" has no video model in the catalogue. See \`npx --no-install claude-studio provider list\`.`,
    })
  }
  const least = leastBudget(brief, offers)
  if (brief.budget < least) throw tooSmall(brief, least)
  return least
}

/** A plan and its prices, without an order: asked of a crew that costs nothing. */
export const quoteBrief = async (
  brief: Brief,
  parts: {
    readonly catalogue: readonly CatalogueModel[]
    readonly prices: PriceBook
    readonly crewModel: LanguageModel
  },
): Promise<Quote> => {
  const least = checkBudget(brief, parts.catalogue)
  const crew = freeCrew(parts.crewModel, parts.prices)
  const { concept, seconds, language } = brief
  const items = await writeContract(crew, { concept, seconds, language })
  const plan = await draftPlan(crew, parts.catalogue, brief, items)
  const tests = plan.pilots.filter(({ testBudget }) => testBudget > 0)
  const lines = [
    ...tests.map(({ name, model, testBudget }) => ({
      label: `test of pilot "${name}" on ${model}, at most`,
      amount: testBudget,
    })),
    ...plan.pilots.slice(0, 1).map(({ name, model, takesPerShot, filmQuote }) => ({
      label: `film by pilot "${name}" on ${model}, ${takesPerShot} ${takesPerShot === 1 ? 'take' : 'takes'} a shot`,
      amount: filmQuote,
    })),
    { label: 'crew, voice and music (stand-ins)', amount: zeroUsd },
  ]
  return {
    lines,
    total: sumUsd(...lines.map(({ amount }) => amount)),
    bond: plan.bond,
    least,
    plan: [
      ...plan.pilots.map(
        ({ id, name, tier, model, approach, filmQuote }) =>
          `${id} "${name}" (${tier}, ${model}): ${approach} Film ${formatUsd(filmQuote)}.`,
      ),
      ...plan.shrunk,
    ],
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
    const started = await model.start(question, `quote/${subject}`, new AbortController().signal)
    if (started.kind !== 'delivered' || started.output.kind !== 'text') {
      throw new StudioError({
        code: 'vendor-failed',
        message: `${model.id} gave no plan for the quote (${started.kind}).`,
      })
    }
    return parse(JSON.parse(started.output.text))
  }

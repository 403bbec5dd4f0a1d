import type { CatalogueModel, ModelPrice } from '../domain/catalogue-model.ts'
import { lifecycleText } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { microUsd, scaleUsd, type Usd } from '../domain/money.ts'
import type { Bill, TokenCounts, Units } from '../domain/order.ts'

/** Prices by model. */
export interface PriceBook {
  /** A model, whether or not it can still be ordered. @throws StudioError `not-found` */
  model(id: string): CatalogueModel
  /** A model for a new order. @throws StudioError `not-found`, `model-retired` with what to use in its place */
  orderable(id: string): CatalogueModel
  /** Price of some units; rounded up to the micro-dollar. @throws TypeError for units that the model has no price of */
  price(id: string, units: Units): Usd
  /**
   * What a bill comes to: the vendor's own amount where it gives one, else our price of its units. Null for a bill that cannot be
   * priced or cannot be true. Never throws: what was bought is there, and is written down first.
   */
  billed(id: string, bill: Bill): Usd | null
}

/** A price book over the catalogue. */
export const priceBook = (catalogue: readonly CatalogueModel[]): PriceBook => {
  const byId = new Map(catalogue.map((model) => [model.id, model]))
  const model = (id: string): CatalogueModel => {
    const found = byId.get(id)
    if (found) return found
    throw new StudioError({
      code: 'not-found',
      message: `Model "${id}" is not in the catalogue. See \`npx --no-install claude-studio provider list\`.`,
    })
  }
  const orderable = (id: string): CatalogueModel => {
    const found = model(id)
    if (found.lifecycle.state !== 'retired') return found
    throw new StudioError({
      code: 'model-retired',
      message: `${id} is ${lifecycleText(found.lifecycle)}. Nothing was ordered.`,
    })
  }
  const price = (id: string, units: Units): Usd => unitsPrice(model(id), units)
  const billed = (id: string, bill: Bill): Usd | null => {
    try {
      const amount = bill.amount ?? price(id, bill.units)
      return Number.isSafeInteger(amount) && amount >= 0 && amount <= mostBilled ? amount : null
    } catch {
      return null
    }
  }
  return { model, orderable, price, billed }
}

/** Most that one order can cost, a million dollars: what is more is no bill. Chosen by this project. */
const mostBilled = microUsd(1_000_000_000_000)

/**
 * What units of a model cost, rounded up to the micro-dollar once.
 *
 * @throws TypeError for another unit, a clip beyond the longest, or tokens without their kinds where each has its price
 */
export const unitsPrice = ({ id, price }: CatalogueModel, units: Units): Usd => {
  if (price.unit !== units.unit) {
    throw new TypeError(`${id} is priced per ${price.unit}, not per ${units.unit}`)
  }
  if (price.lengths) {
    const length = price.lengths.find(({ seconds }) => seconds >= units.quantity)
    if (length) return length.amount
    throw new TypeError(`${id} has no price of a clip of ${units.quantity} s`)
  }
  if (!price.perMillionTokens) return scaleUsd(price.perUnit, units.quantity)
  if (units.tokens) return tokensPrice(price, price.perMillionTokens, units.tokens)
  throw new TypeError(`${id} has a price for each kind of token, and only their sum is known`)
}

const million = 1_000_000

const tokensPrice = (
  { longQuestions }: ModelPrice,
  usual: NonNullable<ModelPrice['perMillionTokens']>,
  tokens: TokenCounts,
): Usd => {
  const read = tokens.input + tokens.cacheWrite + tokens.cacheWriteHour + tokens.cacheRead
  const isLong = longQuestions !== undefined && read > longQuestions.aboveTokens
  const prices = isLong ? longQuestions.perMillionTokens : usual
  const exact =
    tokens.input * prices.input +
    tokens.output * prices.output +
    tokens.cacheWrite * prices.cacheWrite +
    tokens.cacheWriteHour * prices.cacheWriteHour +
    tokens.cacheRead * prices.cacheRead
  return microUsd(Math.ceil(exact / million))
}

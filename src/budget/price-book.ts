import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import type { Usd } from '../domain/money.ts'
import { scaleUsd } from '../domain/money.ts'
import type { Bill, Units } from '../domain/order.ts'

/** Prices by model. */
export interface PriceBook {
  /** @throws StudioError `not-found` */
  model(id: string): CatalogueModel
  /** Price of some units; rounded up to the micro-dollar. */
  price(id: string, units: Units): Usd
  /** What a bill comes to: the vendor's own amount where it gives one, else our price of its units. */
  billed(id: string, bill: Bill): Usd
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
  const price = (id: string, units: Units): Usd => {
    const { price: tag } = model(id)
    if (tag.unit !== units.unit) {
      throw new TypeError(`${id} is priced per ${tag.unit}, not per ${units.unit}`)
    }
    return scaleUsd(tag.perUnit, units.quantity)
  }
  return { model, price, billed: (id, bill) => bill.amount ?? price(id, bill.units) }
}

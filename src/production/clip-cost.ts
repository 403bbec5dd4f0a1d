import { unitsPrice } from '../budget/price-book.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { Usd } from '../domain/money.ts'
import type { ShelfClip } from '../domain/shelf.ts'

/** What a job cost: as billed, else by our prices; null where neither is known. */
export interface JobCost {
  readonly cost: Usd | null
  /** Whether the cost is ours, at the price of today: the vendor did not say. */
  readonly isEstimated: boolean
}

/**
 * What a clip costs at the price of today, by its model and its length as its file has it: of the lengths that are sold, the
 * nearest.
 */
export const estimatedCost = (
  catalogue: readonly CatalogueModel[],
  { model, seconds }: { readonly model: string | null; readonly seconds: number | null },
): JobCost => {
  const known = catalogue.find(({ id }) => id === model)
  if (!known || seconds === null || known.price.unit !== 'second') {
    return { cost: null, isEstimated: false }
  }
  const away = (length: { readonly seconds: number }): number => Math.abs(length.seconds - seconds)
  const [nearest] = (known.price.lengths ?? []).toSorted((a, b) => away(a) - away(b))
  const quantity = nearest?.seconds ?? Math.round(seconds)
  return { cost: unitsPrice(known, { unit: 'second', quantity }), isEstimated: true }
}

/**
 * What a clip of the shelf cost. Where its vendor did not say, the shelf keeps no amount but what one is estimated from: its
 * model and its length.
 */
export const costOfClip = (
  catalogue: readonly CatalogueModel[],
  clip: Pick<ShelfClip, 'cost' | 'model' | 'seconds'>,
): JobCost =>
  clip.cost === null ? estimatedCost(catalogue, clip) : { cost: clip.cost, isEstimated: false }

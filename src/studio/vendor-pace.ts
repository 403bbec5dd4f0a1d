import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { measureAt, measuredSlots, type Pace, type ToldSlots } from '../domain/vendor-measure.ts'
import type { VendorMeasures } from '../ports/vendor-measures.ts'

/** What the pace of a model is told by, beside what is written down. */
export interface PaceParts {
  /** Orders at once by model, as vendors told in this process; read at every question. */
  readonly toldNow: ReadonlyMap<string, number>
  /** Mark of the account that a model is ordered from; null where there is none. */
  readonly accountOf: (model: string) => string | null
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
}

/**
 * How fast the accounts of models are: orders at once are what the vendor says now, else what it said last, else what was measured
 * in this hour of the day, else what the catalogue says.
 *
 * Of another account than a model is ordered from now nothing counts.
 */
export const paceKnown = async (
  measures: Pick<VendorMeasures, 'all' | 'told'>,
  { toldNow, accountOf, now }: PaceParts,
): Promise<(model: CatalogueModel) => Pace> => {
  const [measured, toldBefore] = await Promise.all([measures.all(), measures.told()])
  return ({ id, funds, limits }) => {
    const model = { model: id, funds, account: accountOf(id) }
    const hour = new Date(now()).getUTCHours()
    const isOwn = (one: ToldSlots): boolean =>
      one.model === id && one.funds === funds && one.account === model.account
    const told = toldNow.get(id) ?? toldBefore.find(isOwn)?.slots
    return {
      slots: told ?? measuredSlots(measured, model, limits.slots, hour),
      measure: measureAt(measured, model, hour),
    }
  }
}

/** Nobody is known of: where no order leaves this machine. */
export const nothingMeasured: Pick<VendorMeasures, 'all' | 'told'> = {
  all: async () => [],
  told: async () => [],
}

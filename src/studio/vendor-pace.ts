import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { measureAt, measuredSlots, type Pace } from '../domain/vendor-measure.ts'
import type { VendorMeasures } from '../ports/vendor-measures.ts'

/**
 * How fast the accounts of models are: orders at once are what the vendor says now, else what it said last, else what was measured
 * in this hour of the day, else what the catalogue says.
 *
 * @param toldNow orders at once by model, as vendors told in this process; read at every question
 * @param now milliseconds since 1970-01-01 UTC
 */
export const paceKnown = async (
  measures: Pick<VendorMeasures, 'all' | 'told'>,
  toldNow: ReadonlyMap<string, number>,
  now: () => number,
): Promise<(model: CatalogueModel) => Pace> => {
  const [measured, toldBefore] = await Promise.all([measures.all(), measures.told()])
  return ({ id, funds, limits }) => {
    const model = { model: id, funds }
    const hour = new Date(now()).getUTCHours()
    const told =
      toldNow.get(id) ?? toldBefore.find((one) => one.model === id && one.funds === funds)?.slots
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

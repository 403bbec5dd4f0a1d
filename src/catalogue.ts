import { anthropicRows, anthropicVendor } from './catalogue/anthropic.ts'
import { goneVendors } from './catalogue/gone.ts'
import { lumaRows, lumaVendor } from './catalogue/luma.ts'
import { runwayRows, runwayVendor } from './catalogue/runway.ts'
import { standInModels, standInVendors } from './catalogue/stand-ins.ts'
import type { CatalogueModel } from './domain/catalogue-model.ts'
import { type CatalogueVendor, surfaceOf, type VendorSurface } from './domain/catalogue-vendor.ts'
import type { Funds } from './domain/money.ts'

/** Whom the studio orders from, and whom people ask for in vain. */
export const vendors: readonly CatalogueVendor[] = [
  ...standInVendors,
  ...[lumaVendor, runwayVendor, anthropicVendor],
  ...goneVendors,
]

/** Every model the studio can order from. The CLI's list and the quote read this. */
export const catalogue: readonly CatalogueModel[] = [
  ...standInModels,
  ...lumaRows,
  ...runwayRows,
  ...anthropicRows,
]

/** Whose money a run moves: nobody's, a vendor's bill, or the emulator's ledger. */
export type RunMode = 'offline' | 'live' | 'emulated'

/**
 * The catalogue as a run of a mode sees it: offline only the stand-ins, live all, emulated all with the emulator's money
 * in place of real money.
 */
export const catalogueFor = (mode: RunMode): readonly CatalogueModel[] => {
  switch (mode) {
    case 'offline':
      return catalogue.filter(({ funds }) => funds === 'simulated')
    case 'live':
      return catalogue
    case 'emulated':
      return catalogue.map((model) =>
        model.funds === 'real' ? { ...model, funds: 'emulated' as const } : model,
      )
  }
}

/**
 * The models that the keys at hand can order: of a vendor with several surfaces those of the one its key opens.
 *
 * @param keyOf the key of a vendor by its id; null for none
 */
export const servedBy = (
  models: readonly CatalogueModel[],
  keyOf: (vendor: string) => string | null,
): readonly CatalogueModel[] =>
  models.filter(({ vendor, surface }) => {
    if (surface === null) return true
    const row = vendors.find(({ id }) => id === vendor)
    return row !== undefined && surfaceOf(row, keyOf(vendor))?.name === surface
  })

/**
 * The models that whoever can order one model can order: of its vendor those of the same API, for a key opens one. All for what is no
 * model.
 */
export const servedBeside = (model: string): readonly CatalogueModel[] => {
  const row = catalogue.find(({ id }) => id === model)
  return catalogue.filter(
    ({ vendor, surface }) => vendor !== row?.vendor || surface === row.surface,
  )
}

/** Vendors that clips are bought from, by their ids. */
export const clipVendors: readonly string[] = [
  ...new Set(
    catalogue
      .filter(({ port, funds }) => port === 'video' && funds === 'real')
      .map(({ vendor }) => vendor),
  ),
]

/** The API that a model is ordered from; null for one that is not in the catalogue. */
export const surfaceOfModel = (model: string): VendorSurface | null => {
  const row = catalogue.find(({ id }) => id === model)
  const vendor = vendors.find(({ id }) => id === row?.vendor)
  return vendor?.surfaces.find(({ name }) => name === (row?.surface ?? '')) ?? null
}

/**
 * Where a person looks for a job of a model that nobody can tell of, as words after `Look for it`; empty for who keeps none.
 *
 * @param funds whose money the order moves: that of an emulated one is at the emulator
 */
export const jobsPlace = (model: string, funds: Funds): string => {
  const place = surfaceOfModel(model)?.lookAt ?? ''
  return funds === 'emulated' && place !== ''
    ? 'at the emulator, whose `/_emulator/jobs` lists what it has'
    : place
}

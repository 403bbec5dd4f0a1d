import { catalogueFor, type RunMode, servedBy, vendors } from '../catalogue.ts'
import type { Settings } from '../config/settings.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { vendorKey } from '../domain/catalogue-vendor.ts'

/**
 * Models that a command may choose among when only a vendor was named: those that its key opens. The emulator opens what its
 * addresses are set for.
 */
export const offeredBy = (
  { keys, baseUrls }: Settings,
  mode: RunMode,
): readonly CatalogueModel[] => {
  const models = catalogueFor(mode === 'emulated' ? 'emulated' : 'live')
  return servedBy(models, (id) => {
    const vendor = vendors.find((one) => one.id === id)
    if (!vendor) return null
    if (mode !== 'emulated') return vendorKey(vendor, keys.value)?.key ?? null
    const set = vendor.surfaces.find((one) => baseUrls[one.baseUrlVariable ?? ''] !== undefined)
    return set ? `${set.keyPrefix}emulated` : null
  })
}

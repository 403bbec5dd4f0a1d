import { catalogueFor, type RunMode, servedBy, vendors } from '../catalogue.ts'
import type { Settings } from '../config/settings.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { emulatedKey, emulatedSurface, vendorKey } from '../domain/catalogue-vendor.ts'

/**
 * Models that a command may choose among when only a vendor was named: those that its key opens. The emulator opens what a
 * key of the person's would, as far as its addresses are set.
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
    return emulatedKey(emulatedSurface(vendor, { named: null, keyOf: keys.value, baseUrls }))
  })
}

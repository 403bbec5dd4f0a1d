import { type RunMode, vendors } from '../catalogue.ts'
import type { Settings } from '../config/settings.ts'
import { emulatedSurface, surfaceOf, vendorKey } from '../domain/catalogue-vendor.ts'
import { isStudioError } from '../domain/errors.ts'

/** Where the environment leads a vendor, and by which variable. */
export interface MovedAddress {
  readonly vendor: string
  readonly url: string
  readonly variable: string
}

/**
 * Those of some vendors that the environment leads to an address that is not their own, by the API that is used in a mode.
 *
 * @param ids vendors of the catalogue; others are left out
 */
export const movedAddresses = (
  { keys, baseUrls }: Pick<Settings, 'keys' | 'baseUrls'>,
  mode: RunMode,
  ids: readonly string[],
): readonly MovedAddress[] => {
  if (mode === 'offline' || Object.keys(baseUrls).length === 0) return []
  return vendors
    .filter(({ id }) => ids.includes(id))
    .flatMap((vendor) => {
      const surface =
        mode === 'emulated'
          ? emulatedSurface(vendor, { named: null, keyOf: keys.value, baseUrls })
          : surfaceOf(
              vendor,
              unlessUnreadable(() => vendorKey(vendor, keys.value)?.key ?? null),
            )
      const variable = surface?.baseUrlVariable ?? ''
      const url = baseUrls[variable]
      return url === undefined ? [] : [{ vendor: vendor.id, url, variable }]
    })
}

/** What an address that is not the vendor's own is told by. */
export const movedAddressText = ({ vendor, url, variable }: MovedAddress): string =>
  `${vendor} is reached at ${url}, where ${variable} leads, and not at its own address.`

/** A key that cannot be read is an error where it is needed. */
const unlessUnreadable = (read: () => string | null): string | null => {
  try {
    return read()
  } catch (error) {
    if (isStudioError(error)) return null
    throw error
  }
}

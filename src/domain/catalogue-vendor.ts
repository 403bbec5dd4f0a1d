import type { Lifecycle } from './catalogue-model.ts'

/** One API of a vendor: where its orders go, and what becomes of an answer that was lost. */
export interface VendorSurface {
  /** `agents`; empty where the vendor has one surface only. */
  readonly name: string
  /** How the keys begin that it takes; empty for every other key. */
  readonly keyPrefix: string
  /** Variable that moves it to another address; null for what works on this machine. */
  readonly baseUrlVariable: string | null
  readonly baseUrl: string | null
  /** Hosts that may be sent the key. */
  readonly hosts: readonly string[]
  /** How a job is found again. */
  readonly recovery: string
  /** Whether the vendor lists an account's jobs: asked again, it may tell of one that was lost. */
  readonly hasList: boolean
  /** What happens to an order whose answer was lost. */
  readonly lostAnswer: string
  /** Where a person looks for a job on the vendor's own site, as words after `Look for it`; empty for who keeps none. */
  readonly lookAt: string
}

/** Whom the studio can order from, or people ask for. */
export interface CatalogueVendor {
  readonly id: string
  readonly name: string
  /** Environment variables of its key; any one will do, the first is preferred. Empty when it needs none. */
  readonly keyNames: readonly string[]
  /** What is to be known of the keys; empty for nothing. */
  readonly keyNote: string
  /** Site where a person looks after its account, keys and credit; null where it is not known, or has none. */
  readonly site: string | null
  /** Tried in order: the first that takes a key is the one it opens. Empty for a vendor that cannot be ordered from. */
  readonly surfaces: readonly VendorSurface[]
  /** Whether it works on this machine and bills nobody. */
  readonly isOffline: boolean
  readonly lifecycle: Lifecycle
}

/**
 * The surface that a key opens.
 *
 * @param key null for none: then the surface that a new key would open
 * @returns null for a vendor without surfaces
 */
export const surfaceOf = (
  { surfaces }: Pick<CatalogueVendor, 'surfaces'>,
  key: string | null,
): VendorSurface | null =>
  surfaces.find(({ keyPrefix }) => key === null || key.startsWith(keyPrefix)) ?? null

/** A key by the variable it is in. */
export interface VendorKey {
  readonly name: string
  readonly key: string
}

/**
 * The key of a vendor: the first of its variables that is set.
 *
 * @param keyOf what a variable holds; null or empty for nothing
 */
export const vendorKey = (
  { keyNames }: Pick<CatalogueVendor, 'keyNames'>,
  keyOf: (name: string) => string | null,
): VendorKey | null => {
  for (const name of keyNames) {
    const key = keyOf(name)
    if (key) return { name, key }
  }
  return null
}

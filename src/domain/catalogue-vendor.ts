import type { Lifecycle } from './catalogue-model.ts'
import { isStudioError, StudioError } from './errors.ts'

/** One API of a vendor: where its orders go, and what becomes of an answer that was lost. */
export interface VendorSurface {
  /** `agents`; empty where the vendor has one surface only. */
  readonly name: string
  /** How the keys begin that it takes; empty for every other key. */
  readonly keyPrefix: string
  /** Which of the vendor's variables its own keys are for; null where the first is. */
  readonly keyName: string | null
  /** Variable that moves it to another address; null for what works on this machine. */
  readonly baseUrlVariable: string | null
  readonly baseUrl: string | null
  /** Hosts that may be sent the key. */
  readonly hosts: readonly string[]
  /** How a job is found again. */
  readonly recovery: string
  /** Whether the vendor tells what it charged for a job: else it counts as quoted, and its account alone shows what was charged. */
  readonly tellsBills: boolean
  /** Whether the vendor lists an account's jobs: asked again, it may tell of one that was lost. */
  readonly hasList: boolean
  /** Longest that the list may lack an order that was taken, from its leaving on, in milliseconds; null without a list. */
  readonly listedWithinMs: number | null
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

/** The variable that a key for a surface is looked for in by that name; null for a vendor that needs none. */
export const keyNameFor = (
  { keyNames }: Pick<CatalogueVendor, 'keyNames'>,
  surface: Pick<VendorSurface, 'keyName'> | null,
): string | null => surface?.keyName ?? keyNames[0] ?? null

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

/**
 * See that a key opens the surface that is asked for: a vendor's other API has other models.
 *
 * @param model id of a model that is served by the surface, or of a vendor
 * @param needed name of the surface; null where any will do
 * @throws StudioError `vendor-key-missing`
 */
export const requireSurface = (
  model: string,
  vendor: CatalogueVendor,
  { name, key }: VendorKey,
  needed: string | null,
): void => {
  const opened = surfaceOf(vendor, key)
  if (needed === null || opened === null || opened.name === needed) return
  throw new StudioError({
    code: 'vendor-key-missing',
    message: `The key in ${name} opens the ${opened.name} API of ${vendor.name}, and ${model} is made by its ${needed} one: ${vendor.keyNote}. Set a key for that in ${name}, or take another model. Nothing was ordered.`,
  })
}

/** What an emulated run knows of where a vendor is to be reached. */
export interface EmulatedPlace {
  /** Surface of the model that was named; null where none was. */
  readonly named: string | null
  /** What a variable of a key holds; null or empty for nothing. */
  readonly keyOf: (name: string) => string | null
  /** Addresses by their variables; those that are not there lead to the emulator that is started for the run. */
  readonly baseUrls: { readonly [variable: string]: string }
}

/**
 * The surface that an emulated run goes to: that of the model that was named, else the one that the person's own key would open
 * live, else the first. Of the last two only one that can be reached.
 *
 * @returns null for a vendor without surfaces
 */
export const emulatedSurface = (
  vendor: Pick<CatalogueVendor, 'surfaces' | 'keyNames'>,
  { named, keyOf, baseUrls }: EmulatedPlace,
): VendorSurface | null => {
  const { surfaces } = vendor
  const ofModel = surfaces.find(({ name }) => name === named)
  if (ofModel) return ofModel
  const set = surfaces.filter((one) => baseUrls[one.baseUrlVariable ?? ''] !== undefined)
  const reached = set.length > 0 ? set : surfaces
  // One that could be the key's is all there is to choose from: no keychain is opened for that.
  const opened = reached.length > 1 ? openedByKey(vendor, keyOf) : null
  return reached.find((one) => one === opened) ?? reached[0] ?? null
}

/** A key that cannot be read, which no emulated run needs, chooses nothing. */
const openedByKey = (
  vendor: Pick<CatalogueVendor, 'surfaces' | 'keyNames'>,
  keyOf: EmulatedPlace['keyOf'],
): VendorSurface | null => {
  try {
    const key = vendorKey(vendor, keyOf)?.key
    return key === undefined ? null : surfaceOf(vendor, key)
  } catch (error) {
    if (isStudioError(error)) return null
    throw error
  }
}

/** The key that an emulated run brings to a surface; a person's own is never sent to the emulator. */
export const emulatedKey = (surface: Pick<VendorSurface, 'keyPrefix'> | null): string =>
  `${surface?.keyPrefix ?? ''}emulated`

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogueFor, type RunMode, vendors as vendorRows } from '../catalogue.ts'
import { type KeyRing, type KeySource, keyRemedy } from '../config/key-ring.ts'
import type { Settings } from '../config/settings.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { vendorKey } from '../domain/catalogue-vendor.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { withinTime } from '../kit/within-time.ts'
import type { OpenEmulator } from './emulator.ts'
import type { CheckedVendor } from './studio.ts'
import { offeredBy, openVendors, type VendorSources, type Vendors } from './vendors.ts'

/** What a run of a mode can order. */
export const offeredIn = (settings: Settings, mode: RunMode): readonly CatalogueModel[] =>
  mode === 'offline' ? catalogueFor(mode) : offeredBy(sourcesOf(settings, mode, {}))

/** Vendors over the network, what they said of their slots, and the emulator where it was started for them. */
export interface Network {
  readonly vendors: Vendors
  /** Orders at once by model, as the vendors told. */
  readonly slots: Map<string, number>
  /** Where the key of a vendor is set; null where none of a person's is sent. */
  keyAt(vendor: string): KeyPlace | null
  close(): Promise<void>
}

/** The variable that a key is in, and where that is set. */
interface KeyPlace {
  readonly name: string
  readonly source: KeySource
}

/** The emulator of an emulated run that the environment leads to none; its accounts are in the home. */
const ownEmulator = async (settings: Settings): Promise<OpenEmulator | null> => {
  if (Object.keys(settings.baseUrls).length > 0) return null
  // Loaded only here: it draws.
  const { emulatorFor } = await import('./emulator.ts')
  return emulatorFor({
    ...{ home: settings.home, folder: null, port: 0, vendors: null, tools: settings },
    ...{ faults: [], changes: [], seed: 1, quick: false },
    report: (error) => appendFileSync(join(settings.home, 'studio.log'), `emulator: ${error}\n`),
  })
}

/**
 * Open what a mode reaches over the network; null for one that goes to nobody.
 *
 * @throws StudioError `bad-input` when the environment leads an emulated run off this machine
 */
export const openNetwork = async (settings: Settings, mode: RunMode): Promise<Network | null> => {
  if (mode === 'offline') return null
  const emulator = mode === 'emulated' ? await ownEmulator(settings) : null
  const sources = sourcesOf(settings, mode, emulator?.baseUrls ?? {})
  return {
    vendors: await openVendors(sources),
    slots: new Map(),
    keyAt: (vendor) => (mode === 'live' ? keyPlaceOf(vendor, settings.keys) : null),
    close: async () => emulator?.close(),
  }
}

const keyPlaceOf = (id: string, keys: KeyRing): KeyPlace | null => {
  const vendor = vendorRows.find((row) => row.id === id)
  const name = vendor && vendorKey(vendor, keys.value)?.name
  const source = name === undefined ? null : keys.source(name)
  return name === undefined || source === null ? null : { name, source }
}

const sourcesOf = (
  { keys, baseUrls, trustedHosts, emulatorPollMs }: Settings,
  mode: RunMode,
  own: VendorSources['baseUrls'],
): VendorSources => ({
  ...{ mode, keys, trustedHosts, baseUrls: { ...baseUrls, ...own } },
  movedBy: Object.keys(baseUrls),
  pollMs: mode === 'emulated' ? emulatorPollMs : null,
})

/** See that vendors can be ordered from; what they say of slots counts from then on. @throws StudioError as their accounts */
export const checkVendors = async (
  network: Network | null,
  ids: readonly string[],
  timeoutMs: number | null = null,
): Promise<readonly CheckedVendor[]> => {
  if (!network) return []
  return Promise.all(
    ids.map(async (vendor) => {
      const account = network.vendors.account(vendor)
      const { signal } = new AbortController()
      const standing = await withinTime(vendor, timeoutMs ?? 60_000, signal, (either) =>
        account.standing(either),
      ).catch((error: unknown) => {
        throw withKeyNamed(error, network.keyAt(vendor))
      })
      for (const [model, slots] of Object.entries(standing.slots)) network.slots.set(model, slots)
      return { vendor, standing }
    }),
  )
}

/** A vendor's no to a key tells neither which of its variables the key is in nor how another is set; we know both. */
const withKeyNamed = (error: unknown, place: KeyPlace | null): unknown => {
  if (!isStudioError(error) || error.code !== 'vendor-key-refused' || place === null) return error
  const { name, source } = place
  const told = /[.!?]$/.test(error.message) ? error.message : `${error.message}.`
  const refused = `The key in ${name} (${source}) is not taken; another is needed.`
  return new StudioError({
    ...{ code: error.code, retry: error.retry, cause: error },
    message: [told, refused, keyRemedy(name, true), ...insteadOf(source)].join(' '),
  })
}

/** Where a key is looked for first, a new one elsewhere would not be seen. */
const insteadOf = (source: KeySource): readonly string[] => {
  switch (source) {
    case 'environment':
      return ['Unset this one in the environment, which goes before all else.']
    case '.env':
      return ['Take this one out of the .env file, which goes before the keychain.']
    case 'keychain':
      return []
  }
}

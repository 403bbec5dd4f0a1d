import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogueFor, type RunMode } from '../catalogue.ts'
import type { Settings } from '../config/settings.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
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
  close(): Promise<void>
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
    close: async () => emulator?.close(),
  }
}

const sourcesOf = (
  { keys, baseUrls, trustedHosts, emulatorPollMs }: Settings,
  mode: RunMode,
  own: VendorSources['baseUrls'],
): VendorSources => ({
  ...{ mode, keys, trustedHosts, baseUrls: { ...baseUrls, ...own } },
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
      )
      for (const [model, slots] of Object.entries(standing.slots)) network.slots.set(model, slots)
      return { vendor, standing }
    }),
  )
}

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  catalogueFor,
  jobsPlace,
  type RunMode,
  surfaceOfModel,
  vendors as vendorRows,
} from '../catalogue.ts'
import { type KeyRing, type KeySource, keyRemedy } from '../config/key-ring.ts'
import type { Settings } from '../config/settings.ts'
import { type CatalogueModel, vendorOf } from '../domain/catalogue-model.ts'
import { vendorKey } from '../domain/catalogue-vendor.ts'
import { isStudioError, type StudioError } from '../domain/errors.ts'
import { withinTime } from '../kit/within-time.ts'
import { keysMissing } from '../production/keys-missing.ts'
import type { Contact } from '../production/trouble-remedy.ts'
import type { OpenEmulator } from './emulator.ts'
import { withRemedies } from './remedied.ts'
import type { CheckedVendor } from './studio.ts'
import { accountMark, offeredBy, openVendors, type VendorSources, type Vendors } from './vendors.ts'

/** What a run of a mode can order. */
export const offeredIn = (settings: Settings, mode: RunMode): readonly CatalogueModel[] =>
  mode === 'offline' ? catalogueFor(mode) : offeredBy(sourcesOf(settings, mode, {}))

/**
 * Mark of the account that orders of a vendor or a model leave for in runs of a mode; null where its key is not set, or cannot be
 * looked up.
 */
export const accountIn =
  (settings: Settings, mode: RunMode) =>
  (vendorOrModel: string): string | null => {
    try {
      return accountMark(vendorOrModel, sourcesOf(settings, mode, {}))
    } catch (error) {
      if (isStudioError(error)) return null
      throw error
    }
  }

/**
 * Vendors over the network, whose errors name what a person can do about them; what they said of their slots, and the emulator where
 * it was started for them.
 */
export interface Network {
  readonly vendors: Vendors
  /** Orders at once by model, as the vendors told. */
  readonly slots: Map<string, number>
  /** The vendors of models as people reach them. */
  readonly contact: Contact
  close(): Promise<void>
}

/** The variable that a key is in, and where that is set. */
interface KeyPlace {
  readonly name: string
  readonly source: KeySource
  readonly hasKeychain: boolean
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
  const contact = contactOf(mode, settings.keys)
  return {
    vendors: withRemedies(await openVendors(sources), contact),
    slots: new Map(),
    contact,
    close: async () => emulator?.close(),
  }
}

/** The vendors of models as people reach them in runs of a mode; nobody is told to set a key that the emulator takes. */
export const contactOf =
  (mode: RunMode, keys: KeyRing): Contact =>
  (model) => {
    const id = vendorOf(model)
    const place = mode === 'live' ? keyPlaceOf(id, keys) : null
    return {
      site:
        mode === 'emulated'
          ? emulatorPlace
          : (vendorRows.find((row) => row.id === id)?.site ?? null),
      lookAt: jobsPlace(model, mode === 'emulated' ? 'emulated' : 'real'),
      hasList: surfaceOfModel(model)?.hasList ?? false,
      keyRemedy: mode === 'emulated' ? emulatedKeyText : place && refusedKeyText(place),
    }
  }

/** Where the account of an emulated run is looked after. */
const emulatorPlace =
  'the emulator, whose `/_emulator/settings` and `/_emulator/faults` say what it does'

/** An emulated run brings a key of its own, so that none of a person's can be wrong. */
const emulatedKeyText =
  'The emulator takes every key that an emulated run brings: a fault rule of its own refuses this one. See its `/_emulator/faults`, and docs/emulator.md.'

const keyPlaceOf = (id: string, keys: KeyRing): KeyPlace | null => {
  const vendor = vendorRows.find((row) => row.id === id)
  const name = vendor && vendorKey(vendor, keys.value)?.name
  const source = name === undefined ? null : keys.source(name)
  return name === undefined || source === null
    ? null
    : { name, source, hasKeychain: keys.hasKeychain() }
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

/**
 * See that vendors can be ordered from; what they say of slots counts from then on.
 *
 * @param ids vendors, or models in their place: see `Vendors.account`
 * @throws StudioError as their accounts
 */
export const checkVendors = async (
  network: Network | null,
  ids: readonly string[],
  timeoutMs: number | null = null,
): Promise<readonly CheckedVendor[]> => {
  if (!network) return []
  return Promise.all(
    accountsOf(network, ids).map(async ({ id, account }) => {
      const vendor = vendorOf(id)
      const { signal } = new AbortController()
      const standing = await withinTime(vendor, timeoutMs ?? 60_000, signal, (either) =>
        account.standing(either),
      )
      for (const [model, slots] of Object.entries(standing.slots)) network.slots.set(model, slots)
      return { vendor, models: id === vendor ? [] : [id], standing }
    }),
  )
}

interface NamedAccount {
  readonly id: string
  readonly account: ReturnType<Vendors['account']>
}

/** The accounts of vendors. Who has to set several keys is told of all at once. @throws StudioError as `Vendors.account` */
const accountsOf = (
  { vendors }: Pick<Network, 'vendors'>,
  ids: readonly string[],
): readonly NamedAccount[] => {
  const missing: StudioError[] = []
  const accounts = ids.flatMap((id): readonly NamedAccount[] => {
    try {
      return [{ id, account: vendors.account(id) }]
    } catch (error) {
      if (!(isStudioError(error) && error.code === 'vendor-key-missing')) throw error
      missing.push(error)
      return []
    }
  })
  const [first, second] = missing
  if (first && second) throw keysMissing(missing.map(({ message }) => message))
  if (first) throw first
  return accounts
}

/** A vendor's no to a key tells neither which of its variables the key is in nor how another is set; we know both. */
const refusedKeyText = ({ name, source, hasKeychain }: KeyPlace): string =>
  [
    `The key in ${name} (${source}) is not taken; another is needed.`,
    keyRemedy(name, hasKeychain),
    ...insteadOf(source, hasKeychain),
  ].join(' ')

/** Where a key is looked for first, a new one elsewhere would not be seen. */
const insteadOf = (source: KeySource, hasKeychain: boolean): readonly string[] => {
  switch (source) {
    case 'environment':
      return ['Unset this one in the environment, which goes before all else.']
    case '.env':
      return hasKeychain
        ? ['Take this one out of the .env file, which goes before the keychain.']
        : []
    case 'keychain':
      return []
  }
}

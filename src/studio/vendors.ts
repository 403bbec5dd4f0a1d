import { catalogueFor, type RunMode, servedBy, surfaceOfModel, vendors } from '../catalogue.ts'
import { type KeyRing, keyRemedy } from '../config/key-ring.ts'
import { mayReceiveKey } from '../config/trusted-hosts.ts'
import { type CatalogueModel, vendorOf } from '../domain/catalogue-model.ts'
import {
  type CatalogueVendor,
  emulatedKey,
  emulatedSurface,
  keyNameFor,
  requireSurface,
  surfaceOf,
  type VendorKey,
  type VendorSurface,
  vendorKey,
} from '../domain/catalogue-vendor.ts'
import { StudioError } from '../domain/errors.ts'
import { sha256 } from '../kit/hash.ts'
import { patientFetch } from '../kit/patient-fetch.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { VendorAccount } from '../ports/vendor-account.ts'
import type { VideoModel } from '../ports/video-model.ts'
import { runwayModelIds } from '../providers/runway/models.ts'
import { type MovedAddress, movedFetch } from './moved-fetch.ts'
import { accountWithOwnLinks, withOwnLinks } from './own-links.ts'

/** Vendors that are reached over the network, with their keys. */
export interface Vendors {
  /** Models that the keys at hand can order; without a key those that a new key would. */
  readonly catalogue: readonly CatalogueModel[]
  /**
   * A video model by its id.
   *
   * @throws StudioError `vendor-key-missing` that names the variable; `not-available` for a vendor without video; `bad-input`
   *   when the environment sends it to a host that may not have its key
   */
  videoModel(id: string): VideoModel
  /** @throws StudioError as `videoModel` */
  languageModel(id: string): LanguageModel
  /**
   * The account that a vendor bills. Of one with several APIs an emulated run looks at the one that serves a model, where one is
   * named in the vendor's place.
   *
   * @throws StudioError as `videoModel`
   */
  account(vendorOrModel: string): VendorAccount
}

/** Where vendors are reached. */
export interface VendorSources {
  readonly mode: RunMode
  readonly keys: KeyRing
  /** Addresses of the real environment by their variables. */
  readonly baseUrls: { readonly [variable: string]: string }
  /** Those of `baseUrls` that a person has set. */
  readonly movedBy: readonly string[]
  readonly trustedHosts: readonly string[]
  /** Milliseconds between two looks at a job; null for what each vendor asks for. */
  readonly pollMs: number | null
  /** What requests go out by. Default: the network. */
  readonly fetch?: typeof globalThis.fetch
}

/** What an adapter is given of its vendor. */
interface Access {
  readonly apiKey: string
  readonly baseUrl: string | null
}

/** What an adapter that goes out to the network is given of its vendor. */
interface Reach extends Access {
  readonly fetch: typeof globalThis.fetch
}

/** Open the adapters of the network's vendors. Their SDKs are loaded only here. */
export const openVendors = async (sources: VendorSources): Promise<Vendors> => {
  const [luma, lumaAccounts, runway, runwayAccounts, anthropic, anthropicAccounts] =
    await Promise.all([
      import('../providers/luma/luma-video-model.ts'),
      import('../providers/luma/luma-account.ts'),
      import('../providers/runway/runway-video-model.ts'),
      import('../providers/runway/runway-account.ts'),
      import('../providers/anthropic/anthropic-language-model.ts'),
      import('../providers/anthropic/anthropic-account.ts'),
    ])
  const now = (): number => Date.now()
  const reach = (id: string, fetch = globalThis.fetch): Reach => {
    const { moved, ...access } = accessTo(id, sources)
    return { ...access, fetch: movedFetch(sources.fetch ?? fetch, moved) }
  }
  const videoModels: { readonly [vendor: string]: (id: string) => VideoModel } = {
    luma: (model) => luma.lumaVideoModel({ ...reach(model), model, now }),
    runway: (model) => {
      const known = runwayModelIds.find((name) => name === model)
      if (!known) throw noPort(model, 'video')
      return runway.runwayVideoModel({ ...reach('runway'), model: known, now })
    },
  }
  const accounts: { readonly [vendor: string]: (id: string) => VendorAccount } = {
    luma: (id) => lumaAccounts.lumaAccount({ ...reach(id), now }),
    runway: () => runwayAccounts.runwayAccount(reach('runway')),
    anthropic: () => anthropicAccounts.anthropicAccount(reach('anthropic')),
  }
  return {
    catalogue: offeredBy(sources),
    videoModel: (id) => {
      const make = videoModels[vendorOf(id)]
      if (!make) throw noPort(id, 'video')
      const { apiKey, baseUrl } = accessTo(id, sources)
      const account = markOf(id, apiKey, sources)
      return { ...withOwnLinks(polledAs(sources.pollMs, make(id)), baseUrl), account }
    },
    languageModel: (id) => {
      if (vendorOf(id) !== 'anthropic') throw noPort(id, 'llm')
      const model = id.slice(id.indexOf('/') + 1)
      const parts = { ...reach('anthropic', patientFetch), model, now }
      const account = markOf('anthropic', parts.apiKey, sources)
      return { ...anthropic.anthropicLanguageModel(parts), account }
    },
    account: (id) => {
      const open = accounts[vendorOf(id)]
      if (!open) throw noPort(id, 'account')
      return accountWithOwnLinks(open(id), accessTo(id, sources).baseUrl)
    },
  }
}

/** Models that the keys at hand can order; without a key those that a new key would. */
export const offeredBy = (sources: VendorSources): readonly CatalogueModel[] =>
  servedBy(catalogueFor(sources.mode), (id) => keyOf(id, sources)?.key ?? null)

/**
 * Mark of the account that a vendor, or one of its models, is ordered from, as `PaidModel.account`; null where no key is set.
 *
 * @throws StudioError as the ring of keys
 */
export const accountMark = (vendorOrModel: string, sources: VendorSources): string | null => {
  const found = keyOf(vendorOrModel, sources)
  return found && markOf(vendorOrModel, found.key, sources)
}

/**
 * Mark of a vendor's account: its key and where it is reached, as a hash of which nothing is learned. The emulator of a home's own is
 * at another port every time, and its accounts are the same.
 */
const markOf = (vendorOrModel: string, apiKey: string, sources: VendorSources): string => {
  const vendor = vendorRow(vendorOf(vendorOrModel))
  const variables = vendor.surfaces.map(({ baseUrlVariable }) => baseUrlVariable ?? '')
  const isOwn =
    sources.mode === 'emulated' && !variables.some((name) => sources.movedBy.includes(name))
  if (isOwn) return 'emulator'
  const baseUrl = sources.baseUrls[surfaceOf(vendor, apiKey)?.baseUrlVariable ?? '']
  return sha256(`${baseUrl ?? vendor.id}\n${apiKey}`).slice(0, 16)
}

/** How far behind the emulator's answers and lists are at most, in milliseconds: it is on this machine. Chosen by this project. */
const emulatorLagMs = 2000

/** A model that is looked at in another rhythm than its vendor asks for, and whose lists are up to date: the emulator's. */
const polledAs = (pollMs: number | null, model: VideoModel): VideoModel => {
  if (pollMs === null) return model
  const { absentAfterMs } = model
  const lag = absentAfterMs === undefined ? {} : { absentAfterMs: emulatorLagMs }
  return { ...model, pollMs, ...lag }
}

const vendorRow = (id: string): CatalogueVendor => {
  const found = vendors.find((vendor) => vendor.id === id)
  if (found) return found
  throw new TypeError(`The catalogue has no vendor ${id}`)
}

const noPort = (id: string, port: string): StudioError =>
  new StudioError({
    code: 'not-available',
    message: `There is no ${port} of "${id}" to be had from here. See \`npx --no-install claude-studio provider list\`.`,
  })

/** Where a vendor is reached, and with what. @throws StudioError `vendor-key-missing`, `bad-input` */
const accessTo = (
  vendorOrModel: string,
  sources: VendorSources,
): Access & { readonly moved: MovedAddress | null } => {
  const vendor = vendorRow(vendorOf(vendorOrModel))
  const { keyNames, id } = vendor
  const found = keyOf(vendorOrModel, sources)
  if (!found) {
    const preferred = keyNameFor(vendor, surfaceOfModel(vendorOrModel))
    const remedy = keyRemedy(preferred ?? '', sources.keys.hasKeychain())
    throw new StudioError({
      code: 'vendor-key-missing',
      message: `The key of ${id} is not set: ${keyNames.join(' or ')}. ${remedy} Nothing was bought.`,
    })
  }
  const surface = surfaceOf(vendor, found.key)
  requireSurface(vendorOrModel, vendor, found, surfaceOfModel(vendorOrModel)?.name ?? null)
  const variable = surface?.baseUrlVariable ?? ''
  const baseUrl = sources.baseUrls[variable] ?? null
  if (baseUrl !== null) requireTrust(baseUrl, variable, surface, sources)
  else if (sources.mode === 'emulated') throw nowhere(id, variable)
  const isMoved = baseUrl !== null && sources.movedBy.includes(variable)
  return { apiKey: found.key, baseUrl, moved: isMoved ? { variable, url: baseUrl } : null }
}

/** An emulated run goes to no vendor, not even with a key that none knows. */
const nowhere = (id: string, variable: string): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `The environment leads some vendors to an emulator and ${id} to none. Set ${variable} too, or unset the others: an emulated run then starts an emulator of its own.`,
  })

const requireTrust = (
  baseUrl: string,
  variable: string,
  surface: VendorSurface | null,
  { trustedHosts, mode }: VendorSources,
): void => {
  const isLoopback = mayReceiveKey(baseUrl, [], [])
  if (
    mode === 'emulated' ? isLoopback : mayReceiveKey(baseUrl, surface?.hosts ?? [], trustedHosts)
  ) {
    return
  }
  const host = URL.parse(baseUrl)?.host ?? baseUrl
  throw new StudioError({
    code: 'bad-input',
    message:
      mode === 'emulated'
        ? `${variable} leads to ${host}; an emulated run goes to this machine alone. Unset it.`
        : `${variable} would send the key to ${host}, which is neither the vendor's nor one you trust. Unset it, or add the host to the setting trustedHosts.`,
  })
}

/** The key of a vendor, or of the one of a model; the emulator takes any, and never gets a real one. */
const keyOf = (
  vendorOrModel: string,
  { mode, keys, baseUrls }: VendorSources,
): VendorKey | null => {
  const vendor = vendorRow(vendorOf(vendorOrModel))
  if (mode !== 'emulated') return vendorKey(vendor, keys.value)
  const [name] = vendor.keyNames
  if (name === undefined) return null
  const named = surfaceOfModel(vendorOrModel)?.name ?? null
  const surface = emulatedSurface(vendor, { named, keyOf: keys.value, baseUrls })
  return { name, key: emulatedKey(surface) }
}

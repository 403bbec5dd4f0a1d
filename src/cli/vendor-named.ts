import { catalogue, vendors } from '../catalogue.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { isRetired, lifecycleText } from '../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'
import { StudioError } from '../domain/errors.ts'
import type { StudioAccess } from '../studio/studio.ts'
import { suggestion } from './closest.ts'
import type { Flags } from './context.ts'
import { chosenMode, chosenTimeout } from './run-mode.ts'

/** The vendor that was written. @throws StudioError `not-found` with the nearest there is */
export const vendorNamed = (written: string): CatalogueVendor => {
  const found = vendors.find(({ id }) => id === written.trim().toLowerCase())
  if (found) return found
  const ids = vendors.map(({ id }) => id)
  throw new StudioError({
    code: 'not-found',
    message: `There is no vendor "${written.slice(0, 40)}".${suggestion(written, ids)}`,
  })
}

/**
 * A vendor that is reached over the network.
 *
 * @throws StudioError `not-found`; `not-available` for one that works on this machine, `model-retired` for one that is gone
 */
export const networkVendor = (written: string): CatalogueVendor => {
  const vendor = vendorNamed(written)
  if (vendor.lifecycle.state === 'retired') {
    throw new StudioError({
      code: 'model-retired',
      message: `${vendor.name} is ${lifecycleText(vendor.lifecycle)}.`,
    })
  }
  if (!vendor.isOffline) return vendor
  throw new StudioError({
    code: 'not-available',
    message: `${vendor.id} works on this machine and has no account that could be looked at. See \`npx --no-install claude-studio provider show ${vendor.id}\`.`,
  })
}

/** A vendor whose account is looked at, and the model it was named by, if any: which of the vendor's APIs is meant. */
export interface NamedAccount {
  readonly vendor: CatalogueVendor
  /** `luma`, or `luma/ray-2-540p`: what the desk opens the account by. */
  readonly account: string
}

/**
 * A vendor over the network, written as its id or as one of its models.
 *
 * @throws StudioError as {@link networkVendor}; `not-found` for a model that there is not
 */
export const accountNamed = (written: string): NamedAccount => {
  const [id = ''] = written.split('/', 1)
  const vendor = networkVendor(id)
  if (id === written) return { vendor, account: vendor.id }
  return { vendor, account: exactModel(written).id }
}

/** Whom commands that only look go to: the real accounts, for looking costs nothing, or with `--emulated` the emulator's. */
export const lookingAccess = (flags: Flags): StudioAccess => {
  const mode = chosenMode(flags)
  return { mode: mode === 'emulated' ? mode : 'live', timeoutMs: chosenTimeout(flags) }
}

/**
 * The model that was written, by its id or by its vendor: of a vendor the cheapest that words alone are enough for.
 *
 * @param offered what the keys at hand can order
 * @throws StudioError `not-found`, `model-retired`, `not-available` for a vendor that makes neither clips nor answers
 */
export const modelNamed = (
  written: string,
  offered: readonly CatalogueModel[],
  hasFirstFrame: boolean,
): CatalogueModel => {
  if (written.includes('/')) return exactModel(written)
  const vendor = vendorNamed(written)
  if (vendor.lifecycle.state === 'retired') networkVendor(written)
  const [cheapest] = offered
    .filter((model) => model.vendor === vendor.id && isTestable(model) && !isRetired(model))
    .filter(({ limits }) => hasFirstFrame || !limits.needsFirstFrame)
    .toSorted((a, b) => shortestPrice(a) - shortestPrice(b))
  if (cheapest) return cheapest
  throw new StudioError({
    code: 'not-available',
    message: `${vendor.id} makes neither clips nor answers that a test could ask for.`,
  })
}

const exactModel = (written: string): CatalogueModel => {
  const ids = catalogue.filter(isTestable).map(({ id }) => id)
  const found = catalogue.find(({ id }) => id === written.trim())
  if (found && isTestable(found)) return found
  throw new StudioError({
    code: found ? 'not-available' : 'not-found',
    message: found
      ? `${found.id} makes neither clips nor answers that a test could ask for.`
      : `There is no model "${written.slice(0, 60)}".${suggestion(written, ids)}`,
  })
}

/** The offline crew answers by rules for each of its own tasks, and has none for a test. */
const isTestable = ({ port, funds }: CatalogueModel): boolean =>
  port === 'video' || (port === 'llm' && funds !== 'simulated')

/** Price of the shortest clip there is, or of a unit of what is no clip, in micro-dollars: for choosing. */
const shortestPrice = ({ price, limits }: CatalogueModel): number =>
  price.lengths?.[0]?.amount ?? price.perUnit * (limits.seconds?.[0] ?? limits.minSeconds ?? 1)

import { secondPrice, typicalClipPrice } from '../budget/shot-price.ts'
import type { KeyRing } from '../config/key-ring.ts'
import type { CatalogueModel, ModelPrice, TokenPrices } from '../domain/catalogue-model.ts'
import {
  type CatalogueVendor,
  keyNameFor,
  surfaceOf,
  type VendorSurface,
  vendorKey,
} from '../domain/catalogue-vendor.ts'
import { clipsText } from '../domain/clip-seconds.ts'
import { isStudioError } from '../domain/errors.ts'
import { dollarsOf, exactUsd, type Usd } from '../domain/money.ts'
import { type KeyState, keyStates, keyStateText } from './key-states.ts'

/** A model's price for people: `$0.30 for 5 s, $0.90 for 10 s`, `$2.00 in, $10.00 out a million tokens`, `$0.06/second`. */
export const priceText = ({ unit, perUnit, lengths, perMillionTokens }: ModelPrice): string => {
  if (lengths) {
    return lengths.map(({ seconds, amount }) => `${exactUsd(amount)} for ${seconds} s`).join(', ')
  }
  if (perMillionTokens) {
    const { input, output } = perMillionTokens
    return `${exactUsd(input)} in, ${exactUsd(output)} out a million tokens`
  }
  return `${exactUsd(perUnit)}/${unit}`
}

/** The lengths of a model's clips: `1–12 s`, `5 or 10 s`; empty where it makes none. */
export const clipText = ({ limits }: CatalogueModel): string => {
  if (limits.seconds) return clipsText(limits.seconds)
  return limits.maxSeconds === null ? '' : `${limits.minSeconds ?? 0}–${limits.maxSeconds} s`
}

/** What a shot of 4 s costs; empty where a model makes none. */
export const shotText = (model: CatalogueModel): string =>
  model.port === 'video' ? exactUsd(typicalClipPrice(model)) : ''

/**
 * Whether a vendor's key is there, by the variable that it is in or should be in.
 *
 * @param surface what the key is to open. Default: any
 */
export const keyText = (
  vendor: CatalogueVendor,
  keys: KeyRing,
  surface: VendorSurface | null = null,
): string => {
  const preferred = keyNameFor(vendor, surface)
  if (preferred === null) return vendor.surfaces.length > 0 ? 'none needed' : ''
  const states = keyStates(keys, vendor.keyNames)
  const state = states.find(({ isSet }) => isSet) ?? states.find(({ problem }) => problem !== null)
  return state ? `${state.name} ${keyStateText(state)}` : `${preferred} missing`
}

/** Whether a vendor's key is there, and opens the surface that serves a model. */
export const modelKeyText = (
  model: CatalogueModel,
  vendor: CatalogueVendor,
  keys: KeyRing,
): string => {
  const { surface } = model
  const opened = surface === null ? null : openedBy(vendor, keys)
  const isOther = opened !== null && opened.name !== surface
  const text = keyText(vendor, keys, surfaceServing(model, vendor) ?? null)
  return isOther ? `${text}, for ${opened.name}` : text
}

/** The surface of a vendor that serves a model. */
const surfaceServing = (
  { surface }: CatalogueModel,
  { surfaces }: CatalogueVendor,
): VendorSurface | undefined => surfaces.find(({ name }) => surface === null || name === surface)

/** The surface that a vendor's key opens; null without a key that can be used, which is an error only for those who use it. */
const openedBy = (vendor: CatalogueVendor, keys: KeyRing): VendorSurface | null => {
  try {
    const found = vendorKey(vendor, keys.value)
    return found && surfaceOf(vendor, found.key)
  } catch (error) {
    if (isStudioError(error)) return null
    throw error
  }
}

const statesOf = ({ keyNames }: CatalogueVendor, keys: KeyRing): readonly KeyState[] =>
  keyStates(keys, keyNames)

/** A model for programs; money in dollars. */
export const modelJson = (
  model: CatalogueModel,
  vendor: CatalogueVendor,
  keys: KeyRing,
): object => {
  const { price, ...rest } = model
  const isVideo = model.port === 'video'
  return {
    ...rest,
    price: priceJson(price),
    secondUsd: isVideo ? dollarsOf(secondPrice(model)) : null,
    shotUsd: isVideo ? dollarsOf(typicalClipPrice(model)) : null,
    keys: statesOf(vendor, keys),
    recovery: surfaceServing(model, vendor)?.recovery ?? '',
  }
}

const priceJson = ({ unit, perUnit, source, date, ...finer }: ModelPrice): object => {
  const { lengths, perMillionTokens, longQuestions } = finer
  const clips = lengths?.map(({ seconds, amount }) => ({ seconds, amountUsd: dollarsOf(amount) }))
  return {
    ...{ unit, perUnitUsd: dollarsOf(perUnit), source, date },
    ...(clips ? { lengths: clips } : {}),
    ...(perMillionTokens ? { perMillionTokensUsd: inDollars(perMillionTokens) } : {}),
    ...(longQuestions
      ? {
          longQuestions: {
            aboveTokens: longQuestions.aboveTokens,
            perMillionTokensUsd: inDollars(longQuestions.perMillionTokens),
          },
        }
      : {}),
  }
}

const inDollars = (prices: TokenPrices): object =>
  Object.fromEntries(
    Object.entries(prices).map(([kind, price]: [string, Usd]) => [kind, dollarsOf(price)]),
  )

/** A vendor for programs. */
export const vendorJson = (vendor: CatalogueVendor, keys: KeyRing): object => {
  const { keyNames: _, ...rest } = vendor
  return { ...rest, keys: statesOf(vendor, keys) }
}

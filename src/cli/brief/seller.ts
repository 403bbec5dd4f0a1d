import { catalogueFor, type RunMode, vendors } from '../../catalogue.ts'
import type { KeyRing } from '../../config/key-ring.ts'
import type { Brief } from '../../domain/brief.ts'
import { vendorKey } from '../../domain/catalogue-vendor.ts'
import { StudioError } from '../../domain/errors.ts'
import type { BriefRequest } from './brief-request.ts'

/** An earlier film's request without its stand-in, where this one is bought. */
export const withSeller = (request: BriefRequest, mode: RunMode): BriefRequest => {
  const vendor = vendors.find(({ id }) => id === request.provider)
  const isOther = (mode === 'offline') !== (vendor?.isOffline ?? true)
  const { provider, ...rest } = request
  return isOther || provider === undefined ? rest : request
}

/** Vendor of the footage where nobody names one: live the first whose key is at hand. */
export const defaultProvider = (keys: KeyRing, mode: RunMode): string => {
  if (mode === 'offline') return 'animatic'
  const sellers = vendors.filter(
    ({ id, isOffline }) =>
      !isOffline &&
      catalogueFor('live').some(({ vendor, port }) => vendor === id && port === 'video'),
  )
  const known = sellers.find((one) => mode === 'live' && vendorKey(one, keys.value) !== null)
  return (known ?? sellers.at(-1))?.id ?? 'animatic'
}

/** A stand-in draws for nothing and is nobody to buy from. @throws StudioError `bad-input` */
export const refuseStandIns = ({ provider }: Pick<Brief, 'provider'>, mode: RunMode): void => {
  const vendor = vendors.find(({ id }) => id === provider)
  if (mode === 'offline' || !vendor?.isOffline) return
  throw new StudioError({
    code: 'bad-input',
    message: `${provider} draws on this machine and sells nothing. Leave --${mode} away, or name a vendor with --provider; \`npx --no-install claude-studio provider list\` shows them.`,
  })
}

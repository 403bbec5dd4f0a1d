/**
 * What a vendor says no with, when it is for a person to act on. The first group stands in the way of every order of the
 * account, the second of the one order only.
 */
export type VendorTrouble =
  | 'vendor-key-missing'
  | 'vendor-key-refused'
  | 'vendor-no-credit'
  | 'vendor-no-permission'
  | 'vendor-region'
  | 'vendor-day-limit'
  | 'model-retired'
  | 'prompt-too-long'
  | 'image-too-large'
  | 'content-refused'
  | 'request-refused'

const ofAccount: ReadonlySet<VendorTrouble> = new Set<VendorTrouble>([
  'vendor-key-missing',
  'vendor-key-refused',
  'vendor-no-credit',
  'vendor-no-permission',
  'vendor-region',
  'vendor-day-limit',
  'model-retired',
])

const ofOrder: ReadonlySet<string> = new Set<VendorTrouble>([
  'prompt-too-long',
  'image-too-large',
  'content-refused',
  'request-refused',
])

/** Whether a code is a trouble that a vendor has with an account or an order. */
export const isVendorTrouble = (code: string): code is VendorTrouble =>
  ofOrder.has(code) || (ofAccount as ReadonlySet<string>).has(code)

/** Whether a trouble stands in the way of every order of the account, not of one order alone. */
export const isAccountTrouble = (trouble: VendorTrouble): boolean => ofAccount.has(trouble)

/** Every way the studio fails, as a closed list. Messages vary; a code never changes its meaning. */
export type ErrorCode =
  | 'bad-input'
  | 'brief-invalid'
  | 'budget-too-small'
  | 'cap-reached'
  | 'overrun'
  | 'not-found'
  | 'already-exists'
  | 'run-deleted'
  | 'plan-invalid'
  | 'script-invalid'
  | 'continuity-cycle'
  | 'unknown-reference'
  | 'order-conflict'
  | 'order-parked'
  | 'order-late'
  | 'vendor-refused'
  | 'vendor-failed'
  | 'vendor-unavailable'
  | 'download-refused'
  | VendorTrouble
  | 'reply-invalid'
  | 'tool-missing'
  | 'media-failed'
  | 'media-unsafe'
  | 'footage-missing'
  | 'footage-corrupt'
  | 'disk-full'
  | 'not-writable'
  | 'home-too-new'
  | 'database-unavailable'
  | 'run-busy'
  | 'run-paused'
  | 'run-cancelled'
  | 'not-available'
  | 'internal'

/** What a {@link StudioError} is made of. */
export interface StudioErrorParts {
  readonly code: ErrorCode
  /** What was tried, on what, what came back, and what to do. Never holds a secret. */
  readonly message: string
  /** `later`: wait and the same call may succeed. `never`: something must change first. Default `never`. */
  readonly retry?: 'later' | 'never'
  readonly cause?: unknown
}

/** The one error class of the studio. */
export class StudioError extends Error {
  override readonly name = 'StudioError'
  readonly code: ErrorCode
  readonly retry: 'later' | 'never'

  constructor(parts: StudioErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause })
    this.code = parts.code
    this.retry = parts.retry ?? 'never'
  }
}

/** Whether a caught value is a {@link StudioError}; survives two copies of the package. */
export const isStudioError = (value: unknown): value is StudioError =>
  value instanceof Error && value.name === 'StudioError' && 'code' in value

/** For the `default` of a switch that must handle every case. */
export const unreachable = (value: never): never => {
  throw new TypeError(`Unhandled case: ${JSON.stringify(value)}`)
}

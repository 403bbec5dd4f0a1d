import type { Json } from '../../domain/json.ts'
import type { WireReply } from '../wire.ts'

/** Statuses by the vendor's names of what is wrong. @anthropic-ai/sdk 1.14.0, `resources/shared.d.ts`; errors page, read 2026-11-30 */
const statuses = {
  invalid_request_error: 400,
  authentication_error: 401,
  not_found_error: 404,
  overloaded_error: 529,
} as const

/** A request that the door turns away. */
export interface Rejection {
  readonly type: keyof typeof statuses
  readonly message: string
  readonly details?: Json
}

/** A rejection in the vendor's words. */
export const rejected = (
  type: Rejection['type'],
  message: string,
  details?: Json,
): { readonly kind: 'rejected' } & Rejection => ({
  kind: 'rejected',
  type,
  message,
  ...(details === undefined ? {} : { details }),
})

/** The vendor's shape of an error. */
export const errorReply = (
  { type, message, details }: Rejection,
  requestId: string,
): WireReply => ({
  status: statuses[type],
  headers: { 'request-id': requestId },
  body: {
    type: 'error',
    error: { type, message, ...(details === undefined ? {} : { details }) },
    request_id: requestId,
  },
})

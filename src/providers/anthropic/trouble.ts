import type { APIError } from '@anthropic-ai/sdk'
import type { VendorTrouble } from '../../domain/errors.ts'

/**
 * What a person must act on in an answer of 4xx; null where waiting is enough or nobody can tell. Codes are the SDK's
 * (1.14.0, `resources/shared.d.ts`); words are looked at only where the vendor has no code for the cause.
 */
export const troubleOf = (error: APIError): VendorTrouble | null => {
  const said = error.apiMessage ?? error.message
  switch (error.status) {
    case 400:
      return badRequest(error.errorCode, said)
    case 401:
      return 'vendor-key-refused'
    case 402:
      return 'vendor-no-credit'
    case 403:
      return isAboutPlace(said) ? 'vendor-region' : 'vendor-no-permission'
    case 404:
      return /model/i.test(said) ? 'model-retired' : 'request-refused'
    case 413:
      return /image/i.test(said) ? 'image-too-large' : 'prompt-too-long'
    case 429:
      return isSpent(error.errorCode, said) ? 'vendor-no-credit' : null
    default:
      return null
  }
}

const badRequest = (code: string | null, said: string): VendorTrouble => {
  if (code === 'image_dimensions_too_large') return 'image-too-large'
  if (code === 'organization_on_hold') return 'vendor-no-permission'
  // A spend limit of one's own answers 400: platform.claude.com/docs/en/api/errors, read 2026-11-30.
  if (isSpent(code, said)) return 'vendor-no-credit'
  if (/prompt is too long|context (window|limit)|too many (input )?tokens/i.test(said)) {
    return 'prompt-too-long'
  }
  return /image/i.test(said) && /exceed|too large|dimension/i.test(said)
    ? 'image-too-large'
    : 'request-refused'
}

const spentCodes = [
  'enforced_spend_limit_reached',
  'contract_spend_limit_reached',
  'linked_organization_spend_limit_reached',
]

const isSpent = (code: string | null, said: string): boolean =>
  spentCodes.includes(code ?? '') || /spend limit|usage limit|credit balance/i.test(said)

/** "Request not allowed" is what callers from places that are not served are told: anthropics/claude-code#1613, read 2026-11-30 */
const isAboutPlace = (said: string): boolean =>
  /region|country|territory|location|request not allowed/i.test(said)

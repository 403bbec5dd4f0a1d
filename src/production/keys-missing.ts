import { StudioError } from '../domain/errors.ts'

/**
 * The error for whose key is set nowhere, with all that has to be set at once.
 *
 * @param missing why each vendor cannot be asked, as its own error says it
 */
export const keysMissing = (missing: readonly string[]): StudioError => {
  const end = ' Nothing was bought.'
  const parts = missing.map((message) => message.replaceAll(end, ''))
  return new StudioError({ code: 'vendor-key-missing', message: `${parts.join(' ')}${end}` })
}

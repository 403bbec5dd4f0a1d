import { createHash } from 'node:crypto'
import type { Json } from '../domain/json.ts'

/** SHA-256 of bytes or of a text's UTF-8 bytes, lower-case hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** JSON with the keys of every object in order, so that equal values have equal text. `undefined` fields are left out. */
export const canonicalJson = (value: Json | undefined): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  return `{${fields.join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** A whole number 0…2^31-1 drawn from texts and numbers; the same parts give the same number. */
export const seedFrom = (...parts: readonly (string | number)[]): number =>
  Number.parseInt(sha256(parts.join('\u0000')).slice(0, 8), 16) % 2_147_483_648

import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/**
 * A plain JSON value as a `jsonb` parameter. What PostgreSQL cannot keep in text, NUL and halves of surrogate pairs,
 * becomes U+FFFD, in keys too: a model's reply may hold anything.
 */
export const jsonb = <Value>(value: Value): RawBuilder<Value> =>
  sql<Value>`${JSON.stringify(value).replace(unstorable, keepOrReplace)}::jsonb`

/** A text as PostgreSQL can keep it: NUL and halves of surrogate pairs become U+FFFD. */
export const storableText = (text: string): string =>
  text.toWellFormed().replaceAll('\u0000', '\ufffd')

// JSON.stringify escapes surrogates only where they stand alone (ECMA-262, QuoteJSONString). An escaped backslash
// is matched first, so that the text "\\u0000" in a value is left alone.
const unstorable = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g

const keepOrReplace = (found: string): string => (found === '\\\\' ? found : '\\ufffd')

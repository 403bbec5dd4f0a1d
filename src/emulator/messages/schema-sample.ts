import type { Json } from '../../domain/json.ts'

type Schema = { readonly [key: string]: Json | undefined }

/**
 * The plainest value that a reply schema allows: first choices, shortest lists, words as long as they must be. Bounds that the
 * vendor's SDK moved into the descriptions (`{minLength: 3}`) are kept too.
 */
export const sampleOf = (schema: Json): Json => sampleIn(asSchema(schema), asSchema(schema))

const sampleIn = (schema: Schema, root: Schema): Json => {
  const ref = schema['$ref']
  if (typeof ref === 'string') return sampleIn(definition(ref, root), root)
  if (schema['const'] !== undefined) return schema['const']
  const choices = schema['enum'] ?? schema['anyOf'] ?? schema['allOf']
  if (Array.isArray(choices) && choices.length > 0) {
    const [first = null] = choices as readonly Json[]
    return schema['enum'] === undefined ? sampleIn(asSchema(first), root) : first
  }
  return sampleOfType(schema, root)
}

const sampleOfType = (schema: Schema, root: Schema): Json => {
  const bound = boundsOf(schema)
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries(asSchema(schema['properties'])).map(([name, part]) => [
          name,
          sampleIn(asSchema(part), root),
        ]),
      )
    case 'array': {
      const length = Math.max(Number(schema['minItems'] ?? 0), bound.get('minItems') ?? 0)
      return Array.from({ length }, () => sampleIn(asSchema(schema['items']), root))
    }
    case 'string':
      return words(bound.get('minLength') ?? 1, bound.get('maxLength') ?? Number.POSITIVE_INFINITY)
    case 'integer':
    case 'number':
      return numberWithin(bound)
    case 'boolean':
      return false
    default:
      return null
  }
}

const sentence = 'The emulator answers in plain words. '

const words = (least: number, most: number): string =>
  sentence
    .repeat(Math.ceil(Math.max(least, 1) / sentence.length))
    .trimEnd()
    .padEnd(least, '.')
    .slice(0, Math.min(Math.max(least, sentence.length - 1), most))

const numberWithin = (bound: ReadonlyMap<string, number>): number => {
  const above = bound.get('exclusiveMinimum')
  const least = bound.get('minimum') ?? (above === undefined ? undefined : above + 1)
  // The bounds of all whole numbers say nothing.
  if (least !== undefined && least > Number.MIN_SAFE_INTEGER) return least
  return Math.min(0, bound.get('maximum') ?? 0)
}

/** Bounds by name, from the schema itself and from the end of its description. */
const boundsOf = (schema: Schema): ReadonlyMap<string, number> => {
  const told = String(schema['description'] ?? '').matchAll(/\b([a-zA-Z]+): (-?\d+(?:\.\d+)?)/g)
  const own = Object.entries(schema).flatMap(([key, value]) =>
    typeof value === 'number' ? [[key, value] as const] : [],
  )
  return new Map([...[...told].map(([, key = '', value]) => [key, Number(value)] as const), ...own])
}

const definition = (ref: string, root: Schema): Schema =>
  ref === '#' ? root : asSchema(asSchema(root['$defs'])[ref.replace('#/$defs/', '')])

const asSchema = (value: Json | undefined): Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {}

/** What the vendor's grammar takes: what its SDK's transform leaves (@anthropic-ai/sdk 1.14.0, `lib/transform-json-schema.js`). */
const allowed: ReadonlySet<string> = new Set([
  ...['$defs', '$ref', 'anyOf', 'allOf', 'enum', 'const', 'type', 'title', 'description'],
  ...['properties', 'required', 'additionalProperties', 'items', 'minItems', 'format', 'default'],
])

/**
 * What is wrong with a reply schema, in the vendor's manner; null when it is taken.
 *
 * @param path where in the request it stands, for the message
 */
export const formatProblem = (schema: unknown, path: string): string | null => {
  if (!isObject(schema)) return `${path}: a schema must be an object`
  const extra = Object.keys(schema).find((key) => !allowed.has(key))
  const { type } = schema
  if (extra) return `${path}: For '${String(type)}' type, property '${extra}' is not supported`
  if (type === 'object' && schema['additionalProperties'] !== false) {
    return `${path}: For 'object' type, 'additionalProperties' must be explicitly set to false`
  }
  if (Number(schema['minItems'] ?? 0) > 1) {
    return `${path}: For 'array' type, 'minItems' values other than 0 or 1 are not supported`
  }
  for (const [name, part] of partsOf(schema)) {
    const problem = formatProblem(part, `${path}.${name}`)
    if (problem) return problem
  }
  return null
}

const partsOf = (schema: { readonly [key: string]: unknown }): readonly [string, unknown][] => [
  ...Object.entries(isObject(schema['properties']) ? schema['properties'] : {}),
  ...Object.entries(isObject(schema['$defs']) ? schema['$defs'] : {}),
  ...['anyOf', 'allOf'].flatMap((key) => {
    const list = schema[key]
    return Array.isArray(list)
      ? list.map((part: unknown, index): [string, unknown] => [`${key}.${index}`, part])
      : []
  }),
  ...(schema['items'] === undefined ? [] : [['items', schema['items']] as [string, unknown]]),
]

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

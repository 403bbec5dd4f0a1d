import {
  actionOfHaving,
  actionVerbs,
  irregularPasts,
  undrawnVerbs,
  untoldVerbs,
} from './drawn-verbs.ts'

/** A verb form found in a text. */
export interface VerbForm {
  /** `discover` */
  readonly base: string
  /** The action it is shown by, `looks`; empty when it has no picture. */
  readonly action: string
  readonly shape: 'base' | 'third' | 'gerund' | 'past'
}

/** The actions that can be drawn. */
export const drawnActions: ReadonlySet<string> = new Set(Object.keys(actionVerbs))

const endsShort = /^[^aeiou]*[aeiou][bdgklmnprt]$/

/** "hopping" is said of "hop"; "hoping" is not. */
const doubles = (base: string): boolean =>
  endsShort.test(base) || base === 'begin' || base === 'forget'

/** The third person singular: `carry` → `carries`. */
export const thirdPerson = (base: string): string => {
  if (base === 'have') return 'has'
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`
}

const gerunds = (base: string): readonly string[] => {
  if (/[^eo]e$/.test(base)) return [`${base.slice(0, -1)}ing`]
  return [doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`]
}

const pasts = (base: string): readonly string[] => {
  if (base.endsWith('e')) return [`${base}d`]
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`]
  return [doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`]
}

const formTable = (): ReadonlyMap<string, VerbForm> => {
  const table = new Map<string, VerbForm>()
  const add = (base: string, action: string): void => {
    for (const form of pasts(base)) table.set(form, { base, action, shape: 'past' })
    for (const form of gerunds(base)) table.set(form, { base, action, shape: 'gerund' })
    table.set(thirdPerson(base), { base, action, shape: 'third' })
    table.set(base, { base, action, shape: 'base' })
  }
  for (const base of untoldVerbs.split(' ')) add(base, '')
  for (const base of undrawnVerbs.split(' ')) add(base, thirdPerson(base))
  for (const [action, verbs] of Object.entries(actionVerbs)) {
    for (const base of verbs.split(' ')) add(base, action)
  }
  for (const [form, base] of Object.entries(irregularPasts)) {
    const known = table.get(base)
    if (known && !table.has(form)) table.set(form, { ...known, shape: 'past' })
  }
  return table
}

const forms = formTable()

/** What a word is as a verb; undefined when it is none we know. */
export const verbForm = (word: string): VerbForm | undefined => forms.get(word.toLowerCase())

/** Words that are a verb with the right words after them only: "has a picnic", "storms out". */
export const verbInUse = (word: string, after: string): VerbForm | undefined => {
  if (/^storms$/i.test(word) && /^\s+(?:out|off|away)\b/i.test(after))
    return { base: 'storm', action: 'leaves', shape: 'third' }
  // Who is asleep lies asleep.
  if (/^(?:is|are)$/i.test(word) && /^\s+(?:fast\s+)?asleep\b/i.test(after))
    return { base: 'lie', action: 'sleeps', shape: /^is$/i.test(word) ? 'third' : 'base' }
  return having(word, after)
}

const having = (word: string, after: string): VerbForm | undefined => {
  const shapes = { has: 'third', have: 'base', having: 'gerund' } as const
  const shape = Object.entries(shapes).find(([form]) => form === word.toLowerCase())?.[1]
  // "has made breakfast" is said of making it.
  const isDone = verbForm(/^\s+(\p{L}+)/u.exec(after)?.[1] ?? '')?.shape === 'past'
  if (shape === undefined || isDone) return undefined
  const action = actionOfHaving(after)
  return action ? { base: 'have', action, shape } : undefined
}

/** The verb as said of several: `walks` → `walk`, `is` → `are`. Knows the forms of this crew's own lines. */
export const pluralForm = (third: string): string => {
  const special: Readonly<Record<string, string>> = { is: 'are', has: 'have', does: 'do' }
  return special[third] ?? forms.get(third)?.base ?? third.replace(/(?<=ch|sh|ss|x)es$|s$/, '')
}

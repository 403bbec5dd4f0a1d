import { isInanimate } from '../words/acting-things.ts'
import { pluralForm } from '../words/verbs.ts'
import type { CastEntry } from './read-cast.ts'

/** How somebody is called within a sentence: `Maya`, `the old fisherman`. */
export const callOf = (entry: CastEntry): string => {
  if (entry.name !== null) return entry.name
  if (isInanimate(entry)) return `the ${[...entry.traits, entry.noun].join(' ')}`
  const age = entry.traits.filter((trait) =>
    /^(?:old|young|little|small|elderly|stray|lost|lonely)$/.test(trait),
  )
  return `the ${[...age.slice(0, 1), entry.noun].join(' ')}`
}

/** Several names as one subject: `Tom, Anna and the dog`; those who are called the same are told together: `the children`. */
export const joinNames = (names: readonly string[]): string => {
  const each = [...new Set(names)].map((name) =>
    // A name that several bear is another language's plural already: "amis".
    name.startsWith('the ') && names.filter((other) => other === name).length > 1
      ? pluralNoun(name)
      : name,
  )
  return each.length < 2 ? (each[0] ?? '') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`
}

const families: readonly (readonly [name: string, nouns: RegExp])[] = [
  ['the family', /^mother,father,daughter(?:,son)?$/],
  ['the couple', /^woman,man$/],
  ['the band', /^musician(?:,musician)+$/],
]

/** What people who were named with one word are called together, `the family`; null for others. */
export const groupName = (members: readonly CastEntry[]): string | null => {
  const [first] = members
  const isOne = members.every(({ start, name }) => start === first?.start && name === null)
  const nouns = members.map(({ noun }) => noun).join()
  const group = isOne ? families.find(([, pattern]) => pattern.test(nouns))?.[0] : undefined
  if (group === undefined) return null
  const age = first?.traits.find((trait) => /^(?:old|elderly|young)$/.test(trait))
  return age === undefined ? group : group.replace(/^the/, `the ${age}`)
}

const irregularPlurals: readonly (readonly [RegExp, string])[] = [
  [/child$/, 'children'],
  [/man$/, 'men'],
  [/person$/, 'people'],
  [/thief$/, 'thieves'],
  [/(?:sheep|deer|fish)$/, '$&'],
  [/wolf$/, 'wolves'],
  [/(?<=[^aeiou])y$/, 'ies'],
  [/(?:ch|sh|s|x)$/, '$&es'],
]

const pluralNoun = (noun: string): string => {
  const rule = irregularPlurals.find(([pattern]) => pattern.test(noun))
  return rule ? noun.replace(rule[0], rule[1]) : `${noun}s`
}

const atPlaces: Readonly<Record<string, string>> = {
  space: 'in space',
  'canal city': 'in a city of canals',
  'town square': 'on a town square',
  'old town': 'in an old town',
  underwater: 'under water',
  mountains: 'in the mountains',
  ocean: 'at sea',
  'mountain lake': 'by a mountain lake',
  'rocky coast': 'on a rocky coast',
  river: 'by a river',
  waterfall: 'by a waterfall',
  beach: 'on a beach',
  road: 'on a road',
  bridge: 'on a bridge',
  rooftop: 'on a rooftop',
  'house front': 'at the front door',
  train: 'on a train',
  stage: 'on a stage',
  farm: 'on a farm',
  'snow field': 'in the snow',
  'city skyline': 'above a city',
  'shop interior': 'in a shop',
  market: 'at a market',
  office: 'in an office',
  castle: 'at a castle',
  mars: 'on Mars',
  'moon surface': 'on the moon',
  'spaceship cabin': 'in a spaceship',
  jungle: 'in the jungle',
  'football pitch': 'on a football pitch',
  playground: 'on a playground',
  'swimming pool': 'by a swimming pool',
  'rice terraces': 'among rice terraces',
  volcano: 'below a volcano',
  iceberg: 'among icebergs',
  'ship deck': 'on the deck of a ship',
  airplane: 'on an airplane',
  airport: 'at an airport',
}

/** Where something plays, as a phrase: `in a kitchen`, `in the mountains`. */
export const atPlace = (place: string): string => atPlaces[place] ?? `in a ${place}`

/** A cast, those who are called the same together. */
export const companies = (cast: readonly CastEntry[]): readonly (readonly CastEntry[])[] =>
  [...new Set(cast.map(callOf))].map((name) => cast.filter((entry) => callOf(entry) === name))

/** A text that begins with a capital letter. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** Words as a title: `why bees matter` → `Why Bees Matter`. Small words stay small; scripts without case stay as they are. */
export const titleCase = (text: string): string =>
  text
    .split(/\s+/)
    .map((word, index, words) =>
      index > 0 &&
      !/[.!?]$/.test(words[index - 1] ?? '') &&
      /^(?:a|an|the|and|or|of|in|on|at|to|for|with|by|from|as|but|nor)$/i.test(word)
        ? word.toLowerCase()
        : capital(word),
    )
    .join(' ')

const looseEnd =
  /(?:[\s,;:–—-]+(?:an?|the|and|or|but|nor|of|in|into|onto|on|at|to|for|with|without|by|from|as|over|under|through|while|that|which|who|his|her|their|its|your|our|my))+\s*$/i

/** Words without the preposition, article or conjunction that a cut has left at their end. */
export const withoutLooseEnd = (text: string): string => text.replace(looseEnd, '')

/** A line with the names of its cast filled in, see `people-lines.ts`. */
export const fillNames = (line: string, cast: readonly CastEntry[]): string => {
  const [only] = cast
  const group = groupName(cast)
  const isPlural = cast.length > 1 && group === null
  const name = group ?? joinNames(cast.map(callOf))
  const [poss, obj] = cast.length > 1 || !only ? ['their', 'them'] : pronouns(only)
  return line
    .replaceAll('{N}', capital(name))
    .replaceAll('{n}', name)
    .replaceAll('{poss}', poss)
    .replaceAll('{obj}', obj)
    .replace(/\[([a-z]+)\]/g, (_, verb: string) => (isPlural ? pluralForm(verb) : verb))
}

const pronouns = (entry: CastEntry): readonly [string, string] => {
  if (entry.gender === 'female') return ['her', 'her']
  if (entry.gender === 'male') return ['his', 'him']
  return entry.kind === 'person' ? ['their', 'them'] : ['its', 'it']
}

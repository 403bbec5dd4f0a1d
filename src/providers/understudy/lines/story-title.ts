import { callOf, capital, companies, groupName, joinNames, titleCase } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { objectOf } from '../reading/meant.ts'
import type { Reading } from '../reading/read-concept.ts'
import { isInanimate } from '../words/acting-things.ts'
import { groupNouns, personNouns } from '../words/people.ts'
import { animals, places, times, weathers } from '../words/vocabulary.ts'
import { titleOfAction } from './scene-titles.ts'

/**
 * A title for a story: the names in it, else those who are somebody in particular, else the thing it turns on, where it
 * plays, or what is done.
 */
export const storyTitle = (reading: Reading): string => {
  const leads = leadsOf(reading)
  const names = leads.filter(isNamed)
  const own = names.length > 0 ? names : leads
  const particular = [...own.slice(0, 2), ...leads.filter((member) => !own.includes(member))]
    .filter((member) => isNamed(member) || isParticular(member))
    .filter((member, index) => index < own.slice(0, 2).length || !isHuman(member))
  const [first] = leads
  const isOfOthers = first && particular.length > 0 && !particular.includes(first)
  const titled = isOfOthers && !particular.some(isNamed) ? [first, ...particular] : particular
  const pair = pairOf(reading, leads)
  if (names.length === 0 && pair !== '') return titleCase(capital(pair))
  const found = [...new Set(titled.map(callOf))].slice(0, 2)
  if (found.length > 0) return titleCase(capital(joinNames(membersCalled(reading, found))))
  return (
    thingOf(reading) || placeOf(reading) || deedOf(reading) || titleCase(capital(allOf(reading)))
  )
}

/** "The girl and the dog": two who are in it together, one of them an animal; empty for others. */
const pairOf = ({ cast }: Reading, leads: readonly CastEntry[]): string => {
  const both = companies(leads.length > 1 ? leads : cast.filter((member) => !isInanimate(member)))
  const isPair = both.length === 2 && both.some((members) => !members.every(isHuman))
  return isPair ? joinNames(both.flat().map(callOf)) : ''
}

/** Everybody who is called so, so that two who are called "the fox" are "the foxes". */
const membersCalled = ({ cast }: Reading, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => cast.map(callOf).filter((other) => other === name))

/** Men and beasts who do something, else all of them. */
const leadsOf = ({ cast, clauses }: Reading): readonly CastEntry[] => {
  const living = cast.filter((member) => !isInanimate(member))
  const doing = living.filter(({ id }) => clauses.some(({ castIds }) => castIds.includes(id)))
  return doing.length > 0 ? doing : living
}

const isNamed = ({ name }: CastEntry): boolean => name !== null

const isHuman = ({ kind }: CastEntry): boolean => kind === 'person'

/** Any woman is nobody in particular; a surfer is, and so is a lost puppy. */
const isParticular = ({ noun }: CastEntry): boolean =>
  !/(?:^|\s)(?:(?:wo)?man|girl|boy|person|lady|gentleman|guy|child|kid|baby|teenager|teen|toddler|friend|stranger|mother|father|mum|mom|dad|daughter|son|sister|brother|parent|wife|husband|couple|neighbou?r|colleague|partner|guest|customer|owner)$/.test(
    noun,
  )

const vague =
  /\b(?:way|moment|time|minute|hour|day|night|look|breath|head|hands?|eyes?|face|arms?|feet|step|steps|side|other|one|life|home|thing|things|door|rest|back|end|floor|ground|wall|table|room|bed|window)$/i

/** What the story is about besides those who are in it: named most often, or last. */
const thingOf = ({ clauses, cast, text }: Reading): string => {
  const acting = cast.filter((member) => isInanimate(member) && member.name === null)
  const things = [
    ...clauses.flatMap(({ rest }) =>
      [objectOf(rest), lastNoun.exec(rest)?.[1] ?? ''].map((noun) => noun.replace(/\s+full$/, '')),
    ),
    ...acting.map((member) => callOf(member).replace(/^the /, '')),
  ]
    .map((noun) => noun.toLowerCase().replace(/^(?:an?|the|his|her|their|its|some)\s+/, ''))
    .filter((noun) => noun !== '' && !vague.test(noun) && !isSomewhere(noun))
  const count = (noun: string): number =>
    text.toLowerCase().split(noun.split(' ').at(-1) ?? noun).length
  // What a longer story begins with is what it is about; a short one turns on what comes last.
  const inOrder = clauses.length > 2 ? things : things.toReversed()
  const [best] = inOrder.toSorted((a, b) => count(b) - count(a))
  return best === undefined ? '' : titleCase(`The ${best}`)
}

const lastNoun = /(?<!\p{L})(?:an?|the|his|her|their|its)\s+((?:[\p{L}-]+\s+)?[\p{L}-]+)$/iu

const isSomewhere = (noun: string): boolean =>
  [places, times, weathers, personNouns, groupNouns, animals].some(
    (list) => list.find(noun).length > 0,
  )

const placeOf = ({ places: named, weathers: skies, text }: Reading): string => {
  const [sky] = skies
  if (sky && new RegExp(`\\bin the (?:\\p{L}+ )?${sky.text}`, 'iu').test(text))
    return titleCase(`In the ${sky.text.toLowerCase()}`)
  const [place] = named
  if (!place) return ''
  const [, where = '', adjectives = ''] =
    /(?:\b(in|on|at|through|by|across|over|near|under|along)\s+)?(?<!\p{L})(?:an?|the|his|her|their)\s+((?:(?!(?:an?|the|his|her|their)\s)[\p{L}-]+\s+){0,2})$/iu.exec(
      text.slice(Math.max(0, place.start - 40), place.start),
    ) ?? []
  return titleCase(capital(`${where} the ${adjectives}${place.text.toLowerCase()}`.trim()))
}

const deedOf = ({ clauses }: Reading): string => {
  const title = titleOfAction(clauses.find(({ action }) => action !== '')?.action ?? '')
  return title === titleOfAction('') || title === titleOfAction('stands') ? '' : title
}

const allOf = ({ cast }: Reading): string =>
  groupName(cast.filter(isHuman)) ?? joinNames(cast.slice(0, 1).map(callOf))

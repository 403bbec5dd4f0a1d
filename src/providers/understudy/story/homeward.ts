import type { Clause } from '../reading/clause.ts'
import type { Reading } from '../reading/read-concept.ts'
import { places } from '../words/vocabulary.ts'

/** Places at which somebody is seen to be at home. */
export const homes: readonly string[] = [
  'house front',
  'living room',
  'kitchen',
  'bedroom',
  'village',
  'farm',
]

/** "home" as where somebody goes to, and no house, journey or cooking. */
const homeTo =
  /(?<!\b(?:an?|the|my|his|her|its|our|their|at|for|of|from|to|new|old|nursing|care)\s)\bhome\b(?=$|[.,;]|\s+(?:in|at|on|after|before|to|from|with|without|through|along|across|by|and|late|early|alone|together|again|safely|past|for|as|while|when)\b)/iu

/** Home is far where it is only thought of. */
const thinkingOfHome = /^(?:miss|call|phone|write|dream|think|long|head)(?:e?s)?$/

/** Whether somebody goes, comes or brings something home, or stays there. */
export const isHomeward = ({ verb, rest, force }: Clause): boolean =>
  force === '' && !thinkingOfHome.test(verb) && homeTo.test(rest)

/** The step of the same sentence with which somebody has come home before another; undefined for none. */
export const cameHome = ({ text, clauses }: Reading, clause: Clause): Clause | undefined =>
  clauses.findLast(
    (before) =>
      before.start < clause.start &&
      isHomeward(before) &&
      !/[.!?\n;]/.test(text.slice(before.end, clause.start)),
  )

/** Whether they are seen there, as they come or leave: who walks or rides home is on the way. */
export const isHomecoming = (clause: Clause): boolean =>
  isHomeward(clause) &&
  places.find(withoutOrigin(clause.rest)).length === 0 &&
  !onTheWay.test(clause.verb)

const onTheWay =
  /^(?:walk|run|explore|crosse|approache|ride|drive|cycle|hurrie|rushe|sail|flie|lead|follow|carrie)s$/

/** Who comes home from school is not at school: a text with blanks for where they come from. */
export const withoutOrigin = (text: string): string =>
  text.replace(/(?<=\bhome)\s+from\s+(?:(?:an?|the|his|her|their)\s+)?[\p{L}-]+/giu, (origin) =>
    ' '.repeat(origin.length),
  )

/** Where whoever comes home is seen to come to: the home a story names, else the door of a house. */
export const homeOf = ({ places: named }: Reading): string =>
  named.find(({ word }) => homes.includes(word) && !/^(?:bedroom|kitchen)$/.test(word))?.word ??
  'house front'

import { callOf, companies, joinNames } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { garmentsOf } from '../cast/worn.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Item } from './contract-item.ts'
import { item } from './contract-item.ts'
import { colouredAs, companyShownAs, shownAs } from './shown-as.ts'
import { toolOfRole } from './tools-of-roles.ts'

/** Who is to be seen, what they wear, how old and of which colour they are, and who is with whom. */
export const castItems = (reading: Reading): readonly Item[] => [
  ...companies(reading.cast).map((members) => companyItem(reading, members)),
  ...reading.cast
    .filter(({ wears }) => wears !== '')
    .slice(0, 4)
    .map((entry) =>
      item(
        'relation',
        `${callOf(entry)} wears ${entry.wears}`,
        [shownAs(reading, entry), ...garmentsOf(entry.wears)],
        5,
      ),
    ),
  ...reading.cast
    .map((entry) => ({ entry, coloured: colouredAs(entry) }))
    .flatMap(({ entry, coloured }) =>
      coloured === null
        ? []
        : [
            item(
              'attribute',
              `${entry.name ?? `the ${entry.what}`} is ${coloured.split(' ')[0]}`,
              [coloured],
              4,
            ),
          ],
    )
    .slice(0, 3),
  ...oldItems(reading),
  ...togetherItems(reading),
]

/** All who are called the same; whoever is known by what they work with is seen with it. */
const companyItem = (reading: Reading, members: readonly CastEntry[]): Item => {
  const [first] = members
  const name = joinNames(members.map(callOf))
  const isMany = members.length > 1
  const tool = first ? toolOfRole(reading, first) : null
  const who = isMany ? name.replace(/^the/, countWords[members.length] ?? 'the') : name
  const verb = isMany || /[^s]s$/.test(first?.name === null ? name : '') ? 'are' : 'is'
  return item(
    isMany || tool ? 'relation' : 'entity',
    `${who} ${verb} seen${tool ? ` with ${tool.said}` : ''}`,
    [
      ...companyShownAs(reading, members),
      ...(reading.isEnglish ? [] : [first?.noun ?? '']),
      ...(tool ? [tool.shown] : []),
    ],
    9,
  )
}

/** "The old man wins": somebody whom the client calls old is to look it. */
const oldItems = (reading: Reading): readonly Item[] =>
  reading.cast
    .filter(({ id, kind }) => kind === 'person' && isCalledOld(reading, id))
    .slice(0, 2)
    .map((entry) => item('attribute', `${callOf(entry)} looks old`, [`old ${entry.what}`], 4))

const isCalledOld = ({ text, castMentions }: Reading, id: string): boolean =>
  castMentions.some(
    ({ ids, start }) =>
      ids.includes(id) && ids.length === 1 && /\b(?:old|elderly)\s+$/i.test(text.slice(0, start)),
  )

const countWords: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' }

const togetherItems = (reading: Reading): readonly Item[] => {
  const [first, second] = companies(reading.cast)
  if (!(first && second && areBroughtTogether(reading, [first, second]))) return []
  const names = [first, second].map((members) => joinNames(members.map(callOf)))
  const words = [first, second].flatMap(([member]) => (member ? [shownAs(reading, member)] : []))
  return [item('relation', `${names.join(' and ')} are seen together`, words, 4)]
}

/** Two who have a part in the same deed, or of whom no deed is told. */
const areBroughtTogether = (
  { clauses, castMentions }: Reading,
  sides: readonly (readonly { readonly id: string }[])[],
): boolean =>
  clauses.every(({ castIds }) => castIds.length === 0) ||
  clauses.some(({ castIds, start, end }) => {
    const met = castMentions
      .filter((mention) => mention.start >= start && mention.end <= end)
      .flatMap(({ ids }) => ids)
    return sides.every((side) => side.some(({ id }) => [...castIds, ...met].includes(id)))
  })

import type { CastMention } from '../cast/read-cast.ts'
import { isMany } from '../words/acting-things.ts'
import type { VerbForm } from '../words/verbs.ts'
import { verbForm, verbInUse } from '../words/verbs.ts'

/** Where what follows a verb ends: at a mark, or where somebody or something else begins to act. */
export const border: RegExp =
  /[,;:.!?\n—–()"“”]|\s+and\s+(?=(?:(?:at|by|before|after)\s+(?:dawn|sunrise|noon|sunset|dusk|night|midnight)|in\s+(?:the\s+)?(?:morning|afternoon|evening|end|spring|summer|autumn|winter)|one\s+(?:day|morning|evening|night))\s)|\s+(?:while|as|because|when|where|who|that|which|then|but|so)\s|\s+(?:before|until|after)\s+(?:he|she|they|it|\p{L}+ing)\s|\s+until\s+(?=(?:an?|the|one|his|her|their)\s+(?:[\p{L}-]+\s+){1,2}\p{L}+s(?!\p{L}))|\s+(?=(?:he|she|they)\s+\p{L})|\s+and\s+(?:then|she|he|they|it|finally|slowly)\s/iu

/** "loves roses, baking and her cat": the whole list of what is loved; undefined for other verbs and for no list. */
export const lovedIn = ({ base }: VerbForm, after: string): string | undefined => {
  if (!/^(?:love|like|enjoy|adore|hate)$/.test(base)) return undefined
  const list = /^\s+([^.!?;:\n,]+(?:,[^.!?;:\n,]+)*,?\s+and\s+[^.!?;:\n,]+)(?=[.!?;:\n]|$)/u.exec(
    after,
  )?.[1]
  const words = list?.split(/[\s,]+/) ?? []
  const isList = list?.includes(',') && words.length <= 2 * mostWords
  return isList && !words.some((word) => verbForm(word)?.shape === 'third')
    ? list?.trim()
    : undefined
}

/** "misses her brother who has moved away": what follows is said of somebody who is not in the film. */
/** "who lost his balloon searches the city": a clause within another ends where the verb of the other begins. */
export const untilNextVerb = (after: string): string => {
  const next = [...after.matchAll(/(?<=\p{L}\s+)\p{L}+/gu)].find(
    ({ index, 0: word }) =>
      (verbForm(word)?.shape === 'third' || /^(?:is|are|was|were)$/.test(word)) &&
      !/\b(?:the|his|her|their|its|and|or|to|of|in|with|two|three|some)\s+$/i.test(
        after.slice(0, index),
      ) &&
      !isThingThere(word, after, index),
  )
  return next ? after.slice(0, next.index) : after
}

/** "under the northern lights": a word that is a thing as often, with its article and nothing it is done to. */
const isThingThere = (word: string, after: string, at: number): boolean =>
  /^(?:lights|waves|flies|plays|stars|dances|walks|rocks)$/i.test(word) &&
  /\b(?:the|an?|his|her|their|its)\s+(?:[\p{L}-]+\s+){1,2}$/iu.test(after.slice(0, at)) &&
  !/^\s+(?:an?|the|his|her|their|its|up)\b/i.test(after.slice(at + word.length))

const mostWords = 14

/** What comes in the text after a verb. */
interface Ahead {
  readonly mentions: readonly CastMention[]
  /** Where the text after the verb starts. */
  readonly offset: number
}

/** The words that belong to a verb: up to where somebody or something else begins to act, fourteen at most. */
export const restOf = (after: string, isPlural: boolean, ahead: Ahead): string => {
  const whole = untilBorder(after).trimEnd()
  const joint = [...whole.matchAll(/\s+and\s+/gu)].find(({ index, 0: and }) =>
    beginsAnew(whole.slice(index + and.length), isPlural, {
      ...ahead,
      offset: ahead.offset + index + and.length,
    }),
  )
  const kept = joint ? whole.slice(0, joint.index) : whole
  const words = kept
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length <= mostWords) return words.join(' ')
  const cut = words.slice(0, mostWords).join(' ')
  // A phrase that is cut off must not end on a word that promises another.
  return cut.replace(
    /(?:\s+(?:an?|the|his|her|their|of|in|on|at|to|with|for|by|from|and|or|its|very))+$/i,
    '',
  )
}

/** "floats down a gutter, past shoes and into the sea": the way goes on behind a comma. */
const onward =
  /^,\s+(?=(?:past|through|over|across|along|around|between|beyond|down|up|into|towards?)\s+(?!(?:he|she|it|they)\s))/iu

const untilBorder = (after: string): string => {
  const end = after.search(border)
  if (end < 0) return after
  const comma = onward.exec(after.slice(end))?.[0]
  if (comma === undefined) return after.slice(0, end)
  const more = untilBorder(after.slice(end + comma.length))
  const isDone = (more.match(/\p{L}+/gu) ?? []).some((word) => verbForm(word)?.shape === 'third')
  return isDone ? after.slice(0, end) : `${after.slice(0, end)}${comma}${more}`
}

/** "and a woman at the counter cries": where somebody is stands between them and what they do. */
const whereTheyAre =
  /^\s+(?:in|at|on|by|near|behind|under|with)\s+(?:an?|the|his|her|their)\s+(?:[\p{L}-]+\s+)?[\p{L}-]+(?=\s+\p{L}+s(?!\p{L}))/iu

/** What follows an "and" is another verb, or somebody or something else with a verb of their own. */
const beginsAnew = (text: string, isPlural: boolean, { mentions, offset }: Ahead): boolean => {
  const [said = '', first = ''] = /^(?:\p{L}+ly\s+)?(\p{L}+)/u.exec(text) ?? []
  const shape = (verbForm(first) ?? verbInUse(first, text.slice(said.length)))?.shape
  if (shape !== undefined && (isPlural || shape !== 'base')) return true
  if (/^\p{Ll}{3,}[^s\s]s\s+(?:an?|the|him|her|his|their|it|them)\s/u.test(text)) return true
  const named = mentions.find(({ start }) => start >= offset && start < offset + 30)
  const behind = named ? text.slice(named.end - offset).replace(whereTheyAre, '') : ''
  const next = /^\s+(?:\p{L}+ly\s+)?(\p{L}+)/u.exec(behind)?.[1]
  const isSaidOfNamed =
    named !== undefined &&
    /^(?:(?:an?|the|his|her|their|its|two|three|four|five)\s+)?(?:[\p{L}-]+\s+){0,3}$/iu.test(
      text.slice(0, named.start - offset),
    ) &&
    next !== undefined &&
    [
      'third',
      'past',
      ...(named.ids.length > 1 ||
      isMany(text.slice(named.start - offset, named.end - offset)) ||
      /(?:children|people|men)$/i.test(text.slice(0, named.end - offset))
        ? ['base']
        : []),
    ].includes(verbForm(next)?.shape ?? '')
  const thing =
    /^(?:the|an?|his|her|their|its)\s+(?:[\p{L}-]+\s+){1,3}?(\p{L}+s)\b/iu.exec(text)?.[1] ??
    // "and time begins to run backwards"
    /^(?:time|everything|everyone|everybody|nobody|something|someone|life|silence|music)\s+(\p{L}+s)\b/iu.exec(
      text,
    )?.[1]
  return isSaidOfNamed || (thing !== undefined && verbForm(thing)?.shape === 'third')
}

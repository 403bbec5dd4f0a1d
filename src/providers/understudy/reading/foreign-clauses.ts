/** A part of a sentence that can be said by itself, as the client wrote it. */
export interface ForeignClause {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Where sentences and their parts end, in any script. */
const mark = /[.!?;:\n。！？؟।；：،、，,—–]+["”»]?/gu

/** Words that begin another deed: those that only join it, which are dropped, and those that say how, which stay. */
const joiners =
  /\s+(?:(?<dropped>y|e|und|et|ed|luego|y luego|und dann|et puis|e poi|e depois)|(?<kept>mientras|während|pendant que|tandis que|alors que|mentre|enquanto|cuando|quando|lorsque|quand|bis|hasta que|dann|puis|poi|después|depois|pero|aber|mais|mas|ma))\s+/giu

/**
 * A text in a language nobody here can read, in parts that are whole: broken at its marks and at words such as "mientras"
 * and "und", where something is done on both sides of them.
 *
 * @param deeds where the text names something that is done
 */
export const foreignParts = (
  text: string,
  deeds: readonly { readonly start: number }[],
): readonly ForeignClause[] => {
  const isDeed = ({ start, end }: Pick<ForeignClause, 'start' | 'end'>): boolean =>
    deeds.some((deed) => deed.start >= start && deed.start < end)
  return sentencesIn(text).flatMap((sentence) =>
    bordersIn(text, sentence).reduce<ForeignClause[]>(
      (parts, border) => {
        const last = parts.at(-1) ?? sentence
        const left = partOf(text, last.start, border.left)
        const right = partOf(text, border.right, last.end)
        const isWhole = !(border.isJoined && startsWithDeed(text, right, deeds))
        return isWhole && isDeed(left) && isDeed(right)
          ? [...parts.slice(0, -1), left, right]
          : parts
      },
      [sentence],
    ),
  )
}

/** "et trouve un chat": what begins with its verb says nothing without whoever does it. */
const startsWithDeed = (
  text: string,
  { start, end }: ForeignClause,
  deeds: readonly { readonly start: number }[],
): boolean => {
  const first = start + text.slice(start, end).search(/\S/u)
  return deeds.some((deed) => deed.start === first)
}

const partOf = (text: string, start: number, end: number): ForeignClause => ({
  text: text.slice(start, end).trim(),
  start,
  end,
})

const sentenceMark = /[.!?;\n。！？؟।；]/u

const sentencesIn = (text: string): readonly ForeignClause[] => {
  const ends = [...text.matchAll(mark)]
    .filter((match) => sentenceMark.test(match[0]))
    .map((match) => match.index + match[0].length)
  const borders = [0, ...ends, text.length]
  return borders
    .slice(1)
    .map((end, index) => partOf(text, borders[index] ?? 0, end))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text))
}

interface Border {
  readonly left: number
  readonly right: number
  /** By a word that only joins, "and". */
  readonly isJoined: boolean
}

const bordersIn = (text: string, { start, end }: ForeignClause): readonly Border[] => {
  const inside = text.slice(start, end)
  const marks = [...inside.matchAll(mark)]
    .filter((match) => !sentenceMark.test(match[0]))
    .map((match) => {
      // The mark of a script without spaces belongs to what stands before it.
      const isSpaced = /^\s/.test(inside.slice(match.index + match[0].length))
      return {
        left: start + match.index + (isSpaced ? 0 : match[0].length),
        right: start + match.index + match[0].length,
        isJoined: false,
      }
    })
  const words = [...inside.matchAll(joiners)].map((match) => ({
    left: start + match.index,
    right: start + match.index + (match.groups?.['dropped'] ? match[0].length : 1),
    isJoined: match.groups?.['dropped'] !== undefined,
  }))
  return [...marks, ...words].toSorted((a, b) => a.left - b.left)
}

/** A part as a sentence of its own: with a capital and a full stop where its script has them. */
export const asSentence = (part: string): string =>
  /\p{Script=Latin}/u.test(part)
    ? part
        .replace(/^\p{Ll}/u, (first) => first.toUpperCase())
        .replace(/(?:[\s,;:]+(?:y|e|o|u|et|ou|und|oder|ed|i|and))?[,;:]*$/iu, '')
        .replace(/[\p{L}\p{N}]$/u, '$&.')
    : part

/** More words than these take more than one breath. */
const breath = 11

/** A long part broken at its commas and colons; a short one, and one without any, as it is. */
export const breathsOf = (part: string): readonly string[] =>
  part.split(/\s+/).length > breath ? part.split(/(?<=[,:])\s+/) : [part]

const phraseStart =
  /\s+(?=(?:mit|im|in|am|an|auf|durch|bei|zum|zur|nach|von|vor|über|unter|neben|con|en|por|al|para|sobre|hacia|desde|dans|avec|sur|au|aux|à|sous|vers|près|par|pendant|avant|après|depuis|seit|antes|durante|después|prima|dopo|depois|nel|nella|sul|sulla|per|da|no|na|com|pelo|pela|em|met|op|i|på|med|hos|w|na|z)\s)/giu

/**
 * A part whole, then without its last phrase, and so on: "Eine Frau fährt im Herbst mit dem Rad" without "mit dem Rad".
 *
 * @param leastWords of what is left
 */
export const shorterParts = (part: string, leastWords: number): readonly string[] => {
  const words = part.split(/\s+/).length
  const cuts = [...part.matchAll(phraseStart)]
    .map(({ index }) => part.slice(0, index))
    .filter((cut) => cut.split(/\s+/).length >= Math.max(leastWords, words * 0.45))
  return [part, ...cuts.toReversed()]
}

/** The first words of a text as a title: whole phrases, and of a script without spaces what stands before a mark. */
export const wholeWords = (text: string): string => {
  const whole = text.replace(/[。．.!?！？؟،、।]+$/u, '')
  // A title ends where its first phrase does: "Ein Werbespot für ein Fahrrad: Eine Frau …".
  const [phrase = whole] = whole.split(
    /\s*[:;–—](?=\s)|\s*[。．！？؟।：](?=.)|\s*[:;](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u,
  )
  const isLabel = phrase.split(/\s+/).length === 1 && /^\p{L}{2,}$/u.test(phrase)
  const bare = phrase.split(/\s+/).length > 1 || isLabel ? phrase : whole
  const spaced = bare.split(/\s+/)
  if (spaced.length > 1) return cutAtPhrase(spaced).slice(0, 60)
  const [first = bare, ...rest] = bare.split(/[、，,]/u)
  // "朝、漁師が小舟で海に出る": the hour alone is no title.
  const head = [...first].length < leastLetters ? [first, ...rest.slice(0, 1)].join('、') : first
  return [...head].slice(0, 18).join('')
}

/** Fewer letters of a script without spaces are one word. */
const leastLetters = 4

/** Most words of a title. */
const mostTitleWords = 6

/** As many words as a title has, without the small ones that promise another. */
const cutAtPhrase = (spaced: readonly string[]): string => {
  const words = spaced.slice(0, mostTitleWords)
  if (spaced.length <= mostTitleWords) return words.join(' ')
  const phrases = [...` ${words.join(' ')}`.matchAll(phraseStart)].map(({ index }) => index)
  const last = phrases.findLast(
    (at) => ` ${words.join(' ')}`.slice(0, at).trim().split(/\s+/).length > 2,
  )
  const kept = last === undefined ? words : ` ${words.join(' ')}`.slice(0, last).trim().split(/\s+/)
  while (kept.length > 2 && promises.test(kept.at(-1) ?? '')) kept.pop()
  return kept.join(' ')
}

/** Words that promise another: short ones, and longer prepositions. */
const promises =
  /^(?:.{1,3}|przez|przed|genom|under|över|durch|über|unter|neben|nach|door|naar|avec|dans|vers|sous|pour|para|hacia|desde|sobre|nella|sulla|della|pelo|pela|через|вдоль|около|между|ihre[rnm]?|seine[rnm]?|eine[rnm]?)$/iu

import { titleCase } from '../cast/naming.ts'
import type { CastMention } from '../cast/read-cast.ts'
import { verbForm } from '../words/verbs.ts'
import type { Clause } from './clause.ts'
import { bareClause } from './clause.ts'
import { seasonsIn } from './sky.ts'
import { pieces } from './tellable.ts'

/** Whether a step is a sentence that is told word for word, since no rule knows what is done in it. */
export const isStatement = ({ verb, force }: Clause): boolean => verb === '' && force !== ''

/** What a statement is about, as a title: `Two Roads`; empty where that is no name. */
export const titleOfStatement = ({ force }: Clause): string => {
  const words = force.split(/\s+/)
  const verb = words.findIndex((word) => isFiniteVerb(word))
  const subject = words
    .slice(0, Math.max(0, verb))
    .filter((word) => !/^(?:it|there|an?)$/i.test(word))
  const isName =
    subject.length > 0 &&
    subject.length < 5 &&
    !pronoun.test(subject.join(' ')) &&
    !/^(?:in|on|at|by|after|before|under|above|her|his|its|their)$/i.test(subject[0] ?? '')
  return isName ? titleCase(subject.join(' ').replace(/[,;:]/g, '')) : ''
}

/**
 * The steps of a story with everything else the client states in it, each sentence or part of one that no step stands
 * for, in its order: `Evening comes, and it is quiet.`
 *
 * @param text without the kind of film, its slogan and what is ruled out
 */
export const withStatements = (
  text: string,
  clauses: readonly Clause[],
  mentions: readonly CastMention[],
): readonly Clause[] => {
  const isTold = ({ start, end }: Span): boolean =>
    clauses.some(
      (clause) =>
        (clause.start >= start && clause.start < end) ||
        (clause.start < start && clause.end > start),
    )
  const untold = sentencesIn(text).flatMap((sentence) => {
    if (ofTheFilm.test(sentence.text) || /["“]|\s{3}/.test(sentence.text)) return []
    if (!isTold(sentence)) return isStated(sentence.text) ? [sentence] : []
    return partsOf(sentence).filter(
      (part) => !isTold(part) && beginsAnew.test(part.text) && isStated(part.text),
    )
  })
  // "A lost puppy in the rain. Ben finds it": whoever is only named is there before something happens.
  const isOfThings = mentions.every(({ isThing }) => isThing)
  const named =
    clauses.length === 0 && untold.length === 0
      ? []
      : sentencesIn(text).filter(
          (sentence) =>
            !(untold.includes(sentence) || isTold(sentence)) &&
            isNamed(sentence, isOfThings ? null : mentions),
        )
  const stated = [...untold, ...named]
    .filter(({ start }, index, all) => all.findIndex((other) => other.start === start) === index)
    .flatMap((span) => statementsOf(span, mentions))
  return stated.length === 0 ? clauses : withWhoIsMeant([...clauses, ...stated])
}

/** Whether a sentence only names who is there, or in a film without anybody what is. */
const isNamed = ({ text, start, end }: Span, mentions: readonly CastMention[] | null): boolean =>
  /^(?:An?|The|Two|Three|Four|One)\s.*\s(?:in|on|at|with|under|by|near|from|behind|along|between)\s/u.test(
    text,
  ) &&
  !(ofTheFilm.test(text) || /["“:]|\s{3}/.test(text)) &&
  text.split(/\s+/).length < 13 &&
  (mentions === null
    ? seasonsIn(text).length > 0
    : mentions.some((mention) => mention.start >= start && mention.end <= end && !mention.isThing))

interface Span {
  readonly text: string
  readonly start: number
  readonly end: number
}

const sentencesIn = (text: string): readonly Span[] =>
  [...text.matchAll(/[^.!?\n]+[.!?…]*/gu)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length
    const start = match.index + lead
    return { text: match[0].trim(), start, end: start + match[0].trim().length }
  })

/** "…, and it is quiet": what is joined with a subject of its own. */
const partsOf = ({ text, start }: Span): readonly Span[] => {
  const joints = [
    ...text.matchAll(
      /\s*[;—–]\s*|,\s+(?=(?:neither|nobody|none|no one|everyone|everybody|both)\s)|,?\s+(?:and|but|so|yet|until)\s+(?=\p{L})|:\s+/giu,
    ),
  ]
  const from = [0, ...joints.map(({ index, 0: joint }) => index + joint.length)]
  const to = [...joints.map(({ index }) => index), text.length]
  return from.map((at, index) => ({
    text: text.slice(at, to[index]),
    start: start + at,
    end: start + (to[index] ?? text.length),
  }))
}

const beginsAnew =
  /^(?:it|there|the|an?|one|his|her|their|its|all|everything|everybody|everyone|neither|none|both|nobody|nothing|somebody|something|then|outside|inside|slowly|suddenly|\p{Lu}\p{Ll}+)\s/u

const pronoun =
  /^(?:he|she|they|it|this|that|these|those|all|everything|nobody|nothing|somebody|something|who|what|there|here)$/i

/** Words by which a client speaks of the film, or to the studio. */
export const ofTheFilm: RegExp =
  /\b(?:camera|shots?|scenes?|soundtrack|voice-?over|narrat(?:or|ion|ed|es|e)|subtitles?|captions?|films?|videos?|clips?|movies?|commercial|adverts?|ads?|animation|documentary|explainer|podcast|trailer|should|must|please|style|format|budget|vertical|audience|viewers?|slow[- ]motion|close-?ups?|montage|title|logo|seconds?|you|your|i|we|our|us|my|me)\b|^(?:the\s+)?(?:music|mood|tone|look|atmosphere|sound|colou?rs?|lighting|pace|pacing|story|end|ending|beginning)\b|^(?:show|use|include|create|make|add|keep|avoid|let|set|cut|fade|zoom|pan|end|start|begin|open|close|focus|feature)\b/i

const auxiliary =
  /^(?:is|are|was|were|has|have|had|can|cannot|could|will|would|does|do|did|rains|snows|thunders|hails|isn't|aren't|wasn't|can't|won't|doesn't)$/i

const isFiniteVerb = (word: string): boolean => {
  const bare = word.replace(/[.,;:!?…]+$/u, '')
  return auxiliary.test(bare) || verbForm(bare)?.shape === 'third'
}

/** Whether a text says that something is so or happens: it has a subject and a verb of it. */
export const isStated = (text: string): boolean => {
  const words = text.replace(/[.!?…]+$/u, '').split(/\s+/)
  const [first = '', second = ''] = words
  // What must not be seen is no part of the story.
  if (isRuledOut(text)) return false
  if (words.length < 3 && !/^\p{Lu}\p{L}+\s\p{L}+s\b/u.test(text)) return false
  if (/^(?:he|she|they|it)$/i.test(first)) return true
  if (verbForm(first)?.shape === 'base' && !auxiliary.test(second)) return false
  return (
    words.slice(1).some(isFiniteVerb) ||
    words.some(
      (word, index) => /[^s]s$/.test(words[index - 1] ?? '') && verbForm(word)?.shape === 'base',
    ) ||
    // A word no table knows that can only be a verb: "An engine sputters."
    /^an?\s+(?:\p{Ll}+\s+){1,2}\p{Ll}{2,}[^su]s(?=[.,!]|$|\s+(?:in|on|at|to|the|an?|his|her|over|through|into|from|with|up|down|away|out)\s)/iu.test(
      text,
    )
  )
}

/** A sentence as one step, or as several where it is too long for a breath. */
const statementsOf = (span: Span, mentions: readonly CastMention[]): readonly Clause[] => {
  let at = 0
  return pieces(span.text).map((piece) => {
    const start = span.start + span.text.indexOf(piece, at)
    at = start - span.start + piece.length
    const end = start + piece.length
    const inside = mentions.filter((mention) => mention.start >= start && mention.end <= end)
    return {
      ...bareClause({ start, end }),
      castIds: [
        ...new Set(inside.filter(({ isThing }) => !isThing).flatMap(({ ids }) => ids)),
      ].slice(0, 4),
      force: piece.replace(/[,;:]$/, ''),
    }
  })
}

/** "It is over.": whoever was seen last is still there. */
const withWhoIsMeant = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses
    .toSorted((a, b) => a.start - b.start)
    .map((clause, index, all) => {
      const isOpen = isStatement(clause) && clause.castIds.length === 0 && vague.test(clause.force)
      const before = all.slice(0, index).findLast(({ castIds }) => castIds.length > 0)
      return isOpen && before ? { ...clause, castIds: before.castIds } : clause
    })

const vague =
  /^(?:it|this|that|all|everything|nobody|nothing)\b(?! (?:is|was) (?:cold|dark|night|morning|evening|winter|spring|summer|autumn))|\b(?:him|her|his|them)\b/i

/** "Nobody cries.", "No cars.": what must not be seen. */
export const isRuledOut = (text: string): boolean =>
  /^(?:nobody|no one|none)\s+\p{L}+s[.!]?$|^(?:never|no)\s/iu.test(text)

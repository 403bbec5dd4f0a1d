import { callOf, capital, fillNames, joinNames } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { waysOfPlace } from './place-ways.ts'

/** What those who come along do meanwhile; `{x}` is who they are. Verbs in brackets take their number. */
const along: Readonly<Record<string, string>> = {
  walks: ', and {x} [keeps] close',
  runs: ', and {x} [runs] along',
  looks: ', and {x} [looks] where {n} [looks]',
  sits: ', and {x} [settles] down alongside',
}

/** What is done at a place; `{path}`, `{view}` and `{seat}` are the place's own. */
const frames: Readonly<Record<string, readonly string[]>> = {
  walks: ['{N} [walks] {path}', 'Step by step, {n} [goes] {path}'],
  runs: ['{N} [runs] {path}', 'And then {n} [runs], {path}'],
  looks: ['{N} [stops] and [looks] {view}', 'For a while, {n} [looks] {view}'],
  sits: ['{N} [sits] down {seat}', 'Later, {n} [sits] {seat}'],
}

/**
 * Lines about somebody doing what one does at a place, with whoever came along: `The girl walks along the water's edge,
 * and the dog keeps close.` None for deeds or places without ways of their own.
 */
export const linesAtPlace = (
  action: string,
  place: string,
  { cast, companions, round }: Doing,
): readonly string[] => {
  const ways = waysOfPlace(place)
  if (!ways || cast.length === 0 || cast.some(({ what }) => isAfloat.test(what))) return []
  const others = joinNames(companions.map(callOf))
  const isMany = companions.length > 1
  const isAmbiguous = companions.some(({ kind }) => kind === 'person')
  const also = others === '' ? '' : (along[action] ?? '')
  const own = frames[action] ?? []
  // Every other deed is told the other way round.
  const inTurn = round % 2 === 0 ? own : own.toReversed()
  return inTurn.flatMap((frame) => {
    const said = frame
      .replaceAll('{path}', ways.path)
      .replaceAll('{view}', ways.view)
      .replaceAll('{seat}', ways.seat)
    const [deed = '', more = ''] = [said, also].map((part) => part.replaceAll('{x}', others))
    const meanwhile = numbered(more, isMany, action)
    return [`${deed}${meanwhile}`, `${deed}`]
      .map((line) => capital(fillNames(inShort(`${line}.`, cast, isAmbiguous ? 0 : round), cast)))
      .filter((line, index, all) => all.indexOf(line) === index)
  })
}

/** Who does something at a place, and who is with them. */
interface Doing {
  readonly cast: readonly CastEntry[]
  readonly companions: readonly CastEntry[]
  /** Deeds of theirs that have been told before. */
  readonly round: number
}

/** Birds and fish neither walk nor sit down. */
const isAfloat =
  /^(?:bird|owl|butterfly|bee|dragonfly|fish|whale|dolphin|shark|octopus|jellyfish|turtle|snake|snail)$/

/** Who has just been named is "she". */
const inShort = (line: string, [only, ...others]: readonly CastEntry[], round: number): string => {
  if (round === 0 || !only || others.length > 0 || only.gender === 'unknown') return line
  const pronoun = only.gender === 'female' ? 'she' : 'he'
  return line.replaceAll(/\{n\}/gi, pronoun)
}

/** The verb of those who come along has their number; the one after it that of whom they are with. */
const numbered = (words: string, isMany: boolean, action: string): string =>
  action === '' || !isMany
    ? words.replace(/\[([a-z]+)\]/, '$1')
    : words.replace(/\[([a-z]+)s\]/, '$1')

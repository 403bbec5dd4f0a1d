import type { CameraMove, Framing } from '../../../domain/script.ts'

/** Words for a framing or a camera move, as they stand in a text. */
export interface CameraWords<Word> {
  readonly word: Word
  readonly start: number
  readonly end: number
}

const framings: readonly (readonly [RegExp, Framing])[] = [
  [/\b(?:extreme )?close[ -]?ups?(?: shot)?\b|\bfrom (?:very )?near\b/i, 'close-up'],
  [/\bestablishing(?: shot)?\b/i, 'establishing'],
  [/\b(?:wide|long)(?:r)?[ -](?:shot|view|angle)\b|\bfrom (?:far|afar|a distance)\b/i, 'wide'],
  [/\bfull[ -]shot\b/i, 'full'],
  [/\bmedium[ -]shot\b/i, 'medium'],
]

const moves: readonly (readonly [RegExp, CameraMove])[] = [
  [/\b(?:zoom|push|dolly|move)(?:s|es|ing)? in\b|\bpush-in\b/i, 'push-in'],
  [/\b(?:zoom|pull|dolly)(?:s|ing)? (?:out|back)\b|\bpull-out\b/i, 'pull-out'],
  [/\bpan(?:s|ning)? (?:to the )?left\b/i, 'pan-left'],
  [/\bpan(?:s|ning)?(?: (?:to the )?right)?\b/i, 'pan-right'],
  [/\btilt(?:s|ing)? up\b/i, 'tilt-up'],
  [/\btilt(?:s|ing)? down\b/i, 'tilt-down'],
  [/\btrack(?:s|ing)? (?:to the )?left\b/i, 'track-left'],
  [/\btrack(?:s|ing)? (?:to the )?right\b|\btracking shot\b/i, 'track-right'],
  [/\bcrane(?:s)? up\b|\bcrane shot\b/i, 'crane-up'],
  [/\borbit(?:s|ing)?\b/i, 'orbit'],
  [/\bhand[ -]?held\b/i, 'handheld'],
  [
    /\b(?:static|still|locked(?:[ -]off)?) (?:camera|shot)\b|\bno camera move(?:ment)?\b/i,
    'static',
  ],
]

const firstOf = <Word>(
  rows: readonly (readonly [RegExp, Word])[],
  text: string,
): CameraWords<Word> | null => {
  for (const [pattern, word] of rows) {
    const match = pattern.exec(text)
    if (match) return { word, start: match.index, end: match.index + match[0].length }
  }
  return null
}

/** The framing that a text asks for; null when it does not speak of one. */
export const framingIn = (text: string): CameraWords<Framing> | null => firstOf(framings, text)

/** The camera move that a text asks for; null when it does not speak of one. */
export const cameraMoveIn = (text: string): CameraWords<CameraMove> | null => firstOf(moves, text)

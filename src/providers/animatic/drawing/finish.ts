import type { Paint } from '../stage-types.ts'

/** What takes the colours out of a picture. */
export type Finish = 'black and white' | 'sepia'

const words: readonly (readonly [Finish, RegExp])[] = [
  ['black and white', /\b(?:black[ -](?:and|&)[ -]white|monochrome|gr[ae]yscale)\b/iu],
  ['sepia', /\bsepia\b/iu],
]

/** The finish that the words of a style ask for; null for none. */
export const finishMeant = (style: string): Finish | null =>
  words.find(([, pattern]) => pattern.test(style))?.[0] ?? null

/** Light stays as it is; of the colours only this one is left. */
const tones: Readonly<Record<Finish, string>> = {
  'black and white': '#808080',
  sepia: '#927a5c',
}

/** Take the colours out of a frame, in place. */
export const finishFrame = (context: Paint, finish: Finish): void => {
  const { width, height } = context.canvas
  context.resetTransform()
  context.globalCompositeOperation = 'color'
  context.fillStyle = tones[finish]
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
}

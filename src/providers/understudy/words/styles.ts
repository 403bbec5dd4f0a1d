import type { Lexicon, Mention } from './lexicon.ts'
import { lexicon } from './lexicon.ts'

/** Styles that a drawing model can finish its pictures in, with what people call them. */
export const finishes: Lexicon = lexicon({
  'black and white':
    'black and white|black & white|b&w|monochrome|monochromatic|grayscale|greyscale|shades of grey|shades of gray',
  sepia: 'sepia|sepia-toned|sepia tone',
})

/** Styles and effects that nobody here draws: asked for all the same, and missing. */
const effects: Lexicon = lexicon({
  'time-lapse': 'time-lapse|timelapse|time lapse',
  'slow motion': 'slow motion|slow-mo|slow mo',
  'stop motion': 'stop motion|stop-motion|claymation|clay animation',
  'split screen': 'split screen|split-screen',
  'double exposure': 'double exposure',
  anime: 'anime',
  'pixel art': 'pixel art|8-bit',
})

/** What a style is said of: the film, or nothing in particular. A black and white cat is none. */
const ofTheFilm =
  /^\s*(?:$|[.,;:!?()\n—–-]|(?:silent|noir|short|film|movie|video|clip|footage|pictures?|images?|photography|cinematography|animation|style|scene|look|documentary|story|commercial|advert|ad|trailer|portrait|of|about|with|and|from|in|on|at|throughout|like|where|as|while|tones?|palette|colou?rs?)(?!\p{L}))/iu

/** "in slow motion": the words that lead in a style go with it. */
const leadIn = /\b(?:shot |filmed |all )?in (?:an? )?$/i

/** Every style and effect that a text asks for, each once, in its order. */
export const stylesIn = (text: string): readonly Mention[] =>
  [...finishes.find(text), ...effects.find(text)]
    .filter(({ end }) => ofTheFilm.test(text.slice(end)))
    .toSorted((a, b) => a.start - b.start)
    .filter(({ word }, index, all) => all.findIndex((other) => other.word === word) === index)
    .map((mention) => {
      const before = leadIn.exec(text.slice(0, mention.start))?.[0] ?? ''
      return { ...mention, start: mention.start - before.length }
    })

import type { Mention } from '../words/lexicon.ts'
import { objects, places } from '../words/vocabulary.ts'

/**
 * What the vocabulary has no picture for and draws as the nearest it has, by that picture. It is asked for in the
 * client's own word: an attic that a bedroom stands for is not shown. Every other name of a picture is a fair one for
 * it, as a tarn is for a lake.
 */
const standIns: Readonly<Record<string, string>> = {
  ...{
    mountains: 'himalayas',
    meadow: 'savannahs?|savannas?|serengeti',
    beach: '(?:sea )?cliffs?',
  },
  'snow field': 'glaciers?|ski slopes?',
  ...{ rooftop: 'balcon(?:y|ies)', garden: 'greenhouses?|orchards?|courtyards?' },
  'city street': 'bus (?:stop|station)s?',
  road: '(?:gas|petrol) stations?|mountain pass(?:es)?',
  space: 'spaceships?|spacecrafts?|space stations?|asteroids?|satellites?|alien planets?',
  kitchen: 'pantr(?:y|ies)',
  'living room': 'dining rooms?',
  bedroom: 'attics?|nurser(?:y|ies)',
  office: 'police stations?|meeting rooms?|boardrooms?|call centers?',
  cafe: 'nightclubs?|(?:cocktail|smoky) bars?',
  classroom: 'kindergartens?|lecture halls?',
  workshop: 'fire stations?|factor(?:y|ies)|forges?',
  laboratory: 'weather stations?|observator(?:y|ies)',
  ...{ studio: 'newsrooms?', stage: 'ballrooms?', hallway: 'staircases?|stairwells?' },
  ...{ violin: 'cellos?', guitar: 'banjos?', laptop: 'keyboards?', car: 'trucks?|vans?' },
  ...{ balloon: 'hot air balloons?', basket: 'vegetables', clock: 'hourglass(?:es)?' },
}

/** A phrase with what stands for its things and places in their stead: `finds a map in an bedroom`. */
export const asDrawn = (phrase: string): string =>
  [places, objects]
    .flatMap((list) => list.find(phrase))
    .filter((mention) => !askedWords(mention).includes(mention.word))
    .reduce((said, { text, word }) => said.replace(text, word), phrase)

const stoodIn = new RegExp(`^(?:${Object.values(standIns).join('|')})$`, 'i')

/** The words a picture must be said to show for a mention of the vocabulary to count as shown. */
export const askedWords = ({ word, text }: Pick<Mention, 'word' | 'text'>): readonly string[] => {
  const said = text.toLowerCase().replace(/\s+/g, ' ')
  return stoodIn.test(said) && said !== word ? [said] : [word, said]
}

/** The one word by which a mention counts as shown. The sea is seen from many places, and so is a city. */
export const askedWord = (mention: Pick<Mention, 'word' | 'text'>): string =>
  /^(?:sea|city)$/i.test(mention.text)
    ? mention.text.toLowerCase()
    : (askedWords(mention)[0] ?? mention.word)

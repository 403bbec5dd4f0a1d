import type { Mention } from '../words/lexicon.ts'

/**
 * What the vocabulary has no picture for and draws as the nearest it has. Asked for in the client's own word: a meadow
 * that stands for a stadium is none.
 */
const stoodIn =
  /^(?:stadiums?|football (?:pitch|field)|soccer field|savannah?s?|rainforests?|jungles?|volcano(?:es|s)?|canyons?|glaciers?|himalayas|vineyards?|greenhouses?|orchards?|bus stop|lighthouse|gas station|petrol station|police station|fire station|dining room|factory|weather station|observatory|ballroom|museum|spaceships?|spacecrafts?|space stations?|asteroids?|violins?|cellos?|banjos?|trucks?|vans?|hot air balloons?|keyboard|perfume|vegetables|hourglass(?:es)?|kindergarten)$/i

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

/** Shortest key that no word has in it by chance. Keys of vendors are longer; a shorter one is one of a test or a gateway. */
const unmistakable = 12

/**
 * Words of a vendor's without the key, should they repeat it. A short one is taken out where it stands by itself: left out of the
 * middle of words, it would be told by what is missing.
 *
 * @param apiKey empty for none
 */
export const withoutKey = (words: string, apiKey: string): string => {
  if (apiKey === '') return words
  if (apiKey.length >= unmistakable) return words.replaceAll(apiKey, '[key]')
  const literal = apiKey.replaceAll(/\W/g, '\\$&')
  return words.replaceAll(new RegExp(`(?<!\\w)${literal}(?!\\w)`, 'g'), '[key]')
}

import { thirdPerson } from './verbs.ts'

/** Words that have no plural: what has been done to something, how it is, and what is poured. */
const uncounted =
  /(?:ed|ing|ish|ous|ful|ness|[^s]ss|less|ic|al)$|(?:^|\s)(?:milk|water|bread|rice|flour|sugar|snow|rain|sand|gold|silver|music|red|crimson|scarlet|orange|yellow|golden|green|blue|purple|violet|pink|brown|beige|white|black|gr[ea]y)$/i

/** The singular of a plural and the plural of a singular: `firefly` of `fireflies`, `matches` of `match`; none for others. */
export const otherNumber = (word: string): readonly string[] => {
  if (uncounted.test(word)) return []
  if (/[^aeiou]ies$/.test(word)) return [word.replace(/ies$/, 'y')]
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return [word.replace(/es$/, '')]
  if (/[^su]s$/.test(word)) return [word.replace(/s$/, '')]
  return [thirdPerson(word)]
}

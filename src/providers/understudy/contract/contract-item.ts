import type { ContractReply } from '../../../domain/crew-tasks.ts'
import type { Mention } from '../words/lexicon.ts'

/** An item of the contract as this crew writes it. */
export type Item = ContractReply['items'][number]

/** An item, cut to what a contract has room for. */
export const item = (
  kind: Item['kind'],
  claim: string,
  words: readonly string[],
  importance: number,
): Item => ({
  kind,
  // A sign or two of a foreign script are no claim by themselves.
  claim: [...claim].length < 3 ? `“${claim}”` : claim.slice(0, 200),
  words: [...new Set(words.map((word) => word.toLowerCase().slice(0, 60).trim()))]
    .filter((word) => word !== '')
    .slice(0, 8),
  importance,
})

const isProperName =
  /^(?:Tokyo|Paris|London|New York|Sahara|The Alps|Himalayas|Mars|Antarctica|Arctic)$/i

/** Words that name a kind of film more than a place. */
const isFormat = /^(?:podcast|talk show|concert|lecture|traffic)$/i

/** A mention as it is asked for: `an old harbor`, `Paris`. */
export const withArticle = (mention: Pick<Mention, 'word' | 'text'>): string => {
  const text = isFormat.test(mention.text) ? mention.word : mention.text.toLowerCase()
  if (/^(?:in|at|on)\s/.test(text) && !/^(?:in|at|on)\s/i.test(mention.word))
    return withArticle({ word: mention.word, text: mention.word })
  if (isProperName.test(mention.text)) return mention.text
  if (
    !/^[a-z]/.test(text) ||
    /[^s]s$|^(?:her|his|their|the|in|at|on)\b|(?:bread|hair|tea|coffee|soup|wine|juice|ramen|treasure|luggage|traffic|software|lavender|camping)$/.test(
      text,
    )
  )
    return text
  return `${/^[aeiou]/.test(text) ? 'an' : 'a'} ${text}`
}

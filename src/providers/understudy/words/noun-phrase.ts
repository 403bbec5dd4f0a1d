const looksLike =
  /^(?:old|elderly|aged|young|little|small|tiny|tall|short|teenage|middle-aged|bearded|blonde|blond|red-haired|grey-haired|gray-haired|stray|brown|black|white|golden|grey|gray|red|orange|friendly|rusty|lost|lonely|curious|shy|retired|\d+-year-old)$/i
const stops =
  /^(?:a|an|the|two|three|four|five|her|his|their|its|my|our|and|or|of|with|to|in|on|at|for|by|from|as|is|are|where|when|while|one|some|every|each|this|that|another|second|other|then|about|named|called|meets?|between|film|video|advert|story|show|shows|showing|follow|follows)$/i

/** The noun with the words that belong to it: "an old lighthouse" + "keeper" → `lighthouse keeper`, `old`. */
export const nounPhrase = (
  before: string,
  head: string,
): { readonly noun: string; readonly traits: string[] } => {
  const words = /(?:[\p{L}\d-]+\s+){1,3}$/u.exec(before)?.[0]?.trim().split(/\s+/) ?? []
  const own: string[] = []
  for (const word of words.toReversed()) {
    if (stops.test(word) || /ing$|[^s]s$/.test(word)) break
    own.unshift(word.toLowerCase())
  }
  const isDetermined = own.length < words.length && stops.test(words.at(-own.length - 1) ?? '')
  const modifiers = isDetermined || own.every((word) => looksLike.test(word)) ? own : []
  const traits = modifiers.filter((word) => looksLike.test(word))
  const rest = modifiers.filter((word) => !looksLike.test(word))
  return { noun: [...rest, head.toLowerCase()].join(' '), traits }
}

/** What somebody wears by the words after them: `a red coat`; empty when nothing is said. `, a young woman in a red coat` tells it too. */
export const wearsIn = (after: string): string =>
  /^(?:,\s*an?\s+(?:[\p{L}-]+\s+){1,4})?,?\s*(?:who (?:wears|is wearing)|wearing|dressed in|in|with(?=\s+an?\s+(?:[\p{L}-]+\s+){0,2}(?:helmet|hat|cap|scarf|apron|crown|veil)(?!\p{L})))\s+((?:an?|his|her|their)?\s*[\p{L}\s-]{0,30}?(?:coat|jacket|dress|scarf|hat|raincoat|suit|uniform|shirt|sweater|jumper|cape|cloak|hoodie|overalls|apron|kimono|sari|boots|cap|toga|robe|gown|tunic|helmet|armou?r|trousers|skirt|blouse|vest|cardigan|pullover|t-shirt|jeans|shorts|pyjamas|pajamas|veil|crown|trainers|sneakers|shoes|tuxedo|blazer|beret|costume)(?:\s+and\s+(?:an?\s+)?[\p{L}\s-]{0,20}?(?:coat|jacket|scarf|hat|boots|cap|trousers|jeans|skirt|helmet|shoes|gloves|veil|crown))?)/iu
    .exec(after)?.[1]
    ?.replace(/^(?:his|her|their)\s+/i, '')
    .trim() ?? ''

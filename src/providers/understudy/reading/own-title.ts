/** The title a client gives the film, and where the text says so. */
interface OwnTitle {
  readonly title: string
  readonly start: number
  readonly end: number
}

const label = String.raw`\b(?:titled|entitled|title\s*[:=])`
const quoted = String.raw`(?:["“]([^"”\n]{1,80})["”]|'([^\n]{1,80}?)'(?!\p{L}))`
const inQuotes = new RegExp(
  String.raw`(?:${label}|\b(?:film|movie|video|short|spot|piece|documentary|cartoon)\s+(?:called|named))\s*${quoted}`,
  'iu',
)
const plain = new RegExp(String.raw`${label}\s+([^"“”'\n.][^"”\n.]{1,59})`, 'iu')

/** The title in quotes, `Title: "It's a dog's life"`; null for none. */
export const titleInQuotes = (text: string): OwnTitle | null => {
  const match = inQuotes.exec(text)
  const title = (match?.[1] ?? match?.[2] ?? '').trim()
  return match && title !== ''
    ? { title, start: match.index, end: match.index + match[0].length }
    : null
}

/** The title that is only named as one, `titled Silent Waves`; what belongs to it and what to the story nobody can tell, so the story keeps it. Empty for none. */
export const plainTitle = (text: string): string => plain.exec(text)?.[1]?.trim() ?? ''

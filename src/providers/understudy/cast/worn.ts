const colours =
  'red|crimson|scarlet|orange|yellow|gold|golden|green|olive|teal|turquoise|blue|navy|purple|violet|pink|brown|beige|cream|white|black|gr[ea]y|silver'
const garment = new RegExp(String.raw`(?:\b(${colours})\b[\p{L}\s-]*?\s)?\b([\p{L}-]+)\s*$`, 'iu')

/** Pieces of clothing as a picture can be asked for them, by colour and kind: `a long red wool coat and boots` → red coat, boots. */
export const garmentsOf = (wears: string): readonly string[] =>
  wears.split(/\s*,\s*|\s+and\s+/u).flatMap((part) => {
    const match = garment.exec(part)
    return match?.[2] ? [[match[1], match[2]].filter(Boolean).join(' ').toLowerCase()] : []
  })

const colourAlone = new RegExp(
  String.raw`^\s+(?:dressed\s+)?(?:all\s+)?in\s+(${colours})(?=\s*(?:[.,;:!?\n]|$)|\s+(?:and|who|through|in|at|on|along|across|to|from|with|\p{L}+s)\s)`,
  'iu',
)

/** "a woman in red": what somebody wears of whom a colour alone is said; empty for nobody. */
export const dressedIn = (after: string, figure: string): string => {
  const colour = colourAlone.exec(after)?.[1]
  if (colour === undefined) return ''
  return `a ${colour} ${/^(?:woman|girl)$/.test(figure) ? 'dress' : 'coat'}`
}

import { personNouns } from '../words/people.ts'
import { animals } from '../words/vocabulary.ts'

/** What a text that sells something without calling itself an advert says. */
export interface Pitch {
  /** `bottle`; empty when it names none. */
  readonly product: string
  /** `AquaPure`; empty when it has no name. */
  readonly brand: string
  /** Phrases about it that can be read to an audience as they stand: `Fresh bread every morning since 1920.` */
  readonly lines: readonly string[]
  /** What the audience is asked to do, the last words of the film: `Visit Miller’s Bakery.`; empty for nothing. */
  readonly call: string
}

const name = String.raw`\p{Lu}[\p{L}\p{N}'’&-]*(?:\s+(?:(?:of|the|and|&)\s+)?\p{Lu}[\p{L}\p{N}'’&-]*){0,3}`
const presented = new RegExp(
  String.raw`^(?:[Ii]ntroducing|[Pp]resenting|[Mm]eet|[Ss]ay hello to)\s+(?:the\s+(?:all-?\s?new\s+)?)?(${name})(?:\s*[,:–—-]\s*(?:an?|the|our|your)\s+([\p{L}\p{N} -]{3,50}?))?(?=[,.;:!?\n]|\s+(?:that|which|for|with|made|in)\s|$)`,
  'u',
)
const ours =
  /^[Oo]ur\s+(?:(?:brand-?\s?)?new\s+)?(?:(?:small|little|family|local|online)\s+)*([\p{Ll} -]{3,30}?)\s*[:–—-]\s+(\p{L}[^.!?\n]{8,80})[.!]?/u
const opening =
  /^(?:[Gg]rand\s+opening|[Oo]pening\s+soon|[Nn]ow\s+open)\s*(?:[:,–—-]|of)?\s*(?:(?:the|our|an?)\s+)?(?:(?:brand-?\s?)?new\s+)?(\p{Ll}[\p{Ll} -]{2,30}?)(?=[,.;:!?\n]|\s+(?:in|at|on|by)\s|$)/u
const called = new RegExp(
  String.raw`(?:^|[.!?\n]\s*)((?:Visit|Try|Order|Discover|Shop at|Come to|Book)\s+(?:(?:us at|the|our)\s+)?(${name})(?:\s+(?:today|now|online|this \p{L}+))?)\s*(?=[.!?\n]|$)`,
  'u',
)

/** Read a pitch; null for a text that only tells something. */
export const readPitch = (text: string): Pitch | null => {
  const invitation = calledIn(text)
  const known = introducedIn(text) ?? ownIn(text) ?? openingIn(text)
  if (!(invitation || known)) return null
  return {
    product: known?.product ?? '',
    brand: known?.brand || (invitation?.brand ?? ''),
    lines: [...(known?.lines ?? []), ...phrasesIn(text)].slice(0, 4),
    call: invitation?.call ?? '',
  }
}

type Known = Pick<Pitch, 'product' | 'brand' | 'lines'>

/** "Introducing AquaPure, the bottle that …": nobody who has a story of their own. */
const introducedIn = (text: string): Known | null => {
  const [, brand = '', product = ''] = presented.exec(text.trim()) ?? []
  const isSomebody = [personNouns, animals].some((list) => list.find(product).length > 0)
  const isMeeting = /^meet/i.test(text.trim()) && product === ''
  return brand === '' || isSomebody || isMeeting ? null : { brand, product, lines: [] }
}

const ownIn = (text: string): Known | null => {
  const [, product = '', said = ''] = ours.exec(text.trim()) ?? []
  return product === '' ? null : { brand: '', product, lines: [sentence(said)] }
}

const openingIn = (text: string): Known | null => {
  const [said = '', product = ''] = opening.exec(text.trim()) ?? []
  return said === '' ? null : { brand: '', product, lines: [sentence(said)] }
}

const calledIn = (text: string): { readonly call: string; readonly brand: string } | null => {
  const [, call = '', brand = ''] = called.exec(text) ?? []
  return call === '' ? null : { call: sentence(call), brand }
}

/** "Fresh bread, every day.": phrases without a verb, which say something of what is sold. */
const phrasesIn = (text: string): readonly string[] =>
  (text.match(/[^.!?\n]+[.!?]?/gu) ?? [])
    .map((part) => part.trim())
    .filter((part) => {
      const words = part.split(/\s+/).length
      const isOther = [presented, ours, opening, called].some((pattern) => pattern.test(part))
      return words >= 2 && words <= 9 && !isOther && !directed.test(part)
    })
    .map(sentence)

const directed =
  /\b(?:show|film|video|scene|shot|camera|music|narrat\p{L}+|mood|style|please|end with|open with|seconds?)\b|[:“”"]/iu

const sentence = (said: string): string =>
  `${said.charAt(0).toUpperCase()}${said.slice(1).trim()}`.replace(/[^.!?…]$/u, '$&.')

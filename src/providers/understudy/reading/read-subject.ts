import { otherThings, wornProducts } from '../words/made-things.ts'
import { personNouns } from '../words/people.ts'
import { verbForm } from '../words/verbs.ts'
import { animals, objects, places, times } from '../words/vocabulary.ts'
import { closingWordsIn, greetingTitle, openingWordsIn } from './film-words.ts'
import { noticeIn } from './notice.ts'
import { readPitch } from './read-pitch.ts'

/** What sort of film is wanted. */
export type Genre = 'story' | 'advert' | 'podcast' | 'lesson'

/** What the film is about, as a whole. */
export interface Subject {
  readonly genre: Genre
  /** `reusable water bottle`; empty when the film sells nothing. */
  readonly product: string
  /** `Aquila`; empty when it has no name. */
  readonly brand: string
  /** What the client says the product does: `keeps water cold for 24 hours`; empty when nothing is said. */
  readonly claim: string
  /** The word for the product as a thing in a picture; empty when it is none. */
  readonly productObject: string
  /** `why bees matter`; empty when the text says nothing of the kind. */
  readonly topic: string
  /** `Walk on.`; empty when the client gives no slogan. */
  readonly slogan: string
  /** Words the film begins with: `Happy birthday, Grandma Rose!`; empty for none. */
  readonly opening: string
  /** What the audience is asked to do after it: `Download FitBuddy today!`; empty for nothing. */
  readonly call: string
  /** Who or what an invitation is about: `Clara and James`, whose date and place are the slogan; empty for other films. */
  readonly occasion: string
  /** What a pitch says of the product in phrases of its own, see {@link readPitch}. */
  readonly lines: readonly string[]
}

const advert =
  /\b(?:advert|advertisement|ad|commercial|promo|promotional|product (?:video|film|launch|demo)|brand film|launch (?:video|film)|campaign|product teaser|teaser for)\b/i
const podcast = /\b(?:podcast|interview|talk show|panel discussion|radio show|chat show)\b/i
const lesson =
  /\b(?:explainer|explains?|explaining|tutorial|lesson|lecture|how[- ]to|educational|introduction to|guide to|history of|science of|how (?:\w+ ){1,4}works?|why (?:\w+ ){1,3}(?:matters?|works?|happens?)|what (?:is|are) (?:an? |the )?\w+)\b/i

/** What sort of film a text asks for, and about what. */
export const readSubject = (text: string): Subject => {
  const named = genreOf(text)
  const pitch = named === 'story' ? readPitch(text) : null
  const genre = pitch ? 'advert' : named
  const product = pitch?.product ?? (genre === 'advert' ? productIn(text) : '')
  const notice = genre === 'story' ? noticeIn(text) : null
  const brand = pitch?.brand ?? (genre === 'advert' ? brandIn(text, product) : '')
  const [drawn = ''] = [product, text].flatMap((said) =>
    [objects, otherThings, wornProducts].flatMap((list) => list.find(said)[0]?.word ?? []),
  )
  return {
    genre,
    product: product
      .replace(brand, '')
      .replace(/[\s,]+$/, '')
      .trim(),
    brand,
    claim: genre === 'advert' ? claimIn(text, product) : '',
    productObject: genre === 'advert' ? drawn : '',
    topic: topicIn(text),
    slogan:
      sloganIn(text)?.words ?? closingWordsIn(text)?.words ?? pitch?.call ?? notice?.words ?? '',
    opening: openingWordsIn(text)?.words ?? '',
    call: genre === 'advert' && !pitch ? callIn(text, brand) : '',
    occasion: notice?.title ?? '',
    lines: pitch?.lines ?? [],
  }
}

const genreOf = (text: string): Genre => {
  const slogan = sloganIn(text)
  if (advert.test(text) || (slogan !== null && greetingTitle(slogan.words) === '')) return 'advert'
  if (podcast.test(text)) return 'podcast'
  const asked = text.replace(taughtByThem, ' ')
  return lesson.test(asked) || isDocumentary(text) ? 'lesson' : 'story'
}

/** "teaches her grandson how to bake", "her grandfather explains the stars": people of a story do that, not the film. */
const taughtByThem =
  /\b(?:teach(?:es)?|learns?|shows?|tells?|knows?|asks?|forgets?)\s[^.;:\n]{0,40}?\bhow[- ]to\b|\b(?:grand\p{L}+|mother|father|mum|mom|dad|uncle|aunt|sister|brother|boy|girl|friend|stranger)\s+explains\b/giu

/** A documentary about a subject teaches it; one about somebody tells what they do. */
const isDocumentary = (text: string): boolean =>
  /\bdocumentary\b/i.test(text) &&
  [personNouns, animals].every((list) => list.find(text).length === 0)

const sloganName = String.raw`\b(?:tagline|slogan|claim|motto|end line|end card|final words?|(?:final |closing |on-screen )?text(?=\s*:))\b`
const quotedSlogan = new RegExp(String.raw`${sloganName}[^"“\n]{0,20}["“]([^"”\n]{2,60})["”]`, 'iu')
const plainSlogan = new RegExp(
  String.raw`${sloganName}\s*(?:is|reads)?\s*[:–—-]\s*([^"“”.!?\n]{2,60}[.!?]?)`,
  'iu',
)

const bareSlogan = new RegExp(
  String.raw`${sloganName}\s+(?:is\s+)?([^"“”.!?:\n]{2,60}[.!?]?)`,
  'iu',
)

/** "End with the slogan Wake Up Bright": without a colon only a capital tells where it begins. */
const bareSloganIn = (text: string): RegExpExecArray | null => {
  const match = bareSlogan.exec(text)
  return match && /^\p{Lu}/u.test(match[1] ?? '') ? match : null
}

/** What an advert ends with in quotes, said by nobody: `"Run your own way."` */
const lastQuoteIn = (text: string): RegExpExecArray | null =>
  advert.test(text) ? /(?<=[.!?]\s+)["“]([^"”\n]{2,60})["”]\s*$/u.exec(text) : null

/** The slogan a client gives, in quotes, after a colon or as an advert's last words, and where it stands with its name; null for none. */
export const sloganIn = (
  text: string,
): { readonly words: string; readonly start: number; readonly end: number } | null => {
  const match =
    quotedSlogan.exec(text) ?? plainSlogan.exec(text) ?? bareSloganIn(text) ?? lastQuoteIn(text)
  if (!match) return null
  return { words: (match[1] ?? '').trim(), start: match.index, end: match.index + match[0].length }
}

const ends = String.raw`(?=[,.;:!?\n"“(]|\s+(?:that|which|who|with|called|named|in|on|at|set|showing|featuring|where|for|and)\s|$)`

const productIn = (text: string): string => {
  const match = new RegExp(
    String.raw`\b(?:advert(?:isement)?|ad|commercial|promo(?:tional)?(?: video| film)?|video|film|spot|launch|teaser|campaign)\s+(?:for|about|of|promoting|introducing)\s+([\p{L}\p{N}' -]{2,60}?)${ends}`,
    'iu',
  ).exec(text)
  const [, kind = ''] = /\b([\p{L}-]+)\s+(?:advert|ad|commercial|promo|spot)\s*:/iu.exec(text) ?? []
  // Written with a capital an article belongs to the name: "Our Daily Bread".
  const presented =
    /\b(?:advert|ad|commercial|promo|spot|teaser)\s*:\s+(?:(?:the|our)\s+new|introducing|meet)\s+(?:the\s+)?([\p{L}\p{N}' -]{2,60}?)(?=[,.;:!?\n])/iu.exec(
      text,
    )
  const ofKind = /^app$/i.test(kind) || objects.find(kind).length > 0 ? kind.toLowerCase() : ''
  return ((match ?? presented)?.[1] ?? (headlineIn(text)?.product || ofKind))
    .trim()
    .replace(/^(?:(?:an?|the|our|my|your|new)\s+)+/u, '')
    .replace(/\s+(?:brand|company|label|maker)$/iu, '')
}

/** "a bottle that keeps water cold for 24 hours": what is said of the product first after its name. */
const claimIn = (text: string, product: string): string => {
  const from = text.indexOf(product)
  if (product === '' || from < 0) return ''
  return (
    /^[^.!?\n]*?\s(?:that|which)\s+(?:really\s+)?((?:(?:never|always)\s+\p{L}+|\p{L}+s|last|stay|fit|keep|make)\s[^.,;:!?\n()"“]{3,60}?)(?=[.,;:!?\n()"“]|\s+(?:with|showing|featuring|and|for an?)\s|$)/iu
      .exec(text.slice(from + product.length))?.[1]
      ?.trim() ?? ''
  )
}

const brandIn = (text: string, product: string): string => {
  const called =
    /\b(?:called|named|brand(?:ed)?)\s+["“']?(\p{Lu}[\p{L}\p{N}'&]*(?:\s+\p{Lu}[\p{L}\p{N}'&]*){0,2})/u.exec(
      text,
    )?.[1]
  if (called) return called
  const ours =
    /(?<!\p{L})(?:[Oo]ur|[Mm]y)\s+(?:\p{Ll}+\s+){1,3}["“']?(\p{Lu}[\p{L}\p{N}'&]*)/u.exec(text)?.[1]
  if (ours) return ours
  const plain = text.replace(
    /\b(?:tagline|slogan|claim|motto)\b[^"“\n]{0,20}["“][^"”\n]*["”]/giu,
    ' ',
  )
  const headline = headlineIn(text)
  if (headline) return headline.brand
  const quoted = /["“]([^"”\n]{2,30})["”]/u.exec(plain)?.[1]
  if (quoted && /^\p{Lu}/u.test(quoted) && !/[.!?]$/.test(quoted)) return quoted
  return /^(\p{Lu}[\p{L}\p{N}'&]*(?:\s+\p{Lu}[\p{L}\p{N}'&]*){0,2})/u.exec(product)?.[1] ?? ''
}

/** "Download FitBuddy today!": a sentence that asks the audience to do something with the brand, or now. */
const callIn = (text: string, brand: string): string =>
  text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .findLast(
      (sentence) =>
        /^(?:download|get|buy|join|start|sign up|subscribe|shop|order|try|visit|book|call|install|taste|discover|come)\s/i.test(
          sentence,
        ) &&
        sentence.split(/\s+/).length < 11 &&
        ((brand !== '' && sentence.includes(brand)) ||
          /\b(?:today|now|online|free|here)\b|\w\.(?:com|org|net|app|io)\b/i.test(sentence)),
    ) ?? ''

/** "App advert: FitBuddy!", "Ad: Nordwind jackets.": what is sold, as a line of its own; null for none. */
const headlineIn = (text: string): { readonly brand: string; readonly product: string } | null => {
  const [, brand = '', product = ''] =
    /\b(?:[Aa]dvert|[Aa]d|[Cc]ommercial|[Pp]romo|[Ss]pot)\s*:\s+(\p{Lu}[\p{L}\p{N}'&]*(?:\s+\p{Lu}[\p{L}\p{N}'&]*){0,2})((?:\s+\p{Ll}+){0,2})(?=\s*[.!,:–—\n]|$)/u.exec(
      text,
    ) ?? []
  const isDone = product.split(/\s+/).some((word) => verbForm(word) !== undefined)
  const isNoName =
    /^(?:An?|The)$/u.test(brand) || [times, places].some((list) => list.find(brand).length > 0)
  return brand === '' || isDone || isNoName ? null : { brand, product: product.trim() }
}

const topicIn = (text: string): string => {
  const match =
    /\b(?:about|explain|explaining|explains|explainer on|on the topic of|discussing|discuss(?:es)?|introduction to|lesson on|lecture on|documentary (?:on|about)|guide to)\s+((?:how|why|what|the|a|an)?\s*[\p{L}\p{N}' -]{3,70}?)(?=[,.;:!?\n(]|\s+(?:in a|with a|for a|set in|recorded)\s|$)/iu.exec(
      text,
    )
  const plain =
    /\b((?:the )?(?:history|science|story|art) of [\p{L} ]{3,40}?|(?:how|why) (?:\p{L}+ ){1,4}(?:works?|matters?|happens?))(?=[,.;:!?\n]|$)/iu.exec(
      text,
    )
  const question = /(?:^|[:,]\s*)((?:how|why)\s+[\p{L}' -]{5,60}?)(?=[,.;:!?\n]|$)/iu.exec(text)
  const words = (match ?? plain ?? question)?.[1]?.trim().split(/\s+/) ?? []
  const [first = '', ...others] = words.length > 9 ? [] : words
  return [/^(?:the|an?|how|why|what)$/i.test(first) ? first.toLowerCase() : first, ...others].join(
    ' ',
  )
}

import { capital, titleCase } from '../cast/naming.ts'

/** What an invitation or an announcement says, word for word. */
export interface Notice {
  /** Who or what it is about, as a title: `Clara and James`. */
  readonly title: string
  /** With date, time and place: `Clara and James, Saturday 14 June 2025 at 3 pm, Oxford.` */
  readonly words: string
}

const occasion = '(?:invitation|invite|announcement|save[- ]the[- ]date)'
const headed = new RegExp(
  String.raw`^\s*(?:an?\s+|the\s+)?(?:(?!of|for|to)[\p{L}'-]+\s+){0,4}${occasion}(?:\s+(?:card|video|film|clip))?\s*(?:for|to|of|[:,–—-])\s*(?:an?\s+)?`,
  'iu',
)
const invited = /^\s*you(?:'re|\s+are)\s+(?:all\s+|cordially\s+|warmly\s+)?invited\s+to\s+/iu
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const when = new RegExp(
  String.raw`\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${month}|${month}\s+\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}(?::\d{2})?\s*(?:am|pm|o'clock)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b`,
  'iu',
)

/** "You are invited to Anna's party": what the words are about, where there is no time for more. */
export const withoutGreeting = (words: string): string => words.replace(invited, '')

/** The notice a text begins with; null for a text that begins with no invitation or announcement. */
export const noticeIn = (text: string): Notice | null => {
  const [first = '', ...others] = text.split(/(?<=[.!?])\s+|\n+/u)
  const said = first.replace(headed, '')
  const isInvited = invited.test(first)
  if (!isInvited && said === first) return null
  const about = isInvited ? first.replace(invited, '') : said
  // "Saturday 14 June at 3 pm, Oxford.": what only says when and where belongs to it.
  const details = others
    .slice(0, 3)
    .filter((part) => when.test(part) && !/\b(?:is|are)\b/.test(part))
  const title = about.split(/[,.:;!–—]|\s+(?:on|at|in)\s+(?=\p{Lu}|\d|the\s+\d)/u)[0]?.trim() ?? ''
  if (title === '' || title.length > 60 || ![first, ...details].some((part) => when.test(part)))
    return null
  const words = [isInvited ? first : about, ...details].map((part) =>
    part.trim().replace(/[^.!?…]$/u, '$&.'),
  )
  return { title: titleCase(title), words: capital(words.join(' ')) }
}

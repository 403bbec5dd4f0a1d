import { isInanimate } from '../words/acting-things.ts'
import { startAfter } from '../words/start-after.ts'
import type { Draft } from './cast-drafts.ts'

const relatives =
  /^(?:mother|mom|mum|mama|father|dad|papa|sister|brother|parent|son|daughter|twin|cousin|aunt|uncle|grandmother|grandfather|grandma|grandpa|baby|child)$/

/** Whoever is a child's sister, brother or friend is a child; undefined for other relatives and of grown people. */
export const childOfChild = (
  found: { readonly text: string; readonly word: string },
  before: string,
  drafts: readonly Draft[],
): string | undefined => {
  const isOwn = /(?<!\p{L})(?:his|her)\s+(?:(?!(?:big|older|grown)\s)\p{L}+\s+)?$/iu.test(before)
  const isPeer = /^(?:sister|brother|twin|friend|classmate|cousin)$/i.test(found.text)
  const owner = drafts.findLast(({ kind }) => kind === 'person')
  if (!(isOwn && isPeer && owner && /^(?:girl|boy|child)$/.test(owner.what))) return undefined
  if (found.word === 'woman') return 'girl'
  return found.word === 'man' ? 'boy' : 'child'
}

/** "A mother reads to her twins": they are her children, and not grown. */
export const isOffspring = (
  found: { readonly text: string },
  before: string,
  drafts: readonly Draft[],
): boolean =>
  /^(?:twins|triplets)$/i.test(found.text) &&
  /(?<!\p{L})(?:his|her|their)\s+(?:(?!(?:grown|adult)\s)\p{L}+\s+)?$/iu.test(before) &&
  drafts.some(({ noun }) => /(?:mother|father|mum|mom|dad|parent|nanny|sitter)$/.test(noun))

/** The animal whose mother, or brother, somebody is: "a lion cub finds its mother"; undefined for people's relatives. */
export const ownerOfRelative = (
  noun: string,
  before: string,
  drafts: readonly Draft[],
): Draft | undefined => {
  if (!relatives.test(noun)) return undefined
  const [, whose = ''] =
    /(?<!\p{L})(its|his|her|their|\p{L}+'s)\s+(?:[\p{L}-]+\s+){0,2}$/iu.exec(before) ?? []
  const living = drafts.filter((draft) => !isInanimate(draft))
  const beasts = living.filter(({ kind }) => kind !== 'person')
  const gender = { his: 'male', her: 'female' }[whose.toLowerCase()]
  const last =
    beasts.findLast((draft) => draft.gender === gender) ??
    (gender === undefined ? undefined : beasts.findLast(({ name }) => name !== null)) ??
    beasts.at(-1)
  if (whose === '' || !last) return undefined
  const named = whose.toLowerCase().replace(/'s$/, '')
  if (whose.endsWith("'s"))
    return beasts.find(
      ({ name, noun: own }) => name?.toLowerCase() === named || own.split(' ').at(-1) === named,
    )
  if (/^its$/i.test(whose)) return last
  const sentence = before.slice(startAfter('.!?\n', before))
  const isNear = ({ name, noun: own }: Draft): boolean =>
    (name !== null && sentence.includes(name)) ||
    (own !== '' && sentence.toLowerCase().includes(own.split(' ').at(-1) ?? ''))
  // "A boy finds a puppy …, and his mother": of the two the boy is a he.
  const isOfHim = ({ kind, gender: own }: Draft): boolean => kind === 'person' && own === gender
  if (gender !== undefined && last.gender !== gender && living.some(isOfHim)) return undefined
  const isOfPeople = living.some((draft) => draft.kind === 'person')
  if (!isOfPeople) return last
  return isNear(last) && !living.some((draft) => draft.kind === 'person' && isNear(draft))
    ? last
    : undefined
}

/** A daughter who drives is a woman; undefined for children, and for who is grown anyway. */
export const grownAs = ({ what, noun }: Draft, text: string): 'woman' | 'man' | undefined => {
  const child = /(?:^|\s)(daughter|son)$/.exec(noun)?.[1]
  if (child === undefined) return undefined
  const does = new RegExp(
    String.raw`\b(?:grown|adult)\s+${child}\b|\b${child}\s+(?:\p{L}+\s+)?(?:drives|marries|graduates|works|moves out|becomes a)(?!\p{L})`,
    'iu',
  )
  const rides = new RegExp(
    String.raw`\b${child}\s+(?:\p{L}+\s+)?rides\s+(?:it|(?:an?|the|his|her)\s+(?:\p{L}+\s+)?motor(?:cycle|bike))(?!\p{L})`,
    'iu',
  )
  const isGrown = does.test(text) || (rides.test(text) && /\bmotor(?:cycle|bike)/i.test(text))
  if (!isGrown) return undefined
  return what === 'girl' ? 'woman' : 'man'
}

import { seedFrom } from '../../../kit/hash.ts'
import { coats } from '../words/coats.ts'
import { clothesOfRole } from '../words/people.ts'
import type { CastEntry } from './read-cast.ts'

const hairs = ['auburn', 'black', 'dark brown', 'blond', 'chestnut', 'copper'] as const
const cuts: Readonly<Record<string, readonly string[]>> = {
  female: ['shoulder-length', 'long', 'short', 'braided'],
  male: ['short', 'curly', 'wavy', 'close-cropped'],
  unknown: ['short', 'shoulder-length', 'curly', 'tied-back'],
}
/** Old men and little girls are known by their hair. */
const cutsOf = ({ what, gender }: CastEntry, isOld: boolean): readonly string[] => {
  if (isOld && gender === 'male') return ['short', 'close-cropped']
  return what === 'girl' ? ['shoulder-length', 'long', 'braided'] : (cuts[gender] ?? [])
}

const clothes: Readonly<Record<string, readonly string[]>> = {
  adult: [
    'teal coat over a cream jumper, dark trousers',
    'mustard jacket, white shirt, navy trousers',
    'burgundy cardigan, grey shirt, brown trousers',
    'olive parka, striped shirt, blue jeans',
    'sky-blue shirt, sand-coloured trousers',
    'rust-red jumper, grey trousers',
  ],
  child: [
    'yellow jumper, blue trousers, red shoes',
    'red jumper, denim dungarees',
    'green hoodie, grey trousers',
    'striped blue shirt, beige trousers',
  ],
}
/** What is worn where it is hot. */
const summerClothes: typeof clothes = {
  adult: [
    'white t-shirt, sand-coloured shorts',
    'sky-blue shirt, cream trousers',
    'coral t-shirt, blue shorts',
    'striped shirt, olive shorts',
    'yellow t-shirt, blue jeans',
    'mint green shirt, white trousers',
  ],
  child: [
    'yellow t-shirt, blue shorts',
    'striped blue shirt, white shorts',
    'red t-shirt, grey shorts',
    'green t-shirt, white shorts',
  ],
}

/** What a child wears in the rain. */
const raincoat = 'yellow raincoat, blue trousers, red boots'

const isWet = (concept: string): boolean =>
  /\b(?:rain\p{L}*|puddles?|drizzle|downpour)\b/iu.test(concept)

const isHot = (concept: string): boolean =>
  /\b(?:summer|midsummer|heatwave|summer heat|hot (?:day|afternoon|sun)|beach|desert|tropical|swimming pool|sprinkler|ice creams?)\b/i.test(
    concept,
  ) && !/\b(?:winter|snow\p{L}*|autumn|fall|cold|rain\p{L}*|storm\p{L}*|icy?)\b/iu.test(concept)

const clothesFor = (concept: string, group: string): readonly string[] => {
  if (isHot(concept)) return summerClothes[group] ?? []
  const usual = clothes[group] ?? []
  return group === 'child' && isWet(concept) ? [raincoat, ...usual.slice(1)] : usual
}

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

/**
 * The look of a cast member in full words, the same for the same concept, different from the others in the cast.
 *
 * @param index place in the cast, from 0
 * @param concept chooses with which clothes the cast begins
 */
export const lookOf = (entry: CastEntry, index: number, concept: string): string => {
  const seed = seedFrom('look', entry.noun, entry.name ?? '')
  const coat =
    coats[entry.noun.toLowerCase()] ??
    coats[entry.noun.toLowerCase().split(' ').at(-1) ?? ''] ??
    coats[entry.what]
  const traits = entry.traits.filter(
    (trait) => !/^(?:old|elderly|aged|young|little|small)$/.test(trait),
  )
  if (entry.kind !== 'person') {
    const usual = coat ? pick(coat, seed + index) : 'as described, always the same'
    const colour = traits.find((trait) => isColour.test(trait) && isCoat.test(usual))
    const own = traits.filter((trait) => trait !== colour).map((trait) => `${trait}, `)
    return `${own.join('')}${colour === undefined ? usual : usual.replace(isCoat, colour)}`
  }
  const group = ageGroup(entry)
  const isChild = group === 'child'
  const isOld =
    entry.traits.some((trait) => /^(?:old|elderly|aged|retired)$/.test(trait)) ||
    /grand(?:m|f|p)/.test(entry.noun)
  const hair = isOld ? 'grey' : pick(hairs, (seed % 7) + index * 2)
  const cut = pick(cutsOf(entry, isOld), seed + index)
  const build = pick(builds[group], (seed % 5) + index)
  const worn =
    clothesGiven(entry) ??
    pick(clothesFor(concept, group), (seedFrom('clothes', concept) % 60) + index)
  const other = traits.filter((trait) => !/year-old/.test(trait))
  return [
    `${figure(entry)}, ${age(entry, isChild, isOld)}`,
    ...other,
    `${build} build`,
    `${cut} ${hair} hair`,
    ...(isOld && entry.gender === 'male' && seed % 2 === 0 ? ['grey beard'] : []),
    worn,
  ].join(', ')
}

const isColour =
  /^(?:brown|black|white|golden|gold|grey|gray|red|orange|yellow|green|blue|pink|purple)$/

/** The colour of a coat among the words for what an animal looks like. */
const isCoat =
  /[\p{L}-]+(?: and [\p{L}-]+| tabby)?(?= (?:coat|fur|wool|plumage|skin|scales|back|wings|down|body|spines|shell)(?!\p{L}))/u

/** The clothes the client gives somebody, else those of their trade; a knight with a helmet is in armour all the same. */
const clothesGiven = ({ wears, noun, what }: CastEntry): string | undefined => {
  const usual = clothesOfRole(noun) ?? clothesOfRole(noun.split(' ').at(-1) ?? '')
  const trade = what === 'man' && usual?.endsWith('dress') ? 'white shirt, black trousers' : usual
  const given = wears.replace(/^an?\s+/, '')
  if (given === '') return trade
  return trade && headgear.test(given) ? `${given}, ${trade}` : given
}

const headgear = /^(?:[\p{L}-]+\s+){0,3}(?:helmet|hat|cap|crown|beret|veil|scarf)$/iu

const ageGroup = ({ what }: CastEntry): 'adult' | 'child' =>
  what === 'girl' || what === 'boy' ? 'child' : 'adult'

const figure = (entry: CastEntry): string =>
  ageGroup(entry) === 'child' ? `${entry.what}, child` : entry.what

const builds = {
  adult: ['slim', 'sturdy', 'slender', 'broad-shouldered'],
  child: ['small', 'slight'],
} as const

const age = (entry: CastEntry, isChild: boolean, isOld: boolean): string => {
  const said = entry.traits.find((trait) => /year-old/.test(trait))
  if (said) return `${Number.parseInt(said, 10)} years old`
  if (isOld) return 'about 70 years old'
  if (/\bteen(?:ager)?$/.test(entry.noun) || entry.traits.includes('teenage'))
    return 'about 15 years old'
  if (isChild || entry.what === 'child') return 'about 8 years old'
  return entry.traits.includes('young') ? 'about 25 years old' : 'about 35 years old'
}

import type { Appearance } from './appearance.ts'
import type { Rgb } from './colour.ts'
import { readColour, shift } from './colour.ts'
import type { Dice } from './dice.ts'

/** A piece of clothing. */
export interface Garment {
  readonly kind: TopKind | BottomKind
  readonly colour: Rgb
}

/** Clothes of the upper body; a dress or a gown covers the legs as well. */
export type TopKind =
  | 'shirt'
  | 't-shirt'
  | 'sweater'
  | 'jacket'
  | 'coat'
  | 'suit'
  | 'dress'
  | 'robe'
  | 'uniform'
  | 'spacesuit'

/** Clothes of the legs. */
export type BottomKind = 'trousers' | 'shorts' | 'skirt'

/** Things worn besides clothes. */
export type Extra =
  | 'scarf'
  | 'hat'
  | 'cap'
  | 'beanie'
  | 'helmet'
  | 'chef-hat'
  | 'crown'
  | 'hood'
  | 'glasses'
  | 'backpack'
  | 'apron'
  | 'tie'

const colourNames: Readonly<Record<string, string>> = {
  red: '#b03a34',
  crimson: '#96242e',
  scarlet: '#c0392b',
  maroon: '#6f2832',
  burgundy: '#6b2436',
  orange: '#cf7334',
  yellow: '#d9ac3c',
  mustard: '#bf923a',
  gold: '#c79a3e',
  golden: '#c79a3e',
  green: '#4f7a55',
  olive: '#6c6f42',
  emerald: '#2f7a5d',
  mint: '#9cc8b0',
  teal: '#2f7478',
  turquoise: '#3f9a9c',
  blue: '#3f6699',
  navy: '#2a3654',
  indigo: '#3c3f78',
  sky: '#7fa9cc',
  denim: '#47618a',
  purple: '#6b4a80',
  violet: '#705090',
  lavender: '#a596c0',
  lilac: '#b49cc4',
  pink: '#d08a98',
  rose: '#c27784',
  magenta: '#a8437c',
  brown: '#6e4c36',
  tan: '#b3906a',
  beige: '#cdb896',
  cream: '#e6dac0',
  khaki: '#9a8d66',
  camel: '#b78a58',
  white: '#e9e6df',
  ivory: '#e8e0cd',
  black: '#2b2a30',
  grey: '#7d8087',
  gray: '#7d8087',
  silver: '#a9adb4',
  charcoal: '#42454d',
  copper: '#a8623c',
}

const topColours = [
  '#8f3b35',
  '#36587f',
  '#4e6e55',
  '#a9762f',
  '#6a4a70',
  '#2f6468',
  '#84614a',
  '#52596a',
  '#b58a58',
  '#9c4f5c',
] as const
const bottomColours = ['#39435a', '#4a4640', '#2d2f38', '#5d5a52', '#47618a', '#655142'] as const

// Nearer than this, by red, green and blue, cloth is taken for skin.
const clothApart = 80

/** The colour rolled, or the next one of the list that is not taken for skin. */
const apartFrom = (skin: Rgb, rolled: string, all: readonly string[]): Rgb => {
  const from = all.indexOf(rolled)
  const inTurn = [...all.slice(from), ...all.slice(0, from)].map(readColour)
  const isApart = ({ r, g, b }: Rgb): boolean =>
    Math.hypot(r - skin.r, g - skin.g, b - skin.b) > clothApart
  return inTurn.find(isApart) ?? readColour(rolled)
}

const usualTops: Readonly<Record<'woman' | 'man' | 'child', readonly [TopKind, ...TopKind[]]>> = {
  woman: ['sweater', 'coat', 'shirt', 'dress', 'jacket'],
  man: ['shirt', 'jacket', 'sweater', 't-shirt', 'coat'],
  child: ['t-shirt', 'sweater', 'shirt', 't-shirt', 'sweater'],
}

/** Whether a text holds one of the words, alone or in the plural. */
export const has = (text: string, ...words: readonly string[]): boolean =>
  words.some((word) => new RegExp(`(?:^|[^a-z])${word}(?:s|es)?(?![a-z])`, 'u').test(text))

/** A garment's or thing's colour: the colour word nearest before it in its own clause. */
export const colourBefore = (text: string, words: readonly string[]): Rgb | null => {
  for (const word of words) {
    const match = new RegExp(`([a-z -]*)(?:^|[^a-z])${word}`, 'u').exec(text)
    const clause = match?.[1]?.split(/ and | with | in (?!a )/u).at(-1) ?? ''
    const named = clause.split(/[ -]+/u).slice(-4).toReversed()
    for (const name of named) {
      const colour = colourNames[name]
      if (colour) return readColour(colour)
    }
  }
  return null
}

interface TopRule {
  readonly words: readonly string[]
  readonly kind: TopKind
  readonly colour?: string
}

const topRules: readonly TopRule[] = [
  { words: ['spacesuit', 'space suit', 'astronaut'], kind: 'spacesuit', colour: '#dad8d2' },
  { words: ['lab coat', 'scientist', 'doctor'], kind: 'coat', colour: '#e4e4e0' },
  { words: ['raincoat'], kind: 'coat', colour: '#d9ac3c' },
  { words: ['trench coat', 'trenchcoat', 'detective'], kind: 'coat', colour: '#b0966c' },
  { words: ['overcoat', 'coat', 'parka', 'cloak'], kind: 'coat' },
  { words: ['armour', 'armor', 'knight'], kind: 'uniform', colour: '#9aa1ab' },
  { words: ['robe', 'kimono', 'monk', 'wizard', 'gown'], kind: 'robe' },
  { words: ['dress', 'sundress'], kind: 'dress' },
  { words: ['tuxedo', 'suit', 'blazer', 'business', 'groom'], kind: 'suit', colour: '#343a4a' },
  {
    words: [
      'uniform',
      'police',
      'soldier',
      'firefighter',
      'pilot',
      'overalls',
      'jumpsuit',
      'scrubs',
      'nurse',
      'mechanic',
    ],
    kind: 'uniform',
    colour: '#3d5674',
  },
  { words: ['jacket', 'anorak', 'windbreaker', 'vest'], kind: 'jacket' },
  {
    words: ['sweater', 'jumper', 'hoodie', 'cardigan', 'pullover', 'knit', 'sweatshirt'],
    kind: 'sweater',
  },
  { words: ['t-shirt', 'tee', 'tank top'], kind: 't-shirt' },
  { words: ['shirt', 'blouse', 'tunic'], kind: 'shirt' },
]

/** The garment of the upper body that a text names. */
export const readTop = (
  text: string,
  dice: Dice,
  { sex, age, skin }: Pick<Appearance, 'sex' | 'age' | 'skin'>,
): Garment => {
  const rolled = apartFrom(skin, dice.pick(topColours), topColours)
  const kind = dice.pick(usualTops[age === 'child' ? 'child' : sex])
  for (const rule of topRules) {
    if (!has(text, ...rule.words)) continue
    const fallback = rule.colour ? readColour(rule.colour) : rolled
    return { kind: rule.kind, colour: colourBefore(text, rule.words) ?? fallback }
  }
  const wearing = /(?:in|wearing|dressed in) ([a-z]+)(?:$|[ ,.])/u.exec(text)?.[1]
  const plain = wearing ? colourNames[wearing] : undefined
  return { kind, colour: plain ? readColour(plain) : rolled }
}

/** The garment of the legs that a text names. */
export const readBottom = (
  text: string,
  dice: Dice,
  { top, skin }: Pick<Appearance, 'top' | 'skin'>,
): Garment => {
  const rolled = apartFrom(skin, dice.pick(bottomColours), bottomColours)
  if (has(text, 'skirt')) return { kind: 'skirt', colour: colourBefore(text, ['skirt']) ?? rolled }
  if (has(text, 'shorts'))
    return { kind: 'shorts', colour: colourBefore(text, ['shorts']) ?? rolled }
  if (top.kind === 'suit' || top.kind === 'uniform')
    return { kind: 'trousers', colour: shift(top.colour, -0.12) }
  if (top.kind === 'spacesuit') return { kind: 'trousers', colour: top.colour }
  const jeans = has(text, 'jeans') ? readColour('#47618a') : rolled
  return {
    kind: 'trousers',
    colour: colourBefore(text, ['trousers', 'pants', 'jeans', 'leggings']) ?? jeans,
  }
}

interface ExtraRule {
  readonly words: readonly string[]
  readonly extra: Extra
  readonly colour: string
}

const extraRules: readonly ExtraRule[] = [
  { words: ['scarf', 'shawl'], extra: 'scarf', colour: '#b8863c' },
  { words: ['chef', 'baker'], extra: 'chef-hat', colour: '#ece8df' },
  {
    words: ['helmet', 'astronaut', 'spacesuit', 'space suit', 'firefighter', 'knight', 'cyclist'],
    extra: 'helmet',
    colour: '#c9cbd0',
  },
  {
    words: ['beanie', 'woolly hat', 'wool hat', 'knit cap', 'knit hat'],
    extra: 'beanie',
    colour: '#a04a3a',
  },
  { words: ['cap', 'baseball cap', 'police', 'captain'], extra: 'cap', colour: '#33415c' },
  {
    words: ['hat', 'fedora', 'straw hat', 'sunhat', 'cowboy', 'wizard', 'farmer', 'detective'],
    extra: 'hat',
    colour: '#7a5d3f',
  },
  { words: ['crown', 'queen', 'king', 'princess'], extra: 'crown', colour: '#d4aa48' },
  { words: ['hood', 'hooded'], extra: 'hood', colour: '#4c4a52' },
  { words: ['glasses', 'spectacles', 'bespectacled'], extra: 'glasses', colour: '#2c2a2e' },
  {
    words: ['backpack', 'rucksack', 'hiker', 'backpacker', 'schoolbag'],
    extra: 'backpack',
    colour: '#5f6b4c',
  },
  {
    words: ['apron', 'chef', 'baker', 'barista', 'potter', 'cook', 'shopkeeper'],
    extra: 'apron',
    colour: '#d8cdb8',
  },
  { words: ['tie', 'businessman'], extra: 'tie', colour: '#7d2f35' },
]

const headgear: readonly Extra[] = ['hat', 'cap', 'beanie', 'helmet', 'chef-hat', 'crown', 'hood']

/** Hats, glasses, scarves and the like that a text names. */
export const readExtras = (text: string, dice: Dice): ReadonlyMap<Extra, Rgb> => {
  const extras = new Map<Extra, Rgb>()
  for (const rule of extraRules) {
    if (!has(text, ...rule.words)) continue
    if (headgear.includes(rule.extra) && headgear.some((extra) => extras.has(extra))) continue
    extras.set(rule.extra, colourBefore(text, rule.words) ?? readColour(rule.colour))
  }
  if (dice.roll() < 0.08 && !extras.has('glasses')) extras.set('glasses', readColour('#2c2a2e'))
  return extras
}

/** Colours that are nothing else as well, as a rose and a camel are. */
const plainColours =
  /^(?:red|crimson|scarlet|orange|yellow|gold|golden|green|olive|teal|turquoise|blue|navy|purple|violet|pink|brown|beige|cream|white|black|grey|gray|silver)$/u

/** The colour word that a text gives a garment, next before it or a few words before; empty for none. */
const colourWord = (text: string, word: string): string => {
  const before = new RegExp(`([a-z -]*)(?:^|[^a-z])${word}(?![a-z])`, 'u').exec(text)?.[1] ?? ''
  const clause = before.split(/ and | with | in (?!a )/u).at(-1) ?? ''
  const named = clause.split(/[ -]+/u).slice(-4).toReversed()
  return named.find((name) => plainColours.test(name)) ?? ''
}

/** The clothes of a look that are drawn as it names them, with the colours it gives them: `orange shirt`, `hat`. */
export const wornWords = (look: string): readonly string[] => {
  const text = look.toLowerCase()
  const names = (words: readonly string[]): readonly string[] =>
    words.filter((word) => clothes.test(word) && has(text, word)).slice(0, 1)
  const top = topRules.find(({ words }) => has(text, ...words))
  const extras = extraRules.filter(({ words }) => has(text, ...words))
  const head = extras.find(({ extra }) => headgear.includes(extra))
  const worn = [
    ...names(top?.words ?? []),
    ...names(['skirt', 'shorts', 'jeans', 'trousers', 'boots']),
    ...extras
      .filter((rule) => rule === head || !headgear.includes(rule.extra))
      .flatMap(({ words }) => names(words)),
  ]
  return worn.map((word) => `${colourWord(text, word)} ${word}`.trim())
}

/** Among the words that a garment goes by, those that are not the people who wear it. */
const clothes =
  /(?:suit|coat|robe|kimono|gown|dress|tuxedo|blazer|uniform|overalls|scrubs|jacket|anorak|windbreaker|vest|sweater|jumper|hoodie|cardigan|pullover|shirt|tee|top|blouse|tunic|parka|cloak|armou?r|scarf|shawl|helmet|beanie|hat|cap|fedora|crown|hood|glasses|backpack|rucksack|apron|tie|skirt|shorts|jeans|trousers|boots)$/u

import type { Rgb } from './colour.ts'
import { readColour, shift } from './colour.ts'
import { type Dice, hashText, makeDice } from './dice.ts'

/** What a person looks like, all choices made. */
export interface Appearance {
  readonly age: 'child' | 'adult' | 'old'
  readonly sex: 'woman' | 'man'
  /** 1 is average. */
  readonly height: number
  /** 1 is average. */
  readonly girth: number
  readonly skin: Rgb
  readonly eyes: Rgb
  readonly hair: HairLook
  readonly beard: 'none' | 'stubble' | 'short' | 'long' | 'moustache'
  readonly top: Garment
  readonly bottom: Garment
  readonly shoes: Rgb
  readonly extras: ReadonlyMap<Extra, Rgb>
  readonly robot: boolean
}

/** Cut and colour of the hair. */
export interface HairLook {
  readonly cut: 'bald' | 'cropped' | 'short' | 'bob' | 'long' | 'curly' | 'bun' | 'ponytail'
  readonly colour: Rgb
}

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

const hairNames: Readonly<Record<string, string>> = {
  black: '#211d20',
  dark: '#2f241f',
  brown: '#5a3d2a',
  chestnut: '#6a4027',
  blonde: '#c8a463',
  blond: '#c8a463',
  fair: '#c8a463',
  golden: '#c8a463',
  red: '#93472a',
  ginger: '#a9562c',
  auburn: '#743721',
  grey: '#8c8c8e',
  gray: '#8c8c8e',
  silver: '#b1b3b8',
  white: '#dcdad6',
  pink: '#c9738d',
  blue: '#4a6a9c',
  green: '#5c8a68',
  purple: '#755090',
  orange: '#b0602f',
}

const skins = ['#f0cdb2', '#e6b996', '#d9a47c', '#c08a62', '#9c6a47', '#7e5137', '#69442f'] as const
const irises = ['#4b3526', '#5d4630', '#3f6076', '#57714f', '#6d7480'] as const
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

const has = (text: string, ...words: readonly string[]): boolean =>
  words.some((word) => new RegExp(`(?:^|[^a-z])${word}(?:s|es)?(?![a-z])`, 'u').test(text))

/** A garment's or thing's colour: the colour word nearest before it in its own clause. */
const colourBefore = (text: string, words: readonly string[]): Rgb | null => {
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

/**
 * Reads a look in words. What the words leave open is chosen by the identity, so that a person looks the same in
 * every shot of every production.
 *
 * @param words what and look, such as `tall woman with short black hair in a red coat`
 * @param identity whatever names the person: cast id and name
 */
export const readAppearance = (words: string, identity: string): Appearance => {
  const text = words.toLowerCase()
  const dice = makeDice(hashText(identity))
  const sex = readSex(text, dice)
  const age = readAge(text)
  const build = readBuild(text, dice, age)
  const skin = readSkin(text, dice)
  const eyes = readColour(readEyes(text) ?? dice.pick(irises))
  const hair = readHair(text, dice, { sex, age })
  const beard = readBeard(text, dice, { sex, age })
  const robot = has(text, 'robot', 'android', 'cyborg', 'droid')
  const top = readTop(text, dice, sex)
  const bottom = readBottom(text, dice, top)
  return {
    age,
    sex,
    ...build,
    skin,
    eyes,
    hair,
    beard,
    top,
    bottom,
    robot,
    shoes:
      colourBefore(text, ['boot', 'shoe', 'sneaker']) ??
      readColour(dice.pick(['#2b2724', '#4a3628', '#33363d', '#6c5a4a'])),
    extras: readExtras(text, dice),
  }
}

const readSex = (text: string, dice: Dice): Appearance['sex'] => {
  const roll = dice.roll()
  if (
    has(
      text,
      'woman',
      'women',
      'girl',
      'lady',
      'mother',
      'mom',
      'grandmother',
      'grandma',
      'female',
      'she',
      'queen',
      'princess',
      'daughter',
      'sister',
      'bride',
      'wife',
      'actress',
      'ballerina',
      'waitress',
      'her',
    )
  )
    return 'woman'
  if (
    has(
      text,
      'man',
      'men',
      'boy',
      'guy',
      'gentleman',
      'father',
      'dad',
      'grandfather',
      'grandpa',
      'male',
      'he',
      'king',
      'prince',
      'son',
      'brother',
      'groom',
      'husband',
      'fisherman',
      'waiter',
      'his',
    )
  )
    return 'man'
  if (/beard|moustache|mustache/u.test(text)) return 'man'
  if (has(text, 'dress', 'skirt', 'gown', 'bun', 'ponytail')) return 'woman'
  return roll < 0.5 ? 'woman' : 'man'
}

const readAge = (text: string): Appearance['age'] => {
  if (
    has(
      text,
      'child',
      'children',
      'kid',
      'boy',
      'girl',
      'toddler',
      'baby',
      'son',
      'daughter',
      'pupil',
    )
  )
    return 'child'
  if (
    has(
      text,
      'old',
      'elderly',
      'aged',
      'grandmother',
      'grandma',
      'grandfather',
      'grandpa',
      'senior',
      'wizard',
      '[67-9][0-9](?:-year-old)?',
    )
  )
    return 'old'
  return 'adult'
}

const readBuild = (
  text: string,
  dice: Dice,
  age: Appearance['age'],
): { height: number; girth: number } => {
  const base = age === 'child' ? 0.68 : age === 'old' ? 0.95 : 1
  const tall = has(text, 'tall', 'lanky')
    ? 1.06
    : /\bshort (?:man|woman|person|stocky|guy|lady)|petite|small/u.test(text)
      ? 0.93
      : dice.between(0.97, 1.03)
  const girth = has(text, 'slim', 'slender', 'thin', 'lanky', 'petite')
    ? 0.9
    : has(
          text,
          'stocky',
          'heavy',
          'broad',
          'large',
          'plump',
          'fat',
          'burly',
          'muscular',
          'sturdy',
          'big',
        )
      ? 1.2
      : dice.between(0.95, 1.06)
  return { height: base * tall, girth }
}

const readSkin = (text: string, dice: Dice): Rgb => {
  const chosen = dice.pick(skins)
  if (/pale|fair[- ]skin|light[- ]skin/u.test(text)) return readColour(skins[0])
  if (/dark[- ]skin|black (?:man|woman)|african|ebony/u.test(text)) return readColour(skins[5])
  if (/brown[- ]skin|indian|south asian/u.test(text)) return readColour(skins[4])
  if (/tanned|olive[- ]skin|latin|mediterranean/u.test(text)) return readColour(skins[3])
  if (/asian|japanese|chinese|korean/u.test(text)) return readColour(skins[1])
  return readColour(chosen)
}

const readEyes = (text: string): string | null => {
  const named = /(blue|green|grey|gray|brown|dark|hazel) eyes/u.exec(text)?.[1]
  const table: Readonly<Record<string, string>> = {
    blue: irises[2],
    green: irises[3],
    grey: irises[4],
    gray: irises[4],
    brown: irises[0],
    dark: irises[0],
    hazel: irises[1],
  }
  return named ? (table[named] ?? null) : null
}

const readHair = (
  text: string,
  dice: Dice,
  who: { readonly sex: Appearance['sex']; readonly age: Appearance['age'] },
): HairLook => {
  const clause =
    /((?:[a-z-]+ ){0,4})(?:hair|curls|bun|ponytail|bob|braid|locks)/u.exec(text)?.[0] ?? ''
  const named = clause.split(/[ -]+/u).find((word) => hairNames[word])
  const blonde = /blond|brunette|redhead/u.exec(text)?.[0]
  const byWord: Readonly<Record<string, string>> = {
    blond: '#c8a463',
    brunette: '#5a3d2a',
    redhead: '#93472a',
  }
  const rolled = dice.pick(['#211d20', '#33261f', '#4c3424', '#6a4027', '#8a5a34', '#c09a5c'])
  const aged = who.age === 'old' ? dice.pick(['#b1b3b8', '#dcdad6', '#98989c']) : rolled
  const colour = readColour((named ? hairNames[named] : undefined) ?? byWord[blonde ?? ''] ?? aged)
  const cuts: readonly (readonly [RegExp, HairLook['cut']])[] = [
    [/\bbald|shaved head/u, 'bald'],
    [/\bbun\b|top ?knot|chignon/u, 'bun'],
    [/ponytail|pony tail|braid|plait|pigtail/u, 'ponytail'],
    [/curly|curls|afro|frizzy|wavy/u, 'curly'],
    [/\bbob\b|shoulder[- ]length|chin[- ]length/u, 'bob'],
    [/long(?:,? [a-z-]+){0,3} (?:hair|locks)/u, 'long'],
    [/buzz|cropped|crew cut/u, 'cropped'],
    [/short(?:,? [a-z-]+){0,3} hair/u, 'short'],
  ]
  const found = cuts.find(([pattern]) => pattern.test(text))?.[1]
  const open: HairLook['cut'] =
    who.sex === 'woman'
      ? dice.pick(['long', 'bob', 'bun', 'ponytail', 'long', 'curly'])
      : dice.pick(['short', 'short', 'cropped', 'curly'])
  return { cut: found ?? open, colour }
}

const readBeard = (
  text: string,
  dice: Dice,
  who: { readonly sex: Appearance['sex']; readonly age: Appearance['age'] },
): Appearance['beard'] => {
  const roll = dice.roll()
  if (/clean[- ]shaven|no beard/u.test(text) || who.age === 'child') return 'none'
  if (/long [a-z ]{0,12}beard|wizard/u.test(text)) return 'long'
  if (/stubble/u.test(text)) return 'stubble'
  if (/beard/u.test(text)) return 'short'
  if (/moustache|mustache/u.test(text)) return 'moustache'
  if (who.sex === 'woman') return 'none'
  return roll < 0.2 ? 'stubble' : roll < 0.34 ? 'short' : 'none'
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
  { words: ['trench coat', 'overcoat', 'coat', 'parka', 'cloak'], kind: 'coat' },
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

const readTop = (text: string, dice: Dice, sex: Appearance['sex']): Garment => {
  const rolled = readColour(dice.pick(topColours))
  const kind = dice.pick(
    sex === 'woman'
      ? ['sweater', 'coat', 'shirt', 'dress', 'jacket']
      : ['shirt', 'jacket', 'sweater', 't-shirt', 'coat'],
  ) as TopKind
  for (const rule of topRules) {
    if (!has(text, ...rule.words)) continue
    const fallback = rule.colour ? readColour(rule.colour) : rolled
    return { kind: rule.kind, colour: colourBefore(text, rule.words) ?? fallback }
  }
  const wearing = /(?:in|wearing|dressed in) ([a-z]+)(?:$|[ ,.])/u.exec(text)?.[1]
  const plain = wearing ? colourNames[wearing] : undefined
  return { kind, colour: plain ? readColour(plain) : rolled }
}

const readBottom = (text: string, dice: Dice, top: Garment): Garment => {
  const rolled = readColour(dice.pick(bottomColours))
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
    words: ['helmet', 'astronaut', 'spacesuit', 'firefighter', 'knight', 'cyclist'],
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

const readExtras = (text: string, dice: Dice): ReadonlyMap<Extra, Rgb> => {
  const extras = new Map<Extra, Rgb>()
  for (const rule of extraRules) {
    if (!has(text, ...rule.words)) continue
    if (headgear.includes(rule.extra) && headgear.some((extra) => extras.has(extra))) continue
    extras.set(rule.extra, colourBefore(text, rule.words) ?? readColour(rule.colour))
  }
  if (dice.roll() < 0.08 && !extras.has('glasses')) extras.set('glasses', readColour('#2c2a2e'))
  return extras
}

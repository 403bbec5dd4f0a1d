import type { Rgb } from '../brush/colour.ts'
import { readColour, shift } from '../brush/colour.ts'
import type { Dice } from '../brush/dice.ts'
import { namedColours } from '../brush/named-colours.ts'
import type { Appearance } from '../people/appearance.ts'
import { colourBefore, has, policeWords } from './look-words.ts'

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
  | 'gown'
  | 'kimono'
  | 'toga'
  | 'waistcoat'
  | 'uniform'
  | 'spacesuit'

/** Clothes of the legs. */
export type BottomKind = 'trousers' | 'shorts' | 'skirt'

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

interface TopRule {
  readonly words: readonly string[]
  readonly kind: TopKind
  readonly colour?: string
}

/** What is worn above, by the words that name it. */
export const topRules: readonly TopRule[] = [
  {
    words: ['spacesuit', 'space suit', 'astronaut', 'cosmonaut'],
    kind: 'spacesuit',
    colour: '#dad8d2',
  },
  { words: ['lab coat', 'white coat', 'scientist', 'doctor'], kind: 'coat', colour: '#e4e4e0' },
  { words: ['raincoat', 'oilskin coat', 'rain jacket'], kind: 'coat', colour: '#d9ac3c' },
  { words: ['trench coat', 'trenchcoat', 'detective'], kind: 'coat', colour: '#c2a878' },
  { words: ['chef', "chef's jacket"], kind: 'uniform', colour: '#ebe8e0' },
  { words: ['nurse', 'scrubs', 'paramedic'], kind: 'uniform', colour: '#8fb4cf' },
  { words: ['soldier', 'fatigues', 'army'], kind: 'uniform', colour: '#5d6642' },
  { words: ['firefighter', 'fireman'], kind: 'uniform', colour: '#2b3140' },
  {
    words: [...policeWords, 'uniform', 'pilot', 'guard', 'captain'],
    kind: 'uniform',
    colour: '#232f4c',
  },
  {
    words: ['armour', 'armor', 'knight', 'legionary', 'centurion', 'gladiator'],
    kind: 'uniform',
    colour: '#9aa1ab',
  },
  { words: ['overcoat', 'coat', 'parka', 'cloak', 'cape', 'poncho'], kind: 'coat' },
  { words: ['toga', 'senator'], kind: 'toga', colour: '#ece8dc' },
  { words: ['kimono', 'yukata', 'geisha', 'samurai'], kind: 'kimono', colour: '#9c3440' },
  {
    words: ['wedding dress', 'wedding gown', 'bridal gown', 'bride'],
    kind: 'gown',
    colour: '#f2efe8',
  },
  { words: ['gown', 'ball ?gown', 'evening dress', 'princess'], kind: 'gown' },
  { words: ['robe', 'bathrobe', 'monk', 'wizard', 'priest', 'nun', 'judge'], kind: 'robe' },
  { words: ['dress', 'sundress', 'dirndl', 'nightgown', 'sari'], kind: 'dress' },
  {
    words: ['tuxedo', 'suit', 'blazer', 'business', 'businessman', 'businesswoman', 'groom'],
    kind: 'suit',
    colour: '#343a4a',
  },
  {
    words: ['overalls', 'jumpsuit', 'boiler suit', 'mechanic'],
    kind: 'uniform',
    colour: '#3d5674',
  },
  { words: ['waistcoat'], kind: 'waistcoat' },
  { words: ['running vest', 'vest top', 'singlet'], kind: 't-shirt' },
  { words: ['jacket', 'anorak', 'windbreaker', 'vest', 'blouson'], kind: 'jacket' },
  {
    words: [
      'sweater',
      'jumper',
      'hoodie',
      'cardigan',
      'pullover',
      'knit',
      'sweatshirt',
      'turtleneck',
    ],
    kind: 'sweater',
  },
  { words: ['t-shirt', 'tee', 'jersey', 'tank top', 'leotard'], kind: 't-shirt' },
  { words: ['shirt', 'blouse', 'tunic', 'pyjamas', 'pajamas'], kind: 'shirt' },
]

/** The garment of the upper body that a text names. */
export const readTop = (
  text: string,
  dice: Dice,
  { sex, age, skin }: Pick<Appearance, 'sex' | 'age' | 'skin'>,
): Garment => {
  const rolled = apartFrom(skin, dice.pick(topColours), topColours)
  const usual = dice.pick(usualTops[age === 'child' ? 'child' : sex])
  // Dungarees are worn over a shirt.
  const kind = has(text, 'dungarees') ? 'shirt' : usual
  for (const rule of topRules) {
    if (!has(text, ...rule.words)) continue
    const fallback = rule.colour ? readColour(rule.colour) : rolled
    const named = rule.kind === 'uniform' ? [...rule.words, 'uniform', 'tunic'] : rule.words
    return { kind: rule.kind, colour: colourBefore(text, named) ?? fallback }
  }
  const wearing = /(?:in|wearing|dressed in) ([a-z]+)(?:$|[ ,.])/u.exec(text)?.[1]
  const plain = wearing ? namedColours[wearing] : undefined
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
    colour:
      colourBefore(text, ['trousers', 'pants', 'jeans', 'leggings', 'dungarees']) ??
      (has(text, 'dungarees') ? readColour('#3f5f8c') : jeans),
  }
}

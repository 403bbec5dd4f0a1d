import type { Rgb } from './colour.ts'
import { readColour } from './colour.ts'
import { type Dice, hashText, makeDice } from './dice.ts'
import {
  colourBefore,
  type Extra,
  type Garment,
  has,
  readBottom,
  readExtras,
  readTop,
} from './wardrobe.ts'

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

const skins = ['#f0cdb2', '#e6b996', '#d9a47c', '#c08a62', '#9c6a47', '#7e5137', '#69442f'] as const
const irises = ['#4b3526', '#5d4630', '#3f6076', '#57714f', '#6d7480'] as const
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
  copper: '#a8512b',
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
  const top = readTop(text, dice, { sex, age, skin })
  const bottom = readBottom(text, dice, { top, skin })
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

const yearsOld = /\b(\d+)\s*-?\s*years?[- ]old\b/u

/** A number of years decides; else the words, of which the `old` in "35 years old" is none. */
const readAge = (text: string): Appearance['age'] => {
  const years = Number(yearsOld.exec(text)?.[1] ?? Number.NaN)
  if (!Number.isNaN(years)) return years < 14 ? 'child' : years < 60 ? 'adult' : 'old'
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
  const pale = /blond|copper|ginger|red hair|redhead|auburn|freckle/u.test(text)
  return readColour(pale ? (skins[Math.floor((skins.indexOf(chosen) * 3) / 7)] ?? chosen) : chosen)
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

/** The colour that a text gives hair, by its name. */
const hairColourName = (text: string): string | undefined => {
  const clause =
    /((?:[a-z-]+ ){0,4})(?:hair|curls|bun|ponytail|bob|braid|locks)/u.exec(text)?.[0] ?? ''
  return clause.split(/[ -]+/u).find((word) => hairNames[word])
}

/** The hair of a look as it is drawn: `pink hair`, `curly hair`; nothing where the look does not say how it is. */
export const hairWords = (look: string): readonly string[] => {
  const text = look.toLowerCase()
  const named = hairColourName(text)
  const cut = /\b(long|short|curly)(?=(?:,? [a-z-]+){0,3} hair\b)/u.exec(text)?.[1]
  return [named, cut].flatMap((word) => (word ? [`${word} hair`] : []))
}

const readHair = (
  text: string,
  dice: Dice,
  who: { readonly sex: Appearance['sex']; readonly age: Appearance['age'] },
): HairLook => {
  const named = hairColourName(text)
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
    [/ponytail|pony tail|braid|plait|pigtail|tied[- ]back/u, 'ponytail'],
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

import type { Rgb } from '../brush/colour.ts'
import { readColour } from '../brush/colour.ts'
import { type Dice, hashText, makeDice } from '../brush/dice.ts'
import { type Extra, readExtras } from '../clothes/extras.ts'
import { colourBefore, has } from '../clothes/look-words.ts'
import { type Garment, readBottom, readTop } from '../clothes/wardrobe.ts'
import { readBeard, readHair } from './hair-words.ts'

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
  readonly cut:
    | 'bald'
    | 'receding'
    | 'cropped'
    | 'short'
    | 'bob'
    | 'long'
    | 'curly'
    | 'bun'
    | 'ponytail'
  readonly colour: Rgb
}

const skins = ['#f0cdb2', '#e6b996', '#d9a47c', '#c08a62', '#9c6a47', '#7e5137', '#69442f'] as const
const irises = ['#4b3526', '#5d4630', '#3f6076', '#57714f', '#6d7480'] as const
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
  // Somebody half grown dresses as children do, and has no beard.
  const dressed = age === 'adult' && (aboutYears(text) ?? grown) < grown ? 'child' : age
  const hair = readHair(text, dice, { sex, age })
  const beard = readBeard(text, dice, { sex, age: dressed })
  const robot = has(text, 'robot', 'android', 'cyborg', 'droid')
  const top = readTop(text, dice, { sex, age: dressed, skin })
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
  if (/[a-z]women?\b/u.test(text)) return 'woman'
  if (/(?<!hu|ger|ro)men\b|(?<!hu|ger|ro)man\b|beard|moustache|mustache|bald/u.test(text))
    return 'man'
  const leaning = leanings.find(([pattern]) => pattern.test(text))?.[1]
  return leaning ?? (roll < 0.5 ? 'woman' : 'man')
}

/** Where nothing else tells, hair and clothes do: somebody is drawn wholly as a woman or wholly as a man. */
const leanings: readonly (readonly [RegExp, Appearance['sex']])[] = [
  [/\b(?:dress|skirt|gown|bun|ponytail|braid(?:ed|s)?|veil|make-?up|lipstick|heels)\b/u, 'woman'],
  [/\b(?:suit|tie|tuxedo|close-cropped|cropped|crew cut|buzz|short(?: [a-z]+)? hair)\b/u, 'man'],
  [/\b(?:long|shoulder-length|chin-length|bob)\b[a-z -]*\b(?:hair)?\b/u, 'woman'],
]

const yearsOld = /\b(\d+)\s*-?\s*years?[- ]old\b|\b(?:aged?|age of) (\d+)\b/u

const readYears = (text: string): number | null => {
  const [, said, aged] = yearsOld.exec(text) ?? []
  const years = said ?? aged
  return years === undefined ? null : Number(years)
}

/** About how old those are who are called so, of several the one that says most. */
const ages: readonly (readonly [RegExp, number])[] = [
  [/\b(?:newborns?|bab(?:y|ies)|infants?)\b(?! (?:blue|pink|dragon))/u, 1],
  [/\btoddlers?\b/u, 2],
  [/\b(?:teen(?:age[dr]?)?(?:[- ](?:boy|girl)s?)?s?|teenagers?|adolescents?|youths?)\b/u, 15],
  [/\b(?:little|small|tiny|young) (?:girl|boy|child|kid|daughter|son|brother|sister)s?\b/u, 6],
  [/\b(?:kindergart(?:en(?:er)?s?|ners?)|preschoolers?)\b/u, 5],
]

/** Years that are said, or that a word stands for; null for neither. */
const aboutYears = (text: string): number | null =>
  readYears(text) ?? ages.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Years from which nobody is a child, and from which nobody grows. */
const [teens, grown] = [14, 18]

/** A number of years decides; else the words, of which the `old` in "35 years old" is none. */
const readAge = (text: string): Appearance['age'] => {
  const years = aboutYears(text)
  if (years !== null) return years < teens ? 'child' : years < 60 ? 'adult' : 'old'
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
      'schoolboy',
      'schoolgirl',
      'grandson',
      'granddaughter',
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
  const years = aboutYears(text)
  const base = age === 'child' ? childHeight(years) : age === 'old' ? 0.95 : teenHeight(years)
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

/** Height of a child against an adult: about half at three, three quarters at eleven. */
const childHeight = (years: number | null): number =>
  Math.min(0.82, Math.max(0.46, 0.47 + (years ?? 8) * 0.024))

/** Height of somebody half grown against an adult; 1 for an adult and for nobody knows whom. */
const teenHeight = (years: number | null): number =>
  years === null || years >= grown ? 1 : 1 - (grown - years) * 0.028

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

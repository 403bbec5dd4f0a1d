import { readColour } from '../brush/colour.ts'
import type { Dice } from '../brush/dice.ts'
import type { Appearance, HairLook } from './appearance.ts'

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
  platinum: '#e0d6bc',
  strawberry: '#c8845a',
  sandy: '#b8965f',
  snow: '#e4e2de',
  pink: '#dd5f92',
  blue: '#3f6fc0',
  turquoise: '#2fa5a8',
  teal: '#2f8a90',
  green: '#4a9a58',
  purple: '#7c48ae',
  violet: '#7c48ae',
  lavender: '#a58cd0',
  lilac: '#b090cc',
  magenta: '#c03a8c',
  orange: '#cf6a24',
  rainbow: '#c050a0',
}

/** The colour that a text gives hair, by its name. */
export const hairColourName = (text: string): string | undefined => {
  const clause =
    /((?:[a-z-]+ ){0,4})(?:hair|curls|bun|ponytail|bob|braid|locks)/u.exec(text)?.[0] ?? ''
  const dyed = /hair (?:is |of |in |coloured |dyed )*([a-z]+)/u.exec(text)?.[1] ?? ''
  return [...clause.split(/[ -]+/u), dyed].find((word) => hairNames[word])
}

/** Cut and colour of the hair that a text names; what it leaves open is rolled. */
export const readHair = (
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
    [/receding|balding|thinning/u, 'receding'],
    [/\bbald|shaved head/u, 'bald'],
    [/\bbun\b|top ?knot|chignon/u, 'bun'],
    [/ponytail|pony tail|braid|plait|pigtail|tied[- ]back/u, 'ponytail'],
    [/curly|curls|afro|frizzy|wavy|dreadlock|tousled/u, 'curly'],
    [/\bbob\b|shoulder[- ]length|chin[- ]length/u, 'bob'],
    [/long(?:,? [a-z-]+){0,3} (?:hair|locks)/u, 'long'],
    [/buzz|cropped|crew cut|military cut/u, 'cropped'],
    [/short(?:,? [a-z-]+){0,3} hair/u, 'short'],
  ]
  const found = cuts.find(([pattern]) => pattern.test(text))?.[1]
  const open: HairLook['cut'] =
    who.sex === 'woman'
      ? dice.pick(['long', 'bob', 'bun', 'ponytail', 'long', 'curly'])
      : who.age === 'old'
        ? dice.pick(['receding', 'short', 'receding'])
        : dice.pick(['short', 'short', 'cropped', 'curly'])
  return { cut: found ?? open, colour }
}

/** Beards of men of whom nothing is said: up to which roll each is worn. */
const rolledBeards: Readonly<
  Record<Appearance['age'], readonly (readonly [number, Appearance['beard']])[]>
> = {
  child: [],
  adult: [
    [0.2, 'stubble'],
    [0.34, 'short'],
  ],
  old: [
    [0.3, 'short'],
    [0.55, 'moustache'],
  ],
}

/** The beard that a text names, or that is rolled for a man. */
export const readBeard = (
  text: string,
  dice: Dice,
  who: { readonly sex: Appearance['sex']; readonly age: Appearance['age'] },
): Appearance['beard'] => {
  const roll = dice.roll()
  if (/clean[- ]shaven|no beard/u.test(text) || who.age === 'child') return 'none'
  if (/long [a-z ]{0,12}beard|wizard|santa/u.test(text)) return 'long'
  if (/stubble/u.test(text)) return 'stubble'
  if (/beard/u.test(text)) return 'short'
  if (/moustache|mustache/u.test(text)) return 'moustache'
  if (who.sex === 'woman') return 'none'
  return rolledBeards[who.age].find(([share]) => roll < share)?.[1] ?? 'none'
}

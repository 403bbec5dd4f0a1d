import type { Rgb } from '../brush/colour.ts'
import { readColour } from '../brush/colour.ts'
import type { Dice } from '../brush/dice.ts'
import { colourBefore, has, policeWords } from './look-words.ts'

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
  | 'straw-hat'
  | 'top-hat'
  | 'cowboy-hat'
  | 'beret'
  | 'peaked-cap'
  | 'nurse-cap'
  | 'veil'
  | 'belt'
  | 'badge'
  | 'bands'
  | 'plates'
  | 'dungarees'
  | 'stripes'
  | 'checks'

interface ExtraRule {
  readonly words: readonly string[]
  readonly extra: Extra
  readonly colour: string
}

/** What is worn besides clothes, by the words that name it; the first hat that is named is worn. */
export const extraRules: readonly ExtraRule[] = [
  { words: ['scarf', 'shawl'], extra: 'scarf', colour: '#b8863c' },
  { words: ['chef', 'baker'], extra: 'chef-hat', colour: '#ece8df' },
  {
    words: [
      ...['helmet', 'hard hat', 'astronaut', 'spacesuit', 'space suit', 'firefighter', 'fireman'],
      ...['knight', 'cyclist', 'soldier', 'legionary', 'centurion', 'gladiator'],
      ...['construction worker', 'miner', 'racing driver'],
    ],
    extra: 'helmet',
    colour: '#c9cbd0',
  },
  {
    words: ['beanie', 'woolly hat', 'wool hat', 'knit cap', 'knit hat'],
    extra: 'beanie',
    colour: '#a04a3a',
  },
  {
    words: [...policeWords, 'peaked cap', 'pilot', 'captain', 'guard'],
    extra: 'peaked-cap',
    colour: '#1e2740',
  },
  { words: ['nurse cap', "nurse's cap"], extra: 'nurse-cap', colour: '#f0eee8' },
  { words: ['veil', 'bride'], extra: 'veil', colour: '#f4f2ec' },
  { words: ['cap', 'baseball cap'], extra: 'cap', colour: '#33415c' },
  { words: ['beret'], extra: 'beret', colour: '#7d2f35' },
  { words: ['top hat', 'magician'], extra: 'top-hat', colour: '#232228' },
  { words: ['cowboy', 'cowgirl', 'cowboy hat', 'stetson'], extra: 'cowboy-hat', colour: '#8a643c' },
  {
    words: ['straw hat', 'sun ?hat', 'sombrero', 'farmer', 'wide-brimmed hat'],
    extra: 'straw-hat',
    colour: '#d9bf7c',
  },
  { words: ['hat', 'fedora', 'wizard', 'detective'], extra: 'hat', colour: '#6b5138' },
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
  { words: ['tie', 'necktie', 'businessman'], extra: 'tie', colour: '#7d2f35' },
  { words: [...policeWords, 'soldier', 'belt', 'firefighter'], extra: 'belt', colour: '#1c1a1e' },
  { words: [...policeWords, 'badge'], extra: 'badge', colour: '#d6b24c' },
  {
    words: ['bands', 'stripes', 'firefighter', 'fireman'],
    extra: 'bands',
    colour: '#e0a63a',
  },
  {
    words: ['armour', 'armor', 'knight', 'legionary', 'centurion', 'gladiator'],
    extra: 'plates',
    colour: '#8d929b',
  },
  { words: ['dungarees'], extra: 'dungarees', colour: '#3f5f8c' },
  { words: ['striped'], extra: 'stripes', colour: '#eae6dc' },
  { words: ['checked', 'plaid', 'checkered', 'tartan'], extra: 'checks', colour: '#eae6dc' },
]

/** Of these one is worn at a time. */
export const headgear: readonly Extra[] = [
  'hat',
  'straw-hat',
  'top-hat',
  'cowboy-hat',
  'beret',
  'peaked-cap',
  'nurse-cap',
  'veil',
  'cap',
  'beanie',
  'helmet',
  'chef-hat',
  'crown',
  'hood',
]

/** Straw, veils and badges have a colour of their own; the word before them tells of something else. */
const ownColour: readonly Extra[] = ['straw-hat', 'veil', 'badge', 'stripes', 'checks', 'belt']

const colourOf = (text: string, { words, extra, colour }: ExtraRule): Rgb => {
  const said = extra === 'peaked-cap' ? [...words, 'cap'] : words
  const named = ownColour.includes(extra) ? null : colourBefore(text, said)
  return named ?? readColour(colour)
}

/** Hats, glasses, scarves and the like that a text names. */
export const readExtras = (text: string, dice: Dice): ReadonlyMap<Extra, Rgb> => {
  const extras = new Map<Extra, Rgb>()
  for (const rule of extraRules) {
    if (!has(text, ...rule.words)) continue
    if (headgear.includes(rule.extra) && headgear.some((extra) => extras.has(extra))) continue
    extras.set(rule.extra, colourOf(text, rule))
  }
  if (dice.roll() < 0.08 && !extras.has('glasses')) extras.set('glasses', readColour('#2c2a2e'))
  return extras
}

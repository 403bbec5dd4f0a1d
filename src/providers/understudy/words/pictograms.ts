/** People as they stand in pictograms, with or without a tool. */
const people: Readonly<Record<string, string>> = {
  '👩': 'woman',
  '👨': 'man',
  '🧑': 'person',
  '👧': 'girl',
  '👦': 'boy',
  '🧒': 'child',
  '👶': 'baby',
  '👵': 'grandmother',
  '👴': 'grandfather',
  '🧓': 'grandparent',
  '👱': 'person',
  '🧔': 'man',
}

/** What a person with a tool is: 👩‍🚀 is a woman, a joiner and a rocket. */
const trades: Readonly<Record<string, string>> = {
  '🚀': 'astronaut',
  '🚒': 'firefighter',
  '🍳': 'cook',
  '🌾': 'farmer',
  '🎓': 'student',
  '🎤': 'singer',
  '🎨': 'artist',
  '🏫': 'teacher',
  '🏭': 'worker',
  '💻': 'programmer',
  '💼': 'banker',
  '🔧': 'mechanic',
  '🔬': 'scientist',
  '⚕': 'doctor',
  '⚖': 'judge',
  '✈': 'pilot',
  '🍼': 'parent',
  '🎄': 'santa',
}

/** Pictograms that stand for one word, whoever of them is a woman or a man. */
const words: Readonly<Record<string, string>> = {
  ...people,
  '👮': 'police officer',
  '🕵': 'detective',
  '💂': 'guard',
  '👷': 'builder',
  '🥷': 'ninja',
  '🤴': 'prince',
  '👸': 'princess',
  '👰': 'bride',
  '🤵': 'groom',
  '🧙': 'wizard',
  '🧚': 'fairy',
  '🧛': 'vampire',
  '🧜': 'mermaid',
  '🧝': 'elf',
  '🧟': 'zombie',
  '🦸': 'superhero',
  '💃': 'dancer',
  '🕺': 'dancer',
  '🏃': 'runner',
  '🚴': 'cyclist',
  '🏊': 'swimmer',
  '🏄': 'surfer',
  '🚣': 'rower',
  '🧗': 'climber',
  '👪': 'family',
  '👫': 'couple',
  '💑': 'couple',
  '👭': 'two women',
  '👬': 'two men',
  '🏔': 'mountains',
  '⛰': 'mountains',
  '🌅': 'sunrise',
  '🌄': 'sunrise',
  '🌇': 'sunset',
  '🌃': 'night',
  '🌙': 'night',
  '🌊': 'ocean',
  '🏖': 'beach',
  '🌲': 'forest',
  '🏙': 'city skyline',
  '🌧': 'rain',
  '❄': 'snow',
  '🐕': 'dog',
  '🐶': 'dog',
  '🐈': 'cat',
  '🐱': 'cat',
  '🦊': 'fox',
  '🐻': 'bear',
  '🐻\u{200D}❄': 'polar bear',
  '🐰': 'rabbit',
  '🤖': 'robot',
  '🚀': 'rocket',
  '☕': 'coffee',
  '🎸': 'guitar',
  '🎈': 'balloon',
  '🚲': 'bicycle',
  '⛵': 'boat',
  '🎂': 'birthday cake',
}

const joiner = '\u{200D}'
/** Asks for the coloured picture; skin. */
const dress = /[\u{FE0F}\u{1F3FB}-\u{1F3FF}]/gu

/**
 * The word that a pictogram stands for; empty for one that stands for none, such as a flag. A joined one is taken for its
 * person and tool, for those who stand together in it, else for its first part.
 *
 * @param sign one grapheme
 */
export const pictogramWord = (sign: string): string => {
  const bare = sign.replace(dress, '')
  const [first = '', ...rest] = bare.split(joiner)
  const whole = words[bare]
  if (whole !== undefined || rest.length === 0) return whole ?? ''
  if (people[first] === undefined) return words[first] ?? ''
  const trade = rest.map((part) => trades[part]).find((word) => word !== undefined)
  if (trade !== undefined) return trade
  if (rest.includes('❤')) return 'couple'
  return rest.some((part) => people[part] !== undefined) ? 'family' : (people[first] ?? '')
}

/** A verb form found in a text. */
export interface VerbForm {
  /** `discover` */
  readonly base: string
  /** The drawn action nearest to it, `looks`; empty when nothing drawn comes near. */
  readonly action: string
  readonly shape: 'base' | 'third' | 'gerund' | 'past'
}

/** Drawn action, and the verbs that are shown by it. */
const actionVerbs: Readonly<Record<string, string>> = {
  stands: 'stand wait stop pause linger',
  walks:
    'walk stroll wander hike step trek march return arrive leave go come enter cross travel journey follow approach head move explore visit drift pass navigate lead',
  runs: 'run jog sprint race chase rush hurry escape flee train compete',
  sits: 'sit rest settle relax meditate breathe kneel wake think remember',
  reads: 'read study leaf learn',
  types: 'type write code program work edit',
  drinks: 'drink sip pour',
  eats: 'eat taste bite dine share',
  cooks: 'cook bake stir prepare fry chop knead brew grill make create craft',
  looks:
    'look watch gaze stare observe see notice find discover search admire examine inspect open spot realize realise peer listen hear seek lose face choose',
  talks:
    'talk speak chat say tell discuss explain interview argue ask answer meet whisper teach present introduce debate call thank invite host shout quarrel yell scream bicker',
  waves: 'wave greet welcome',
  points: 'point show guide',
  dances: 'dance twirl spin waltz celebrate jump leap',
  plays: 'play perform strum practise practice juggle sing',
  rides: 'ride cycle bike drive pedal surf skate ski sail',
  rows: 'row paddle',
  climbs: 'climb scale ascend',
  carries:
    'carry hold bring lift pack deliver gather collect pick take give plant water harvest wrap catch feed',
  hugs: 'hug embrace reunite comfort kiss befriend help save rescue',
  paints: 'paint draw sketch design carve sculpt decorate',
  repairs: 'repair fix mend build restore assemble rebuild solder invent forge',
  sleeps: 'sleep nap dream doze',
  smiles: 'smile laugh grin become grow feel enjoy cheer fall',
}

/** The actions that can be drawn. */
export const drawnActions: ReadonlySet<string> = new Set(Object.keys(actionVerbs))

/** Verbs that tell a story without a picture of their own. */
const otherVerbs =
  'begin start decide try turn change keep light send reach win fly swim float hide end finish need want love live stay let set put get sell buy use'

const irregular: Readonly<Record<string, string>> = {
  stood: 'stand',
  went: 'go',
  came: 'come',
  left: 'leave',
  ran: 'run',
  sat: 'sit',
  woke: 'wake',
  wrote: 'write',
  drank: 'drink',
  ate: 'eat',
  made: 'make',
  saw: 'see',
  found: 'find',
  heard: 'hear',
  lost: 'lose',
  spoke: 'speak',
  said: 'say',
  told: 'tell',
  met: 'meet',
  taught: 'teach',
  sang: 'sing',
  rode: 'ride',
  drove: 'drive',
  held: 'hold',
  brought: 'bring',
  took: 'take',
  gave: 'give',
  caught: 'catch',
  drew: 'draw',
  built: 'build',
  slept: 'sleep',
  became: 'become',
  grew: 'grow',
  felt: 'feel',
  fell: 'fall',
  began: 'begin',
  kept: 'keep',
  won: 'win',
  flew: 'fly',
  swam: 'swim',
  sent: 'send',
  got: 'get',
  sold: 'sell',
  bought: 'buy',
  chose: 'choose',
  thought: 'think',
}

const endsShort = /^[^aeiou]*[aeiou][bdgklmnprt]$/

/** The third person singular: `carry` → `carries`. */
export const thirdPerson = (base: string): string => {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`
}

const gerunds = (base: string): readonly string[] => {
  if (/[^eo]e$/.test(base)) return [`${base.slice(0, -1)}ing`]
  return endsShort.test(base) || base === 'begin' || base === 'forget'
    ? [`${base}${base.at(-1)}ing`, `${base}ing`]
    : [`${base}ing`]
}

const pasts = (base: string): readonly string[] => {
  if (base.endsWith('e')) return [`${base}d`]
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`]
  return endsShort.test(base) ? [`${base}${base.at(-1)}ed`, `${base}ed`] : [`${base}ed`]
}

const formTable = (): ReadonlyMap<string, VerbForm> => {
  const table = new Map<string, VerbForm>()
  const add = (base: string, action: string): void => {
    for (const form of pasts(base)) table.set(form, { base, action, shape: 'past' })
    for (const form of gerunds(base)) table.set(form, { base, action, shape: 'gerund' })
    table.set(thirdPerson(base), { base, action, shape: 'third' })
    table.set(base, { base, action, shape: 'base' })
  }
  for (const base of otherVerbs.split(' ')) add(base, '')
  for (const [action, verbs] of Object.entries(actionVerbs)) {
    for (const base of verbs.split(' ')) add(base, action)
  }
  for (const [form, base] of Object.entries(irregular)) {
    const known = table.get(base)
    if (known && !table.has(form)) table.set(form, { ...known, shape: 'past' })
  }
  return table
}

const forms = formTable()

/** What a word is as a verb; undefined when it is none we know. */
export const verbForm = (word: string): VerbForm | undefined => forms.get(word.toLowerCase())

/** The verb as said of several: `walks` → `walk`, `is` → `are`. Knows the forms of this crew's own lines. */
export const pluralForm = (third: string): string => {
  const special: Readonly<Record<string, string>> = { is: 'are', has: 'have', does: 'do' }
  return special[third] ?? forms.get(third)?.base ?? third.replace(/(?<=ch|sh|ss|x)es$|s$/, '')
}

/** Handiwork that is drawn together with what it is done to. */
export type WorkName =
  | 'chess'
  | 'cards'
  | 'dough'
  | 'oven'
  | 'cake'
  | 'wheel'
  | 'carving'
  | 'board'
  | 'stone'
  | 'coffee'
  | 'pan'
  | 'pot'
  | 'bowl'
  | 'mending'
  | 'sandcastle'
  | 'snowman'

/** Handiwork as an action names it. */
export interface Work {
  readonly name: WorkName
  /** Its verb, as the action has it: `kneads`. */
  readonly verb: string
  /** What it is done to and how: the words after the verb. */
  readonly on: string
}

/** How work is done, whatever it is done to. */
export interface Workplace {
  readonly seated: boolean
  /** On the knees, at something low on the ground. */
  readonly kneels: boolean
  /** Height of the top that is worked at, heights of the body. */
  readonly high: number
  /** How far from the viewer a lone worker is turned, radians. */
  readonly turn: number
  /** Of several who do it together: from one to the next of two and of three, adult heights, and how far they turn to each other. */
  readonly together: { readonly two: number; readonly three: number; readonly turn: number }
  /** Words for what is seen of it besides the deed. */
  readonly words: readonly string[]
}

const bench = {
  ...{ seated: false, kneels: false, high: 0.55, turn: 0.3 },
  together: { two: 0.54, three: 0.43, turn: 0.6 },
} as const
const seat = {
  ...bench,
  seated: true,
  high: 0.43,
  together: { two: 0.62, three: 0.5, turn: 0.85 },
} as const

/** Where each work is done. */
export const workplaces: Readonly<Record<WorkName, Workplace>> = {
  chess: { ...seat, words: ['chess', 'chessboard', 'chess board', 'board', 'table'] },
  cards: { ...seat, words: ['cards', 'playing cards', 'card game', 'table'] },
  dough: { ...bench, words: ['dough', 'flour', 'table'] },
  oven: {
    ...bench,
    turn: 0.85,
    words: ['oven', 'bread', 'loaves', 'loaf', 'peel'],
  },
  cake: { ...bench, words: ['cake', 'table'] },
  wheel: {
    ...seat,
    high: 0.38,
    words: ['wheel', "potter's wheel", 'clay', 'bowl', 'clay bowl', 'pottery'],
  },
  carving: { ...bench, words: ['wood', 'bird', 'wooden bird', 'knife', 'workbench', 'bench'] },
  board: { ...bench, words: ['board', 'wood', 'plank', 'workbench', 'bench', 'tools'] },
  stone: {
    ...bench,
    turn: 0.8,
    words: ['stone', 'marble', 'sculpture', 'statue', 'hammer', 'chisel', 'tools'],
  },
  coffee: { ...bench, words: ['cup', 'table'] },
  pan: { ...bench, words: ['pan', 'stove', 'food'] },
  pot: { ...bench, words: ['pot', 'stove', 'food'] },
  bowl: { ...bench, words: ['bowl', 'table'] },
  mending: { ...bench, words: ['tools', 'screwdriver'] },
  sandcastle: {
    ...{ seated: false, kneels: true, high: 0.2, turn: 0.5 },
    together: { two: 0.78, three: 0.47, turn: 1.0 },
    words: ['sandcastle', 'sand castle'],
  },
  snowman: {
    ...{ ...bench, turn: 0.9, together: { two: 0.78, three: 0.44, turn: 1.05 } },
    words: ['snowman'],
  },
}

const cooking = '(?:cook|fr|mak|prepar)(?:s|es|ies|ing|ying)?'
const stirring = '(?:cook|stir|mak|prepar|brew|heat)(?:s|es|ring|ing)?'
const playing = '(?:build|mak|shap|decorat|finish|dress|creat|play|form)(?:s|es|ing)?'
const some = '(?: [a-z]+){0,4}?'

/** Which words name which work: the verb, and what it must be done to. The first that is found counts. */
const workWords: readonly (readonly [WorkName, verb: string, object: string])[] = [
  [
    'sandcastle',
    playing,
    '(?:sand ?castles?|castles? (?:of|out of|from|in the|on the) (?:sand|beach))',
  ],
  ['snowman', playing, 'snow ?m[ae]n'],
  ['chess', 'play(?:s|ing)?', 'chess'],
  ['cards', 'play(?:s|ing)?', '(?:cards|card games?|poker|bridge)'],
  [
    'oven',
    '(?:tak|carr|pull|draw|slid|lift|put|bring|shov|bak|remov|fetch|get)(?:s|es|ies|ing|ying|ting)?',
    '(?:out of|from|into|in) (?:an?|the|his|her|their)(?: [a-z]+){0,2} oven',
  ],
  ['dough', '(?:knead|roll|shap|cook|work|bak|prepar|mak)(?:s|es|ing)?', 'dough'],
  ['cake', '(?:decorat|ic|frost|finish|garnish)(?:es|ing|s)', '(?:cakes?|cupcakes?|gateau|tart)'],
  [
    'wheel',
    '(?:shap|form|mo?uld|throw|turn|mak|craft|creat|spin|build|work)(?:s|es|ing)',
    "(?:clay|pottery|ceramics?|potter'?s wheel|earthenware|(?:on|at) (?:an?|the|his|her)(?: potter'?s| pottery)? wheel)",
  ],
  [
    'wheel',
    '(?:shap|form|mo?uld|throw)(?:s|es|ing)',
    '(?:bowls?|vases?|pots?|jugs?|cups?|mugs?|plates?)',
  ],
  [
    'stone',
    '(?:carv|sculpt|chisel|chip|cut|shap|hew|hammer|work)(?:s|es|ing)?',
    '(?:stone|marble|granite|sculptures?|statues?|busts?)',
  ],
  ['carving', '(?:carv|whittl)(?:es|ing)', ''],
  [
    'mending',
    '(?:build|craft|hammer|mak|repair)(?:s|es|ing)',
    '(?:clocks?|watch|watches|radios?|robots?|toys?|machines?|guitars?|violins?|chairs?|lamps?|music box)',
  ],
  [
    'board',
    '(?:plan|saw|sand|cut|smooth|measur|craft|build|mak|repair|work|polish)(?:s|es|ing)',
    '(?:boards?|planks?|wood|timber|beams?|wooden [a-z]+)',
  ],
  ['coffee', 'pour(?:s|ing)?', ''],
  ['coffee', '(?:brew|mak|prepar)(?:s|es|ing)', '(?:coffee|tea|espresso|cappuccino|latte|drinks?)'],
  ['pot', stirring, '(?:soup|stew|pots?|cauldron|broth|porridge|jam|sauce|curry|noodles|pasta)'],
  [
    'bowl',
    '(?:mix|whisk|bak|beat|prepar|mak)(?:s|es|ing)?',
    '(?:bowl|salad|batter|cookies|bread|buns|cakes?|pies?|muffins|biscuits)',
  ],
  ['bowl', '(?:mix|whisk|bak)(?:es|s|ing)', ''],
  ['pan', cooking, '(?:pans?|eggs?|omelettes?|pancakes?|bacon|fish|meat|steak|vegetables)'],
  ['pot', '(?:cook|stir)(?:s|ring|ing)', ''],
  ['pan', '(?:fries|frying|prepares|preparing)', '(?:food|meal|dinner|lunch|breakfast|supper)'],
  [
    'mending',
    '(?:repair(?:s|ing)?|fix(?:es|ing)?|mend(?:s|ing)?|assembl(?:es|ing)|tinker(?:s|ing)?|solder(?:s|ing)?)',
    '',
  ],
]

const patterns = workWords.map(
  ([name, verb, object]) =>
    [
      name,
      new RegExp(
        object === '' ? `\\b(${verb})\\b` : `\\b(${verb})\\b${some}(?= ${object}\\b)`,
        'u',
      ),
    ] as const,
)

/** The work that an action names, and where in it; null for none. @param action lower case */
export const workNamed = (action: string): { readonly work: Work; readonly at: number } | null => {
  for (const [name, pattern] of patterns) {
    const match = pattern.exec(action)
    const verb = match?.[1]
    if (match && verb !== undefined)
      return { work: { name, verb, on: action.slice(match.index + verb.length) }, at: match.index }
  }
  return null
}

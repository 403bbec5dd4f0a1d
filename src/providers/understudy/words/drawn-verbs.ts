/**
 * Action as it goes into a picture, and the verbs that are shown by it. The actions are words the animatic reads; a verb
 * that it draws in a way of its own has a row of its own, so that what was asked for is what is ordered.
 */
export const actionVerbs: Readonly<Record<string, string>> = {
  stands: 'stand wait stop pause linger pose shelter hesitate freeze',
  leans: 'lean',
  walks:
    'walk stroll wander hike step trek march return arrive go come travel journey head move visit drift pass navigate lead roam pace sneak creep tiptoe stream descend stagger',
  explores: 'explore',
  leaves: 'leave',
  enters: 'enter',
  crosses: 'cross',
  follows: 'follow',
  approaches: 'approach',
  runs: 'run jog sprint race chase hunt rush hurry escape flee train compete gallop trot canter',
  sits: 'sit rest settle relax meditate breathe perch camp huddle',
  wakes: 'wake awaken',
  thinks: 'think imagine ponder wonder reflect contemplate remember',
  kneels: 'kneel crouch pray',
  plants: 'plant',
  digs: 'dig',
  gathers: 'gather collect harvest',
  picks: 'pick',
  pets: 'pet stroke',
  reads: 'read study leaf learn',
  types: 'type code program work edit',
  writes: 'write sign',
  draws: 'draw sketch design',
  drinks: 'drink sip',
  tastes: 'taste',
  pours: 'pour',
  serves: 'serve',
  brews: 'brew',
  waters: 'water',
  eats: 'eat bite dine chew snack',
  cooks: 'cook stir prepare fry knead grill roast peel whisk',
  mixes: 'mix',
  bakes: 'bake',
  decorates: 'decorate',
  looks:
    'look watch gaze stare observe see notice spot admire realize realise peer glance lose face choose listen hear enjoy',
  searches: 'search seek',
  finds: 'find discover',
  fishes: 'fish',
  examines: 'examine inspect check test',
  opens: 'open unwrap unlock unpack unfold untie',
  holds: 'hold grip clutch receive accept wear buy grab snatch seize',
  gives: 'give share exchange',
  offers: 'offer feed sell',
  uses: 'use',
  lights: 'light',
  talks:
    'talk speak chat say tell discuss interview argue ask answer meet whisper introduce admit confess announce warn persuade convince propose reply debate thank invite host shout quarrel yell scream bicker recite preach plead complain mumble encourage apologise apologize promise forgive',
  explains: 'explain',
  teaches: 'teach',
  presents: 'present',
  shows: 'show demonstrate',
  calls: 'call phone',
  texts: 'text',
  waves: 'wave greet welcome beckon',
  points: 'point guide gesture',
  dances: 'dance twirl spin waltz sway',
  cheers: 'cheer celebrate applaud clap win',
  jumps: 'jump leap hop skip bounce',
  plays: 'play perform strum practise practice juggle',
  kicks: 'kick',
  sings: 'sing chant',
  rides: 'ride cycle bike pedal',
  drives: 'drive',
  rows: 'row paddle',
  sails: 'sail',
  climbs: 'climb scale ascend',
  lifts: 'lift raise hoist',
  releases: 'release',
  throws: 'throw fling',
  tosses: 'toss',
  blows: 'blow',
  chops: 'chop',
  slices: 'slice',
  washes: 'wash',
  rinses: 'rinse',
  scrubs: 'scrub',
  wipes: 'wipe',
  cleans: 'clean',
  polishes: 'polish',
  sweeps: 'sweep',
  mops: 'mop',
  rakes: 'rake',
  carries: 'carry bring pack deliver fetch take wrap haul',
  pushes: 'push',
  pulls: 'pull drag',
  hugs: 'hug embrace reunite comfort cuddle',
  kisses: 'kiss',
  paints: 'paint',
  repairs: 'repair fix mend restore assemble rebuild solder invent tinker',
  builds: 'build',
  crafts: 'make create craft',
  carves: 'carve sculpt',
  sews: 'sew embroider darn',
  knits: 'knit crochet',
  forges: 'forge hammer',
  photographs: 'photograph film',
  sleeps: 'sleep nap dream doze',
  laughs: 'laugh giggle chuckle',
  cries: 'cry weep sob grieve mourn',
  smiles: 'smile grin',
}

/**
 * Verbs with a picture that nobody here can draw. They are ordered in the client's own words, and a picture without them
 * is said to lack them.
 */
export const undrawnVerbs =
  'order queue nurse brush guard protect catch press crackle ripple throb flood drill squeeze tame destroy erupt fold vacuum board sink gather beat lace tie switch lock hang hammer sprout drip rattle ring close land launch depart glow flicker shine tick rise appear disappear blink nod yawn stretch shiver tremble whistle boil strike shatter creak slam buzz hum beep orbit circle swing bloom splash spill shoot score touch smell drop fight swim fly hide ski skate surf knock steal rob arrest capture attack defend dive float crawl roll slide slip trip stumble fall bow salute help save rescue befriend break burn bury cut shave bark meow purr growl roar howl chirp graze dodge duel wrestle vanish melt explode cover fill accompany adopt attach bandage bathe bend calm cling collapse collide conduct conquer crack crash crumble defeat defuse embark empty encounter flutter gasp glide graduate groan hatch heal hover inhale install lick marry massage mow nibble plunge polish print recover recycle refuse remove retire reveal scatter scoop scribble shake sharpen shiver shrink shrug shut sigh slap smash sneeze sniff snore soak soar sort spit spread sprinkle squeeze struggle surrender swallow swoop tease transform tremble trim tug tumble unveil wag weave weigh weld wink'

/** Verbs that tell a story without a picture of their own. */
export const untoldVerbs =
  'begin start decide try turn change keep send reach end finish continue understand need want love stay live let set put get become grow feel lie'

/** Past forms that no rule makes. */
export const irregularPasts: Readonly<Record<string, string>> = {
  stood: 'stand',
  went: 'go',
  came: 'come',
  ran: 'run',
  sat: 'sit',
  woke: 'wake',
  awoke: 'awaken',
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
  knelt: 'kneel',
  leapt: 'leap',
  fought: 'fight',
  threw: 'throw',
  hid: 'hide',
  stole: 'steal',
  wept: 'weep',
  led: 'lead',
  fed: 'feed',
  lit: 'light',
  lay: 'lie',
  rang: 'ring',
  rose: 'rise',
  shone: 'shine',
  left: 'leave',
}

const whatIsHad: readonly (readonly [after: RegExp, action: string])[] = [
  [
    /^\s+(?:an?\s+|their\s+|his\s+|her\s+)?(?:\p{L}+\s+)?(?:picnic|breakfast|lunch|dinner|supper|meal|snack|barbecue)\b/iu,
    'eats',
  ],
  [/^\s+(?:an?\s+|some\s+)?(?:\p{L}+\s+)?(?:coffee|tea|drink|beer)\b/iu, 'drinks'],
  [/^\s+(?:an?\s+)?(?:\p{L}+\s+)?(?:conversation|talk|chat)\b/iu, 'talks'],
  [/^\s+(?:an?\s+)?(?:\p{L}+\s+)?(?:argument|fight|quarrel)\b/iu, 'quarrels'],
]

/** What somebody is seen doing who has a picnic, or an argument; undefined for what is only owned. */
export const actionOfHaving = (after: string): string | undefined =>
  whatIsHad.find(([pattern]) => pattern.test(after))?.[1]

/** Actions in which somebody goes somewhere. */
export const goingActions: ReadonlySet<string> = new Set([
  ...['walks', 'explores', 'leaves', 'enters', 'crosses', 'follows', 'approaches'],
  'runs',
])

const own = String.raw`^(?:up\s+)?(?:his|her|their|its|the|an?|one|both)\s+(?:\p{L}+\s+)?`

/** What of themselves, or to whom, somebody raises: that is no carrying. */
const raised: readonly (readonly [after: RegExp, gesture: string])[] = [
  [new RegExp(String.raw`${own}(?:heads?|eyes?|gazes?|chins?|faces?)(?!\p{L})`, 'iu'), 'looks'],
  [new RegExp(String.raw`${own}(?:hand|finger)(?!\p{L})`, 'iu'), 'waves'],
  [new RegExp(String.raw`${own}(?:hands|arms?|fists?)(?!\p{L})`, 'iu'), 'cheers'],
  [new RegExp(String.raw`${own}(?:glass(?:es)?|cups?|mugs?|toast)(?!\p{L})`, 'iu'), 'drinks'],
]

const gesturesFor: readonly (readonly [verb: string, after: RegExp, gesture: string])[] = [
  ...['lift', 'raise'].flatMap((verb) =>
    raised.map(([after, gesture]) => [verb, after, gesture] as const),
  ),
  ...['set', 'put'].map(
    (verb) =>
      [
        verb,
        /^(?:an?|the|some|his|her|their|\p{L}+)\s(?:[\p{L}-]+\s)*?(?:in|on|into|onto|under|beside|before)\s/iu,
        'holds',
      ] as const,
  ),
  ['press', /./, 'points'],
  ['push', /\bbutton\b/i, 'points'],
  ['ring', /\bbell\b/i, 'points'],
  ['touch', /./, 'points'],
  ['shoot', /^$|^(?:the|a)\s+(?:ball|goal)|^(?:at|into)\b/, 'kicks'],
  ['score', /^/, 'cheers'],
  ['catch', /\b(?:fish|trout|salmon|carp|pike|cod|perch)\b/i, 'fishes'],
]

/**
 * The movement by which something without a picture of its own is shown, while its own words are kept:
 * `points and presses the button`.
 */
export const gestureFor = (base: string, rest: string): string | undefined =>
  gesturesFor.find(([verb, after]) => verb === base && after.test(rest))?.[2]

/** What a verb means together with the words that follow it. */
export interface PhrasalVerb {
  /** Drawn action; empty when nothing drawn comes near. */
  readonly action: string
  /** What is left of the words that follow. */
  readonly rest: string
}

const food =
  /^(?:(?:an?|the|some|his|her|their)\s+)?(?:[\p{L}-]+\s+){0,2}(?:breakfast|lunch|dinner|supper|meal|food|soup|stew|pizza|pasta|noodles|ramen|sushi|bread|cakes?|pies?|pancakes?|cookies|salad|sandwich(?:es)?|dumplings|curry|omelette|jam|sauce)\b/iu

const oven = /^(?=.*\b(?:out of|from|into|in)\s+(?:an?|the|his|her|their)\s+(?:\p{L}+\s+)?oven\b)/iu

const phrasal: readonly (readonly [verb: string, after: RegExp, action: string])[] = [
  ['make', /^up(?=$|\s+(?:with|again|at|in|on)\b)/i, 'hugs'],
  ['make', /^(?=(?:an?\s+|the\s+|some\s+)?(?:[\p{L}-]+\s+)?(?:coffee|tea|espresso)\b)/iu, 'brews'],
  [
    'make',
    /^(?=(?:(?:an?|the|some|her|his)\s+)?(?:[\p{L}-]+\s+)?(?:bread|cakes?|pies?|cookies|buns|croissants)\b)/iu,
    'bakes',
  ],
  // Whoever makes a child laugh is seen with it; no craft is.
  ['make', /^(?=.*\s(?:laugh|smile|cry|jump|wonder)$)/iu, ''],
  ['make', /^(?:an?|the)\s+(?:phone\s+)?call\b/i, 'calls'],
  ['make', /^(?:an?|the|his|her)\s+wish\b/i, 'thinks'],
  ['fall', /^(?:fast\s+)?asleep\b/i, 'sleeps'],
  ['go', /^fishing\b/i, 'fishes'],
  ['fall', /^in\s+love\b/i, 'hugs'],
  ['fall', /^out\b/i, 'talks'],
  [
    'prepare',
    /^(?=(?:an?\s+|the\s+|some\s+)?(?:[\p{L}-]+\s+)?(?:coffee|tea|espresso)\b)/iu,
    'brews',
  ],
  [
    'prepare',
    /^(?=for\s+(?:(?:an?|the|his|her|their)\s+)?(?:[\p{L}-]+\s+)?(?:exams?|tests?|lessons?|class(?:es)?)(?!\p{L}))/iu,
    'reads',
  ],
  ['prepare', /^(?=(?:for|to)\b)/i, ''],
  ['propose', /^(?=to\s)/i, 'kneels'],
  ['run', /^into\s+(?:his|her|their|each other's)\s+(?:[\p{L}']+\s+)?arms\b/iu, 'hugs'],
  ['dream', /^(?=(?:of|about)\s)/i, 'thinks'],
  // Who is woken is in bed; who wakes them is not.
  ['wake', /^(?=(?:an?|the|his|her|their|him|them)\s)/i, 'approaches'],
  ['lie', /^(?:down\b|(?:fast\s+)?asleep\b|(?=(?:in|on)\b))/i, 'sleeps'],
  ['give', /^up\b/i, ''],
  ['skip', /^(?=(?:\p{L}+\s+)?(?:stones?|pebbles?|rocks?)\b)/iu, 'throws'],
  ['let', /^go\s+of\b/i, 'releases'],
  ['let', /^(?=(?:an?|the|his|her|their|it|them)\b.*\sgo$)/i, 'releases'],
  ['set', /^(?=(?:an?|the|his|her|their|it|them)\b.*\sfree$)/i, 'releases'],
  ['train', /^(?=(?:an?|the|his|her|their|him|them)\s)/i, 'teaches'],
  ['guide', /^(?=(?:it|him|her|them|an?|the|his|their)(?:\s|$))/i, 'walks'],
  ['check', /^(?:on|in on)\s+/i, 'examines'],
  ['share', /^(?=(?:an?|the|their|his|her|one)\s+(?:[\p{L}-]+\s+)?umbrella\b)/iu, 'holds'],
  [
    'share',
    /^(?:an?|the|their)\s+(?:\p{L}+\s+)?(?:kitchen|house|flat|apartment|room|home|office)(?!\p{L})/iu,
    '',
  ],
  ['share', /^(?=(?:an?|the|their)\s+(?:\p{L}+\s+)?kiss\b)/iu, 'kisses'],
  [
    'share',
    /^(?=(?:an?|the|their|one)\s+(?:\p{L}+\s+)?(?:bed|basket|nest|den|pillow)\b)/iu,
    'sleeps',
  ],
  ['share', /^(?=(?:an?|the|their)\s+(?:\p{L}+\s+)?laugh\b)/iu, 'laughs'],
  [
    'share',
    /^(?=(?:an?|the|their|his|her|some)?\s*(?:\p{L}+\s+)?(?:stor(?:y|ies)|secrets?|memories|jokes?|dreams)\b)/iu,
    'talks',
  ],
  [
    'share',
    /^(?=(?:an?|the|their|his|her|some)?\s*(?:\p{L}+\s+)?(?:moment|silence|bench|view|sunset)\b)/iu,
    'sits',
  ],
  [
    'put',
    /^(?:out|down)\s+(?=(?:an?|the|some|his|her)\s+(?:\p{L}+\s+)?(?:bowl|plate|saucer|dish|cup|glass|tray)\b)/iu,
    'serves',
  ],
  ['storm', /^(?:out|off|away)\b/i, 'leaves'],
  ['take', /^off\b/i, ''],
  [
    'take',
    /^(?=(?:an?|the|his|her|their)\s+(?:[\p{L}-]+\s+)?(?:penalty|kick|free kick|corner|shot)(?!\p{L}))/iu,
    'kicks',
  ],
  ['take', /^(?=an?\s+(?:[\p{L}-]+\s+)?look(?!\p{L}))/iu, 'looks'],
  ['take', /^(?=an?\s+(?:[\p{L}-]+\s+)?(?:break|rest|ride)(?!\p{L}))/iu, 'sits'],
  ['take', /^(?=(?:an?|his|her|their)\s+(?:[\p{L}-]+\s+)?(?:test|exam)s?(?!\p{L}))/iu, 'writes'],
  [
    'take',
    /^(?=(?:an?|the|his|her|their)\s+(?:[\p{L}-]+\s+)?(?:bus|train|tram|taxi|subway|ferry)(?!\p{L}))/iu,
    'sits',
  ],
  [
    'take',
    /^(?=(?:an?\s+(?:[\p{L}-]+\s+)?(?:bow|breath|step|risk|chance|decision)|part|care|place|turns|time|over|control)(?!\p{L}))/iu,
    '',
  ],
  ['take', oven, 'takes'],
  ['put', oven, 'puts'],
  [
    'take',
    /^(?:an?\s+|some\s+)?(?:photos?|pictures?|photographs?|selfies?)\b(?:\s+of)?/i,
    'photographs',
  ],
  ['take', /^notes\b/i, 'writes'],
  ['take', /^(?:his|her|their|each other's)\s+hands?\b/i, 'holds hands'],
  ['take', /^(?:an?|the|her|his|their)\s+(?:\p{L}+\s+)?sip\b(?:\s+of)?/iu, 'drinks'],
  ['take', /^an?\s+seat\b/i, 'sits'],
  ['take', /^an?\s+(?:walk|stroll)\b/i, 'walks'],
  ['take', /^an?\s+nap\b/i, 'sleeps'],
  ['hold', /^(?:each other's\s+)?hands\b/i, 'holds hands'],
  [
    'pass',
    /^(?=(?:(?:an?|the|some|his|her|their)\s+)?(?:\p{L}+\s+)?(?:notes?|letters?|salt|bread|ball|plates?|bowls?|books?|parcels?|tools?)\b)/iu,
    'gives',
  ],
  ['pick', /^up\b/i, 'picks up'],
  ['look', /^for\b/i, 'searches for'],
  ['hunt', /^for\b/i, 'searches for'],
  ['say', /^goodbye\b/i, 'waves'],
  ['blow', /^out\b/i, 'blows out'],
  ['break', /^down\b/i, 'cries'],
  ['set', /^(?:off|out)\b/i, 'walks'],
  ['get', /^up\b/i, 'stands'],
  ['get', /^(?=(?:out|off|away)\b)/i, 'walks'],
  [
    'draw',
    /^(?=(?:an?|the|his|her|their)\s+(?:\p{L}+\s+)?(?:sword|gun|weapon|knife|pistol|dagger|bow)\b)/iu,
    'holds',
  ],
  ['play', /^(?=(?:the\s+)?(?:ball|football|soccer|basketball)\b)/i, 'plays'],
]

/** A verb and the words after it where the two mean something of their own: `falls asleep`, `gives up`, `makes tea`. */
export const phrasalVerb = (base: string, rest: string): PhrasalVerb | undefined => {
  for (const [verb, after, action] of phrasal) {
    const match = verb === base ? after.exec(rest) : null
    if (match) return { action, rest: rest.slice(match[0].length).trim() }
  }
  if (base === 'share' && food.test(rest)) return { action: 'eats', rest }
  return base === 'make' && food.test(rest) ? { action: 'cooks', rest } : undefined
}

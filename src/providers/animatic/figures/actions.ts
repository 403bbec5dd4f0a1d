/** Movements a person can be drawn doing. */
export type ActionKind =
  | 'stand'
  | 'walk'
  | 'run'
  | 'sit'
  | 'read'
  | 'type'
  | 'write'
  | 'drink'
  | 'eat'
  | 'cook'
  | 'pour'
  | 'gaze'
  | 'talk'
  | 'wave'
  | 'point'
  | 'dance'
  | 'guitar'
  | 'piano'
  | 'ball'
  | 'fish'
  | 'kite'
  | 'ride'
  | 'surf'
  | 'swim'
  | 'row'
  | 'climb'
  | 'carry'
  | 'hug'
  | 'hold-hands'
  | 'paint'
  | 'repair'
  | 'sleep'
  | 'wake'
  | 'cry'
  | 'laugh'
  | 'phone'
  | 'photograph'
  | 'kneel'
  | 'jump'
  | 'hold'
  | 'sing'
  | 'push'
  | 'gesture'
  | 'think'
  | 'cheer'
  | 'smile'
  | 'float'
  | 'quarrel'

/** What somebody does, as far as it can be drawn. */
export interface Action {
  readonly kind: ActionKind
  /** The word of the text that named it, lower case; null when the text names nothing that can be drawn. */
  readonly word: string | null
  /** The movement is done sitting. */
  readonly seated: boolean
  /** Away from the viewer. */
  readonly away: boolean
}

const rules: readonly (readonly [ActionKind, RegExp])[] = [
  ['hold-hands', /\b(?:hold(?:s|ing)? (?:each other'?s? )?hands?|hand in hand)\b/u],
  ['float', /\b(?:float(?:s|ing)?|drift(?:s|ing)?|hover(?:s|ing)?|weightless|space ?walks?)\b/u],
  ['wake', /\b(?:w[ao]k(?:es?|ing)(?: up)?|awakens?|awakening|sits? up)\b/u],
  ['sleep', /\b(?:sleep(?:s|ing)?|asleep|naps?|napping|dozes?|dreams?|lies down|rests? in bed)\b/u],
  ['guitar', /\b(?:(?:play(?:s|ing)?|strum(?:s|ming)?)[a-z ]* guitar|strum(?:s|ming)?|busks?)\b/u],
  ['piano', /\bplay(?:s|ing)?[a-z ]* (?:piano|keys|keyboard|organ)\b/u],
  [
    'ball',
    /\b(?:(?:play(?:s|ing)?|kick(?:s|ing)?|dribbl(?:es?|ing)|throw(?:s|ing)?)[a-z ]* (?:ball|football|soccer|basketball)|play(?:s|ing)? (?:soccer|football|basketball)|kick(?:s|ing)?|dribbles?|juggles?)\b/u,
  ],
  [
    'fish',
    /\b(?:(?:goes |go )?fish(?:es|ing)|angl(?:es|ing)|casts? (?:a|an|his|her|their|the) (?:fishing )?(?:line|rod|net))\b/u,
  ],
  ['kite', /\bfl(?:y|ies|ying) (?:[a-z]+ ){0,4}kites?\b/u],
  [
    'surf',
    /\b(?:surf(?:s|ing)?|rid(?:es?|ing) (?:[a-z]+ ){0,3}(?:waves?|surf|surfboard|board)|paddle ?boards?)\b/u,
  ],
  ['swim', /\b(?:swim(?:s|ming)?|snorkel(?:s|ling)?|bath(?:es|ing) in)\b/u],
  ['ride', /\b(?:rid(?:es?|ing)|cycl(?:es|ing)|bik(?:es|ing)|pedal(?:s|ing)?)\b/u],
  ['row', /\b(?:row(?:s|ing)?|paddl(?:es?|ing)|sail(?:s|ing)?|canoe(?:s|ing)?|kayaks?)\b/u],
  [
    'climb',
    /\b(?:climb(?:s|ing)?|scal(?:es|ing)) (?:[a-z]+ ){0,3}(?:ladder|wall|rope|tree|fence|mast|tower|cliff|rock)s?\b/u,
  ],
  ['dance', /\b(?:danc(?:es?|ing)|twirl(?:s|ing)?|spin(?:s|ning)?|sway(?:s|ing)?|waltz(?:es)?)\b/u],
  [
    'cheer',
    /\b(?:cheer(?:s|ing)?|celebrat(?:es?|ing)|applaud(?:s|ing)?|claps?|clapping|triumph[a-z]*|raises? (?:his|her|their|both) arms)\b/u,
  ],
  ['hug', /\b(?:hug(?:s|ging)?|embrac(?:es?|ing)|cuddl(?:es?|ing)|kiss(?:es|ing)?)\b/u],
  [
    'phone',
    /\b(?:(?:calls?|calling|text(?:s|ing)?|scroll(?:s|ing)?)|(?:looks?|looking|talks?|talking|speaks?|checks?)[a-z ]*phone)\b/u,
  ],
  [
    'type',
    /\b(?:typ(?:es?|ing)|works? (?:at|on)[a-z ]*(?:laptop|computer|desk|screen|keyboard)|working|codes?|coding|programs?|works)\b/u,
  ],
  ['read', /\b(?:read(?:s|ing)?|stud(?:ies|ying)|leafs? through)\b/u],
  ['write', /\b(?:writ(?:es?|ing)|draw(?:s|ing)?|sketch(?:es|ing)?|signs?|takes? notes)\b/u],
  [
    'photograph',
    /\b(?:photograph(?:s|ing)?|films?|filming|tak(?:es|ing)[a-z ]* (?:photos?|pictures?)|shoots? photos?)\b/u,
  ],
  ['paint', /\bpaint(?:s|ing)?\b/u],
  [
    'pour',
    /\b(?:pour(?:s|ing)?|water(?:s|ing) |serv(?:es|ing)|brew(?:s|ing)?|mak(?:es|ing) (?:a |the |some )?(?:coffee|tea|espresso|drink))/u,
  ],
  [
    'cook',
    /\b(?:cook(?:s|ing)?|stir(?:s|ring)?|bak(?:es|ing)|knead(?:s|ing)?|chop(?:s|ping)?|fr(?:ies|ying)|prepar(?:es|ing)|mix(?:es|ing)?|decorat(?:es|ing))\b/u,
  ],
  [
    'drink',
    /\b(?:drink(?:s|ing)?|sip(?:s|ping)?|tast(?:es|ing)|toasts?|hold(?:s|ing)? (?:a |the |his |her )?(?:[a-z]+ ){0,3}(?:cup|mug|coffee|tea|glass))\b/u,
  ],
  ['eat', /\b(?:eat(?:s|ing)?|bit(?:es|ing)|din(?:es|ing)|chew(?:s|ing)?|snack(?:s|ing)?)\b/u],
  [
    'repair',
    /\b(?:repair(?:s|ing)?|fix(?:es|ing)?|mend(?:s|ing)?|build(?:s|ing)?|hammer(?:s|ing)?|solder(?:s|ing)?|carv(?:es|ing)|assembl(?:es|ing)|tinker(?:s|ing)?|craft(?:s|ing)?|forg(?:es|ing)|sew(?:s|ing)?|knit(?:s|ting)?)\b/u,
  ],
  [
    'run',
    /\b(?:run(?:s|ning)?|jog(?:s|ging)?|sprint(?:s|ing)?|rac(?:es|ing)|chas(?:es|ing)|flees?|fleeing|rush(?:es|ing)|escapes?|hurr(?:ies|ying)|gallop(?:s|ing)?|bound(?:s|ing)|dash(?:es|ing))\b/u,
  ],
  ['carry', /\b(?:carr(?:y|ies|ying)|lift(?:s|ing)?|deliver(?:s|ing)?|bring(?:s|ing)?|hauls?)\b/u],
  ['push', /\b(?:push(?:es|ing)?|pull(?:s|ing)?|drags?)\b/u],
  [
    'kneel',
    /\b(?:kneel(?:s|ing)?|crouch(?:es|ing)?|plant(?:s|ing)?|garden(?:s|ing)?|digs?|digging|picks? up|pet(?:s|ting)|strok(?:es|ing)|gathers?)\b/u,
  ],
  [
    'walk',
    /\b(?:walk(?:s|ing)?|stroll(?:s|ing)?|wander(?:s|ing)?|hik(?:es?|ing)|march(?:es|ing)?|approach(?:es|ing)?|leav(?:es|ing)|arriv(?:es|ing)|enters?|entering|cross(?:es|ing)?|com(?:es|ing)|go(?:es|ing)?|steps?|stepping|travel(?:s|ling|ing)?|explor(?:es|ing)|return(?:s|ing)?|climb(?:s|ing)?|scal(?:es|ing)|ascend(?:s|ing)?|head(?:s|ing)|moves?|moving|follow(?:s|ing)?|trot(?:s|ting)?|prowl(?:s|ing)?|search(?:es|ing)?)\b/u,
  ],
  ['jump', /\b(?:jump(?:s|ing)?|leap(?:s|ing)?|hop(?:s|ping)?|skip(?:s|ping)?)\b/u],
  ['sing', /\b(?:sing(?:s|ing)?|blow(?:s|ing)?|perform(?:s|ing)?|chants?)\b/u],
  ['wave', /\b(?:wav(?:es?|ing)|greet(?:s|ing)?|says? goodbye|welcom(?:es|ing)|beckons?)\b/u],
  [
    'point',
    /\b(?:point(?:s|ing)?|gestur(?:es|ing)|shows?|showing|present(?:s|ing)?|explain(?:s|ing)?|teach(?:es|ing)?|demonstrat(?:es|ing))\b/u,
  ],
  ['laugh', /\b(?:laugh(?:s|ing)?|giggl(?:es?|ing)|chuckl(?:es?|ing))\b/u],
  [
    'cry',
    /\b(?:cr(?:y|ies|ying)|weep(?:s|ing)?|sob(?:s|bing)?|grie(?:ves|ving)|mourn(?:s|ing)?|despairs?)\b/u,
  ],
  [
    'quarrel',
    /\b(?:quarrel(?:s|l?ing)?|argu(?:es?|ing)|shout(?:s|ing)?|yell(?:s|ing)?|scold(?:s|ing)?|bicker(?:s|ing)?|fight(?:s|ing)?)\b/u,
  ],
  [
    'talk',
    /\b(?:talk(?:s|ing)?|speak(?:s|ing)?|chat(?:s|ting)?|discuss(?:es|ing)?|tells?|telling|convers(?:es|ing)|meet(?:s|ing)?|whisper(?:s|ing)?|says?|interview(?:s|ing)?|debat(?:es|ing))\b/u,
  ],
  [
    'think',
    /\b(?:think(?:s|ing)?|ponder(?:s|ing)?|wonder(?:s|ing)?|reflect(?:s|ing)?|contemplat(?:es|ing)|considers?|decides?|remembers?)\b/u,
  ],
  [
    'hold',
    /\b(?:hold(?:s|ing)?|offer(?:s|ing)?|giv(?:es|ing)|us(?:es|ing)|grips?|open(?:s|ing)?|unwraps?|discover(?:s|ing)?|finds?|examin(?:es|ing)|inspect(?:s|ing)?|picks?|light(?:s|ing)|wears?|wearing|clutch(?:es|ing))\b/u,
  ],
  [
    'gaze',
    /\b(?:gaz(?:es?|ing)|look(?:s|ing)?|watch(?:es|ing)?|star(?:es|ing)|sees?|seeing|observ(?:es|ing)|admir(?:es|ing)|fac(?:es|ing)|listen(?:s|ing)?|wait(?:s|ing)?|enjoys?|enjoying)\b/u,
  ],
  [
    'sit',
    /\b(?:sit(?:s|ting)?|seated|rest(?:s|ing)?|perch(?:es|ed)|relax(?:es|ing)?|meditat(?:es|ing)|driv(?:es|ing))\b/u,
  ],
  ['smile', /\b(?:smil(?:es?|ing)|grins?|beams?)\b/u],
  [
    'stand',
    /\b(?:stand(?:s|ing)?|pos(?:es|ing)|paus(?:es|ing)|stops?|breath(?:es|ing)?|lean(?:s|ing)?)\b/u,
  ],
]

const seatedWords =
  /\b(?:sit(?:s|ting)?|seated|at (?:a|the|his|her|their) (?:[a-z]+ ){0,2}(?:desk|table|bench|counter)|on (?:a|the) (?:[a-z]+ ){0,2}(?:bench|sofa|couch|chair|armchair|stool))\b/u
const alwaysSeated: readonly ActionKind[] = ['sit', 'type', 'write', 'piano', 'ride', 'row']
const neverSeated: readonly ActionKind[] = [
  'walk',
  'run',
  'dance',
  'climb',
  'jump',
  'kneel',
  'sleep',
  'wake',
  'ball',
  'kite',
  'surf',
  'swim',
  'push',
  'carry',
]

/**
 * The movement named first in a free text.
 *
 * @param text such as `walks along the shore`
 * @returns `stand` for an empty text, `gesture` for one that names nothing that can be drawn
 */
export const readAction = (text: string): Action => {
  const lower = text.toLowerCase()
  let [kind, word, place]: [ActionKind, string | null, number] = [
    lower.trim() === '' ? 'stand' : 'gesture',
    null,
    Number.POSITIVE_INFINITY,
  ]
  for (const [candidate, pattern] of rules) {
    const match = pattern.exec(lower)
    // A posture gives way to what is done in it: "stands and waves", "sits reading".
    const posture = candidate === 'sit' || candidate === 'stand' || candidate === 'smile'
    const at = match ? match.index + (posture ? 500 : 0) : Number.POSITIVE_INFINITY
    if (match && at < place) [kind, word, place] = [candidate, match[0].trim(), at]
  }
  const seated =
    alwaysSeated.includes(kind) || (seatedWords.test(lower) && !neverSeated.includes(kind))
  return {
    kind,
    // A kiss is drawn as an embrace, and said to be one.
    word: word?.startsWith('kiss') ? 'hugs' : word,
    seated,
    away: /\b(?:away|leaves|leaving|into the distance|from behind|departs?)\b/u.test(lower),
  }
}

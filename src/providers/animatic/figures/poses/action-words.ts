import type { ActionKind } from './actions.ts'

/** What nobody washes in a basin or wipes on a counter. */
const elsewhere =
  'windows?|mirrors?|cars?|trucks?|van|bus|bikes?|bicycles?|horses?|dogs?|cats?|elephants?|boats?|ships?|walls?|graffiti|teeth|faces?|hair|tears|shoes|boots|streets?|statues?|wounds?|away|up|rivers?|lakes?|streams?|sea|beach'

const atCounter = (verbs: string): RegExp =>
  new RegExp(`\\b(?:${verbs})\\b(?! (?:[a-z]+ ){0,5}(?:${elsewhere})\\b)`, 'u')

/** Which words name which movement; of two that begin at one place the first counts. */
export const actionWords: readonly (readonly [ActionKind, RegExp])[] = [
  ['hold-hands', /\b(?:hold(?:s|ing)? (?:each other'?s? )?hands?|hand in hand)\b/u],
  ['shake-hands', /\bshak(?:es?|ing) (?:(?:[a-z]+'?s? ){0,2}hands?|hands)\b/u],
  ['throw', /\b(?:throw(?:s|ing)?|toss(?:es|ing)?|hurl(?:s|ing)?|fling(?:s|ing)?)\b/u],
  ['knit', /\b(?:knit(?:s|ting)?|crochet(?:s|ing)?)\b/u],
  ['sew', /\b(?:sew(?:s|ing)?|stitch(?:es|ing)|embroider(?:s|ing)?|darn(?:s|ing)?)\b/u],
  [
    'search',
    /\b(?:search(?:es|ing)?|seek(?:s|ing)?|look(?:s|ing)? (?:around |everywhere )?for)\b/u,
  ],
  [
    'sweep',
    /\b(?:sweep(?:s|ing)?|mop(?:s|ping)?|rak(?:es|ing)|clean(?:s|ing)?(?= (?:up )?(?:the |a |his |her )?(?:[a-z]+ )?(?:floors?|yard|path|pavement)\b))\b/u,
  ],
  ['hew', /\bchop(?:s|ping)?(?= (?:[a-z]+ ){0,3}(?:wood|firewood|logs?|trees?|kindling)\b)/u],
  ['chop', /\b(?:chop(?:s|ping)?|slic(?:es|ing))\b/u],
  ['wash', atCounter('wash(?:es|ing)?|rins(?:es|ing)|scrub(?:s|bing)?')],
  ['wipe', atCounter('wip(?:es|ing)|clean(?:s|ing)?|polish(?:es|ing)|dust(?:s|ing)')],
  ['blow-candles', /\bblow(?:s|ing)?(?: out)?(?= (?:[a-z]+ ){0,4}(?:candles?|cakes?)\b)/u],
  ['blow', /\bblow(?:s|ing)?\b/u],
  ['release', /\breleas(?:es?|ing)\b/u],
  ['float', /\b(?:float(?:s|ing)?|drift(?:s|ing)?|hover(?:s|ing)?|weightless|space ?walks?)\b/u],
  ['wake', /\b(?:w[ao]k(?:es?|ing)(?: up)?|awakens?|awakening|sits? up)\b/u],
  ['sleep', /\b(?:sleep(?:s|ing)?|asleep|naps?|napping|dozes?|dreams?|rests? in bed)\b/u],
  ['lie', /\b(?:lies?|lying|lays? down|laying|sunbath(?:es|ing)|stretch(?:es|ed) out)\b(?! to\b)/u],
  ['violin', /\bplay(?:s|ing)?[a-z ]* (?:violin|fiddle|viola)\b/u],
  ['guitar', /\b(?:(?:play(?:s|ing)?|strum(?:s|ming)?)[a-z ]* guitar|strum(?:s|ming)?|busks?)\b/u],
  ['piano', /\bplay(?:s|ing)?[a-z ]* (?:piano|keys|keyboard|organ)\b/u],
  [
    'ball',
    /\b(?:(?:play(?:s|ing)?|kick(?:s|ing)?|dribbl(?:es?|ing))[a-z ]* (?:ball|football|soccer|basketball)|play(?:s|ing)? (?:soccer|football|basketball)|kick(?:s|ing)?|dribbles?|juggles?)\b/u,
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
    /\b(?:climb(?:s|ing)?|scal(?:es?|ing)) (?!over |into |onto |out |down )(?:(?!stairs|steps|hill|path)[a-z]+ ){0,3}(?:ladder|wall|rope|tree|fence|mast|pole|cliff|rock face)s?\b/u,
  ],
  [
    'ascend',
    /\b(?:climb(?:s|ing)?|scal(?:es?|ing)|ascend(?:s|ing)?)\b(?! (?:in|into|out|on|onto|aboard|over|through|down|back|off|from|under)\b)|\b(?:walk(?:s|ing)?|hik(?:es?|ing)|trek(?:s|king)?|go(?:es|ing)?|steps?|march(?:es|ing)?)(?= up (?:[a-z]+ ){0,3}(?:hills?|hillside|mountains?|stairs|staircase|steps|slopes?|dunes?)\b)/u,
  ],
  ['dance', /\b(?:danc(?:es?|ing)|twirl(?:s|ing)?|spin(?:s|ning)?|sway(?:s|ing)?|waltz(?:es)?)\b/u],
  [
    'cheer',
    /\b(?:cheer(?:s|ing)?|celebrat(?:es?|ing)|applaud(?:s|ing)?|claps?|clapping|triumph[a-z]*|raises? (?:his|her|their|both) arms)\b/u,
  ],
  ['hug', /\b(?:hug(?:s|ging)?|embrac(?:es?|ing)|cuddl(?:es?|ing))\b/u],
  ['kiss', /\b(?:kiss(?:es|ing)?)\b/u],
  [
    'shout',
    /\b(?:shout(?:s|ing)?|yell(?:s|ing)?|scream(?:s|ing)?|roar(?:s|ing)?|bellow(?:s|ing)?|(?:call|cr(?:y|ie))s? out|calling out|crying out)\b/u,
  ],
  [
    'apologise',
    /\b(?:apologi[sz](?:es?|ing)|says? (?:that (?:he|she) is )?sorry|begs? (?:for )?forgiveness|bows?|bowing)\b/u,
  ],
  [
    'knock',
    /\b(?:knock(?:s|ing)?|(?:open|clos|unlock|lock|shut)(?:e?s|ing)? (?:[a-z]+ ){0,3}door|rings? (?:[a-z]+ ){0,2}(?:door)?bell)\b/u,
  ],
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
  ['water', /\bwater(?:s|ing)(?= )/u],
  ['ski', /(?<!\b(?:his|her|their|the|of|on|new|with|an?) )\bski(?:s|ing)?\b/u],
  ['dig', /\b(?:digs?|digging|shovels?|shovelling)\b/u],
  [
    'pour',
    /\b(?:pour(?:s|ing)?|serv(?:es|ing)|brew(?:s|ing)?|mak(?:es|ing) (?:a |the |some )?(?:coffee|tea|espresso|drink))/u,
  ],
  [
    'cook',
    /\b(?:cook(?:s|ing)?|stir(?:s|ring)?|bak(?:es|ing)|knead(?:s|ing)?|fr(?:ies|ying)|prepar(?:es|ing)|mix(?:es|ing)?|decorat(?:es|ing))\b/u,
  ],
  [
    'drink',
    /\b(?:drink(?:s|ing)?|sip(?:s|ping)?|tast(?:es|ing)|toasts?|hold(?:s|ing)? (?:a |the |his |her )?(?:[a-z]+ ){0,3}(?:cup|mug|coffee|tea|(?<!magnifying )glass))\b/u,
  ],
  ['eat', /\b(?:eat(?:s|ing)?|bit(?:es|ing)|din(?:es|ing)|chew(?:s|ing)?|snack(?:s|ing)?)\b/u],
  [
    'repair',
    /\b(?:repair(?:s|ing)?|fix(?:es|ing)?|mend(?:s|ing)?|build(?:s|ing)?|hammer(?:s|ing)?|solder(?:s|ing)?|carv(?:es|ing)|assembl(?:es|ing)|tinker(?:s|ing)?|craft(?:s|ing)?|forg(?:es|ing))\b/u,
  ],
  [
    'run',
    /\b(?:run(?:s|ning)?|jog(?:s|ging)?|sprint(?:s|ing)?|rac(?:es|ing)|chas(?:es|ing)|flees?|fleeing|rush(?:es|ing)|escapes?|hurr(?:ies|ying)|gallop(?:s|ing)?|bound(?:s|ing)|dash(?:es|ing))\b/u,
  ],
  [
    'lift',
    /\b(?:lift(?:s|ing)?|rais(?:es?|ing)|hoist(?:s|ing)?|hold(?:s|ing)? (?:[a-z]+ ){0,4}(?:up|aloft|overhead))\b(?! off)/u,
  ],
  ['carry', /\b(?:carr(?:y|ies|ying)|deliver(?:s|ing)?|bring(?:s|ing)?|hauls?)\b/u],
  ['push', /\b(?:push(?:es|ing)?|pull(?:s|ing)?|drags?)\b/u],
  [
    'kneel',
    /\b(?:kneel(?:s|ing)?|crouch(?:es|ing)?|plant(?:s|ing)?|garden(?:s|ing)?|picks? up|gathers?)\b/u,
  ],
  [
    'pet',
    /\b(?:pet(?:s|ting| (?:the|an?|his|her|their)\b)|strok(?:es?|ing)|pats?|patting|scratch(?:es|ing))\b/u,
  ],
  ['feed', /\bfeed(?:s|ing)?\b/u],
  [
    'walk',
    /\b(?:walk(?:s|ing)?|stroll(?:s|ing)?|wander(?:s|ing)?|hik(?:es?|ing)|march(?:es|ing)?|approach(?:es|ing)?|leav(?:es|ing)|arriv(?:es|ing)|enters?|entering|cross(?:es|ing)?|com(?:es|ing)|go(?:es|ing)?|steps?|stepping|travel(?:s|ling|ing)?|explor(?:es|ing)|return(?:s|ing)?|climb(?:s|ing)?|scal(?:es|ing)|ascend(?:s|ing)?|head(?:s|ing)|moves?|moving|follow(?:s|ing)?|trot(?:s|ting)?|prowl(?:s|ing)?)\b/u,
  ],
  ['jump', /\b(?:jump(?:s|ing)?|leap(?:s|ing)?|hop(?:s|ping)?|skip(?:s|ping)?)\b/u],
  ['sing', /\b(?:sing(?:s|ing)?|perform(?:s|ing)?|chants?)\b/u],
  [
    'wave',
    /\b(?:wav(?:es?|ing)|greet(?:s|ing)?|says? goodbye|rais(?:es?|ing) (?:an?|the|his|her|their|one) (?:hand|arm)|welcom(?:es|ing)|beckons?)\b/u,
  ],
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
    /\b(?:quarrel(?:s|l?ing)?|argu(?:es?|ing)|scold(?:s|ing)?|bicker(?:s|ing)?|fight(?:s|ing)?)\b/u,
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

import type { Clause } from './clause.ts'
import { isMerry } from './film-words.ts'
import type { Reading } from './read-concept.ts'

const quarrels = new Set(['argues', 'quarrels', 'bickers'])
const loudWords = new Set(['shouts', 'yells', 'screams'])

/** Whether people in a story fall out with each other. */
export const isQuarrel = (reading: Reading): boolean =>
  reading.subject.genre === 'story' &&
  reading.clauses.some(
    ({ verb, castIds, rest }) =>
      quarrels.has(verb) || (loudWords.has(verb) && (castIds.length > 1 || /^at\b/.test(rest))),
  )

const ofVerbs: readonly (readonly [mood: string, verbs: RegExp])[] = [
  [
    'tense',
    /^(?:flee|escape|fight|attack|steal|rob|hide|duel|arrest|capture|catche|trap|threaten|hunt)s(?!\p{L})/u,
  ],
  [
    'energetic',
    /^(?:chase|race|sprint|gallop|jump|leap|compete|surf|skate|ski|kick|run|rushe|hurrie)s(?!\p{L})/u,
  ],
  [
    'melancholic',
    /^(?:crie|weep|mourn|grieve|sob)s(?!\p{L})|^misses (?:his|her|their|its) (?!bus|train|plane|flight|stop|turn|chance)|^(?:say|wave|bid)s (?:.{1,20} )?(?:goodbye|farewell)(?!\p{L})/u,
  ],
  ['joyful', /^(?:laugh|dance|celebrate|cheer|giggle|sing|skip|splashe)s(?!\p{L})/u],
  ['epic', /^(?:marche|conquer|ascend|charge|command)s(?!\p{L})/u],
  ['mysterious', /^(?:discover|vanishe|conjure|explore|unlock)s(?!\p{L})/u],
  ['warm', /^(?:hug|embrace|comfort|kisse|cuddle|reunite|bake|cook|give|share|offer)s(?!\p{L})/u],
  ['serene', /^(?:sleep|meditate|gaze|drift|read|fishe|stroll)s(?!\p{L})/u],
]

const lawless = /\b(?:thie(?:f|ves)|burglar|robber|criminal|detective|spy|police|villain)\b/i

/** How a story feels by what is done in it: what is done most, the stronger feeling where two are even. */
const moodOfDeeds = ({ clauses, text, cast }: Reading): string | undefined => {
  const counts = ofVerbs.map(([mood, verbs]) => ({
    mood,
    // Whoever catches a fish goes fishing.
    count: clauses.filter(({ verb, rest, action }) =>
      verbs.test(action === 'fishes' ? action : `${verb} ${rest}`),
    ).length,
  }))
  const best = counts.toSorted((a, b) => b.count - a.count)[0]
  if (best && best.count > 0) {
    return best.mood === 'energetic' && lawless.test(text) ? 'tense' : best.mood
  }
  if (lawless.test(text)) return 'tense'
  return cast.some(({ noun }) =>
    /legionary|soldier|knight|gladiator|warrior|astronaut|samurai|viking|emperor|explorer/.test(
      noun,
    ),
  )
    ? 'epic'
    : undefined
}

/** The mood of a film whose client names none. */
export const impliedMood = (reading: Reading): string => {
  const { genre, opening, slogan } = reading.subject
  if (isQuarrel(reading)) return 'tense'
  if (genre === 'story' && (isMerry(opening) || isMerry(slogan))) return 'joyful'
  if (genre === 'advert') return 'energetic'
  if (genre === 'lesson') return 'hopeful'
  if (genre === 'podcast') return 'warm'
  const ofDeeds = moodOfDeeds(reading)
  if (ofDeeds !== undefined) return ofDeeds
  if (reading.cast.length > 0) return 'warm'
  return reading.weathers.some(({ word }) => word === 'storm') ? 'epic' : 'serene'
}

/** Whether an action makes up for a quarrel. */
const makesUp = (action: string): boolean => /^(?:hugs|laughs|smiles|holds hands)$/.test(action)

/** Where a quarrel ends: the first step after it in which people make up; null where nobody does. */
export const reconciliationIn = (reading: Reading): Clause | null => {
  if (reading.moods.length > 0 || !isQuarrel(reading)) return null
  const quarrel = reading.clauses.findIndex(({ verb }) => quarrels.has(verb) || loudWords.has(verb))
  return reading.clauses.slice(quarrel + 1).find(({ action }) => makesUp(action)) ?? null
}

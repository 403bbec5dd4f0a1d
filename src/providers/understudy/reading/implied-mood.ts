import type { Clause } from './read-clauses.ts'
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
    /^(?:flee|escape|fight|attack|steal|rob|hide|duel|arrest|capture|catche|trap|threaten|hunt)s$/,
  ],
  [
    'energetic',
    /^(?:chase|race|sprint|gallop|jump|leap|compete|surf|skate|ski|kick|run|rushe|hurrie)s$/,
  ],
  ['melancholic', /^(?:crie|weep|mourn|grieve|sob)s$/],
  ['joyful', /^(?:laugh|dance|celebrate|cheer|giggle|sing|skip|splashe)s$/],
  ['epic', /^(?:marche|conquer|ascend|charge|command)s$/],
  ['mysterious', /^(?:discover|vanishe|conjure|explore|unlock)s$/],
  ['warm', /^(?:hug|embrace|comfort|kisse|cuddle|reunite|bake|cook|give|share|offer)s$/],
  ['serene', /^(?:sleep|meditate|gaze|drift|read|fishe|stroll)s$/],
]

const lawless = /\b(?:thie(?:f|ves)|burglar|robber|criminal|detective|spy|police|villain)\b/i

/** How a story feels by what is done in it: what is done most, the stronger feeling where two are even. */
const moodOfDeeds = ({ clauses, text, cast }: Reading): string | undefined => {
  const counts = ofVerbs.map(([mood, verbs]) => ({
    mood,
    // Whoever catches a fish goes fishing.
    count: clauses.filter(({ verb, action }) => verbs.test(action === 'fishes' ? action : verb))
      .length,
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
  const { genre } = reading.subject
  if (isQuarrel(reading)) return 'tense'
  if (genre === 'advert') return 'energetic'
  if (genre === 'lesson') return 'hopeful'
  if (genre === 'podcast') return 'warm'
  const ofDeeds = moodOfDeeds(reading)
  if (ofDeeds !== undefined) return ofDeeds
  return reading.cast.length > 0 ? 'warm' : 'serene'
}

/** Whether an action makes up for a quarrel. */
const makesUp = (action: string): boolean => /^(?:hugs|laughs|smiles|holds hands)$/.test(action)

/** Where a quarrel ends: the first step after it in which people make up; null where nobody does. */
export const reconciliationIn = (reading: Reading): Clause | null => {
  if (reading.moods.length > 0 || !isQuarrel(reading)) return null
  const quarrel = reading.clauses.findIndex(({ verb }) => quarrels.has(verb) || loudWords.has(verb))
  return reading.clauses.slice(quarrel + 1).find(({ action }) => makesUp(action)) ?? null
}

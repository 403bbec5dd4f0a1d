/**
 * Lines about somebody doing something. `{N}` is the name at the start of a sentence, `{n}` within one, `{poss}` and
 * `{obj}` the pronouns; verbs in square brackets take the number of the name.
 */
const byAction: Readonly<Record<string, readonly string[]>> = {
  stands: [
    '{N} [stands] very still, as if listening for something.',
    'For a moment, {n} [does] nothing at all.',
  ],
  walks: [
    '{N} [walks] on, one unhurried step after another.',
    'Every step brings {n} a little closer.',
  ],
  flies: [
    '{N} [flies] on, and the air asks for nothing in return.',
    'From up there, everything looks as if it could be solved.',
  ],
  swims: [
    '{N} [swims] on, one unhurried stroke after another.',
    'The water makes room, and closes again behind {obj}.',
  ],
  runs: ['{N} [runs], and the whole place seems to run along.', 'There is no time to lose now.'],
  sits: [
    '{N} [sits], and lets the minute be a minute.',
    'Some things can only be done by sitting still.',
  ],
  reads: [
    'A page turns, and {n} [is] somewhere else entirely.',
    'Between two lines, {n} [finds] what was missing.',
  ],
  types: ['Word by word, {n} [gets] nearer to it.', 'The cursor blinks. {N} [does] not.'],
  drinks: [
    '{N} [takes] the first sip, and the day can begin.',
    'A small warmth, held in both hands.',
  ],
  eats: [
    'It tastes of something {n} had almost forgotten.',
    'Good things go quiet when they are shared.',
  ],
  cooks: ['{N} [works] by feel. The hands remember.', 'Heat, patience, and a pinch of luck.'],
  looks: [
    '{N} [looks] again, more carefully this time.',
    'Something out there has {poss} full attention.',
  ],
  talks: [
    'The words come slowly, and then all at once.',
    'It is easier to say than {n} had thought.',
  ],
  waves: ['A raised hand says the rest.', '{N} [waves], until there is nobody left to see it.'],
  points: ['There, says the hand. Do you see it?', '{N} [knows] exactly where to look.'],
  dances: ['{N} [dances] as if the floor had asked first.', 'Nobody is counting the steps.'],
  plays: ['{N} [plays], and the air changes its mind.', 'Some notes have been waiting for years.'],
  rides: [
    'The wheels hum, and the road does the talking.',
    '{N} [rides] on, faster than the doubts.',
  ],
  rows: [
    'Pull, breathe, pull. {N} [keeps] the rhythm.',
    'The water opens, and closes again behind {obj}.',
  ],
  climbs: ['Higher. {N} [does] not look down.', 'The summit is patient. So [is] {n}.'],
  carries: [
    '{N} [carries] it carefully, as one carries news.',
    'What matters is seldom heavy. Only precious.',
  ],
  kisses: ['For a while, there is only this.'],
  hugs: ['There are no words for this, so nobody tries.', 'For a while, there is only this.'],
  paints: [
    'One colour, then another, and a world appears.',
    '{N} [paints] what is there, and a little more.',
  ],
  repairs: [
    'Piece by piece, it comes back to life.',
    '{N} [has] never thrown away what can be mended.',
  ],
  sleeps: [
    '{N} [sleeps], and the world keeps its voice down.',
    'Even the light goes on tiptoe now.',
  ],
  smiles: ['And there it is: the beginning of a smile.', 'It was worth the wait.'],
}

/** Lines that introduce the first somebody, and those who come after. */
const meeting: Readonly<Record<string, readonly string[]>> = {
  person: ['It begins with {n}.', 'Look at {n} for a moment.'],
  animal: ['{N} [has] noticed us long ago.', '{N} [asks] for very little.'],
  thing: ['{N} [learns] something every day.'],
}

const meetingNext: Readonly<Record<string, readonly string[]>> = {
  person: ['{N} [is] here, too.'],
  animal: ['{N} [is] here, too.'],
  thing: ['{N} [is] here, too.'],
}

/** Lines over a face. */
const closeness: Readonly<Record<string, readonly string[]>> = {
  person: [
    'In {poss} face, the whole journey.',
    'Whatever {n} [decides], it starts here.',
    'There is a thought {n} [keeps] to the end.',
  ],
  animal: [
    'Whatever {n} [knows], it stays unspoken.',
    'Two eyes, and all the patience in the world.',
  ],
  thing: ['Behind that quiet light, something is working.'],
}

/** Lines that introduce several who are called the same. */
export const companyLines: readonly string[] = ['It begins with {n}.', 'It takes all of them: {n}.']

const kindOf = (kind: string): string => (kind === 'animal' || kind === 'thing' ? kind : 'person')

/** Lines about an action, by its drawn word. */
export const actionLines = (action: string): readonly string[] => byAction[action] ?? []

/** Lines that introduce a cast member of a kind, by its place in the cast from 0. */
export const meetingLines = (kind: string, index: number): readonly string[] =>
  (index === 0 ? meeting : meetingNext)[kindOf(kind)] ?? []

/** Lines over a close view of a cast member. */
export const closenessLines = (kind: string): readonly string[] => closeness[kindOf(kind)] ?? []

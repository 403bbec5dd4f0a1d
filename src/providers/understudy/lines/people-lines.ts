/**
 * Lines about somebody doing something. `{N}` is the name at the start of a sentence, `{n}` within one, `{poss}` and
 * `{obj}` the pronouns; verbs in square brackets take the number of the name.
 */
const byAction: Readonly<Record<string, readonly string[]>> = {
  stands: [
    '{N} [stands] very still, as if listening for something.',
    'For a moment, {n} [does] nothing at all.',
  ],
  walks: ['{N} [walks] on, one step after another.', 'Step by step, {n} [goes] on.'],
  flies: ['{N} [flies] on, and the ground gets smaller and smaller.'],
  swims: [
    '{N} [swims] on, one unhurried stroke after another.',
    'The water makes room, and closes again behind {obj}.',
  ],
  runs: [
    '{N} [runs], and the whole place seems to run along.',
    '{N} [runs] as if there were no time to lose.',
  ],
  sits: ['{N} [sits], and [takes] a minute for it.'],
  reads: [
    'A page turns, and {n} [is] somewhere else entirely.',
    'Between two lines, {n} [finds] what was missing.',
  ],
  types: ['Word by word, {n} [goes] on typing.', 'The cursor blinks. {N} [does] not.'],
  drinks: ['One sip, and {n} [closes] {poss} eyes for a moment.'],
  eats: ['It tastes of something {n} had almost forgotten.', '{N} [takes] another bite.'],
  cooks: [
    '{N} [works] by feel. The hands remember.',
    '{N} [tastes], and [adds] a pinch of something.',
  ],
  looks: [
    '{N} [looks] again, more carefully this time.',
    'Something has the full attention of {n}.',
  ],
  talks: [
    'The words come slowly, and then all at once.',
    'It is easier to say than {n} had thought.',
  ],
  waves: ['A raised hand says the rest.', '{N} [waves], until there is nobody left to see it.'],
  points: ['There, says the hand. Do you see it?', '{N} [knows] exactly where to look.'],
  dances: [
    '{N} [dances] as if the floor had asked first.',
    '{N} [dances], and nobody is counting the steps.',
  ],
  plays: ['{N} [plays], and everything else goes quiet.'],
  rides: ['The wheels hum, and {n} [rides] on.', '{N} [rides] on, a little faster now.'],
  rows: [
    'Pull, breathe, pull. {N} [keeps] the rhythm.',
    'The water opens, and closes again behind {obj}.',
  ],
  climbs: ['Higher. {N} [does] not look down.'],
  carries: ['{N} [carries] it carefully, as one carries news.'],
  kisses: ['For a while, there is nobody else in the world for {n}.'],
  hugs: ['There are no words for this, so nobody tries.', 'For a while, {n} [does] not let go.'],
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
    'Nobody would dare to wake {n} now.',
  ],
  smiles: ['And there it is: {n} [begins] to smile.'],
}

/** Lines that introduce the first somebody, and those who come after. */
const meeting: Readonly<Record<string, readonly string[]>> = {
  person: ['It begins with {n}.', 'Here [is] {n}.'],
  animal: ['{N} [has] noticed us long ago.', 'Here [is] {n}.'],
  thing: ['It begins with {n}.'],
}

const meetingNext: Readonly<Record<string, readonly string[]>> = {
  person: ['{N} [is] here, too.'],
  animal: ['{N} [is] here, too.'],
  thing: ['{N} [is] here, too.'],
}

/** Lines that introduce several who are called the same. */
export const companyLines: readonly string[] = ['It begins with {n}.', 'It takes all of them: {n}.']

const kindOf = (kind: string): string => (kind === 'animal' || kind === 'thing' ? kind : 'person')

/** Lines about an action, by its drawn word. */
export const actionLines = (action: string): readonly string[] => byAction[action] ?? []

/** Lines that introduce a cast member of a kind, by its place in the cast from 0. */
export const meetingLines = (kind: string, index: number): readonly string[] =>
  (index === 0 ? meeting : meetingNext)[kindOf(kind)] ?? []

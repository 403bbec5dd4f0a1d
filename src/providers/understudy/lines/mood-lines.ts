import type { About } from './about.ts'
import { filled } from './about.ts'

type Frames = Readonly<Record<string, readonly string[]>>

/** First words of a film, by mood, as frames of `about.ts`: each names the film's place or who is in it. */
const openings: Frames = {
  serene: [
    'Nothing hurries {p}.',
    'Listen: {p}, and hardly a sound.',
    'There is time enough for {p}.',
  ],
  joyful: [
    'What a {h} for {p}.',
    'Nobody comes to {p} to be serious on a {h} like this.',
    'This {h} belongs to {n}.',
  ],
  melancholic: [
    'Something is missing from {p}.',
    'Some days leave {p} a little emptier.',
    'There is something {n} [has] not forgotten.',
  ],
  tense: [
    'Trouble is on its way to {p}.',
    'Nothing about {p} feels safe.',
    'Something is about to happen to {n}.',
  ],
  epic: [
    'Remember {p}. It begins there.',
    'This is how the legend of {n} begins.',
    'Songs will be sung about {p}.',
  ],
  warm: [
    'There is a warmth about {p} that needs no fire.',
    'Kindness knows its way to {p}.',
    'Look how little {n} [needs].',
  ],
  energetic: [
    'No warm-up: {p}, and off.',
    'Blink, and {p} [is] gone.',
    'Standing still was never the plan of {n}.',
  ],
  elegant: [
    'Every line of {p} has a reason.',
    'Look at {p} once, and then look properly.',
    'Nothing about {p} is by accident.',
  ],
  mysterious: [
    'Not everything about {p} wants to be found.',
    'There is a question hanging over {p}.',
    'Something is waiting for {n}.',
  ],
  hopeful: [
    'If it begins anywhere, it begins here: {p}.',
    'Somewhere about {p}, something has started to grow.',
    'All it takes is a first step, and {n} [takes] it.',
  ],
}

/** Last words of a film, by mood. */
const endings: Frames = {
  serene: [
    'And so {p} [goes] on, day after day.',
    'Tomorrow, {p} will look new again.',
    '{N} [has] nowhere else to be.',
  ],
  joyful: [
    '{N} would do it all again.',
    'And {p} [has] seldom seen a better {h}.',
    'There ought to be more days like this for {n}.',
  ],
  melancholic: [
    '{N} will think of this {h} again.',
    'Long after this, {n} will remember {p}.',
    'And {p} [keeps] what has been left behind.',
  ],
  tense: [
    'It is not over. Not for {n}.',
    'And {p} [has] only gone quiet for now.',
    'Nobody leaves {p} as they came.',
  ],
  epic: [
    'They will tell of {n} for a long time.',
    'And {p} will still be there when it is told.',
    'So it is done, and {p} will remember it.',
  ],
  warm: [
    '{N} would not want to be anywhere else.',
    'There is no need to leave {p} just yet.',
    'It has been a good {h} for {n}.',
  ],
  energetic: [
    '{N} will not slow down for anything.',
    'Catch your breath. {P} will still be there tomorrow.',
    'And {n} [is] already thinking of the next time.',
  ],
  elegant: ['Nothing to add to {p}. Nothing to take away.', 'Look again: {p}, to the last detail.'],
  mysterious: [
    'And {p} [goes] on keeping the secret.',
    'There is more to {p} than anybody has seen.',
    'Not every question has been answered for {n}.',
  ],
  hopeful: [
    'For {n}, this is only the start.',
    'And {p} may never be quite the same.',
    'One step further than before, for {n}.',
  ],
}

/** Last words over what is done last. */
const endingsOfActions: Frames = {
  hugs: [
    'And neither lets go first.',
    '{N} [holds] on a little longer.',
    'Everything else can wait for {n}.',
  ],
  kisses: ['And for once {n} [does] not look at the clock.'],
  sleeps: [
    'And {n} [sleeps] on.',
    'Dreams take {n} from here.',
    'Nothing is going to wake {n} now.',
  ],
  laughs: ['It takes a while before {n} can speak again.', '{N} [laughs] until it hurts.'],
  cries: ['{N} [lets] the tears come.', 'It will pass for {n}. Not yet.'],
  catches: ['{N} will not let go again.', 'This time, {n} [has] been quick enough.'],
  runs: ['{N} [does] not look back.', 'And {n} [runs] on, a little faster than before.'],
  rides: ['And on {n} [rides].', '{N} [does] not look back.'],
  walks: ['{N} [takes] it one step at a time.'],
  climbs: ['And up {n} [goes], step by step.'],
  eats: ['And {n} could eat it all again.', '{N} [takes] another bite.'],
  drinks: ['{N} [drinks] to the last drop.'],
  reads: ['One more page, and then {n} will stop. Perhaps.', 'And {n} [turns] one more page.'],
  dances: [
    '{N} [dances] on, one song after another.',
    'If it were up to {n}, the music would never stop.',
  ],
  cheers: ['You can hear {n} from far away.'],
}

/** Words over a face, by mood. */
const faces: Frames = {
  serene: ['{N} [takes] {poss} time.'],
  joyful: ['No need to ask how {n} [feels].'],
  melancholic: ['It is not easy for {n}.', '{N} [has] not forgotten.'],
  tense: ['{N} [holds] {poss} breath.'],
  epic: ['{N} [is] not afraid.'],
  warm: ['{N} would not have missed this.'],
  energetic: ['{N} [has] not had enough yet.'],
  elegant: ['Not a detail escapes {n}.'],
  mysterious: ['{N} [wants] to know more.'],
  hopeful: ['{N} [believes] in it.'],
}

/** Lines that open a film in a mood. */
export const moodOpenings = (mood: string, about: About): readonly string[] =>
  filled(openings[mood] ?? [], about)

/** Last words that fit what is seen at the end, and say nothing else. */
export const lastWordsOn = (action: string, about: About): readonly string[] =>
  filled(endingsOfActions[action] ?? [], about)

/** Last deeds after which no other words fit. */
const decisive = new Set(['hugs', 'kisses', 'sleeps', 'laughs', 'cries', 'catches', 'cheers'])

/** Lines that close a film in a mood, on what is done last. */
export const closingLines = (mood: string, action: string, about: About): readonly string[] => {
  const ofAction = lastWordsOn(action, about)
  return decisive.has(action) ? ofAction : [...ofAction, ...filled(endings[mood] ?? [], about)]
}

/** Lines over a face in a mood. */
export const faceLines = (mood: string, about: About): readonly string[] =>
  filled(faces[mood] ?? [], about)

/** How a mood is played. */
export interface Mood {
  readonly name: MoodName
  /** Semitones above the tonic, in one octave. */
  readonly scale: readonly number[]
  /** MIDI note the tonic may be, lowest and highest. */
  readonly tonic: readonly [number, number]
  /** Beats a minute, slowest and fastest. */
  readonly tempo: readonly [number, number]
  /** Chord roots as steps of the scale, from 0, one a bar; one of these is drawn. */
  readonly progressions: readonly (readonly number[])[]
  /** Plucked notes a beat: 0.5, 1, 2 or 4. */
  readonly pluckRate: number
  /** Chance that a plucked note is played, 0…1. */
  readonly pluckDensity: number
  /** How bright the sounds are, 0…1. */
  readonly brightness: number
  /** How strong drums are, 0 for none…1. */
  readonly drums: number
  /** Bass notes a bar: 1, 2, 4 or 8. */
  readonly bassRate: number
  /** Level of the sustained chords, of the plucked notes and of the melody. */
  readonly levels: { readonly pad: number; readonly pluck: number; readonly lead: number }
  /** Share of the sound that is room, 0…1. */
  readonly room: number
}

/** The moods that can be played. */
export const moodNames = [
  'calm',
  'tense',
  'joyful',
  'melancholy',
  'epic',
  'mysterious',
  'playful',
  'neutral',
] as const

/** One of {@link moodNames}. */
export type MoodName = (typeof moodNames)[number]

const major = [0, 2, 4, 5, 7, 9, 11]
const minor = [0, 2, 3, 5, 7, 8, 10]
const dorian = [0, 2, 3, 5, 7, 9, 10]
const lydian = [0, 2, 4, 6, 7, 9, 11]
const harmonicMinor = [0, 2, 3, 5, 7, 8, 11]

const moods: Readonly<Record<MoodName, Omit<Mood, 'name'>>> = {
  calm: {
    scale: major,
    tonic: [48, 53],
    tempo: [62, 70],
    progressions: [
      [0, 4, 5, 3],
      [0, 2, 3, 4],
      [0, 5, 3, 4],
    ],
    pluckRate: 1,
    pluckDensity: 0.62,
    brightness: 0.3,
    drums: 0,
    bassRate: 1,
    levels: { pad: 0.9, pluck: 0.55, lead: 0.35 },
    room: 0.42,
  },
  tense: {
    scale: harmonicMinor,
    tonic: [45, 50],
    tempo: [96, 108],
    progressions: [
      [0, 0, 5, 4],
      [0, 5, 0, 4],
      [0, 3, 5, 4],
    ],
    pluckRate: 4,
    pluckDensity: 0.72,
    brightness: 0.42,
    drums: 0.45,
    bassRate: 8,
    levels: { pad: 0.85, pluck: 0.36, lead: 0 },
    room: 0.26,
  },
  joyful: {
    scale: major,
    tonic: [50, 55],
    tempo: [108, 118],
    progressions: [
      [0, 4, 5, 3],
      [0, 3, 0, 4],
      [3, 4, 0, 5],
    ],
    pluckRate: 2,
    pluckDensity: 0.85,
    brightness: 0.68,
    drums: 0.55,
    bassRate: 4,
    levels: { pad: 0.6, pluck: 0.62, lead: 0.4 },
    room: 0.24,
  },
  melancholy: {
    scale: minor,
    tonic: [45, 50],
    tempo: [58, 66],
    progressions: [
      [0, 5, 2, 6],
      [0, 3, 5, 4],
      [0, 6, 5, 3],
    ],
    pluckRate: 1,
    pluckDensity: 0.5,
    brightness: 0.24,
    drums: 0,
    bassRate: 1,
    levels: { pad: 0.85, pluck: 0.52, lead: 0.5 },
    room: 0.44,
  },
  epic: {
    scale: minor,
    tonic: [43, 48],
    tempo: [84, 94],
    progressions: [
      [0, 5, 2, 6],
      [0, 5, 3, 4],
      [0, 2, 6, 5],
    ],
    pluckRate: 2,
    pluckDensity: 0.8,
    brightness: 0.55,
    drums: 1,
    bassRate: 4,
    levels: { pad: 1.1, pluck: 0.4, lead: 0.55 },
    room: 0.36,
  },
  mysterious: {
    scale: lydian,
    tonic: [46, 51],
    tempo: [66, 76],
    progressions: [
      [0, 1, 0, 6],
      [0, 1, 5, 1],
      [0, 4, 1, 0],
    ],
    pluckRate: 1,
    pluckDensity: 0.4,
    brightness: 0.5,
    drums: 0,
    bassRate: 1,
    levels: { pad: 0.95, pluck: 0.5, lead: 0.3 },
    room: 0.5,
  },
  playful: {
    scale: major,
    tonic: [53, 57],
    tempo: [116, 128],
    progressions: [
      [0, 5, 1, 4],
      [0, 3, 4, 0],
      [0, 1, 4, 0],
    ],
    pluckRate: 2,
    pluckDensity: 0.68,
    brightness: 0.8,
    drums: 0.35,
    bassRate: 2,
    levels: { pad: 0.35, pluck: 0.75, lead: 0.45 },
    room: 0.2,
  },
  neutral: {
    scale: dorian,
    tonic: [48, 53],
    tempo: [80, 88],
    progressions: [
      [0, 3, 0, 3],
      [0, 6, 3, 0],
      [0, 2, 3, 6],
    ],
    pluckRate: 2,
    pluckDensity: 0.55,
    brightness: 0.4,
    drums: 0.15,
    bassRate: 2,
    levels: { pad: 0.8, pluck: 0.5, lead: 0.2 },
    room: 0.3,
  },
}

const likeWords: Readonly<Record<MoodName, RegExp>> = {
  tense: /tens|suspens|danger|threat|anxi|urgent|fear|horror|dark|nervous|chase|thrill|omin/,
  melancholy:
    /melanch|sad|sorrow|grie|lonel|nostalg|wistful|bittersweet|loss|somber|sombre|longing/,
  epic: /epic|hero|triumph|grand|majest|power|battle|adventur|dramatic|cinematic|inspir|awe/,
  mysterious: /myster|eerie|strange|dream|magic|wonder|ethereal|surreal|enigma|haunt|cosmic|space/,
  playful: /playful|whims|fun|quirk|comic|silly|humor|humour|cheeky|child|mischie/,
  joyful: /joy|happy|cheer|upbeat|bright|celebrat|energ|optimis|hope|uplift|excit|lively|festive/,
  calm: /calm|seren|peace|quiet|gentle|relax|tranquil|soft|warm|still|tender|medita|romantic|soothing/,
  neutral: /neutral|corporate|inform|document/,
}

/** The mood a word asks for; `neutral` when no word is known. */
export const moodOf = (words: string): Mood => {
  const text = words.toLowerCase()
  const named = moodNames.find((name) => text.includes(name))
  const like = moodNames
    .filter((name) => likeWords[name].test(text))
    .toSorted((a, b) => text.search(likeWords[a]) - text.search(likeWords[b]))[0]
  const name = named ?? like ?? 'neutral'
  return { name, ...moods[name] }
}

import type { SubjectReply } from '../../../domain/crew-tasks.ts'
import type { CameraMove, Framing } from '../../../domain/script.ts'
import type { Sky } from '../reading/sky.ts'

/** Something that is done in a scene, and by whom. */
export interface Step {
  readonly castIds: readonly string[]
  /** As it goes into the picture: `walks along the shore`; empty when nothing is done. */
  readonly phrase: string
  /** Drawn action; empty for none. */
  readonly action: string
  /** Cast that is there without doing it. */
  readonly companions: readonly string[]
  /** Those of them who sleep meanwhile; absent for nobody. */
  readonly asleep?: readonly string[]
  /** Those of them who have waited for this, and stay where they are; absent for nobody. */
  readonly waiting?: readonly string[]
  readonly objects: readonly string[]
  /** Where the client's story has a weather or a season of its own there; absent in steps of ours. */
  readonly sky?: Sky
  /** Its own place and hour in a scene that is joined of several; absent where those of the scene are its own. */
  readonly where?: { readonly place: string | null; readonly time: string | null }
}

/** What a scene is for. */
export type IdeaKind =
  | 'open'
  | 'meet'
  | 'act'
  | 'detail'
  | 'place'
  | 'light'
  | 'face'
  | 'reveal'
  | 'turn'
  | 'close'

/** A line that may be said, with its speaker. */
export interface Line {
  readonly text: string
  /** Cast name; null for the narrator. */
  readonly speaker: string | null
  /** Lines of one group say the same in other words: only one of them is said in a scene. Empty for none. */
  readonly group: string
}

/** A scene before it is broken into shots. The same for every pilot. */
export interface SceneIdea {
  readonly kind: IdeaKind
  readonly title: string
  /** Null where the story's own place at that point will do. */
  readonly place: string | null
  readonly time: string | null
  readonly weather: string | null
  /** Null where none is named. */
  readonly season: string | null
  readonly steps: readonly Step[]
  readonly extras: readonly SubjectReply[]
  readonly objects: readonly string[]
  readonly framing: Framing
  readonly camera: CameraMove
  /** Candidates in order of preference; as many are said as there is time for. */
  readonly lines: readonly Line[]
  /** Lower third over the scene; empty for none. */
  readonly caption: string
  /** Length the client asks for; null for a fair share. */
  readonly seconds: number | null
}

/** An idea with everything it does not say left open. */
export const idea = (kind: IdeaKind, title: string, more: Partial<SceneIdea> = {}): SceneIdea => ({
  kind,
  title,
  place: null,
  time: null,
  weather: null,
  season: null,
  steps: [],
  extras: [],
  objects: [],
  framing: 'wide',
  camera: 'push-in',
  lines: [],
  caption: '',
  seconds: null,
  ...more,
})

/** Lines of the narrator that may follow each other. */
export const told = (texts: readonly string[]): readonly Line[] =>
  texts.map((text) => ({ text, speaker: null, group: '' }))

/** Lines of which one is said: the first that fits. */
export const oneOf = (
  texts: readonly string[],
  speaker: string | null = null,
  group = 'one',
): readonly Line[] => texts.map((text) => ({ text, speaker, group }))

/** A line of the client's story in ever shorter words: the longest that there is time for is said. */
export const toldAs = (texts: readonly string[], at: number): readonly Line[] =>
  texts.map((text) => ({ text, speaker: null, group: `told ${at}` }))

/** The groups of a line: one that tells two steps in one breath, `told 12+45`, stands for both. */
export const groupsOf = (group: string): readonly string[] => {
  if (group === '') return []
  return group.startsWith('told ')
    ? group
        .slice('told '.length)
        .split('+')
        .map((at) => `told ${at}`)
    : [group]
}

/** Whether a line tells the client's story, and is not one of ours. */
export const isTold = ({ group }: Line): boolean => group === '' || group.startsWith('told')

/** Neighbours joined until at most so many are left. */
export const merged = (ideas: readonly SceneIdea[], most: number): readonly SceneIdea[] => {
  if (ideas.length <= most) return ideas
  return Array.from({ length: most }, (_, index) => {
    const from = Math.floor((index * ideas.length) / most)
    const to = Math.floor(((index + 1) * ideas.length) / most)
    return ideas.slice(from, to).reduce(joined)
  })
}

/** The steps of a scene, each with the place and the hour it has there. */
const located = ({ steps, place, time }: SceneIdea): readonly Step[] =>
  steps.map((step) => ({ ...step, where: step.where ?? { place, time } }))

/** Two scenes as one. */
export const joined = (first: SceneIdea, second: SceneIdea): SceneIdea => ({
  ...first,
  place: first.place ?? second.place,
  // An hour that comes later in the scene is not there from its beginning.
  time:
    first.steps.length > 0 && second.steps.length > 0 ? first.time : (first.time ?? second.time),
  weather: first.weather ?? second.weather,
  season: first.season ?? second.season,
  steps: [...located(first), ...located(second)],
  extras: [...first.extras, ...second.extras].slice(0, 3),
  objects: [...new Set([...first.objects, ...second.objects])].slice(0, 4),
  // What happens is told of both; what else could be said comes after.
  lines: [
    ...first.lines.filter(isTold),
    ...second.lines.filter(isTold),
    ...first.lines.filter((line) => !isTold(line)),
  ],
  caption: first.caption || second.caption,
  seconds:
    first.seconds !== null && second.seconds !== null ? first.seconds + second.seconds : null,
})

import { StudioError } from './errors.ts'
import type { ShotId } from './slate.ts'
import { compareShots } from './slate.ts'
import type { FrameCount } from './time.ts'

/** Camera moves a shot may ask for. */
export const cameraMoves = [
  'static',
  'push-in',
  'pull-out',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'track-left',
  'track-right',
  'crane-up',
  'orbit',
  'handheld',
] as const

/** One of {@link cameraMoves}. */
export type CameraMove = (typeof cameraMoves)[number]

/** How much of the subject the frame holds. */
export const framings = ['establishing', 'wide', 'full', 'medium', 'close-up', 'insert'] as const

/** One of {@link framings}. */
export type Framing = (typeof framings)[number]

/** Somebody or something that must look the same in every shot. */
export interface CastMember {
  /** `c1`, `c2`, …; the key of its look. */
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'animal' | 'thing'
  /** The look in full words: age, build, hair, clothes with colours. Goes into every prompt as it stands. */
  readonly look: string
}

/** Who is seen in a shot and what they do. */
export interface Subject {
  /** Cast id; null for passers-by, birds and other unnamed things. */
  readonly castId: string | null
  /** `woman`, `dog`, `crowd`, … */
  readonly what: string
  readonly look: string
  /** `walks along the shore`; empty when nothing is done. */
  readonly action: string
  readonly count: number
}

/** What one shot shows, in words that both a person and a video model understand. */
export interface Picture {
  /** `mountain lake`, `city street`, `kitchen`, … */
  readonly place: string
  /** `dawn`, `day`, `sunset`, `night`, … */
  readonly timeOfDay: string
  /** `clear`, `rain`, `snow`, `fog`, `wind`, `storm`, `cloudy`. */
  readonly weather: string
  readonly mood: string
  readonly subjects: readonly Subject[]
  readonly objects: readonly string[]
  readonly camera: CameraMove
  readonly framing: Framing
  /** Words on the look from the pilot and the bible. */
  readonly style: string
  /** What must not be seen: the words of the contract's must-nots, lower case. */
  readonly avoid: readonly string[]
}

/** Everything that a picture orders to be seen, as words. */
export const orderedWords = ({
  place,
  timeOfDay,
  weather,
  subjects,
  objects,
}: Picture): readonly string[] => [
  place,
  timeOfDay,
  weather,
  ...objects,
  ...subjects.map(({ what }) => what),
]

/** Text laid over the picture in the edit; never asked of a video model. */
export interface Overlay {
  readonly text: string
  readonly kind: 'title' | 'lower-third' | 'end-card'
  /** Frames from the start of the shot's place in the cut. */
  readonly start: FrameCount
  readonly length: FrameCount
}

/** How one picture gives way to the next. */
export const transitionKinds = [
  'cut',
  'dissolve',
  'fade',
  'wipe-left',
  'wipe-right',
  'slide-left',
  'slide-right',
] as const

/** One of {@link transitionKinds}. `fade` goes through black. */
export type TransitionKind = (typeof transitionKinds)[number]

/** A join between two events; a cut has length 0. */
export interface Transition {
  readonly kind: TransitionKind
  readonly length: FrameCount
}

/** One framing of a scene, one order to a model. */
export interface Shot {
  readonly id: ShotId
  /** Length in the cut as the script wants it; the order asks for handles on top. */
  readonly length: FrameCount
  readonly picture: Picture
  /** The words sent to the model. */
  readonly prompt: string
  readonly overlays: readonly Overlay[]
}

/** One spoken sentence, which is also one caption. */
export interface NarrationCue {
  /** `3.1`: scene and cue, both from 1. */
  readonly id: string
  readonly text: string
  /** Cast name for dialogue; null for the narrator. */
  readonly speaker: string | null
}

/** Action in one place and time. */
export interface Scene {
  /** From 1, without gaps. */
  readonly number: number
  readonly title: string
  readonly description: string
  readonly shots: readonly Shot[]
  readonly narration: readonly NarrationCue[]
  /** Scenes with one name are chained by last frames, in order of their numbers; null for none. */
  readonly continuityGroup: string | null
  /** Scene whose last frame this one starts from; must be in the same group and is the previous one there by default. */
  readonly continuesFrom: number | null
  /** How this scene is entered. The first scene's is a cut or a fade from black. */
  readonly transition: Transition
  /** Ids of contract items this scene is to show. */
  readonly covers: readonly string[]
}

/** The written film of one pilot. */
export interface Script {
  readonly schema: 'script@2'
  readonly pilot: string
  readonly title: string
  readonly logline: string
  readonly cast: readonly CastMember[]
  /** Words on the look of the whole film. */
  readonly look: string
  readonly musicMood: string
  /** Fade to black at the very end, 0 for none. */
  readonly fadeOut: FrameCount
  readonly scenes: readonly Scene[]
}

/** A chain of shots in which each begins at the last frame of the circled take before it. */
export interface ContinuityChain {
  /** Name of the group; a scene outside any group is a chain of its own, named `scene-N`. */
  readonly name: string
  readonly scenes: readonly number[]
}

/** Scripted length of a scene. */
export const sceneLength = (scene: Scene): FrameCount =>
  scene.shots.reduce((total, shot) => total + shot.length, 0) as FrameCount

/** Scripted length of the film. */
export const scriptLength = (script: Script): FrameCount =>
  script.scenes.reduce((total, scene) => total + sceneLength(scene), 0) as FrameCount

/** Every shot in the order of the film. */
export const shotsOf = (script: Script): readonly Shot[] =>
  script.scenes.flatMap((scene) => scene.shots).toSorted((a, b) => compareShots(a.id, b.id))

/**
 * The chains of a script, each in numeric order of scenes. Chains share nothing and may be shot side by side.
 *
 * @throws StudioError `unknown-reference` when a scene continues from one that does not exist or is in another group;
 *   `continuity-cycle` when scenes wait for each other
 */
export const continuityChains = (script: Script): readonly ContinuityChain[] => {
  const byNumber = new Map(script.scenes.map((scene) => [scene.number, scene]))
  const named = new Set(script.scenes.map(({ continuityGroup }) => continuityGroup))
  // A group may have been given the very name that a lone scene's chain would have.
  const alone = (name: string): string => (named.has(name) ? alone(`${name}-alone`) : name)
  const groups = Map.groupBy(
    script.scenes.toSorted((a, b) => a.number - b.number),
    (scene) => scene.continuityGroup ?? alone(`scene-${scene.number}`),
  )
  for (const scene of script.scenes) checkReference(scene, byNumber)
  return [...groups].map(([name, scenes]) => ({ name, scenes: orderChain(name, scenes) }))
}

const checkReference = (scene: Scene, byNumber: ReadonlyMap<number, Scene>): void => {
  if (scene.continuesFrom === null) return
  const from = byNumber.get(scene.continuesFrom)
  if (!from) {
    throw new StudioError({
      code: 'unknown-reference',
      message: `Scene ${scene.number} continues from scene ${scene.continuesFrom}, which is not in the script. Nothing was bought.`,
    })
  }
  if (from.continuityGroup === null || from.continuityGroup !== scene.continuityGroup) {
    throw new StudioError({
      code: 'unknown-reference',
      message: `Scene ${scene.number} continues from scene ${from.number}, but they are not in one continuity group. Nothing was bought.`,
    })
  }
}

const orderChain = (name: string, scenes: readonly Scene[]): readonly number[] => {
  const waiting = [...scenes]
  const done: number[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      ({ continuesFrom }) => continuesFrom === null || done.includes(continuesFrom),
    )
    const [scene] = next < 0 ? [] : waiting.splice(next, 1)
    if (!scene) {
      throw new StudioError({
        code: 'continuity-cycle',
        message: `Scenes ${waiting.map(({ number }) => number).join(', ')} of continuity group "${name}" wait for each other. Nothing was bought.`,
      })
    }
    done.push(scene.number)
  }
  return done
}

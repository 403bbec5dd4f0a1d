import { narrationAirSeconds, narrationSeconds } from '../../domain/crew-tasks.ts'
import type { ContractItem } from '../../domain/intent-contract.ts'
import type { Scene, Script } from '../../domain/script.ts'
import { continuityChains, sceneLength, scriptLength, shotsOf } from '../../domain/script.ts'
import type { FrameCount, Rate } from '../../domain/time.ts'
import { secondsFromFrames } from '../../domain/time.ts'

/** What a script has to keep to. */
export interface ScriptLimits {
  readonly total: FrameCount
  readonly scenes: number
  readonly rate: Rate
  readonly leastShot: FrameCount
  readonly mostShot: FrameCount
  readonly items: readonly ContractItem[]
  readonly narrated: boolean
}

/**
 * What is wrong with a script, in words; null when nothing is.
 *
 * @throws StudioError `unknown-reference`, `continuity-cycle` for continuity that cannot be shot
 */
export const scriptProblem = (script: Script, limits: ScriptLimits): string | null => {
  if (script.scenes.length !== limits.scenes) {
    return `${script.scenes.length} scenes where ${limits.scenes} are planned`
  }
  if (scriptLength(script) !== limits.total) {
    return `it lasts ${scriptLength(script)} frames where ${limits.total} are wanted`
  }
  const short = shotsOf(script).find(
    ({ length }) => length < limits.leastShot || length > limits.mostShot,
  )
  if (short) {
    return `shot ${short.id} lasts ${short.length} frames; the model makes ${limits.leastShot} to ${limits.mostShot}`
  }
  const castIds = new Set(script.cast.map(({ id }) => id))
  if (castIds.size !== script.cast.length) return 'two cast members share an id'
  continuityChains(script)
  const itemIds = new Set(limits.items.map(({ id }) => id))
  for (const [index, scene] of script.scenes.entries()) {
    const problem =
      castProblem(scene, castIds) ??
      coverProblem(scene, itemIds) ??
      narrationProblem(scene, limits) ??
      transitionProblem(scene, script.scenes[index - 1])
    if (problem !== null) return problem
  }
  return null
}

const castProblem = (scene: Scene, castIds: ReadonlySet<string>): string | null => {
  const unknown = scene.shots
    .flatMap(({ picture }) => picture.subjects)
    .find(({ castId }) => castId !== null && !castIds.has(castId))
  return unknown ? `scene ${scene.number} shows cast "${unknown.castId}", who is not listed` : null
}

const coverProblem = (scene: Scene, itemIds: ReadonlySet<string>): string | null => {
  const unknown = scene.covers.find((id) => !itemIds.has(id))
  return unknown ? `scene ${scene.number} covers "${unknown}", which is not in the contract` : null
}

const narrationProblem = (scene: Scene, limits: ScriptLimits): string | null => {
  if (scene.narration.length === 0) return null
  if (!limits.narrated) return `scene ${scene.number} has narration and the film has no voice`
  const spoken = narrationSeconds(scene)
  const room = secondsFromFrames(sceneLength(scene), limits.rate) - narrationAirSeconds
  return spoken > room + 0.05
    ? `the narration of scene ${scene.number} takes ${spoken.toFixed(1)} s and has ${room.toFixed(1)} s`
    : null
}

const transitionProblem = (scene: Scene, before: Scene | undefined): string | null => {
  const { kind, length } = scene.transition
  if (kind === 'cut') return null
  if (!before && kind !== 'fade')
    return `the film opens with a ${kind}; it can open with a cut or a fade`
  const around = [scene.shots[0], before?.shots.at(-1)].flatMap((shot) => (shot ? [shot] : []))
  return around.some((shot) => length * 2 > shot.length)
    ? `the ${kind} into scene ${scene.number} is longer than half of a shot beside it`
    : null
}

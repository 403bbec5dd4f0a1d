import type { ScriptBrief, ScriptReply, ShotReply } from '../../domain/crew-tasks.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import type { CastMember, Overlay, Scene, Script, Shot, Transition } from '../../domain/script.ts'
import { shotId } from '../../domain/slate.ts'
import type { FrameCount } from '../../domain/time.ts'
import { frames, framesFromSeconds, framesPerSecond } from '../../domain/time.ts'
import { usualShots } from '../../domain/usual-questions.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { answerRoom } from '../answer-room.ts'
import { crewTask, invalidReply, madeInto } from '../crew-task.ts'
import type { ScriptLimits } from './check-script.ts'
import { scriptProblem } from './check-script.ts'
import { scriptPrompt, scriptReply } from './script-prompt.ts'
import { shotLengths } from './shot-lengths.ts'
import { shotPrompt } from './shot-prompt.ts'

const asked = { role: 'script-writer', task: 'write-script' } as const

/**
 * The film of one pilot, written: exactly `seconds` long, shots within the model's limits, every reference checked.
 *
 * @throws StudioError `reply-invalid`; `bad-input` when no whole shots of the model can make the film's length
 */
export const writeScript = async (ask: AskCrew, brief: ScriptBrief): Promise<Script> => {
  const limits = limitsOf(brief)
  checkLength(brief, limits)
  const perSecond = framesPerSecond(brief.rate)
  // The writer plans in seconds: those of whole frames, so that as many shots as are planned fit.
  const inFrames = {
    ...brief,
    minShotSeconds: limits.leastShot / perSecond,
    maxShotSeconds: limits.mostShot / perSecond,
  }
  const task = crewTask({
    ...asked,
    input: { ...inFrames, seconds: limits.total / perSecond },
    prompt: scriptPrompt(inFrames),
    images: [],
    schema: scriptReply,
    maxTokens: answerRoom('write-script', likelyShots(brief)),
  })
  return ask(
    `script/${brief.pilot.id}`,
    madeInto(task, (reply) => {
      const script = scriptOf(reply, brief, lengthsOf(reply, limits))
      const problem = checked(script, limits)
      if (problem !== null) throw invalidReply(asked, problem)
      return script
    }),
  )
}

/** At least one a scene. */
const likelyShots = ({ seconds, scenes, maxShotSeconds }: ScriptBrief): number =>
  Math.max(scenes, usualShots(seconds, maxShotSeconds))

const checkLength = (brief: ScriptBrief, limits: ScriptLimits): void => {
  const shots = Math.ceil(limits.total / limits.mostShot)
  if (shots * limits.leastShot <= limits.total) return
  throw new StudioError({
    code: 'bad-input',
    message: `No film of ${brief.seconds} seconds can be made of shots of ${brief.minShotSeconds} to ${brief.maxShotSeconds} seconds, which is what ${brief.pilot.model} makes. Change the duration or the model.`,
  })
}

const lengthsOf = (reply: ScriptReply, limits: ScriptLimits): readonly number[] => {
  const fitted = shotLengths(reply.scenes, limits)
  if (typeof fitted !== 'string') return fitted
  throw invalidReply(asked, fitted)
}

const limitsOf = (brief: ScriptBrief): ScriptLimits => {
  const perSecond = framesPerSecond(brief.rate)
  const total = framesFromSeconds(brief.seconds, brief.rate)
  const leastShot = frames(Math.ceil(brief.minShotSeconds * perSecond - 1e-6))
  return {
    total,
    leastShot,
    mostShot: frames(Math.floor(brief.maxShotSeconds * perSecond + 1e-6)),
    scenes: Math.max(1, Math.min(brief.scenes, 40, Math.floor(total / leastShot))),
    rate: brief.rate,
    items: brief.items,
    narrated: brief.narrated,
  }
}

const scriptOf = (reply: ScriptReply, brief: ScriptBrief, lengths: readonly number[]): Script => {
  const style = [brief.pilot.style, reply.look, ...brief.adjustments]
    .map((text) => text.trim().replace(/[.;,]+$/, ''))
    .filter((text) => text !== '')
    .join('; ')
  const avoid = brief.items.flatMap(({ kind, words }) => (kind === 'must-not' ? words : []))
  const looks = new Map(reply.cast.map((member) => [member.id, member]))
  let at = 0
  const scenes = reply.scenes.map((scene, index): Scene => {
    const number = index + 1
    const shots = scene.shots.map((shot, order): Shot => {
      const length = frames(lengths[at] ?? 0)
      at += 1
      const picture = { ...pictureOf(shot, looks, style), avoid }
      return {
        id: shotId(number, order),
        length,
        picture,
        prompt: shotPrompt(picture, namesOf(reply.cast), brief.items),
        overlays: shot.overlays.map((overlay) => overlayIn(overlay, length, brief)),
      }
    })
    return {
      number,
      title: scene.title,
      description: scene.description,
      shots,
      narration: scene.narration.map(({ text, speaker }, cue) => ({
        id: `${number}.${cue + 1}`,
        text,
        speaker,
      })),
      continuityGroup: scene.continuityGroup,
      continuesFrom: scene.continuesFrom,
      transition: transitionOf(scene.transition, brief),
      covers: [...new Set(scene.covers)],
    }
  })
  return {
    schema: 'script@2',
    pilot: brief.pilot.id,
    title: reply.title,
    logline: reply.logline,
    cast: reply.cast,
    look: style,
    musicMood: reply.musicMood,
    fadeOut: fadeOutOf(reply.fadeOutSeconds, scenes, brief),
    scenes,
  }
}

const namesOf = (cast: readonly CastMember[]): ReadonlyMap<string, string> =>
  new Map(cast.map(({ id, name }) => [id, name]))

const pictureOf = (
  shot: ShotReply,
  cast: ReadonlyMap<string, CastMember>,
  style: string,
): Omit<Shot['picture'], 'avoid'> => ({
  place: shot.place,
  timeOfDay: shot.timeOfDay,
  weather: shot.weather,
  mood: shot.mood,
  // A look in the bible wins over a look in the shot: that is what keeps people the same.
  subjects: shot.subjects.map((subject) => ({
    ...subject,
    look: (subject.castId === null ? undefined : cast.get(subject.castId)?.look) ?? subject.look,
  })),
  objects: shot.objects,
  camera: shot.camera,
  framing: shot.framing,
  style,
})

const overlayIn = (
  overlay: ShotReply['overlays'][number],
  shot: FrameCount,
  brief: ScriptBrief,
): Overlay => {
  const length = Math.min(shot, framesFromSeconds(overlay.seconds, brief.rate))
  const start = Math.min(framesFromSeconds(overlay.startSeconds, brief.rate), shot - length)
  return { text: overlay.text, kind: overlay.kind, start: frames(start), length: frames(length) }
}

const transitionOf = (
  { kind, seconds }: ScriptReply['scenes'][number]['transition'],
  brief: ScriptBrief,
): Transition => {
  const length = kind === 'cut' ? frames(0) : framesFromSeconds(seconds, brief.rate)
  return length === 0 ? { kind: 'cut', length } : { kind, length }
}

const fadeOutOf = (seconds: number, scenes: readonly Scene[], brief: ScriptBrief): FrameCount => {
  const last = scenes.at(-1)?.shots.at(-1)?.length ?? 0
  return frames(Math.min(framesFromSeconds(seconds, brief.rate), Math.floor(last / 2)))
}

const checked = (script: Script, limits: ScriptLimits): string | null => {
  try {
    return scriptProblem(script, limits)
  } catch (cause) {
    if (isStudioError(cause)) throw invalidReply(asked, cause.message, cause)
    throw cause
  }
}

import type { Framing } from '../../../domain/script.ts'
import type { Reading } from '../reading/read-concept.ts'
import { isInanimate } from '../words/acting-things.ts'
import { times } from '../words/vocabulary.ts'
import type { IdeaKind, SceneIdea, Step } from './scene-idea.ts'

/** Part of a film's scenes in which somebody of its cast is seen; of a long film less, which has more to look at. */
const leastSeen = { short: 2 / 3, long: 1 / 2, longFrom: 9 } as const

/** Scenes that can do with somebody in them, the first first: a look at a thing stays one. */
const filled: readonly IdeaKind[] = ['close', 'act', 'light', 'turn', 'open', 'place']

/**
 * A story shows its people and animals in most of its scenes: those without anybody get what is done there before, or
 * next, from another distance.
 */
export const withLead = (reading: Reading, ideas: readonly SceneIdea[]): readonly SceneIdea[] => {
  const ids = reading.cast.filter((member) => !isInanimate(member)).map(({ id }) => id)
  if (ids.length === 0 || reading.subject.genre !== 'story') return ideas
  const isSeen = ({ steps }: SceneIdea): boolean => steps.some((step) => isIn(step, ids))
  const share = ideas.length < leastSeen.longFrom ? leastSeen.short : leastSeen.long
  const missing = Math.ceil(ideas.length * share) - ideas.filter(isSeen).length
  // Nobody waits for two scenes to see whom a story is about.
  const isLate = ideas.length > 2 && !ideas.slice(0, 2).some(isSeen)
  const rank = ({ scene, index }: { readonly scene: SceneIdea; readonly index: number }): number =>
    isLate && index === 1 ? -1 : filled.indexOf(scene.kind)
  const free = ideas
    .map((scene, index) => ({ scene, index, around: nearest(ideas, index, ids) }))
    .filter(({ scene, around }) => around !== null && !isSeen(scene) && hasRoom(scene, around))
    .filter(({ scene, index }) => index > 0 || !isBefore(reading, scene))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, Math.max(isLate ? 1 : 0, missing))
  const seen = ideas.filter(isSeen).map(({ framing }) => framing)
  return ideas.map((scene, index) => {
    const around = free.find((one) => one.index === index)?.around
    const hour = hourAt(ideas, index)
    if (!around) return scene.kind === 'close' ? closing(scene, ideas.slice(0, index), hour) : scene
    const before = ideas[index - 1]?.framing
    const filledScene = joinedBy(scene, onceMore(around.step, hour), { seen, before })
    seen.push(filledScene.framing)
    return filledScene
  })
}

/** "A neglected garden is full of weeds.": what the client shows before anybody has come to it is seen without them. */
const isBefore = ({ castMentions, text }: Reading, { steps }: SceneIdea): boolean => {
  const [first] = castMentions.filter(({ isThing }) => !isThing)
  const opening = text.slice(0, first?.start ?? 0)
  return steps.length > 0 && /[.!?]\s/.test(opening) && isChanged.test(text)
}

/** Words of a story in which something is not as it was. */
const isChanged =
  /\b(?:neglected|abandoned|empty|dry|broken|ruined|messy|bare|grey|dusty|overgrown|dead|withered|dirty|dark|lonely|full of (?:weeds|rubbish|dust|trash))\b/i

/** The hour that is named for a scene, or last before it; null for none. */
const hourAt = (ideas: readonly SceneIdea[], index: number): string | null =>
  ideas.slice(0, index + 1).findLast(({ time }) => time !== null)?.time ?? null

/** A last look at what was done before. */
const closing = (
  scene: SceneIdea,
  before: readonly SceneIdea[],
  hour: string | null,
): SceneIdea => ({
  ...scene,
  steps: scene.steps.map((step) =>
    before.some(({ steps }) => steps.some(({ phrase }) => phrase === step.phrase))
      ? onceMore(step, hour)
      : step,
  ),
})

const isIn = ({ castIds, companions }: Step, ids: readonly string[]): boolean =>
  ids.some((id) => castIds.includes(id) || companions.includes(id))

interface Around {
  readonly step: Step
  readonly place: string | null
}

/** What somebody of the cast does in the story before a scene, else after it. */
const nearest = (
  ideas: readonly SceneIdea[],
  index: number,
  ids: readonly string[],
): Around | null => {
  const near = [...ideas.slice(0, index).toReversed(), ...ideas.slice(index + 1)]
  const told = near.filter(({ kind }) => kind !== 'face' && kind !== 'meet')
  for (const { steps, place } of [...told, ...near]) {
    const step = steps.findLast((one) => isIn(one, ids))
    if (step) return { step, place: step.where?.place ?? place }
  }
  return null
}

/** A scene of the same place in which nobody else has a part. */
const hasRoom = (scene: SceneIdea, around: Around | null): boolean =>
  filled.includes(scene.kind) &&
  scene.extras.length === 0 &&
  scene.objects.length === 0 &&
  scene.steps.every(({ castIds }) => castIds.length === 0) &&
  (scene.place === null || around?.place === null || scene.place === around?.place)

/** A step as it is seen again: what is done at an hour of its own is not done at another. */
const onceMore = (step: Step, hour: string | null): Step => {
  const [own] = times.find(step.phrase)
  return own === undefined || hour === null || own.word === hour
    ? step
    : { ...step, phrase: 'looks', action: 'looks', objects: [] }
}

/** Sizes in which somebody at work is well seen. */
const sizes = ['full', 'medium', 'wide'] as const

/** A scene with somebody at work in it, in a size that the film does not have yet, or not just before. */
const joinedBy = (
  scene: SceneIdea,
  step: Step,
  { seen, before }: { readonly seen: readonly Framing[]; readonly before: Framing | undefined },
): SceneIdea => {
  const [told] = scene.steps
  const sky = told?.sky ?? step.sky
  const fresh = sizes.filter((size) => size !== before)
  return {
    ...scene,
    steps: [{ ...step, ...(sky ? { sky } : {}) }],
    framing: fresh.find((size) => !seen.includes(size)) ?? fresh[0] ?? 'full',
  }
}

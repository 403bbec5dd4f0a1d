import type { Reading } from '../reading/read-concept.ts'
import type { SaidPart } from '../reading/said-parts.ts'
import { isSaidIn, saidParts } from '../reading/said-parts.ts'
import { pieces } from '../reading/tellable.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { groupsOf, isTold, toldAs } from './scene-idea.ts'

/** Scenes with every part of the client's text that no line of theirs tells, each where it stands in the story. */
export const withUntold = (reading: Reading, ideas: readonly SceneIdea[]): readonly SceneIdea[] => {
  const texts = ideas.flatMap(({ lines }) => lines.filter(isTold).map(({ text }) => text))
  const untold = saidParts(reading).filter((part) => !isSaidIn(part, texts))
  return untold.reduce((all, part) => withPart(reading, all, part), ideas)
}

const withPart = (
  reading: Reading,
  ideas: readonly SceneIdea[],
  { text, start }: SaidPart,
): readonly SceneIdea[] => {
  const scene = sceneFor(reading, ideas, start)
  const more = pieces(text).flatMap((piece, index) => toldAs([piece], start + index))
  return ideas.map((one, index) =>
    index === scene ? { ...one, lines: inOrder(reading, one.lines, { more, start }) } : one,
  )
}

/** Where in the text a line's step or sentence stands; undefined for other lines. */
const placeOf = ({ text: concept }: Reading, { group, text }: Line): number | undefined => {
  const [first = ''] = groupsOf(group)
  const step = /^told (-?\d+)$/.exec(first)?.[1]
  const at = step === undefined ? concept.indexOf(text.replace(/[.!?]$/, '')) : Number(step)
  return at < 0 ? undefined : at
}

/** The last scene that tells something before it, else the one that lies there in the film. */
const sceneFor = (reading: Reading, ideas: readonly SceneIdea[], start: number): number => {
  const listed = reading.scenes.findIndex((scene) => start >= scene.start && start < scene.end)
  if (listed >= 0 && reading.scenes.length === ideas.length) return listed
  const places = ideas.map(({ lines }) => lines.flatMap((line) => placeOf(reading, line) ?? []))
  if (places.flat().length === 0) return Math.floor((start / reading.text.length) * ideas.length)
  const before = places.findLastIndex((own) => own.some((at) => at <= start))
  const after = places.findIndex((own, index) => index > before && own.length > 0)
  const end = after < 0 ? ideas.length : after
  // A scene between the two has nothing to tell of its own.
  const silent = before + 1 < end ? before + 1 : before
  return Math.max(0, silent)
}

const inOrder = (
  reading: Reading,
  lines: readonly Line[],
  { more, start }: { readonly more: readonly Line[]; readonly start: number },
): readonly Line[] => {
  const later = lines.findIndex((line) => !isTold(line) || (placeOf(reading, line) ?? -1) > start)
  const at = later < 0 ? lines.length : later
  return [...lines.slice(0, at), ...more, ...lines.slice(at)]
}

import type { Reading } from '../reading/read-concept.ts'
import { pieces } from '../reading/tellable.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { isTold, toldAs } from './scene-idea.ts'

/** Scenes with the words that the client wants a story to begin and to end with; an advert says its own. */
export const withSpokenEnds = (
  { subject, isEnglish }: Reading,
  ideas: readonly SceneIdea[],
): readonly SceneIdea[] => {
  if (!isEnglish || subject.genre === 'advert') return ideas
  // What an invitation says at its end is said there already.
  const last = subject.occasion === '' ? subject.slogan : ''
  const opening = linesOf(subject.opening, -before)
  const closing = linesOf(last, behind)
  return ideas.map((scene, index) => {
    const [told, ours] = [scene.lines.filter(isTold), scene.lines.filter((one) => !isTold(one))]
    const first = index === 0 ? opening : []
    const end = index === ideas.length - 1 ? closing : []
    return first.length + end.length === 0
      ? scene
      : { ...scene, lines: [...first, ...told, ...end, ...(end.length > 0 ? [] : ours)] }
  })
}

const linesOf = (words: string, at: number): readonly Line[] =>
  words === '' ? [] : pieces(words).flatMap((text, index) => toldAs([text], at + index))

/** Lines are told in the order of their places in the text: these stand before all of it, and behind. */
const before = 100
const behind = 2_000_000

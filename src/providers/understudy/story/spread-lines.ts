import { speakingSeconds } from '../../../domain/crew-tasks.ts'
import { asSentence, breathsOf, shorterParts } from '../reading/foreign-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import { partsOf } from '../reading/read-foreign.ts'
import { pieces } from '../reading/tellable.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { isTold, toldAs } from './scene-idea.ts'
import { listToShow } from './topic-survey.ts'

/** Something the client says, with the scenes it may be said in. */
interface Said {
  /** The same in ever shorter words. */
  readonly lines: readonly Line[]
  readonly seconds: number
  /** Scenes that show it; empty for what any may tell. */
  readonly scenes: readonly number[]
}

/** Seconds between two lines. */
const pauseSeconds = 0.3

/**
 * In a language nobody here can write, the client's own sentences are what is said: all of them in their order, those
 * of the story's steps at their steps, the others where there is most time for them.
 */
export const spreadLines = (
  reading: Reading,
  ideas: readonly SceneIdea[],
): readonly (readonly Line[])[] => {
  const steps = ideas.map(({ lines }) => lines.filter(isStep))
  // A list is told by its sights, each in its scene.
  if (listToShow(reading) !== null) return steps
  const said = saidIn(reading, steps)
  const borders = evenBorders(said, ideas.length)
  return ideas.map((_, scene) =>
    said.slice(borders[scene], borders[scene + 1]).flatMap(({ lines }) => lines),
  )
}

/** A line of a step of the client's story. */
const isStep = (line: Line): boolean => line.group !== '' && isTold(line)

/** The parts of a text in order: a step's as its scenes tell it, others in breaths. */
const saidIn = (reading: Reading, steps: readonly (readonly Line[])[]): readonly Said[] =>
  textsOf(reading).flatMap(({ text, start, isListed }) => {
    const sentence = asSentence(text)
    const group = steps.flat().find((line) => line.text === sentence)?.group
    if (group !== undefined) {
      const own = steps.map((lines) => lines.filter((line) => line.group === group))
      const scenes = own.flatMap((lines, scene) => (lines.length > 0 ? [scene] : []))
      return [saidAs(own[scenes[0] ?? 0] ?? [], scenes)]
    }
    const parts = isListed ? [text] : breathsOf(text).flatMap(pieces)
    return parts.map((part, index) =>
      saidAs(toldAs(shorterParts(part, 4).map(asSentence), start + index), []),
    )
  })

const saidAs = (lines: readonly Line[], scenes: readonly number[]): Said => ({
  lines,
  seconds: speakingSeconds(lines[0]?.text ?? '') + pauseSeconds,
  scenes,
})

const textsOf = (
  reading: Reading,
): readonly { readonly text: string; readonly start: number; readonly isListed: boolean }[] =>
  reading.scenes.length > 0
    ? reading.scenes.flatMap(({ text, start }) =>
        pieces(text).map((piece, index) => ({ text: piece, start: start + index, isListed: true })),
      )
    : partsOf(reading.text).map(({ text, start }) => ({ text, start, isListed: false }))

/** What it costs to tell a step over the pictures of another, in seconds squared: it is done where nothing else can be. */
const elsewhere = 1000

/** The nearer to the beginning, the better, where nothing else matters. */
const perScene = 0.01

/**
 * Where the parts of each scene begin and end, so that every scene has about the same to tell; `scenes + 1` borders.
 */
const evenBorders = (said: readonly Said[], scenes: number): readonly number[] => {
  const cost = (from: number, to: number, scene: number): number => {
    const parts = said.slice(from, to)
    const seconds = parts.reduce((sum, part) => sum + part.seconds, 0)
    const isWrong = ({ scenes: own }: Said): boolean => own.length > 0 && !own.includes(scene)
    return seconds ** 2 + perScene * scene * seconds + elsewhere * parts.filter(isWrong).length
  }
  const start = { cost: 0, borders: [0] }
  let best: readonly (Cut | null)[] = Array.from({ length: said.length + 1 }, (_, to) =>
    to === 0 ? start : null,
  )
  for (let scene = 0; scene < scenes; scene += 1) {
    const before = best
    best = before.map((_, to) =>
      before
        .slice(0, to + 1)
        .map((cut, from) =>
          cut === null
            ? null
            : { cost: cut.cost + cost(from, to, scene), borders: [...cut.borders, to] },
        )
        .reduce((least, cut) => (cut && (least === null || cut.cost < least.cost) ? cut : least)),
    )
  }
  return best[said.length]?.borders ?? start.borders
}

interface Cut {
  readonly cost: number
  readonly borders: readonly number[]
}

import { speakingSeconds } from '../../../domain/crew-tasks.ts'
import { capital } from '../cast/naming.ts'
import { leadInOf } from '../lines/lead-in.ts'
import type { Clause } from '../reading/clause.ts'
import { clauseContext, predicate } from '../reading/read-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import { skyAt } from '../reading/sky.ts'
import { times } from '../words/vocabulary.ts'
import { placeOfClause } from './place-of-clause.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { isTold, joined } from './scene-idea.ts'
import { ideaOfClause, ledIn, tellerOf } from './steps.ts'

/** The steps of the client's story as at most so many scenes, each with about as much to tell as the others. */
export const scenesOfClauses = (reading: Reading, most: number): readonly SceneIdea[] =>
  parted(reading, most).flatMap((part) => ideaOfClauses(reading, part) ?? [])

/** Steps that follow each other as one scene; undefined for none. */
export const ideaOfClauses = (
  reading: Reading,
  steps: readonly Clause[],
): SceneIdea | undefined => {
  // Where more than one thing is told, who does it is called by their name alone.
  const clauses = steps.length > 1 ? steps.map((step) => ({ ...step, modifier: '' })) : steps
  const ideas = clauses.map((clause) =>
    ideaOfClause(reading, clause, isNamedBefore(reading, clause)),
  )
  const [first, ...others] = ideas
  if (!first) return undefined
  const scene = others.reduce(joined, first)
  if (!reading.isEnglish) return scene
  const told = runsOf(reading, clauses).flatMap((run) => [
    ...inOneBreath(reading, run),
    ...run.flatMap((clause) => ideas[clauses.indexOf(clause)]?.lines.filter(isTold) ?? []),
  ])
  return { ...scene, lines: [...told, ...scene.lines.filter((line) => !isTold(line))] }
}

/** Whether whom the client calls "he" now has done one of the two steps before. */
const isNamedBefore = ({ clauses }: Reading, { start, castIds }: Clause): boolean =>
  castIds.length > 0 &&
  clauses
    .filter((clause) => clause.start < start)
    .slice(-2)
    .some((clause) => clause.castIds.join() === castIds.join())

/** Neighbouring steps of the same people at the same time. */
const runsOf = (reading: Reading, clauses: readonly Clause[]): readonly (readonly Clause[])[] => {
  const runs: Clause[][] = []
  for (const clause of clauses) {
    const run = runs.at(-1)
    const isOn = leadInOf(reading, clause) === ''
    if (isOn && run?.[0] && doerOf(run[0]) === doerOf(clause)) run.push(clause)
    else runs.push([clause])
  }
  return runs
}

const doerOf = ({ castIds, force, quote }: Clause): string => [...castIds, force, quote].join()

/** "The chef tastes the sauce and serves the plate.": steps of the same people, all of them or the first two. */
const inOneBreath = (reading: Reading, run: readonly Clause[]): readonly Line[] =>
  [run, ...(run.length > 2 ? [run.slice(0, 2), run.slice(1)] : [])]
    .filter((part) => part.length > 1 && part.slice(0, -1).every(({ report }) => report === ''))
    .flatMap((part): Line[] => {
      const tellers = part.map((clause, index) => tellerOf(reading, clause, index > 0))
      const [first] = tellers
      if (!first) return []
      const deeds = tellers.map(({ clause, isPlural }) => predicate(clause, isPlural))
      const joint = deeds.slice(0, -1).some((deed) => /\sand\s/.test(deed)) ? ', then ' : ' and '
      const done = [deeds.slice(0, -1).join(', '), deeds.at(-1)].join(joint)
      const group = `told ${part.map(({ start }) => start).join('+')}`
      return [...new Set([first.fullName, first.name])].map((name) => ({
        text: `${capital(ledIn(first.leadIn, name))} ${done}.`,
        speaker: null,
        group,
      }))
    })

/** What a change of place within a scene costs, in seconds of unevenness squared: it is avoided wherever it can be. */
const changeOfPlace = 400

/** A change of the hour against one of the place. */
const ofHour = 0.3

/**
 * The steps parted into runs, at most so many, so that scenes have about the same to tell and places change between
 * them.
 */
const parted = (reading: Reading, most: number): readonly (readonly Clause[])[] => {
  const { clauses } = reading
  const count = Math.min(most, clauses.length)
  const needs = runningTotals(
    clauses.map((clause) => 0.8 + speakingSeconds(predicate(clause, false))),
  )
  const places = clauses.map(
    (clause) => `${placeOfClause(reading, clause)} ${skyAt(reading, clause.start).season}`,
  )
  const hours = clauses.map((clause) => hourOf(reading, clause))
  const isOther = (list: readonly string[], index: number): boolean =>
    index > 0 && list[index] !== list[index - 1]
  const changes = runningTotals(
    places.map(
      (_, index) => (isOther(places, index) ? 1 : 0) + (isOther(hours, index) ? ofHour : 0),
    ),
  )
  const cost = (from: number, to: number): number =>
    ((needs[to] ?? 0) - (needs[from] ?? 0)) ** 2 +
    changeOfPlace * ((changes[to] ?? 0) - (changes[from + 1] ?? 0))
  const borders = bestBorders(clauses.length, count, cost)
  return borders.slice(1).map((to, index) => clauses.slice(borders[index], to))
}

/** The hour that the sentence of a step names; empty for none. */
const hourOf = ({ text }: Reading, clause: Clause): string =>
  times.find(clauseContext(text, clause)).at(-1)?.word ?? ''

const runningTotals = (values: readonly number[]): readonly number[] => {
  const totals = [0]
  for (const value of values) totals.push((totals.at(-1) ?? 0) + value)
  return totals
}

/** Where to cut a row of so many into so many runs at the least cost: `0`, the borders between, the end. */
const bestBorders = (
  length: number,
  runs: number,
  cost: (from: number, to: number) => number,
): readonly number[] => {
  let best: readonly Cut[] = Array.from({ length: length + 1 }, (_, to) => ({
    cost: cost(0, to),
    borders: [0],
  }))
  for (let run = 2; run <= runs; run += 1) {
    const before = best
    best = before.map((_, to) => cheapest(before, { first: run - 1, to }, cost))
  }
  return [...(best[length]?.borders ?? [0]), length]
}

interface Cut {
  readonly cost: number
  readonly borders: readonly number[]
}

const cheapest = (
  before: readonly Cut[],
  { first, to }: { readonly first: number; readonly to: number },
  cost: (from: number, to: number) => number,
): Cut => {
  let [least, at] = [Number.POSITIVE_INFINITY, first]
  for (let from = first; from < to; from += 1) {
    const sum = (before[from]?.cost ?? 0) + cost(from, to)
    if (sum < least) [least, at] = [sum, from]
  }
  return { cost: least, borders: [...(before[at]?.borders ?? [0]), at] }
}

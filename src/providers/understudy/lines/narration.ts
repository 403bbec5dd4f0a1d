import {
  cueCharacterLimit,
  narrationAirSeconds,
  speakingSeconds,
} from '../../../domain/crew-tasks.ts'
import type { Line } from '../story/scene-idea.ts'
import { groupsOf, isTold } from '../story/scene-idea.ts'

/** Seconds between two lines. */
const pauseSeconds = 0.2

/** A scene is silent for long, and one of our own lines welcome, when what is told leaves so many seconds. */
const longSilenceSeconds = 5

/** Seconds the narrator takes for a line at least: more lines than that are no narration but a list. */
const secondsPerLine = { told: 1.4, ours: 2.4 } as const

/** What the scenes of one film have told so far. */
export interface Heard {
  readonly texts: Set<string>
  /** Steps of the client's story that have been told. */
  readonly groups: Set<string>
}

/**
 * As many of the lines as there is time for; none twice in a film. What happens is told before it is told at length: a
 * line leaves room for the shortest words of the steps that are not told yet.
 *
 * @param heard what the scenes before have told; what this scene tells is added
 */
export const spoken = (
  candidates: readonly Line[],
  seconds: number,
  heard: Heard,
): readonly Line[] => {
  let room = seconds - narrationAirSeconds
  const kept: Line[] = []
  const isOver = ({ group }: Line): boolean =>
    groupsOf(group).some(
      (one) => heard.groups.has(one) || kept.some((line) => groupsOf(line.group).includes(one)),
    )
  for (const [index, line] of candidates.entries()) {
    const text = line.text.trim()
    const needs = speakingSeconds(text)
    const isShort = text !== '' && text.length <= cueCharacterLimit
    if (!isShort || needs > room || heard.texts.has(text) || isOver(line)) continue
    if (needs > room - reserveFor(candidates, index, { room, isOver })) continue
    if (isTooMany(line, kept, { seconds, room })) continue
    kept.push({ ...line, text })
    heard.texts.add(text)
    room -= needs + pauseSeconds
  }
  for (const { group } of kept.filter(isTold)) {
    for (const one of groupsOf(group)) heard.groups.add(one)
  }
  return inOrder(kept)
}

/** The steps of the client's story in its order, also where one of them found room only after others. */
const inOrder = (lines: readonly Line[]): readonly Line[] => {
  const told = lines.filter((line) => stepOf(line) !== null)
  const sorted = told.toSorted((a, b) => (stepOf(a) ?? 0) - (stepOf(b) ?? 0))
  return lines.map((line) => (stepOf(line) === null ? line : (sorted.shift() ?? line)))
}

/** Where the first step that a line tells stands in the concept; null for lines that tell none. */
const stepOf = ({ group }: Line): number | null => {
  const at = /^told (\d+)/.exec(group)?.[1]
  return at === undefined ? null : Number(at)
}

/** The narrator says only so much, and nothing of ours where the client's words have left no long silence. */
const isTooMany = (
  line: Line,
  kept: readonly Line[],
  { seconds, room }: { readonly seconds: number; readonly room: number },
): boolean => {
  if (line.speaker !== null) return false
  const narrated = kept.filter(({ speaker }) => speaker === null)
  const isOurs = !isTold(line)
  if (isOurs && narrated.some(isTold) && room < longSilenceSeconds) return true
  const each = isOurs ? secondsPerLine.ours : secondsPerLine.told
  return narrated.length >= Math.max(1, Math.floor(seconds / each))
}

/**
 * Seconds to leave for the steps told after a line, in their shortest words; nothing where a line is its step's shortest.
 */
const reserveFor = (
  candidates: readonly Line[],
  index: number,
  { room, isOver }: { readonly room: number; readonly isOver: (line: Line) => boolean },
): number => {
  const line = candidates[index]
  const later = candidates.slice(index + 1)
  if (!line) return 0
  if (line.group === '')
    return reserveAfter(
      later.filter((other) => !isOver(other)),
      room,
    )
  const own = groupsOf(line.group)
  const isShortest = !later.some(({ group }) => groupsOf(group).some((one) => own.includes(one)))
  if (isShortest) return 0
  const least = own.reduce((sum, one) => sum + leastSeconds(candidates, one), 0)
  const others = later.filter(
    (other) => !(isOver(other) || groupsOf(other.group).some((one) => own.includes(one))),
  )
  return reserveAfter(others, room - least)
}

/** Seconds that the shortest words of the next steps need, as many of them as there is time for at all. */
const reserveAfter = (lines: readonly Line[], free: number): number => {
  const groups = [...new Set(lines.map(({ group }) => group))].filter((group) =>
    /^told [^+]*$/.test(group),
  )
  let reserved = 0
  for (const next of groups) {
    const needs = leastSeconds(lines, next)
    if (reserved + needs > free) break
    reserved += needs
  }
  return reserved
}

/** Seconds that the shortest words of a step need. */
const leastSeconds = (lines: readonly Line[], group: string): number => {
  const needs = lines
    .filter((line) => line.group === group)
    .map(({ text }) => speakingSeconds(text))
  return needs.length === 0 ? 0 : Math.min(...needs) + pauseSeconds
}

/** Seconds it takes to tell the client's story of a scene in full; 0 where none is told. */
export const tellingSeconds = (lines: readonly Line[]): number => {
  const seen = new Set<string>()
  const full = lines.filter((line) => {
    const groups = groupsOf(line.group)
    if (line.group === '' || !isTold(line) || groups.some((one) => seen.has(one))) return false
    for (const one of groups) seen.add(one)
    return true
  })
  const words = full.reduce((sum, { text }) => sum + speakingSeconds(text) + pauseSeconds, 0)
  return full.length === 0 ? 0 : words + narrationAirSeconds
}

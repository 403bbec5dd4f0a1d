import { holdsWord } from '../../domain/crew-tasks.ts'
import type { Usd } from '../../domain/money.ts'
import { orderedWords, type Picture } from '../../domain/script.ts'

/** What the decision about one more take rests on. */
export interface RetakeOdds {
  /** Best score of the takes so far, 0…100. */
  readonly score: number
  /** Score that passes. */
  readonly threshold: number
  /** Best minus worst score of the takes so far; 0 for a single take. */
  readonly spread: number
  readonly price: Usd
  /** Money that is free for it. */
  readonly available: Usd
  readonly takesSoFar: number
  /** What each take so far lacks, by what its review says. */
  readonly missing: readonly (readonly string[])[]
  readonly maxTakes: number
}

/**
 * Whether everything that a take shows and must not show was ordered: the script is at fault, and the next take would
 * be none the better.
 */
export const isScriptsFault = (picture: Picture, violated: readonly string[]): boolean => {
  const ordered = orderedWords(picture)
  return (
    violated.length > 0 && violated.every((word) => ordered.some((text) => holdsWord(text, word)))
  )
}

/** Points by which takes of one shot differ before any have been seen: sd of take and judge in this project's pilot model. */
const priorSpread = 9

/** Takes the prior counts for. */
const priorTakes = 2

/** Lower odds than these are not worth any money. */
const leastOdds = 0.1

/**
 * Whether one more take is worth its price: there is room and money for it, the best so far does not pass, nothing is
 * missing in all of two takes or more (a model that cannot draw a thing will not draw it in the third), and the odds that a new one would (takes of a shot scatter around the best so far) are at least the share of the free
 * money it costs, and one in ten.
 */
export const isRetakeWorth = (odds: RetakeOdds): boolean => {
  if (odds.takesSoFar >= odds.maxTakes || odds.price > odds.available) return false
  if (odds.score >= odds.threshold || missedAlways(odds.missing).length > 0) return false
  const scatter =
    (priorSpread * priorTakes + odds.spread * odds.takesSoFar) / (priorTakes + odds.takesSoFar)
  const chance = 1 - normalCdf((odds.threshold - odds.score) / scatter)
  const share = odds.available === 0 ? 0 : odds.price / odds.available
  return chance >= Math.max(leastOdds, share * leastOddsShare)
}

/** Things that two takes or more all lack; none while there is only one. */
const missedAlways = (missing: readonly (readonly string[])[]): readonly string[] => {
  const [first = [], ...others] = missing
  return others.length === 0
    ? []
    : first.filter((word) => others.every((take) => take.includes(word)))
}

/** The last of the money may go into a take with even odds. */
const leastOddsShare = 0.5

/** Normal distribution function by the logistic approximation; within 0.01, which is finer than the odds are known. */
const normalCdf = (z: number): number => 1 / (1 + Math.exp(-1.702 * z))

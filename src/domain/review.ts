import type { SlateId } from './slate.ts'

/** Scores out of 100. */
export interface Scores {
  /** Sum-up of the four that follow. */
  readonly overall: number
  readonly visual: number
  readonly style: number
  readonly technical: number
  readonly narrative: number
  /** Fidelity to the intent contract: what decisions use. */
  readonly intent: number
}

/** What technical review can find wrong with a take. */
export const defectKinds = [
  'black',
  'frozen',
  'flash',
  'blurred',
  'blocky',
  'wrong-size',
  'wrong-length',
  'truncated',
  'scene-cut',
  'clipped-light',
  'washed-out',
  'noise',
] as const

/** One of {@link defectKinds}. */
export type DefectKind = (typeof defectKinds)[number]

/** One technical finding, with the measurement behind it. */
export interface Finding {
  readonly defect: DefectKind
  /** `fail` makes the take NG, `warn` lowers the technical score. */
  readonly severity: 'warn' | 'fail'
  /** Seconds from the start of the take; null for the whole take. */
  readonly at: number | null
  /** What was measured and against what: `black for 1.20 s (at most 0.25 s)`. */
  readonly evidence: string
}

/** The crew's judgement of one take. */
export interface Review {
  readonly schema: 'review@1'
  readonly slate: SlateId
  readonly pilot: string
  readonly scores: Scores
  readonly passed: boolean
  readonly findings: readonly Finding[]
  /** Contract items this take shows, by id. */
  readonly covered: readonly string[]
  /** Things the shot asked for that are not there. */
  readonly missing: readonly string[]
  /** Things that must not be there and are. */
  readonly violated: readonly string[]
  /** Reasons in words, one a line. */
  readonly notes: readonly string[]
  /** Who judged: `understudy`, or a model's id. */
  readonly reviewer: string
}

/** Weights of the four client scores in the overall one. */
const overallWeights = { visual: 0.3, style: 0.25, technical: 0.25, narrative: 0.2 } as const

/** The sum-up of the four client scores, to one decimal. */
export const overallScore = (
  scores: Pick<Scores, 'visual' | 'style' | 'technical' | 'narrative'>,
): number =>
  Math.round(
    (scores.visual * overallWeights.visual +
      scores.style * overallWeights.style +
      scores.technical * overallWeights.technical +
      scores.narrative * overallWeights.narrative) *
      10,
  ) / 10

/** Mean of scores, field by field, to one decimal; all 0 for none. */
export const meanScores = (all: readonly Scores[]): Scores => {
  const mean = (pick: (scores: Scores) => number): number =>
    all.length === 0
      ? 0
      : Math.round((all.reduce((sum, scores) => sum + pick(scores), 0) / all.length) * 10) / 10
  return {
    overall: mean(({ overall }) => overall),
    visual: mean(({ visual }) => visual),
    style: mean(({ style }) => style),
    technical: mean(({ technical }) => technical),
    narrative: mean(({ narrative }) => narrative),
    intent: mean(({ intent }) => intent),
  }
}

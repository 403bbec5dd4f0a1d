import type {
  CircleQuestion,
  CircleReply,
  VerdictQuestion,
  VerdictReply,
} from '../../../domain/crew-tasks.ts'
import { formatUsd } from '../../../domain/money.ts'
import type { Scores } from '../../../domain/review.ts'

const weights = { intent: 0.6, overall: 0.4 } as const

/** What a take or a pilot is worth, 0…100: fidelity first. */
const worth = ({ intent, overall }: Pick<Scores, 'intent' | 'overall'>): number =>
  intent * weights.intent + overall * weights.overall

/** Within a point two pilots are equal, as two takes of one shot may be, so that money decides. */
const even = 1

const shown = (value: number): string => value.toFixed(1)

/** Choose the best passed take; the best there is when none passed. */
export const circleTake = ({ takes }: CircleQuestion): CircleReply => {
  const ranked = takes
    .map(({ slate, review }) => ({ slate, review, worth: review ? worth(review.scores) : -1 }))
    .toSorted(
      (a, b) =>
        Number(b.review?.passed ?? false) - Number(a.review?.passed ?? false) ||
        b.worth - a.worth ||
        (a.slate < b.slate ? -1 : 1),
    )
  const [best, next] = ranked
  if (!best?.review)
    return { slate: best?.slate ?? '', reasons: ['The only footage there is; not reviewed.'] }
  const { scores, passed, missing } = best.review
  return {
    slate: best.slate,
    reasons: [
      passed
        ? `Intent ${shown(scores.intent)}, overall ${shown(scores.overall)}.`
        : `No take passed; this one comes nearest with intent ${shown(scores.intent)}, overall ${shown(scores.overall)}.`,
      ...(missing.length > 0 ? [`Still missing: ${missing.slice(0, 5).join(', ')}.`] : []),
      ...neverShown(ranked.flatMap(({ review }) => review ?? [])),
      ...(next?.review
        ? [
            `${next.slate} has intent ${shown(next.review.scores.intent)}, overall ${shown(next.review.scores.overall)}.`,
          ]
        : []),
    ],
  }
}

/** What no take shows, however often it was shot: not worth a third take, and said so. */
const neverShown = (
  reviews: readonly { readonly missing: readonly string[] }[],
): readonly string[] => {
  const [first, ...others] = reviews
  if (!first || others.length === 0) return []
  const never = first.missing.filter((word) =>
    others.every((other) => other.missing.includes(word)),
  )
  return never.length === 0
    ? []
    : [
        `No take shows ${never.slice(0, 5).join(', ')}: this model does not draw it, and no further take was bought for it.`,
      ]
}

type Result = VerdictQuestion['results'][number]

/** Choose the pilot that makes the film. */
export const judgePilots = ({ results }: VerdictQuestion): VerdictReply => {
  const able = results.filter(({ isAble }) => isAble)
  const top = Math.max(...able.map(({ scores }) => worth(scores)))
  const equals = able.filter(({ scores }) => top - worth(scores) <= even)
  const winner =
    equals.toSorted((a, b) => a.filmQuote - b.filmQuote || worth(b.scores) - worth(a.scores))[0] ??
    results[0]
  const isByPrice = equals.length > 1
  return {
    winner: winner?.id ?? '',
    reasons: results.map((result) => ({
      pilot: result.id,
      reason: result === winner ? winnerReason(result, isByPrice) : loserReason(result, winner),
    })),
    observations: results.flatMap((result) => observationsOf(result, results)),
    adjustments: winner ? adjustmentsFor(winner.scores) : [],
  }
}

const winnerReason = (result: Result, isByPrice: boolean): string =>
  isByPrice
    ? `Within a point of worth of the best (intent ${shown(result.scores.intent)}, overall ${shown(result.scores.overall)}) and the cheapest of these: the film as written for ${formatUsd(result.filmQuote)}.`
    : `Best by fidelity and finish: intent ${shown(result.scores.intent)}, overall ${shown(result.scores.overall)}, ${result.passed} of ${result.shot} takes passed.`

const loserReason = (result: Result, winner: Result | undefined): string => {
  if (!result.isAble)
    return `No take of its test could be used (${result.passed} of ${result.shot} passed, technical ${shown(result.scores.technical)}).`
  return winner && worth(winner.scores) > worth(result.scores)
    ? behind(result.scores, winner)
    : `As good (intent ${shown(result.scores.intent)}) but dearer: ${formatUsd(result.filmQuote)} for the film as written.`
}

/** How far behind, in points of what pilots are judged by, with the scores it is made of. */
const behind = (scores: Scores, winner: Result): string => {
  const [own, best] = [worth(scores), worth(winner.scores)].map((value) => Number(shown(value)))
  const part = (score: keyof typeof weights): string =>
    `${weights[score] * 100} % ${score} (${shown(scores[score])} against ${shown(winner.scores[score])})`
  return `${shown((best ?? 0) - (own ?? 0))} points of worth behind ${winner.name}, ${own} against ${best} of 100: ${part('intent')} and ${part('overall')}.`
}

const fields = ['visual', 'style', 'technical', 'narrative', 'intent'] as const

const observationsOf = (result: Result, all: readonly Result[]): VerdictReply['observations'] => {
  if (result.shot === 0) return []
  const ranked = fields.toSorted((a, b) => result.scores[b] - result.scores[a])
  const [strong, weak] = [ranked[0], ranked.at(-1)]
  const rate = result.passed / result.shot
  const observations = [
    {
      pilot: result.id,
      subject: `${result.model} ${result.pace}`,
      text: `${result.passed} of ${result.shot} test takes passed.`,
      evidence: `pass rate ${Math.round(rate * 100)} %, spent ${formatUsd(result.spent)}`,
    },
  ]
  if (strong && weak && result.scores[strong] - result.scores[weak] >= 3) {
    observations.push({
      pilot: result.id,
      subject: `${result.model} ${weak}`,
      text: `Stronger in ${strong} than in ${weak}.`,
      evidence: `${strong} ${shown(result.scores[strong])}, ${weak} ${shown(result.scores[weak])}`,
    })
  }
  const lead = fields.find(
    (field) =>
      all.length > 1 &&
      all.every((other) => other === result || result.scores[field] - other.scores[field] >= 3),
  )
  if (lead) {
    observations.push({
      pilot: result.id,
      subject: `${result.model} ${lead}`,
      text: `Best of the pilots in ${lead}.`,
      evidence: all.map(({ id, scores }) => `${id} ${shown(scores[lead])}`).join(', '),
    })
  }
  return observations
}

/** Scores under which a remedy is named, and the words that go into the prompts. */
const remedies: readonly (readonly [(typeof fields)[number], number, string])[] = [
  ['visual', 82, 'main subject clearly readable, nothing ordered left out'],
  ['style', 82, 'light true to the time of day, one palette in all scenes'],
  ['technical', 80, 'clean picture, steady exposure, no flicker'],
  ['narrative', 82, 'action legible from the first second'],
  ['intent', 82, 'show every person and thing of the scene in frame'],
]

const adjustmentsFor = (scores: Scores): readonly string[] =>
  remedies.filter(([field, least]) => scores[field] < least).map(([, , words]) => words)

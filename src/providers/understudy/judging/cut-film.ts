import type { CutProposal, CutReply, FilmToCut, ShotToCut } from '../../../domain/crew-tasks.ts'
import type { TransitionKind } from '../../../domain/script.ts'

type Take = ShotToCut['takes'][number]
type Event = CutProposal['events'][number]

const worth = (take: Take): number => take.intent * 0.6 + take.overall * 0.4

const ranked = (shot: ShotToCut): readonly Take[] =>
  shot.takes.toSorted(
    (a, b) =>
      Number(b.isCircled) - Number(a.isCircled) ||
      Number(b.isPassed) - Number(a.isPassed) ||
      worth(b) - worth(a) ||
      (a.slate < b.slate ? -1 : 1),
  )

/** Three versions of the edit by rules. */
export const cutFilm = (film: FilmToCut): CutReply => ({
  candidates: [safe(film), balanced(film), creative(film)],
})

const cut = { kind: 'cut' as const, length: 0 }

/** Black for longer than a second is a film that has stopped. */
const fadeOf = (film: FilmToCut): number => Math.min(film.fadeOut, Math.round(film.perSecond))

/** The surest take of each shot, its steadiest middle, plain cuts. */
const safe = (film: FilmToCut): CutProposal => ({
  candidate: 'safe',
  reason: 'The surest take of every shot, from the middle of what there is of it, plain cuts.',
  fadeOut: Math.round(fadeOf(film) / 2),
  events: film.shots.flatMap((shot): Event[] => {
    const [take] = ranked(shot)
    if (!take) return []
    const spare = Math.max(0, take.available - shot.wanted)
    return [
      {
        slate: take.slate,
        start: Math.floor(spare / 2),
        length: shot.wanted,
        transition: cut,
        reason: takeWords(take),
      },
    ]
  }),
})

/** The script as written: its lengths, its joins, a breath more where somebody speaks. */
const balanced = (film: FilmToCut): CutProposal => ({
  candidate: 'balanced',
  reason:
    'The rhythm and the joins of the script, with a breath more for wide shots than for close ones.',
  fadeOut: Math.max(Math.round(fadeOf(film) * 0.75), 4),
  events: film.shots.flatMap((shot): Event[] => {
    const [take] = ranked(shot)
    if (!take) return []
    return [
      {
        slate: take.slate,
        start: 0,
        length: Math.max(1, Math.round(shot.wanted * (isWide(shot) ? 1.04 : 0.97))),
        transition: shot.transition,
        reason: takeWords(take),
      },
    ]
  }),
})

const bolder: Readonly<Record<TransitionKind, TransitionKind>> = {
  cut: 'dissolve',
  dissolve: 'wipe-left',
  fade: 'dissolve',
  'wipe-left': 'slide-left',
  'wipe-right': 'slide-right',
  'slide-left': 'wipe-right',
  'slide-right': 'wipe-left',
}

/** Another good take or order where there is one, later in points, a film that quickens and then lets its last picture stand. */
const creative = (film: FilmToCut): CutProposal => {
  const order = reordered(film.shots)
  const choices = order.flatMap((shot) => {
    const take = boldTake(shot)
    return take ? [{ shot, take, isOther: take !== ranked(shot)[0] }] : []
  })
  return {
    candidate: 'creative',
    reason: creativeReason(
      choices.some(({ isOther }) => isOther),
      order.some((shot, index) => shot !== film.shots[index]),
    ),
    fadeOut: Math.max(8, fadeOf(film)),
    events: choices.map(({ shot, take, isOther }, index): Event => {
      const isLast = index === choices.length - 1
      const share = choices.length > 1 ? index / (choices.length - 1) : 0
      const tempo = isLast ? 1.25 : 1.12 - 0.28 * share
      const isNewScene = index > 0 && choices[index - 1]?.shot.scene !== shot.scene
      const isMoved = film.shots[index] !== shot
      const spare = Math.max(0, take.available - shot.wanted)
      return {
        slate: take.slate,
        start: Math.floor(spare * 0.8),
        length: Math.max(1, Math.round(shot.wanted * tempo)),
        transition: creativeJoin(film, shot, index, isNewScene),
        reason: [
          takeWords(take),
          ...(isOther ? [`chosen over ${ranked(shot)[0]?.slate} for a fresh reading`] : []),
          ...(isMoved ? ['at another place in its scene than scripted'] : []),
        ].join('; '),
      }
    }),
  }
}

/** The second best take where it is nearly as good and passed. */
const boldTake = (shot: ShotToCut): Take | undefined => {
  const [first, second] = ranked(shot)
  return second && first && second.isPassed && worth(first) - worth(second) <= 6 ? second : first
}

/** Every other scene whose order is free opens on its second picture; the join into a scene stays with its beginning. */
const reordered = (shots: readonly ShotToCut[]): readonly ShotToCut[] =>
  [...Map.groupBy(shots, ({ scene }) => scene).values()].flatMap((own) => {
    const [first, second, ...others] = own
    const isMovable = own.every(({ isFree }) => isFree) && (first?.scene ?? 0) % 2 === 0
    if (!(first && second && isMovable)) return own
    return [
      { ...second, transition: first.transition },
      { ...first, transition: second.transition },
      ...others,
    ]
  })

const creativeReason = (hasOtherTakes: boolean, isReordered: boolean): string =>
  [
    hasOtherTakes ? 'Less expected takes' : 'The surest takes',
    'later in points where there is footage to spare',
    ...(isReordered ? ['scenes that open on another of their pictures'] : []),
    'longer pictures first and shorter ones toward the end, before a last one that stands.',
  ].join(', ')

const creativeJoin = (
  film: FilmToCut,
  shot: ShotToCut,
  index: number,
  isNewScene: boolean,
): Event['transition'] => {
  const length = Math.max(1, Math.round(film.perSecond * 0.4))
  if (index === 0) return shot.transition.kind === 'cut' ? { kind: 'fade', length } : cut
  if (!isNewScene) return cut
  return shot.scene % 2 === 0 || shot.transition.kind !== 'cut'
    ? { kind: bolder[shot.transition.kind], length }
    : cut
}

const isWide = ({ framing }: ShotToCut): boolean => framing === 'establishing' || framing === 'wide'

const takeWords = (take: Take): string => {
  if (take.isCircled) return `circled take (intent ${take.intent}, overall ${take.overall})`
  return take.isPassed
    ? `best passed take (intent ${take.intent}, overall ${take.overall})`
    : `best of what there is (intent ${take.intent}, overall ${take.overall})`
}

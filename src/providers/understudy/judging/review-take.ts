import type { ReviewQuestion, ReviewReply } from '../../../domain/crew-tasks.ts'
import { holdsWord } from '../../../domain/crew-tasks.ts'
import { isOwnWish } from '../../../domain/intent-contract.ts'
import { capital } from '../cast/naming.ts'
import { asDrawn } from '../contract/asked-words.ts'
import { coveredShare, isCovered } from '../contract/covered.ts'
import { figuresIn } from '../contract/shown-as.ts'
import { alsoShown } from '../contract/where-done.ts'
import { finishes } from '../words/styles.ts'
import { seasons } from '../words/vocabulary.ts'
import { findMeasure, lightMisfit, motionMisfit } from './measures.ts'

/** What is expected in a picture, how much it counts, and under which names it may be reported. */
interface Expected {
  readonly what: string
  readonly names: readonly string[]
  readonly weight: number
  readonly part: 'visual' | 'style'
}

const humans = ['woman', 'man', 'girl', 'boy', 'person', 'child', 'people']

/** Best scores a take of a rule-based reviewer can have: it sees words, not beauty. A shot of nothing that was asked for keeps to no intent. */
const ceiling = { narrative: 93, intent: 96, unasked: 70 } as const

/**
 * Best visual and style scores by production value, which the threshold tells: however well a drawn still is made, it is a still.
 * After the original's quality ceilings by tier (75, 85, 90, 95), raised so that a flawless take of every tier passes.
 */
const finishOf = (threshold: number): { readonly visual: number; readonly style: number } => {
  if (threshold < 75) return { visual: 80, style: 79 }
  if (threshold < 80) return { visual: 86, style: 86 }
  if (threshold < 85) return { visual: 93, style: 92 }
  return { visual: 96, style: 96 }
}

/** Review a take by what its maker says was drawn and by what was measured. */
export const reviewTake = (question: ReviewQuestion): ReviewReply => {
  if (question.depicted.length === 0) return blindReview(question)
  const shown = question.depicted.map((word) => word.toLowerCase())
  const expected = expectedOf(question)
  const isShown = ({ names }: Expected): boolean =>
    names.some((name) => shown.some((word) => holdsWord(word, name)))
  const missing = expected.filter((thing) => !isShown(thing))
  const violated = violations(question, shown)
  const lost = (part: Expected['part']): number => {
    const all = expected.filter((thing) => thing.part === part)
    const total = all.reduce((sum, { weight }) => sum + weight, 0)
    const gone = all
      .filter((thing) => missing.includes(thing))
      .reduce((sum, { weight }) => sum + weight, 0)
    return total === 0 ? 0 : gone / total
  }
  const { measures } = question.technical
  const light = lightMisfit(measures, question.picture.timeOfDay)
  const motion = motionMisfit(measures, question.picture.camera)
  const intent = intentOf(question, shown)
  const best = finishOf(question.threshold)
  const penalty = violated.length * 15
  return {
    reviewer: 'understudy',
    visual: bounded(
      best.visual - 60 * lost('visual') - light.points * 0.5 - penalty - finish(question),
    ),
    style: bounded(best.style - 40 * lost('style') - light.points - finish(question)),
    narrative: bounded(
      ceiling.narrative -
        35 * lost('visual') -
        30 * untold(question, shown) -
        motion.points -
        penalty,
    ),
    intent: bounded(intent.score - penalty),
    covered: intent.covered,
    missing: missing.map(({ what }) => what),
    violated,
    notes: notesOf(expected.length, missing, violated, [
      ...emptyHanded(question, shown),
      light.note,
      motion.note,
    ]),
  }
}

/** Without a word from the maker only measures can be judged, and nothing is claimed to be seen. */
const blindReview = ({ technical }: ReviewQuestion): ReviewReply => {
  const score = bounded(technical.score)
  return {
    reviewer: 'understudy',
    visual: score,
    style: score,
    narrative: score,
    intent: score,
    covered: [],
    missing: [],
    violated: [],
    notes: [
      'The maker does not say what is in the picture and this reviewer cannot look: judged by measures alone.',
    ],
  }
}

const expectedOf = ({ picture }: ReviewQuestion): readonly Expected[] => [
  ...placeExpected(picture.place),
  { what: picture.timeOfDay, names: [picture.timeOfDay], weight: 2, part: 'style' },
  ...(picture.weather === 'clear'
    ? []
    : [{ what: picture.weather, names: [picture.weather], weight: 1.5, part: 'style' as const }]),
  ...finishes
    .find(picture.style)
    .map(({ word }): Expected => ({ what: word, names: [word], weight: 2, part: 'style' })),
  ...picture.subjects.flatMap((subject): readonly Expected[] => {
    const [verb = ''] = subject.action.split(' ')
    const known = ['stands', 'flies', 'swims', ''].includes(verb)
    return [
      {
        what: subject.what,
        names: namesOfFigure(subject.what),
        weight: subject.castId ? 3 : 1,
        part: 'visual',
      },
      ...(known
        ? []
        : [
            {
              what: `${subject.what} ${verb}`,
              names: [verb],
              weight: 1.5,
              part: 'visual' as const,
            },
          ]),
    ]
  }),
  ...picture.objects.map(
    (object): Expected => ({ what: object, names: [object], weight: 1.5, part: 'visual' }),
  ),
]

/** How much of the deeds that are told over a shot it does not show, 0…1. */
const untold = (question: ReviewQuestion, shown: readonly string[]): number => {
  const said = question.narration.join(' ').toLowerCase()
  const seen = [...shown, ...figuresSeen(question, shown), ...alsoShown(shown)]
  const isTold = (claim: string): boolean => {
    const words = claim.toLowerCase().match(/\p{L}{4,}/gu) ?? []
    return words.filter((word) => said.includes(word)).length > words.length * 0.6
  }
  const told = question.items.filter(({ kind, claim }) => kind === 'action' && isTold(claim))
  const ordered = question.picture.subjects.map(({ action }) => action.split(' ')[0] ?? '')
  const own = told.filter(({ words }) => words.some((word) => ordered.includes(word)))
  // Of several deeds of a scene a shot shows its own.
  const deeds = own.length > 0 ? own : told
  const lost = deeds.reduce((sum, deed) => sum + 1 - coveredShare(deed, seen, []), 0)
  return deeds.length === 0 ? 0 : lost / deeds.length
}

/** A place, and the season it is asked in. */
const placeExpected = (asked: string): readonly Expected[] => {
  const season = seasons.words.find((word) => asked.startsWith(`${word} `))
  const place = season ? asked.slice(season.length).trim() : asked
  return [
    { what: place, names: [place], weight: 3, part: 'visual' },
    ...(season ? [{ what: season, names: [season], weight: 1.5, part: 'style' as const }] : []),
  ]
}

/** A person may be reported by figure or simply as a person. */
const namesOfFigure = (what: string): readonly string[] =>
  humans.includes(what) ? [what, 'person', ...(what === 'person' ? humans : [])] : [what]

const violations = (question: ReviewQuestion, shown: readonly string[]): readonly string[] =>
  question.items
    .filter(({ kind }) => kind === 'must-not')
    .flatMap(({ words }) => words.filter((word) => shown.some((text) => holdsWord(text, word))))

/** Scores fall with the technical one, gently: what is badly made is also badly seen. */
const finish = ({ technical }: ReviewQuestion): number => {
  const sharpness = findMeasure(technical.measures, ['blur'])
  return (
    Math.max(0, 100 - technical.score) * 0.12 +
    (sharpness === undefined ? 0 : Math.min(3, sharpness * 0.1))
  )
}

/** Share of what this shot can show of its scene's items that is really shown. */
const intentOf = (
  question: ReviewQuestion,
  shown: readonly string[],
): { readonly score: number; readonly covered: readonly string[] } => {
  const { picture, items, covers } = question
  const words = [...question.overlays, ...question.narration].map((text) => text.toLowerCase())
  const planned = [
    picture.place,
    picture.timeOfDay,
    picture.weather,
    picture.mood,
    ...finishes.find(picture.style).map(({ word }) => word),
    ...picture.subjects.flatMap(({ what, action }) => [...namesOfFigure(what), asDrawn(action)]),
    ...figuresIn(picture.subjects, []),
    ...picture.objects,
    ...alsoShown([picture.place]),
  ]
  const seen = [...shown, ...figuresSeen(question, shown), ...alsoShown(shown)]
  const own = items.filter(({ id, kind }) => covers.includes(id) && kind !== 'must-not')
  const duration = own.filter(
    ({ kind }) => kind === 'duration' && question.available >= question.wanted,
  )
  const shareOf = (item: (typeof own)[number]): number =>
    item.kind === 'emotion' && shown.length > 2 ? 1 : coveredShare(item, seen, words)
  const possible = own.filter(
    (item) =>
      item.kind !== 'duration' && (isCovered(item, planned, words) || isCovered(item, seen, words)),
  )
  const covered = possible.filter((item) => shareOf(item) === 1)
  // A classroom shows a blackboard, whether or not the scene was written for it.
  const alsoSeen = items.filter((item) => seenAnywhere.has(item.kind) && isCovered(item, shown, []))
  const told = own.filter((item) => item.kind === 'narrative-beat' || isBeat(item.words))
  const total = possible.reduce((sum, { weight }) => sum + weight, 0)
  const kept = possible.reduce((sum, item) => sum + item.weight * shareOf(item), 0)
  const share = total === 0 ? visibleShare(question, shown) : kept / total
  const isPlaceShown = shown.some((word) => holdsWord(word, picture.place))
  const beats = told.filter(
    ({ words: [word] }) => share >= 0.5 || (word === 'opening' && isPlaceShown),
  )
  return {
    score: (possible.some(isOwnWish(items)) ? ceiling.intent : ceiling.unasked) * share,
    covered: [...new Set([...covered, ...alsoSeen, ...duration, ...beats].map(({ id }) => id))],
  }
}

/** Wishes that a picture fulfils whatever its scene was written for. */
const seenAnywhere: ReadonlySet<string> = new Set(['entity', 'attribute', 'relation'])

const isBeat = (words: readonly string[]): boolean =>
  words.includes('opening') || words.includes('ending')

/** A drawn "person" stands for the woman that was asked for. */
const figuresSeen = ({ picture }: ReviewQuestion, shown: readonly string[]): readonly string[] =>
  picture.subjects
    .filter(({ what }) =>
      namesOfFigure(what).some((name) => shown.some((word) => holdsWord(word, name))),
    )
    .map(({ what }) => what)

const visibleShare = (question: ReviewQuestion, shown: readonly string[]): number => {
  const all = expectedOf(question)
  const hit = all.filter(({ names }) =>
    names.some((name) => shown.some((word) => holdsWord(word, name))),
  )
  return all.length === 0 ? 1 : hit.length / all.length
}

/** Who is there without what they are known by: `The cyclist has no bicycle.` */
const emptyHanded = ({ items }: ReviewQuestion, shown: readonly string[]): readonly string[] =>
  items.flatMap(({ kind, claim, words }) => {
    const [, who, be, tool] = /^(.+) (is|are) seen with (.+)$/.exec(claim) ?? []
    const isSeen = (word: string): boolean => shown.some((text) => holdsWord(text, word))
    if (kind !== 'relation' || !who || !tool || isSeen(words.at(-1) ?? '')) return []
    const isThere = words.slice(0, -1).every(isSeen)
    const bare = tool.replace(/\ban?\s/g, '')
    return isThere ? [`${capital(who)} ${be === 'are' ? 'have' : 'has'} no ${bare}.`] : []
  })

const bounded = (score: number): number => Math.round(Math.min(98, Math.max(0, score)) * 10) / 10

const notesOf = (
  wanted: number,
  missing: readonly Expected[],
  violated: readonly string[],
  measured: readonly string[],
): readonly string[] => [
  missing.length === 0
    ? `All ${wanted} things ordered are in the picture.`
    : `${wanted - missing.length} of ${wanted} things ordered are in the picture; missing: ${missing.map(({ what }) => what).join(', ')}.`.slice(
        0,
        200,
      ),
  ...(violated.length > 0 ? [`Not allowed and seen: ${violated.join(', ')}.`.slice(0, 200)] : []),
  ...measured.filter((note) => note !== ''),
]

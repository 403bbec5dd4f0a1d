import type { Brief } from '../domain/brief.ts'
import { shownShare } from '../domain/crew-tasks.ts'
import type { CandidateName, Cut } from '../domain/cut.ts'
import {
  type ContractItem,
  type IntentContract,
  intentScore,
  isOwnWish,
} from '../domain/intent-contract.ts'
import type { Deliverable, Master } from '../domain/master.ts'
import { dollarsOf } from '../domain/money.ts'
import { withoutShots } from '../domain/omit-shots.ts'
import type { Order } from '../domain/order.ts'
import type { Plan } from '../domain/plan.ts'
import type { Production } from '../domain/production.ts'
import type { Review, Scores } from '../domain/review.ts'
import { meanScores, overallScore } from '../domain/review.ts'
import type { Script } from '../domain/script.ts'
import { compareShots, parseSlate, type ShotId } from '../domain/slate.ts'
import type { Soundtrack } from '../domain/soundtrack.ts'
import type { Take } from '../domain/take.ts'
import type { Observation, PilotResult, Verdict } from '../domain/verdict.ts'
import type { LedgerEntry, LedgerStore, LedgerTotals } from '../ports/ledger-store.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { areCutsCurrent } from './edit.ts'
import { omittedShots } from './film-script.ts'
import { deliveredCandidate } from './render.ts'
import { type Revision, revisionsOf, withRevisions } from './revision.ts'
import { knownRun, takeShown } from './rows.ts'

/** A take together with its review. */
export interface ReviewedTake extends Take {
  readonly review: Review | null
}

/** The verdict as people and programs are told it: where no take was judged there are no scores, not zeros. */
export interface ToldVerdict extends Omit<Verdict, 'results'> {
  readonly results: readonly (Omit<PilotResult, 'scores'> & { readonly scores: Scores | null })[]
}

/** See {@link Report}; see `filmQuote` of a pilot. */
export type FilmPrices = 'at-most' | 'as-written'

/** Everything about a production, as the report and `runs show` tell it. Parts that do not exist yet are null or empty. */
export interface Report {
  readonly production: Production
  readonly brief: Brief
  readonly contract: IntentContract | null
  readonly plan: Plan | null
  /** What the film prices of `plan` are: at most, while a pilot has no script; then as written. */
  readonly filmPrices: FilmPrices
  readonly verdict: ToldVerdict | null
  /** The winner's script, else the first pilot's; its shots as they were revised for the takes that the film shows. */
  readonly script: Script | null
  /** How the client wanted shots of the script changed, oldest first. */
  readonly revisions: readonly Revision[]
  /** Shots that the client had left out of the film; they are not in `script`. */
  readonly omitted: readonly ShotId[]
  /** In film order. */
  readonly takes: readonly ReviewedTake[]
  readonly orders: readonly Order[]
  readonly totals: LedgerTotals
  readonly trail: readonly LedgerEntry[]
  readonly cuts: readonly Cut[]
  readonly deliverables: readonly Deliverable[]
  /** Mean scores of the takes the film is made of; null before any were circled. */
  readonly scores: Scores | null
  /** Dollars settled. */
  readonly spentUsd: number
  /** The cut that the delivered master is, or will be: `balanced` until a person chooses another. */
  readonly masterName: CandidateName
  /** Whether the cuts are made of the takes as they are marked now. */
  readonly isCurrent: boolean
  /** What the rendered master measures. */
  readonly master: Master | null
  readonly soundtrack: Soundtrack | null
  readonly observations: readonly Observation[]
}

/** What reading a report needs. */
export interface ReportTables {
  readonly productions: ProductionStore
  readonly ledger: LedgerStore
}

/**
 * Read a production's rows into one object.
 *
 * @throws StudioError `not-found`
 */
export const collectReport = async (
  { productions, ledger }: ReportTables,
  id: string,
): Promise<Report> => {
  const production = await knownRun(productions, id)
  const verdict = (await productions.document(id, 'verdict', 'current')) as Verdict | null
  const plan = (await productions.document(id, 'plan', 'current')) as Plan | null
  const pilot = verdict?.winner ?? plan?.pilots[0]?.id
  const written = pilot
    ? ((await productions.document(id, 'script', pilot)) as unknown as Script | null)
    : null
  const scripts = (plan?.pilots ?? []).map(({ id: key }) => productions.document(id, 'script', key))
  const isWritten = (await Promise.all(scripts)).every((script) => script !== null)
  const omitted = written ? await omittedShots(productions, id, written.pilot) : new Set<ShotId>()
  const script = written && withoutShots(written, omitted)
  const revisions = pilot ? await revisionsOf(productions, id, pilot) : []
  const reviews = await productions.reviews(id)
  const shot = await productions.takes(id)
  const takes = shot.toSorted(byFilmOrder).map((take) => ({
    ...take,
    review:
      reviews.find((review) => review.pilot === take.pilot && review.slate === take.slate) ?? null,
  }))
  const totals = await ledger.totals(id)
  const masterName = await deliveredCandidate({ productions }, id)
  const contract = (await productions.document(id, 'contract', 'current')) as IntentContract | null
  return {
    production,
    filmPrices: isWritten ? 'as-written' : 'at-most',
    brief: await productions.brief(id),
    contract,
    plan,
    verdict: verdict && {
      ...verdict,
      results: verdict.results.map((result) => ({
        ...result,
        scores: judgedScores(result.scores),
      })),
    },
    script: script && withRevisions(script, revisions, takeShown(takes, script.pilot)),
    revisions,
    omitted: [...omitted],
    takes,
    orders: await ledger.orders(id),
    totals,
    trail: await ledger.trail(id),
    cuts: (await productions.documents(id, 'cut')).map(({ body }) => body as unknown as Cut),
    deliverables: ((await productions.document(id, 'deliverables', 'current')) ??
      []) as unknown as readonly Deliverable[],
    scores: filmScores(takes, verdict?.winner, contract, script),
    spentUsd: dollarsOf(totals.settled),
    masterName,
    isCurrent: await areCutsCurrent(productions, id),
    master: (await productions.document(id, 'master', masterName)) as unknown as Master | null,
    soundtrack: (await productions.document(id, 'soundtrack', 'current')) as Soundtrack | null,
    observations: (await productions.documents(id, 'observation')).map(
      ({ body }) => body as unknown as Observation,
    ),
  }
}

/** Scores of a pilot; null for the zeros of one without a judged take, such as a sole pilot. */
export const judgedScores = (scores: Scores): Scores | null =>
  Object.values(scores).some((score) => score > 0) ? scores : null

/**
 * Scores of the film: those of its circled takes on average, and intent the share of the whole contract that they show
 * together; a film about one person or animal that is not in most of it keeps less. Pictures can be as ordered and the
 * film still lack what its client asked for: what is missing of the contract is missing of what is seen and of what is
 * told.
 */
export const filmScores = (
  takes: readonly ReviewedTake[],
  winner: string | undefined,
  contract: IntentContract | null,
  script: Pick<Script, 'cast' | 'scenes'> | null,
): Scores | null => {
  const circled = takes.filter(({ pilot, state }) => pilot === winner && state === 'circled')
  const reviews = circled.flatMap(({ review }) => review ?? [])
  if (reviews.length === 0 || !contract) return null
  const whole = new Set(reviews.flatMap((review) => review.covered))
  const broken = brokenMustNots(contract, reviews)
  const covered = new Map(
    contract.items.map((item) => [item.id, whole.has(item.id) ? 1 : partShown(item, circled)]),
  )
  const kept = intentScore(contract, covered, new Set(broken.map(({ id }) => id)))
  const intent = Math.round(kept * presenceWorth(circled, contract, script) * 10) / 10
  const mean = meanScores(reviews.map(({ scores }) => scores))
  const scores = {
    ...mean,
    visual: lessened(mean.visual, weightOfMissing.visual, intent),
    style: lessened(mean.style, weightOfMissing.style, intent),
    narrative: lessened(mean.narrative, weightOfMissing.narrative, intent),
  }
  return { ...scores, overall: overallScore(scores), intent }
}

/**
 * How much of a score goes with what a film lacks of its contract. Together they take 0.56 of the share that is missing
 * off an overall score: a film of half its story has at most 70, one of three quarters at most 82.
 */
const weightOfMissing = { visual: 1, style: 0.25, narrative: 1 } as const

const lessened = (score: number, weight: number, intent: number): number =>
  Math.round(score * (1 - weight * (1 - intent / 100)) * 10) / 10

/** A deed or a company that no take shows whole counts as far as the best of them shows it. */
const partShown = (item: ContractItem, circled: readonly ReviewedTake[]): number =>
  item.kind === 'action' || item.kind === 'relation'
    ? Math.max(
        0,
        ...circled.flatMap(({ depicted, review }) =>
          review ? [shownShare(item, depicted) * partWorth] : [],
        ),
      )
    : 0

/** A deed half seen is none: who and what of it is there counts a little. */
const partWorth = 0.3

/** Whoever a film is about alone is in at least so much of it. */
const leastPresence = 0.5

/** What part of its intent a film keeps, 0.5…1, by how long its only person or animal is seen; 1 where that is not what was asked for first. */
const presenceWorth = (
  circled: readonly ReviewedTake[],
  { items }: IntentContract,
  script: Pick<Script, 'cast' | 'scenes'> | null,
): number => {
  const living = script?.cast.filter(({ kind }) => kind !== 'thing') ?? []
  const [only] = living
  if (!script || !only || living.length > 1) return 1
  const most = Math.max(...items.map(({ weight }) => weight))
  const shots = script.scenes.flatMap((scene) => scene.shots)
  const figures = new Map(
    shots.map(({ id, picture }) => [id, picture.subjects.find(({ castId }) => castId === only.id)]),
  )
  const isAskedFirst = items.some(
    ({ kind, words, weight }) =>
      (kind === 'entity' || kind === 'relation') &&
      weight === most &&
      [...figures.values()].some((figure) => figure && words.includes(figure.what)),
  )
  if (!isAskedFirst) return 1
  const lengthOf = (takes: readonly ReviewedTake[]): number =>
    takes.reduce((sum, { wanted }) => sum + wanted, 0)
  const seen = circled.filter(({ shot, review }) => {
    const figure = figures.get(shot)
    return figure !== undefined && review?.missing.includes(figure.what) === false
  })
  return Math.min(1, leastPresence + lengthOf(seen) / Math.max(1, lengthOf(circled)))
}

/** What must not be seen and is. */
const brokenMustNots = (
  { items }: IntentContract,
  reviews: readonly Review[],
): readonly ContractItem[] => {
  const violated = new Set(reviews.flatMap((review) => review.violated))
  return items.filter(
    ({ kind, words }) => kind === 'must-not' && words.some((word) => violated.has(word)),
  )
}

/** Wishes of the client that no circled take of the film covers, and must-nots that one of them breaks. */
export const uncoveredWishes = ({
  contract,
  takes,
  verdict,
}: Pick<Report, 'contract' | 'takes' | 'verdict'>): readonly {
  readonly id: string
  readonly claim: string
}[] => {
  if (!contract || !verdict) return []
  const reviews = takes.flatMap(({ pilot, state, review }) =>
    pilot === verdict.winner && state === 'circled' && review ? [review] : [],
  )
  const covered = new Set(reviews.flatMap((review) => review.covered))
  const broken = brokenMustNots(contract, reviews)
  const isAsked = isOwnWish(contract.items)
  return contract.items.flatMap((item) => {
    const { id, kind, claim } = item
    if (kind === 'must-not')
      return broken.includes(item) ? [{ id, claim: `${claim}, yet it is seen` }] : []
    return kind === 'duration' || covered.has(id) || !isAsked(item) ? [] : [{ id, claim }]
  })
}

/** By shot as in the film, then pilot, then take. */
const byFilmOrder = (a: Take, b: Take): number =>
  compareShots(a.shot, b.shot) ||
  a.pilot.localeCompare(b.pilot) ||
  parseSlate(a.slate).take - parseSlate(b.slate).take

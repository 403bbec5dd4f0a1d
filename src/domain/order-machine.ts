import type { VendorTrouble } from './errors.ts'
import type { Job, OrderPort, OrderState } from './order.ts'

/** Where an order stands, as far as the protocol looks at it. */
export interface OrderPosition {
  readonly state: OrderState
  /** Times the request was sent. */
  readonly submissions: number
  /** Submissions that the vendor may bill: those whose answers are open, lost or yes. */
  readonly doubtful: number
  readonly job: Job | null
}

/**
 * Something that happened to an order. Answers name the submission they answer, from 1: one that comes late, after another
 * process had given its sender up, is told from the answer that is waited for.
 */
export type OrderEvent =
  | { readonly kind: 'hold-granted' }
  | { readonly kind: 'submission-started' }
  | OrderAnswer
  | { readonly kind: 'job-found'; readonly job: Job }
  /** The vendor's whole list has nothing of this submission. It begins at it, and tells nothing of those before. */
  | { readonly kind: 'proved-absent'; readonly submission: number; readonly reason: string }
  /** Nobody can tell what became of it, as it stood when it was looked at. */
  | { readonly kind: 'cannot-tell'; readonly seenIn: OrderState; readonly reason: string }
  /** A second hold was granted, so that the request may be sent though an answer was lost. */
  | { readonly kind: 'hold-granted-again' }
  /** The vendor is done and its slot is free; the footage is still there. */
  | { readonly kind: 'finished' }
  /** Nobody wants it any more, and it is not at the vendor. */
  | { readonly kind: 'let-go'; readonly reason: string }
  | { readonly kind: 'adopted-by-person'; readonly job: Job }
  /** `isUnknown`: not even the person can tell what was billed, so that every submission in doubt counts in full. */
  | {
      readonly kind: 'written-off-by-person'
      readonly reason: string
      readonly isUnknown?: boolean
    }

/** What came of a submission, or later of its job: then `submission` is that of the last one. */
export type OrderAnswer =
  | { readonly kind: 'accepted'; readonly submission: number; readonly job: Job }
  | {
      readonly kind: 'not-accepted'
      readonly submission: number
      /** `later`: it may be sent again. `never`: it will not be taken. `after-action`: a person must act on the account first. */
      readonly retry: 'later' | 'never' | 'after-action'
      readonly reason: string
      readonly trouble?: VendorTrouble
    }
  | { readonly kind: 'answer-lost'; readonly submission: number; readonly reason: string }
  /** `job` is the one it came of; null for an answer to the submission itself. */
  | {
      readonly kind: 'delivered'
      readonly submission: number
      readonly job: Job | null
      /** What else is to be known of it, in words. */
      readonly reason?: string
      readonly isBillUnknown?: boolean
    }
  | {
      readonly kind: 'refused' | 'failed'
      readonly submission: number
      readonly job: Job | null
      readonly reason: string
      readonly trouble?: VendorTrouble
      /** Whether its bill cannot be read, so that this submission, too, counts in full. Default false. */
      readonly isBillUnknown?: boolean
    }

/** What becomes of the hold when an order moves on; `add` holds the worst case once more, beside what is held. */
export type HoldEffect = 'none' | 'keep' | 'add' | 'settle' | 'release'

/** The next position, and what is to be done in the same transaction. */
export interface OrderStep extends OrderPosition {
  readonly hold: HoldEffect
  /** How many other submissions are settled at their worst case, because nobody can learn whether they were billed. */
  readonly assumed: number
  /** A job that the order does not follow, or not any more: it is paid, and goes to the cutting-room shelf. */
  readonly stray: Job | null
}

/**
 * The paid-order protocol as a pure state machine. Money is never let go while the vendor could still bill: only a proven
 * outcome settles or releases a hold, and a request is sent again only when it is proved absent or its money is held again.
 *
 * @throws TypeError for an event that cannot happen in this position
 */
export const advanceOrder = (position: OrderPosition, event: OrderEvent): OrderStep => {
  const step = isOrderAnswer(event) ? answered(position, event) : told(position, event)
  if (step) return step
  throw new TypeError(`An order that is ${position.state} cannot meet "${event.kind}"`)
}

const answerKinds: ReadonlySet<OrderEvent['kind']> = new Set<OrderAnswer['kind']>([
  'accepted',
  'not-accepted',
  'answer-lost',
  'delivered',
  'refused',
  'failed',
])

/** Whether an event is what came of a submission or its job, told by the vendor: nobody else can tell it again. */
export const isOrderAnswer = (event: OrderEvent): event is OrderAnswer =>
  answerKinds.has(event.kind)

const to = (
  position: OrderPosition,
  state: OrderState,
  hold: HoldEffect,
  change: Partial<OrderPosition> = {},
): OrderStep => ({ ...position, ...change, state, hold, assumed: 0, stray: null })

/** An outcome that the vendor told: it is the bill of one submission, where that can be read. */
const closed = (
  position: OrderPosition,
  { kind, isBillUnknown = false }: Extract<OrderAnswer, { readonly isBillUnknown?: boolean }>,
): OrderStep => ({
  ...to(position, kind, 'settle'),
  assumed: Math.max(0, position.doubtful - 1) + (isBillUnknown ? 1 : 0),
})

/** The end of an order of which nothing is at the vendor, as far as anybody knows. */
const letGo = (position: OrderPosition): OrderStep =>
  position.doubtful > 0
    ? { ...to(position, 'failed', 'settle'), assumed: position.doubtful }
    : to(position, 'failed', 'release')

const unchanged = (position: OrderPosition): OrderStep => to(position, position.state, 'none')

const answered = (position: OrderPosition, answer: OrderAnswer): OrderStep | undefined => {
  const { state, submissions } = position
  if (answer.submission > submissions) return undefined
  if (state === 'drafted' || (state === 'held' && submissions === 0)) return undefined
  if (answer.kind === 'accepted') return accepted(position, answer.job)
  if (isOrderClosed(state) || answer.submission < submissions) {
    // Somebody gave this sender up and went on; what it learned too late is counted as billed already.
    return answer.kind === 'delivered' && isOpenWithoutJob(position)
      ? { ...closed(position, answer), job: answer.job }
      : unchanged(position)
  }
  if (answer.kind === 'answer-lost') {
    return state === 'submitting' ? to(position, 'unknown', 'keep') : unchanged(position)
  }
  if (answer.kind === 'not-accepted') return notAccepted(position, answer.retry)
  // An order that was given a job while its own answer was on the way follows that job.
  if (!isSameJob(answer.job, position.job)) return unchanged(position)
  return closed(position, answer)
}

/** The order has a job, whoever brings the news; a second job is a stray. */
const accepted = (position: OrderPosition, job: Job): OrderStep => {
  if (isOpenWithoutJob(position)) return to(position, 'accepted', 'keep', { job })
  return isSameJob(position.job, job) ? unchanged(position) : { ...unchanged(position), stray: job }
}

const isOpenWithoutJob = ({ state, job }: OrderPosition): boolean =>
  !isOrderClosed(state) && job === null

/**
 * Whether two jobs of one vendor are the same one: by its id, whatever else an adapter keeps with it; by all their parts where
 * one has none. The store compares by the same rule.
 */
export const isSameJob = (left: Job | null, right: Job | null): boolean =>
  left === null || right === null ? left === right : nameOf(left) === nameOf(right)

const nameOf = (job: Job): string =>
  'id' in job
    ? String(job['id'])
    : JSON.stringify(Object.entries(job).sort(([left], [right]) => (left < right ? -1 : 1)))

const notAccepted = (
  position: OrderPosition,
  retry: 'later' | 'never' | 'after-action',
): OrderStep => {
  const { state, job } = position
  const isAwaited = state === 'submitting' || state === 'unknown' || state === 'parked'
  if (!isAwaited || job !== null) return unchanged(position)
  const left = { ...position, doubtful: position.doubtful - 1 }
  if (retry === 'never') return letGo(left)
  // While an earlier submission may still be billed, its money stays held.
  const isHeld = retry === 'later' || left.doubtful > 0
  return isHeld ? to(left, 'held', 'keep') : to(left, 'drafted', 'release')
}

type News = Exclude<OrderEvent, OrderAnswer>

const told = (position: OrderPosition, event: News): OrderStep | undefined => {
  const { state, submissions, doubtful } = position
  switch (event.kind) {
    case 'hold-granted':
      return state === 'drafted' ? to(position, 'held', 'add') : undefined
    case 'submission-started': {
      const change = { submissions: submissions + 1, doubtful: doubtful + 1 }
      return state === 'held' ? to(position, 'submitting', 'keep', change) : undefined
    }
    case 'let-go':
      return state === 'held' ? letGo(position) : undefined
    case 'finished':
    case 'cannot-tell':
      return seen(position, event)
    case 'written-off-by-person':
      return isAtVendor(state) && state !== 'submitting'
        ? { ...to(position, 'written-off', 'settle'), assumed: event.isUnknown ? doubtful : 0 }
        : undefined
    default:
      return reconciled(position, event)
  }
}

/** What somebody saw at the vendor; it may have passed since. */
const seen = (
  position: OrderPosition,
  event: Extract<News, { kind: 'finished' | 'cannot-tell' }>,
): OrderStep | undefined => {
  const { state, submissions } = position
  if (event.kind === 'finished') {
    if (state === 'accepted') return to(position, 'ready', 'keep')
    return submissions > 0 ? unchanged(position) : undefined
  }
  if (!isAtVendor(event.seenIn)) return undefined
  return state === event.seenIn ? to(position, 'parked', 'keep') : unchanged(position)
}

const reconciled = (
  position: OrderPosition,
  event: Extract<
    News,
    { kind: 'job-found' | 'proved-absent' | 'hold-granted-again' | 'adopted-by-person' }
  >,
): OrderStep | undefined => {
  const { state, job, submissions, doubtful } = position
  if (submissions === 0) return undefined
  const isOpen = state === 'unknown' || state === 'parked'
  if (event.kind === 'job-found') {
    // Two processes may look at once, and the one that comes second may see what has passed.
    return isOpen ? following(position, event.job) : unchanged(position)
  }
  if (event.kind === 'proved-absent') {
    const isStill = isOpen && job === null && event.submission === submissions
    return isStill ? to(position, 'held', 'keep', { doubtful: doubtful - 1 }) : unchanged(position)
  }
  if (!isOpen) return undefined
  if (event.kind === 'adopted-by-person') {
    return following(position, event.job)
  }
  return { ...to(position, 'held', 'add', { job: null }), stray: job }
}

/** The order follows a job from now on. One that it had is paid all the same. */
const following = (position: OrderPosition, job: Job): OrderStep => ({
  ...to(position, 'accepted', 'keep', { job }),
  stray: isSameJob(position.job, job) ? null : position.job,
})

/**
 * What an event means when another order has its job already: two orders of one request may be taken for each other at a vendor
 * that knows no references. The search goes on for the one that comes second; null when there is nothing to write down.
 */
export const withoutClaimedJob = (event: OrderEvent): OrderEvent | null => {
  if (event.kind === 'job-found') return null
  if (event.kind !== 'accepted') return event
  const reason = 'another order of the same request was found to have the job it was answered with'
  return { kind: 'answer-lost', submission: event.submission, reason }
}

/** Whether the vendor may have the order, or has it: parked ones too. */
export const isAtVendor = (state: OrderState): boolean =>
  state !== 'drafted' && state !== 'held' && !isOrderClosed(state)

/** Whether nothing more can happen to an order. */
export const isOrderClosed = (state: OrderState): boolean =>
  state === 'delivered' || state === 'refused' || state === 'failed' || state === 'written-off'

/**
 * What an answer that is lost for good leads to, where no list can be asked: work that costs much is left to a person, what
 * costs little and is waited for is sent once more with both holds kept.
 */
export const lostAnswerPolicy = (port: OrderPort): 'park' | 'send-once-more' =>
  port === 'video' || port === 'music' ? 'park' : 'send-once-more'

/** What is noticed where nobody sends any more, and no answer was written down. */
export const answerNeverWritten = (submission: number): OrderEvent => ({
  ...{ kind: 'answer-lost', submission },
  reason: 'the studio stopped between sending the order and writing down the answer',
})

/** What a search for an order at its vendor came to. */
export interface Search {
  /** A job that matches and that no other order has; null for none. */
  readonly found: Job | null
  /** Whether the vendor promises that what it showed is all there is. */
  readonly complete: boolean
  /** Whether so much time has passed that an order that had been accepted would be seen. */
  readonly isLateEnough: boolean
}

/** Why an order is not there, and why nobody can tell whether it is, in words: what is said of either end of a search. */
export interface SearchReasons {
  readonly absent: string
  readonly untold: string
}

/**
 * What a search means for an order as it was before the search; null while it is too early to tell. What is found early may be
 * the job of another order of the same request, which would then be told that it has none while ours is not listed yet.
 */
export const judgeSearch = (
  { state: seenIn, submissions: submission }: Pick<OrderPosition, 'state' | 'submissions'>,
  search: Search,
  reasons: SearchReasons,
): OrderEvent | null => {
  if (!search.isLateEnough) return null
  if (search.found) return { kind: 'job-found', job: search.found }
  return search.complete
    ? { kind: 'proved-absent', submission, reason: reasons.absent }
    : { kind: 'cannot-tell', seenIn, reason: reasons.untold }
}

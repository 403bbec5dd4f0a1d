import type { Order } from '../../src/domain/order.ts'

/** Work that a vendor made and charged, refunds left out. */
export interface PaidWork {
  /** Its id; null where the answer to the request is the work. */
  readonly job: string | null
  /** What was asked for. */
  readonly asked: string
}

/** Where an account and its books stand when everything has come to rest. */
export interface Standing {
  readonly paid: readonly PaidWork[]
  readonly orders: readonly Order[]
  /** What an order asked for. */
  readonly askedBy: (order: Order) => string
  /** Ids of jobs that wait for salvage. */
  readonly strays: ReadonlySet<string>
  /** Ids of jobs that the books were told of: no doubt explains that they are forgotten. */
  readonly told: ReadonlySet<string>
  /** Whether the footage that an order is delivered with is in store, and is what this job made. */
  readonly isHome: (order: Order, job: string | null) => boolean
}

/**
 * Paid work that is lost, in words. Work is safe when it is in store, when its order waits for a person or was given up by
 * one, when its order still follows it, and when it waits for salvage. Work that no order names is accounted for only as far
 * as orders of the same request have submissions in doubt: one each, not any number.
 */
export const lostWork = (standing: Standing): readonly string[] => {
  const { paid, orders, strays, told } = standing
  const owned = paid.map((work) => ({ work, owner: ownerOf(orders, work) }))
  const named = owned.flatMap(({ work, owner }) => {
    const trouble = owner && troubleWith(standing, owner, work.job)
    return trouble ? [`${work.job} is paid and lost: ${trouble}`] : []
  })
  const nameless = owned
    .filter(({ work, owner }) => !owner && !strays.has(work.job ?? ''))
    .map(({ work }) => work)
  const forgotten = nameless.flatMap(({ job }) =>
    job !== null && told.has(job) ? [`${job} is paid, was known and is forgotten`] : [],
  )
  return [
    ...[...named, ...forgotten, ...shared(standing)],
    ...[...tooMany(standing, nameless), ...emptyHanded(standing)],
  ]
}

const ownerOf = (orders: readonly Order[], { job }: PaidWork): Order | undefined =>
  job === null ? undefined : orders.find((order) => order.job?.['id'] === job)

/** Why a job's own order does not keep it; null when it does. */
const troubleWith = ({ isHome }: Standing, order: Order, job: string | null): string | null => {
  const { key, state, reason } = order
  if (state === 'delivered') return isHome(order, job) ? null : `${key} has other footage or none`
  return keeping.has(state) ? null : `${key} is ${state} (${reason})`
}

/** States in which an order follows its job, or a person is asked or has decided. */
const keeping: ReadonlySet<string> = new Set(['accepted', 'ready', 'parked', 'written-off'])

/** Of what one request was paid for, what neither an order names nor a doubt explains. */
const tooMany = ({ orders, askedBy }: Standing, nameless: readonly PaidWork[]): readonly string[] =>
  [...Map.groupBy(nameless, ({ asked }) => asked)].flatMap(([asked, works]) => {
    const buyers = orders.filter((order) => askedBy(order) === asked)
    const room = buyers.reduce((sum, order) => sum + roomOf(order), 0)
    if (works.length <= room) return []
    const states = buyers.map(({ key, state, doubtful, assumed }) => {
      return `${key} ${state}, ${doubtful} in doubt, ${assumed} assumed`
    })
    const jobs = works.map(({ job }) => job ?? 'an answer').join(', ')
    return [`"${asked}": ${jobs} paid and lost, room for ${room}: ${states.join('; ')}`]
  })

/** How many pieces of paid work an order accounts for beside the job it names. */
const roomOf = (order: Order): number => {
  const { state, doubtful, job, quoted, assumed } = order
  const named = job === null ? 0 : 1
  switch (state) {
    case 'delivered':
      // An answer that is the work itself has no job to be named by.
      return assumed / quoted + (1 - named)
    case 'refused':
    case 'failed':
      return assumed / quoted
    default:
      return Math.max(0, doubtful - named)
  }
}

/** Jobs that more than one order has: each was paid for one. */
const shared = ({ orders }: Standing): readonly string[] =>
  [...Map.groupBy(orders, ({ job }) => job?.['id'])].flatMap(([id, owners]) =>
    id === undefined || owners.length === 1
      ? []
      : [`${id} is the job of ${owners.map(({ key }) => key).join(' and ')}`],
  )

/** Orders that are delivered with nothing. */
const emptyHanded = ({ orders, isHome }: Standing): readonly string[] =>
  orders
    .filter((order) => order.state === 'delivered' && order.job === null && !isHome(order, null))
    .map(({ key }) => `${key} is delivered, and nothing of it is in store`)

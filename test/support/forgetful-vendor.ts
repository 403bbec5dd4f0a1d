import type { Job } from '../../src/domain/order.ts'
import type { ShotOrder, VideoModel } from '../../src/ports/video-model.ts'

/** A vendor whose answers are lost for some orders, and whose list of jobs may not be whole. */
export interface ForgetfulVendor {
  readonly model: VideoModel
  /** Parts of the keys of orders whose answers are lost: `1A/1`, `p2/video`. */
  readonly lost: Set<string>
  /** Jobs that its list shows, by order key. */
  readonly listed: Map<string, Job>
  /** Jobs that it knows when it is asked for them, by id, and how they stand. */
  readonly jobs: Map<string, 'running' | 'done'>
  /** Keys of the orders that reached it, in turn. */
  readonly sent: string[]
}

/** A vendor over a video model that makes what it is asked for. */
export const forgetfulVendor = (maker: VideoModel): ForgetfulVendor => {
  const vendor = {
    lost: new Set<string>(),
    listed: new Map<string, Job>(),
    jobs: new Map<string, 'running' | 'done'>(),
    sent: [] as string[],
  }
  const orders: { readonly order: ShotOrder; readonly reference: string }[] = []
  const isLost = (reference: string): boolean =>
    [...vendor.lost].some((part) => `${reference}/`.includes(`/${part}/`))
  const model: VideoModel = {
    ...maker,
    start: async (order, reference, signal) => {
      vendor.sent.push(reference)
      orders.push({ order, reference })
      if (!isLost(reference)) return maker.start(order, reference, signal)
      return { kind: 'unknown', reason: 'the line went dead' }
    },
    find: async ({ reference }) => {
      const job = vendor.listed.get(reference)
      return { jobs: job ? [job] : [], complete: false }
    },
    check: async (job, signal) => {
      const state = vendor.jobs.get(String(job['id']))
      if (state === undefined) return { state: 'gone' }
      if (state === 'running') return { state }
      const made = orders.find(({ reference }) => isLost(reference))
      if (!made) throw new Error('no order was lost')
      const answer = await maker.start(made.order, made.reference, signal)
      if (answer.kind !== 'delivered') throw new Error('the maker did not deliver')
      return { state: 'done', outputs: [answer.output] }
    },
  }
  return { ...vendor, model }
}

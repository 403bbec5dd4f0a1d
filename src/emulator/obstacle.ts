import { balanceAfter, chargesOf } from './ledger.ts'
import type { Standing } from './life.ts'
import type { VendorSettings } from './settings.ts'

/** Why an order is not taken. */
export type Obstacle =
  | { readonly kind: 'no-credit' }
  | { readonly kind: 'day-limit' }
  | { readonly kind: 'all-busy' }
  | { readonly kind: 'too-often'; readonly retryAfterSeconds: number }

/** An order, and the account that it comes to. */
export interface Applied {
  readonly model: string
  readonly microUsd: number
  /** The oldest first. */
  readonly standings: readonly Standing[]
  readonly settings: VendorSettings
  /** `wait`: orders beyond the slots are taken. `refuse`: they are not. */
  readonly beyondSlots: 'wait' | 'refuse'
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number
}

const minuteMs = 60_000
const dayMs = 24 * 3_600_000

/** What stands in the way of an order; null when it can be taken. */
export const obstacleTo = (applied: Applied): Obstacle | null => {
  const { model, microUsd, standings, settings, now } = applied
  const left = balanceAfter(settings.fundsMicroUsd, chargesOf(standings, now))
  if (left < microUsd) return { kind: 'no-credit' }
  const wait = secondsToWait(standings, settings.ordersPerMinute, now)
  if (wait > 0) return { kind: 'too-often', retryAfterSeconds: wait }
  const ofModel = standings.filter(({ job }) => job.model === model)
  const today = ofModel.filter(({ job }) => job.acceptedAt > now - dayMs)
  if (settings.dailyJobs !== null && today.length >= settings.dailyJobs)
    return { kind: 'day-limit' }
  return isFull(ofModel, applied) ? { kind: 'all-busy' } : null
}

/** Seconds until one more order may come; 0 when it may come now. */
const secondsToWait = (
  standings: readonly Standing[],
  perMinute: number | null,
  now: number,
): number => {
  const recent = standings.map(({ job }) => job.acceptedAt).filter((at) => at > now - minuteMs)
  const oldest = recent[0]
  if (perMinute === null || recent.length < perMinute || oldest === undefined) return 0
  return Math.max(1, Math.ceil((oldest + minuteMs - now) / 1000))
}

const isFull = (
  ofModel: readonly Standing[],
  { beyondSlots, settings: { slots } }: Applied,
): boolean => {
  const atWork = ofModel.filter(({ stage }) => stage.kind !== 'ended' && stage.kind !== 'removed')
  return beyondSlots === 'refuse' && slots !== null && atWork.length >= slots
}

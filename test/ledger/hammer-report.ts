import type { Funds } from '../../src/domain/money.ts'

/** What a hammering process is told. */
export interface HammerJob {
  readonly url: string
  readonly tenant: string
  readonly productions: readonly string[]
  readonly funds: Funds
  /** Number of different UTC days that holds fall on. */
  readonly days: number
  /** Whether bills go over their holds now and then. */
  readonly overruns: boolean
}

/** What a hammering process says, after the transaction is committed. */
export interface HammerReport {
  readonly what:
    | 'granted'
    | 'refused'
    | 'blocked-by-overrun'
    | 'no-slot'
    | 'resting'
    | 'not-wanted'
    | 'bonded'
    | 'released'
    | 'settled'
    | 'overrun'
    | 'lost-race'
}

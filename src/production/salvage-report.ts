import type { Usd } from '../domain/money.ts'
import type { SlateId } from '../domain/slate.ts'

/** What became of a job that salvage looked at; in a dry run, what would. */
export type SalvageDeed =
  /** Its order's answer was lost; now the order has it, and its footage is home. */
  | 'adopted'
  /** Its order had it, and its footage was not at home. */
  | 'delivered'
  /** It is on the cutting-room shelf. */
  | 'shelved'
  /** The vendor still works on it. */
  | 'waiting'
  /** Nothing was brought home: the note says why. */
  | 'left'

/** One job of an account, or an order whose job nobody can tell. */
export interface SalvageLine {
  readonly vendor: string
  /** The vendor's id; empty for an order without a job. */
  readonly job: string
  /** When it was made or ordered, ISO 8601, UTC; null where nobody says. */
  readonly at: string | null
  readonly prompt: string
  readonly deed: SalvageDeed
  /** Where the footage is now and how to use it, or why it is not here. */
  readonly note: string
  /** What it cost; null where nobody says. */
  readonly cost: Usd | null
  /** Whether the cost is ours, at the price of today: the vendor does not say. */
  readonly isEstimated: boolean
  readonly run: string | null
  readonly slate: SlateId | null
}

/** How a vendor's account was asked. */
export interface SalvagedAccount {
  readonly vendor: string
  /** `listed`: all its jobs; `asked`: only about jobs of our orders; `no-key`, `not-asked`: the note says why. */
  readonly state: 'listed' | 'asked' | 'no-key' | 'not-asked'
  /** In words, what that means; empty when everything was seen. */
  readonly note: string
}

/** What salvage found, and what was done. */
export interface SalvageReport {
  readonly accounts: readonly SalvagedAccount[]
  readonly lines: readonly SalvageLine[]
  /** What the clips had cost that were brought home; in a dry run, that would be. */
  readonly rescued: Usd
  readonly clips: number
  readonly isDryRun: boolean
}

/** Whether footage came home by a line. */
export const isRescued = ({ deed }: Pick<SalvageLine, 'deed'>): boolean =>
  deed === 'adopted' || deed === 'delivered' || deed === 'shelved'

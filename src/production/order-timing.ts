/**
 * Longest from the moment an order is written down as leaving until it leaves, in milliseconds. Who takes it over counts on it:
 * a sender that was asleep for longer does not send any more. Chosen by this project.
 */
export const leaseMs = 10_000

/** How long an order's leaving has been written down, in milliseconds, by each clock that saw it written. */
export interface Leaving {
  /** By the clock of the machine that sends it, which stands still while that machine is frozen, and can be set. */
  readonly machineMs: number
  /** By the ledger's clock, which those go by who take an order over. */
  readonly ledgerMs: number
}

/** Whether an order may still leave. A clock that was set back says nothing of how long it took. */
export const mayStillLeave = ({ machineMs, ledgerMs }: Leaving): boolean =>
  isWithinLease(machineMs) && isWithinLease(ledgerMs)

const isWithinLease = (tookMs: number): boolean => tookMs >= 0 && tookMs <= leaseMs

/**
 * Whether an order that was accepted would be seen by now.
 *
 * @param waitedMs since its leaving was written down
 * @param absentAfterMs as the model has it; undefined for what works in a process of ours
 */
export const isLateEnough = (waitedMs: number, absentAfterMs: number | undefined): boolean =>
  absentAfterMs === undefined || waitedMs >= leaseMs + absentAfterMs

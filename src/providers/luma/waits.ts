/** An order leaves within this time from the call of `start` on, or not at all. Milliseconds. */
export const leaveWithinMs = 30_000

/** Longest waits for the answer to an order and to a question, body included, in milliseconds. */
export const usualPatienceMs = { order: 60_000, question: 30_000 } as const

/** How far the list may lag behind an order that was taken, in milliseconds. No number is published; chosen by this project. */
export const listLagMs = 300_000

/** Longest from the call of `start` until an order that was taken is on the list of the Dream Machine API, in milliseconds. */
export const lumaListedWithinMs: number = leaveWithinMs + usualPatienceMs.order + listLagMs

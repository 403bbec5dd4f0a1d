/** What becomes of a clip's order whose answer was lost, where the vendor cannot say whether it has it. */
export const parkedOrder: string =
  'the order is parked and its hold kept, until a person looks and decides: it is never sent again blindly'

/** Limits of what makes any length and any shape, and needs nothing but words. */
export const anyLength = {
  seconds: null,
  perMinute: null,
  needsFirstFrame: false,
  shapes: null,
} as const

import type { Clause } from './clause.ts'

/** Reading by a candle is done at home and at night, unless the client says otherwise. */
export const byLamplight = (clause: Clause): boolean =>
  /\b(?:candle|lamplight|lantern|fireplace|fireside)/i.test(clause.rest) &&
  ['reads', 'sits', 'types', 'eats', 'drinks', 'paints', 'repairs', 'sleeps'].includes(
    clause.action,
  )

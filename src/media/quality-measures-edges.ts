import type { PictureSize } from '../domain/brief.ts'

/** What is measured on the edges of one picture's grey levels. */
export interface EdgeMeasures {
  /** Width in pixels of the crispest edges; about 1–3 for a sharp picture. NaN when there is no edge to judge by. */
  readonly edgeWidth: number
  /** Share 0…1 of each column, then of each row, along which the picture makes a small step between smooth parts. */
  readonly steps: { readonly columns: Float64Array; readonly rows: Float64Array }
}

/**
 * Measure the edges of a picture. ffmpeg's own `blurdetect` and `blockdetect` were tried first and could not tell flat
 * drawings from damage: see docs/calibration.md.
 *
 * @param grey `height × width`, row by row, 0…255
 */
export const measureEdges = (grey: Uint8Array, size: PictureSize): EdgeMeasures => ({
  edgeWidth: edgeWidth(grey, size),
  steps: stepsOf(grey, size),
})

/** Side of the squares that levels and steps are summed up for. */
const cellSide = 8
/** An edge is looked for in a tile of 2 × 2 cells, and its span in the 4 × 4 cells around, which hold all of it. */
const tileCells = 2
/** Levels that the cells around must span to hold an edge worth measuring. */
const leastSpan = 24
/** The crispest tenth of the tiles: with a shallow focus the subject alone is sharp. */
const crispShare = 0.9

/** Least and most level and the steepest step to a neighbour, for each cell, row by row. */
interface Cells {
  readonly across: number
  readonly down: number
  readonly least: Uint8Array
  readonly most: Uint8Array
  readonly steepest: Uint8Array
}

/** An edge that climbs by its whole span within one pixel is 1 wide; a blurred one climbs by a small part of it. */
const edgeWidth = (grey: Uint8Array, size: PictureSize): number => {
  const cells = cellsOf(grey, size)
  const steepness: number[] = []
  for (let top = 1; top + tileCells < cells.down; top += tileCells) {
    for (let left = 1; left + tileCells < cells.across; left += tileCells) {
      const found = tileSteepness(cells, top, left)
      if (found !== null) steepness.push(found)
    }
  }
  steepness.sort((a, b) => a - b)
  const crisp = steepness[Math.floor(steepness.length * crispShare)]
  return crisp === undefined || crisp === 0 ? Number.NaN : 1 / crisp
}

const cellsOf = (grey: Uint8Array, { width, height }: PictureSize): Cells => {
  const across = Math.floor((width - 1) / cellSide)
  const down = Math.floor((height - 1) / cellSide)
  const least = new Uint8Array(across * down).fill(255)
  const [most, steepest] = [new Uint8Array(across * down), new Uint8Array(across * down)]
  for (let y = 0; y < down * cellSide; y += 1) {
    for (let x = 0; x < across * cellSide; x += 1) {
      const at = y * width + x
      const cell = Math.floor(y / cellSide) * across + Math.floor(x / cellSide)
      const level = grey[at] ?? 0
      const right = Math.abs((grey[at + 1] ?? 0) - level)
      const below = Math.abs((grey[at + width] ?? 0) - level)
      least[cell] = Math.min(least[cell] ?? 0, level)
      most[cell] = Math.max(most[cell] ?? 0, level)
      steepest[cell] = Math.max(steepest[cell] ?? 0, right, below)
    }
  }
  return { across, down, least, most, steepest }
}

const tileSteepness = (cells: Cells, top: number, left: number): number | null => {
  let [least, most, steepest] = [255, 0, 0]
  for (let y = top - 1; y <= top + tileCells; y += 1) {
    for (let x = left - 1; x <= left + tileCells; x += 1) {
      const cell = y * cells.across + x
      least = Math.min(least, cells.least[cell] ?? 255)
      most = Math.max(most, cells.most[cell] ?? 0)
      const isInner = y >= top && x >= left && y < top + tileCells && x < left + tileCells
      if (isInner) steepest = Math.max(steepest, cells.steepest[cell] ?? 0)
    }
  }
  const span = most - least
  return span < leastSpan ? null : steepest / Math.max(span, steepest)
}

/** Grid periods that are tried, in pixels. */
const leastPeriod = 4
const mostPeriod = 24

/**
 * Percent of the lines of a square grid along which a take steps, beyond what lies off the grid. A codec's grid stays
 * where it is in every picture; what moves with the camera is averaged away. It shows in both directions; stripes and
 * shelves do in one.
 *
 * @param pictures of equal size; 0 for none
 */
export const blockGrid = (pictures: readonly Pick<EdgeMeasures, 'steps'>[]): number => {
  const columns = meanOf(pictures.map(({ steps }) => steps.columns))
  const rows = meanOf(pictures.map(({ steps }) => steps.rows))
  let strongest = 0
  for (let period = leastPeriod; period <= mostPeriod; period += 1) {
    const both = Math.min(gridStrength(columns, period), gridStrength(rows, period))
    strongest = Math.max(strongest, both)
  }
  return strongest * 100
}

const meanOf = (all: readonly Float64Array[]): Float64Array =>
  Float64Array.from(
    { length: all[0]?.length ?? 0 },
    (_, line) => all.reduce((sum, shares) => sum + (shares[line] ?? 0), 0) / all.length,
  )

const stepsOf = (grey: Uint8Array, { width, height }: PictureSize): EdgeMeasures['steps'] => ({
  columns: stepShares({ grey, lines: width, along: height, acrossStep: 1, alongStep: width }),
  rows: stepShares({ grey, lines: height, along: width, acrossStep: width, alongStep: 1 }),
})

/** Levels by which a step must exceed the changes beside it to count: what 8-bit rounding cannot make. */
const leastStep = 2
/** Larger steps are edges of things; between blocks of a smooth part they are small. */
const mostStep = 24

/** For each line across the picture, the share of its pixels at which the picture steps and is smooth on both sides. */
const stepShares = (scan: {
  readonly grey: Uint8Array
  readonly lines: number
  readonly along: number
  readonly acrossStep: number
  readonly alongStep: number
}): Float64Array => {
  const { grey, lines, along, acrossStep, alongStep } = scan
  const shares = new Float64Array(lines)
  for (let line = 2; line + 1 < lines; line += 1) {
    let steps = 0
    for (let place = 0; place < along; place += 1) {
      const at = line * acrossStep + place * alongStep
      const here = grey[at] ?? 0
      const before = grey[at - acrossStep] ?? 0
      const step = Math.abs(here - before)
      const beforeIt = Math.abs(before - (grey[at - 2 * acrossStep] ?? 0))
      const afterIt = Math.abs((grey[at + acrossStep] ?? 0) - here)
      const isSmall = step <= mostStep
      if (isSmall && step - Math.max(beforeIt, afterIt) >= leastStep) steps += 1
    }
    shares[line] = steps / along
  }
  return shares
}

/** Median share on the lines of the best-fitting grid of a period, less the median of all lines. */
const gridStrength = (shares: Float64Array, period: number): number => {
  let strongest = 0
  for (let phase = 0; phase < period; phase += 1) {
    const onGrid: number[] = []
    for (let line = phase; line < shares.length; line += period) {
      if (line >= 2 && line + 1 < shares.length) onGrid.push(shares[line] ?? 0)
    }
    strongest = Math.max(strongest, middle(onGrid))
  }
  return strongest - middle([...shares.subarray(2, -1)])
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

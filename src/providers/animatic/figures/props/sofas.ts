import type { Brush } from '../brush/brush.ts'
import { readColour, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'

const onSofa =
  /\b(?:on|upon|across) (?:an?|the|his|her|their|its) (?:[a-z]+ ){0,2}(?:sofa|couch|settee)\b/u

/** Whether an action is done on a sofa. */
export const isOnSofa = (action: string): boolean => onSofa.test(action.toLowerCase())

/** Height of a sofa's seat over the floor, metres. */
export const sofaHigh = 0.43

const cloth = readColour('#4a6f7c')

/** Paints a sofa seen from its front. */
export const paintSofa = (
  brush: Brush,
  {
    middle,
    floor,
    metre,
  }: { readonly middle: number; readonly floor: number; readonly metre: number },
): void => {
  const at = (x: number, up: number): Point => ({ x: middle + x * metre, y: floor - up * metre })
  const box = (left: number, right: number, low: number, high: number, lighter: number): void =>
    brush.shape(
      [
        ...[at(left, low), at(left, low), at(left, high - 0.05), at(left + 0.06, high)],
        ...[at(right - 0.06, high), at(right, high - 0.05), at(right, low), at(right, low)],
      ],
      shift(cloth, lighter),
      { shade: 0.7 },
    )
  for (const x of [-0.9, 0.9])
    brush.block([at(x - 0.04, 0), at(x + 0.04, 0), at(x + 0.04, 0.1), at(x - 0.04, 0.1)], wood)
  for (const x of [-0.46, 0.46]) box(x - 0.47, x + 0.47, 0.3, 0.9, -0.06)
  box(-0.95, 0.95, 0.08, 0.36, -0.16)
  for (const x of [-0.44, 0.44]) box(x - 0.44, x + 0.44, 0.28, sofaHigh + 0.04, 0.08)
  for (const side of [-1, 1])
    box(side * 1.0 - 0.13, side * 1.0 + 0.13, 0.06, 0.64, side > 0 ? -0.1 : 0.02)
}

const wood = readColour('#4d3826')

import { readColour, shift } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import { local, type Point } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { facing, type Reach, wood } from './prop-reach.ts'

/** From the middle of who climbs to what is climbed, and how high that is drawn, body heights. */
const apart = 0.2
const high = 2.1

type Climbed = 'ladder' | 'tree' | 'rope'

const kinds: readonly (readonly [Climbed, RegExp])[] = [
  ['ladder', /ladder/u],
  ['tree', /tree|trunk/u],
  ['rope', /rope|mast|pole/u],
]

/** The last word of what is climbed, `tree` of `climbs the old tree`. */
export const climbedIn = (word: string): string => /[a-z]+$/u.exec(word)?.[0] ?? ''

/** What somebody climbs who goes straight up; walls and rocks are a part of the place. */
export const climbedPieces = (reach: Reach): Piece[] => {
  const word = reach.request.action.word ?? ''
  const kind = kinds.find(([, pattern]) => pattern.test(word))?.[0]
  if (!kind) return []
  return [{ near: facing(reach.body) > 0 ? 0.16 : -0.9, paint: () => painters[kind](reach, word) }]
}

const ladder = ({ body }: Reach): void => {
  const { brush, view } = body
  const at = (u: number, l: number): Point => view.at(local(apart, u, l))
  for (const l of [-0.14, 0.14])
    brush.stroke([at(-0.02, l), at(high, l)], view.scale * 0.02, brush.tone(wood))
  for (let u = 0.1; u < high; u += 0.13)
    brush.stroke([at(u, -0.14), at(u, 0.14)], view.scale * 0.016, brush.tone(shift(wood, -0.15)))
}

const bark = readColour('#6b4d36')

const tree = ({ body }: Reach): void => {
  const { brush, view } = body
  const at = (u: number, l: number): Point => view.at(local(apart + 0.04, u, l))
  const slice = (u: number, r: number): Point & { r: number } => ({
    ...at(u, 0),
    r: r * view.scale,
  })
  const branch = (u: number, side: number): void =>
    brush.tube(
      [
        { ...at(u, 0), r: view.scale * 0.05 },
        { ...at(u + 0.12, side * 0.24), r: view.scale * 0.036 },
        { ...at(u + 0.3, side * 0.5), r: view.scale * 0.02 },
      ],
      shift(bark, -0.06),
    )
  const leaves = (tones: readonly (readonly [u: number, l: number, r: number, tone: number])[]) => {
    for (const [u, l, r, tone] of tones)
      brush.oval(
        at(u, l),
        { rx: r * view.scale, ry: r * view.scale * 0.8 },
        shift(readColour('#4f7a3a'), tone),
      )
  }
  leaves([
    [1.5, -0.5, 0.34, -0.16],
    [1.5, 0.5, 0.34, -0.14],
    [1.75, 0, 0.5, -0.18],
  ])
  brush.tube(
    [slice(-0.03, 0.2), slice(0.08, 0.135), slice(0.8, 0.115), slice(1.4, 0.1), slice(high, 0.07)],
    bark,
    { end: 0.2 },
  )
  branch(0.92, 1)
  branch(1.12, -1)
  const dice = makeDice(71)
  for (let mark = 0; mark < 16; mark += 1) {
    const [u, l] = [0.1 + dice.roll() * 1.2, (dice.roll() - 0.5) * 0.16]
    brush.stroke(
      [at(u, l), at(u + 0.06, l + 0.01)],
      Math.max(1, view.scale * 0.008),
      brush.tone(shift(bark, -0.3)),
      0.7,
    )
  }
  leaves([
    [1.36, -0.62, 0.22, 0],
    [1.3, 0.62, 0.22, 0.02],
    [1.78, -0.26, 0.3, 0.04],
    [1.8, 0.3, 0.3, 0.06],
  ])
}

const rope = ({ body }: Reach, word: string): void => {
  const { brush, view } = body
  const isRope = /rope/u.test(word)
  const colour = readColour(isRope ? '#c2a878' : '#7a5a3c')
  const at = (u: number): Point => view.at(local(apart, u, 0))
  const wide = view.scale * (isRope ? 0.02 : 0.07)
  brush.stroke([at(isRope ? 0.05 : -0.02), at(high)], wide, brush.tone(colour))
  if (!isRope) return
  for (let u = 0.1; u < high; u += 0.04)
    brush.stroke(
      [at(u), at(u + 0.02)].map(({ x, y }, end) => ({ x: x + (end - 0.5) * wide, y })),
      Math.max(0.8, view.scale * 0.005),
      brush.tone(shift(colour, -0.3)),
    )
}

const painters: Readonly<Record<Climbed, (reach: Reach, word: string) => void>> = {
  ladder,
  tree,
  rope,
}

import { readColour, shift } from '../brush/colour.ts'
import { local } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import type { Reach } from './prop-reach.ts'

const named = /\b(?:hug|embrac|cuddl)[a-z]* (?:[a-z]+ ){0,3}(?:tree|oak|pine|birch|trunk)s?\b/u

/** Whether somebody has the arms round a tree. */
export const hugsTree = (action: string): boolean => named.test(action)

/** From the middle of who hugs a tree to its middle, body heights. */
export const treeApart = 0.17

/** A tree between the arms: its crown is over the head. */
export const huggedTree = (reach: Reach): Piece[] => {
  if (!reach.request.hugsTree) return []
  const { brush, view } = reach.body
  const bark = readColour('#6b4d36')
  const at = (u: number, r: number): { x: number; y: number; r: number } => ({
    ...view.at(local(treeApart, u, 0)),
    r: r * view.scale,
  })
  const paint = (): void => {
    brush.tube([at(-0.02, 0.12), at(0.08, 0.085), at(0.7, 0.075), at(1.5, 0.07)], bark, {
      end: 0.2,
    })
    const leaves = readColour('#4f7a3a')
    const crown = at(1.34, 0)
    for (const [x, y, r, tone] of [
      [-0.24, 0.02, 0.2, -0.1],
      [0.26, 0.0, 0.19, -0.06],
      [0, 0.16, 0.27, 0.04],
    ] as const)
      brush.oval(
        { x: crown.x + x * view.scale, y: crown.y - y * view.scale },
        { rx: r * view.scale, ry: r * view.scale * 0.8 },
        shift(leaves, tone),
      )
  }
  // Behind the face, which is laid against it.
  const near = Math.min(reach.nearHands - 0.03, view.near(reach.body.skeleton.headCentre) + 0.02)
  return [{ near, paint }]
}

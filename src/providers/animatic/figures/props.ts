import type { Action } from './actions.ts'
import type { FigureBody, Piece } from './figure-body.ts'

/** What a movement is done with. */
export interface PropRequest {
  readonly action: Action
  /** Things named by the shot, lower case. */
  readonly objects: readonly string[]
  readonly indoors: boolean
}

/** The pieces of what is held, sat on, ridden or worked at. */
export const propPieces = (_body: FigureBody, _request: PropRequest): Piece[] => []

import type { Brief } from '../domain/brief.ts'
import type { Script } from '../domain/script.ts'
import { type SlateId, shotOfSlate } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import type { ShotOrder } from '../ports/video-model.ts'
import type { Floor } from './floor.ts'
import { scriptOfTake } from './revision.ts'
import { type ScriptedShot, scriptedShot, shotOrder } from './shot-order.ts'

/** One take to be shot. */
export type TakeRequest = {
  readonly production: string
  readonly pilot: string
  readonly slate: SlateId
  readonly model: string
  /** Shot as a pilot's test: a slate is put at its head. */
  readonly test: boolean
  /** Slate whose last frame it starts from; null to start freely. On the call sheet it holds from when the take is ordered. */
  readonly continuesFrom: SlateId | null
}

/** What a take is shot from. */
export interface TakeWork extends ScriptedShot {
  readonly brief: Brief
  readonly script: Script
  /** The order, but for the frame it starts from: only who sends it needs that one. */
  readonly order: Omit<ShotOrder, 'firstFrame'>
}

/** Read what a take is shot from, as its script stood when it was called. */
export const takeWork = async (floor: Floor, request: TakeRequest): Promise<TakeWork> => {
  const { production, pilot, slate, test } = request
  const brief = await floor.productions.brief(production)
  const script = await scriptOfTake(floor.productions, production, pilot, slate)
  const scripted = scriptedShot(script, shotOfSlate(slate))
  const take = Number(slate.split('-')[1])
  const order = shotOrder({ brief, script, shot: scripted.shot, take, test })
  return { ...scripted, brief, script, order }
}

/** A take's row; undefined before it has footage, or is known to get none. */
export const takeRow = async (floor: Floor, request: TakeRequest): Promise<Take | undefined> =>
  (await floor.productions.takes(request.production)).find(
    ({ pilot, slate }) => pilot === request.pilot && slate === request.slate,
  )

import { clipForShot } from '../domain/shelf.ts'
import { secondsFromFrames } from '../domain/time.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { handleOf } from './shot-order.ts'
import type { ShotSituation } from './takes-wanted.ts'

/**
 * Offer footage of the shelf for a shot that is about to be bought. Nothing is cast without a person; a film of stand-ins is
 * offered nothing, for its shots cost nothing.
 */
export const offerFromShelf = async (
  floor: Floor,
  { production, brief, script, pilot, shot, scene }: ShotSituation,
): Promise<void> => {
  if (brief.funds === 'simulated') return
  const cast = new Set(shot.picture.subjects.flatMap(({ castId }) => castId ?? []))
  const clip = clipForShot(await floor.shelf.clips(), {
    ...{ production, funds: brief.funds, prompt: shot.prompt, size: brief.size },
    seconds:
      secondsFromFrames(shot.length, brief.rate) +
      secondsFromFrames(handleOf(script, shot.id, brief), brief.rate),
    castCount: cast.size,
  })
  if (!clip) return
  const command = `npx --no-install claude-studio shelf cast ${clip.id} --run ${production} --shot ${pilot.id}/${shot.id}`
  await say(floor, production, `shelf/${pilot.id}/${shot.id}`, 'shelf-offered', {
    ...{ pilot: pilot.id, shot: shot.id, scene: scene.number, clip: clip.id, costUsd: 0, command },
  })
}

import type { Script, Shot } from '../domain/script.ts'
import { clipForShot } from '../domain/shelf.ts'
import { frames, secondsFromFrames } from '../domain/time.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { handleOf } from './shot-order.ts'

/**
 * Offer footage of the shelf for shots that are about to be bought: once when they are written, and again before they are
 * ordered, for the shelf fills. Nothing is cast without a person. A film of stand-ins is offered nothing: its shots cost nothing.
 */
export const offerFromShelf = async (
  floor: Floor,
  production: string,
  script: Script,
  shots: readonly Shot[],
): Promise<void> => {
  const brief = await floor.productions.brief(production)
  if (brief.funds === 'simulated') return
  const clips = await floor.shelf.clips()
  for (const { id, prompt, length, picture } of shots) {
    const cast = new Set(picture.subjects.flatMap(({ castId }) => castId ?? []))
    const needed = frames(length + handleOf(script, id, brief))
    const clip = clipForShot(clips, {
      ...{ production, funds: brief.funds, prompt, size: brief.size, castCount: cast.size },
      seconds: secondsFromFrames(needed, brief.rate),
    })
    if (!clip) continue
    const { pilot } = script
    const command = `npx --no-install claude-studio shelf cast ${clip.id} --run ${production} --shot ${pilot}/${id}`
    await say(floor, production, `shelf/${pilot}/${id}`, 'shelf-offered', {
      ...{ pilot, shot: id, clip: clip.id, prompt: clip.prompt, costUsd: 0, command },
    })
  }
}

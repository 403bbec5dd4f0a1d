import type { Brief } from '../domain/brief.ts'
import { continuityChains, type Script, type Shot, shotsOf } from '../domain/script.ts'
import type { ShelfClip } from '../domain/shelf.ts'
import type { ShotId } from '../domain/slate.ts'
import { frames, secondsFromFrames } from '../domain/time.ts'
import type { ShelfStore } from '../ports/shelf-store.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { clipForShot } from './shelf-match.ts'
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
  const { pilot } = script
  for (const { shot, clip } of await fitting(floor.shelf, production, brief, { script, shots })) {
    const command = `npx --no-install claude-studio shelf cast ${clip.id} --run ${production} --shot ${pilot}/${shot}`
    await say(floor, production, `shelf/${pilot}/${shot}`, 'shelf-offered', {
      ...{ pilot, shot, clip: clip.id, prompt: clip.prompt, costUsd: 0, command },
    })
  }
}

/** What a quote says of the shelf: which clips fit the film as it is written so far; empty for none. */
export const shelfInQuote = async (
  shelf: Pick<ShelfStore, 'clips'>,
  brief: Brief,
  scripts: readonly Script[],
): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const script of scripts) {
    const offers = await fitting(shelf, null, brief, { script, shots: shotsOf(script) })
    if (offers.length === 0) continue
    const clips = offers.map(({ shot, clip }) => `${clip.id} for ${shot}`).join(', ')
    lines.push(
      `${script.pilot}: the cutting-room shelf has footage that fits, at $0.00: ${clips}. --until plan stops in time to cast it.`,
    )
  }
  return lines
}

interface Offer {
  readonly shot: ShotId
  readonly clip: ShelfClip
}

const fitting = async (
  shelf: Pick<ShelfStore, 'clips'>,
  production: string | null,
  brief: Brief,
  { script, shots }: { readonly script: Script; readonly shots: readonly Shot[] },
): Promise<readonly Offer[]> => {
  if (brief.funds === 'simulated') return []
  const clips = await shelf.clips()
  const starts = new Set(continuityChains(script).map(({ scenes: [first] }) => first))
  const leaders = new Set(
    script.scenes.filter(({ number }) => starts.has(number)).map(({ shots: [first] }) => first?.id),
  )
  return shots.flatMap(({ id, prompt, length, picture }): readonly Offer[] => {
    const cast = new Set(picture.subjects.flatMap(({ castId }) => castId ?? []))
    const needed = frames(length + handleOf(script, id, brief))
    const clip = clipForShot(clips, {
      ...{ production, funds: brief.funds, prompt, size: brief.size, castCount: cast.size },
      isContinued: !leaders.has(id),
      seconds: secondsFromFrames(needed, brief.rate),
    })
    return clip ? [{ shot: id, clip }] : []
  })
}

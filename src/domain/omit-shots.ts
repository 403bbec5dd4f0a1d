import type { Overlay, Scene, Script, Shot } from './script.ts'
import { shotsOf } from './script.ts'
import type { ShotId } from './slate.ts'
import { frames } from './time.ts'

/**
 * A script without some of its shots. Scenes that have none left go, and what they say with them; the others keep their
 * numbers. A title or an end card of a shot that goes is laid over its neighbour. Where other shots meet than were written to,
 * the later scene is entered by a cut: the footage before it has no frames for more.
 */
export const withoutShots = (script: Script, omitted: ReadonlySet<ShotId>): Script => {
  if (omitted.size === 0 || !shotsOf(script).some(({ id }) => omitted.has(id))) return script
  const cards = movedCards(script, omitted)
  const kept = script.scenes
    .map((scene) => ({
      ...scene,
      shots: scene.shots.filter(({ id }) => !omitted.has(id)).map((shot) => withCard(shot, cards)),
    }))
    .filter(({ shots }) => shots.length > 0)
  const numbers = new Set(kept.map(({ number }) => number))
  const scenes = kept.map((scene, index) => ({
    ...scene,
    continuesFrom: continued(script, scene, numbers),
    transition: entered(script, scene, kept[index - 1]),
  }))
  return { ...script, scenes }
}

/** The scene that a scene continues from, by way of those that are gone. */
const continued = (
  { scenes }: Script,
  { continuesFrom }: Scene,
  kept: ReadonlySet<number>,
): number | null => {
  const passed = new Set<number>()
  let from = continuesFrom
  while (from !== null && !kept.has(from) && !passed.has(from)) {
    passed.add(from)
    const gone = from
    from = scenes.find(({ number }) => number === gone)?.continuesFrom ?? null
  }
  return from !== null && kept.has(from) ? from : null
}

const entered = (
  { scenes }: Script,
  scene: Scene,
  before: Scene | undefined,
): Scene['transition'] => {
  if (!before) return scenes[0]?.transition ?? scene.transition
  const place = scenes.findIndex(({ number }) => number === scene.number)
  const written = scenes[place - 1]?.shots.at(-1)?.id
  return written === before.shots.at(-1)?.id ? scene.transition : { kind: 'cut', length: frames(0) }
}

/** Titles and end cards of shots that go, by the shot they are laid over instead. */
const movedCards = (
  script: Script,
  omitted: ReadonlySet<ShotId>,
): ReadonlyMap<ShotId, readonly Overlay[]> => {
  const shots = shotsOf(script)
  const isKept = ({ id }: Shot): boolean => !omitted.has(id)
  const cards = new Map<ShotId, readonly Overlay[]>()
  for (const [index, shot] of shots.entries()) {
    if (isKept(shot)) continue
    const before = shots.slice(0, index).findLast(isKept)
    const after = shots.slice(index + 1).find(isKept)
    for (const overlay of shot.overlays) {
      const target = cardTarget(overlay, before, after)
      if (target) cards.set(target.id, [...(cards.get(target.id) ?? []), overlay])
    }
  }
  return cards
}

/** Where a card goes whose shot goes; nowhere for a lower third, which names who is seen. */
const cardTarget = (
  { kind }: Overlay,
  before: Shot | undefined,
  after: Shot | undefined,
): Shot | undefined => {
  if (kind === 'lower-third') return undefined
  return kind === 'title' ? (after ?? before) : (before ?? after)
}

/** A shot with a card of another laid over it, unless it has words of its own. */
const withCard = (shot: Shot, cards: ReadonlyMap<ShotId, readonly Overlay[]>): Shot => {
  const [card] = cards.get(shot.id) ?? []
  if (!card || shot.overlays.length > 0) return shot
  const start = Math.min(card.start, Math.max(0, shot.length - card.length))
  const length = Math.min(card.length, shot.length - start)
  return { ...shot, overlays: [{ ...card, start: frames(start), length: frames(length) }] }
}

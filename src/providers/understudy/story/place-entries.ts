import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import type { Entry } from './arrange.ts'
import { entry } from './arrange.ts'
import type { PlaceBeat } from './place-beat.ts'
import { beatsOf, neighboursOf } from './place-beats.ts'
import type { SceneIdea } from './scene-idea.ts'
import { idea, told } from './scene-idea.ts'

/** Something the place offers to look at. */
const beatIdea = (beat: PlaceBeat, isNew: boolean): SceneIdea =>
  idea('place', beat.title, {
    place: beat.place,
    weather: beat.weather ?? null,
    framing: beat.framing,
    camera: beat.camera,
    objects: beat.object ? [beat.object] : [],
    extras: beat.animal
      ? [
          {
            castId: null,
            what: beat.animal[0],
            look: '',
            action: beat.animal[1],
            count: beat.animal[2],
          },
        ]
      : [],
    lines: isNew ? told(beat.lines) : [],
  })

/**
 * What the places of a film offer, those the client does not want left out; for a long film also what lies around
 * them.
 */
export const placeEntries = (
  reading: Reading,
  setting: Setting,
  rank: number,
  scenes: number,
): readonly Entry[] => {
  const banned = new Set(reading.negations.flatMap(({ words }) => words))
  const own = setting.places.flatMap((place) =>
    beatsOf(place).map((beat) => ({ ...beat, place: beat.place ?? place })),
  )
  const around = setting.places.flatMap((place) =>
    neighboursOf(place).flatMap((near) =>
      beatsOf(near).map((beat) => ({ ...beat, place: beat.place ?? near })),
    ),
  )
  const seen = new Set<string>()
  const kept = [...own, ...(scenes > own.length ? around : [])].filter(
    ({ title, animal, object, place }) => {
      const isNew = !seen.has(title)
      seen.add(title)
      return (
        isNew && !(banned.has(animal?.[0] ?? '') || banned.has(object ?? '') || banned.has(place))
      )
    },
  )
  return kept.map((beat, index) =>
    entry(
      beatIdea(beat, true),
      0.15 + (0.7 * index) / Math.max(1, kept.length),
      rank + index * 0.1,
    ),
  )
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Scene, Script, Shot } from './script.ts'
import { continuityChains, sceneLength, scriptLength, shotsOf } from './script.ts'
import { shotId } from './slate.ts'
import { frames } from './time.ts'

const shot = (scene: number, index: number, length: number): Shot => ({
  ...{ id: shotId(scene, index), length: frames(length), prompt: 'a lake', overlays: [] },
  picture: {
    ...{ place: 'lake', timeOfDay: 'dawn', weather: 'clear', mood: 'calm', style: 'plain' },
    ...{ subjects: [], objects: [], camera: 'static', framing: 'wide', avoid: [] },
  },
})

const scene = (
  number: number,
  continuityGroup: string | null = null,
  continuesFrom: number | null = null,
): Scene => ({
  ...{ number, continuityGroup, continuesFrom, title: '', description: '', covers: [] },
  ...{ narration: [], transition: { kind: 'cut', length: frames(0) } },
  shots: [shot(number, 0, 24)],
})

const script = (...scenes: readonly Scene[]): Script => ({
  ...{ schema: 'script@2', pilot: 'p1', title: '', logline: '', cast: [], look: '' },
  ...{ musicMood: 'calm', fadeOut: frames(0), scenes },
})

test('scenes of a group are one chain in the order of their numbers, others are chains of their own', () => {
  const film = script(scene(11, 'boat'), scene(2, 'boat'), scene(1), scene(3, 'house'))
  expect(continuityChains(film)).toEqual([
    { name: 'scene-1', scenes: [1] },
    { name: 'boat', scenes: [2, 11] },
    { name: 'house', scenes: [3] },
  ])
})

test('a scene is shot after the one it continues from, even when that has a higher number', () => {
  const film = script(scene(1, 'boat', 4), scene(2, 'boat'), scene(4, 'boat'))
  expect(continuityChains(film)).toEqual([{ name: 'boat', scenes: [2, 4, 1] }])
})

test('every scene is in exactly one chain, behind the scene it continues from', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 })
  const groups = fc.array(fc.constantFrom('boat', 'house', 'street', null), {
    ...{ minLength: 20, maxLength: 20 },
  })
  const picks = fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(numbers, groups, picks, (all, groupOf, pickOf) => {
      // A scene may only continue from one listed before it, so there are no cycles whatever the numbers.
      const scenes = all.map((number, index) => {
        const group = groupOf[index] ?? null
        const earlier = all.slice(0, index).filter((_, at) => group && groupOf[at] === group)
        const pick = pickOf[index] ?? null
        return scene(number, group, pick === null ? null : (earlier[pick % earlier.length] ?? null))
      })
      const chains = continuityChains(script(...scenes))
      expect(chains.flatMap((chain) => chain.scenes).toSorted()).toEqual(all.toSorted())
      for (const { number, continuesFrom, continuityGroup } of scenes) {
        const chain = chains.find((each) => each.scenes.includes(number))
        expect(chain?.name).toBe(continuityGroup ?? `scene-${number}`)
        if (continuesFrom === null) continue
        expect(chain?.scenes.indexOf(continuesFrom)).toBeLessThan(
          chain?.scenes.indexOf(number) ?? -1,
        )
      }
    }),
  )
})

test('scenes that wait for each other are an error that names them', () => {
  const film = script(scene(1, 'boat', 2), scene(2, 'boat', 1), scene(3, 'boat'))
  expect(() => continuityChains(film)).toThrow(
    expect.objectContaining({
      ...{ code: 'continuity-cycle', message: expect.stringContaining('Scenes 1, 2') },
    }),
  )
  expect(() => continuityChains(script(scene(1, 'boat', 1)))).toThrow(
    expect.objectContaining({ code: 'continuity-cycle' }),
  )
})

test('a scene cannot continue from a missing one, another group, or outside any group', () => {
  const films = [
    script(scene(1, 'boat', 9)),
    script(scene(1, 'boat'), scene(2, 'house', 1)),
    script(scene(1), scene(2, null, 1)),
  ]
  for (const film of films) {
    expect(() => continuityChains(film)).toThrow(
      expect.objectContaining({ code: 'unknown-reference' }),
    )
  }
})

test('a group cannot swallow a scene that stands alone, whatever it is called', () => {
  const film = script(scene(1), scene(2, 'scene-1'))
  expect(continuityChains(film)).toEqual([
    { name: 'scene-1-alone', scenes: [1] },
    { name: 'scene-1', scenes: [2] },
  ])
})

test('the film is as long as its shots, which come in its order', () => {
  const film = script(
    { ...scene(2), shots: [shot(2, 0, 30)] },
    { ...scene(1), shots: [shot(1, 1, 12), shot(1, 0, 24)] },
  )
  expect(film.scenes.map(sceneLength)).toEqual([30, 36])
  expect(scriptLength(film)).toBe(66)
  expect(shotsOf(film).map(({ id }) => id)).toEqual(['1A', '1B', '2A'])
})

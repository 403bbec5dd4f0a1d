import { expect, test } from 'vitest'
import { withoutShots } from './omit-shots.ts'
import { continuityChains, type Overlay, type Scene, type Script, shotsOf } from './script.ts'
import { shotId } from './slate.ts'
import { frames } from './time.ts'

const overlay = (kind: Overlay['kind'], length = 24): Overlay => ({
  ...{ text: kind, kind, start: frames(12), length: frames(length) },
})

const scene = (number: number, shots: number, fields: Partial<Scene> = {}): Scene => ({
  ...{ number, title: `scene ${number}`, description: '', narration: [], covers: [] },
  shots: Array.from({ length: shots }, (_, index) => ({
    id: shotId(number, index),
    length: frames(48),
    picture: {} as never,
    prompt: `${number}.${index}`,
    overlays: [],
  })),
  ...{ continuityGroup: null, continuesFrom: null },
  transition: { kind: 'dissolve', length: frames(12) },
  ...fields,
})

const script = (...scenes: readonly Scene[]): Script => ({
  ...{ schema: 'script@2', pilot: 'p1', title: '', logline: '', cast: [], look: '' },
  ...{ musicMood: '', fadeOut: frames(0), scenes },
})

const [a1, b1] = [shotId(1, 0), shotId(1, 1)]
const a2 = shotId(2, 0)
const a3 = shotId(3, 0)

test('a shot is left out of its scene, and a scene without shots of the film; numbers stay', () => {
  const film = withoutShots(script(scene(1, 2), scene(2, 1), scene(3, 1)), new Set([b1, a2]))
  expect(film.scenes.map(({ number }) => number)).toEqual([1, 3])
  expect(shotsOf(film).map(({ id }) => id)).toEqual([a1, a3])
})

test('a script that loses nothing is the same script', () => {
  const whole = script(scene(1, 1))
  expect(withoutShots(whole, new Set([a2]))).toBe(whole)
})

test('a scene that follows other footage than was ordered for it is entered by a cut', () => {
  const whole = script(scene(1, 2), scene(2, 1), scene(3, 1))
  const [, second, third] = withoutShots(whole, new Set([b1])).scenes
  expect(second?.transition).toEqual({ kind: 'cut', length: 0 })
  expect(third?.transition).toEqual({ kind: 'dissolve', length: 12 })
})

test('the film begins as it was written to begin', () => {
  const fade = { kind: 'fade', length: frames(6) } as const
  const whole = script(scene(1, 1, { transition: fade }), scene(2, 1))
  expect(withoutShots(whole, new Set([a1])).scenes[0]?.transition).toEqual(fade)
})

test('a scene goes on from the one that its lost scene went on from', () => {
  const chained = { continuityGroup: 'lake' }
  const whole = script(
    scene(1, 1, chained),
    scene(2, 1, { ...chained, continuesFrom: 1 }),
    scene(3, 1, { ...chained, continuesFrom: 2 }),
  )
  const film = withoutShots(whole, new Set([a2]))
  expect(film.scenes.map(({ continuesFrom }) => continuesFrom)).toEqual([null, 1])
  expect(continuityChains(film)).toEqual([{ name: 'lake', scenes: [1, 3] }])
})

test('a title moves to the next shot, an end card to the one before, a lower third goes', () => {
  const withCards = (one: Scene, ...cards: readonly Overlay[]): Scene => ({
    ...one,
    shots: one.shots.map((shot) => ({ ...shot, overlays: cards })),
  })
  const whole = script(
    withCards(scene(1, 1), overlay('title')),
    scene(2, 2),
    withCards(scene(3, 1), overlay('end-card', 96), overlay('lower-third')),
  )
  const film = withoutShots(whole, new Set([a1, a3]))
  expect(shotsOf(film).map(({ overlays }) => overlays)).toEqual([
    [overlay('title')],
    [{ ...overlay('end-card', 48), start: 0 }],
  ])
})

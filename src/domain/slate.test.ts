import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareShots,
  formatSlate,
  parseSlate,
  sceneOfShot,
  shotId,
  shotLetter,
  shotOfSlate,
  slateId,
} from './slate.ts'

const scenes = fc.integer({ min: 1, max: 9999 })
// Up to ZZ: 24 single letters and 24 × 24 pairs.
const shots = fc.integer({ min: 0, max: 24 + 24 * 24 - 1 })
const takes = fc.integer({ min: 1, max: 9999 })

test('a slate is read back as it was written, in either case', () => {
  fc.assert(
    fc.property(scenes, shots, takes, (scene, shot, take) => {
      const slate = slateId(shotId(scene, shot), take)
      const parts = { scene, letter: shotLetter(shot), take }
      expect(parseSlate(slate)).toEqual(parts)
      expect(parseSlate(` ${slate.toLowerCase()} `)).toEqual(parts)
      expect(formatSlate(parts)).toBe(slate)
      expect(shotOfSlate(slate)).toBe(shotId(scene, shot))
      expect(sceneOfShot(shotId(scene, shot))).toBe(scene)
    }),
  )
})

test('shots of a scene have letters of their own, never I or O', () => {
  const letters = Array.from({ length: 600 }, (_, index) => shotLetter(index))
  expect(new Set(letters).size).toBe(600)
  expect(letters.join('')).not.toMatch(/[IO]/)
  expect([letters[0], letters[7], letters[8], letters[23], letters[24], letters[599]]).toEqual([
    ...['A', 'H', 'J', 'Z', 'AA', 'ZZ'],
  ])
})

test('shots sort as they are filmed: scenes as numbers, then A to Z, then AA', () => {
  const pair = fc.tuple(scenes, shots)
  fc.assert(
    fc.property(pair, pair, ([sceneA, shotA], [sceneB, shotB]) => {
      const order = compareShots(shotId(sceneA, shotA), shotId(sceneB, shotB))
      expect(Math.sign(order)).toBe(Math.sign(sceneA - sceneB || shotA - shotB))
    }),
  )
})

test('what is not a slate is bad input', () => {
  const wrong = ['', '12C', '12C-0', '0A-1', '12I-1', '12O-1', '12-1', '-1', '12C-1-1', '12AAA-1']
  for (const text of [...wrong, '../12C-1', '12C-1\n2']) {
    expect(() => parseSlate(text), text).toThrow(expect.objectContaining({ code: 'bad-input' }))
  }
})

test('scenes and takes count from 1, shots from 0, all whole', () => {
  for (const wrong of [-1, 0.5, Number.NaN]) {
    expect(() => shotId(wrong, 0)).toThrow(TypeError)
    expect(() => shotLetter(wrong)).toThrow(TypeError)
    expect(() => slateId(shotId(1, 0), wrong)).toThrow(TypeError)
  }
  expect(() => shotId(0, 0)).toThrow(TypeError)
  expect(() => slateId(shotId(1, 0), 0)).toThrow(TypeError)
})

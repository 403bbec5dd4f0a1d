import { describe, expect, test } from 'vitest'
import { frames, rate24 } from '../../domain/time.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import { billedSeconds, clipFor } from './clip.ts'
import { lumaApiOf, lumaModelOf, lumaModels } from './models.ts'

const ray32 = lumaModelOf('luma/ray-3.2')
const ray2 = lumaModelOf('luma/ray-2')

describe('the table of models', () => {
  test('has every id once, each at Luma, with a length and a dated price', () => {
    expect(new Set(lumaModels.map(({ id }) => id)).size).toBe(lumaModels.length)
    for (const model of lumaModels) {
      expect(model.id).toMatch(/^luma\/ray-/)
      expect(model.lengths.length).toBeGreaterThan(0)
      expect(model.priceSource.length).toBeGreaterThan(10)
      expect(model.priceDate).toMatch(/^20\d\d-\d\d-\d\d$/)
      const seconds = model.lengths.map((length) => length.seconds)
      expect(seconds).toEqual(seconds.toSorted((a, b) => a - b))
      for (const { price } of model.lengths) expect(price).toBeGreaterThan(100_000)
    }
  })

  test('a key tells its API by its beginning', () => {
    expect(lumaApiOf('luma-api-123')).toBe('agents')
    expect(lumaApiOf('luma-123')).toBe('legacy')
  })

  test('a model that is not in it is a mistake of the caller', () => {
    expect(() => lumaModelOf('luma/ray-9')).toThrow(TypeError)
  })
})

describe('the seconds that are billed', () => {
  test('are the seconds of the whole clip', () => {
    const secondsOf = (length: number) =>
      billedSeconds(ray32, sampleShotOrder({ length: frames(length) }))
    expect(secondsOf(24)).toEqual({ unit: 'second', quantity: 5 })
    expect(secondsOf(120).quantity).toBe(5)
    expect(secondsOf(121).quantity).toBe(10)
  })

  test('are those of the longest clip for a shot that no clip holds', () => {
    expect(billedSeconds(ray32, sampleShotOrder({ length: frames(9999) })).quantity).toBe(10)
  })
})

describe('the clip for an order', () => {
  test.each([
    ['luma/ray-3.2', 24, 5],
    ['luma/ray-3.2', 120, 5],
    ['luma/ray-3.2', 121, 10],
    ['luma/ray-3.2', 240, 10],
    ['luma/ray-2', 120, 5],
    ['luma/ray-2', 216, 9],
  ])('of %s for %i frames is the shortest that holds them: %i s', (id, length, seconds) => {
    expect(clipFor(lumaModelOf(id), sampleShotOrder({ length: frames(length) }))).toMatchObject({
      length: { seconds },
    })
  })

  test('holds exactly its seconds at a broken frame rate', () => {
    const rate = { numerator: 30_000, denominator: 1001 }
    expect(clipFor(ray32, sampleShotOrder({ length: frames(149), rate }))).toMatchObject({
      length: { seconds: 5 },
    })
    expect(clipFor(ray32, sampleShotOrder({ length: frames(150), rate }))).toMatchObject({
      length: { seconds: 10 },
    })
  })

  test('is none for a shot that is longer than the longest', () => {
    expect(clipFor(ray2, sampleShotOrder({ length: frames(217) }))).toEqual({
      trouble: 'request-refused',
      reason: expect.stringContaining('9 s at most'),
    })
  })

  test.each([
    [1280, 720, '16:9'],
    [720, 1280, '9:16'],
    [640, 640, '1:1'],
    [854, 480, '16:9'],
    [1998, 1080, '16:9'],
    [2560, 1080, '21:9'],
    [1024, 768, '4:3'],
  ])('of %i by %i pixels has the aspect %s', (width, height, aspect) => {
    expect(clipFor(ray32, sampleShotOrder({ size: { width, height } }))).toMatchObject({ aspect })
  })

  test('is none for a prompt that is too long or too short', () => {
    expect(clipFor(ray32, sampleShotOrder({ prompt: 'x'.repeat(6001) }))).toMatchObject({
      trouble: 'prompt-too-long',
    })
    expect(clipFor(ray2, sampleShotOrder({ prompt: 'x'.repeat(5001) }))).toMatchObject({
      trouble: 'prompt-too-long',
    })
    expect(clipFor(ray2, sampleShotOrder({ prompt: ' a ' }))).toMatchObject({
      trouble: 'request-refused',
    })
    expect(clipFor(ray32, sampleShotOrder({ prompt: '🌅'.repeat(6000) }))).toMatchObject({
      model: ray32,
    })
  })

  test('ends at a picture where the order ends, and not where the clip ends', () => {
    const lastFrame = { path: '/nowhere.png', hash: 'ab' }
    const order = { ...sampleShotOrder({ length: frames(49), rate: rate24 }), lastFrame }
    expect(clipFor(ray32, order)).toMatchObject({ endFrame: lastFrame, endsAtSeconds: 2 })
    expect(clipFor(ray2, order)).toMatchObject({ trouble: 'request-refused' })
  })
})

import { describe, expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { paperFilm } from './film.ts'

describe('a film of twelve seconds or less', () => {
  const concepts = [
    ['A fox runs through the forest at dawn', 'fox'],
    ['A girl reads a book in the library and then waves', 'girl'],
    ['An old boat on a mountain lake', 'boat'],
  ] as const

  for (const seconds of [5, 8, 12]) {
    for (const [concept, subject] of concepts) {
      test(`shows the ${subject} in its first picture of ${seconds} seconds`, async () => {
        const { scripts } = await paperFilm(concept, { seconds })
        for (const script of scripts) {
          const first = shotsOf(script)[0]?.picture
          const seen = [
            ...(first?.subjects ?? []).map(({ what }) => what),
            ...(first?.objects ?? []),
          ]
          expect(seen).toContain(subject)
        }
      })
    }
  }

  test('spends no second on an end card and at most half a second on fading out', async () => {
    const { scripts } = await paperFilm('A fox runs through the forest at dawn', { seconds: 10 })
    for (const script of scripts) {
      const overlays = shotsOf(script).flatMap((shot) => shot.overlays)
      expect(overlays.map(({ kind }) => kind)).toEqual(['title'])
      expect(overlays[0]?.length).toBeLessThanOrEqual(36)
      expect(script.fadeOut).toBeLessThanOrEqual(12)
    }
  })
})

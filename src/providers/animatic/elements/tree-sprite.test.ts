import { expect, test } from 'vitest'
import { randomFrom } from '../drawing/random.ts'
import { type TreeKind, type TreeTone, treeSprite } from './tree-sprite.ts'

const kinds: readonly TreeKind[] = [
  'conifer',
  'broadleaf',
  'poplar',
  'palm',
  'bare',
  'bush',
  'blossom',
]

const tone: TreeTone = {
  dark: [20, 40, 20],
  lit: [90, 130, 60],
  trunk: [80, 60, 40],
  side: 1,
  snow: false,
}

test.each(kinds)('no %s is cut off by the edge of its canvas', (kind) => {
  for (const tall of [24, 110]) {
    for (let seed = 0; seed < 12; seed += 1) {
      const canvas = treeSprite(kind, tall, tone, randomFrom(seed))
      const { width, height } = canvas
      const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
      const opacity = (x: number, y: number): number => data[(y * width + x) * 4 + 3] ?? 0
      const edges = [
        ...Array.from({ length: height }, (_, y) => [opacity(0, y), opacity(width - 1, y)]).flat(),
        // A tip may end between two rows of a canvas of a few rows.
        ...(tall < 60 ? [] : Array.from({ length: width }, (_, x) => opacity(x, 0))),
      ]
      expect(Math.max(...edges), `${kind} ${seed}`).toBe(0)
    }
  }
})

import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { PictureSize } from '../domain/brief.ts'
import { fontFamilies, textDirection } from './fonts.ts'
import { type DrawnOverlay, drawCaption, drawOverlay } from './titles.ts'

const wide = { width: 640, height: 360 }
const tall = { width: 360, height: 640 }

/** Where letters are, in the whole frame: the pixels that are nearly white and hardly clear, or dark ones on paper. */
const letters = ({ canvas, x, y }: DrawnOverlay, size: PictureSize, isPaper = false) => {
  const frame = createCanvas(size.width, size.height)
  const context = frame.getContext('2d')
  context.fillStyle = '#000'
  context.fillRect(0, 0, size.width, size.height)
  context.drawImage(canvas, x, y)
  const { data } = context.getImageData(0, 0, size.width, size.height)
  const box = { left: size.width, right: 0, top: size.height, bottom: 0, count: 0, coloured: 0 }
  for (let index = 0; index < data.length; index += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(index, index + 3)
    if (isPaper ? Math.max(r, g, b) > 110 : Math.max(r, g, b) < 150) continue
    const column = (index / 4) % size.width
    const row = Math.floor(index / 4 / size.width)
    box.left = Math.min(box.left, column)
    box.right = Math.max(box.right, column)
    box.top = Math.min(box.top, row)
    box.bottom = Math.max(box.bottom, row)
    box.count += 1
    if (Math.max(r, g, b) - Math.min(r, g, b) > 90) box.coloured += 1
  }
  return box
}

const long =
  'A title that goes on for much longer than anybody would ever want to read on the screen, and https://example.org/with/an/address'

test.for(['title', 'lower-third', 'end-card'] as const)(
  'a %s stays in the safe area, however long it is',
  (kind) => {
    for (const size of [wide, tall]) {
      for (const text of [
        'Still',
        long,
        `${long}\n${long}`,
        '静かな湖の夕暮れに鳥たちが帰っていく山の影が水面に落ちる',
      ]) {
        const box = letters(drawOverlay({ kind, text }, size), size, kind === 'end-card')
        expect(box.count).toBeGreaterThan(10)
        expect(box.left).toBeGreaterThanOrEqual(size.width * 0.05)
        expect(box.right).toBeLessThanOrEqual(size.width * 0.95)
        expect(box.top).toBeGreaterThanOrEqual(size.height * 0.05)
        expect(box.bottom).toBeLessThanOrEqual(size.height * 0.95)
      }
    }
  },
)

test('an end card is bright, its type is dark, and captions have room below', () => {
  const card = drawOverlay({ kind: 'end-card', text: 'Wake up gently\nAurora' }, wide)
  const { data } = card.canvas.getContext('2d').getImageData(0, 0, wide.width, wide.height)
  const mean =
    data.reduce((sum, value, at) => sum + (at % 4 === 3 ? 0 : value), 0) / (data.length * 0.75)
  expect(mean).toBeGreaterThan(190)
  const type = letters(card, wide, true)
  const caption = letters(drawCaption('one line\nand another', wide, null), wide)
  expect(type.count).toBeGreaterThan(200)
  expect(type.bottom).toBeLessThan(caption.top)
})

test('a title leaves the caption band free', () => {
  const title = letters(drawOverlay({ kind: 'title', text: long }, wide), wide)
  const caption = letters(drawCaption('one line\nand another', wide, null), wide)
  expect(title.bottom).toBeLessThan(caption.top)
})

test.for([
  ['wide', wide, 0.72],
  ['upright', tall, 0.72],
  ['square', { width: 480, height: 480 }, 0.62],
] as const)(
  'in a %s picture a caption and a lower third share the band under the faces',
  ([, size, from]) => {
    for (const text of ['Ada Vale\nLight keeper', 'ليلى الحداد']) {
      const third = drawOverlay({ kind: 'lower-third', text }, size, true)
      const caption = drawCaption(
        'Today we sell our first loaf, and nobody in the town may know it.',
        size,
        third.leaves,
      )
      const [name, said] = [letters(third, size), letters(caption, size)]
      const beside = said.left > name.right || said.right < name.left
      expect(beside || said.bottom < name.top).toBe(true)
      expect(Math.min(third.y, caption.y)).toBeGreaterThanOrEqual(size.height * from)
      expect(said.right).toBeLessThanOrEqual(size.width * 0.95)
    }
  },
)

test('Arabic begins at the right: its lower third sits on that side', () => {
  const third = letters(drawOverlay({ kind: 'lower-third', text: 'ليلى الحداد' }, wide), wide)
  expect(third.left).toBeGreaterThan(wide.width / 2)
})

test('every script has its own glyphs, not one box for all', () => {
  const pairs = [
    ['静', '湖'],
    ['ليل', 'قمر'],
    ['고', '요'],
    ['न', 'म'],
    ['🌅', '🍜'],
    ['ท', 'ล'],
  ] as const
  for (const [a, b] of pairs) {
    const [first, second] = [a, b].map((text) =>
      drawCaption(text, wide, null).canvas.toBuffer('image/png'),
    )
    expect(first?.equals(second ?? Buffer.alloc(0)), `${a} ${b}`).toBe(false)
  }
})

test('emoji are in colour', () => {
  expect(letters(drawCaption('plain', wide, null), wide).coloured).toBe(0)
  expect(letters(drawCaption('🌅', wide, null), wide).coloured).toBeGreaterThan(20)
})

test('Han signs are drawn in the manner of the text’s own language', () => {
  expect(fontFamilies('静かな湖', 'text')).toContain('CJK JP')
  expect(fontFamilies('安静的湖', 'text')).toContain('CJK SC')
  expect(fontFamilies('고요한 호수', 'text')).toContain('CJK KR')
})

test('direction is that of the first letter', () => {
  expect(textDirection('«ليلى» and Ada')).toBe('rtl')
  expect(textDirection('12: Ada and ليلى')).toBe('ltr')
  expect(textDirection('123')).toBe('ltr')
})

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frames, rate24 } from '../../src/domain/time.ts'
import { contactSheet, poster, sheetLayout } from '../../src/media/stills-sheets.ts'
import { countingFrames, footage, temporaryFolder, tools } from './render-footage.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let film: string

beforeAll(async () => {
  folder = await temporaryFolder()
  film = await footage(join(folder.path, 'film.mp4'), countingFrames, 100)
})

afterAll(async () => {
  await folder[Symbol.asyncDispose]()
})

const greyAt = async (path: string, x: number, y: number): Promise<number> => {
  const image = await loadImage(path)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(x, y, 1, 1).data[0] ?? 0
}

test('a poster is exactly the frame asked for', async () => {
  const output = join(folder.path, 'poster.jpg')
  await poster(tools, { film, frame: frames(60), width: 1920, output })
  expect(Math.abs((await greyAt(output, 160, 90)) - 140)).toBeLessThan(4)
})

test('a contact sheet shows each frame in its cell, over more cells than one run takes', async () => {
  const output = join(folder.path, 'sheet.jpg')
  const cells = Array.from({ length: 11 }, (_, index) => ({
    frame: frames(index * 9),
    label: `${index + 1}A-1`,
  }))
  await contactSheet(tools, film, cells, rate24, output)
  const layout = sheetLayout(cells.length, 16 / 9)
  const image = await loadImage(output)
  expect([image.width, image.height]).toEqual([layout.width, layout.height])
  for (const [index, { frame }] of cells.entries()) {
    const x = 48 + (index % layout.columns) * (layout.cellWidth + 24) + layout.cellWidth / 2
    const y =
      96 + Math.floor(index / layout.columns) * (layout.cellHeight + 50) + layout.cellHeight / 2
    const wanted = 20 + 2 * frame
    expect(
      Math.abs((await greyAt(output, Math.round(x), Math.round(y))) - wanted),
      `cell ${index}`,
    ).toBeLessThan(5)
  }
})

test('a frame the film does not have is an error, and no file is left', async () => {
  await using place = await temporaryFolder()
  const output = join(place.path, 'none.jpg')
  const cells = [{ frame: frames(100), label: '1A-1' }]
  await expect(contactSheet(tools, film, cells, rate24, output)).rejects.toMatchObject({
    code: 'footage-missing',
  })
  await expect(
    poster(tools, { film, frame: frames(100), width: 1920, output }),
  ).rejects.toMatchObject({
    code: 'footage-missing',
  })
  expect(await readdir(place.path)).toEqual([])
})

test('sheets keep to their width for few and many cells, wide and tall', () => {
  for (const aspect of [16 / 9, 1, 9 / 16]) {
    for (const count of [1, 2, 6, 17, 150]) {
      const { columns, cellWidth, cellHeight, width } = sheetLayout(count, aspect)
      expect(48 * 2 + columns * cellWidth + (columns - 1) * 24).toBeLessThanOrEqual(width)
      expect(cellWidth / cellHeight).toBeCloseTo(aspect, 1)
    }
  }
})

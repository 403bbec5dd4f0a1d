import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frames } from '../../src/domain/time.ts'
import { probe } from '../../src/media/probe.ts'
import { renderFilm } from '../../src/media/render-film.ts'
import type { FilmOrder } from '../../src/ports/media-tool.ts'
import {
  countingFrames,
  decodeGrey,
  footage,
  halves,
  makeCut,
  makeOrder,
  meanGrey,
  size,
  temporaryFolder,
  tools,
} from './render-footage.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
/** Left 40, right 100. */
let dark: string
/** Left 160, right 220. */
let light: string

beforeAll(async () => {
  folder = await temporaryFolder()
  dark = await footage(join(folder.path, 'dark.mp4'), halves(40, 100), 60)
  light = await footage(join(folder.path, 'light.mp4'), halves(160, 220), 60)
})

afterAll(async () => {
  await folder[Symbol.asyncDispose]()
})

const render = async (order: FilmOrder, name: string): Promise<readonly Uint8Array[]> => {
  const output = join(folder.path, `${name}.mp4`)
  const film = await renderFilm(tools, order, output, () => undefined)
  const decoded = await decodeGrey(output)
  expect(film.frames).toBe(decoded.length)
  return decoded
}

describe('transitions', () => {
  let film: readonly Uint8Array[]
  const at = {
    dissolve: 24,
    fade: 48,
    wipeLeft: 72,
    wipeRight: 96,
    slideLeft: 120,
    slideRight: 144,
  }

  beforeAll(async () => {
    const cut = makeCut(
      [
        { length: 24, from: 3, transition: ['fade', 8] },
        { length: 24, transition: ['dissolve', 12] },
        { length: 24, from: 5, transition: ['fade', 12] },
        { length: 24, transition: ['wipe-left', 12] },
        { length: 24, transition: ['wipe-right', 12] },
        { length: 24, transition: ['slide-left', 12] },
        { length: 24, transition: ['slide-right', 24] },
        { length: 24, transition: ['dissolve', 1] },
        { length: 1 },
        { length: 24, transition: ['dissolve', 7] },
      ],
      10,
    )
    const files = cut.events.map((_, index) => (index % 2 === 0 ? dark : light))
    film = await render(makeOrder(cut, files), 'transitions')
  })

  test('the film has exactly the frames of the cut, whatever lies between the events', () => {
    expect(film).toHaveLength(9 * 24 + 1)
  })

  test('the middle of a dissolve is the mean of both pictures', () => {
    const middle = film[at.dissolve + 6]
    expect(meanGrey(middle, 0, 0.45)).toBeCloseTo((40 + 160) / 2, -0.5)
    expect(meanGrey(middle, 0.55, 1)).toBeCloseTo((100 + 220) / 2, -0.5)
  })

  test('a dissolve begins at the outgoing picture and has left it at its end', () => {
    expect(Math.abs(meanGrey(film[at.dissolve], 0, 0.45) - 40)).toBeLessThan(4)
    expect(Math.abs(meanGrey(film[at.dissolve + 12], 0, 0.45) - 160)).toBeLessThan(4)
  })

  test('a fade passes through black', () => {
    const means = film.slice(at.fade, at.fade + 12).map((frame) => meanGrey(frame))
    expect(Math.min(...means)).toBeLessThan(20)
    expect(meanGrey(film[at.fade + 13])).toBeGreaterThan(60)
    expect(meanGrey(film[at.fade - 1])).toBeGreaterThan(150)
  })

  test('a fade at the head comes up from black', () => {
    expect(meanGrey(film[0])).toBeLessThan(12)
    expect(meanGrey(film[9])).toBeGreaterThan(60)
  })

  test('a wipe to the left uncovers the new picture from the right', () => {
    const middle = film[at.wipeLeft + 6]
    expect(Math.abs(meanGrey(middle, 0, 0.4) - 40)).toBeLessThan(4)
    expect(Math.abs(meanGrey(middle, 0.6, 1) - 220)).toBeLessThan(4)
  })

  test('a wipe to the right uncovers the new picture from the left', () => {
    const middle = film[at.wipeRight + 6]
    expect(Math.abs(meanGrey(middle, 0, 0.4) - 40)).toBeLessThan(4)
    expect(Math.abs(meanGrey(middle, 0.6, 1) - 220)).toBeLessThan(4)
    const early = film[at.wipeRight + 2]
    expect(Math.abs(meanGrey(early, 0.3, 0.45) - 160)).toBeLessThan(4)
  })

  test('a slide to the left pushes the old picture out on the left', () => {
    const middle = film[at.slideLeft + 6]
    expect(Math.abs(meanGrey(middle, 0.05, 0.45) - 100)).toBeLessThan(4)
    expect(Math.abs(meanGrey(middle, 0.55, 0.95) - 160)).toBeLessThan(4)
  })

  test('a slide as long as its event pushes the old picture out on the right', () => {
    const middle = film[at.slideRight + 12]
    expect(Math.abs(meanGrey(middle, 0.05, 0.45) - 100)).toBeLessThan(4)
    expect(Math.abs(meanGrey(middle, 0.55, 0.95) - 160)).toBeLessThan(4)
  })

  test('the fade-out ends the film in black', () => {
    expect(meanGrey(film.at(-1))).toBeLessThan(12)
    expect(meanGrey(film.at(-11))).toBeGreaterThan(150)
  })
})

test('every frame of the film is the frame of footage the cut names', async () => {
  const counting = await footage(join(folder.path, 'numbered.mp4'), countingFrames, 100)
  const cut = makeCut([
    { from: 7, length: 30 },
    { from: 50, length: 1 },
    { from: 31, length: 49 },
  ])
  const film = await render(makeOrder(cut, [counting, counting, counting]), 'counting')
  const source = await decodeGrey(counting)
  const named = [...source.slice(7, 37), ...source.slice(50, 51), ...source.slice(31, 80)]
  expect(film).toHaveLength(named.length)
  film.forEach((frame, index) => {
    expect(Math.abs(meanGrey(frame) - meanGrey(named[index])), `frame ${index}`).toBeLessThan(0.9)
  })
})

test('progress rises to one, and tags are in the file', async () => {
  const seen: number[] = []
  const output = join(folder.path, 'tagged.mp4')
  const order = makeOrder(makeCut([{ length: 24 }]), [dark], { tags: { title: 'It’s = “here”' } })
  await renderFilm(tools, order, output, (fraction) => seen.push(fraction))
  const { stdout } = await tools.runFfprobe([
    '-show_entries',
    'format_tags=title',
    '-of',
    'json',
    output,
  ])
  expect(stdout.toString('utf8')).toContain('It’s = “here”')
  expect(seen.at(-1)).toBe(1)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
})

test('a film at 23.976 frames a second has every frame at its time', async () => {
  const cut = {
    ...makeCut([{ length: 37 }, { length: 50, transition: ['dissolve', 9] }]),
    rate: { numerator: 24000, denominator: 1001 },
  }
  const output = join(folder.path, 'ntsc.mp4')
  await renderFilm(tools, makeOrder(cut, [dark, light]), output, () => undefined)
  const facts = await probe(tools, output)
  expect(facts.video?.frames).toBe(87)
  expect(facts.video?.rate).toEqual({ numerator: 24000, denominator: 1001 })
  expect(facts.seconds).toBeCloseTo((87 * 1001) / 24000, 2)
})

describe('text in the picture', () => {
  const caption = {
    text: 'The lake lies still, and nothing moves but the light.',
    speaker: null,
    start: frames(6),
    length: frames(12),
  }
  const third = {
    kind: 'lower-third',
    text: 'Ada Vale\nLight keeper',
    start: frames(0),
    length: frames(24),
  } as const

  const brightBox = (frame: Uint8Array | undefined, level = 170) => {
    const found: { x: number; y: number }[] = []
    frame?.forEach((value, index) => {
      if (value > level) found.push({ x: index % size.width, y: Math.floor(index / size.width) })
    })
    const xs = found.map(({ x }) => x)
    const ys = found.map(({ y }) => y)
    return {
      count: found.length,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    }
  }

  const captioned = async (name: string, parts: Partial<FilmOrder>, lowerThird: boolean) => {
    const black = await footage(
      join(folder.path, `${name}-black.mp4`),
      'color=c=black:s=SIZE,format=yuv420p',
      30,
    )
    const cut = makeCut([{ length: 24, overlays: lowerThird ? [third] : [] }])
    return await render(
      makeOrder(cut, [black], { captions: [caption], captionChoice: 'burn', ...parts }),
      name,
    )
  }

  test('a burned caption is shown in its frames only, inside the safe area at the bottom', async () => {
    const film = await captioned('burn', {}, false)
    const shown = film.map((frame) => brightBox(frame, 50).count > 0)
    expect(shown.indexOf(true)).toBe(6)
    expect(shown.lastIndexOf(true)).toBe(17)
    const box = brightBox(film[11])
    expect(box.left).toBeGreaterThan(size.width * 0.05)
    expect(box.right).toBeLessThan(size.width * 0.95)
    expect(box.top).toBeGreaterThan(size.height * 0.7)
    expect(box.bottom).toBeLessThan(size.height * 0.95)
  })

  test('captions kept beside the film leave the picture alone', async () => {
    const film = await captioned('sidecar', { captionChoice: 'sidecar' }, false)
    expect(film.every((frame) => brightBox(frame).count === 0)).toBe(true)
  })

  test('a caption beside a lower third is in the band under the faces with it', async () => {
    const both = await captioned('third-and-caption', {}, true)
    const alone = brightBox(both[5], 90)
    const all = brightBox(both[11])
    expect(alone.count).toBeGreaterThan(20)
    expect(all.right).toBeGreaterThan(alone.right + size.width * 0.2)
    expect(all.top).toBeGreaterThan(size.height * 0.7)
  })

  test('a title that goes on over a cut is there in both events', async () => {
    const black = await footage(
      join(folder.path, 'over-black.mp4'),
      'color=c=black:s=SIZE,format=yuv420p',
      30,
    )
    const title = { kind: 'title', text: 'Still', start: frames(4), length: frames(36) } as const
    const cut = makeCut([{ length: 24, overlays: [title] }, { length: 24 }])
    const film = await render(makeOrder(cut, [black, black]), 'over')
    const count = (index: number): number => brightBox(film[index]).count
    expect(count(3)).toBe(0)
    expect(count(23)).toBeGreaterThan(20)
    expect(Math.abs(count(24) - count(23))).toBeLessThan(count(23) * 0.1)
    expect(count(41)).toBe(0)
  })
})

describe('failures', () => {
  test('broken footage fails with ffmpeg’s own words and leaves no file', async () => {
    await using place = await temporaryFolder()
    const broken = join(place.path, 'broken.mp4')
    await writeFile(broken, 'not a film at all')
    const order = makeOrder(makeCut([{ length: 24 }, { length: 24 }]), [dark, broken])
    const work = renderFilm(tools, order, join(place.path, 'film.mp4'), () => undefined)
    await expect(work).rejects.toMatchObject({
      code: 'media-failed',
      message: expect.stringMatching(/rendering 2A-1[\s\S]*Invalid data found/),
    })
    expect(await readdir(place.path)).toEqual(['broken.mp4'])
  })

  test('footage shorter than the cut says is an error that names the take', async () => {
    await using place = await temporaryFolder()
    const order = makeOrder(makeCut([{ from: 50, length: 24 }]), [dark])
    const work = renderFilm(tools, order, join(place.path, 'film.mp4'), () => undefined)
    await expect(work).rejects.toMatchObject({
      code: 'media-failed',
      message: expect.stringContaining('1A-1 made 10 frames where the cut has 24'),
    })
    expect(await readdir(place.path)).toEqual([])
  })

  test('a cancelled render ends with the signal’s reason and leaves no file', async () => {
    await using place = await temporaryFolder()
    const stop = new AbortController()
    const order = makeOrder(makeCut([{ length: 24 }, { length: 24 }]), [dark, light])
    const work = renderFilm(
      tools,
      order,
      join(place.path, 'film.mp4'),
      () => undefined,
      stop.signal,
    )
    const reason = new Error('the client changed her mind')
    stop.abort(reason)
    await expect(work).rejects.toBe(reason)
    expect(await readdir(place.path)).toEqual([])
  })
})

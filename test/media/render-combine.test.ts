import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frames } from '../../src/domain/time.ts'
import { combineScenes } from '../../src/media/combine.ts'
import { probe } from '../../src/media/probe.ts'
import { renderFilm } from '../../src/media/render-film.ts'
import {
  decodeGrey,
  decodeSound,
  footage,
  halves,
  makeCut,
  makeOrder,
  meanGrey,
  rms,
  sound,
  temporaryFolder,
  toneLevel,
  tools,
} from './render-footage.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const scenes: string[] = []
const pitches = [300, 700, 1_300]
const lengths = [31, 48, 25]

beforeAll(async () => {
  folder = await temporaryFolder()
  for (const [index, length] of lengths.entries()) {
    const grey = 50 + index * 70
    const clip = await footage(join(folder.path, `clip${index}.mp4`), halves(grey, grey), 60)
    const tone = await sound(
      join(folder.path, `tone${index}.wav`),
      `0.4*cos(2*PI*${pitches[index]}*t)`,
      2,
    )
    const output = join(folder.path, `scene '${index}'.mp4`)
    const order = makeOrder(makeCut([{ length }]), [clip], {
      voices: [{ path: tone, start: frames(0) }],
    })
    await renderFilm(tools, order, output, () => undefined)
    scenes.push(output)
  }
})

afterAll(async () => {
  await folder[Symbol.asyncDispose]()
})

const scene = (index: number): string => scenes[index] ?? ''

const packetHashes = async (path: string): Promise<readonly string[]> => {
  const { stdout } = await tools.runFfprobe([
    ...['-select_streams', 'v:0', '-show_data_hash', 'md5'],
    ...['-show_entries', 'packet=data_hash', '-of', 'csv=p=0', path],
  ])
  return stdout.toString('utf8').trim().split('\n')
}

test('scenes are joined in the order given, every packet of picture as it was', async () => {
  const output = join(folder.path, 'combined.mp4')
  const facts = await combineScenes(tools, [scene(2), scene(0), scene(1)], output, null)
  expect(facts.video?.frames).toBe(25 + 31 + 48)
  const hashes = await Promise.all([scene(2), scene(0), scene(1), output].map(packetHashes))
  expect(hashes[3]).toEqual(hashes.slice(0, 3).flat())
  const picture = await decodeGrey(output)
  const means = [0, 24, 25, 55, 56, 103].map((index) => Math.round(meanGrey(picture[index])))
  expect(means).toEqual([190, 190, 50, 50, 120, 120])
})

test('each scene keeps its own sound, and the joins do not click', async () => {
  const output = join(folder.path, 'heard.mp4')
  await combineScenes(tools, [scene(2), scene(0), scene(1)], output, null)
  const heard = await decodeSound(output)
  const starts = [0, 25, 56, 104].map((frame) => frame * 2_000)
  ;[1_300, 300, 700].forEach((pitch, index) => {
    const from = (starts[index] ?? 0) + 6_000
    const to = (starts[index + 1] ?? 0) - 6_000
    expect(toneLevel(heard, pitch, from, to)).toBeGreaterThan(rms(heard, from, to) * 1.2)
  })
  const peak = heard.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const step = heard.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (heard[index - 1] ?? value))),
    0,
  )
  expect(step).toBeLessThan(peak * ((2 * Math.PI * 1_300) / 48_000) * 1.4)
})

test('a bed of music lies under the whole, and the picture is still copied', async () => {
  const music = await sound(join(folder.path, 'bed.wav'), '0.3*sin(2*PI*3000*t)', 9, 2)
  const output = join(folder.path, 'with-music.mp4')
  const facts = await combineScenes(tools, [scene(0), scene(1)], output, music)
  const hashes = await Promise.all([scene(0), scene(1), output].map(packetHashes))
  expect(hashes[2]).toEqual(hashes.slice(0, 2).flat())
  expect(Math.abs((facts.audio?.seconds ?? 0) - 79 / 24)).toBeLessThan(1 / 24)
  const heard = await decodeSound(output)
  expect(toneLevel(heard, 3_000, 30_000, 60_000)).toBeGreaterThan(0.002)
  expect(toneLevel(heard, 3_000, 80_000, 110_000)).toBeGreaterThan(0.002)
})

test('a scene without sound is silent among others that have it', async () => {
  const clip = await footage(join(folder.path, 'mute.mp4'), halves(90, 90), 30)
  const mute = join(folder.path, 'mute scene.mp4')
  await renderFilm(tools, makeOrder(makeCut([{ length: 24 }]), [clip]), mute, () => undefined)
  const output = join(folder.path, 'partly.mp4')
  await combineScenes(tools, [scene(0), mute, scene(1)], output, null)
  const heard = await decodeSound(output)
  expect(rms(heard, 33 * 2_000, 53 * 2_000)).toBeLessThan(0.001)
  expect(rms(heard, 57 * 2_000, 90 * 2_000)).toBeGreaterThan(0.05)
})

test('scenes that are not alike are refused with what differs, and nothing is left', async () => {
  await using place = await temporaryFolder()
  const large = { width: 640, height: 360 }
  const clip = await footage(join(folder.path, 'large.mp4'), halves(90, 90), 30, large)
  const other = join(folder.path, 'large scene.mp4')
  const order = makeOrder(makeCut([{ length: 24 }]), [clip], { size: large })
  await renderFilm(tools, order, other, () => undefined)
  const work = combineScenes(tools, [scene(0), other], join(place.path, 'out.mp4'), null)
  await expect(work).rejects.toMatchObject({
    code: 'media-failed',
    message: expect.stringMatching(/320×180.*640×360/s),
  })
  expect(await readdir(place.path)).toEqual([])
})

test('one scene alone, and none at all', async () => {
  const output = join(folder.path, 'one.mp4')
  await combineScenes(tools, [scene(1)], output, null)
  expect((await probe(tools, output)).video?.frames).toBe(48)
  await expect(combineScenes(tools, [], output, null)).rejects.toMatchObject({ code: 'bad-input' })
})

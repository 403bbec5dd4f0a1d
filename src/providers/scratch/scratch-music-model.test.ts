import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MusicOrder } from '../../ports/music-model.ts'
import { judgeMedia } from '../../testing/judge-media.ts'
import { paidModelContract } from '../../testing/paid-model-contract.ts'
import { compose } from './compose.ts'
import { moodNames, moodOf } from './moods.ts'
import { scratchMusicModel } from './scratch-music-model.ts'
import { playScore } from './synth.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scratch-music-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

paidModelContract<MusicOrder>('the scratch music', async () => {
  const place = await mkdtemp(join(tmpdir(), 'scratch-music-'))
  return {
    model: () => scratchMusicModel({ folder: place }),
    request: { mood: 'calm', seconds: 2.5, seed: 5 },
    impossible: { mood: 'calm', seconds: 100_000, seed: 5 },
    long: { mood: 'epic', seconds: 600, seed: 5 },
    references: 'joins',
    judge: async (output, { seconds }) => {
      const piece = await judgeMedia(output, process.env['FFPROBE_PATH'] ?? 'ffprobe')
      expect(piece.kind).toBe('audio')
      expect(piece.seconds).toBeCloseTo(seconds, 3)
    },
    dispose: () => rm(place, { recursive: true, force: true }),
  }
})

const signal = new AbortController().signal

const play = async (order: MusicOrder, reference: string): Promise<Buffer> => {
  const started = await scratchMusicModel({ folder }).start(order, reference, signal)
  if (started.kind !== 'delivered' || started.output.kind !== 'file') throw new Error(started.kind)
  return await readFile(started.output.path)
}

/** Every sample of a piece, left and right in turn. */
const samplesOf = (mood: string, seconds: number, seed: number): Float32Array => {
  const played = moodOf(mood)
  const blocks = [...playScore(compose(played, seconds, seed), played)]
  const all = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0))
  let at = 0
  for (const block of blocks) {
    all.set(block, at)
    at += block.length
  }
  return all
}

test('a piece is delivered as 48 kHz stereo of exactly the seconds asked for', async () => {
  const bytes = await play({ mood: 'calm', seconds: 3.5, seed: 1 }, 'r1')
  expect(bytes.toString('ascii', 0, 4)).toBe('RIFF')
  expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([
    2, 48_000, 16,
  ])
  expect(bytes.readUInt32LE(40)).toBe(3.5 * 48_000 * 4)
  expect(bytes.length).toBe(44 + 3.5 * 48_000 * 4)
})

test('a folder that cannot be written to is an answer in words: the same order may succeed later', async () => {
  const file = join(folder, 'no-folder')
  await writeFile(file, '')
  const order = { mood: 'calm', seconds: 1, seed: 1 }
  expect(await scratchMusicModel({ folder: file }).start(order, 'r', signal)).toMatchObject({
    ...{ kind: 'not-accepted', retry: 'later', reason: expect.stringContaining(file) },
  })
})

test('the same order gives the same bytes, another seed another piece', async () => {
  const order = { mood: 'playful', seconds: 3, seed: 7 }
  const [first, again, other] = [
    await play(order, 'r2'),
    await play(order, 'r3'),
    await play({ ...order, seed: 8 }, 'r4'),
  ]
  expect(first.equals(again)).toBe(true)
  expect(first.equals(other)).toBe(false)
})

describe('what is heard', () => {
  test.for(moodNames)(
    '%s is loud enough, never clipped, in stereo, and ends in silence',
    (mood) => {
      const samples = samplesOf(mood, 8, 3)
      const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
      const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length
      expect(peak).toBeLessThan(0.95)
      expect(10 * Math.log10(power)).toBeGreaterThan(-32)
      let side = 0
      for (let index = 0; index < samples.length; index += 2) {
        side += ((samples[index] ?? 0) - (samples[index + 1] ?? 0)) ** 2
      }
      expect(side / samples.length / power).toBeGreaterThan(0.01)
      expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001)
      expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001)
    },
  )

  test('moods are different music: tempo, density and brightness go with the word', () => {
    const onsets = (mood: string): number => compose(moodOf(mood), 60, 3).notes.length
    expect(onsets('joyful')).toBeGreaterThan(onsets('calm') * 2)
    expect(onsets('tense')).toBeGreaterThan(onsets('melancholy') * 2)
    const beat = (mood: string): number => compose(moodOf(mood), 60, 3).beatSeconds
    expect(beat('playful')).toBeLessThan(beat('calm') * 0.7)
    const brightness = (mood: string): number => {
      const samples = samplesOf(mood, 8, 3)
      let steps = 0
      let power = 0
      for (let index = 2; index < samples.length; index += 2) {
        steps += ((samples[index] ?? 0) - (samples[index - 2] ?? 0)) ** 2
        power += (samples[index] ?? 0) ** 2
      }
      return steps / power
    }
    expect(brightness('playful')).toBeGreaterThan(brightness('calm') * 1.5)
  })
})

test('words like a mood find it, unknown words are neutral', () => {
  expect(moodOf('serene and peaceful').name).toBe('calm')
  expect(moodOf('a dark, suspenseful chase').name).toBe('tense')
  expect(moodOf('Epic').name).toBe('epic')
  expect(moodOf('wistful').name).toBe('melancholy')
  expect(moodOf('blorple').name).toBe('neutral')
})

test('every note of a piece begins inside it, from half a second to ten minutes', () => {
  for (const seconds of [0.5, 5, 61.3, 600]) {
    for (const mood of moodNames) {
      const { notes } = compose(moodOf(mood), seconds, 11)
      expect(notes.length).toBeGreaterThan(0)
      expect(notes.every(({ start }) => start >= 0 && start < seconds)).toBe(true)
    }
  }
})

test('a cancelled piece ends with the signal’s reason and leaves no file', async () => {
  const place = await mkdtemp(join(tmpdir(), 'scratch-music-'))
  const stop = new AbortController()
  const work = scratchMusicModel({ folder: place }).start(
    { mood: 'epic', seconds: 600, seed: 1 },
    'r',
    stop.signal,
  )
  const reason = new Error('not wanted any more')
  setTimeout(() => stop.abort(reason), 50)
  await expect(work).rejects.toBe(reason)
  expect(await readdir(place)).toEqual([])
  await rm(place, { recursive: true })
})

test('units are whole seconds, and lengths that make no sense are not accepted', async () => {
  const model = scratchMusicModel({ folder })
  expect(model.units({ mood: 'calm', seconds: 12.2, seed: 1 })).toEqual({
    unit: 'second',
    quantity: 13,
  })
  for (const seconds of [0, -1, Number.NaN, 100_000]) {
    const started = await model.start({ mood: 'calm', seconds, seed: 1 }, 'r', signal)
    expect(started).toMatchObject({ kind: 'not-accepted', retry: 'never' })
  }
})

import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StudioError } from '../domain/errors.ts'
import { readLoudness } from './loudness.ts'
import { loopMusic, masterArguments, mixArguments } from './mix.ts'
import { addClips, emptyTrack, readSamples, type SoundTrack, speechLevel } from './mix-tracks.ts'

const second = 48_000
const stereo = { path: 'mix.f32', channels: 2, samples: 480_000 } as const
const mono = { path: 'voices.f32', channels: 1, samples: 480_000 } as const

const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'mix-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const trackOf = async (path: string, samples: Float32Array): Promise<SoundTrack> => {
  await writeFile(path, new Uint8Array(samples.buffer))
  return { path, channels: 1, samples: samples.length }
}

const readAll = async (track: SoundTrack): Promise<Float32Array> => {
  const file = await open(track.path, 'r')
  try {
    return await readSamples(file, 0, track.samples, track.channels)
  } finally {
    await file.close()
  }
}

const place = (start: number, fade = 0) => ({ start, fadeIn: fade, fadeOut: fade, gain: 1 })

test('a clip begins at exactly its sample, and clips that meet are added', async () => {
  await withFolder(async (folder) => {
    const clip = await trackOf(join(folder, 'clip.f32'), new Float32Array(100).fill(0.25))
    const track = await emptyTrack(join(folder, 'track.f32'), 1, 1_000)
    await addClips(track, [
      { clip, at: place(333) },
      { clip, at: place(400) },
    ])
    const samples = await readAll(track)
    expect([
      samples[332],
      samples[333],
      samples[399],
      samples[400],
      samples[432],
      samples[433],
    ]).toEqual([0, 0.25, 0.25, 0.5, 0.5, 0.25])
    expect(samples[500]).toBe(0)
  })
})

test('a clip longer than the block it is read in is whole, and faded at its true ends only', async () => {
  await withFolder(async (folder) => {
    const length = (1 << 18) + 5_000
    const clip = await trackOf(join(folder, 'clip.f32'), new Float32Array(length).fill(0.5))
    const track = await emptyTrack(join(folder, 'track.f32'), 1, length)
    await addClips(track, [{ clip, at: place(0, 100) }])
    const samples = await readAll(track)
    expect(samples[0]).toBeLessThan(0.01)
    expect(samples.at(-1)).toBeLessThan(0.01)
    expect(samples.subarray(100, length - 100).every((value) => value === 0.5)).toBe(true)
  })
})

test('what lies past the end of the film is cut off with its fade at the new end', async () => {
  await withFolder(async (folder) => {
    const clip = await trackOf(join(folder, 'clip.f32'), new Float32Array(1_000).fill(0.5))
    const track = await emptyTrack(join(folder, 'track.f32'), 1, 1_500)
    await addClips(track, [
      { clip, at: place(900, 50) },
      { clip, at: place(1_500, 50) },
    ])
    const samples = await readAll(track)
    expect(samples).toHaveLength(1_500)
    expect(samples[1_440]).toBe(0.5)
    expect(samples[1_499]).toBeLessThan(0.01)
  })
})

test('two copies that cross in a fade keep their level', async () => {
  await withFolder(async (folder) => {
    const clip = await trackOf(join(folder, 'clip.f32'), new Float32Array(1_000).fill(0.5))
    const track = await emptyTrack(join(folder, 'track.f32'), 1, 1_800)
    await addClips(track, [
      { clip, at: place(0, 200) },
      { clip, at: place(800, 200) },
    ])
    const samples = await readAll(track)
    for (const value of samples.subarray(300, 1_500)) expect(value).toBeCloseTo(0.5, 5)
  })
})

test('the level of speech does not depend on its pauses', async () => {
  await withFolder(async (folder) => {
    const tone = Float32Array.from({ length: second }, (_, n) => 0.4 * Math.sin(n * 0.05))
    const paused = new Float32Array(4 * second)
    paused.set(tone, second)
    const a = await speechLevel(await trackOf(join(folder, 'a.f32'), tone))
    const b = await speechLevel(await trackOf(join(folder, 'b.f32'), paused))
    expect(a).toBeCloseTo(0.4 / Math.SQRT2, 2)
    expect(b).toBeCloseTo(a, 2)
    expect(await speechLevel(await trackOf(join(folder, 'c.f32'), new Float32Array(second)))).toBe(
      0,
    )
  })
})

test('music shorter than the film is laid down again until the film is full', () => {
  const copies = loopMusic(20 * second, 45 * second)
  expect(copies.map(({ start }) => start / second)).toEqual([0, 18, 36])
  expect(copies.map(({ fadeOut }) => fadeOut / second)).toEqual([2, 2, 2.5])
})

test('music longer than the film is laid down once', () => {
  expect(loopMusic(60 * second, 30 * second)).toHaveLength(1)
  expect(loopMusic(0, 30 * second)).toEqual([])
})

test('speech ducks music by a compressor on its side chain', () => {
  const args = mixArguments(
    { voice: mono, music: { ...stereo, path: 'bed.f32' }, voiceGain: 2, musicGain: -9.5 },
    stereo,
  )
  const graph = args[args.indexOf('-filter_complex') + 1]
  expect(graph).toContain(
    '[bed][key]sidechaincompress=threshold=0.03:ratio=8:attack=20:release=400',
  )
  expect(graph).toContain('volume=-9.50dB')
  expect(graph).toContain('atrim=end_sample=480000')
})

test('music alone is not ducked', () => {
  const args = mixArguments({ voice: null, music: stereo, voiceGain: 0, musicGain: 1 }, stereo)
  expect(args.join(' ')).not.toContain('sidechaincompress')
})

test('the limiter works at four times the rate, only where peaks ask for it, and comes back to 48 kHz', () => {
  expect(masterArguments(stereo, stereo, 3, null).join(' ')).not.toContain('alimiter')
  const limited = masterArguments(stereo, stereo, 3, -2).join(' ')
  expect(limited).toMatch(
    /volume=3\.000dB,aresample=192000,alimiter=limit=0\.79433.*,aresample=48000,/,
  )
})

const summary = (lufs: string, peak: string): string =>
  `[Parsed_ebur128_0 @ 0x1] Summary:\n\n  Integrated loudness:\n    I:         ${lufs} LUFS\n    Threshold: -26.3 LUFS\n\n  True peak:\n    Peak:       ${peak} dBFS\n`

test('loudness is read from ffmpeg’s summary', () => {
  expect(readLoudness(`noise\n${summary('-16.2', '-4.3')}`)).toEqual({
    lufs: -16.2,
    truePeakDbtp: -4.3,
  })
})

test('silence has no loudness', () => {
  expect(readLoudness(summary('-70.0', '-inf'))).toEqual({ lufs: null, truePeakDbtp: null })
})

test('a log without a summary is an error', () => {
  expect(() => readLoudness('ffmpeg said something else')).toThrow(StudioError)
})

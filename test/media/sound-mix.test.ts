import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frames } from '../../src/domain/time.ts'
import { probe } from '../../src/media/probe.ts'
import { renderFilm } from '../../src/media/render-film.ts'
import type { FilmOrder, RenderedFilm } from '../../src/ports/media-tool.ts'
import {
  decodeGrey,
  decodeSound,
  footage,
  makeCut,
  makeOrder,
  meanGrey,
  onset,
  rms,
  sound,
  temporaryFolder,
  toneLevel,
  tools,
} from './render-footage.ts'

const small = { width: 160, height: 90 }

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let grey: string
/** 0.5 s of 1 kHz, at full strength from its first sample to its last. */
let beep: string

beforeAll(async () => {
  folder = await temporaryFolder()
  grey = await footage(
    join(folder.path, 'grey.mp4'),
    'color=c=gray:s=SIZE,format=yuv420p',
    300,
    small,
  )
  beep = await sound(join(folder.path, 'beep.wav'), '0.6*cos(2*PI*1000*t)', 0.5)
})

afterAll(async () => {
  await folder[Symbol.asyncDispose]()
})

const render = async (
  name: string,
  length: number,
  parts: Partial<FilmOrder>,
): Promise<{ readonly film: RenderedFilm; readonly output: string }> => {
  const output = join(folder.path, `${name}.mp4`)
  const order = makeOrder(makeCut([{ length }]), [grey], { size: small, ...parts })
  return { film: await renderFilm(tools, order, output, () => undefined), output }
}

type Coefficients = readonly [number, number, number, number, number]

const biquad = (samples: Float64Array, [b0, b1, b2, a1, a2]: Coefficients): Float64Array => {
  const out = new Float64Array(samples.length)
  for (let n = 0; n < samples.length; n += 1) {
    const past = (array: Float64Array, back: number): number => array[n - back] ?? 0
    out[n] =
      b0 * past(samples, 0) +
      b1 * past(samples, 1) +
      b2 * past(samples, 2) -
      a1 * past(out, 1) -
      a2 * past(out, 2)
  }
  return out
}

/** ITU-R BS.1770-5 annex 1 written out again: a meter that shares nothing with the one the render uses. */
const integratedLoudness = (left: Float32Array): number => {
  // Filter coefficients for 48 kHz from the recommendation's tables 1 and 2.
  const shelf = [
    1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
  ] as const
  const highPass = [1, -2, 1, -1.99004745483398, 0.99007225036621] as const
  const weighted = biquad(biquad(Float64Array.from(left), shelf), highPass)
  const powers: number[] = []
  for (let from = 0; from + 19_200 <= weighted.length; from += 4_800) {
    let sum = 0
    for (let n = from; n < from + 19_200; n += 1) sum += (weighted[n] ?? 0) ** 2
    powers.push((2 * sum) / 19_200)
  }
  const level = (power: number): number => -0.691 + 10 * Math.log10(power)
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const loud = powers.filter((power) => level(power) > -70)
  const gate = level(mean(loud)) - 10
  return level(mean(loud.filter((power) => level(power) > gate)))
}

/** Highest value between samples too, from the sound at four times its rate. */
const truePeakOf = async (path: string): Promise<number> => {
  const { stdout } = await tools.runFfmpeg(
    ['-i', path, '-map', '0:a:0', '-af', 'aresample=192000', '-f', 'f32le', 'pipe:1'],
    { collectStdout: true },
  )
  const samples = new Float32Array(Uint8Array.from(stdout).buffer)
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return 20 * Math.log10(peak)
}

describe('loudness of the encoded film', () => {
  test.for([
    [
      'quiet speech over loud music',
      '0.02*sin(2*PI*180*t)*(0.5+0.5*sin(2*PI*4*t))',
      '0.8*sin(2*PI*220*t)+0.15*sin(2*PI*331*t)',
    ],
    [
      'speech with hard peaks and music with drums',
      '0.9*sin(2*PI*150*t)*exp(-30*mod(t\\,0.25))',
      '0.1*sin(2*PI*110*t)+0.85*sin(2*PI*60*t)*exp(-40*mod(t\\,0.5))',
    ],
  ] as const)('%s comes out at −16 LUFS with peaks under −1 dBTP', async ([name, voice, music]) => {
    const speech = await sound(join(folder.path, `${name}.wav`), voice, 3)
    const bed = await sound(join(folder.path, `${name} bed.wav`), music, 14, 2)
    const { film, output } = await render(name, 288, {
      voices: [24, 150].map((start) => ({ path: speech, start: frames(start) })),
      music: bed,
    })
    // Both channels are alike here, so their mean is either of them.
    const lufs = integratedLoudness(await decodeSound(output))
    expect(Math.abs(lufs + 16)).toBeLessThanOrEqual(0.5)
    expect(await truePeakOf(output)).toBeLessThanOrEqual(-1)
    expect(Math.abs((film.loudnessLufs ?? 0) - lufs)).toBeLessThan(0.15)
    expect(film.truePeakDbtp).toBeLessThanOrEqual(-1)
  })
})

describe('what is in the file', () => {
  test('a film without voice and music has no sound track', async () => {
    const { film, output } = await render('silent', 24, {})
    expect((await probe(tools, output)).audio).toBeNull()
    expect(film).toEqual({ frames: 24, loudnessLufs: null, truePeakDbtp: null })
  })

  test('a film with voice alone has 48 kHz stereo sound as long as its picture', async () => {
    const { output } = await render('voice', 50, { voices: [{ path: beep, start: frames(10) }] })
    const facts = await probe(tools, output)
    expect(facts.audio).toMatchObject({ sampleRateHz: 48_000, channels: 2, codec: 'aac' })
    expect(Math.abs((facts.audio?.seconds ?? 0) - 50 / 24)).toBeLessThan(1 / 24)
  })

  test('music shorter than the film goes on to its end, and fades there', async () => {
    const music = await sound(join(folder.path, 'short.wav'), '0.3*sin(2*PI*440*t)', 2, 2)
    const { output } = await render('looped', 240, { music })
    const heard = await decodeSound(output)
    for (let second = 1; second < 7; second += 0.5) {
      const at = second * 48_000
      expect(rms(heard, at, at + 12_000), `at ${second} s`).toBeGreaterThan(0.05)
    }
    expect(rms(heard, 9.95 * 48_000, 10 * 48_000)).toBeLessThan(0.02)
  })

  test('a film of a few frames with silent speech is rendered all the same', async () => {
    const silence = await sound(join(folder.path, 'silence.wav'), '0*t', 0.2)
    const { film, output } = await render('tiny', 5, {
      voices: [{ path: silence, start: frames(0) }],
    })
    expect(film.loudnessLufs).toBeNull()
    expect((await probe(tools, output)).audio).not.toBeNull()
  })
})

test('every voice clip is heard from its frame on, to within 5 ms', async () => {
  const starts = [7, 60, 131, 200]
  const { output } = await render('cues', 240, {
    voices: starts.map((start) => ({ path: beep, start: frames(start) })),
  })
  const heard = await decodeSound(output)
  const peak = heard.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  for (const start of starts) {
    const wanted = start * 2_000
    const found = onset(heard, peak * 0.35, wanted - 4_000)
    expect(Math.abs(found - wanted), `clip at frame ${start}`).toBeLessThan(240)
  }
})

test('no join clicks: two samples never lie further apart than the sound itself needs', async () => {
  const low = await sound(join(folder.path, 'low.wav'), '0.7*cos(2*PI*120*t)', 0.617)
  const { output } = await render('joins', 240, {
    voices: [0, 30, 45, 100, 235].map((start) => ({ path: low, start: frames(start) })),
  })
  const heard = await decodeSound(output)
  const peak = heard.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const step = heard.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (heard[index - 1] ?? value))),
    0,
  )
  // The steepest place of a 120 Hz wave of this height; a clip without fades would jump by the whole height.
  expect(step).toBeLessThan(peak * ((2 * Math.PI * 120) / 48_000) * 1.6)
})

test('music steps back while there is speech and comes up again after it', async () => {
  const speech = await sound(join(folder.path, 'speech.wav'), '0.5*sin(2*PI*200*t)', 3)
  const music = await sound(join(folder.path, 'high.wav'), '0.3*sin(2*PI*3000*t)', 12, 2)
  const { output } = await render('ducked', 280, {
    voices: [{ path: speech, start: frames(96) }],
    music,
  })
  const heard = await decodeSound(output)
  const level = (second: number): number =>
    20 *
    Math.log10(
      toneLevel(heard, 3_000, Math.round(second * 48_000), Math.round((second + 0.5) * 48_000)),
    )
  expect(level(2.5) - level(5.5)).toBeGreaterThan(6)
  expect(Math.abs(level(2.5) - level(8.7))).toBeLessThan(1.5)
})

test('after three minutes the sound is still with the picture to within a frame', async () => {
  const flash = await footage(
    join(folder.path, 'flash.mp4'),
    'color=c=black:s=SIZE,drawbox=c=white:t=fill:enable=eq(n\\,200),format=yuv420p',
    260,
    small,
  )
  const events = Array.from({ length: 18 }, () => ({ length: 240 }))
  const order = makeOrder(
    makeCut(events),
    events.map(() => flash),
    {
      size: small,
      voices: events.map((_, index) => ({ path: beep, start: frames(index * 240 + 200) })),
    },
  )
  const output = join(folder.path, 'long.mp4')
  await renderFilm(tools, order, output, () => undefined)
  const facts = await probe(tools, output)
  expect(facts.video?.frames).toBe(4_320)
  expect(Math.abs((facts.audio?.seconds ?? 0) - 180)).toBeLessThan(1 / 24)
  const picture = await decodeGrey(output, small)
  const seen = picture.findLastIndex((frame) => meanGrey(frame, 0, 1, small) > 128)
  const heard = await decodeSound(output)
  const peak = heard.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const at = onset(heard, peak * 0.35, 178 * 48_000) / 2_000
  expect(seen).toBe(17 * 240 + 200)
  expect(Math.abs(at - seen)).toBeLessThan(1)
})

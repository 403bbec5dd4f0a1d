import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SpeechOrder } from '../../ports/speech-model.ts'
import { judgeMedia } from '../../testing/judge-media.ts'
import { paidModelContract } from '../../testing/paid-model-contract.ts'
import { parseVoices, voiceFor } from './espeak-voices.ts'
import { scratchSpeechModel } from './scratch-speech-model.ts'
import { trimSpeech } from './trim-speech.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scratch voice '))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

const signal = new AbortController().signal
const ffmpegPath = process.env['FFMPEG_PATH'] ?? 'ffmpeg'
const ffprobePath = process.env['FFPROBE_PATH'] ?? 'ffprobe'
const order = { text: 'The mountain lake lies still.', language: 'en', voice: null, tempo: 1 }

for (const espeakPath of ['espeak-ng', null]) {
  paidModelContract<SpeechOrder>(`the scratch voice by ${espeakPath ?? 'flite'}`, async () => {
    const place = await mkdtemp(join(tmpdir(), 'scratch-voice-'))
    return {
      model: () => scratchSpeechModel({ folder: place, espeakPath, ffmpegPath }),
      request: order,
      impossible: { ...order, language: 'ja' },
      long: { ...order, text: `${order.text} `.repeat(2_000) },
      references: 'joins',
      judge: async (output, { text }) => {
        const { kind, seconds } = await judgeMedia(output, ffprobePath)
        expect(kind).toBe('audio')
        const words = text.split(' ').length
        expect(seconds).toBeGreaterThan(words / 4)
        expect(seconds).toBeLessThan(words / 1.5)
      },
      dispose: () => rm(place, { recursive: true, force: true }),
    }
  })
}

describe.for([
  ['espeak-ng', 'espeak-ng'],
  ['flite inside ffmpeg', null],
] as const)('read by %s', ([, espeakPath]) => {
  const speak = async (change: Partial<typeof order>, reference: string): Promise<Buffer> => {
    const model = scratchSpeechModel({ folder, espeakPath, ffmpegPath })
    const started = await model.start({ ...order, ...change }, `${espeakPath}/${reference}`, signal)
    if (started.kind !== 'delivered' || started.output.kind !== 'file')
      throw new Error(JSON.stringify(started))
    return await readFile(started.output.path)
  }

  test('a sentence is 48 kHz mono 16 bit at about 150 words a minute', async () => {
    const bytes = await speak({}, 'a')
    expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([
      1, 48_000, 16,
    ])
    const seconds = bytes.readUInt32LE(40) / 96_000
    expect(seconds).toBeGreaterThan(1.2)
    expect(seconds).toBeLessThan(2.8)
  })

  test('it begins and ends with its words, not with silence', async () => {
    const bytes = await speak({}, 'b')
    const samples = Array.from({ length: (bytes.length - 44) / 2 }, (_, index) =>
      Math.abs(bytes.readInt16LE(44 + index * 2)),
    )
    const peak = samples.reduce((most, value) => Math.max(most, value), 0)
    expect(peak).toBeGreaterThan(15_000)
    expect(peak).toBeLessThan(25_000)
    expect(samples.findIndex((value) => value > peak * 0.02)).toBeLessThan(48_000 * 0.06)
    expect(samples.length - samples.findLastIndex((value) => value > peak * 0.02)).toBeLessThan(
      48_000 * 0.2,
    )
  })

  test('the same order gives the same bytes', async () => {
    expect((await speak({}, 'c')).equals(await speak({}, 'd'))).toBe(true)
  })

  test('a slower tempo takes longer', async () => {
    const [usual, slow] = [await speak({}, 'e'), await speak({ tempo: 0.75 }, 'f')]
    expect(slow.length).toBeGreaterThan(usual.length * 1.12)
  })

  test('text is only ever read: options, phoneme brackets and shell signs do nothing', async () => {
    const bytes = await speak({ text: '-w /tmp/x [[h@l"oU]] $(id) `id` ; "quoted" % {x}' }, 'g')
    expect(bytes.length).toBeGreaterThan(20_000)
  })
})

test('it speaks what it reads well, and says so of nothing else', () => {
  const model = scratchSpeechModel({ folder, espeakPath: 'espeak-ng', ffmpegPath })
  for (const language of ['en', 'en-GB', 'de', 'fr-CA', 'es-MX', 'pt-BR', 'no']) {
    expect(model.speaks(language), language).toBe(true)
  }
  for (const language of [
    'ja',
    'ja-JP',
    'zh',
    'zh-Hant',
    'yue',
    'ar',
    'he',
    'fa',
    'th',
    'tlh',
    '',
  ]) {
    expect(model.speaks(language), language).toBe(false)
  }
})

test('without espeak-ng it speaks English only', () => {
  const model = scratchSpeechModel({ folder, espeakPath: null, ffmpegPath })
  expect([model.speaks('en-US'), model.speaks('de'), model.speaks('eng')]).toEqual([
    true,
    false,
    false,
  ])
})

test('what cannot be read is not accepted, with the reason', async () => {
  const model = scratchSpeechModel({ folder, espeakPath: 'espeak-ng', ffmpegPath })
  const cases = [
    [{ text: '静かな湖', language: 'ja' }, /cannot read "ja"/],
    [{ text: '🌅 …' }, /nothing to read/],
    [{ text: '🇯🇵 👩🏽‍🚀' }, /nothing to read/],
    [{ voice: 'nobody-at-all' }, /no manner called "nobody-at-all"/],
  ] as const
  for (const [change, reason] of cases) {
    const started = await model.start({ ...order, ...change }, 'r', signal)
    expect(started).toMatchObject({
      kind: 'not-accepted',
      retry: 'never',
      reason: expect.stringMatching(reason),
    })
  }
})

test('a folder that cannot be written to is an answer in words: the same order may succeed later', async () => {
  const file = join(folder, 'no-folder')
  await writeFile(file, '')
  const model = scratchSpeechModel({ folder: file, espeakPath: null, ffmpegPath })
  expect(await model.start(order, 'r', signal)).toMatchObject({
    ...{ kind: 'not-accepted', retry: 'later', reason: expect.stringContaining(file) },
  })
})

test('a program that is not there is an answer in words, not a crash: it may be back later', async () => {
  const place = await mkdtemp(join(tmpdir(), 'scratch-voice-'))
  const model = scratchSpeechModel({
    folder: place,
    espeakPath: null,
    ffmpegPath: '/nowhere/ffmpeg',
  })
  const started = await model.start(order, 'r', signal)
  expect(started).toMatchObject({
    kind: 'not-accepted',
    retry: 'later',
    reason: expect.stringContaining('/nowhere/ffmpeg'),
  })
  expect(await readdir(place)).toEqual([])
  await rm(place, { recursive: true })
})

test('a cancelled sentence ends with the signal’s reason', async () => {
  const model = scratchSpeechModel({ folder, espeakPath: 'espeak-ng', ffmpegPath })
  const reason = new Error('not wanted any more')
  await expect(model.start(order, 'r', AbortSignal.abort(reason))).rejects.toBe(reason)
})

test('units are characters', () => {
  const model = scratchSpeechModel({ folder, espeakPath: null, ffmpegPath })
  expect(model.units(order)).toEqual({ unit: 'character', quantity: 29 })
})

const printed = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  en-us           --/F      us-mbrola-1        mb/mb-us1            (en 8)
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 5  ja              --/M      Japanese           jpx/ja
`

test('the nearest installed voice reads a language', () => {
  const voices = parseVoices(printed)
  expect(voices).toHaveLength(5)
  expect(voiceFor(voices, 'en')?.file).toBe('gmw/en-US')
  expect(voiceFor(voices, 'en-GB')?.file).toBe('gmw/en')
  expect(voiceFor(voices, 'fr')?.file).toBe('roa/fr-BE')
  expect(voiceFor(voices, 'ja')).toBeNull()
  expect(voiceFor(voices, 'sv')).toBeNull()
})

test('trimming keeps what is heard and rounds the ends', () => {
  const samples = new Float32Array(48_000)
  samples.fill(0.2, 20_000, 30_000)
  const trimmed = trimSpeech(samples)
  expect(trimmed.length).toBe(10_000 + 576 + 2_880 - 1)
  expect(trimmed.reduce((most, value) => Math.max(most, value), 0)).toBeCloseTo(0.63, 2)
  expect(trimSpeech(new Float32Array(1_000))).toHaveLength(0)
})

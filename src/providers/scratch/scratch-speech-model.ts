import { createHash } from 'node:crypto'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Units } from '../../domain/order.ts'
import { makeFolder } from '../../kit/files.ts'
import type { Started } from '../../ports/paid-model.ts'
import type { SpeechModel, SpeechOrder } from '../../ports/speech-model.ts'
import { type EspeakVoice, installedManners, installedVoices, voiceFor } from './espeak-voices.ts'
import { localTrouble } from './local-trouble.ts'
import { runTool } from './run-tool.ts'
import { trimSpeech } from './trim-speech.ts'
import { sampleBytes, waveHeader, waveRateHz } from './wave-file.ts'

/** Where the scratch voice finds its programs and puts what it says. */
export interface ScratchSpeechOptions {
  /** Folder of deliveries; made when it does not exist. */
  readonly folder: string
  /** espeak-ng; null where it is not installed, then ffmpeg's `flite` reads English. */
  readonly espeakPath: string | null
  readonly ffmpegPath: string
}

/**
 * The stand-in voice: espeak-ng, else the `flite` voice inside ffmpeg, made less harsh and put in a small room.
 * Delivers at once, 48 kHz mono 16-bit WAV without silence at its ends; the same order gives the same bytes.
 */
export const scratchSpeechModel = (options: ScratchSpeechOptions): SpeechModel => {
  const voices = options.espeakPath === null ? [] : installedVoices(options.espeakPath)
  const speaks = (language: string): boolean =>
    voices.length > 0 ? voiceFor(voices, language) !== null : /^en\b/iu.test(language)
  return {
    id: 'scratch/voice',
    pollMs: 1_000,
    speaks,
    units: characters,
    /** Nothing is made outside the asking process: an answer that was lost was never paid and does not exist. */
    find: async () => ({ jobs: [], complete: true }),
    start: async (order, reference, signal) => {
      const text = spokenText(order.text)
      if (!speaks(order.language)) {
        return declined(
          `The scratch voice cannot read "${order.language}" aloud; show the text instead.`,
        )
      }
      if (!/[\p{L}\p{N}]/u.test(text)) {
        return declined(`There is nothing to read aloud in "${order.text.slice(0, 80)}".`)
      }
      const manner = mannerOf(order.voice, options.espeakPath)
      if (manner === null) {
        return declined(
          `The scratch voice has no manner called "${order.voice}". "espeak-ng --voices=variant" lists them, or leave the voice out.`,
        )
      }
      const voice = voiceFor(voices, order.language)
      try {
        const path = await speak(options, { order, text, voice, manner, reference }, signal)
        return {
          kind: 'delivered',
          output: { kind: 'file', path, mediaType: 'audio/wav' },
          bill: { units: characters(order), amount: null },
        }
      } catch (error) {
        signal.throwIfAborted()
        return localTrouble(options.folder, error)
      }
    },
    // Everything is delivered at once, so no job can be waiting.
    check: async () => ({ state: 'gone' }),
  }
}

const characters = ({ text }: SpeechOrder): Units => ({ unit: 'character', quantity: text.length })

const declined = (reason: string): Started => ({ kind: 'not-accepted', retry: 'never', reason })

/** What is to be read: without emoji, which would be spelt out, and without the brackets that switch to phonemes. */
const spokenText = (text: string): string =>
  text
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f/gu,
      ' ',
    )
    .replaceAll('[[', '[ [')
    .replace(/\s+/gu, ' ')
    .trim()

/** The manner with the least energy over 2.5 kHz against under 1 kHz among thirteen measured on 2026-11-23, but one
 * that was dull: 18 dB less, where the plain voice has 14. */
const usualManner = 'Michael'

const mannerOf = (voice: string | null, espeakPath: string | null): string | null => {
  if (voice === null) return usualManner
  if (espeakPath === null) return null
  const wanted = voice.toLowerCase()
  return installedManners(espeakPath).find((name) => name.toLowerCase() === wanted) ?? null
}

interface Speech {
  readonly order: SpeechOrder
  readonly text: string
  readonly voice: EspeakVoice | null
  readonly manner: string
  readonly reference: string
}

const speak = async (
  options: ScratchSpeechOptions,
  speech: Speech,
  signal: AbortSignal,
): Promise<string> => {
  signal.throwIfAborted()
  await makeFolder(options.folder)
  const folder = await mkdtemp(join(options.folder, 'speaking-'))
  try {
    await synthesise(options, speech, folder, signal)
    const samples = trimSpeech(await polish(options.ffmpegPath, folder, signal))
    const unfinished = join(folder, 'done.wav')
    await writeFile(unfinished, [waveHeader(1, samples.length), sampleBytes(samples)])
    const name = createHash('sha256')
      .update(JSON.stringify([speech.reference, speech.order]))
      .digest('hex')
      .slice(0, 32)
    const path = join(options.folder, `voice-${name}.wav`)
    await rename(unfinished, path)
    return path
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Words a minute asked of espeak-ng; sentences then come out at about 150, the pace scripts are timed for. */
const espeakWordsPerMinute = 138

/** Write `raw.wav` into the folder. Text reaches the programs by standard input or file, never as an argument. */
const synthesise = async (
  options: ScratchSpeechOptions,
  { order, text, voice, manner }: Speech,
  folder: string,
  signal: AbortSignal,
): Promise<void> => {
  const tempo = Math.max(0.6, Math.min(1.8, order.tempo))
  if (options.espeakPath !== null && voice !== null) {
    const speed = String(Math.round(espeakWordsPerMinute * tempo))
    const args = ['-v', `${voice.file}+${manner}`, '-s', speed, '-p', '42', '-a', '90']
    const program = options.espeakPath
    await runTool({
      program,
      args: [...args, '-b', '1', '--stdin', '-w', 'raw.wav'],
      input: text,
      folder,
      signal,
    })
    return
  }
  await writeFile(join(folder, 'text.txt'), text)
  const source = ['-f', 'lavfi', '-i', 'flite=textfile=text.txt:voice=slt']
  await runTool({
    program: options.ffmpegPath,
    args: [...quiet, ...source, '-af', `atempo=${tempo.toFixed(3)}`, 'raw.wav'],
    folder,
    signal,
  })
}

const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y']

/** Less rumble and hiss, a dip where synthetic consonants cut, even level, and three early echoes of a small room. */
const polishFilters = [
  'highpass=f=80',
  'lowpass=f=8200',
  'equalizer=f=190:t=q:w=1.1:g=2.5',
  'equalizer=f=3100:t=q:w=0.9:g=-4.5',
  'equalizer=f=5600:t=q:w=1.4:g=-3',
  'acompressor=threshold=0.12:ratio=2.6:attack=9:release=140:makeup=1.4',
  'aresample=48000',
  'apad=pad_dur=0.25',
  'aecho=0.92:0.9:13|23|37:0.13|0.09|0.06',
].join(',')

const polish = async (
  ffmpegPath: string,
  folder: string,
  signal: AbortSignal,
): Promise<Float32Array> => {
  const output = ['-ac', '1', '-ar', String(waveRateHz), '-c:a', 'pcm_f32le', '-f', 'f32le']
  const bytes = await runTool({
    program: ffmpegPath,
    args: [...quiet, '-i', 'raw.wav', '-af', polishFilters, ...output, 'pipe:1'],
    folder,
    signal,
  })
  const samples = new Float32Array(Math.floor(bytes.length / 4))
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = bytes.readFloatLE(index * 4)
  }
  return samples
}

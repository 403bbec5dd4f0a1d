import { closeSync, openSync, writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { compose } from './compose.ts'
import { moodOf } from './moods.ts'
import { playScore } from './synth.ts'
import { sampleBytes, waveHeader, waveRateHz } from './wave-file.ts'

/** What the thread is started with. */
export interface MusicTask {
  readonly mood: string
  readonly seconds: number
  readonly seed: number
  /** WAV file to write. */
  readonly path: string
}

/** Compose, play and write a piece; runs in a worker thread. */
const playToFile = ({ mood: words, seconds, seed, path }: MusicTask): void => {
  const mood = moodOf(words)
  const file = openSync(path, 'w')
  try {
    writeSync(file, waveHeader(2, Math.round(seconds * waveRateHz)))
    for (const block of playScore(compose(mood, seconds, seed), mood)) {
      writeSync(file, sampleBytes(block))
    }
  } finally {
    closeSync(file)
  }
}

playToFile(workerData as MusicTask)

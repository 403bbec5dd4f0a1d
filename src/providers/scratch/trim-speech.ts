import { waveRateHz } from './wave-file.ts'

/** Share of the loudest sample under which sound counts as silence: −40 dB. */
const silenceShare = 0.01
const keptBefore = Math.round(waveRateHz * 0.012)
const keptAfter = Math.round(waveRateHz * 0.06)
/** Peak that every sentence is brought to: −4 dBFS. */
const peakLevel = 0.63

/**
 * Cut the silence off both ends, so that a sentence begins where its file does, round the cut ends and bring the peak
 * to −4 dBFS.
 *
 * @param samples mono at 48 kHz, −1…1
 * @returns no samples for silence
 */
export const trimSpeech = (samples: Float32Array): Float32Array => {
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (peak < 0.001) return new Float32Array(0)
  const isSound = (value: number): boolean => Math.abs(value) > peak * silenceShare
  const first = Math.max(0, samples.findIndex(isSound) - keptBefore)
  const last = Math.min(samples.length, samples.findLastIndex(isSound) + keptAfter)
  const kept = samples.slice(first, last)
  const gain = peakLevel / peak
  return kept.map((value, index) => {
    const up = Math.min(1, (index + 1) / keptBefore)
    const down = Math.min(1, (kept.length - index) / keptAfter)
    return value * gain * up * down
  })
}

/** Samples a second of every file made here. */
export const waveRateHz = 48_000

/**
 * Head of a WAV file of 16-bit samples at 48 kHz.
 *
 * @param samples of one channel
 */
export const waveHeader = (channels: 1 | 2, samples: number): Uint8Array => {
  const bytes = samples * channels * 2
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'ascii')
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8, 'ascii')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(waveRateHz, 24)
  head.writeUInt32LE(waveRateHz * channels * 2, 28)
  head.writeUInt16LE(channels * 2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'ascii')
  head.writeUInt32LE(bytes, 40)
  return head
}

/** Samples −1…1 as 16-bit little endian, rounded and clipped. */
export const sampleBytes = (samples: Float32Array): Uint8Array => {
  const bytes = Buffer.alloc(samples.length * 2)
  for (let index = 0; index < samples.length; index += 1) {
    const value = Math.max(-1, Math.min(1, samples[index] ?? 0))
    bytes.writeInt16LE(Math.round(value * 32_767), index * 2)
  }
  return bytes
}

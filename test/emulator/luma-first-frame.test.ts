import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { frames } from '../../src/domain/time.ts'
import { onePixel } from '../../src/emulator/emulator-at-work.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { lumaVideoModel } from '../../src/providers/luma/luma-video-model.ts'
import { sampleShotOrder } from '../../src/testing/sample-shot-order.ts'
import { emulatorByHand } from '../support/emulator-by-hand.ts'

const at = emulatorByHand()
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luma-first-frame-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it.each([
  [5, 'from its first frame', false],
  [10, 'from its first frame', false],
  [5, 'between two frames', true],
  [10, 'between two frames', true],
])(
  'the emulator delivers a Luma clip of %i s that the adapter orders %s',
  async (seconds, _how, isPinned) => {
    const path = join(folder, 'frame.png')
    await writeFile(path, onePixel)
    const still = { path, hash: sha256(onePixel) }
    const { signal } = new AbortController()
    const model = lumaVideoModel({
      ...{ model: 'luma/ray-3.2', apiKey: 'luma-api-test', fetch, now: Date.now },
      baseUrl: at.emulator.baseUrls.luma,
    })
    const order = sampleShotOrder({
      length: frames(seconds * 24),
      firstFrame: still,
      lastFrame: isPinned ? still : null,
    })
    const started = await model.start(order, 'films/p1/video/1A/1', signal)
    if (started.kind !== 'accepted') throw new Error(JSON.stringify(started))
    await at.clock.advance(5000)
    const status = await model.check(started.job, signal)
    expect(status).toMatchObject({ state: 'done', outputs: [{ kind: 'link' }] })
    const [drawn] = at.emulator.drawn
    expect(drawn?.seconds).toBe(seconds)
    expect(Buffer.from(drawn?.firstFrame ?? [])).toEqual(onePixel)
    expect(drawn?.lastFrame === null).toBe(!isPinned)
  },
)

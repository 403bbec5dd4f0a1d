import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import { shotId, slateId } from '../../domain/slate.ts'
import { frames } from '../../domain/time.ts'
import type { JobStatus } from '../../ports/paid-model.ts'
import type { ShotOrder, VideoModel } from '../../ports/video-model.ts'
import { judgeMedia } from '../../testing/judge-media.ts'
import { paidModelContract } from '../../testing/paid-model-contract.ts'
import { sampleShotOrder } from '../../testing/sample-shot-order.ts'
import { type AnimaticOptions, animaticVideoModel } from './animatic-video-model.ts'

const order = (changes: Partial<ShotOrder> = {}): ShotOrder =>
  sampleShotOrder({
    picture: {
      ...sampleShotOrder().picture,
      ...{ place: 'mountain lake', mood: 'calm', camera: 'push-in', style: 'warm' },
    },
    ...{ length: frames(8), size: { width: 128, height: 72 } },
    ...changes,
  })

const scratch = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'animatic-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

paidModelContract<ShotOrder>('the animatic vendor', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'animatic-contract-'))
  return {
    model: () => modelIn(folder),
    request: order({ slate: slateId(shotId(1, 0), 1) }),
    impossible: order({ size: { width: 127, height: 72 } }),
    long: order({ length: frames(4000) }),
    references: 'joins',
    judge: async (output, { length, size }) => {
      const clip = await judgeMedia(output, 'ffprobe')
      expect(clip.frames).toBe(length + (output.leaderFrames ?? 0))
      expect(clip.seconds).toBeCloseTo(clip.frames / 24, 2)
      expect([clip.width, clip.height]).toEqual([size.width, size.height])
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  }
})

const signal = new AbortController().signal

const modelIn = (folder: string, changes: Partial<AnimaticOptions> = {}): VideoModel =>
  animaticVideoModel({ model: 'animatic/painted', folder, ffmpegPath: 'ffmpeg', ...changes })

const started = async (model: VideoModel, shot: ShotOrder, reference = 'a/p1/video/1A/1') => {
  const answer = await model.start(shot, reference, signal)
  if (answer.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(answer)}`)
  return answer.job
}

/** Looks at a job until it is neither queued nor running; each look waits a moment, as a person's would. */
const settled = async (model: VideoModel, job: { readonly [key: string]: string | number }) => {
  for (;;) {
    const status: JobStatus = await model.check(job, signal)
    if (status.state !== 'queued' && status.state !== 'running') return status
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

const clipOf = async (model: VideoModel, shot: ShotOrder) => {
  const status = await settled(model, await started(model, shot))
  if (status.state !== 'done') throw new Error(JSON.stringify(status))
  const output = status.outputs[0]
  if (output?.kind !== 'file') throw new Error('no file was delivered')
  return { ...output, bill: status.bill }
}

const framesIn = (path: string): number =>
  Number(
    execFileSync('ffprobe', [
      ...['-v', 'error', '-count_frames', '-select_streams', 'v'],
      ...['-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0', path],
    ])
      .toString()
      .trim(),
  )

test('a shot is delivered as a file with the frames and the words that were ordered', async () => {
  const clip = await clipOf(modelIn(await scratch()), order())
  expect(framesIn(clip.path)).toBe(8)
  expect(clip.leaderFrames).toBe(0)
  expect(clip.depicted).toEqual(
    expect.arrayContaining(['mountain lake', 'sunset', 'calm', 'push-in']),
  )
  expect(clip.bill).toEqual({ units: { unit: 'second', quantity: 0.334 }, amount: null })
})

test('a test take begins with twelve frames of slate that are not part of the shot', async () => {
  const clip = await clipOf(modelIn(await scratch()), order({ slate: slateId(shotId(3, 1), 2) }))
  expect(clip.leaderFrames).toBe(12)
  expect(framesIn(clip.path)).toBe(20)
})

test('a repeated reference is the same job, and the order that came first stands', async () => {
  const model = modelIn(await scratch())
  const first = await started(model, order())
  const again = await started(model, order({ length: frames(30) }))
  expect(again).toEqual(first)
  const found = await model.find?.(
    { sinceIso: '1970-01-01T00:00:00Z', reference: 'a/p1/video/1A/1', request: null },
    signal,
  )
  expect(found).toEqual({ jobs: [first], complete: true })
  const status = await settled(model, first)
  expect(
    status.state === 'done' && status.outputs[0]?.kind === 'file'
      ? framesIn(status.outputs[0].path)
      : 0,
  ).toBe(8)
})

test('what was never ordered is not found, and an unknown job is gone', async () => {
  const model = modelIn(await scratch())
  expect(
    await model.find?.(
      { sinceIso: '1970-01-01T00:00:00Z', reference: 'nothing', request: null },
      signal,
    ),
  ).toEqual({
    jobs: [],
    complete: true,
  })
  expect(await model.check({ id: 'ab'.repeat(16) }, signal)).toEqual({ state: 'gone' })
  expect(await model.check({ id: '../../etc/passwd' }, signal)).toEqual({ state: 'gone' })
})

test('a job outlives its process: a new model over the same folder draws it', async () => {
  const folder = await scratch()
  const stop = new AbortController()
  const answer = await modelIn(folder).start(order({ length: frames(200) }), 'r', stop.signal)
  stop.abort()
  if (answer.kind !== 'accepted') throw new Error('not accepted')
  expect((await settled(modelIn(folder), answer.job)).state).toBe('done')
  expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([])
})

test('a clip whose file was taken away is drawn again, byte for byte the same picture', async () => {
  const model = modelIn(await scratch())
  const job = await started(model, order())
  const hash = async () => {
    const status = await settled(model, job)
    if (status.state !== 'done' || status.outputs[0]?.kind !== 'file') throw new Error('not done')
    const { path } = status.outputs[0]
    const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-f', 'rawvideo', '-'], {
      maxBuffer: 1e8,
    })
    await rm(path)
    return createHash('md5').update(raw).digest('hex')
  }
  expect(await hash()).toBe(await hash())
})

test('a model set to refuse says so after its latency and bills nothing', async () => {
  const time = { now: 1_000 }
  const model = modelIn(await scratch(), {
    weaknesses: { refusalRate: 1, latencyMs: 500 },
    clock: { now: () => time.now },
  })
  const job = await started(model, order())
  expect(await model.check(job, signal)).toEqual({ state: 'queued' })
  time.now = 1_500
  expect(await model.check(job, signal)).toMatchObject({
    state: 'refused',
    bill: { units: { quantity: 0 } },
  })
})

test('nothing is delivered before the latency is over', async () => {
  const time = { now: 0 }
  const model = modelIn(await scratch(), {
    weaknesses: { latencyMs: 60_000 },
    clock: { now: () => time.now },
  })
  const job = await started(model, order())
  for (;;) {
    const status = await model.check(job, signal)
    expect(['queued', 'running']).toContain(status.state)
    if (status.state === 'running' && status.progress === 1) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  time.now = 60_000
  expect((await model.check(job, signal)).state).toBe('done')
})

test('a cancelled job stays cancelled', async () => {
  const model = modelIn(await scratch())
  const job = await started(model, order({ length: frames(400) }))
  await model.cancel?.(job, signal)
  expect(await model.check(job, signal)).toEqual({ state: 'cancelled' })
})

test('an abort ends the encoder, and only a later check draws on', async () => {
  const folder = await scratch()
  const model = modelIn(folder)
  const stop = new AbortController()
  const answer = await model.start(order({ length: frames(4000) }), 'r', stop.signal)
  if (answer.kind !== 'accepted') throw new Error('not accepted')
  const drafts = async () => (await readdir(folder)).filter((name) => name.endsWith('.draft'))
  while ((await drafts()).length === 0) await new Promise((resolve) => setTimeout(resolve, 25))
  stop.abort()
  while ((await drafts()).length > 0) await new Promise((resolve) => setTimeout(resolve, 25))
  expect((await readdir(folder)).filter((name) => name.endsWith('.mp4'))).toEqual([])
})

test('a keyframe that is no picture fails the job with the reason', async () => {
  const folder = await scratch()
  const path = join(folder, 'note.png')
  await writeFile(path, 'this is text')
  const model = modelIn(folder)
  const job = await started(model, order({ firstFrame: { path, hash: 'x' } }))
  expect(await settled(model, job)).toMatchObject({ state: 'failed' })
})

test('a keyframe is kept with the job, so that it may be deleted after the order', async () => {
  const folder = await scratch()
  const path = join(folder, 'key.png')
  await writeFile(path, createCanvas(64, 36).toBuffer('image/png'))
  const model = modelIn(folder)
  const job = await started(model, order({ firstFrame: { path, hash: 'x' } }))
  await rm(path)
  expect((await settled(model, job)).state).toBe('done')
})

test('a frame to end on is refused, for none would be drawn towards', async () => {
  const model = modelIn(await scratch())
  const asked = order({ lastFrame: { path: '/nowhere.png', hash: 'x' } })
  const answer = await model.start(asked, 'film/p1/video/1A/1', signal)
  expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringContaining('end a shot') })
})

test('an odd picture size is refused before anything is drawn', async () => {
  const model = modelIn(await scratch())
  const answer = await model.start(order({ size: { width: 127, height: 72 } }), 'r', signal)
  expect(answer).toMatchObject({ kind: 'refused' })
})

import { createHash, randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { copyWhole, makeFolder, writeTextWhole } from '../../kit/files.ts'
import type { ShotOrder } from '../../ports/video-model.ts'
import type { Weaknesses } from './reading.ts'

/** An order as it was taken in. */
export interface DrawJob {
  readonly schema: 'animatic-job@1'
  readonly id: string
  readonly model: string
  readonly reference: string
  /** Milliseconds since 1970-01-01 UTC. */
  readonly acceptedAt: number
  readonly order: ShotOrder
  readonly weaknesses: Weaknesses
}

/** What is known of a clip once it is drawn. */
export interface DrawResult {
  readonly depicted: readonly string[]
  readonly leaderFrames: number
}

/** The vendor's books: a file for each job, which outlives the process. */
export interface JobFolder {
  /** Id of the job of a reference: the same reference, the same job. */
  readonly idOf: (model: string, reference: string) => string
  /** Write a job down unless its id is known already; the keyframe is copied beside it. Returns what is stored. */
  readonly save: (job: DrawJob) => Promise<DrawJob>
  /** A job by its id; null when there is none. */
  readonly load: (id: string) => Promise<DrawJob | null>
  readonly list: () => Promise<readonly DrawJob[]>
  /** The finished clip and what is in it; null while it is not drawn, or after the file was taken away. */
  readonly result: (id: string) => Promise<(DrawResult & { readonly path: string }) | null>
  /** A new name for a clip while it is drawn. */
  readonly draftPath: (id: string) => string
  /** Give a finished draft its name, and remove what earlier attempts left. */
  readonly publish: (id: string, draft: string, result: DrawResult) => Promise<void>
  readonly isCancelled: (id: string) => Promise<boolean>
  readonly cancel: (id: string) => Promise<void>
}

const idPattern = /^[0-9a-f]{32}$/

/** A folder of jobs; made when first written to. */
export const jobFolder = (folder: string): JobFolder => {
  const file = (id: string, ending: string): string => {
    if (!idPattern.test(id))
      throw new TypeError(`Not the id of an animatic job: ${id.slice(0, 60)}`)
    return join(folder, `${id}${ending}`)
  }
  const load = async (id: string): Promise<DrawJob | null> => {
    if (!idPattern.test(id)) return null
    return readJson<DrawJob>(file(id, '.job.json'))
  }
  return {
    idOf: (model, reference) =>
      createHash('sha256').update(`${model}\n${reference}`).digest('hex').slice(0, 32),
    load,
    save: async (job) => {
      const known = await load(job.id)
      if (known) return known
      await makeFolder(folder)
      const stored = { ...job, order: await withOwnKeyframe(job, file(job.id, '.keyframe')) }
      await writeTextWhole(file(job.id, '.job.json'), JSON.stringify(stored))
      return stored
    },
    list: async () => {
      const names = await readdir(folder).catch(noFolder)
      const ids = names
        .filter((name) => name.endsWith('.job.json'))
        .map((name) => name.slice(0, 32))
      const jobs = await Promise.all(ids.toSorted().map(load))
      return jobs.filter((job) => job !== null)
    },
    result: async (id) => {
      const path = file(id, '.mp4')
      const result = await readJson<DrawResult>(file(id, '.done.json'))
      return result && (await exists(path)) ? { ...result, path } : null
    },
    draftPath: (id) => file(id, `.${randomUUID()}.draft`),
    publish: async (id, draft, result) => {
      await syncFile(draft)
      await writeTextWhole(file(id, '.done.json'), JSON.stringify(result))
      await rename(draft, file(id, '.mp4'))
      const names = await readdir(folder)
      const left = names.filter((name) => name.startsWith(`${id}.`) && name.endsWith('.draft'))
      await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
    },
    isCancelled: (id) => exists(file(id, '.cancelled')),
    cancel: (id) => writeTextWhole(file(id, '.cancelled'), '{}'),
  }
}

const withOwnKeyframe = async (job: DrawJob, path: string): Promise<ShotOrder> => {
  const { order } = job
  if (order.firstFrame === null) return order
  await copyWhole(order.firstFrame.path, path)
  return { ...order, firstFrame: { ...order.firstFrame, path } }
}

const readJson = async <Content>(path: string): Promise<Content | null> => {
  const text = await readFile(path, 'utf8').catch(absent)
  return text === null ? null : (JSON.parse(text) as Content)
}

const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(absent)) !== null

const absent = (error: unknown): null => {
  if (isMissing(error)) return null
  throw error
}

const noFolder = (error: unknown): string[] => {
  if (isMissing(error)) return []
  throw error
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

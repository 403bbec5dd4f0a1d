import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errnoOf } from '../kit/file-error.ts'
import { writeTextWhole } from '../kit/files.ts'
import { type EmulatedJob, emulatedJob } from './emulated-job.ts'
import { type EmulatedVendor, emulatedVendors } from './vendors.ts'

/** The jobs of all accounts, a file each: what one process writes, every other over the same folder sees. */
export interface JobFiles {
  /** On the disk when it resolves. */
  save(job: EmulatedJob): Promise<void>
  /** Mark a job as cancelled or deleted at a moment. On the disk when it resolves. */
  remove(job: EmulatedJob, at: number): Promise<void>
  /** Null when the vendor has no such job. */
  find(vendor: EmulatedVendor, id: string): Promise<EmulatedJob | null>
  /** Jobs of a vendor, removed ones included, the oldest first. */
  all(vendor: EmulatedVendor): Promise<readonly EmulatedJob[]>
  /** Forget everything. */
  clear(): Promise<void>
}

const removedEnding = '.removed'
const jobEnding = '.json'

/**
 * Job files at `jobs/<vendor>/<id>.json`. They are never changed, so each is read once; a job that was removed has a file
 * `<id>.removed` beside it.
 *
 * @param folder need not exist
 */
export const jobFiles = (folder: string): JobFiles => {
  const known = new Map<string, EmulatedJob>()
  const place = (vendor: EmulatedVendor, id: string): string => join(folder, 'jobs', vendor, id)

  const jobAt = async (path: string): Promise<EmulatedJob | null> => {
    const before = known.get(path)
    if (before) return before
    const text = await textOf(`${path}${jobEnding}`)
    if (text === null) return null
    const job = emulatedJob.parse(JSON.parse(text))
    known.set(path, job)
    return job
  }
  const readJob = async (path: string, isRemoved: boolean): Promise<EmulatedJob | null> => {
    const job = await jobAt(path)
    if (job === null || !isRemoved || job.removed !== null) return job
    const at = await textOf(`${path}${removedEnding}`)
    const removed = at === null ? job : { ...job, removed: Number(at) }
    known.set(path, removed)
    return removed
  }
  const all = async (vendor: EmulatedVendor): Promise<readonly EmulatedJob[]> => {
    const names = await namesIn(join(folder, 'jobs', vendor))
    const removed = new Set(names.filter((name) => name.endsWith(removedEnding)))
    const ids = names
      .filter((name) => name.endsWith(jobEnding))
      .map((name) => name.slice(0, -jobEnding.length))
    const jobs = await Promise.all(
      ids.map((id) => readJob(place(vendor, id), removed.has(`${id}${removedEnding}`))),
    )
    return jobs
      .filter((job) => job !== null)
      .sort((left, right) => left.acceptedAt - right.acceptedAt || left.sequence - right.sequence)
  }

  return {
    save: (job) =>
      writeTextWhole(
        `${place(job.vendor, job.id)}${jobEnding}`,
        `${JSON.stringify(job, null, 1)}\n`,
      ),
    remove: ({ vendor, id }, at) =>
      writeTextWhole(`${place(vendor, id)}${removedEnding}`, String(at)),
    find: async (vendor, id) => (await all(vendor)).find((job) => job.id === id) ?? null,
    all,
    clear: async () => {
      known.clear()
      for (const vendor of emulatedVendors) {
        await rm(join(folder, 'jobs', vendor), { recursive: true, force: true })
      }
    },
  }
}

const textOf = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  }
}

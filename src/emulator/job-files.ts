import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errnoOf } from '../kit/file-error.ts'
import { writeTextWhole } from '../kit/files.ts'
import { type EmulatedJob, emulatedJob } from './emulated-job.ts'
import { type EmulatedVendor, emulatedVendors } from './vendors.ts'

/** The jobs of all accounts, a file each: what one process writes, every other over the same folder sees. */
export interface JobFiles {
  /** On the disk when it resolves. */
  save(job: EmulatedJob): Promise<void>
  /** Null when the vendor has no such job. */
  find(vendor: EmulatedVendor, id: string): Promise<EmulatedJob | null>
  /** Jobs of a vendor, removed ones included, the oldest first. */
  all(vendor: EmulatedVendor): Promise<readonly EmulatedJob[]>
  /** Forget everything. */
  clear(): Promise<void>
}

/** A job that was read, and what its file looked like then. */
interface Read {
  readonly stamp: string
  readonly job: EmulatedJob
}

/**
 * Job files at `jobs/<vendor>/<id>.json`.
 *
 * @param folder need not exist
 */
export const jobFiles = (folder: string): JobFiles => {
  const known = new Map<string, Read>()
  const place = (vendor: EmulatedVendor, id: string): string =>
    join(folder, 'jobs', vendor, `${id}.json`)

  const read = async (path: string): Promise<EmulatedJob | null> => {
    try {
      const { mtimeMs, size, ino } = await stat(path)
      const stamp = `${mtimeMs} ${size} ${ino}`
      const before = known.get(path)
      if (before?.stamp === stamp) return before.job
      const job = emulatedJob.parse(JSON.parse(await readFile(path, 'utf8')))
      known.set(path, { stamp, job })
      return job
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null
      throw error
    }
  }

  return {
    save: (job) => writeTextWhole(place(job.vendor, job.id), `${JSON.stringify(job, null, 1)}\n`),
    find: async (vendor, id) => (isId(id) ? read(place(vendor, id)) : null),
    all: async (vendor) => {
      const names = await namesIn(join(folder, 'jobs', vendor))
      const jobs = await Promise.all(names.map((name) => read(join(folder, 'jobs', vendor, name))))
      return jobs
        .filter((job) => job !== null)
        .sort((left, right) => left.acceptedAt - right.acceptedAt || left.sequence - right.sequence)
    },
    clear: async () => {
      known.clear()
      for (const vendor of emulatedVendors) {
        await rm(join(folder, 'jobs', vendor), { recursive: true, force: true })
      }
    },
  }
}

/** An id comes from a path of a request, and becomes a file's name. */
const isId = (text: string): boolean => /^[A-Za-z0-9_-]{1,100}$/.test(text)

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json'))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  }
}

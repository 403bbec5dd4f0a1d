import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../kit/files.ts'
import { sha256 } from '../kit/hash.ts'
import { slots } from '../kit/slots.ts'
import type { ClipMaker, ClipOrder } from '../ports/clip-maker.ts'
import type { EmulatedJob } from './emulated-job.ts'
import type { JobFiles } from './job-files.ts'
import type { EmulatedVendor } from './vendors.ts'

/** The clips of finished jobs and the frames they start from, as files. */
export interface Clips {
  /** The path of a job's clip, which is made if it is not there. */
  fileOf(job: EmulatedJob): Promise<string>
  /** Make a job's clip ahead of the question for it. */
  begin(job: EmulatedJob): void
  /** Keep a picture. @returns its SHA-256, hex, by which a plan names it */
  keepFrame(bytes: Uint8Array): Promise<string>
  clear(): Promise<void>
}

/** Clips drawn at once: each keeps about a core busy. */
const drawnAtOnce = 2

/**
 * Clips at `clips/<vendor>/<id>.mp4` and frames at `frames/<hash>`.
 *
 * @param folder need not exist
 */
export const clipFiles = (folder: string, jobs: JobFiles, makeClip: ClipMaker): Clips => {
  const making = new Map<string, Promise<string>>()
  const desk = slots(drawnAtOnce)

  const frame = async (hash: string | null): Promise<Uint8Array | null> =>
    hash === null ? null : readFile(join(folder, 'frames', hash))

  const clipBefore = async (vendor: EmulatedVendor, id: string | null): Promise<string | null> => {
    const job = id === null ? null : await jobs.find(vendor, id)
    return job === null ? null : fileOf(job)
  }

  const attemptOf = async ({ vendor, sequence, charge }: EmulatedJob): Promise<number> => {
    const all = await jobs.all(vendor)
    const same = all.filter((other) => other.charge.promptHash === charge.promptHash)
    return same.filter((other) => other.sequence < sequence).length
  }

  const orderOf = async (job: EmulatedJob): Promise<ClipOrder> => {
    if (job.clip === null) throw new TypeError(`Job ${job.id} of ${job.vendor} delivers no clip`)
    const { firstFrame, lastFrame, continues, leadsTo, ...rest } = job.clip
    return {
      vendor: job.vendor,
      model: job.model,
      ...rest,
      attempt: await attemptOf(job),
      firstFrame: await frame(firstFrame),
      lastFrame: await frame(lastFrame),
      continues: await clipBefore(job.vendor, continues),
      leadsTo: await clipBefore(job.vendor, leadsTo),
    }
  }

  const make = async (job: EmulatedJob, path: string): Promise<string> => {
    const order = await orderOf(job)
    await desk.run(() => writeWhole(path, (passing) => makeClip(order, passing)))
    return path
  }

  const fileOf = (job: EmulatedJob): Promise<string> => {
    const path = join(folder, 'clips', job.vendor, `${job.id}.mp4`)
    const begun = making.get(path)
    if (begun) return begun
    if (existsSync(path)) return Promise.resolve(path)
    const work = make(job, path).finally(() => making.delete(path))
    making.set(path, work)
    return work
  }

  return {
    fileOf,
    begin: (job) => {
      // Who asks for the clip has it made again, and hears why it cannot be made.
      void fileOf(job).catch(() => undefined)
    },
    keepFrame: async (bytes) => {
      const hash = sha256(bytes)
      const path = join(folder, 'frames', hash)
      if (!existsSync(path)) await writeWhole(path, (passing) => writeFile(passing, bytes))
      return hash
    },
    clear: async () => {
      await Promise.allSettled(making.values())
      for (const part of ['clips', 'frames']) {
        await rm(join(folder, part), { recursive: true, force: true })
      }
    },
  }
}

import { loopbackOrigin } from '../config/trusted-hosts.ts'
import type { Delivery, JobStatus, Started } from '../ports/paid-model.ts'
import type { AccountJob, VendorAccount } from '../ports/vendor-account.ts'
import type { VideoModel } from '../ports/video-model.ts'

/**
 * A model whose links may lead to where it is reached itself, when that is on this machine: a developer's own emulator keeps its
 * clips there. Nothing else on this machine is opened to it.
 *
 * @param baseUrl where the environment leads its vendor; null for the vendor's own address
 */
export const withOwnLinks = (model: VideoModel, baseUrl: string | null): VideoModel => {
  const origin = baseUrl === null ? null : loopbackOrigin(baseUrl)
  if (origin === null) return model
  return {
    ...model,
    start: async (order, reference, signal) =>
      startedAt(await model.start(order, reference, signal), origin),
    check: async (job, signal) => statusAt(await model.check(job, signal), origin),
  }
}

/** An account as {@link withOwnLinks} has a model. */
export const accountWithOwnLinks = (
  account: VendorAccount,
  baseUrl: string | null,
): VendorAccount => {
  const origin = baseUrl === null ? null : loopbackOrigin(baseUrl)
  if (origin === null) return account
  const { jobs } = account
  const at = (job: AccountJob): AccountJob => ({ ...job, status: statusAt(job.status, origin) })
  return {
    ...account,
    job: async (id, signal) => {
      const job = await account.job(id, signal)
      return job && at(job)
    },
    ...(jobs
      ? {
          jobs: async (sinceIso, signal) => {
            const listed = await jobs(sinceIso, signal)
            return { ...listed, jobs: listed.jobs.map(at) }
          },
        }
      : {}),
  }
}

const startedAt = (started: Started, origin: string): Started =>
  started.kind === 'delivered' ? { ...started, output: linkAt(started.output, origin) } : started

const statusAt = (status: JobStatus, origin: string): JobStatus =>
  status.state === 'done'
    ? { ...status, outputs: status.outputs.map((output) => linkAt(output, origin)) }
    : status

const linkAt = (output: Delivery, loopback: string): Delivery =>
  output.kind === 'link' ? { ...output, loopbackOrigin: loopback } : output

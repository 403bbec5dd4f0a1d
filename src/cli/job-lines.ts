import { dollarsOf, exactUsd } from '../domain/money.ts'
import type { VendorJob } from '../studio/vendor-desk.ts'
import { oneLine } from './text-table.ts'

/** A job of a vendor as `--json` prints it. Links are left out: whoever has one has the clip. */
export interface JobLine {
  readonly vendor: string
  /** The vendor's id. */
  readonly job: string
  /** `vendor/model`; null where the vendor does not say. */
  readonly model: string | null
  readonly prompt: string | null
  /** ISO 8601, UTC; null where the vendor does not say. */
  readonly createdAt: string | null
  readonly state: VendorJob['status']['state']
  /** 0…1; null where the vendor does not say. */
  readonly progress: number | null
  /** Why it was refused or failed; null for every other state. */
  readonly reason: string | null
  /** Media types of what it delivered. */
  readonly outputs: readonly string[]
  /** Null where the vendor does not say. */
  readonly billedUsd: number | null
}

/** A job for programs. */
export const jobLine = (vendor: string, job: VendorJob): JobLine => {
  const { status, billed, model, prompt, createdAt } = job
  const outputs = status.state === 'done' ? status.outputs : []
  return {
    ...{ vendor, job: jobId(job), model, prompt, createdAt, state: status.state },
    progress: status.state === 'running' ? (status.progress ?? null) : null,
    reason: 'reason' in status ? status.reason : null,
    outputs: outputs.map((output) => (output.kind === 'text' ? 'text/plain' : output.mediaType)),
    billedUsd: billed === null ? null : dollarsOf(billed),
  }
}

/** The vendor's id of a job. */
export const jobId = ({ job }: VendorJob): string => String(job['id'] ?? '')

/** How a job stands, in a few words: `running 40 %`, `failed: the prompt was refused`. */
export const jobStateText = ({ status }: VendorJob): string => {
  if ('reason' in status) return `${status.state}: ${oneLine(status.reason)}`
  if (status.state !== 'running' || status.progress === undefined) return status.state
  return `running ${Math.round(status.progress * 100)} %`
}

/** What a job was billed; empty where the vendor does not say. */
export const jobBillText = ({ billed }: VendorJob): string =>
  billed === null ? '' : exactUsd(billed)

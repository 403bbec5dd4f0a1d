import { isSameJob } from '../domain/order-machine.ts'
import { jobText } from '../domain/salvage.ts'
import type { UnexplainedJob } from '../ports/ledger-store.ts'
import type { FoundJobs } from '../ports/paid-model.ts'

/**
 * What a vendor's list shows of an order, once it is known whose its jobs are: only a job that nobody has can be the order's, and
 * one that asks for the same without being it leaves the list without proof.
 *
 * @param unexplained those of all jobs found that no order explains
 */
export const sightOf = (found: FoundJobs, unexplained: readonly UnexplainedJob[]): FoundJobs => {
  const isOurs = ({ job, isShelved }: UnexplainedJob): boolean =>
    !isShelved && found.jobs.some((one) => isSameJob(one, job))
  const jobs = unexplained.filter(isOurs).map(({ job }) => job)
  const { complete, doubt } = found
  const [other] = unexplained.filter((one) => !isOurs(one))
  if (!other || doubt !== undefined) {
    return doubt === undefined ? { jobs, complete } : { jobs, complete, doubt }
  }
  return { jobs, complete: false, doubt: doubtBy(other) }
}

const doubtBy = ({ job, isShelved }: UnexplainedJob): string => {
  const same = `job ${jobText(job)} asks for the same`
  return isShelved
    ? `${same} and is on the shelf`
    : `${same}, was made before it left by the clocks, and no order has it`
}

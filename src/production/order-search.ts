import { vendorOf } from '../domain/catalogue-model.ts'
import { isStudioError } from '../domain/errors.ts'
import type { Job, Order } from '../domain/order.ts'
import { isSameJob, type OrderEvent } from '../domain/order-machine.ts'
import { jobText } from '../domain/salvage.ts'
import type { UnexplainedJob } from '../ports/ledger-store.ts'
import type { FoundJobs } from '../ports/paid-model.ts'
import type { ProductionStore } from '../ports/production-store.ts'

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

/** Why nothing follows yet from a search. @param found a job that asks for the same */
export const tooEarlyText = (model: string, found: Job | null): string =>
  found === null
    ? `${model} does not list it yet`
    : `${model} lists one like it, which is taken for it once its own could not be missing from the list any more`

/** Where the story of a run is written on. */
export type Story = Pick<ProductionStore, 'addEvent'>

/**
 * Tell in the story of a run why an order is sent again, once for each submission that did not arrive. Of simulated orders it tells
 * nothing: nobody was asked, so nobody can have been paid.
 */
export const sayAbsent = async (
  story: Story,
  { key, production, model, funds }: Order,
  { submission, reason }: Extract<OrderEvent, { kind: 'proved-absent' }>,
): Promise<void> => {
  if (funds === 'simulated') return
  const text = `Order ${key} did not arrive at ${vendorOf(model)} and is not paid (${reason}): it may be sent again.`
  try {
    await story.addEvent(production, `absent/${key}/${submission}`, 'note', { text, order: key })
  } catch (error) {
    // Nobody reads the story of a run that was deleted.
    if (!(isStudioError(error) && error.code === 'run-deleted')) throw error
  }
}

const doubtBy = ({ job, isShelved }: UnexplainedJob): string => {
  const same = `job ${jobText(job)} asks for the same`
  return isShelved
    ? `${same} and is on the shelf`
    : `${same}, was made before it left by the clocks, and no order has it`
}

import type { Json } from '../../domain/json.ts'
import type { Desk } from '../desk.ts'
import type { Call } from '../door.ts'
import { isRefunded } from '../ledger.ts'
import type { Standing } from '../life.ts'

/** A task as Runway tells it. */
export const runwayTask = async (desk: Desk, standing: Standing, call: Call): Promise<Json> => {
  const { job, course, stage } = standing
  const odd = call.misfortune['unknown-enum']
  const task = {
    id: job.id,
    createdAt: new Date(job.acceptedAt + call.skewMs).toISOString(),
  }
  const status = (known: string): string => (odd ? String(odd.value ?? 'REBALANCING') : known)
  const credits = job.charge.credits ?? 0
  if (stage.kind !== 'ended') {
    return {
      ...task,
      status: status(waitingState(stage.kind)),
      ...(stage.kind === 'running' ? { progress: Math.round(stage.progress * 100) / 100 } : {}),
      estimatedCost: { credits },
    }
  }
  const cost = { credits: isRefunded(job, course, desk.studio.now()) ? 0 : credits }
  if (job.fate.kind === 'fails') {
    const { reason, code } = job.fate
    return { ...task, status: status('FAILED'), failure: reason, failureCode: code, cost }
  }
  return { ...task, status: status('SUCCEEDED'), output: [await desk.link(job, call)], cost }
}

const waitingState = (kind: Standing['stage']['kind']): string => {
  if (kind === 'running') return 'RUNNING'
  return kind === 'throttled' ? 'THROTTLED' : 'PENDING'
}

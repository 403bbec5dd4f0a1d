import type { Call } from './door.ts'
import type { Fate } from './emulated-job.ts'
import type { Standing } from './life.ts'

/** What both of Luma's APIs tell of a generation, each in fields of its own. */
export interface LumaGeneration {
  readonly state: string
  /** ISO 8601, by the vendor's clock. */
  readonly createdAt: string
  /** Null while it is not over, and for one that succeeded. */
  readonly failure: Extract<Fate, { readonly kind: 'fails' }> | null
  readonly isDone: boolean
}

/** The words in which the APIs differ: for a job at work, and for a state that no client knows. */
export interface LumaStateWords {
  readonly running: string
  readonly unheardOf: string
}

/** How a generation stands, in the words of one API. */
export const lumaGeneration = (
  { job, stage }: Pick<Standing, 'job' | 'stage'>,
  { misfortune, skewMs }: Call,
  { running, unheardOf }: LumaStateWords,
): LumaGeneration => {
  const hasEnded = stage.kind === 'ended'
  const failure = hasEnded && job.fate.kind === 'fails' ? job.fate : null
  const isDone = hasEnded && failure === null
  const waiting = stage.kind === 'running' ? running : 'queued'
  const state = isDone ? 'completed' : failure ? 'failed' : waiting
  const odd = misfortune['unknown-enum']
  return {
    state: odd ? String(odd.value ?? unheardOf) : state,
    createdAt: new Date(job.acceptedAt + skewMs).toISOString(),
    failure,
    isDone,
  }
}

import { StudioError } from './errors.ts'
import type { Json } from './json.ts'
import type { Funds } from './money.ts'

/** The stages of a production, in the order of the story. */
export const stages = [
  'plan',
  'pilots',
  'shoot',
  'soundtrack',
  'cut',
  'render',
  'deliver',
  'learn',
] as const

/** One of {@link stages}. */
export type Stage = (typeof stages)[number]

/** What the owner wants of a run; every hold reads it. */
export type Wanted = 'run' | 'pause' | 'cancel'

/** How a production stands. */
export type ProductionState =
  | 'running'
  | 'paused'
  /** A person has to decide about a parked order. */
  | 'waiting-for-order'
  /** The wait for what is on order ended, and nothing but time is needed: nobody has to decide anything. */
  | 'waiting-for-vendor'
  | 'waiting-for-approval'
  | 'stopped'
  | 'wrapped'
  | 'failed'
  | 'cancelled'

/** One production as listed. */
export interface Production {
  /** `^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$`. */
  readonly id: string
  readonly concept: string
  readonly state: ProductionState
  readonly stage: Stage
  /** Last stage to do before stopping; null for all. */
  readonly until: Stage | null
  readonly wanted: Wanted
  readonly funds: Funds
  /** Absolute folder of what is delivered. */
  readonly outputDir: string
  /** Reason in words when failed, stopped or waiting. */
  readonly reason: string
  /** Whether it is a test of a provider: orders of the rig, and no film. */
  readonly isTest: boolean
  /** Number of the current attempt, from 1: each time the run is taken up, after a crash too, is one. */
  readonly attempt: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** Something that happened in a production, in order. */
export interface ProductionEvent {
  /** From 1, without gaps within a production. */
  readonly seq: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** `noun-verb`: `take-reviewed`. */
  readonly event: string
  readonly body: { readonly [key: string]: Json | undefined }
}

const runIdPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Whether a text may be a run's id: letters, digits, `_`, `-`, at most 64, no leading mark. */
export const isRunId = (text: string): boolean => runIdPattern.test(text)

/** Key of the note that tells a test of a provider from a film. */
export const testNote = 'provider-test'

/**
 * The command that goes on with a run: `runs continue` past a stage it stopped after as asked, or past a gate; `runs resume`
 * after anything else. A test has no film to go on with: its order is asked about where it may be open, else its money shown.
 */
export const goOnCommand = ({
  id,
  state,
  isTest,
}: Pick<Production, 'id' | 'state' | 'isTest'>): string => {
  if (isTest) {
    return isTestOpen(state)
      ? `npx --no-install claude-studio orders reconcile ${id}`
      : `npx --no-install claude-studio budget ${id}`
  }
  const waits = state === 'stopped' || state === 'waiting-for-approval'
  return `npx --no-install claude-studio runs ${waits ? 'continue' : 'resume'} ${id}`
}

const flagOfFunds: Readonly<Record<Funds, string>> = {
  simulated: '',
  emulated: ' --emulated',
  real: ' --live',
}

/** The command that makes the film of a run anew, with the same kind of money; more flags may follow. */
export const remakeCommand = ({ id, funds }: Pick<Production, 'id' | 'funds'>): string =>
  `npx --no-install claude-studio produce --from ${id}${flagOfFunds[funds]}`

/** Whether what a test ordered may still be at its vendor: it was cut off, or its wait ended before the order did. */
export const isTestOpen = (state: ProductionState): boolean =>
  state === 'running' || isWaitingForOrders(state)

/** Whether a run was left with orders open: some wait for a person, or are still being made. */
export const isWaitingForOrders = (state: ProductionState): boolean =>
  state === 'waiting-for-order' || state === 'waiting-for-vendor'

/** The error for a run that was deleted while it was worked on or watched. */
export const runDeleted = (id: string, cause?: unknown): StudioError =>
  new StudioError({
    code: 'run-deleted',
    message: `Run ${id} was deleted while it worked. Nothing more is done for it.`,
    cause,
  })

/** The error for a run that somebody else works on. */
export const runBusy = (id: string): StudioError =>
  new StudioError({
    code: 'run-busy',
    message: `Run ${id} is being worked on by another process. Nothing was changed. Watch it with \`npx --no-install claude-studio runs watch ${id}\`.`,
    retry: 'later',
  })

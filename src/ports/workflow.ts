import type { Json } from '../domain/json.ts'

/** What a workflow's body may do. Steps of one workflow are strictly sequential. */
export interface WorkflowContext {
  readonly workflowId: string
  /**
   * Run once and record the result; a replay returns the record without running.
   * A step that was interrupted before its result was recorded runs again: what it does must bear that.
   *
   * @param name unique within the workflow; carries its subject (`submit 12C-3`)
   * @returns plain JSON of at most 64 KiB
   * @throws TypeError when another step of this workflow is open, when the name was used, or the result is not JSON or too large
   */
  step<Result extends Json>(name: string, run: () => Promise<Result>): Promise<Result>
  /** Sleep durably: a restart sleeps only what is left. */
  sleep(name: string, ms: number): Promise<void>
  /**
   * Start a child and go on. Start all children that run side by side before awaiting the first.
   * Starting an id that exists joins it.
   */
  startChild<Input extends Json, Result extends Json>(
    workflow: Workflow<Input, Result>,
    id: string,
    input: Input,
  ): Promise<WorkflowHandle<Result>>
}

/** A body registered under a name. No I/O, clock or randomness outside steps. */
export interface Workflow<Input extends Json, Result extends Json> {
  readonly name: string
  readonly run: (context: WorkflowContext, input: Input) => Promise<Result>
}

/** A workflow that was started. */
export interface WorkflowHandle<Result extends Json> {
  readonly id: string
  result(): Promise<Result>
}

/** How a started workflow stands. */
export type WorkflowState = 'pending' | 'done' | 'failed' | 'cancelled'

/** Moves work forward, waits, and brings it back after a crash. */
export interface WorkflowEngine {
  /** All workflows must be registered before `launch`. */
  register<Input extends Json, Result extends Json>(workflow: Workflow<Input, Result>): void
  /** Begin to run; takes over nothing by itself until `recover`. */
  launch(): Promise<void>
  /** Start, or join the one with this id. */
  start<Input extends Json, Result extends Json>(
    workflow: Workflow<Input, Result>,
    id: string,
    input: Input,
  ): Promise<WorkflowHandle<Result>>
  /** State by id; null when it was never started. */
  state(id: string): Promise<WorkflowState | null>
  /** End a workflow and its children; open steps finish, nothing new begins. */
  cancel(id: string): Promise<void>
  /**
   * Take over unfinished workflows whose owner is dead; returns their ids. Those of another version of the bodies are
   * ended instead: their replay would not fit.
   *
   * @param idPrefix limits it to one production
   */
  recover(idPrefix?: string): Promise<readonly string[]>
  /** End unfinished workflows whose owner is dead, for good; returns their ids. */
  retire(idPrefix: string): Promise<readonly string[]>
  close(): Promise<void>
}

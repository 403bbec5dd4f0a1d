import type { Brief } from '../domain/brief.ts'
import type { CandidateName } from '../domain/cut.ts'
import type { Usd } from '../domain/money.ts'
import type { Production, Stage } from '../domain/production.ts'
import type { SlateId } from '../domain/slate.ts'

/** What a production would cost, itemised. */
export interface Quote {
  readonly lines: readonly { readonly label: string; readonly amount: Usd }[]
  readonly total: Usd
  /** Held back so that a watchable film can always be finished. */
  readonly bond: Usd
  /** The least money any film of this brief can be made with. */
  readonly least: Usd
  /** The plan in words, one line a pilot or decision. */
  readonly plan: readonly string[]
}

/** What the front doors ask of the studio floor. Every call may be repeated after a crash. */
export interface ProductionDriver {
  /** Itemised, spends nothing. @throws StudioError `budget-too-small` */
  quote(brief: Brief): Promise<Quote>
  /** @throws StudioError `already-exists`, `budget-too-small` */
  create(request: {
    readonly id: string
    readonly brief: Brief
    readonly outputDir: string
    readonly until: Stage | null
  }): Promise<Production>
  /**
   * Run stages until the production is wrapped, stopped, paused, waiting or failed; the same call resumes a crashed run.
   *
   * @param signal aborting it pauses the run
   * @returns the final row
   * @throws StudioError `run-busy` when another process runs it, `not-found`
   */
  run(id: string, signal: AbortSignal): Promise<Production>
  pause(id: string): Promise<void>
  cancel(id: string): Promise<void>
  /** Shoot a scene or a slate's shot again, then cut, render and deliver anew. */
  retake(
    id: string,
    target: { readonly scene: number } | { readonly slate: SlateId },
    prompt: string | null,
    signal: AbortSignal,
  ): Promise<Production>
  /** Make a candidate the master. */
  renderCandidate(id: string, candidate: CandidateName, signal: AbortSignal): Promise<Production>
  /** Join finished scenes in the order given; returns the file's path. */
  combine(
    id: string,
    scenes: readonly number[],
    output: string | null,
    music: boolean,
    signal: AbortSignal,
  ): Promise<string>
  /** Delete a run's folder and rows; footage goes to the shelf unless it is purged. */
  remove(id: string, purgeFootage: boolean): Promise<void>
}

import type { Brief, Gate } from '../domain/brief.ts'
import type { CandidateName } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import { goOnCommand, type Production, type Stage } from '../domain/production.ts'
import type { ShotId } from '../domain/slate.ts'
import { type ApprovedScript, bringScript, planOfScript } from './approved-script.ts'
import { closeOrdersWhenFree } from './close-orders.ts'
import { combineScenes } from './combine.ts'
import type { Direction } from './direct.ts'
import { requireFootage } from './edit.ts'
import type { Floor } from './floor.ts'
import { approve } from './gate.ts'
import { settleTest } from './late-tests.ts'
import { videoOffers } from './money.ts'
import { omitShots } from './omission.ts'
import { type OrderDecisions, orderDecisions } from './order-decisions.ts'
import { forFootage } from './plan.ts'
import { checkBudget, type Quote } from './quote.ts'
import { removeProduction } from './remove.ts'
import { masterNote } from './render.ts'
import { callRetake, type RetakeTarget, type RetakeWish } from './retake.ts'
import { knownRun } from './rows.ts'
import { giveBackFolder, prepareFolder } from './run-folder.ts'
import { requireShooting } from './steer.ts'
import { directThrough } from './through-absence.ts'

/** What the front doors ask of the studio floor. Every call may be repeated after a crash. */
export interface ProductionDriver {
  /** Itemised, spends and writes nothing. @throws StudioError `budget-too-small`, `disk-full` */
  quote(brief: Brief, outputDir: string, approved?: ApprovedScript | null): Promise<Quote>
  /** @throws StudioError `already-exists`, `budget-too-small`, `not-writable`, `disk-full` */
  create(request: {
    readonly id: string
    readonly brief: Brief
    readonly outputDir: string
    readonly until: Stage | null
    /** Gates of the brief that are answered already. Default: none. */
    readonly approved?: readonly Gate[]
    /** A script that is bought as it is. Default: the crew writes one. */
    readonly script?: ApprovedScript | null
  }): Promise<Production>
  /**
   * Run stages until the production is wrapped, stopped, paused, waiting or failed; the same call resumes a crashed run. One
   * that waits at a gate goes on waiting.
   *
   * @param signal aborting it pauses the run, before it is taken up too: nothing new is ordered
   * @returns the final row
   * @throws StudioError `run-busy` when another process runs it, `not-found`
   */
  run(id: string, signal: AbortSignal): Promise<Production>
  /**
   * Run on past the gate it waits at or the stage it was to stop after, to the end of `until`; null for all.
   *
   * @throws StudioError as {@link run}; `bad-input` when `until` is behind
   */
  continue(id: string, until: Stage | null, signal: AbortSignal): Promise<Production>
  /**
   * Leave shots without footage out of the film, and run on from there.
   *
   * @throws StudioError as {@link run}; `bad-input`, `not-found` when the shots cannot be left out: nothing is changed then
   */
  continueWithout(
    id: string,
    shots: readonly ShotId[],
    until: Stage | null,
    signal: AbortSignal,
  ): Promise<Production>
  /** What a person can have done about orders that wait for them. */
  readonly orders: OrderDecisions
  /**
   * End a run for good: nothing more is sent, its bond is let go, what was paid for is kept, and what is on order is closed:
   * by the process that works on the run when it ends, else at once. Again, it asks again about what is still open.
   */
  cancel(id: string): Promise<void>
  /**
   * Shoot scenes, or the shots of slates, again, then cut, render and deliver anew.
   *
   * @throws StudioError `run-paused`, `not-found`, `bad-input`, `not-writable`, `cap-reached`, `overrun`, `footage-missing`,
   *   `footage-corrupt`: nothing is changed then
   */
  retake(
    id: string,
    targets: readonly RetakeTarget[],
    wish: RetakeWish,
    signal: AbortSignal,
  ): Promise<Production>
  /**
   * Make a candidate the master. A film that is wrapped stays as it was delivered when that fails.
   *
   * @throws StudioError `not-writable`, `footage-missing`, `footage-corrupt`, and what the stages of a wrapped run failed with:
   *   nothing is changed then
   */
  renderCandidate(id: string, candidate: CandidateName, signal: AbortSignal): Promise<Production>
  /** Cut, render and deliver anew from the circled takes; as {@link ProductionDriver.renderCandidate} when that fails. */
  recut(id: string, signal: AbortSignal): Promise<Production>
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

/** What a driver works with. */
export interface DriverParts extends Direction {
  readonly quote: ProductionDriver['quote']
}

/** The driver over a floor and an engine. */
export const productionDriver = (parts: DriverParts): ProductionDriver => {
  const { floor } = parts
  const driver: ProductionDriver = {
    quote: parts.quote,
    create: async (request) => {
      checkBudget(
        request.brief,
        floor.catalogue,
        floor.crewPrice(request.brief),
        request.script ?? null,
      )
      await floor.media.ready()
      await prepareFolder(floor, request)
      const run = await floor.productions.create(request).catch(async (error: unknown) => {
        await giveBackFolder(floor, request)
        throw error
      })
      if (request.script) await bring(floor, run.id, request.brief, request.script)
      await approve(floor, run.id, request.approved ?? [])
      return run
    },
    run: (id, signal) => directThrough(parts, id, signal, { kind: 'on' }),
    continue: (id, until, signal) =>
      directThrough(parts, id, signal, { kind: 'on', until, isApproved: true }),
    continueWithout: (id, shots, until, signal) =>
      directThrough(parts, id, signal, {
        ...{ kind: 'on', until },
        prepare: async () => {
          requireShooting(await knownRun(floor.productions, id))
          await omitShots(floor, id, shots)
        },
      }),
    orders: orderDecisions(floor),
    cancel: async (id) => {
      const run = await knownRun(floor.productions, id)
      if (run.state === 'wrapped') return
      if (run.state !== 'cancelled') {
        const reason = 'Cancelled as asked.'
        await floor.productions.update(id, { wanted: 'cancel', state: 'cancelled', reason })
        parts.interrupt(id)
      }
      await closeOrdersWhenFree(floor, id)
      await settleTest(floor, run)
    },
    retake: (id, targets, wish, signal) =>
      directThrough(parts, id, signal, {
        ...{ kind: 'back', stage: 'shoot' },
        prepare: () => callRetake(floor, id, targets, wish),
      }),
    renderCandidate: (id, candidate, signal) =>
      directThrough(parts, id, signal, {
        ...{ kind: 'back', stage: 'cut' },
        prepare: async () => {
          await requireCut(floor, id, candidate)
          await requireFootage(floor, id)
          await floor.productions.putDocument(id, 'note', masterNote, candidate, true)
        },
      }),
    recut: (id, signal) =>
      directThrough(parts, id, signal, {
        ...{ kind: 'back', stage: 'cut' },
        prepare: () => requireFootage(floor, id),
      }),
    combine: async (id, scenes, output, music, signal) => {
      const run = await knownRun(floor.productions, id)
      return combineScenes(floor, run, { scenes, output, music }, signal)
    },
    remove: (id, purgeFootage) => removeProduction(floor, id, purgeFootage),
  }
  return driver
}

const bring = async (
  floor: Floor,
  id: string,
  brief: Brief,
  script: ApprovedScript,
): Promise<void> => {
  const offers = videoOffers(floor.catalogue, brief.provider)
  const plan = planOfScript(forFootage(floor, brief), script, offers)
  await bringScript(floor.productions, id, plan, script)
}

const requireCut = async (floor: Floor, id: string, candidate: CandidateName): Promise<void> => {
  if (await floor.productions.document(id, 'cut', candidate)) return
  const run = await knownRun(floor.productions, id)
  throw new StudioError({
    code: 'not-found',
    message: `Run ${id} has no cut "${candidate}" yet. Let the run reach its cuts first: \`${goOnCommand(run)}\`.`,
  })
}

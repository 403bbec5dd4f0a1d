import { StudioError } from '../domain/errors.ts'
import type { IntentContract } from '../domain/intent-contract.ts'
import type { Json } from '../domain/json.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import { type Production, runDeleted } from '../domain/production.ts'
import type { Script } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import type { Soundtrack } from '../domain/soundtrack.ts'
import type { Take } from '../domain/take.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { DocumentKind, ProductionStore } from '../ports/production-store.ts'

/** Documents of a production, by kind: every one is written by the stage that makes it and read back by those after it. */
interface Documents {
  readonly contract: IntentContract
  readonly plan: Plan
  readonly script: Script
  readonly verdict: Verdict
  readonly soundtrack: Soundtrack
}

/** A domain value as the JSON that is stored. */
export const asJson = (value: object): Json => value as unknown as Json

/**
 * Read a document that an earlier stage has written.
 *
 * @throws StudioError `internal` when it is missing
 */
export const readDocument = async <Kind extends keyof Documents>(
  productions: ProductionStore,
  id: string,
  kind: Kind,
  key = 'current',
): Promise<Documents[Kind]> => {
  const body = await productions.document(id, kind as DocumentKind, key)
  if (body) return body as unknown as Documents[Kind]
  throw new StudioError({
    code: 'internal',
    message: `Run ${id} has no ${kind} "${key}" yet; the stage that writes it must run first.`,
  })
}

/**
 * Make a document, or read the one that was made. A stage says its events after this whether or not the document was
 * there, because who made it may have died before saying them; an event said twice is written once.
 */
export const madeOnce = async <Kind extends keyof Documents>(
  productions: ProductionStore,
  id: string,
  kind: Kind,
  key: string,
  make: () => Promise<Documents[Kind]>,
): Promise<Documents[Kind]> => {
  const known = await productions.document(id, kind as DocumentKind, key)
  const body = known ?? (await productions.putDocument(id, kind, key, asJson(await make()), false))
  return body as unknown as Documents[Kind]
}

/**
 * A production's row.
 *
 * @throws StudioError `not-found`
 */
export const knownRun = async (productions: ProductionStore, id: string): Promise<Production> => {
  const run = await productions.get(id)
  if (run) return run
  throw new StudioError({
    code: 'not-found',
    message: `There is no run "${id}". See \`npx --no-install claude-studio runs list\`.`,
  })
}

/**
 * Check that a run was not deleted while work was done for it.
 *
 * @throws StudioError `run-deleted`
 */
export const requireLiving = async (productions: ProductionStore, id: string): Promise<void> => {
  if ((await productions.get(id)) === null) throw runDeleted(id)
}

/**
 * Store a file that was made for a run, unless the run was deleted meanwhile: no row would tell of the file then.
 *
 * @throws StudioError `run-deleted`; as {@link FootageVault.put}
 */
export const storeMade = async (
  { productions, vault }: { readonly productions: ProductionStore; readonly vault: FootageVault },
  id: string,
  path: string,
  extension: string,
): Promise<string> => {
  await requireLiving(productions, id)
  return vault.put(path, extension)
}

/** The pilot of a plan by its id. */
export const pilotOf = (plan: Pick<Plan, 'pilots'>, id: string): Pilot => {
  const pilot = plan.pilots.find((candidate) => candidate.id === id)
  if (pilot) return pilot
  throw new StudioError({ code: 'internal', message: `The plan has no pilot ${id}.` })
}

/** Takes of one shot of one pilot, in the order they were shot. */
export const takesOfShot = (takes: readonly Take[], pilot: string, shot: ShotId): readonly Take[] =>
  takes
    .filter((take) => take.pilot === pilot && take.shot === shot)
    .toSorted((a, b) => takeNumber(a) - takeNumber(b))

/** Take number from its slate. */
export const takeNumber = (take: Take): number => Number(take.slate.split('-')[1])

/** The circled take of a shot; undefined when there is none. */
export const circledTake = (
  takes: readonly Take[],
  pilot: string,
  shot: ShotId,
): Take | undefined => takesOfShot(takes, pilot, shot).findLast(({ state }) => state === 'circled')

/** Number of the take by which the film shows a shot; while none is circled, of the last that is to be shot. */
export const takeShown =
  (takes: readonly Take[], pilot: string) =>
  (shot: ShotId): number => {
    const circled = circledTake(takes, pilot, shot)
    return circled ? takeNumber(circled) : Number.POSITIVE_INFINITY
  }

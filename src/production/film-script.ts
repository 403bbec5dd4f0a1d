import { withoutShots } from '../domain/omit-shots.ts'
import type { Script } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { circledTake, readDocument } from './rows.ts'

/** A shot that the client had left out of the film, for want of footage. */
export interface Omission {
  readonly schema: 'omission@1'
  readonly shot: ShotId
}

/** Shots that are left out of a pilot's film. One of which a take is circled after all is in it again. */
export const omittedShots = async (
  productions: ProductionStore,
  id: string,
  pilot: string,
): Promise<ReadonlySet<ShotId>> => {
  const documents = await productions.documents(id, 'omission')
  const own = documents.filter(({ key }) => key.startsWith(`${pilot}/`))
  if (own.length === 0) return new Set()
  const takes = await productions.takes(id)
  const shots = own.map(({ body }) => (body as unknown as Omission).shot)
  return new Set(shots.filter((shot) => !circledTake(takes, pilot, shot)))
}

/**
 * A pilot's script without the shots that are left out: what its film is made of. What an order is made of is the script as
 * it was written, which does not change under it.
 *
 * @throws StudioError `internal` when there is none
 */
export const filmScript = async (
  productions: ProductionStore,
  id: string,
  pilot: string,
): Promise<Script> => {
  const script = await readDocument(productions, id, 'script', pilot)
  return withoutShots(script, await omittedShots(productions, id, pilot))
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ShotId, SlateId } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import { frames } from '../domain/time.ts'
import type { Keyframe } from '../ports/video-model.ts'
import type { Floor } from './floor.ts'
import { circledTake, storeMade } from './rows.ts'
import { takeOrderKey } from './shot-order.ts'
import type { TakeRequest } from './take-work.ts'

/**
 * Slate of the take a shot continues from: the circled take of the nearest shot before it in its chain that has one.
 *
 * @param earlier the shots before it, in order
 */
export const continuedSlate = (
  takes: readonly Take[],
  pilot: string,
  earlier: readonly ShotId[],
): SlateId | null => {
  const before = earlier.findLast((shot) => circledTake(takes, pilot, shot) !== undefined)
  return before === undefined ? null : (circledTake(takes, pilot, before)?.slate ?? null)
}

/** The frame a take starts from, taken from the footage before it once and written down: a take waits for its slot often. */
export const firstFrameOf = async (
  floor: Floor,
  { production, pilot, continuesFrom }: TakeRequest,
): Promise<Keyframe | null> => {
  if (!continuesFrom) return null
  const key = `last-frame/${pilot}/${continuesFrom}`
  const known = await floor.productions.document(production, 'note', key)
  const hash =
    typeof known === 'string' && (await floor.vault.has(known))
      ? known
      : await lastFrameOf(floor, production, pilot, continuesFrom)
  if (hash === null) return null
  if (hash !== known) await floor.productions.putDocument(production, 'note', key, hash, true)
  const path = await floor.vault.path(hash)
  const ofJob = await jobBehind(floor, takeOrderKey(production, pilot, continuesFrom))
  return ofJob ? { hash, path, ofJob } : { hash, path }
}

/** The job that made a take's clip; undefined for a clip that was delivered at once. The spare seconds of a take lie behind its cut, so its frame is never the clip's very last. */
const jobBehind = async (floor: Floor, orderKey: string): Promise<Keyframe['ofJob']> => {
  const order = await floor.ledger.order(orderKey)
  return order?.job ? { model: order.model, job: order.job, isLastFrame: false } : undefined
}

/** The last frame of a take as it will be cut, as a still in the vault: its hash. */
const lastFrameOf = async (
  floor: Floor,
  production: string,
  pilot: string,
  slate: SlateId,
): Promise<string | null> => {
  const takes = await floor.productions.takes(production)
  const take = takes.find((candidate) => candidate.pilot === pilot && candidate.slate === slate)
  if (take?.footage.kind !== 'stored') return null
  const folder = await floor.vault.scratchFolder()
  try {
    const still = join(folder, 'last-frame.png')
    await floor.media.still(
      await floor.vault.path(take.footage.hash),
      frames(take.wanted - 1),
      still,
      floor.signal(production),
    )
    return await storeMade(floor, production, still, 'png')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

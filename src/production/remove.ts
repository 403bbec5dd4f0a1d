import { rm } from 'node:fs/promises'
import { StudioError } from '../domain/errors.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Floor } from './floor.ts'
import { knownRun } from './rows.ts'
import { markedRun } from './run-folder.ts'

/**
 * Delete a run: its folder when that carries our marker, and its rows. Orders, ledger and takes stay as history;
 * footage stays in the vault unless it is purged.
 *
 * @throws StudioError `not-found`, `not-writable` when the folder is not ours
 */
export const removeProduction = async (
  floor: Floor,
  id: string,
  purgeFootage: boolean,
): Promise<void> => {
  const run = await knownRun(floor.productions, id)
  const owner = await markedRun(run.outputDir)
  if (owner !== null && owner !== id) {
    throw new StudioError({
      code: 'not-writable',
      message: `${run.outputDir} holds run ${owner}, not ${id}: it was not deleted. Nothing was removed.`,
    })
  }
  const hashes = purgeFootage ? await footageHashes(floor, id) : []
  await floor.ledger.setBond(id, zeroUsd)
  await floor.productions.remove(id)
  if (owner === id) await rm(run.outputDir, { recursive: true, force: true })
  for (const hash of hashes) await floor.vault.purge(hash)
}

/** Files of this run that no other run uses. */
const footageHashes = async (floor: Floor, id: string): Promise<readonly string[]> => {
  const own = await hashesOf(floor, id)
  const others = await floor.productions.list(100_000)
  const kept = new Set<string>()
  for (const other of others.filter((run) => run.id !== id)) {
    for (const hash of await hashesOf(floor, other.id)) kept.add(hash)
  }
  return own.filter((hash) => !kept.has(hash))
}

const hashesOf = async (floor: Floor, id: string): Promise<readonly string[]> =>
  (await floor.productions.takes(id)).flatMap(({ footage }) =>
    footage.kind === 'stored' ? [footage.hash, footage.originalHash] : [],
  )

import type { FootageVault } from '../ports/footage-vault.ts'
import type { ProductionStore } from '../ports/production-store.ts'

interface Rooms {
  readonly productions: ProductionStore
  readonly vault: FootageVault
}

/**
 * Write down, before the row that names them is overwritten, that other files take the place of these: renders, posters
 * and captions, never footage. They stay until the new ones are delivered.
 */
export const supersede = async (
  { productions }: Pick<Rooms, 'productions'>,
  production: string,
  hashes: readonly string[],
): Promise<void> => {
  for (const hash of new Set(hashes)) {
    const body = { schema: 'superseded@1' }
    await productions.putDocument(production, 'superseded', hash, body, true)
  }
}

/** Destroy what was superseded, but for what this or another run has to do with again. Repeatable after a crash. */
export const clearSuperseded = async (
  { productions, vault }: Rooms,
  production: string,
): Promise<void> => {
  const documents = await productions.documents(production, 'superseded')
  for (const hash of await productions.unheld(documents.map(({ key }) => key))) {
    await vault.purge(hash)
  }
  await productions.removeDocuments(production, 'superseded')
}

import type { Json } from '../domain/json.ts'
import { basisNote } from './edit.ts'
import type { Floor } from './floor.ts'
import { masterNote } from './render.ts'

/** The cuts of a wrapped film and the choice of its master, as they were before it is cut anew. */
export interface KeptFilm {
  readonly cuts: readonly { readonly key: string; readonly body: Json }[]
  readonly notes: readonly { readonly key: string; readonly body: Json }[]
}

/** What says how a film is cut, to be put back where cutting it anew fails. */
export const filmAsItIs = async (
  { productions }: Pick<Floor, 'productions'>,
  id: string,
): Promise<KeptFilm> => {
  const notes = await Promise.all(
    [basisNote, masterNote].map(async (key) => ({
      key,
      body: await productions.document(id, 'note', key),
    })),
  )
  return {
    cuts: await productions.documents(id, 'cut'),
    notes: notes.map(({ key, body }) => ({ key, body: body ?? '' })),
  }
}

/** Put the cuts and the choice back as they were: the delivered film is still theirs. */
export const putFilmBack = async (
  { productions }: Pick<Floor, 'productions'>,
  id: string,
  { cuts, notes }: KeptFilm,
): Promise<void> => {
  for (const { key, body } of cuts) await productions.putDocument(id, 'cut', key, body, true)
  for (const { key, body } of notes) await productions.putDocument(id, 'note', key, body, true)
}

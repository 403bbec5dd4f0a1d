import type { Cut } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import { shotOfSlate } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import type { Floor } from './floor.ts'

/**
 * See that the stored footage of every take in the cuts is there and has the bytes it was stored with, before hours are
 * rendered from it.
 *
 * @throws StudioError `footage-missing`, `footage-corrupt`
 */
export const requireWhole = async (floor: Floor, production: string): Promise<void> => {
  const cuts = await floor.productions.documents(production, 'cut')
  const used = new Set(cuts.flatMap(({ body }) => (body as unknown as Cut).events.map(nameOf)))
  const takes = (await floor.productions.takes(production)).filter((take) => used.has(nameOf(take)))
  for (const take of takes) {
    if (take.footage.kind !== 'stored') continue
    const state = await floor.vault.check(take.footage.hash)
    if (state !== 'whole') throw notWhole(production, take, state)
  }
}

const nameOf = ({ pilot, slate }: Pick<Take, 'pilot' | 'slate'>): string => `${pilot}/${slate}`

const notWhole = (production: string, take: Take, state: 'missing' | 'damaged'): StudioError => {
  const hash = take.footage.kind === 'stored' ? take.footage.hash : ''
  const what =
    state === 'missing'
      ? 'is not in the vault any more'
      : 'is damaged: its bytes are not those that were stored'
  return new StudioError({
    code: state === 'missing' ? 'footage-missing' : 'footage-corrupt',
    message: `The footage of take ${take.slate} ${what} (file ${hash.slice(0, 12)}…). Put it back from a copy of the studio's home, or shoot the take again: npx --no-install claude-studio retake ${production} ${shotOfSlate(take.slate)}`,
  })
}

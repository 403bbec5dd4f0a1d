import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Cut } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import type { Master } from '../domain/master.ts'
import type { Production } from '../domain/production.ts'
import { sceneOfShot } from '../domain/slate.ts'
import { copyWhole } from '../kit/files.ts'
import type { Floor } from './floor.ts'
import { masterCandidate, masterKey, orderOfCut, scenesCut } from './render.ts'
import { requireLiving } from './rows.ts'

/** Which scenes to join, in this order, and where to. */
export interface Combination {
  readonly scenes: readonly number[]
  /** Path of the file; null for `combined/scenes-1-3-5.mp4` in the run's folder. */
  readonly output: string | null
  /** One music bed under the whole: the sound is mixed anew. Without it every scene keeps its own sound and nothing is encoded. */
  readonly music: boolean
}

/**
 * Join finished scenes in the order given.
 *
 * @returns absolute path of the file
 * @throws StudioError `not-found` for scenes that do not exist or are not finished
 */
export const combineScenes = async (
  floor: Floor,
  run: Production,
  { scenes, output, music }: Combination,
  signal: AbortSignal,
): Promise<string> => {
  const cut = await finishedCut(floor, run.id)
  const known = [...new Set(cut.events.map(({ shot }) => sceneOfShot(shot)))]
  const unknown = scenes.filter((scene) => !known.includes(scene))
  if (scenes.length === 0 || unknown.length > 0) {
    const what =
      scenes.length === 0 ? 'No scenes were named' : `There is no scene ${unknown.join(', ')}`
    throw new StudioError({
      code: 'not-found',
      message: `${what}. Run ${run.id} has scenes ${known.join(', ')}.`,
    })
  }
  const name = `scenes-${scenes.join('-')}.mp4`
  const target = resolve(output ?? join(run.outputDir, 'combined', name))
  const folder = await floor.vault.scratchFolder()
  try {
    const joined = join(folder, 'joined.mp4')
    if (music) {
      const brief = await floor.productions.brief(run.id)
      const order = await orderOfCut(floor, run.id, scenesCut(cut, scenes), brief)
      await floor.media.renderFilm(order, joined, () => undefined, signal)
    } else {
      const inputs = await Promise.all(scenes.map((scene) => sceneFile(floor, run.id, cut, scene)))
      await floor.media.combine(inputs, joined, null, signal)
    }
    await requireLiving(floor.productions, run.id)
    await copyWhole(joined, target)
    return target
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const finishedCut = async (floor: Floor, id: string): Promise<Cut> => {
  const candidate = await masterCandidate(floor, id)
  const cut = await floor.productions.document(id, 'cut', candidate)
  if (cut) return cut as unknown as Cut
  throw new StudioError({
    code: 'not-found',
    message: `Run ${id} has no finished scenes yet. Let it finish first: \`npx --no-install claude-studio runs resume ${id}\`.`,
  })
}

const sceneFile = async (floor: Floor, id: string, cut: Cut, scene: number): Promise<string> => {
  const key = masterKey({ candidate: cut.candidate, scene })
  const row = (await floor.productions.document(id, 'master', key)) as Master | null
  if (row) return floor.vault.path(row.hash)
  throw new StudioError({
    code: 'not-found',
    message: `Scene ${scene} of run ${id} is not rendered yet. Let the run finish first: \`npx --no-install claude-studio runs resume ${id}\`.`,
  })
}

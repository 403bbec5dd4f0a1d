import { readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import type { Cut } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import type { Deliverable, Master } from '../domain/master.ts'
import { goOnCommand, type Production, remakeCommand } from '../domain/production.ts'
import { sceneOfShot } from '../domain/slate.ts'
import { fileError } from '../kit/file-error.ts'
import { copyWhole } from '../kit/files.ts'
import { sha256 } from '../kit/hash.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { Floor } from './floor.ts'
import { deliveredCandidate, masterKey, orderOfCut, scenePath, scenesCut } from './render.ts'
import { asJson, readDocument, requireLiving } from './rows.ts'
import { requireWhole } from './whole-footage.ts'

/** Which scenes to join, in this order, and where to. */
export interface Combination {
  readonly scenes: readonly number[]
  /** Path of the file; null for `combined/scenes-1-3-5.mp4` in the run's folder, with music `scenes-1-3-5-music.mp4`. */
  readonly output: string | null
  /** One music bed under the whole, for which the film's scenes are rendered anew. Without it the pictures are copied as they are, and the scenes' own sound is encoded once more, faded for 5 ms at the joins. */
  readonly music: boolean
}

/**
 * Join finished scenes in the order given.
 *
 * @returns absolute path of the file
 * @throws StudioError `not-found` for scenes that do not exist or are not finished, `bad-input` for an output that is no
 * film's name, `not-available` for the music of a film that has none, `already-exists` for one of the run's own deliverables
 */
export const combineScenes = async (
  floor: Floor,
  run: Production,
  { scenes, output, music }: Combination,
  signal: AbortSignal,
): Promise<string> => {
  const cut = await finishedCut(floor, run)
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
  if (music) await requireMusic(floor, run.id)
  const target = resolve(output ?? join(run.outputDir, combinedFolder, nameOf(scenes, music)))
  await refuseDeliverable(floor.productions, run, target)
  const folder = await floor.vault.scratchFolder()
  try {
    const joined = join(folder, `joined${filmExtension(target)}`)
    if (music) {
      const brief = await floor.productions.brief(run.id)
      await requireWhole(floor, run.id)
      const order = await orderOfCut(floor, run.id, scenesCut(cut, scenes), brief)
      await floor.media.renderFilm(order, joined, () => undefined, signal)
    } else {
      const inputs = await Promise.all(scenes.map((scene) => sceneFile(floor, run, cut, scene)))
      await floor.media.combine(inputs, joined, null, signal)
    }
    await requireLiving(floor.productions, run.id)
    await copyWhole(joined, target)
    await noteCombined(floor.productions, run.id, target)
    return target
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const requireMusic = async (floor: Floor, id: string): Promise<void> => {
  const { music } = await readDocument(floor.productions, id, 'soundtrack')
  if (music !== null) return
  const { audio, funds } = await floor.productions.brief(id)
  throw new StudioError({
    code: 'not-available',
    message: `Run ${id} has no music to lay under its scenes: it was made with audio ${audio}. Leave --music away, or make the film with music: \`${remakeCommand({ id, funds })} --audio ${audio === 'voice' ? 'full' : 'music'}\`.`,
  })
}

const combinedFolder = 'combined'

const longestList = 80
const listedWhenLong = 8

/** Other scenes and other sound have another name; a long list has its beginning and a mark of the whole in it. */
const nameOf = (scenes: readonly number[], music: boolean): string => {
  const list = scenes.join('-')
  const rest = scenes.length - listedWhenLong
  const short =
    list.length <= longestList
      ? list
      : `${scenes.slice(0, listedWhenLong).join('-')}-and-${rest}-more-${sha256(list).slice(0, 8)}`
  return `scenes-${short}${music ? '-music' : ''}.mp4`
}

/** Names that combined files have by default; nothing else is put into that folder by the studio. */
const defaultName = /^scenes-\d+(-\d+)*(-and-\d+-more-[0-9a-f]{8})?(-music)?\.mp4$/

/**
 * See that a file may be written where a person says: there is nothing yet, or a combined file that this run made there.
 *
 * @param output absolute path
 * @throws StudioError `already-exists`, `bad-input`
 */
export const checkOutputFree = async (
  productions: ProductionStore,
  run: Production,
  output: string,
): Promise<void> => {
  await refuseDeliverable(productions, run, output)
  const bytes = await sizeAt(output)
  if (bytes === null) return
  const path = await realTarget(output)
  const combined = await realTarget(join(run.outputDir, combinedFolder, basename(path)))
  if (path === combined && defaultName.test(basename(path))) return
  const known = await combinedFiles(productions, run.id)
  if (known.some((file) => file.path === path && file.bytes === bytes)) return
  throw new StudioError({
    code: 'already-exists',
    message: `${output} exists and is not a file that combine made for run ${run.id}. Nothing was changed. Choose another name with -o, or add --force to replace it.`,
  })
}

/** No combination takes the place of what the run delivered, whatever is asked. */
const refuseDeliverable = async (
  productions: ProductionStore,
  run: Production,
  output: string,
): Promise<void> => {
  filmExtension(output)
  const delivered = ((await productions.document(run.id, 'deliverables', 'current')) ??
    []) as unknown as readonly Deliverable[]
  const target = await realTarget(output)
  const own = await Promise.all(delivered.map(({ path }) => realTarget(join(run.outputDir, path))))
  if (!own.includes(target)) return
  throw new StudioError({
    code: 'already-exists',
    message: `${output} is a film of run ${run.id} itself (${relative(
      await realTarget(run.outputDir),
      target,
    )
      .split(sep)
      .join('/')}) and is never replaced by a combination. Choose another name with -o.`,
  })
}

/** `.mp4` or `.mov`, from a file's name. @throws StudioError `bad-input` for every other ending */
const filmExtension = (path: string): string => {
  const extension = extname(path).toLowerCase()
  if (extension === '.mp4' || extension === '.mov') return extension
  throw new StudioError({
    code: 'bad-input',
    message: `"${basename(path)}" is not a name for a film: joined scenes are written as .mp4 or .mov. Give such a name with -o.`,
  })
}

/** The path with the links of its folder resolved; as it is while the folder does not exist. */
const realTarget = async (path: string): Promise<string> => {
  const folder = await realpath(dirname(path)).catch(() => dirname(path))
  return join(folder, basename(path))
}

/** Bytes of what is at a path, whatever it is; null for nothing. */
const sizeAt = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).size
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw fileError(path, error)
  }
}

/** A file that combine made: it may be made again at the same place while it is the same. */
interface CombinedFile {
  readonly path: string
  readonly bytes: number
}

const combinedFiles = async (
  productions: ProductionStore,
  id: string,
): Promise<readonly CombinedFile[]> =>
  ((await productions.document(id, 'note', 'combined-files')) ??
    []) as unknown as readonly CombinedFile[]

const noteCombined = async (
  productions: ProductionStore,
  id: string,
  target: string,
): Promise<void> => {
  const path = await realTarget(target)
  const others = (await combinedFiles(productions, id)).filter((file) => file.path !== path)
  const all = [...others, { path, bytes: (await stat(path)).size }]
  await productions.putDocument(id, 'note', 'combined-files', asJson(all), true)
}

const finishedCut = async (floor: Floor, run: Production): Promise<Cut> => {
  const { id } = run
  const candidate = await deliveredCandidate(floor, id)
  const cut = await floor.productions.document(id, 'cut', candidate)
  if (cut) return cut as unknown as Cut
  throw new StudioError({
    code: 'not-found',
    message: `Run ${id} has no finished scenes yet. Let it finish first: \`${goOnCommand(run)}\`.`,
  })
}

const sceneFile = async (
  floor: Floor,
  run: Production,
  cut: Cut,
  scene: number,
): Promise<string> => {
  const { id } = run
  const key = masterKey({ candidate: cut.candidate, scene })
  const row = (await floor.productions.document(id, 'master', key)) as Master | null
  const delivered = join(run.outputDir, scenePath(scene))
  if (row && (await floor.vault.has(row.hash))) return floor.vault.path(row.hash)
  if (row && (await hashAt(delivered)) === row.hash) return delivered
  if (row) {
    throw new StudioError({
      code: 'footage-missing',
      message: `The file of scene ${scene} of run ${id} is lost, in the vault and in ${delivered}. Nothing was changed. Render the film again, which costs nothing: npx --no-install claude-studio render ${id}`,
    })
  }
  throw new StudioError({
    code: 'not-found',
    message: `Scene ${scene} of run ${id} is not rendered yet. Let the run finish first: \`${goOnCommand(run)}\`.`,
  })
}

/** Hash of a file; null where there is none. */
const hashAt = async (path: string): Promise<string | null> => {
  const bytes = await readFile(path).catch(() => null)
  return bytes && sha256(bytes)
}

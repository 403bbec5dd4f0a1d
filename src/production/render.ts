import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Brief } from '../domain/brief.ts'
import type { CandidateName, Cut, CutEvent } from '../domain/cut.ts'
import { candidateNames, cutLength, layEvents } from '../domain/cut.ts'
import type { Deliverable, Master } from '../domain/master.ts'
import type { Script } from '../domain/script.ts'
import { sceneOfShot } from '../domain/slate.ts'
import type { Soundtrack } from '../domain/soundtrack.ts'
import { frames } from '../domain/time.ts'
import { canonicalJson, sha256 } from '../kit/hash.ts'
import type { FilmOrder, PlacedCaption, PlacedVoice } from '../ports/media-tool.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import type { Outcome } from './outcome.ts'
import { done, ok, stepOutcome, worstOf } from './outcome.ts'
import type { StageRequest } from './pilot.ts'
import { asJson, readDocument, storeMade } from './rows.ts'
import { supersede } from './superseded.ts'
import { requireWhole } from './whole-footage.ts'

/** One file to render: a candidate whole, or one scene of the master. */
export type RenderRequest = {
  readonly production: string
  readonly candidate: CandidateName
  /** Scene number; null for the whole film. */
  readonly scene: number | null
}

/** Key of a rendered file's row: `balanced`, or `balanced/scene/3`. */
export const masterKey = ({ candidate, scene }: Omit<RenderRequest, 'production'>): string =>
  scene === null ? candidate : `${candidate}/scene/${scene}`

/** The workflow of one render. */
export const renderWorkflow = (floor: Floor): Workflow<RenderRequest, Outcome<null>> => ({
  name: 'render-file',
  run: (context, request) =>
    stepOutcome(context, `render ${masterKey(request)}`, () => renderFile(floor, request)),
})

/** Render all candidates, and each scene of the master with its own mixed sound, side by side. */
export const renderStage = async (
  floor: Floor,
  render: Workflow<RenderRequest, Outcome<null>>,
  context: WorkflowContext,
  { production, attempt }: StageRequest,
): Promise<Outcome<null>> => {
  const files = await stepOutcome(context, 'files to render', () =>
    filesToRender(floor, production),
  )
  if (files.kind !== 'ok') return files
  const started = []
  for (const file of files.value) {
    const id = `${production}/render/${masterKey(file)}/${attempt}`
    started.push(await context.startChild(render, id, file))
  }
  const outcomes: Outcome<null>[] = []
  for (const handle of started) outcomes.push(await handle.result())
  return worstOf(outcomes)
}

/** The note that names the candidate a person chose. */
export const masterNote = 'master-candidate'

/** The candidate that is to be the master: the editor's `balanced` until a person chooses another. */
export const masterCandidate = async (
  { productions }: Pick<Floor, 'productions'>,
  production: string,
): Promise<CandidateName> => {
  const chosen = await productions.document(production, 'note', masterNote)
  return candidateNames.find((name) => name === chosen) ?? 'balanced'
}

/** Where a candidate lies in the run's folder. */
export const candidatePath = (name: CandidateName): string => join('candidates', `${name}.mp4`)

/** Where a scene lies in the run's folder. */
export const scenePath = (number: number): string =>
  join('scenes', `${String(number).padStart(2, '0')}.mp4`)

/** The candidate that the delivered master is; the one that it is to be while none is delivered. */
export const deliveredCandidate = async (
  { productions }: Pick<Floor, 'productions'>,
  production: string,
): Promise<CandidateName> => {
  const chosen = await masterCandidate({ productions }, production)
  const files = ((await productions.document(production, 'deliverables', 'current')) ??
    []) as unknown as readonly Deliverable[]
  const master = files.find(({ kind }) => kind === 'master')
  const isMaster = (name: CandidateName): boolean =>
    files.some(({ path, hash }) => path === candidatePath(name) && hash === master?.hash)
  return isMaster(chosen) ? chosen : (candidateNames.find(isMaster) ?? chosen)
}

const filesToRender = async (
  floor: Floor,
  production: string,
): Promise<Outcome<readonly RenderRequest[]>> => {
  await requireWhole(floor, production)
  const master = await masterCandidate(floor, production)
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const { scenes } = await filmScript(floor.productions, production, winner)
  const order = [master, ...candidateNames.filter((name) => name !== master)]
  return ok([
    ...order.map((candidate) => ({ production, candidate, scene: null })),
    ...scenes.map(({ number }) => ({ production, candidate: master, scene: number })),
  ])
}

const renderFile = async (floor: Floor, request: RenderRequest): Promise<Outcome<null>> => {
  const { production, candidate } = request
  const key = masterKey(request)
  const known = (await floor.productions.document(production, 'master', key)) as Master | null
  const brief = await floor.productions.brief(production)
  const order = await filmOrder(floor, request, brief)
  const basis = sha256(canonicalJson(asJson({ ...order, tags: order.tags })))
  if (known?.basis === basis && (await floor.vault.has(known.hash))) {
    return sayRendered(floor, request, known)
  }
  const folder = await floor.vault.scratchFolder()
  try {
    const output = join(folder, 'film.mp4')
    const progress = progressOf(floor, production, key)
    const signal = floor.signal(production)
    const rendered = await floor.media.renderFilm(order, output, progress.show, signal)
    await progress.written()
    const facts = await floor.media.probe(output, floor.signal(production))
    const master: Master = {
      schema: 'master@1',
      candidate,
      basis,
      hash: await storeMade(floor, production, output, 'mp4'),
      frames: rendered.frames,
      rate: brief.rate,
      width: brief.size.width,
      height: brief.size.height,
      bytes: facts.bytes,
      loudnessLufs: rendered.loudnessLufs,
      truePeakDbtp: rendered.truePeakDbtp,
    }
    if (known) await supersede(floor, production, [known.hash])
    await floor.productions.putDocument(production, 'master', key, asJson(master), true)
    return sayRendered(floor, request, master)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const sayRendered = async (
  floor: Floor,
  { production, candidate, scene }: RenderRequest,
  { hash, frames: length }: Master,
): Promise<Outcome<null>> => {
  const event = scene === null ? 'render-finished' : 'scene-rendered'
  const key = `rendered/${masterKey({ candidate, scene })}/${hash.slice(0, 12)}`
  await say(floor, production, key, event, { candidate, scene, frames: length })
  return done
}

/** Progress as a row, at most once for every twentieth; a failure to write it is thrown when the render is over. */
const progressOf = (
  floor: Floor,
  production: string,
  key: string,
): { readonly show: (fraction: number) => void; readonly written: () => Promise<void> } => {
  let shown = 0
  const writes: Promise<PromiseSettledResult<void>[]>[] = []
  const show = (fraction: number): void => {
    if (fraction < shown + 0.05) return
    shown = fraction
    const write = floor.productions.setProgress(production, `render/${key}`, fraction)
    writes.push(Promise.allSettled([write]))
  }
  const written = async (): Promise<void> => {
    for (const [result] of await Promise.all(writes)) {
      if (result?.status === 'rejected') throw result.reason
    }
  }
  return { show, written }
}

const filmOrder = async (
  floor: Floor,
  { production, candidate, scene }: RenderRequest,
  brief: Brief,
): Promise<FilmOrder> => {
  const whole = (await floor.productions.document(production, 'cut', candidate)) as unknown as Cut
  return orderOfCut(floor, production, scene === null ? whole : scenesCut(whole, [scene]), brief)
}

/** What a render is made from: rows and vault paths, nothing else. */
export const orderOfCut = async (
  floor: Floor,
  production: string,
  cut: Cut,
  brief: Brief,
): Promise<FilmOrder> => {
  const script = await readDocument(floor.productions, production, 'script', cut.pilot)
  const soundtrack = await readDocument(floor.productions, production, 'soundtrack')
  const takes = await floor.productions.takes(production)
  const footage = await Promise.all(
    cut.events.map(({ pilot, slate }) => {
      const take = takes.find((one) => one.pilot === pilot && one.slate === slate)
      const hash = take?.footage.kind === 'stored' ? take.footage.hash : `missing-${slate}`
      return floor.vault.path(hash)
    }),
  )
  const placed = placeSound(cut, soundtrack)
  return {
    cut,
    footage,
    size: brief.size,
    aspect: brief.aspect,
    voices: await Promise.all(
      placed.voices.map(
        async ({ hash, start }): Promise<PlacedVoice> => ({
          path: await floor.vault.path(hash),
          start,
        }),
      ),
    ),
    music: soundtrack.music ? await floor.vault.path(soundtrack.music.hash) : null,
    captions: brief.captions === 'none' ? [] : placed.captions,
    captionChoice: brief.captions,
    tags: tagsOf(production, script, cut.candidate),
  }
}

const tagsOf = (
  production: string,
  script: Script,
  candidate: CandidateName,
): FilmOrder['tags'] => ({
  title: script.title,
  comment: `Claude Studio Producer, run ${production}, cut ${candidate}`,
  digital_source_type: 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
})

/** The events of some scenes, in the order given, as a cut of their own; each scene is entered by a plain cut. */
export const scenesCut = (cut: Cut, scenes: readonly number[]): Cut => {
  const picked = scenes.flatMap((scene) => {
    const events = cut.events.filter(({ shot }) => sceneOfShot(shot) === scene)
    return events.map(({ record, ...event }, index) =>
      index === 0 ? { ...event, transition: { kind: 'cut' as const, length: frames(0) } } : event,
    )
  })
  const isEnd = picked.at(-1)?.slate === cut.events.at(-1)?.slate
  return { ...cut, events: layEvents(picked), fadeOut: isEnd ? cut.fadeOut : frames(0) }
}

/** Where each cue lies in a cut: its scene's first frame plus its place in the scene. Scenes not in the cut are left out. */
export const placeSound = (
  cut: Cut,
  { cues }: Soundtrack,
): {
  readonly voices: readonly { readonly hash: string; readonly start: PlacedVoice['start'] }[]
  readonly captions: readonly PlacedCaption[]
} => {
  const starts = sceneStarts(cut.events)
  const end = cutLength(cut)
  const placed = cues.flatMap((cue) => {
    const scene = starts.get(cue.scene)
    if (scene === undefined || scene + cue.start >= end) return []
    const start = frames(scene + cue.start)
    return [{ ...cue, start, length: frames(Math.min(cue.length, end - start)) }]
  })
  return {
    voices: placed.flatMap(({ hash, start }) => (hash === null ? [] : [{ hash, start }])),
    captions: placed.map(({ text, speaker, start, length }) => ({ text, speaker, start, length })),
  }
}

const sceneStarts = (events: readonly CutEvent[]): ReadonlyMap<number, number> => {
  const starts = new Map<number, number>()
  for (const { shot, record } of events) {
    const scene = sceneOfShot(shot)
    if (!starts.has(scene)) starts.set(scene, record.start)
  }
  return starts
}

import { readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Cut } from '../domain/cut.ts'
import { candidateNames } from '../domain/cut.ts'
import type { Deliverable, Master } from '../domain/master.ts'
import type { Take } from '../domain/take.ts'
import { frames } from '../domain/time.ts'
import { copyWhole, removeIfEmpty, writeTextWhole } from '../kit/files.ts'
import { sha256 } from '../kit/hash.ts'
import { slots } from '../kit/slots.ts'
import type { WorkflowContext } from '../ports/workflow.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import type { Outcome } from './outcome.ts'
import { done, stepOutcome } from './outcome.ts'
import { candidatePath, masterCandidate, masterKey, placeSound, scenePath } from './render.ts'
import { collectReport } from './report.ts'
import { reportHtml } from './report-html.ts'
import { asJson, readDocument, requireLiving, storeMade } from './rows.ts'
import { markFolder } from './run-folder.ts'
import { runJson } from './run-json.ts'
import { clearSuperseded, supersede } from './superseded.ts'

/** Width of the poster and of the report's stills, in pixels. */
const posterWidth = 1920
const stillWidth = 480

/** Bring everything that was made to the production's folder. */
export const deliverStage = (
  floor: Floor,
  context: WorkflowContext,
  production: string,
): Promise<Outcome<null>> =>
  stepOutcome(context, 'deliver', async () => {
    const made = [
      ...(await deliverFilms(floor, production)),
      ...(await deliverExtras(floor, production)),
    ]
    const before = (await deliverables(floor, production)).map(({ hash }) => hash)
    await supersede(floor, production, before)
    await keepDeliverables(floor, production, made)
    await deliverReports(floor, production)
    await clearSuperseded(floor, production)
    return done
  })

/**
 * Bring one file to the run's folder. A run may be deleted at any time by another process: its folder is not made
 * again, and a file that arrives after all is taken back.
 *
 * @throws StudioError `run-deleted`
 */
const deliverFile = async (
  floor: Floor,
  production: string,
  path: string,
  write: (target: string) => Promise<void>,
): Promise<void> => {
  const run = await floor.productions.get(production)
  if (run) {
    await markFolder(run.outputDir, production)
    const target = join(run.outputDir, path)
    await write(target)
    if (!(await floor.productions.get(production))) await takeBack(run.outputDir, target)
  }
  await requireLiving(floor.productions, production)
}

/** Remove a file, and the folder it lies in where nothing else is left. The run's own folder goes with the run's removal. */
const takeBack = async (folder: string, target: string): Promise<void> => {
  await rm(target, { force: true })
  if (dirname(target) !== folder) await removeIfEmpty(dirname(target))
}

const deliverFilms = async (floor: Floor, production: string): Promise<readonly Deliverable[]> => {
  const candidate = await masterCandidate(floor, production)
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const { scenes } = await filmScript(floor.productions, production, winner)
  return deliverRendered(floor, production, [
    { kind: 'master', path: 'master.mp4', key: masterKey({ candidate, scene: null }) },
    ...candidateFilms,
    ...scenes.map(({ number }) => ({
      kind: 'scene' as const,
      path: scenePath(number),
      key: masterKey({ candidate, scene: number }),
    })),
  ])
}

/** A rendered film and where it is laid in the run's folder. */
interface RenderedFile extends Pick<Deliverable, 'kind' | 'path'> {
  /** Key of its row. */
  readonly key: string
}

const candidateFilms: readonly RenderedFile[] = candidateNames.map((name) => ({
  kind: 'candidate',
  path: candidatePath(name),
  key: masterKey({ candidate: name, scene: null }),
}))

/** Lay the three cuts into the run's folder, to be looked at before the film is delivered. */
export const layOutCandidates = async (floor: Floor, production: string): Promise<void> => {
  const films = await deliverRendered(floor, production, candidateFilms)
  const others = (await deliverables(floor, production)).filter(({ kind }) => kind !== 'candidate')
  await keepDeliverables(floor, production, [...others, ...films])
}

const deliverRendered = async (
  floor: Floor,
  production: string,
  files: readonly RenderedFile[],
): Promise<readonly Deliverable[]> => {
  const delivered: Deliverable[] = []
  for (const { kind, path, key } of files) {
    const { hash, bytes } = await masterRow(floor, production, key)
    const film = await floor.vault.path(hash)
    await deliverFile(floor, production, path, (target) => copyWhole(film, target))
    delivered.push({ kind, path, hash, bytes })
  }
  return delivered
}

const masterRow = async (floor: Floor, production: string, key: string): Promise<Master> => {
  const row = await floor.productions.document(production, 'master', key)
  if (!row) throw new TypeError(`No render "${key}" of ${production}`)
  return row as unknown as Master
}

/** Captions, poster and contact sheet of the master. */
const deliverExtras = async (floor: Floor, production: string): Promise<readonly Deliverable[]> => {
  const candidate = await masterCandidate(floor, production)
  const cut = (await floor.productions.document(production, 'cut', candidate)) as unknown as Cut
  const soundtrack = await readDocument(floor.productions, production, 'soundtrack')
  const { captions } = placeSound(cut, soundtrack)
  const isCaptioned =
    captions.length > 0 && (await floor.productions.brief(production)).captions !== 'none'
  const film = await floor.vault.path((await masterRow(floor, production, candidate)).hash)
  const work = await floor.vault.scratchFolder()
  try {
    const middle = (event: Cut['events'][number] | undefined) =>
      frames(Math.floor((event?.record.start ?? 0) + (event?.record.length ?? 0) / 2))
    const parts = {
      srt: join(work, 'captions.srt'),
      vtt: join(work, 'captions.vtt'),
      poster: join(work, 'poster.jpg'),
      sheet: join(work, 'contact-sheet.jpg'),
    }
    if (isCaptioned) await floor.media.captionFiles(captions, cut.rate, parts.srt, parts.vtt)
    await floor.media.poster({
      film,
      frame: middle(posterEvent(cut)),
      width: posterWidth,
      output: parts.poster,
    })
    const cells = cut.events.map((event) => ({ frame: middle(event), label: event.slate }))
    await floor.media.contactSheet(film, cells, cut.rate, parts.sheet)
    const captionFiles = [
      { kind: 'captions-srt', path: 'captions.srt', from: parts.srt, extension: 'srt' },
      { kind: 'captions-vtt', path: 'captions.vtt', from: parts.vtt, extension: 'vtt' },
    ] as const
    const files = [
      ...(isCaptioned ? captionFiles : []),
      { kind: 'poster', path: 'poster.jpg', from: parts.poster, extension: 'jpg' },
      { kind: 'contact-sheet', path: 'contact-sheet.jpg', from: parts.sheet, extension: 'jpg' },
    ] as const
    const delivered: Deliverable[] = []
    for (const { kind, path, from, extension } of files) {
      const { size } = await stat(from)
      const hash = await storeMade(floor, production, from, extension)
      await deliverFile(floor, production, path, (target) => copyWhole(from, target))
      delivered.push({ kind, path, hash, bytes: size })
    }
    return delivered
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The event the poster is taken from: the longest of the middle third, where the film is itself. */
const posterEvent = ({ events }: Cut): Cut['events'][number] | undefined => {
  const third = Math.floor(events.length / 3)
  const middle = events.slice(third, Math.max(third + 1, events.length - third))
  return middle.toSorted((a, b) => b.record.length - a.record.length)[0] ?? events[0]
}

const deliverReports = async (floor: Floor, production: string): Promise<void> => {
  const html = reportHtml(
    await collectReport(floor, production),
    await takeStills(floor, production),
  )
  await deliverText(floor, production, { kind: 'report-html', path: 'report.html' }, html)
  await deliverReportJson(floor, production)
}

/** Write the report for programs as the rows stand now: in its stage, and again when the run has wrapped. */
export const deliverReportJson = async (floor: Floor, production: string): Promise<void> => {
  const report = await collectReport(floor, production)
  const json = `${JSON.stringify(runJson(report), null, 2)}\n`
  await deliverText(floor, production, { kind: 'report-json', path: 'report.json' }, json)
}

const deliverText = async (
  floor: Floor,
  production: string,
  file: Pick<Deliverable, 'kind' | 'path'>,
  text: string,
): Promise<void> => {
  await deliverFile(floor, production, file.path, (target) => writeTextWhole(target, text))
  const known = await deliverables(floor, production)
  await keepDeliverables(floor, production, [
    ...known.filter(({ kind }) => kind !== file.kind),
    { ...file, hash: sha256(text), bytes: Buffer.byteLength(text) },
  ])
}

const deliverables = async (floor: Floor, production: string): Promise<readonly Deliverable[]> =>
  ((await floor.productions.document(production, 'deliverables', 'current')) ??
    []) as unknown as readonly Deliverable[]

const keepDeliverables = async (
  { productions }: Floor,
  production: string,
  files: readonly Deliverable[],
): Promise<void> => {
  await productions.putDocument(production, 'deliverables', 'current', asJson(files), true)
}

/** A still of every take with footage, by `pilot/slate`, as JPEG data. */
const takeStills = async (
  floor: Floor,
  production: string,
): Promise<ReadonlyMap<string, Buffer>> => {
  const takes = await floor.productions.takes(production)
  const folder = await floor.vault.scratchFolder()
  const lanes = slots(2)
  try {
    const still = async ({ pilot, slate, footage }: Take) => {
      // Of a take that was given up, the film does without a file that was lost or damaged; so does its still.
      if (footage.kind !== 'stored' || (await floor.vault.check(footage.hash)) !== 'whole')
        return []
      const path = join(folder, `${pilot}-${slate}.jpg`)
      const middle = frames(Math.floor(footage.available.length / 2))
      const film = await floor.vault.path(footage.hash)
      await floor.media.poster({ film, frame: middle, width: stillWidth, output: path })
      return [[`${pilot}/${slate}`, await readFile(path)] as const]
    }
    return new Map((await Promise.all(takes.map((take) => lanes.run(() => still(take))))).flat())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

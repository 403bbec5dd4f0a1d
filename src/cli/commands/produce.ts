import { resolve } from 'node:path'
import { catalogueFor } from '../../catalogue.ts'
import type { Brief } from '../../domain/brief.ts'
import { vendorOf } from '../../domain/catalogue-model.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import type { Production, Stage } from '../../domain/production.ts'
import { goOnCommand, stages } from '../../domain/production.ts'
import { framesPerSecond } from '../../domain/time.ts'
import { type ApprovedScript, approvedScript } from '../../production/approved-script.ts'
import type { Quote } from '../../production/quote.ts'
import { seedWarning } from '../../production/warnings.ts'
import type { ExecutingStudio, QuotingStudio } from '../../studio/studio.ts'
import { approveSpending, declined, requireBalance, requireRoom } from '../approve-spending.ts'
import { requestFromFile } from '../brief/brief-file.ts'
import type { BriefRequest } from '../brief/brief-request.ts'
import { layOver, requestFromBrief, requestFromFlags } from '../brief/brief-request.ts'
import { checkNarration, refuseUnheard } from '../brief/check-narration.ts'
import { type BriefOnPaper, completeBrief } from '../brief/complete-brief.ts'
import { outputFolder } from '../brief/output-folder.ts'
import { defaultProvider, refuseStandIns, withSeller } from '../brief/seller.ts'
import { type AssetDoor, takeInMusic, takeInSeeds } from '../brief/take-in-assets.ts'
import { suggestion } from '../closest.ts'
import type { CliContext, Command, Flags, Invocation } from '../context.ts'
import { isSet, textFlag, withExecutingStudio, withQuotingStudio, withStudio } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { followRun, isQuiet } from '../follow-run.ts'
import { printLine, warn } from '../print.ts'
import { chosenMode, chosenTimeout } from '../run-mode.ts'
import { checkRunId, findRun } from '../run-record.ts'
import { fitted, oneLine } from '../text-table.ts'
import { timeId } from '../time-id.ts'
import { dryRunTitle, printQuote } from './quote.ts'

/** `produce`: check the brief, quote it, and make the film. */
export const produce: Command = async (context, invocation) => {
  const { flags, args } = invocation
  const mode = chosenMode(flags)
  const timeoutMs = chosenTimeout(flags)
  const runId = textFlag(flags, 'runId')
  if (runId !== null) checkRunId(runId)
  const until = chosenStage(textFlag(flags, 'until'))
  const fromFlags = withConcept(context, requestFromFlags(args[0], flags), flags)
  const film = await earlierFilm(context, flags)
  const earlier = film?.brief ?? null
  const fromFile = await fileRequest(context, flags)
  refuseTwoConcepts(fromFile, fromFlags)
  const given = layOver(fromFile, fromFlags)
  const earlierRequest = earlier ? withSeller(requestFromBrief(earlier), mode) : {}
  const request = layOver(earlierRequest, given)
  const { keys } = context.settings()
  const paper = completeBrief(request, catalogueFor(mode), defaultProvider(keys, mode))
  refuseUnheard(given, paper.audio)
  const notes = await checkNarration(paper)
  const written = film?.approved ?? null
  const another = saidAnew(given)
  const approved = another.length > 0 ? null : written
  const dropped = written === null || approved !== null ? [] : [anewText(another)]
  const order: BriefOrder = {
    ...{ paper, request, earlier, approved, until },
    notes: [...notes, ...dropped],
  }
  refuseStandIns(paper, mode)
  return isSet(flags, 'dryRun')
    ? withQuotingStudio(context, mode, (studio) => quoteOnly(context, invocation, studio, order))
    : withExecutingStudio(context, (studio) => make(context, invocation, studio, order), {
        mode,
        timeoutMs,
      })
}

/**
 * A flag that takes several values takes the concept behind it as well: a last one that is no file and has the words of a
 * sentence is the concept, where there is no other.
 */
const withConcept = (
  { isThere, workingFolder }: CliContext,
  request: BriefRequest,
  flags: Flags,
): BriefRequest => {
  const { concept, seedAssets = [] } = request
  const last = seedAssets.at(-1)
  const isElsewhere = concept !== undefined || textFlag(flags, 'brief') !== null
  if (last === undefined || isElsewhere) return request
  const isSentence = /\p{L}\s+\S*\p{L}/u.test(last) && !/\.\w{2,4}$/.test(last)
  if (!isSentence || isThere(resolve(workingFolder, last))) return request
  const files = seedAssets.slice(0, -1)
  return { ...request, concept: last, seedAssets: files.length > 0 ? files : undefined }
}

/** A checked brief whose files are not looked at yet. */
interface BriefOrder {
  readonly paper: BriefOnPaper
  readonly request: BriefRequest
  readonly earlier: Brief | null
  /** A script that is bought as it is. */
  readonly approved: ApprovedScript | null
  /** What the person should know of the brief. */
  readonly notes: readonly string[]
  readonly until: Stage | null
}

/** Whole brief and quote. A run that cannot be made leaves nothing behind: its place is looked at before its files are taken in. */
const quoted = async (
  context: CliContext,
  { flags }: Invocation,
  studio: QuotingStudio,
  order: BriefOrder & { readonly door: AssetDoor },
): Promise<{
  readonly brief: Brief
  readonly quote: Quote
}> => {
  const outputDir = await inFreePlace(context, studio, flags, async (_, folder) => folder)
  const brief = await withAssets(context, order)
  const warnings = [seedWarning(brief), ...order.notes].filter((text) => text !== null)
  const quote = await studio.driver.quote(brief, outputDir, order.approved)
  return { brief, quote: { ...quote, warnings: [...warnings, ...quote.warnings] } }
}

const quoteOnly = async (
  context: CliContext,
  invocation: Invocation,
  studio: QuotingStudio,
  order: BriefOrder,
): Promise<number> => {
  const looked = { ...order, door: lookingOnly(studio) }
  const { brief, quote } = await quoted(context, invocation, studio, looked)
  printQuote(context, invocation, { brief, quote, title: dryRunTitle })
  return exitCodes.done
}

const make = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  order: BriefOrder,
): Promise<number> => {
  const sellers = new Set([order.paper.provider, vendorOf(context.settings().crewModel)])
  const vendors = await studio.checkVendors([...sellers])
  const { brief, quote } = await quoted(context, invocation, studio, {
    ...order,
    door: studio,
  })
  const spending = { brief, quote, vendors }
  requireBalance(spending)
  await requireRoom(context, studio, spending, order.approved !== null)
  const answer = await approveSpending(context, invocation, studio, spending)
  if (answer !== 'yes') return declined(context, answer, 'Nothing was bought.')
  const production = await inFreePlace(context, studio, invocation.flags, (id, outputDir) =>
    studio.driver.create({
      ...{ id, brief, outputDir, until: order.until },
      approved: isSet(invocation.flags, 'yes') ? brief.gates : [],
      script: order.approved,
    }),
  )
  const announce = (): void => {
    if (isQuiet(invocation) || invocation.isJson) return
    printHeader(context, invocation, production, brief)
    warn(context, quote.warnings)
  }
  const work = (signal: AbortSignal): Promise<Production> =>
    studio.driver.run(production.id, signal)
  return followRun({ context, invocation, studio, run: production }, work, announce)
}

/** The stage of `--until` by its name. @throws StudioError `bad-input` */
export const chosenStage = (written: string | null): Stage | null => {
  if (written === null) return null
  // After the last one there is nothing to go on with.
  const known = stages.slice(0, -1)
  const stage = known.find((name) => name === written)
  if (stage) return stage
  throw new StudioError({
    code: 'bad-input',
    message: `There is no stage "${written.slice(0, 40)}" to stop after.${suggestion(written, known)}`,
  })
}

const fileRequest = async (context: CliContext, flags: Flags): Promise<BriefRequest> => {
  const path = textFlag(flags, 'brief')
  return path === null ? {} : requestFromFile(context, path)
}

/** Flags win over a file, but which of two films is meant nobody can tell. */
const refuseTwoConcepts = (fromFile: BriefRequest, fromFlags: BriefRequest): void => {
  if (fromFile.concept === undefined || fromFlags.concept === undefined) return
  throw new StudioError({
    code: 'brief-invalid',
    message: `There are two concepts: "${fitted(oneLine(fromFlags.concept), 60)}" on the command line and another in the brief file. Leave one of them away.`,
  })
}

interface EarlierFilm {
  readonly brief: Brief
  /** Its script, where that is to be bought as it is. */
  readonly approved: ApprovedScript | null
}

/** The run of `--from`. What is bought of it with nothing said anew is its script, as the drawn film shows it. */
const earlierFilm = async (context: CliContext, flags: Flags): Promise<EarlierFilm | null> => {
  const from = textFlag(flags, 'from')
  if (from === null) return null
  return withStudio(context, async ({ productions, ...studio }) => {
    const { id } = await findRun({ productions, ...studio }, from)
    const brief = await productions.brief(id)
    const isBought = chosenMode(flags) !== 'offline' && brief.funds === 'simulated'
    return { brief, approved: isBought ? await approvedScript(productions, id) : null }
  })
}

/** What of a brief was said anew that makes another film of it: then the script of the earlier one says nothing. */
const saidAnew = (given: BriefRequest): readonly string[] =>
  (['concept', 'duration', 'fps', 'pilots', 'language', 'aspect'] as const).filter(
    (name) => given[name] !== undefined,
  )

const anewText = (another: readonly string[]): string =>
  `With ${another.join(', ')} said anew this is another film: the script of the drawn film is not bought, and the crew plans and writes one anew. To buy the film as it is drawn, say --from alone.`

const withAssets = async (
  { workingFolder }: CliContext,
  { paper, request, earlier, door }: BriefOrder & { readonly door: AssetDoor },
): Promise<Brief> => ({
  ...paper,
  seeds: request.seedAssets
    ? await takeInSeeds(door, workingFolder, request.seedAssets)
    : (earlier?.seeds ?? []),
  musicHash: request.music
    ? await takeInMusic(door, workingFolder, request.music)
    : (earlier?.musicHash ?? null),
})

/**
 * Use the first id and folder that are free. Only a default id gives way to the next; what a person chose is refused.
 *
 * @throws StudioError `already-exists`, `not-writable`
 */
const inFreePlace = async <Result>(
  context: CliContext,
  studio: Pick<QuotingStudio, 'productions'>,
  flags: Flags,
  use: (id: string, outputDir: string) => Promise<Result>,
): Promise<Result> => {
  const chosen = { id: textFlag(flags, 'runId'), folder: textFlag(flags, 'outputDir') }
  const base = chosen.id ?? timeId(context.now())
  for (let attempt = 1; ; attempt += 1) {
    const id = attempt === 1 ? base : `${base}_${attempt}`
    try {
      const taken = await whyTaken(studio, id)
      if (taken) throw taken
      return await use(id, await outputFolder(context, id, chosen.folder))
    } catch (error) {
      const isTaken = isStudioError(error) && error.code === 'already-exists'
      const mayTryNext =
        chosen.id === null && (chosen.folder === null || (await whyTaken(studio, id)) !== null)
      if (!isTaken || !mayTryNext || attempt === 20) throw error
    }
  }
}

/** A door that checks files and stores none: a quote needs their kinds, not their bytes. */
const lookingOnly = ({ media, vault }: AssetDoor): AssetDoor => ({
  media,
  vault: { ...vault, put: async (path) => `not stored: ${path}` },
})

/** Why an id cannot be a new run's; null when it is free. */
const whyTaken = async (
  { productions }: Pick<QuotingStudio, 'productions'>,
  id: string,
): Promise<StudioError | null> => {
  const run = await productions.get(id)
  if (run) return idTaken(run, (await productions.directed([id])).has(id))
  return (await productions.removal(id)) ? idUsed(id) : null
}

const idTaken = (run: Production, isWorkedOn: boolean): StudioError => {
  const isOver = run.state === 'wrapped' || run.state === 'cancelled'
  const look = `npx --no-install claude-studio runs ${isWorkedOn ? 'watch' : 'show'} ${run.id}`
  const way = isWorkedOn
    ? `follow it: ${look}`
    : isOver
      ? `look at it: ${look}`
      : `go on with it: ${goOnCommand(run)}`
  return new StudioError({
    code: 'already-exists',
    message: `There is already a run "${run.id}", which is ${run.state}. Choose another --run-id, or ${way}`,
  })
}

const idUsed = (id: string): StudioError =>
  new StudioError({
    code: 'already-exists',
    message: `There was a run "${id}" that is deleted, and its money trail is kept under that id. Nothing was spent. Choose another --run-id.`,
  })

const printHeader = (
  context: CliContext,
  { paint }: Invocation,
  production: Production,
  brief: Brief,
): void => {
  const { width, height } = brief.size
  const fps = Number(framesPerSecond(brief.rate).toFixed(3))
  const lines = [
    paint('title', `Claude Studio Producer · run ${production.id}`),
    `  ${fitted(oneLine(brief.concept), Math.max(40, context.columns - 4))}`,
    paint(
      'dim',
      `  ${brief.seconds} s · ${brief.aspect} ${width}x${height} · ${fps} fps · ${brief.provider} · audio ${brief.audio} · captions ${brief.captions} · ${brief.language}`,
    ),
    paint('dim', `  folder ${production.outputDir}`),
  ]
  for (const line of lines) printLine(context, line)
}

import { appendFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type PriceBook, priceBook } from './budget/price-book.ts'
import { catalogue } from './catalogue.ts'
import type { Settings } from './config/settings.ts'
import { StudioError } from './domain/errors.ts'
import { dbosWorkflowEngine } from './engine/dbos-workflow-engine.ts'
import { launchedWhenNeeded } from './engine/launched-when-needed.ts'
import { systemClock } from './engine/system-clock.ts'
import { limitedMedia } from './media/limited-media.ts'
import { mediaTool } from './media/media-tool.ts'
import { ffmpegTools } from './media/run-ffmpeg.ts'
import type { FootageVault } from './ports/footage-vault.ts'
import type { LanguageModel } from './ports/language-model.ts'
import type { MediaTool } from './ports/media-tool.ts'
import type { VideoModel } from './ports/video-model.ts'
import type { WorkflowEngine } from './ports/workflow.ts'
import { orderedCrew } from './production/crew.ts'
import type { Floor } from './production/floor.ts'
import { orderDesk } from './production/order.ts'
import { tellStory } from './production/produce.ts'
import { type ProductionDriver, productionDriver } from './production/production-driver.ts'
import { quoteBrief } from './production/quote.ts'
import { animaticModels, animaticVideoModel } from './providers/animatic/animatic-video-model.ts'
import { drawingRoom } from './providers/animatic/drawing-room.ts'
import { findEspeak } from './providers/scratch/find-espeak.ts'
import { scratchMusicModel } from './providers/scratch/scratch-music-model.ts'
import { scratchSpeechModel } from './providers/scratch/scratch-speech-model.ts'
import { understudy } from './providers/understudy/understudy.ts'
import type { Dress, ExecutingStudio, OpenStudio, QuotingStudio } from './studio.ts'
import { safeDownloads } from './vault/safe-download.ts'

/** Man the floor of an open studio: vendors, crew and engine, ready to run productions. */
export const manFloor = async (opened: OpenStudio, dress: Dress): Promise<ExecutingStudio> => {
  const { settings } = opened
  const parts: OpenStudio = {
    ...opened,
    productions: dress('productions', opened.productions),
    ledger: dress('ledger', opened.ledger),
    vault: dress('vault', opened.vault),
  }
  const durable = dbosWorkflowEngine({ url: parts.databaseUrl, log: logIn(parts.home) })
  const engine = launchedWhenNeeded(dress('engine', durable))
  const interruptions = interruptionsByRun()
  const prices = priceBook(catalogue)
  const crewModel = dress('crew', understudy())
  // What the stand-ins for voice and music make is read by this process alone, so it goes when the process does.
  const scratch = await opened.vault.scratchFolder()
  const media = dress('media', mediaOf(settings))
  const floor = await openFloor(parts, settings, {
    media,
    scratch,
    prices,
    crewModel,
    dress,
    signal: interruptions.signal,
  })
  const story = tellStory(floor, engine)
  const { interrupt, rearm } = interruptions
  const quote: ProductionDriver['quote'] = (brief, outputDir) =>
    quoteBrief(brief, outputDir, { vault: parts.vault, catalogue, prices, crewModel })
  return {
    ...parts,
    media,
    driver: productionDriver({ floor, engine, story, quote, interrupt, rearm }),
    close: () => closeAll(engine, parts, scratch),
  }
}

/** What a dry run needs: it looks into files and counts, and mans no floor. */
export const quotingDesk = (
  vault: FootageVault,
  settings: Settings,
): Pick<QuotingStudio, 'vault' | 'media' | 'driver'> => {
  const parts = { vault, catalogue, prices: priceBook(catalogue), crewModel: understudy() }
  return {
    vault,
    media: mediaOf(settings),
    driver: { quote: (brief, outputDir) => quoteBrief(brief, outputDir, parts) },
  }
}

/** What the engine has to say goes to a file of the home: a front door's output is for the person's film. */
const logIn =
  (home: string): ((message: string) => void) =>
  (message) =>
    appendFileSync(join(home, 'studio.log'), `${new Date().toISOString()} ${message}\n`)

const closeAll = async (
  engine: WorkflowEngine,
  parts: OpenStudio,
  scratch: string,
): Promise<void> => {
  try {
    await engine.close()
    await rm(scratch, { recursive: true, force: true })
  } finally {
    await parts.close()
  }
}

const openFloor = async (
  parts: OpenStudio,
  settings: Settings,
  given: {
    /** Where voice and music are made. */
    readonly scratch: string
    readonly media: MediaTool
    readonly prices: PriceBook
    readonly crewModel: LanguageModel
    readonly signal: Floor['signal']
    readonly dress: Dress
  },
): Promise<Floor> => {
  const { productions, ledger, vault, home } = parts
  const { scratch, media, prices, signal, crewModel, dress } = given
  const { ffmpegPath } = settings
  const espeakPath = await findEspeak()
  const downloads = safeDownloads({ allowLoopback: false })
  const desk = orderDesk({ ledger, vault, prices, clock: systemClock, media, downloads })
  return {
    productions,
    ledger,
    vault,
    media,
    clock: systemClock,
    prices,
    catalogue,
    desk,
    crew: (production) =>
      orderedCrew({ desk, ledger }, crewModel, production, () => signal(production)),
    videoModel: videoModels(settings, home, dress),
    speech: dress('speech', scratchSpeechModel({ folder: scratch, ffmpegPath, espeakPath })),
    music: dress('music', scratchMusicModel({ folder: scratch })),
    signal,
  }
}

const mediaOf = ({ ffmpegPath, ffprobePath, mediaJobs }: Settings): MediaTool =>
  limitedMedia(mediaTool(ffmpegTools({ ffmpegPath, ffprobePath })), mediaJobs)

const videoModels = (settings: Settings, home: string, dress: Dress): Floor['videoModel'] => {
  const models = new Map<string, VideoModel>()
  const { adherence, drift, latencyMs, refusals } = settings.animatic
  const room = drawingRoom(settings.drawingThreads)
  for (const id of animaticModels) {
    const model = animaticVideoModel({
      model: id,
      folder: join(home, 'vendors', 'animatic'),
      ffmpegPath: settings.ffmpegPath,
      weaknesses: { adherence, drift, latencyMs, refusalRate: refusals },
      room,
    })
    models.set(id, dress('video', model))
  }
  return (id) => {
    const model = models.get(id)
    if (model) return model
    throw new StudioError({
      code: 'not-found',
      message: `Model "${id}" cannot be ordered from here. See \`npx --no-install claude-studio provider list\`.`,
    })
  }
}

/** One abort signal a production: aborted by a pause, renewed when the run is taken up again. */
const interruptionsByRun = (): {
  readonly signal: Floor['signal']
  readonly interrupt: (production: string) => void
  readonly rearm: (production: string) => void
} => {
  const controllers = new Map<string, AbortController>()
  const controllerOf = (production: string): AbortController => {
    const known = controllers.get(production) ?? new AbortController()
    controllers.set(production, known)
    return known
  }
  return {
    signal: (production) => controllerOf(production).signal,
    interrupt: (production) => controllerOf(production).abort(),
    rearm: (production) => {
      if (controllerOf(production).signal.aborted) controllers.delete(production)
    },
  }
}

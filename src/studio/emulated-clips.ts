import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pictureFromPrompt } from '../agents/script-writer/picture-from-prompt.ts'
import { catalogue } from '../catalogue.ts'
import type { PictureSize } from '../domain/brief.ts'
import { StudioError } from '../domain/errors.ts'
import { frames } from '../domain/time.ts'
import { systemClock } from '../engine/system-clock.ts'
import {
  type ClipDrawer,
  emulatedClipFrames,
  emulatedClipRate,
  emulatedClipSeed,
} from '../media/emulated-clip.ts'
import type { ClipOrder } from '../ports/clip-maker.ts'
import type { ShotOrder, VideoModel } from '../ports/video-model.ts'
import {
  type AnimaticModelId,
  animaticModels,
  animaticVideoModel,
} from '../providers/animatic/animatic-video-model.ts'
import type { DrawingRoom } from '../providers/animatic/drawing-room.ts'

/** What drawing is done with. */
export interface DrawerParts {
  readonly ffmpegPath: string
  /** Where clips are drawn: its threads are shared by all. */
  readonly room: DrawingRoom
  /** Ends drawings that are under way: they reject with its reason. */
  readonly signal: AbortSignal
}

/**
 * Draws the clips of emulated vendors as the studio's own vendor draws shots, each in the look of its model's tier, so that an
 * emulated film shows what its script asks for. Prompts that the studio did not write cannot be read and are not drawn.
 */
export const clipDrawer =
  ({ ffmpegPath, room, signal }: DrawerParts): ClipDrawer =>
  async (order, path) => {
    const shot = shotOrderOf(order)
    if (shot === null) return false
    const folder = join(dirname(path), 'drawing')
    const model = animaticVideoModel({ model: modelFor(order), folder, ffmpegPath, room })
    await rename(await drawnFile(model, shot, signal), path)
    return true
  }

/** The largest pictures are drawn smaller and scaled up: they would take minutes. */
const longestDrawnSide = 1920

const shotOrderOf = (order: ClipOrder): ShotOrder | null => {
  const read = pictureFromPrompt(order.prompt)
  if (read === null) return null
  return {
    ...read,
    prompt: order.prompt,
    length: frames(emulatedClipFrames(order.seconds)),
    rate: emulatedClipRate,
    size: drawnSize(order),
    // How a clip begins and ends is laid over the drawing, with the same care for every clip.
    ...{ firstFrame: null, lastFrame: null, slate: null },
    seed: emulatedClipSeed(order),
  }
}

const drawnSize = ({ width, height }: ClipOrder): PictureSize => {
  const share = Math.min(1, longestDrawnSide / Math.max(width, height))
  const side = (pixels: number): number => 2 * Math.round((pixels * share) / 2)
  return { width: side(width), height: side(height) }
}

/** The drawing model of the tier that an emulated model is of; painted for what has none. */
const modelFor = ({ vendor, model }: ClipOrder): AnimaticModelId => {
  const tierOf = (wanted: string): string | null =>
    catalogue.find(({ id }) => id === wanted)?.tier ?? null
  const tier = tierOf(`${vendor.replace(/-legacy$/, '')}/${model}`)
  return animaticModels.find((id) => tier !== null && tierOf(id) === tier) ?? 'animatic/painted'
}

const drawnFile = async (
  model: VideoModel,
  shot: ShotOrder,
  signal: AbortSignal,
): Promise<string> => {
  const started = await model.start(shot, 'clip', signal)
  if (started.kind !== 'accepted') throw undrawn(model, started.kind)
  for (;;) {
    const status = await model.check(started.job, signal)
    if (status.state === 'done') {
      const [output] = status.outputs
      if (output?.kind === 'file') return output.path
      throw undrawn(model, 'it delivered no file')
    }
    if (status.state !== 'queued' && status.state !== 'running') {
      throw undrawn(model, 'reason' in status ? status.reason : status.state)
    }
    await systemClock.sleep(model.pollMs, signal)
  }
}

const undrawn = (model: VideoModel, reason: string): StudioError =>
  new StudioError({
    code: 'media-failed',
    message: `${model.id} could not draw a clip for the emulator: ${reason}. Ask for the job again and it is drawn anew.`,
  })

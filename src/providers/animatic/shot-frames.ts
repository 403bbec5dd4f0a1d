import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { framesPerSecond } from '../../domain/time.ts'
import type { ShotOrder } from '../../ports/video-model.ts'
import { finishFrame } from './drawing/finish.ts'
import { gradeFor } from './drawing/grade.ts'
import { discard } from './drawing/raster.ts'
import { readOrder, type Weaknesses } from './reading.ts'
import { shotPicture } from './shot-picture.ts'
import { paintSlate } from './slate-leader.ts'
import type { Look, Paint } from './stage-types.ts'

/** Everything that decides the frames of a shot, as plain data. */
export interface ShotDrawing {
  readonly order: ShotOrder
  readonly look: Look
  readonly weaknesses: Pick<Weaknesses, 'adherence' | 'drift'>
}

/** The frames of a shot, drawn one at a time. */
export interface ShotFrames {
  /** Frames in all, leader included. */
  readonly count: number
  readonly leaderFrames: number
  readonly depicted: readonly string[]
  /** Draw a frame into `target`: height × width × 4, RGBA, row-major. */
  readonly drawInto: (index: number, target: Uint8Array) => void
}

/** Frames of slate before a test take. */
const leaderLength = 12

/** Frames over which a keyframe gives way to the drawn shot. */
const keyframeHold = 12

/**
 * Set up the frames of a shot. The same drawing gives the same bytes each time.
 *
 * @throws Error when the keyframe cannot be read as a picture
 */
export const shotFrames = async (drawing: ShotDrawing): Promise<ShotFrames> => {
  const { order, look, weaknesses } = drawing
  const { width, height } = order.size
  const fps = framesPerSecond(order.rate)
  const reading = readOrder(order, weaknesses)
  const picture = await shotPicture(reading, look, order.size, order.length / fps)
  const grade = gradeFor(look, width, height, reading.shotSeed)
  const keyframe = order.firstFrame === null ? null : await loadImage(order.firstFrame.path)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const leaderFrames = order.slate === null ? 0 : leaderLength

  const drawShot = (frame: number): void => {
    context.reset()
    picture.draw(context, frame / fps)
    grade(context, frame)
    if (keyframe && frame < keyframeHold) overlayKeyframe(context, keyframe, frame)
    if (reading.finish) finishFrame(context, reading.finish)
  }
  return {
    count: leaderFrames + order.length,
    leaderFrames,
    depicted: picture.depicted,
    drawInto: (index, target) => {
      drawShot(Math.max(0, index - leaderFrames))
      if (index < leaderFrames && order.slate !== null) {
        context.resetTransform()
        paintSlate(context, { slate: order.slate, camera: order.picture.camera, fps }, index)
      }
      const pixels = context.getImageData(0, 0, width, height).data
      target.set(pixels)
      // The copy is set free at once: left to the collector, fresh pages for each frame cost more than the drawing.
      discard(pixels)
    },
  }
}

/** The keyframe as it is on frame 0, then softly less of it, closing in a little. */
const overlayKeyframe = (context: Paint, keyframe: Image, frame: number): void => {
  const { width, height } = context.canvas
  const share = frame / keyframeHold
  const scale = Math.max(width / keyframe.width, height / keyframe.height) * (1 + share * 0.012)
  const [wide, high] = [keyframe.width * scale, keyframe.height * scale]
  context.resetTransform()
  context.globalAlpha = 1 - share * share * (3 - 2 * share)
  context.drawImage(keyframe, (width - wide) / 2, (height - high) / 2, wide, high)
  context.globalAlpha = 1
}

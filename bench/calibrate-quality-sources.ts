import type { PictureSize } from '../src/domain/brief.ts'
import { cameraMoves, framings, type Picture } from '../src/domain/script.ts'
import { frames, rate24 } from '../src/domain/time.ts'
import { type CalibrationSource, drawnSource } from '../src/media/calibration/make-clip.ts'
import { oneOf, seededDraw } from '../src/media/calibration/seeded.ts'
import type { FfmpegTools } from '../src/media/run-ffmpeg.ts'
import type { ShotOrder } from '../src/ports/video-model.ts'
import { shotFrames } from '../src/providers/animatic/shot-frames.ts'
import { moods, outdoorPlaces, timesOfDay, weathers } from '../src/providers/animatic/vocabulary.ts'

const clipFrames = 36
const animaticSize: PictureSize = { width: 480, height: 270 }

/** Half animatics, four tenths the drawn scenes of the media folder, one tenth ffmpeg's own moving test pictures. */
export const mixedSource =
  (tools: FfmpegTools) =>
  (seed: number, size?: PictureSize): CalibrationSource => {
    const kind = Math.floor(seed / 2) % 10
    if (kind < 5) return animaticSource(seed, size)
    return kind < 9 ? drawnSource(seed, size) : lavfiSource(tools, seed, size)
  }

const movingWeathers: ReadonlySet<string> = new Set(['rain', 'snow', 'storm'])

const rooms = ['kitchen', 'living room', 'office', 'workshop']

/** A shot of the `animatic` model with everything drawn that is asked for. The same seed and size give the same frames. */
export const animaticSource = (
  seed: number,
  size: PictureSize = animaticSize,
): CalibrationSource => {
  const draw = seededDraw(seed + 91)
  const camera = oneOf(draw, cameraMoves)
  // Before a fixed camera a figure may hold still for the whole clip, which then is frozen, not good.
  const hasSubject = camera !== 'static' && draw() < 0.6
  const what = oneOf(draw, ['woman', 'man', 'child', 'dog', 'crowd', 'bird'])
  const action = oneOf(draw, ['walks along the shore', 'runs', 'looks around', 'dances', 'waves'])
  const picture: Picture = {
    place: oneOf(draw, [...outdoorPlaces, ...rooms]),
    timeOfDay: oneOf(draw, timesOfDay),
    weather: oneOf(draw, weathers),
    mood: oneOf(draw, moods),
    subjects: hasSubject ? [{ castId: null, what, look: '', action, count: 1 }] : [],
    objects: [],
    camera,
    framing: oneOf(draw, framings),
    style: '',
    avoid: [],
  }
  const order: ShotOrder = {
    prompt: '',
    picture,
    cast: [],
    length: frames(clipFrames),
    rate: rate24,
    size,
    firstFrame: null,
    lastFrame: null,
    seed,
    slate: null,
  }
  const look = oneOf(draw, ['sketch', 'motion', 'painted', 'feature'] as const)
  return {
    name: `animatic ${look}: ${picture.place}, ${picture.timeOfDay}, ${picture.weather}, ${picture.camera}${hasSubject ? `, ${what} ${action}` : ''}`,
    planned: {
      camera: picture.camera,
      hasMotion: hasSubject || movingWeathers.has(picture.weather),
      timeOfDay: picture.timeOfDay,
      length: order.length,
      rate: rate24,
      size,
    },
    frames: async () => {
      const shot = await shotFrames({ order, look, weaknesses: { adherence: 1, drift: 0 } })
      return Array.from({ length: clipFrames }, (_, index) => {
        const target = new Uint8Array(size.width * size.height * 4)
        shot.drawInto(index, target)
        return new Uint8ClampedArray(target.buffer)
      })
    },
  }
}

const lavfiPictures = ['testsrc2', 'mandelbrot', 'testsrc', 'gradients=seed=7:speed=0.05']

/** One of ffmpeg's moving test pictures. */
const lavfiSource = (
  tools: FfmpegTools,
  seed: number,
  size: PictureSize = { width: 320, height: 180 },
): CalibrationSource => {
  const picture = oneOf(seededDraw(seed), lavfiPictures)
  const joint = picture.includes('=') ? ':' : '='
  return {
    name: `ffmpeg ${picture.split('=')[0]}`,
    planned: {
      camera: 'push-in',
      hasMotion: true,
      timeOfDay: 'day',
      length: frames(clipFrames),
      rate: rate24,
      size,
    },
    frames: async () => {
      const { stdout } = await tools.runFfmpeg(
        [
          ...['-f', 'lavfi', '-i', `${picture}${joint}s=${size.width}x${size.height}:r=24`],
          ...['-vf', `trim=start_frame=${24 + (seed % 48)}`, '-frames:v', String(clipFrames)],
          ...['-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1'],
        ],
        { collectStdout: true },
      )
      const bytes = size.width * size.height * 4
      return Array.from({ length: clipFrames }, (_, index) =>
        Uint8ClampedArray.from(stdout.subarray(index * bytes, (index + 1) * bytes)),
      )
    },
  }
}

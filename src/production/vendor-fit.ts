import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { clipSeconds, clipsText } from '../domain/clip-seconds.ts'
import { StudioError } from '../domain/errors.ts'
import { hasShape, nearestShape, shapesText } from '../domain/picture-shapes.ts'
import { type Script, shotsOf } from '../domain/script.ts'
import { frames, secondsFromFrames } from '../domain/time.ts'
import { handleOf } from './shot-order.ts'

/** How shots become clips of models that make only some lengths, in words, one line a model. */
export const lengthNotes = (models: readonly CatalogueModel[]): readonly string[] =>
  models.flatMap(({ id, limits }) =>
    limits.seconds === null
      ? []
      : [
          `${id} makes clips of ${clipsText(limits.seconds)}: each shot is ordered and paid for as the shortest that holds it, and cut to length.`,
        ],
  )

/** By how many seconds a clip is longer than the shot alone would need before that is told. Chosen by this project. */
const toldSeconds = 2

/** Shots that only their spare frames for the edit push into a far longer clip of a model, in words, one line each. */
export const spareNotes = (
  { limits }: Pick<CatalogueModel, 'limits'>,
  brief: Pick<Brief, 'rate'>,
  script: Script,
): readonly string[] =>
  shotsOf(script).flatMap(({ id, length }) => {
    const seconds = (count: number): number =>
      Math.round(secondsFromFrames(frames(count), brief.rate) * 100) / 100
    const handle = handleOf(script, id, brief)
    const alone = limits.seconds && clipSeconds(limits, length, brief.rate)
    const paid = clipSeconds(limits, frames(length + handle), brief.rate)
    if (alone === null || paid === null || paid - alone < toldSeconds) return []
    return [
      `${id} is ${seconds(length)} s long and paid for as a clip of ${paid} s: with the ${seconds(handle)} s that the edit needs to spare, the clip of ${alone} s does not hold it.`,
    ]
  })

/**
 * What becomes of the pictures of models that do not make a film's shape, in words, one line a model.
 *
 * @throws StudioError `not-available` for a model that would not be asked for the film's shape at all
 */
export const shapeWarnings = (
  models: readonly CatalogueModel[],
  { aspect, size }: Pick<Brief, 'aspect' | 'size'>,
): readonly string[] =>
  models.flatMap(({ id, vendor, limits: { shapes } }) => {
    if (shapes === null) return []
    if (shapes.refused.includes(aspect)) {
      throw new StudioError({
        code: 'not-available',
        message: `${id} makes ${shapesText(shapes.words)}, of which too much would be cut away for a film of ${aspect}. Nothing was ordered. Take another --aspect, --tier or --provider: \`npx --no-install claude-studio provider show ${vendor}\` shows what each model makes.`,
      })
    }
    const made = nearestShape(shapes.words, size)
    if (made === null || hasShape(size, made)) return []
    return [`${id} makes ${shapesText([made])}; the picture is cropped to ${aspect}.`]
  })

import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { clipsText } from '../domain/clip-seconds.ts'
import { StudioError } from '../domain/errors.ts'
import { hasShape, nearestShape, shapesText } from '../domain/picture-shapes.ts'

/** How shots become clips of models that make only some lengths, in words, one line a model. */
export const lengthNotes = (models: readonly CatalogueModel[]): readonly string[] =>
  models.flatMap(({ id, limits }) =>
    limits.seconds === null
      ? []
      : [
          `${id} makes clips of ${clipsText(limits.seconds)}: each shot is ordered and paid for as the shortest that holds it, and cut to length.`,
        ],
  )

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

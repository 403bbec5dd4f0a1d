import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { Pace } from '../domain/vendor-measure.ts'
import { durationText } from '../kit/duration-text.ts'

/** A film as far as it takes time at a vendor. */
export interface FilmClips {
  readonly model: CatalogueModel
  /** Clips that are ordered for it as planned. */
  readonly clips: number
}

/**
 * How long the clips of films take at their vendors, in words, one line a model: by what was measured of the account. Nothing of a
 * model that was never measured. The longest film of a model counts. It is the least: shots that go on from one another wait.
 */
export const timeNotes = (
  films: readonly FilmClips[],
  pace: (model: CatalogueModel) => Pace,
): readonly string[] =>
  [...Map.groupBy(films, ({ model }) => model)].flatMap(([model, own]) => {
    const { slots, measure } = pace(model)
    if (measure === null || measure.queueMs === null) return []
    const { queueMs, makeMs, hour, measuredAt } = measure
    const made = makeMs === null ? '' : ` and ${durationText(makeMs / 1000)} in the making`
    const clips = Math.max(...own.map((film) => film.clips))
    const wholeMs = Math.ceil(clips / slots) * (queueMs + (makeMs ?? 0))
    return [
      `${model.id}: a clip is ${durationText(queueMs / 1000)} in the queue${made}, as measured at ${hour} h UTC on ${measuredAt.slice(0, 10)}: the ${clips} planned of a film, ${slots} at once, take ${durationText(wholeMs / 1000)} or longer.`,
    ]
  })

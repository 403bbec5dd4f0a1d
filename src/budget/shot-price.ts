import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { microUsd, scaleUsd, type Usd } from '../domain/money.ts'
import { editHandleSeconds, shotSeconds } from '../domain/shot-limits.ts'
import type { FrameCount, Rate } from '../domain/time.ts'
import { frames, framesFromSeconds, framesPerSecond } from '../domain/time.ts'

/** Billed lengths are rounded up to this: the stand-ins bill thousandths of a second (`secondsOf` of the animatic models). */
const billedPerSecond = 1000

/** What one clip costs with a model, worst case. */
export const clipPrice = (model: CatalogueModel, length: FrameCount, rate: Rate): Usd =>
  scaleUsd(
    model.price.perUnit,
    Math.ceil((length / framesPerSecond(rate)) * billedPerSecond - 1e-6) / billedPerSecond,
  )

/**
 * What no film of a brief costs more than with a model, one take a shot: as many shots as its length has room for, each
 * with its spare seconds, each rounded up. Transitions are not in it; a script that the money does not reach gives them up.
 */
export const mostFilmPrice = (brief: Brief, model: CatalogueModel): Usd => {
  const perSecond = framesPerSecond(brief.rate)
  const total = framesFromSeconds(brief.seconds, brief.rate)
  const shortest = Math.ceil(shotSeconds.least * perSecond - 1e-6)
  const shots = Math.max(1, Math.floor(total / shortest))
  const handle = framesFromSeconds(editHandleSeconds, brief.rate)
  const ordered = frames(total + shots * handle)
  // Each shot is rounded up twice: its seconds to what is billed, its price to a micro-dollar.
  const rounding = shots * (scaleUsd(model.price.perUnit, 1 / billedPerSecond) + 1)
  return microUsd(clipPrice(model, ordered, brief.rate) + rounding)
}

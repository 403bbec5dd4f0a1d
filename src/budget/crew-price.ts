import { z } from 'zod'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { Json } from '../domain/json.ts'
import { microUsd, scaleUsd, sumUsd, type Usd, zeroUsd } from '../domain/money.ts'
import { isUsualTask, type UsualTask, usualShots, usualTokens } from '../domain/usual-questions.ts'
import { type PriceBook, unitsPrice } from './price-book.ts'

/** Pilots that compete and takes of a shot, where the client names none. Chosen by this project. */
const usualFilm = { pilots: 3, takes: 1.5 } as const

/** Room for answers that are longer than usual. Chosen by this project. */
const room = 1.25

/**
 * What the crew's answers for a film will come to, with some room: set aside before footage is planned. Nothing for a crew that
 * charges nothing. Every answer is held at its own worst case all the same.
 *
 * @param model `vendor/model` of the crew
 */
export const crewPrice = (
  { seconds, pilots, takes }: Pick<Brief, 'seconds' | 'pilots' | 'takes'>,
  model: string,
  prices: PriceBook,
): Usd => {
  const row = prices.model(model)
  const { price, port } = row
  if (port !== 'llm' || price.perUnit === 0) return zeroUsd
  const shots = usualShots(seconds)
  const scripts = pilots ?? usualFilm.pilots
  const reviews = shots * (takes ?? usualFilm.takes)
  const sum = (task: UsualTask, times: number): Usd => scaleUsd(usualPrice(row, task, shots), times)
  const all = sumUsd(
    sum('write-contract', 1),
    sum('write-plan', 1),
    sum('write-script', scripts),
    sum('review-take', reviews),
    sum('circle-take', shots),
    sum('judge-pilots', 1),
    sum('cut-candidates', 1),
  )
  return microUsd(Math.ceil(scaleUsd(all, room) / 1000) * 1000)
}

/**
 * What one answer of a crew usually comes to, without the quote's room; nothing for a crew that charges nothing.
 *
 * @param shots of the film that is written or cut; other tasks do not grow with it
 */
export const usualPrice = (model: CatalogueModel, task: UsualTask, shots: number): Usd => {
  const { input, output } = usualTokens(task, shots)
  const tokens = { input, output, cacheWrite: 0, cacheWriteHour: 0, cacheRead: 0 }
  return unitsPrice(model, { unit: 'token', quantity: input + output, tokens })
}

/** What of a question tells how much there is to answer. */
const askedOf = z.object({
  task: z.string().refine(isUsualTask),
  input: z.looseObject({ seconds: z.number().nullish(), shots: z.array(z.unknown()).nullish() }),
})

/**
 * What the answer to one question usually comes to, as the quote counted it, without the quote's room.
 *
 * @param request of the order: the question as it was asked
 * @returns null for a question of which that is not known
 */
export const usualAnswerPrice = (model: CatalogueModel, request: Json): Usd | null => {
  const asked = askedOf.safeParse(request)
  if (!asked.success) return null
  const { task, input } = asked.data
  return usualPrice(model, task, input.shots?.length ?? usualShots(input.seconds ?? 0))
}

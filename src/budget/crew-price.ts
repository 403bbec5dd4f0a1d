import type { Brief } from '../domain/brief.ts'
import { microUsd, scaleUsd, sumUsd, type Usd, zeroUsd } from '../domain/money.ts'
import { type UsualTask, usualShots, usualTokens } from '../domain/usual-questions.ts'
import type { PriceBook } from './price-book.ts'

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
  const { price, port } = prices.model(model)
  if (port !== 'llm' || price.perUnit === 0) return zeroUsd
  const shots = usualShots(seconds)
  const scripts = pilots ?? usualFilm.pilots
  const reviews = shots * (takes ?? usualFilm.takes)
  const sum = (task: UsualTask, times: number): Usd =>
    scaleUsd(usualPrice(task, shots, model, prices), times)
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

const usualPrice = (task: UsualTask, shots: number, model: string, prices: PriceBook): Usd => {
  const { input, output } = usualTokens(task, shots)
  const tokens = { input, output, cacheWrite: 0, cacheWriteHour: 0, cacheRead: 0 }
  return prices.price(model, { unit: 'token', quantity: input + output, tokens })
}

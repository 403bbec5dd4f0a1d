import type { Brief } from '../domain/brief.ts'
import { microUsd, scaleUsd, sumUsd, type Usd, zeroUsd } from '../domain/money.ts'
import type { TokenCounts } from '../domain/order.ts'
import type { PriceBook } from './price-book.ts'

/** Tokens of a usual question and its answer. */
interface UsualQuestion {
  readonly input: number
  readonly output: number
}

/**
 * What questions of the crew usually come to, in tokens: prompts and replies of the offline crew's films of 10 to 60 s at four
 * characters a token, with four stills of 1 600 tokens where a take is looked at. Measured 2026-11-30.
 */
const usual = {
  contract: { input: 1_500, output: 1_500 },
  plan: { input: 3_000, output: 1_500 },
  scriptHead: { input: 4_000, output: 1_000 },
  scriptShot: { input: 0, output: 500 },
  review: { input: 9_500, output: 500 },
  circle: { input: 1_000, output: 200 },
  verdict: { input: 2_500, output: 1_000 },
  cutHead: { input: 2_000, output: 1_000 },
  cutShot: { input: 250, output: 500 },
} as const satisfies { readonly [task: string]: UsualQuestion }

/** Seconds of a usual shot, pilots that compete and takes of a shot, where the client names none. Chosen by this project. */
const usualFilm = { shotSeconds: 4, pilots: 3, takes: 1.5 } as const

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
  const shots = Math.ceil(seconds / usualFilm.shotSeconds)
  const scripts = pilots ?? usualFilm.pilots
  const reviews = shots * (takes ?? usualFilm.takes)
  const sum = (question: UsualQuestion, times: number): Usd =>
    scaleUsd(prices.price(model, { unit: 'token', ...counted(question) }), times)
  const all = sumUsd(
    sum(usual.contract, 1),
    sum(usual.plan, 1),
    sum(usual.scriptHead, scripts),
    sum(usual.scriptShot, scripts * shots),
    sum(usual.review, reviews),
    sum(usual.circle, shots),
    sum(usual.verdict, 1),
    sum(usual.cutHead, 1),
    sum(usual.cutShot, shots),
  )
  return microUsd(Math.ceil(scaleUsd(all, room) / 1000) * 1000)
}

const counted = ({ input, output }: UsualQuestion): { quantity: number; tokens: TokenCounts } => ({
  quantity: input + output,
  tokens: { input, output, cacheWrite: 0, cacheWriteHour: 0, cacheRead: 0 },
})

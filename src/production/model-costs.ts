import { usualAnswerPrice } from '../budget/crew-price.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { microUsd, subtractUsd, sumUsd, type Usd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'

/** What a run's orders of one model come to. */
export interface ModelCosts {
  /** `vendor/model`. */
  readonly model: string
  readonly port: Order['port']
  readonly funds: Order['funds']
  readonly orders: number
  /** Worst case of one submission of each. */
  readonly quoted: Usd
  /**
   * What the orders that were delivered, or billed all the same, were expected to come to: their quotes, and for answers of the
   * crew, whose worst case hardly ever comes, what such answers usually come to at today's price.
   */
  readonly expected: Usd
  readonly held: Usd
  readonly billed: Usd
  /** Part of `billed` that no vendor has told. */
  readonly assumed: Usd
  /** What vendors billed beyond `expected`; negative for less. */
  readonly drift: Usd
  /** `drift` as a share of `expected`; null where that is nothing. */
  readonly driftShare: number | null
  /** Keys of the orders that wait for a person. */
  readonly parked: readonly string[]
}

/** What a run's orders come to, a line for each model and kind of money, the dearest first. Drafts are no orders yet. */
export const modelCosts = (
  orders: readonly Order[],
  catalogue: readonly CatalogueModel[],
): readonly ModelCosts[] => {
  const sent = orders.filter(({ state }) => state !== 'drafted')
  const groups = Map.groupBy(sent, ({ model, funds }) => `${funds} ${model}`)
  return [...groups.values()]
    .flatMap((own) => costsOf(own, catalogue) ?? [])
    .toSorted((a, b) => b.billed + b.held - (a.billed + a.held) || (a.model < b.model ? -1 : 1))
}

const costsOf = (
  orders: readonly Order[],
  catalogue: readonly CatalogueModel[],
): ModelCosts | null => {
  const [first] = orders
  if (!first) return null
  const row = catalogue.find(({ id }) => id === first.model)
  const foreseen = orders.filter(isPriced).flatMap((order) => {
    const expected = expectedOf(order, row)
    return expected === null ? [] : [{ expected, told: subtractUsd(order.billed, order.assumed) }]
  })
  const expected = sumUsd(...foreseen.map((each) => each.expected))
  const drift = microUsd(sumUsd(...foreseen.map(({ told }) => told)) - expected)
  return {
    ...{ model: first.model, port: first.port, funds: first.funds, orders: orders.length },
    quoted: sumUsd(...orders.map(({ quoted }) => quoted)),
    held: sumUsd(...orders.map(({ held }) => held)),
    billed: sumUsd(...orders.map(({ billed }) => billed)),
    assumed: sumUsd(...orders.map(({ assumed }) => assumed)),
    ...{ expected, drift, driftShare: expected === 0 ? null : drift / expected },
    parked: orders.filter(({ state }) => state === 'parked').map(({ key }) => key),
  }
}

/** What an order was expected to come to; null for a question of which nobody knows. */
const expectedOf = (
  { port, quoted, request }: Order,
  row: CatalogueModel | undefined,
): Usd | null =>
  port !== 'llm' || quoted === 0 ? quoted : row ? usualAnswerPrice(row, request) : null

/** Whether an order's bill says how good the guess was: a refusal that costs nothing does not, nor does what was never told. */
const isPriced = ({ state, billed, assumed }: Order): boolean =>
  state === 'delivered' || (state !== 'written-off' && billed > assumed)

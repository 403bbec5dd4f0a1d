import { microUsd, subtractUsd, sumUsd, type Usd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'

/** What a run's orders of one model come to. */
export interface ModelCosts {
  /** `vendor/model`. */
  readonly model: string
  readonly funds: Order['funds']
  readonly orders: number
  /** Worst case of one submission of each. */
  readonly quoted: Usd
  readonly held: Usd
  readonly billed: Usd
  /** Part of `billed` that no vendor has told. */
  readonly assumed: Usd
  /** What vendors billed beyond the quotes of what they delivered, or billed all the same; negative for less. */
  readonly drift: Usd
  /** `drift` as a share of those quotes; null where they come to nothing. */
  readonly driftShare: number | null
  /** Keys of the orders that wait for a person. */
  readonly parked: readonly string[]
}

/** What a run's orders come to, a line for each model and kind of money, the dearest first. Drafts are no orders yet. */
export const modelCosts = (orders: readonly Order[]): readonly ModelCosts[] => {
  const sent = orders.filter(({ state }) => state !== 'drafted')
  const groups = Map.groupBy(sent, ({ model, funds }) => `${funds} ${model}`)
  return [...groups.values()]
    .flatMap((own) => costsOf(own) ?? [])
    .toSorted((a, b) => b.billed + b.held - (a.billed + a.held) || (a.model < b.model ? -1 : 1))
}

const costsOf = (orders: readonly Order[]): ModelCosts | null => {
  const [first] = orders
  if (!first) return null
  const priced = orders.filter(isPriced)
  const asked = sumUsd(...priced.map(({ quoted }) => quoted))
  const told = sumUsd(...priced.map(({ billed, assumed }) => subtractUsd(billed, assumed)))
  const drift = microUsd(told - asked)
  return {
    ...{ model: first.model, funds: first.funds, orders: orders.length },
    quoted: sumUsd(...orders.map(({ quoted }) => quoted)),
    held: sumUsd(...orders.map(({ held }) => held)),
    billed: sumUsd(...orders.map(({ billed }) => billed)),
    assumed: sumUsd(...orders.map(({ assumed }) => assumed)),
    drift,
    driftShare: asked === 0 ? null : drift / asked,
    parked: orders.filter(({ state }) => state === 'parked').map(({ key }) => key),
  }
}

/** Whether an order's bill says how good its quote was: a refusal that costs nothing does not, nor does what was never told. */
const isPriced = ({ state, billed, assumed }: Order): boolean =>
  state === 'delivered' || (state !== 'written-off' && billed > assumed)

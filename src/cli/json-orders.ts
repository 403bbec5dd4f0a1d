import { z } from 'zod'
import { dollarsOf, type Funds } from '../domain/money.ts'
import type { Job, Order } from '../domain/order.ts'
import { funds } from './json-money.ts'

/** An order for programs; money is in dollars. */
export interface OrderLine {
  readonly key: string
  readonly productionId: string
  readonly port: string
  readonly model: string
  readonly state: string
  readonly funds: Funds
  /** Worst case of one submission. */
  readonly quotedUsd: number
  readonly heldUsd: number
  readonly billedUsd: number
  /** Part of `billedUsd` that no vendor has told. */
  readonly assumedUsd: number
  readonly submissions: number
  readonly job: Job | null
  readonly reason: string
  /** What a person must act on, where the vendor said so. */
  readonly trouble: string | null
  /** Mark of the vendor's account that it was sent to; null before that, and for who needs none. */
  readonly account: string | null
  /** ISO 8601, UTC; null before it left for the first time. */
  readonly submittedAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

const orderLineShape = {
  key: z.string(),
  productionId: z.string(),
  port: z.string(),
  model: z.string(),
  state: z.string(),
  funds,
  quotedUsd: z.number(),
  heldUsd: z.number(),
  billedUsd: z.number(),
  assumedUsd: z.number(),
  submissions: z.int(),
  job: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  reason: z.string(),
  trouble: z.string().nullable(),
  account: z.string().nullable(),
  submittedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
}

const orderLineSchema: z.ZodType<OrderLine> = z.strictObject(orderLineShape)

/** What `orders show --json` prints. */
export interface ShownOrderLine extends OrderLine {
  /** What a language model answered, as it came, whether it could be used or not; null for other ports, and before it. */
  readonly reply: string | null
}

/** Schema of {@link ShownOrderLine}. */
export const shownOrderSchema: z.ZodType<ShownOrderLine> = z.strictObject({
  ...orderLineShape,
  reply: z.string().nullable(),
})

/** Schema of `orders list --json`. */
export const orderListSchema: z.ZodType<OrderListLine> = z.strictObject({
  orders: z.array(z.strictObject({ ...orderLineShape, isRunDeleted: z.boolean() })),
})

/** What `orders list --json` prints. */
export interface OrderListLine {
  readonly orders: readonly (OrderLine & {
    /** Whether its run is deleted: its money stays in the books. */
    readonly isRunDeleted: boolean
  })[]
}

/** Schema of `orders reconcile --json`. */
export const reconciledSchema: z.ZodType<ReconciledLine> = z.strictObject({
  event: z.literal('orders-reconciled'),
  orders: z.array(
    z.strictObject({ order: orderLineSchema, before: z.string(), note: z.string().nullable() }),
  ),
})

/** What `orders reconcile --json` prints. */
export interface ReconciledLine {
  readonly event: 'orders-reconciled'
  readonly orders: readonly {
    readonly order: OrderLine
    /** State it had before its vendor was asked. */
    readonly before: string
    /** What else is known: why it could not be asked about, or how far it is. */
    readonly note: string | null
  }[]
}

/** Schema of the first line of `orders resolve --json`. */
export const resolvedSchema: z.ZodType<ResolvedLine> = z.strictObject({
  event: z.literal('order-resolved'),
  decision: z.enum(['adopt', 'resubmit', 'write-off']),
  order: orderLineSchema,
  note: z.string().nullable(),
  shelved: z.array(z.string()),
})

/** The first line of `orders resolve --json`. */
export interface ResolvedLine {
  readonly event: 'order-resolved'
  readonly decision: 'adopt' | 'resubmit' | 'write-off'
  readonly order: OrderLine
  readonly note: string | null
  /** Takes that were made of it for the shelf, because its run was past shooting: `p2/12C-3`. */
  readonly shelved: readonly string[]
}

/** An order as `orders show` tells it to a program. */
export const shownOrderLine = (order: Order): ShownOrderLine => ({
  ...orderLine(order),
  reply: replyText(order),
})

/** The text that a language model answered; null where there is none. */
export const replyText = ({ port, output }: Pick<Order, 'port' | 'output'>): string | null => {
  const text: unknown = port === 'llm' ? Reflect.get(Object(output), 'text') : null
  return typeof text === 'string' ? text : null
}

/** An order as a program is told it. */
export const orderLine = ({
  production,
  requestHash: _hash,
  request: _request,
  doubtful: _doubtful,
  outputHash: _outputHash,
  output: _output,
  quoted,
  held,
  billed,
  assumed,
  ...order
}: Order): OrderLine => ({
  ...order,
  productionId: production,
  quotedUsd: dollarsOf(quoted),
  heldUsd: dollarsOf(held),
  billedUsd: dollarsOf(billed),
  assumedUsd: dollarsOf(assumed),
})

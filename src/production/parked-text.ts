import { formatUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { asPart } from './outcome.ts'

/** What orders wait for a person and why, as part of a sentence: `order … waits for you: …`. */
export const parkedText = (orders: readonly Order[]): string =>
  orders
    .map(
      ({ key, model, held, reason }) =>
        `order ${key} (${model}, ${formatUsd(held)} held) waits for you: ${asPart(reason)}`,
    )
    .join('; ')

/** The commands by which a person decides about parked orders, as sentences. */
export const decideText = (orders: readonly Order[]): string => {
  const [only, second] = orders
  const key = only && !second ? only.key : 'KEY'
  const command = `npx --no-install claude-studio orders`
  return `Look at it: \`${command} show ${key}\`. Decide: \`${command} resolve ${key} --adopt JOB\` when the vendor has it, \`--resubmit\` to send it again (it may be paid twice), or \`--write-off\`.`
}

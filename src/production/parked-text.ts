import { vendorOf } from '../domain/catalogue-model.ts'
import { formatUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { isOrderClosed } from '../domain/order-machine.ts'
import { goOnCommand, type Production } from '../domain/production.ts'
import { asPart } from './outcome.ts'
import { isPastShooting } from './steer.ts'
import type { Contact } from './trouble-remedy.ts'

/** What orders wait for a person and why, as part of a sentence: `order … waits for you: …`. A reason of several is told once. */
export const parkedText = (orders: readonly Order[]): string =>
  [...Map.groupBy(orders, ({ reason }) => reason)]
    .map(([reason, alike]) => {
      const names = alike.map(
        ({ key, model, held }) => `${key} (${model}, ${formatUsd(held)} held)`,
      )
      const [only, second] = names
      const who =
        only && second === undefined
          ? `order ${only} waits`
          : `orders ${names.slice(0, -1).join(', ')} and ${names.at(-1)} wait`
      return `${who} for you: ${asPart(reason)}`
    })
    .join('; ')

/**
 * Where parked orders are looked for, and the commands by which a person decides about them, as sentences.
 *
 * @param contact the vendors of models as people reach them
 * @param maySend whether their run is one that would send them again. Default true
 */
export const decideText = (orders: readonly Order[], contact: Contact, maySend = true): string => {
  const [only, second] = orders
  const key = only && !second ? only.key : 'KEY'
  return `Look at it: \`${command} show ${key}\`. ${decisionText(orders, contact, maySend)}`
}

/** As {@link decideText}, for who looks at the order just now, as its run stands; null for one that was deleted. */
export const decideShownText = (order: Order, contact: Contact, run: Production | null): string => {
  const isSending = run !== null && sendsAgain(run, order)
  const text = decisionText([order], contact, isSending && run.wanted === 'run')
  return isSending && run.wanted !== 'run'
    ? `${text} To have it sent again, go on with its run first: \`${goOnCommand(run)}\`.`
    : text
}

/** Whether a run still sends an order, once it goes on. A test sends its order once, and a film's shots are shot at its time. */
export const sendsAgain = (run: Production, { port }: Pick<Order, 'port'>): boolean =>
  !run.isTest &&
  run.state !== 'wrapped' &&
  run.state !== 'cancelled' &&
  !(port === 'video' && isPastShooting(run))

/** Whether a run that waited for a person waits no more: each of its orders is decided, and it goes on once it is resumed. */
export const isAllDecided = (
  { state }: Pick<Production, 'state'>,
  orders: readonly Pick<Order, 'state'>[],
): boolean =>
  state === 'waiting-for-order' &&
  !orders.some((order) => order.state === 'parked' || order.state === 'unknown')

/**
 * Whether a run that is taken up would only wait again: for answers of the crew that a person has to decide about. No vendor tells
 * of those, none of its other orders is open, and none has moved since it was left.
 */
export const isHeldByCrew = (
  { state, updatedAt: leftAt }: Pick<Production, 'state' | 'updatedAt'>,
  orders: readonly Pick<Order, 'state' | 'port' | 'updatedAt'>[],
): boolean => {
  const isAsked = (order: Pick<Order, 'state' | 'port'>): boolean =>
    order.state === 'parked' && order.port === 'llm'
  const others = orders.filter((order) => !isAsked(order))
  const isLeft = others.every(
    (order) =>
      (order.state === 'drafted' || isOrderClosed(order.state)) &&
      Date.parse(order.updatedAt) <= Date.parse(leftAt),
  )
  return state === 'waiting-for-order' && others.length < orders.length && isLeft
}

const command = 'npx --no-install claude-studio orders'

/** Where a person finds out at the vendors whether they have orders whose jobs nobody knows; empty where all are known. */
const lookText = (orders: readonly Order[], contact: Contact): string => {
  const lost = orders.filter(({ job }) => job === null)
  const places = new Map(lost.map(({ model }) => [contact(model).lookAt, vendorOf(model)]))
  const told = [...places].filter(([place]) => place !== '')
  return told
    .map(
      ([place, vendor]) => `Look for ${told.length === 1 ? 'it' : `those of ${vendor}`} ${place}. `,
    )
    .join('')
}

const decisionText = (orders: readonly Order[], contact: Contact, maySend: boolean): string => {
  const [first, second] = orders
  if (!first) return ''
  const key = second ? 'KEY' : first.key
  const again = orders.some((order) => mayBeTold(order, contact))
    ? `Ask the vendor again: \`${command} reconcile ${first.production}\`. Or decide`
    : 'Decide'
  const ways = [
    // Whose job is known needs none named, and an answer of a language model is no job.
    ...(orders.some(({ job, port }) => job === null && port !== 'llm')
      ? ['--adopt JOB` when the vendor has it']
      : []),
    ...(maySend ? ['--resubmit` to send it again (it may be paid twice)'] : []),
    '--write-off` to give it up',
  ]
  return `${lookText(orders, contact)}${again}: \`${command} resolve ${key} ${ways.join(', or `')}.`
}

/** Whether the vendor, asked again, may tell what became of an order. */
export const mayBeTold = (
  { job, model }: Pick<Order, 'job' | 'model'>,
  contact: Contact,
): boolean => job !== null || contact(model).hasList

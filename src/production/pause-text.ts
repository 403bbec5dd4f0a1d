import type { Order } from '../domain/order.ts'
import { asPart } from './outcome.ts'

/**
 * What a person is told of a pause: nothing went wrong, and nothing on order is lost. What holds money and has not left is told with
 * the last answer to it.
 *
 * @param orders every order of the run
 */
export const pauseText = (orders: readonly Order[]): string => {
  const open = orders.filter(({ state }) => state === 'accepted' || state === 'unknown')
  const unsent = orders.filter(({ state }) => state === 'held')
  const [only, second] = [...open, ...unsent]
  if (!only) return 'Paused as asked. Nothing is on order; resuming goes on from here.'
  return [
    'Paused as asked.',
    ...(open.length > 0 ? [`Still on order: ${open.map(orderedName).join(', ')}.`] : []),
    ...(unsent.length > 0 ? [`Waiting to be sent: ${unsent.map(unsentText).join('; ')}.`] : []),
    `Resuming goes on with ${second ? 'those very orders' : 'that very order'}.`,
  ].join(' ')
}

const orderedName = ({ key, port, production, model }: Order): string => {
  const [pilot, , shot, take] = key.split('/').slice(-4)
  const name = port === 'video' ? `take ${pilot}/${shot}-${take}` : key.slice(production.length + 1)
  return `${name} (${model})`
}

const unsentText = (order: Order): string =>
  order.reason === '' ? orderedName(order) : `${orderedName(order)}, for ${asPart(order.reason)}`

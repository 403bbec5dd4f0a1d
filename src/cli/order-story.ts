import type { ProductionEvent } from '../domain/production.ts'

/** What the story of a run says of one order, oldest first, as lines: that it waited for a person, that it did not arrive. */
export const toldOfOrder = (events: readonly ProductionEvent[], key: string): readonly string[] =>
  events
    .filter(({ body }) => body['order'] === key)
    .map(({ at, body }) => `${at.slice(0, 19).replace('T', ' ')} ${wordsOf(body)}`)

/** What the story of a run notes of its orders: those that did not arrive, and why they were sent again. */
export const orderNotes = (events: readonly ProductionEvent[]): readonly string[] =>
  events
    .filter(({ event, body }) => event === 'note' && typeof body['order'] === 'string')
    .map(({ body }) => wordsOf(body))

const wordsOf = ({ text, reason }: ProductionEvent['body']): string => String(text ?? reason ?? '')

import type { ProductionStore } from '../ports/production-store.ts'
import type { ToldWhileWaiting } from './look-to-end.ts'
import { asPart } from './outcome.ts'

/**
 * Says why nothing is known of an order for now, or why it is not sent yet, once each time the run is taken up.
 *
 * @param order `subject` is the order's own within the production; `what` begins the sentence: `Take 1A-1 of p1`
 */
export const toldOfWait = (
  { productions }: { readonly productions: Pick<ProductionStore, 'get' | 'addEvent'> },
  production: string,
  { subject, what }: { readonly subject: string; readonly what: string },
): Required<Pick<ToldWhileWaiting, 'onSilence' | 'onDelay'>> => {
  const tell = async (key: string, reason: string): Promise<void> => {
    const run = await productions.get(production)
    const text = `${what} waits: ${asPart(reason)}.`
    await productions.addEvent(production, `${key}/${subject}/${run?.attempt}`, 'note', { text })
  }
  return {
    onSilence: (reason) => tell('silent', reason),
    onDelay: (reason) => tell('delayed', reason),
  }
}

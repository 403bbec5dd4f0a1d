import { formatUsd, type Usd } from '../domain/money.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { sayMoney } from './money.ts'
import type { Failure, Outcome } from './outcome.ts'
import { done, halted } from './outcome.ts'

/**
 * Make the completion bond as large as asked.
 *
 * @param key under which the money's state is written down as an event
 * @returns a failure in words when a cap or an overrun stands in the way; halted when the run is not wanted
 */
export const setBondAside = async (
  floor: Floor,
  production: string,
  amount: Usd,
  key: string,
): Promise<Outcome<null>> => {
  const answer = await floor.ledger.setBond(production, amount)
  await sayMoney(floor, production, key)
  const wish = `The completion bond of ${formatUsd(amount)} could not be set aside`
  switch (answer.kind) {
    case 'bonded':
    case 'granted':
      return done
    case 'not-wanted':
      return halted(answer.wanted, `The run is to ${answer.wanted}.`)
    case 'blocked-by-overrun':
      return failure(
        'overrun',
        `${wish}: a bill went ${formatUsd(answer.overrun)} over its hold. Raise the run's cap to accept it.`,
      )
    case 'refused':
      return failure(
        'cap-reached',
        `${wish}: ${formatUsd(answer.available)} more can be held under the ${answer.scope} cap of ${formatUsd(answer.cap)}. Raise that cap, or the budget.`,
      )
    case 'no-slot':
      throw new TypeError('A bond takes no slot of a vendor')
  }
}

const failure = (code: Failure['code'], message: string): Failure => ({
  kind: 'failed',
  code,
  retry: 'never',
  message,
})

/**
 * Make the completion bond what the film needs from here. When that cannot be had the film goes on, and a note says
 * that it may not be finished with the money there is.
 *
 * @param key under which the money's state, and the note, are written down as events
 */
export const keepBond = async (
  floor: Floor,
  production: string,
  amount: Usd,
  key: string,
): Promise<Outcome<null>> => {
  const outcome = await setBondAside(floor, production, amount, key)
  if (outcome.kind !== 'failed') return outcome
  const text = `${outcome.message} The film goes on without it, and may lack the money to be finished.`
  await say(floor, production, `bond-short/${key}`, 'note', { text })
  return done
}

import { formatUsd, freeUsd, neededUsd, type Usd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { HoldAnswer } from '../ports/ledger-store.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { sayMoney } from './money.ts'
import type { Failure, Outcome } from './outcome.ts'
import { done, halted } from './outcome.ts'
import { overrunText } from './overrun-text.ts'
import { capRemedy, reservedText } from './reserved-text.ts'

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
  switch (answer.kind) {
    case 'bonded':
    case 'granted':
      return done
    case 'not-wanted':
      return halted(answer.wanted, `The run is to ${answer.wanted}.`)
    case 'blocked-by-overrun':
      return failure('overrun', whyNoBond(amount, answer, await runOf(floor, production)))
    case 'refused':
      return failure(
        'cap-reached',
        `${whyNoBond(amount, answer, await runOf(floor, production))}${await reservedText(floor.ledger, production, answer.scope)}`,
      )
    case 'no-slot':
    case 'resting':
      throw new TypeError('A bond asks nothing of a vendor')
  }
}

const runOf = async ({ ledger }: Floor, production: string) => ({
  production,
  orders: await ledger.orders(production),
})

/** Why the completion bond could not be set aside, and what to do, in words. */
export const whyNoBond = (
  bond: Usd,
  answer: Extract<HoldAnswer, { kind: 'refused' | 'blocked-by-overrun' }>,
  { production, orders }: { readonly production: string; readonly orders: readonly Order[] },
): string => {
  const need = `Finishing the film costs at least ${neededUsd(bond)}, to be set aside before more is bought`
  if (answer.kind === 'blocked-by-overrun') {
    return `${need}; ${overrunText(orders, answer.overrun)}, and nothing more is held until you raise the cap: \`npx --no-install claude-studio budget ${production} --raise-to USD\`, then resume.`
  }
  const { scope, cap, available } = answer
  const remedy =
    scope === 'production'
      ? `Raise the budget: \`npx --no-install claude-studio budget ${production} --raise-to USD\`, then resume; or start again with a shorter --duration.`
      : `${capRemedy(scope)}, and resume.`
  return `${need}; ${freeUsd(available)} of the ${scope === 'production' ? 'budget' : `${scope}'s cap`} of ${formatUsd(cap)} is free. ${remedy}`
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

import type { Job, Order } from '../../src/domain/order.ts'
import type { Charge } from '../../src/emulator/ledger.ts'
import { sha256 } from '../../src/kit/hash.ts'
import type { Standing } from './lost-work.ts'

/** What is known of an emulated account and of the orders that went there. */
export interface EmulatedAccount {
  readonly charges: readonly Charge[]
  readonly orders: readonly Order[]
  /** Jobs that wait for salvage, or were brought home by it. */
  readonly strays: readonly Job[]
  /** Whether the emulator makes what a job was ordered for. */
  readonly isMade: (job: string) => boolean
  /** Whether what an order was delivered with is in store, and is what this job made. */
  readonly isHome: Standing['isHome']
}

/** Where everything stands that an emulated account was charged for; its answers of text are told by no job. */
export const emulatedStanding = (account: EmulatedAccount): Standing => ({
  paid: account.charges
    .filter(({ isRefunded }) => !isRefunded)
    .filter(({ vendor, job }) => vendor === 'anthropic' || account.isMade(job))
    .map(({ vendor, job, promptHash }) =>
      vendor === 'anthropic' ? { job: null, asked: answers } : { job, asked: promptHash },
    ),
  orders: account.orders,
  askedBy: ({ port, request }) => (port === 'video' ? promptHashOf(request) : answers),
  strays: new Set(account.strays.map(({ id }) => String(id))),
  told: new Set(),
  isHome: account.isHome,
})

/** What all questions to a language model are counted under: a charge does not tell which it was. */
const answers = 'answers'

/** SHA-256 of the prompt of an order for video, hex: what its charge is told by. */
export const promptHashOf = (request: Order['request']): string => {
  const { prompt } = request as { readonly prompt: string }
  return sha256(prompt)
}

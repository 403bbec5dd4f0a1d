import { formatUsd, sumUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { goOnCommand, type Production } from '../domain/production.ts'
import type {
  CapScope,
  HoldAnswer,
  LedgerStore,
  LedgerTotals,
  Reserved,
} from '../ports/ledger-store.ts'
import { overrunText } from './overrun-text.ts'
import { isAllDecided } from './parked-text.ts'

const cancelCommand = (id: string): string => `npx --no-install claude-studio runs cancel ${id}`

/** What uses what a run keeps: one that waits for an order would wait for it again, so a person decides about that first. */
const usesText = (run: Pick<Production, 'id' | 'state' | 'isTest'>, isDecided: boolean): string =>
  run.state === 'waiting-for-order' && !isDecided
    ? `\`npx --no-install claude-studio orders list ${run.id}\` shows what the run waits for`
    : `\`${goOnCommand(run)}\` uses it`

/** As {@link usesText}, where nothing more than its row is known of a run: one that failed may need more than to be gone on with. */
const otherUsesText = (run: Pick<Production, 'id' | 'state' | 'isTest'>): string =>
  run.state === 'failed'
    ? `\`npx --no-install claude-studio runs show ${run.id}\` tells what uses it`
    : usesText(run, false)

/** Most other runs that are named. */
const mostNamed = 3

/**
 * What other runs keep reserved under a cap that stands in the way, and how that is freed, as sentences with a blank before them;
 * empty under a run's own cap and where there is nothing.
 */
export const reservedText = async (
  { reservedBeside }: Pick<LedgerStore, 'reservedBeside'>,
  production: string,
  scope: CapScope,
): Promise<string> => {
  if (scope === 'production') return ''
  return reservedByText(await reservedBeside(production, scope), scope)
}

/** What runs keep reserved under a cap, and how that is freed, as sentences with a blank before them; empty where there is nothing. */
export const reservedByText = (others: readonly Reserved[], scope: 'day' | 'month'): string => {
  if (others.length === 0) return ''
  const total = sumUsd(...others.flatMap(({ bond, held }) => [bond, held]))
  const rest = others.length > mostNamed ? ` And ${others.length - mostNamed} more.` : ''
  return ` Of this ${scope}'s cap ${formatUsd(total)} is reserved for other runs. ${others.slice(0, mostNamed).map(otherText).join(' ')}${rest}`
}

/** What helps where a cap of the tenant stands in the way, as the beginning of a sentence. */
export const capRemedy = (scope: 'day' | 'month'): string =>
  `Wait for the next ${scope}, or raise its cap: \`npx --no-install claude-studio config set ${scope}CapUsd USD\``

/**
 * What stands behind an answer that no money is held: whose bill went over its hold, as a part of a sentence; for a cap as
 * {@link reservedText}; empty for all other answers.
 */
export const besidesNoMoney = async (
  ledger: Pick<LedgerStore, 'orders' | 'reservedBeside'>,
  production: string,
  answer: Exclude<HoldAnswer, { kind: 'granted' }>,
): Promise<string> => {
  switch (answer.kind) {
    case 'refused':
      return reservedText(ledger, production, answer.scope)
    case 'blocked-by-overrun':
      return overrunText(await ledger.orders(production), answer.overrun)
    default:
      return ''
  }
}

const otherText = ({ production: id, state, isTest, bond, held }: Reserved): string => {
  const whose = `${formatUsd(sumUsd(bond, held))} for run ${id} (${state})`
  if (state === 'running') return `${whose}.`
  if (isTest || state === 'wrapped' || state === 'cancelled') {
    return `${whose}: \`npx --no-install claude-studio orders reconcile ${id}\` asks what became of its orders.`
  }
  return `${whose}: ${otherUsesText({ id, state, isTest })}, \`${cancelCommand(id)}\` frees it.`
}

/**
 * What a run that is not at work keeps reserved, and the commands that use and free it; null where it is nothing, or play money.
 *
 * @param otherwise the command that such a run needs which would end again where it ended; null for one that is gone on with
 */
export const keptText = (
  run: Pick<Production, 'id' | 'state' | 'isTest'>,
  { bond, held, funds }: Pick<LedgerTotals, 'bond' | 'held' | 'funds'>,
  orders: readonly Pick<Order, 'state' | 'held'>[],
  otherwise: string | null = null,
): string | null => {
  const kept = sumUsd(bond, held)
  const isOver = run.state === 'running' || run.state === 'wrapped' || run.state === 'cancelled'
  if (kept === 0 || isOver || run.isTest || funds === 'simulated') return null
  const capped = funds === 'real' ? ', and counts under the caps of the day and the month' : ''
  const uses =
    otherwise === null ? usesText(run, isAllDecided(run, orders)) : `the run needs \`${otherwise}\``
  return `${formatUsd(kept)} stays reserved for run ${run.id}${capped}: ${uses}, \`${cancelCommand(run.id)}\` ${freesText(orders)}.`
}

/** How much a run's cancelling frees: what is at vendors stays held until they tell, and what nobody can tell of until a person decides. */
const freesText = (orders: readonly Pick<Order, 'state' | 'held'>[]): string => {
  const open = orders.filter(({ state, held }) => state !== 'held' && held > 0)
  const parked = open.filter(({ state }) => state === 'parked')
  const away = open.filter(({ state }) => state !== 'parked')
  const stays = [
    ...(away.length > 0
      ? [`${heldText(away)}, which stays until the vendors say how their orders ended`]
      : []),
    ...(parked.length > 0
      ? [`${heldText(parked)}, which stays until you decide about what nobody can tell of`]
      : []),
  ]
  return stays.length === 0 ? 'frees it' : `frees all but ${stays.join(', and ')}`
}

const heldText = (orders: readonly Pick<Order, 'held'>[]): string =>
  formatUsd(sumUsd(...orders.map(({ held }) => held)))

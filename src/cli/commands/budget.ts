import { surfaceOfModel } from '../../catalogue.ts'
import { vendorOf } from '../../domain/catalogue-model.ts'
import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, formatUsd, microUsd, parseUsd, sumUsd } from '../../domain/money.ts'
import type { Order } from '../../domain/order.ts'
import { isRunId, type Production } from '../../domain/production.ts'
import { type ModelCosts, modelCosts } from '../../production/model-costs.ts'
import { keptText } from '../../production/reserved-text.ts'
import { ledgerTotals, trailLine } from '../../production/run-json.ts'
import type { Studio } from '../../studio/studio.ts'
import type { CliContext, Command, Flags } from '../context.ts'
import { isSet, textFlag, withStudio } from '../context.ts'
import type { BudgetLine, SpendLine } from '../json-money.ts'
import { otherwise } from '../live/next-step.ts'
import { fundsText, moneyText } from '../live/plain-lines.ts'
import { isWorthAsking, reconcileCommand } from '../open-order-text.ts'
import type { Paint } from '../paint.ts'
import { countText, printJson, printLine } from '../print.ts'
import { findRun, type RunRecord, readRun } from '../run-record.ts'
import { alignedUsd, oneLine, textTable } from '../text-table.ts'
import { utcSeconds } from '../utc-text.ts'

/** `budget`: every hold, settlement and release of a run, and what it adds up to. */
export const showBudget: Command = (context, { args, flags, isJson, paint }) =>
  withStudio(context, async (studio) => {
    const run = await findAccount(context, studio, args[0] ?? '')
    const { id } = run
    const raised = textFlag(flags, 'raiseTo')
    if (raised !== null) await studio.ledger.raiseCap(id, parseUsd(raised))
    const totals = await studio.ledger.totals(id)
    const whole = await studio.ledger.trail(id)
    const trail = isSet(flags, 'all') ? whole : whole.filter(({ amount }) => amount !== 0)
    const leftOut = whole.length - trail.length
    const orders = await studio.ledger.orders(id)
    const open = orders.filter(({ held }) => held > 0)
    const costs = modelCosts(orders, studio.catalogue)
    if (isJson) {
      const line: BudgetLine = {
        productionId: id,
        ...ledgerTotals(totals),
        openOrders: open.map(({ key, model, state, held, reason }) => ({
          ...{ key, model, state, heldUsd: dollarsOf(held) },
          why: whyHeld({ model, state, reason }),
        })),
        models: costs.map(costsLine),
        leftOut,
        trail: trail.map(trailLine),
      }
      printJson(context, line)
      return 0
    }
    const shown = isSet(flags, 'all') ? costs : costs.filter(isCostly)
    printBudget(context, paint, { run, totals, trail, leftOut, open, costs: shown })
    return 0
  })

/** What is asked of a run for its money. */
type Account = Pick<Production, 'id' | 'state' | 'isTest'> & {
  readonly isDeleted: boolean
  /** The command that it needs where going on would end where it ended; null for all else. */
  readonly otherwise: string | null
}

/** The run that is named; a deleted one, too, for its money stays in the books. */
const findAccount = async (
  context: CliContext,
  studio: Studio,
  written: string,
): Promise<Account> => {
  const isDeleted = isRunId(written) && (await studio.productions.removal(written)) !== null
  if (isDeleted) {
    return { id: written, state: 'cancelled', isTest: false, isDeleted, otherwise: null }
  }
  const run = await findRun(studio, written)
  const isRefused = run.state === 'failed' && !run.isTest
  const way = isRefused ? otherwise(await readRun(context, studio, run)) : null
  return { ...run, isDeleted, otherwise: way }
}

const printBudget = (
  context: CliContext,
  paint: Paint,
  money: {
    readonly run: Account
    readonly totals: RunRecord['totals']
    readonly trail: RunRecord['trail']
    readonly leftOut: number
    readonly open: readonly Order[]
    readonly costs: readonly ModelCosts[]
  },
): void => {
  const { run, totals, trail, leftOut, open, costs } = money
  if (run.isDeleted) printLine(context, `Run ${run.id} is deleted; its money stays in the books.`)
  if (trail.length === 0) printLine(context, `Run ${run.id} has moved no money yet.`)
  else context.out(trailTable(trail, paint))
  if (leftOut > 0) {
    const lines = countText(leftOut, 'line')
    printLine(context, paint('dim', `Left out: ${lines} of $0.00. --all shows them.`))
  }
  if (costs.length > 0) context.out(costTable(costs, paint))
  for (const note of costNotes(costs)) printLine(context, paint('dim', note))
  const overrun = totals.overrun > 0 ? paint('bad', `, overrun ${formatUsd(totals.overrun)}`) : ''
  printLine(context, `${paint('money', moneyText(ledgerTotals(totals)))}${overrun}`)
  for (const { key, held, ...order } of open) {
    printLine(context, `  held ${formatUsd(held)} for ${key}: ${whyHeld(order)}`)
  }
  if (costs.some(({ parked }) => parked.length > 0)) {
    printLine(
      context,
      `  What waits for you, and what you can do: npx --no-install claude-studio orders list ${run.id} --parked`,
    )
  }
  const kept = keptText(run, totals, open, run.otherwise)
  if (kept !== null) printLine(context, `  ${kept}`)
  const ask = askText(run, open)
  if (ask !== null) printLine(context, `  ${ask}`)
}

/** How the vendors are asked about what a run has open that does not go on; null where that would change nothing. */
const askText = (run: Account, open: readonly Order[]): string | null => {
  const isOver = run.isTest || run.state === 'cancelled' || run.state === 'wrapped'
  if (!(isOver && open.some(isWorthAsking))) return null
  const what = run.isDeleted ? 'deleted' : run.isTest ? 'a test of a provider' : run.state
  return `The run is ${what}; ask what became of its orders: ${reconcileCommand(run.id)}`
}

const trailTable = (trail: RunRecord['trail'], paint: Paint): string => {
  const amounts = alignedUsd(trail.map(({ amount }) => amount))
  const frees = alignedUsd(trail.map(({ free }) => free))
  return textTable(
    ['AT (UTC)', 'WHAT', 'AMOUNT', 'FREE AFTER', 'ORDER'].map((name) => paint('dim', name)),
    trail.map(({ at, kind, key }, index) => [
      utcSeconds(at),
      paint(kind === 'overrun' ? 'bad' : 'dim', kind),
      amounts[index] ?? '',
      frees[index] ?? '',
      key,
    ]),
  )
}

/** What the columns mean that say more than their names; ASSUMED is easily read as something else, also where it is nothing. */
const costNotes = (costs: readonly ModelCosts[]): readonly string[] => [
  ...(costs.some(isBounded)
    ? [
        "QUOTED is the most an order can cost that is sent once. The crew's answers are held at that and usually cost far less: EXPECTED.",
      ]
    : []),
  ...(costs.some(({ driftShare }) => driftShare !== null)
    ? [
        'DRIFT is how far bills that vendors told are from EXPECTED, which counts the orders that are delivered or billed.',
      ]
    : []),
  ...[...new Set(costs.filter((each) => !isTold(each)).map(({ model }) => vendorOf(model)))].map(
    (vendor) =>
      `${vendor} sends no bills: its work is booked as quoted, and its account alone shows what was charged.`,
  ),
  ...(costs.length > 0
    ? [
        'ASSUMED is the part of BILLED that no vendor has told: the most that submissions can have cost of which nobody knows.',
      ]
    : []),
]

const isBounded = ({ port, quoted }: ModelCosts): boolean => port === 'llm' && quoted > 0

const isCostly = ({ quoted, held, billed }: ModelCosts): boolean =>
  quoted > 0 || held > 0 || billed > 0

const costsLine = (costs: ModelCosts): BudgetLine['models'][number] => ({
  ...{ model: costs.model, funds: costs.funds, orders: costs.orders },
  quotedUsd: dollarsOf(costs.quoted),
  expectedUsd: dollarsOf(costs.expected),
  heldUsd: dollarsOf(costs.held),
  billedUsd: dollarsOf(costs.billed),
  assumedUsd: dollarsOf(costs.assumed),
  driftUsd: isTold(costs) ? dollarsOf(costs.drift) : null,
  driftPercent: costs.driftShare === null || !isTold(costs) ? null : percentOf(costs.driftShare),
  parked: costs.parked,
})

/** A share in per cent, with one decimal. */
const percentOf = (share: number): number => Math.round(share * 1000) / 10

/** What each model was quoted, holds and billed, and how far its bills are from what was expected. */
const costTable = (costs: readonly ModelCosts[], paint: Paint): string => {
  const amounts = alignedUsd(
    costs.flatMap(({ quoted, expected, held, billed, assumed }) => [
      ...[quoted, expected, held, billed, assumed],
    ]),
  )
  return textTable(
    [
      ...['MODEL', 'FUNDS', 'ORDERS', 'QUOTED', 'EXPECTED', 'HELD', 'BILLED', 'ASSUMED', 'DRIFT'],
      'PARKED',
    ].map((name) => paint('dim', name)),
    costs.map((each, index) => [
      each.model,
      each.funds,
      String(each.orders),
      ...amounts.slice(index * 5, index * 5 + 5),
      driftText(each),
      each.parked.join(', '),
    ]),
  )
}

/** Whether a vendor tells what it charged for a model's work. */
const isTold = ({ model }: ModelCosts): boolean => surfaceOfModel(model)?.tellsBills ?? true

const driftText = (costs: ModelCosts): string => {
  const { drift, driftShare } = costs
  if (driftShare === null) return ''
  if (!isTold(costs)) return 'not told'
  const sign = drift < 0 ? '-' : '+'
  const percent = percentOf(Math.abs(driftShare)).toFixed(1)
  return drift === 0
    ? 'none'
    : `${sign}${formatUsd(microUsd(Math.abs(drift)))} (${sign}${percent} %)`
}

const whyHeld = ({ model, state, reason }: Pick<Order, 'model' | 'state' | 'reason'>): string => {
  switch (state) {
    case 'accepted':
      return `${model} is making it`
    case 'parked':
      return `it waits for a person (${oneLine(reason)})`
    case 'unknown':
      return oneLine(reason)
    case 'ready':
      return `${model} has made it`
    case 'submitting':
      return `it was sent to ${model}, and no answer is written down yet`
    default:
      return 'it waits to be sent'
  }
}

const shownDays = 90
const dayMs = 86_400_000

/** `spend`: money per UTC day, with the caps. */
export const showSpend: Command = (context, { flags, isJson, paint }) => {
  const { since, month } = period(context.now(), flags)
  return withStudio(context, async (studio) => {
    const days = (await studio.ledger.spend(since.toISOString())).filter(
      ({ day }) => month === null || day.startsWith(month),
    )
    const caps = await studio.ledger.caps()
    if (isJson) {
      const line: SpendLine = {
        since: since.toISOString(),
        days: days.map(({ day, funds, settled, settledOfDeleted, held, bond }) => ({
          ...{ day, funds, settledUsd: dollarsOf(settled) },
          settledOfDeletedUsd: dollarsOf(settledOfDeleted),
          ...{ heldUsd: dollarsOf(held), bondUsd: dollarsOf(bond) },
        })),
        caps: caps.map(({ scope, funds, cap }) => ({ scope, funds, capUsd: dollarsOf(cap) })),
      }
      printJson(context, line)
      return 0
    }
    if (days.length > 0) context.out(dayTable(days, paint))
    else printLine(context, nothingSpent(since, month))
    for (const funds of [...new Set(['real', ...days.map((each) => each.funds)])]) {
      const own = days.filter((each) => each.funds === funds)
      const total = sumUsd(...own.map(({ settled }) => settled))
      const deleted = sumUsd(...own.map(({ settledOfDeleted }) => settledOfDeleted))
      const ofDeleted = deleted > 0 ? `, of deleted runs: ${formatUsd(deleted)}` : ''
      const text = `total ${fundsText(dollarsOf(total), funds)}${ofDeleted}`
      printLine(context, paint('money', text))
    }
    for (const { scope, funds, cap } of caps) {
      printLine(context, paint('dim', `cap of a ${scope}: ${formatUsd(cap)} ${funds}`))
    }
    return 0
  })
}

const nothingSpent = (since: Date, month: string | null): string =>
  month === null
    ? `No money was moved since ${since.toISOString().slice(0, 10)}.`
    : `No money was moved in ${month}.`

const dayTable = (days: Awaited<ReturnType<Studio['ledger']['spend']>>, paint: Paint): string => {
  const amounts = alignedUsd(days.flatMap(({ settled, held, bond }) => [settled, held, bond]))
  return textTable(
    ['DAY (UTC)', 'FUNDS', 'SPENT', 'HELD', 'BOND'].map((name) => paint('dim', name)),
    days.map(({ day, funds }, index) => [day, funds, ...amounts.slice(index * 3, index * 3 + 3)]),
  )
}

/** From when on money is shown, and in which month; `--month` alone is the one that runs. */
const period = (
  nowMs: number,
  flags: Flags,
): { readonly since: Date; readonly month: string | null } => {
  const written = flags['month']
  if (written === undefined) return { since: new Date(nowMs - shownDays * dayMs), month: null }
  const month = written === true ? new Date(nowMs).toISOString().slice(0, 7) : String(written)
  // No money was moved before 1970, and the database knows no year 0.
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month) && month >= '1970') {
    return { since: new Date(`${month}-01T00:00:00.000Z`), month }
  }
  throw new StudioError({
    code: 'bad-input',
    message: `"${month.slice(0, 40)}" is not a month. Use one such as --month 2026-11, or --month alone for the one that runs.`,
  })
}

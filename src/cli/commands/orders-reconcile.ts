import { formatUsd } from '../../domain/money.ts'
import type { Order } from '../../domain/order.ts'
import { isOrderClosed } from '../../domain/order-machine.ts'
import { goOnCommand, isTestOpen, type Production } from '../../domain/production.ts'
import type { Followed } from '../../production/reconcile.ts'
import type { Studio } from '../../studio/studio.ts'
import type { CliContext, Command, Invocation } from '../context.ts'
import { withStudio } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { findOrder } from '../find-order.ts'
import { interruptible } from '../interruptible.ts'
import { orderLine, type ReconciledLine } from '../json-orders.ts'
import { unsentLines } from '../open-order-text.ts'
import { openOrdersOf, reconcilable } from '../open-orders.ts'
import { withVendorsOf } from '../order-studio.ts'
import { printJson, printLine } from '../print.ts'
import { findRun, testStandsText } from '../run-record.ts'
import { oneLine } from '../text-table.ts'

/**
 * `orders reconcile`: ask the vendors about everything that is open or parked, write down what came of it, give footage that has no
 * place its place, let go what nobody sends, and end tests that were cut off.
 */
export const reconcileOrders: Command = async (context, invocation) => {
  const { orders, unsent, cutOff } = await withStudio(context, async (studio) => {
    const meant = await ordersMeant(studio, invocation.args[0] ?? null)
    return {
      orders: await reconcilable(studio, meant),
      unsent: await unsentLines(studio.productions, meant),
      cutOff: await testsCutOff(studio, invocation.args[0] ?? null),
    }
  })
  for (const run of cutOff) {
    await withVendorsOf(context, run.funds, ({ driver }) => driver.orders.settleTest(run))
  }
  const followed: Followed[] = []
  for (const funds of new Set(orders.map((order) => order.funds))) {
    const own = orders.filter((order) => order.funds === funds)
    const answers = await withVendorsOf(context, funds, ({ driver }) =>
      interruptible(context, (signal) => driver.orders.reconcile(own, signal)),
    )
    followed.push(...answers)
  }
  if (invocation.isJson) {
    const line: ReconciledLine = {
      event: 'orders-reconciled',
      orders: followed.map(({ order, before, note }) => ({
        order: orderLine(order),
        before,
        note,
      })),
    }
    printJson(context, line)
  } else {
    printReconciled(context, invocation, followed)
    for (const line of unsent) printLine(context, line)
    await withStudio(context, async (studio) => {
      await printNext(context, studio, followed)
      for (const { id } of cutOff) {
        const run = await studio.productions.get(id)
        if (run) printLine(context, testStandsText(run))
      }
    })
  }
  const isUnasked =
    followed.length > 0 &&
    !followed.some(
      ({ isAsked, order, before }) =>
        isAsked || order.state !== before || isOrderClosed(order.state),
    )
  return isUnasked ? exitCodes.failed : exitCodes.done
}

/** Open orders of a run, of all, or the one that a key names: no run's id has a slash in it. */
const ordersMeant = async (studio: Studio, written: string | null): Promise<readonly Order[]> =>
  written?.includes('/')
    ? [await findOrder(studio, written, 'open')]
    : openOrdersOf(studio, written)

/** Tests of providers that were cut off and have nothing open: no vendor's answer ends them. @param written as of `orders reconcile` */
const testsCutOff = async (
  studio: Studio,
  written: string | null,
): Promise<readonly Production[]> => {
  const { productions, ledger } = studio
  const named = written === 'latest' ? (await findRun(studio, written)).id : written
  const tests = (await productions.list(Number.MAX_SAFE_INTEGER, 'tests')).filter(
    ({ id, state }) => isTestOpen(state) && (named === null || id === named),
  )
  const directed = await productions.directed(tests.map(({ id }) => id))
  const open = new Set((await ledger.openOrders()).map(({ production }) => production))
  return tests.filter(({ id }) => !(directed.has(id) || open.has(id)))
}

const printReconciled = (
  context: CliContext,
  { paint }: Invocation,
  followed: readonly Followed[],
): void => {
  if (followed.length === 0) printLine(context, 'No order is with a vendor.')
  for (const { order, before, note } of followed) {
    const { key, state, reason } = order
    const moved = state === before ? state : `${before} → ${paint('good', state)}`
    const why = note ?? reason
    const bill = state === 'delivered' ? `, billed ${formatUsd(order.billed)}` : ''
    printLine(context, `${key}: ${moved}${bill}${why === '' ? '' : `; ${oneLine(why)}`}`)
  }
}

/** Say what goes on with the runs whose orders have moved on. */
const printNext = async (
  context: CliContext,
  { productions }: Studio,
  followed: readonly Followed[],
): Promise<void> => {
  for (const { order } of followed) {
    if (order.state !== 'parked') continue
    const show = `npx --no-install claude-studio orders show ${order.key}`
    printLine(context, `It waits for you; what you can do: ${show}`)
  }
  const moved = followed.filter(
    ({ order, before }) => order.state !== before || before === 'delivered',
  )
  for (const id of new Set(moved.map(({ order }) => order.production))) {
    const run = await productions.get(id)
    const hasFootage = moved.some(
      ({ order }) => order.production === id && order.state === 'delivered',
    )
    if (run === null || (run.state === 'cancelled' && !hasFootage)) continue
    if (run.isTest) {
      printLine(context, testStandsText(run))
      continue
    }
    const next =
      run.state === 'wrapped' || run.state === 'cancelled'
        ? `Takes of run ${id}, late ones too: npx --no-install claude-studio takes list ${id}`
        : `To go on with run ${id}: ${goOnCommand(run)}`
    printLine(context, next)
  }
}

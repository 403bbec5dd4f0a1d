import { surfaceOfModel } from '../../catalogue.ts'
import { StudioError } from '../../domain/errors.ts'
import { exactUsd } from '../../domain/money.ts'
import type { Order } from '../../domain/order.ts'
import { isAtVendor, isOrderClosed, lostAnswerPolicy } from '../../domain/order-machine.ts'
import type { Production } from '../../domain/production.ts'
import { jobText } from '../../domain/salvage.ts'
import { leaseMs } from '../../production/order-timing.ts'
import { decideShownText, sendsAgain } from '../../production/parked-text.ts'
import type { Studio } from '../../studio/studio.ts'
import type { CliContext, Command, Flags } from '../context.ts'
import { isSet, withStudio } from '../context.ts'
import { findOrder } from '../find-order.ts'
import { type OrderListLine, orderLine, replyText, shownOrderLine } from '../json-orders.ts'
import { orderContact, reconcileCommand, unsentLines } from '../open-order-text.ts'
import {
  allOrdersOf,
  isNeverSent,
  openOrdersOf,
  reconcilable,
  unplacedLines,
} from '../open-orders.ts'
import { toldOfOrder } from '../order-story.ts'
import type { Paint } from '../paint.ts'
import { countText, printJson, printLine } from '../print.ts'
import { alignedUsd, commandLines, fitted, oneLine, textTable, unarmed } from '../text-table.ts'
import { utcMinute, utcSeconds } from '../utc-text.ts'

/** `orders list`: what is on order, of a run or of all, and what was delivered and has no place yet. */
export const listOrders: Command = (context, { args, flags, isJson, paint }) => {
  const which = chosenStates(flags)
  return withStudio(context, async (studio) => {
    const written = args[0] ?? null
    const known = await (which.isAll ? allOrdersOf : openOrdersOf)(studio, written)
    const orders = known.filter(which.isMeant)
    const deleted = await deletedRuns(studio, orders)
    if (isJson) {
      const line: OrderListLine = {
        orders: orders.map((order) => ({
          ...orderLine(order),
          isRunDeleted: deleted.has(order.production),
        })),
      }
      printJson(context, line)
    } else if (orders.length === 0) printLine(context, which.none)
    else {
      context.out(orderTable(orders, deleted, paint))
      await printWays(context, studio, orders)
    }
    return 0
  })
}

/**
 * Say what can be done about orders that wait for a person, those that have not left, those whose footage has no place, and those
 * of tests, which no run takes up again.
 */
const printWays = async (
  context: CliContext,
  studio: Studio,
  orders: readonly Order[],
): Promise<void> => {
  const { productions } = studio
  const [parked, another] = orders.filter(({ state }) => state === 'parked')
  if (parked) {
    const key = another ? 'ORDER' : parked.key
    const waits = another ? 'Several wait' : 'One waits'
    printLine(
      context,
      `${waits} for you; what you can do: npx --no-install claude-studio orders show ${key}`,
    )
  }
  for (const line of await unsentLines(productions, orders)) printLine(context, line)
  for (const line of await unplacedLines(studio, orders)) printLine(context, line)
  const away = (await reconcilable(studio, orders)).filter(
    ({ state }) => state !== 'parked' && !isOrderClosed(state),
  )
  for (const id of new Set(away.map(({ production }) => production))) {
    const run = await productions.get(id)
    if (run?.isTest) {
      printLine(context, `Ask the vendor of test ${id} again: ${reconcileCommand(id)}`)
    }
  }
}

interface Chosen {
  readonly isMeant: (order: Order) => boolean
  readonly isAll: boolean
  /** What is said where there are none. */
  readonly none: string
}

/** @throws StudioError `bad-input` for more than one of the flags */
const chosenStates = (flags: Flags): Chosen => {
  if (['open', 'parked', 'all'].filter((name) => isSet(flags, name)).length > 1) {
    throw new StudioError({
      code: 'bad-input',
      message: 'Say one of --open, --parked and --all.',
    })
  }
  if (isSet(flags, 'all')) return { isMeant: () => true, isAll: true, none: 'There are no orders.' }
  return isSet(flags, 'parked')
    ? { isMeant: ({ state }) => state === 'parked', isAll: false, none: 'No order waits for you.' }
    : { isMeant: () => true, isAll: false, none: 'Nothing is on order.' }
}

/** Runs of orders that are deleted. */
const deletedRuns = async (
  { productions }: Studio,
  orders: readonly Order[],
): Promise<ReadonlySet<string>> => {
  const deleted = new Set<string>()
  for (const id of new Set(orders.map(({ production }) => production))) {
    if ((await productions.get(id)) === null) deleted.add(id)
  }
  return deleted
}

const widestWhy = 60

const orderTable = (
  orders: readonly Order[],
  deleted: ReadonlySet<string>,
  paint: Paint,
): string => {
  const held = alignedUsd(orders.map((order) => order.held))
  const billed = alignedUsd(orders.map((order) => order.billed))
  return textTable(
    ['ORDER', 'STATE', 'MODEL', 'HELD', 'BILLED', 'SENT (UTC)', 'WHY'].map((name) =>
      paint('dim', name),
    ),
    orders.map(({ key, production, state, model, submittedAt, reason }, index) => [
      key,
      paint(state === 'parked' ? 'warn' : 'dim', state),
      model,
      held[index] ?? '',
      billed[index] ?? '',
      utcSeconds(submittedAt),
      [deleted.has(production) ? 'run deleted' : '', fitted(oneLine(reason), widestWhy)]
        .filter(Boolean)
        .join('; '),
    ]),
  )
}

/** `orders show`: all that is known of an order, and what a person can do about it. */
export const showOrder: Command = (context, { args, isJson, paint }) =>
  withStudio(context, async (studio) => {
    const order = await findOrder(studio, args[0] ?? '', 'open')
    if (isJson) {
      printJson(context, shownOrderLine(order))
      return 0
    }
    printLine(context, paint('title', `Order ${order.key} · ${order.state}`))
    const told = toldOfOrder(await studio.productions.events(order.production, 0), order.key)
    context.out(textTable([], [...detailRows(order), ...toldRows(told), ...replyRows(order)]))
    const run = await studio.productions.get(order.production)
    const lines = (await isNeverSent(studio, order))
      ? [`Nobody sends it any more. Let it go: ${reconcileCommand(order.production)}`]
      : [
          ...(await unsentLines(studio.productions, [order])),
          ...(await unplacedLines(studio, [order])),
          ...nextLines(order, run),
        ]
    for (const line of lines) printLine(context, line)
    return 0
  })

/** What a person can do about an order that is not closed. */
const nextLines = (order: Order, run: Production | null): readonly string[] => {
  if (order.state === 'parked') {
    return commandLines(decideShownText(order, orderContact(order.funds), run))
  }
  const isSentAgain = run !== null && sendsAgain(run, order)
  if (order.state === 'unknown') return commandLines(unknownText(order, isSentAgain))
  return !isSentAgain && isAtVendor(order.state)
    ? [`Ask what became of it: ${reconcileCommand(order.production)}`]
    : []
}

/** What happens next to an order whose answer was lost, and when. */
const unknownText = (order: Order, isSentAgain: boolean): string => {
  const { model, production, port, submittedAt } = order
  const surface = surfaceOfModel(model)
  const again = isSentAgain ? 'when its run is taken up, or now ' : ''
  const looked = `Nobody knows whether ${model} took it; its money stays held. It is looked for ${again}by \`${reconcileCommand(production)}\`.`
  const given = isSentAgain ? 'is sent once more' : 'counts as billed'
  const lost = lostAnswerPolicy(port) === 'park' ? 'waits for you' : given
  if (!surface?.hasList) return `${looked} Its vendor has no list of jobs: it ${lost} then.`
  const leftMs = Date.parse(submittedAt ?? order.updatedAt)
  const provenMs = leftMs + leaseMs + (surface.listedWithinMs ?? 0)
  const proven = `${utcMinute(new Date(provenMs + 59_999).toISOString())} UTC`
  return `${looked} Its vendor's list proves something from ${proven} on: then it is adopted where the list has it, sent again where it provably never arrived, and ${lost} where nobody can tell.`
}

const detailRows = (order: Order): readonly (readonly string[])[] => {
  const { model, funds, quoted, held, billed, assumed, submissions, submittedAt, job } = order
  const prompt: unknown = Reflect.get(Object(order.request), 'prompt')
  const rows: readonly (readonly [string, string])[] = [
    ['model', model],
    [
      'money',
      `${funds}: quoted ${exactUsd(quoted)}, held ${exactUsd(held)}, billed ${exactUsd(billed)}`,
    ],
    ['assumed', assumed > 0 ? `${exactUsd(assumed)} of it, which no vendor has told` : ''],
    [
      'sent',
      submissions === 0 ? 'never' : `${countText(submissions, 'time')}, last ${submittedAt ?? ''}`,
    ],
    ['job', jobText(job)],
    ['why', oneLine(order.reason)],
    ['trouble', order.trouble ?? ''],
    ['asks for', typeof prompt === 'string' ? fitted(oneLine(prompt), 300) : ''],
    ['changed', order.updatedAt],
  ]
  return rows.filter(([, text]) => text !== '').map(([name, text]) => [`  ${name}`, text])
}

const toldRows = (told: readonly string[]): readonly (readonly string[])[] =>
  told.map((text, index) => [index === 0 ? '  story' : '', oneLine(text)])

/** Lines of a reply that are shown, and characters of each; `--json` has it whole. */
const shownReply = { lines: 12, characters: 300 }

const replyRows = (order: Order): readonly (readonly string[])[] => {
  const text = replyText(order)?.trimEnd() ?? ''
  if (text === '') return []
  const lines = text.split(/\r?\n/)
  const shown = lines
    .slice(0, shownReply.lines)
    .map((line) => fitted(unarmed(line), shownReply.characters))
  const isCut =
    lines.length > shownReply.lines || lines.some((line) => line.length > shownReply.characters)
  const rest = isCut ? ['… --json shows it whole'] : []
  return [...shown, ...rest].map((line, index) => [index === 0 ? '  reply' : '', line])
}

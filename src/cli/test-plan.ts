import { unitsPrice } from '../budget/price-book.ts'
import { type RunMode, vendors } from '../catalogue.ts'
import { type CatalogueModel, isRetired, lifecycleText } from '../domain/catalogue-model.ts'
import { requireSurface, vendorKey } from '../domain/catalogue-vendor.ts'
import { StudioError } from '../domain/errors.ts'
import { dollarsOf, exactUsd } from '../domain/money.ts'
import { type Rehearsal, rehearseOrder } from '../studio/vendor-desk.ts'
import { modelKeyText, priceText } from './catalogue-text.ts'
import type { CliContext, Invocation } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { printJson, printLine } from './print.ts'
import type { TestOrder } from './test-order.ts'
import { oneLine, textTable, unarmed } from './text-table.ts'

/**
 * Show what a test would send, what it would cost, or why it would be refused. Nobody is asked.
 *
 * @returns the exit code: bad input for an order that would not be sent
 */
export const planTest = async (
  context: CliContext,
  invocation: Invocation,
  model: CatalogueModel,
  order: TestOrder,
): Promise<number> => {
  requireAlive(model)
  const rehearsal = await rehearseOrder(context.settings(), model.id, order)
  if (invocation.isJson) printJson(context, planJson(model, rehearsal))
  else printPlan(context, invocation, model, rehearsal)
  return rehearsal.kind === 'sends' ? exitCodes.done : exitCodes.badInput
}

/** @throws StudioError `model-retired` */
const requireAlive = (model: CatalogueModel): void => {
  if (!isRetired(model)) return
  throw new StudioError({
    code: 'model-retired',
    message: `${model.id} is ${lifecycleText(model.lifecycle)}. Nothing was ordered.`,
  })
}

/** @throws StudioError `bad-input` for an order that its adapter would not send; `model-retired`, `vendor-key-missing` */
export const refuseDeclined = async (
  context: CliContext,
  mode: RunMode,
  model: CatalogueModel,
  order: TestOrder,
): Promise<void> => {
  requireAlive(model)
  const settings = context.settings()
  const vendor = vendors.find(({ id }) => id === model.vendor)
  const key = vendor && mode === 'live' ? vendorKey(vendor, settings.keys.value) : null
  if (vendor && key) requireSurface(model.id, vendor, key, model.surface)
  // The emulator's addresses are no vendor's, which a rehearsal of a live order would not let pass.
  const where = mode === 'emulated' ? { ...settings, baseUrls: {} } : settings
  const rehearsal = await rehearseOrder(where, model.id, order)
  if (rehearsal.kind === 'sends') return
  throw new StudioError({
    code: 'bad-input',
    message: `${oneLine(rehearsal.reason)} Nothing was ordered.`,
  })
}

const planJson = (model: CatalogueModel, rehearsal: Rehearsal): object => {
  const { units, kind } = rehearsal
  return {
    ...{ event: 'test-planned', model: model.id, wouldSend: kind === 'sends' },
    ...{ requests: kind === 'sends' ? rehearsal.requests.map(requestJson) : [] },
    reason: kind === 'sends' ? null : rehearsal.reason,
    ...{ unit: units.unit, quantity: units.quantity },
    quotedUsd: dollarsOf(unitsPrice(model, units)),
    limits: model.limits,
  }
}

type Request = Extract<Rehearsal, { readonly kind: 'sends' }>['requests'][number]

const requestJson = ({ method, url, body }: Request): object => ({
  ...{ method, url },
  body: body === '' ? null : JSON.parse(body),
})

const printPlan = (
  context: CliContext,
  { paint }: Invocation,
  model: CatalogueModel,
  rehearsal: Rehearsal,
): void => {
  const { units } = rehearsal
  const { price, limits } = model
  const vendor = vendors.find(({ id }) => id === model.vendor)
  const aMinute = limits.perMinute === null ? '' : `, ${limits.perMinute} requests a minute`
  const rows: readonly (readonly [string, string])[] = [
    ['model', `${model.id}  ${model.note}`],
    ['billed', `${units.quantity} ${units.unit}s at most`],
    ['price', `${exactUsd(unitsPrice(model, units))} at most (${priceText(price)})`],
    ['', `${price.source}, ${price.date}`],
    ['limits', `${limits.slots} orders at once${aMinute}`],
    ['key', vendor ? modelKeyText(model, vendor, context.settings().keys) : ''],
  ]
  printLine(context, paint('title', 'What a test would send. Nothing was sent.'))
  context.out(
    textTable(
      [],
      rows.map(([label, text]) => [`  ${paint('dim', label)}`, text]),
    ),
  )
  if (rehearsal.kind === 'declines') {
    printLine(context, paint('bad', `  It would not be sent: ${oneLine(rehearsal.reason)}`))
    return
  }
  for (const { method, url, body } of rehearsal.requests) {
    printLine(context, `  ${paint('accent', method)} ${url}`)
    if (body === '') continue
    const written = JSON.stringify(JSON.parse(body), null, 2)
    printLine(context, unarmed(written).replaceAll(/^/gm, '    '))
  }
  printLine(
    context,
    paint('dim', '  Say --live to order it with real money, or --emulated without any.'),
  )
}

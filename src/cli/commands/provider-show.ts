import { catalogue, vendors } from '../../catalogue.ts'
import type { KeyRing } from '../../config/key-ring.ts'
import { type CatalogueModel, lifecycleText } from '../../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../../domain/catalogue-vendor.ts'
import { StudioError } from '../../domain/errors.ts'
import {
  clipText,
  keyText,
  modelJson,
  modelKeyText,
  priceText,
  shotText,
  vendorJson,
} from '../catalogue-text.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'
import { noteText } from './providers.ts'

/** `provider show`: one vendor with its models, keys, limits, and what becomes of an answer that is lost. */
export const showProvider: Command = async (context, { args, isJson, paint }) => {
  const vendor = vendorNamed(args[0] ?? '')
  const { keys } = context.settings()
  const models = catalogue.filter((model) => model.vendor === vendor.id)
  if (isJson) {
    const listed = models.map((model) => modelJson(model, vendor, keys))
    printJson(context, { ...vendorJson(vendor, keys), models: listed })
    return 0
  }
  printLine(context, `${paint('title', vendor.name)}  ${paint('dim', vendor.id)}`)
  context.out(textTable([], vendorRows(vendor, keys).map(labelled(paint))))
  for (const model of models) {
    printLine(context, `\n${paint('accent', model.id)}  ${noteText(model)}`)
    context.out(textTable([], modelRows(model, vendor, keys).map(labelled(paint))))
  }
  return 0
}

const vendorNamed = (written: string): CatalogueVendor => {
  const found = vendors.find(({ id }) => id === written.trim().toLowerCase())
  if (found) return found
  const ids = vendors.map(({ id }) => id)
  throw new StudioError({
    code: 'not-found',
    message: `There is no vendor "${written.slice(0, 40)}".${suggestion(written, ids)}`,
  })
}

type Row = readonly [label: string, text: string]

const labelled =
  (paint: Parameters<Command>[1]['paint']) =>
  ([label, text]: Row): readonly string[] => [`  ${paint('dim', label)}`, text]

const filled = (rows: readonly Row[]): readonly Row[] => rows.filter(([, text]) => text !== '')

const vendorRows = (vendor: CatalogueVendor, keys: KeyRing): readonly Row[] =>
  filled([
    ['standing', lifecycleText(vendor.lifecycle)],
    ['key', keyText(vendor, keys)],
    ['', vendor.keyNames.length > 1 ? `any one of ${vendor.keyNames.join(', ')}` : ''],
    ['', vendor.keyNote],
    ...vendor.surfaces.flatMap((surface): Row[] => [
      [surface.name === '' ? 'address' : `${surface.name} address`, surface.baseUrl ?? ''],
      ['', surface.baseUrlVariable === null ? '' : `${surface.baseUrlVariable} moves it`],
      ['key goes to', surface.hosts.join(', ')],
      ['recovery', surface.recovery],
      ['answer lost', surface.lostAnswer],
    ]),
  ])

const modelRows = (
  model: CatalogueModel,
  vendor: CatalogueVendor,
  keys: KeyRing,
): readonly Row[] => {
  const { price, limits, port, tier, funds } = model
  const atOnce = `${limits.slots} orders at once`
  const aMinute = limits.perMinute === null ? '' : `, ${limits.perMinute} requests a minute`
  return filled([
    ['makes', tier === null ? port : `${port}, ${tier}`],
    ['clips', clipText(model)],
    ['price', `${priceText(price)}, ${funds} funds`],
    ['4 s shot', shotText(model)],
    ['', `${price.source}, ${price.date}`],
    ['limits', `${atOnce}${aMinute}`],
    ['key', model.surface === null ? '' : modelKeyText(model, vendor, keys)],
  ])
}

import { catalogue, vendors } from '../../catalogue.ts'
import { type CatalogueModel, lifecycleText } from '../../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../../domain/catalogue-vendor.ts'
import { StudioError } from '../../domain/errors.ts'
import { orderPorts } from '../../domain/order.ts'
import {
  clipText,
  modelJson,
  modelKeyText,
  priceText,
  shotText,
  vendorJson,
} from '../catalogue-text.ts'
import { suggestion } from '../closest.ts'
import type { Command, Flags } from '../context.ts'
import { textFlag } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `provider list`: the catalogue. */
export const listProviders: Command = async (context, { flags, isJson, paint }) => {
  const models = chosenModels(flags)
  const isAll = textFlag(flags, 'port') === null
  const { keys } = context.settings()
  if (isJson) {
    const listed = vendors.filter(({ id }) => isAll || models.some(({ vendor }) => vendor === id))
    printJson(context, {
      models: models.map((model) => modelJson(model, vendorOf(model), keys)),
      vendors: listed.map((vendor) => vendorJson(vendor, keys)),
    })
    return 0
  }
  if (models.length === 0) {
    printLine(context, `No vendor of this version makes ${textFlag(flags, 'port')}.`)
    return 0
  }
  context.out(
    textTable(
      ['MODEL', 'MAKES', 'TIER', 'CLIP', 'PRICE', '4 s SHOT', 'FUNDS', 'KEY', 'NOTE'].map((name) =>
        paint('dim', name),
      ),
      models.map((model) => [
        paint('accent', model.id),
        model.port,
        model.tier ?? '',
        clipText(model),
        `${priceText(model.price)} (${model.price.date})`,
        shotText(model),
        model.funds,
        modelKeyText(model, vendorOf(model), keys),
        noteText(model),
      ]),
    ),
  )
  for (const vendor of isAll ? vendors : []) {
    if (vendor.lifecycle.state !== 'retired') continue
    const text = `${paint('accent', vendor.id)}  ${lifecycleText(vendor.lifecycle)}.`
    printLine(context, paint('dim', text))
  }
  return 0
}

const chosenModels = (flags: Flags): readonly CatalogueModel[] => {
  const written = textFlag(flags, 'port')
  if (written === null) return catalogue
  const port = orderPorts.find((name) => name === written)
  if (port) return catalogue.filter((model) => model.port === port)
  throw new StudioError({
    code: 'bad-input',
    message: `There is no port "${written.slice(0, 40)}".${suggestion(written, orderPorts)}`,
  })
}

/** What is to be known of a model, with its end where it has one. */
export const noteText = ({ lifecycle, limits, note }: CatalogueModel): string =>
  [lifecycleText(lifecycle), note, limits.needsFirstFrame ? 'only from a first frame' : '']
    .filter((text) => text !== '')
    .join('; ')

const vendorOf = ({ vendor }: CatalogueModel): CatalogueVendor => {
  const found = vendors.find(({ id }) => id === vendor)
  if (found) return found
  throw new TypeError(`The catalogue has no vendor ${vendor}`)
}

import { catalogue } from '../../catalogue.ts'
import type { CatalogueModel } from '../../domain/catalogue-model.ts'
import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, exactUsd } from '../../domain/money.ts'
import { orderPorts } from '../../domain/order.ts'
import { suggestion } from '../closest.ts'
import type { CliContext, Command, Flags } from '../context.ts'
import { textFlag } from '../context.ts'
import { type KeyState, keyStates, keyStateText } from '../key-states.ts'
import { printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `provider list`: the catalogue. */
export const listProviders: Command = async (context, { flags, isJson, paint }) => {
  const models = chosenModels(flags)
  if (isJson) {
    printJson(context, {
      models: models.map((model) => {
        const { perUnit, ...price } = model.price
        return {
          ...model,
          price: { ...price, perUnitUsd: dollarsOf(perUnit) },
          keys: keysOf(context, model),
        }
      }),
    })
    return 0
  }
  if (models.length === 0) {
    printLine(context, `No vendor of this version makes ${textFlag(flags, 'port')}.`)
    return 0
  }
  context.out(
    textTable(
      ['MODEL', 'MAKES', 'TIER', 'PRICE', 'CLIP', 'FUNDS', 'KEY', 'NOTE'].map((name) =>
        paint('dim', name),
      ),
      models.map((model) => [
        paint('accent', model.id),
        model.port,
        model.tier ?? '',
        `${exactUsd(model.price.perUnit)}/${model.price.unit} (${model.price.date})`,
        clipLength(model),
        model.funds,
        keyText(context, model),
        model.lifecycle === 'current' ? model.note : `${model.lifecycle}: ${model.note}`,
      ]),
    ),
  )
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

const clipLength = ({ limits }: CatalogueModel): string =>
  limits.maxSeconds === null ? '' : `${limits.minSeconds ?? 0}–${limits.maxSeconds} s`

const keysOf = (context: CliContext, { keyNames }: CatalogueModel): readonly KeyState[] =>
  keyStates(context.settings().keys, keyNames)

const keyText = (context: CliContext, model: CatalogueModel): string =>
  keysOf(context, model)
    .map((key) => `${key.name} ${keyStateText(key)}`)
    .join(', ') || 'none needed'

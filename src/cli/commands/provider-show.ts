import { catalogue } from '../../catalogue.ts'
import type { KeyRing } from '../../config/key-ring.ts'
import type { Settings } from '../../config/settings.ts'
import { type CatalogueModel, lifecycleText } from '../../domain/catalogue-model.ts'
import type { CatalogueVendor, VendorSurface } from '../../domain/catalogue-vendor.ts'
import { StudioError } from '../../domain/errors.ts'
import type { Funds } from '../../domain/money.ts'
import { severalAccounts } from '../../domain/order.ts'
import { shapesText } from '../../domain/picture-shapes.ts'
import {
  type ToldSlots,
  unknownAccount,
  type VendorMeasure,
  type VendorRest,
} from '../../domain/vendor-measure.ts'
import { accountsAtHand } from '../../studio/vendor-desk.ts'
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
import type { CliContext, Command, Flags } from '../context.ts'
import { isSet, withStudio } from '../context.ts'
import { measureText } from '../measure-text.ts'
import { printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'
import { utcSeconds } from '../utc-text.ts'
import { vendorNamed } from '../vendor-named.ts'
import { noteText } from './providers.ts'

/**
 * `provider show`: one vendor with its models, or with one of them, keys, limits, and what becomes of an answer that is lost.
 * With `--end-rest` the account of the key that is set is ordered from again, though it asked to be left alone.
 */
export const showProvider: Command = async (context, { args, flags, isJson, paint }) => {
  const { vendor, model: only } = vendorOrModel(args[0] ?? '')
  const { keys } = context.settings()
  const models = catalogue.filter(
    (model) => model.vendor === vendor.id && (only === null || model.id === only),
  )
  const ending = chosenEnding(flags)
  const { measures, told, rests } = await knownOf(context, vendor, ending)
  if (isJson) {
    const listed = models.map((model) => modelJson(model, vendor, keys))
    printJson(context, {
      ...vendorJson(vendor, keys),
      models: listed,
      told,
      measures,
      rests,
      isRestEnded: ending !== 'none',
    })
    return 0
  }
  printLine(context, `${paint('title', vendor.name)}  ${paint('dim', vendor.id)}`)
  const rows = [...vendorRows(vendor, context.settings()), ...restRows(rests, ending)]
  context.out(textTable([], rows.map(labelled(paint))))
  for (const model of models) {
    printLine(context, `\n${paint('accent', model.id)}  ${noteText(model)}`)
    const rows = [
      ...modelRows(model, vendor, keys),
      ...toldRows(model, told),
      ...measureRows(model, measures),
    ]
    context.out(textTable([], rows.map(labelled(paint))))
  }
  return 0
}

/** A vendor, or one of its models alone. @throws StudioError `not-found` */
const vendorOrModel = (
  written: string,
): { readonly vendor: CatalogueVendor; readonly model: string | null } => {
  const [id = ''] = written.split('/', 1)
  const vendor = vendorNamed(id)
  if (id === written) return { vendor, model: null }
  const ids = catalogue.flatMap((model) => (model.vendor === vendor.id ? model.id : []))
  const model = ids.find((one) => one === written.trim())
  if (model !== undefined) return { vendor, model }
  throw new StudioError({
    code: 'not-found',
    message: `There is no model "${written.slice(0, 60)}".${suggestion(written, ids)}`,
  })
}

/** Whose rests are to be ended. */
type Ending = 'none' | 'set-key' | 'all-keys'

/** @throws StudioError `bad-input` for whose rest without what is to become of it */
const chosenEnding = (flags: Flags): Ending => {
  const isOfAll = isSet(flags, 'allKeys')
  if (isSet(flags, 'endRest')) return isOfAll ? 'all-keys' : 'set-key'
  if (!isOfAll) return 'none'
  throw new StudioError({
    code: 'bad-input',
    message: '--all-keys says whose rest --end-rest ends. Add --end-rest. Nothing was changed.',
  })
}

/** What is known of an account, without its mark: that is for nobody to read. */
type Told<Known, IsOfSetKey = boolean> = Omit<Known, 'account'> & {
  /** Whether it counts for orders under the key, and at the address, that are set now. */
  readonly isOfSetKey: IsOfSetKey
}

/** A rest as it is told, and what became of it. */
type ToldRest = Told<VendorRest> & { readonly isEnded: boolean }

/** A measure as it is told; whose it is may not be known. */
type ToldMeasure = Told<VendorMeasure, boolean | null>

/** What a vendor's accounts told and asked for, and what was measured of them. */
interface KnownOfAccounts {
  readonly told: readonly Told<ToldSlots>[]
  readonly measures: readonly ToldMeasure[]
  /** Rests that they asked for, with those that are ended now. */
  readonly rests: readonly ToldRest[]
}

/** Read where there is a home that could know of it: none is made for that. @param ending whose rests are ended */
const knownOf = async (
  context: CliContext,
  { id, isOffline, surfaces }: CatalogueVendor,
  ending: Ending,
): Promise<KnownOfAccounts> => {
  const { databaseUrl, home } = context.settings()
  const isThere = databaseUrl !== null || context.isThere(home)
  if (isOffline || surfaces.length === 0 || !isThere) return { told: [], measures: [], rests: [] }
  const isOwn = ({ vendor }: { readonly vendor: string }): boolean => vendor === id
  const atHand = accountsAtHand(context.settings(), id)
  return withStudio(context, async ({ measures, ledger }) => {
    const ended: string[] = []
    const rests = (await ledger.rests(id)).map(({ account, ...rest }): ToldRest => {
      const isOfSetKey = account === severalAccounts || atHand.has(account)
      const isEnded = ending === 'all-keys' || (ending === 'set-key' && isOfSetKey)
      if (isEnded) ended.push(account)
      return { ...rest, isOfSetKey, isEnded }
    })
    await ledger.endRests(id, ended)
    return {
      told: (await measures.told())
        .filter(isOwn)
        .map(({ account, ...told }) => ({ ...told, isOfSetKey: atHand.has(account) })),
      measures: (await measures.all()).filter(isOwn).map(({ account, ...measure }) => ({
        ...measure,
        isOfSetKey: account === unknownAccount ? null : atHand.has(account),
      })),
      rests,
    }
  })
}

/** How long a vendor's accounts want to be left alone, and what can be done about it. */
const restRows = (rests: readonly ToldRest[], ending: Ending): readonly Row[] => {
  const isNothingEnded = ending !== 'none' && !rests.some(({ isEnded }) => isEnded)
  const texts = [...(isNothingEnded ? ['none was left to end'] : []), ...rests.map(restText)]
  return texts.map((text, index) => [index === 0 ? 'rest' : '', text])
}

const restText = ({ until, funds, isOfSetKey, isEnded }: ToldRest): string => {
  const remedy = `${isOfSetKey ? '--end-rest' : '--end-rest --all-keys'} ends that`
  const what = isEnded ? 'ended: the next order goes out' : remedy
  return `asked to be left alone until ${utcSeconds(until)} UTC${fundsNote(funds)}${whoseNote(isOfSetKey)}; ${what}`
}

/** What an account told counts in every run, before what was measured and what the catalogue says. */
const toldRows = ({ id }: CatalogueModel, told: readonly Told<ToldSlots>[]): readonly Row[] =>
  told
    .filter(({ model }) => model === id)
    .map(({ slots, toldAt, funds, isOfSetKey }, index) => [
      index === 0 ? 'told' : '',
      `${slots} orders at once${isOfSetKey ? ', which runs go by' : ''}: the account itself, ${toldAt.slice(0, 10)}${fundsNote(funds)}${whoseNote(isOfSetKey)}`,
    ])

const whoseNote = (isOfSetKey: boolean): string =>
  isOfSetKey ? '' : ', under a key or at an address that is not set now'

const fundsNote = (funds: Funds): string => (funds === 'real' ? '' : `, ${funds}`)

const measureRows = ({ id }: CatalogueModel, measures: readonly ToldMeasure[]): readonly Row[] =>
  measures
    .filter(({ model }) => model === id)
    .map((measure, index) => [
      index === 0 ? 'measured' : '',
      `${measureText(measure)}, ${measure.measuredAt.slice(0, 10)}${fundsNote(measure.funds)}${whoseNote(measure.isOfSetKey ?? true)}`,
    ])

type Row = readonly [label: string, text: string]

const labelled =
  (paint: Parameters<Command>[1]['paint']) =>
  ([label, text]: Row): readonly string[] => [`  ${paint('dim', label)}`, text]

const filled = (rows: readonly Row[]): readonly Row[] => rows.filter(([, text]) => text !== '')

const vendorRows = (
  vendor: CatalogueVendor,
  { keys, baseUrls }: Pick<Settings, 'keys' | 'baseUrls'>,
): readonly Row[] =>
  filled([
    ['standing', lifecycleText(vendor.lifecycle)],
    ['key', keyText(vendor, keys)],
    ['', vendor.keyNames.length > 1 ? `any one of ${vendor.keyNames.join(', ')}` : ''],
    ['', vendor.keyNote],
    ...vendor.surfaces.flatMap((surface): Row[] => [
      [surface.name === '' ? 'address' : `${surface.name} address`, addressText(surface, baseUrls)],
      ['key goes to', surface.hosts.join(', ')],
      ['recovery', surface.recovery],
      ['answer lost', surface.lostAnswer],
      ['look for it', surface.lookAt],
    ]),
  ])

/** Where an API is reached, and by which variable that is changed. */
const addressText = (
  { baseUrl, baseUrlVariable }: VendorSurface,
  baseUrls: Settings['baseUrls'],
): string => {
  if (baseUrl === null || baseUrlVariable === null) return baseUrl ?? ''
  const moved = baseUrls[baseUrlVariable]
  return moved === undefined
    ? `${baseUrl}; the variable ${baseUrlVariable} leads elsewhere, and is not set`
    : `${moved}, where the variable ${baseUrlVariable} leads; its own is ${baseUrl}`
}

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
    ['pictures', picturesText(model)],
    ['price', `${priceText(price)}, ${funds} funds`],
    ['4 s shot', shotText(model)],
    ['', `${price.source}, ${price.date}`],
    ['limits', `${atOnce}${aMinute}`],
    ['', `${limits.slotsSource}, ${limits.slotsDate}`],
    ['key', model.surface === null ? '' : modelKeyText(model, vendor, keys)],
  ])
}

const picturesText = ({ limits: { shapes } }: CatalogueModel): string => {
  if (shapes === null) return ''
  const [words, frame] = [shapesText(shapes.words), shapesText(shapes.frame)]
  if (words === '' || words === frame) return frame
  return `${words}; from a first frame ${frame}`
}

import { catalogue, vendors } from '../../catalogue.ts'
import type { Brief } from '../../domain/brief.ts'
import { type CatalogueModel, lifecycleText } from '../../domain/catalogue-model.ts'
import { StudioError } from '../../domain/errors.ts'
import { suggestion } from '../closest.ts'

/**
 * The vendor of the footage by the name a person wrote, and whose money its orders move.
 *
 * @param offered the catalogue as the run sees it
 * @throws StudioError `model-retired` with what to use in its place, `brief-invalid`
 */
export const checkedProvider = (
  written: string,
  offered: readonly CatalogueModel[],
): { readonly vendor: string; readonly funds: Brief['funds'] } => {
  const name = written.trim().toLowerCase()
  const found = footage(offered).find(({ vendor }) => vendor === name)
  if (found) return { vendor: found.vendor, funds: found.funds }
  throw whyNot(name, written, offered)
}

const footage = (models: readonly CatalogueModel[]): readonly CatalogueModel[] =>
  models.filter(({ port }) => port === 'video')

const whyNot = (name: string, written: string, offered: readonly CatalogueModel[]): StudioError => {
  const row = vendors.find(({ id }) => id === name)
  if (row?.lifecycle.state === 'retired') {
    return new StudioError({
      code: 'model-retired',
      message: `${row.name} is ${lifecycleText(row.lifecycle)}.`,
    })
  }
  if (row && footage(catalogue).some(({ vendor }) => vendor === name)) {
    return invalid(
      `${row.name} charges for its footage, and this run buys nothing. Add --live to buy there, or leave --provider away.`,
    )
  }
  const known = [...new Set(footage(offered).map(({ vendor }) => vendor))]
  const list = 'See `npx --no-install claude-studio provider list`.'
  return row
    ? invalid(`${row.name} makes no footage.${suggestion(name, known)} ${list}`)
    : invalid(
        `There is no video provider "${written.slice(0, 40)}".${suggestion(written, known)} ${list}`,
      )
}

const invalid = (message: string): StudioError =>
  new StudioError({ code: 'brief-invalid', message })

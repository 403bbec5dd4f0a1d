import { vendors } from '../../catalogue.ts'
import type { Check } from '../../checkup.ts'
import { checkMachine, describeDatabase, failedCheck, stopEmbeddedDatabase } from '../../checkup.ts'
import { keyRemedy } from '../../config/key-ring.ts'
import type { KeychainState } from '../../config/keychain.ts'
import { type FoundProblem, settingRemedy } from '../../config/load-settings.ts'
import type { Settings } from '../../config/settings.ts'
import { vendorOf } from '../../domain/catalogue-model.ts'
import { type CatalogueVendor, keyNameFor, surfaceOf } from '../../domain/catalogue-vendor.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import type { CliContext, Command } from '../context.ts'
import { isSet } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { type KeyState, keyStates, keyStateText } from '../key-states.ts'
import { printJson, printLine } from '../print.ts'
import { oneLine, textTable } from '../text-table.ts'

const marks = { ok: ['good', '✓'], warn: ['warn', '!'], fail: ['bad', '✗'] } as const

/** `doctor`: what the machine has and lacks, each with what to do. */
export const doctor: Command = async (context, { flags, isJson, paint }) => {
  if (isSet(flags, 'stopDb')) return stopDb(context, isJson)
  const found = context.settingsAsFound()
  const checks = [
    ...found.problems.map(checkOfSetting),
    ...(await checkMachine(found.settings)),
    checkKeychain(context.keychain.state()),
    ...checkKeys(found.settings),
    ...(found.problems.length === 0 ? [await checkDatabase(context)] : [notLookedAt]),
  ]
  const isWell = checks.every(({ state }) => state !== 'fail')
  if (isJson) printJson(context, { ok: isWell, checks })
  else {
    context.out(
      textTable(
        [],
        checks.map(({ name, state, detail, remedy }) => {
          const [tone, mark] = marks[state]
          return [
            `${paint(tone, mark)} ${name}`,
            oneLine(remedy ? `${detail.replace(/[.\s]+$/, '')}. ${remedy}` : detail),
          ]
        }),
      ),
    )
    printLine(
      context,
      isWell
        ? paint('good', 'The studio is ready.')
        : paint('bad', 'Something must be put right first.'),
    )
  }
  return isWell ? exitCodes.done : exitCodes.failed
}

/** A setting that is not valid: it stops every production, and the rest of the machine is looked at all the same. */
const checkOfSetting = (problem: FoundProblem): Check => {
  const { name, message, source } = problem
  const remedy = settingRemedy(problem)
  const detail = remedy === '' ? message : `${name} ${message} (from ${source})`
  return { name: 'settings', state: 'fail', detail, remedy }
}

/** No keychain is no fault: most servers have none, and keys have other places. */
const checkKeychain = (state: KeychainState): Check => {
  const elsewhere = 'keys come from the environment or from .env'
  const check = { name: 'keychain', state: 'ok', remedy: '' } as const
  if (state.kind === 'ready') return { ...check, detail: 'there' }
  if (state.kind === 'absent') return { ...check, detail: `none here: ${elsewhere}` }
  const detail = `it does not open (${state.reason})`
  return { ...check, state: 'warn', detail, remedy: `Unlock it; until then ${elsewhere}.` }
}

/** Each vendor that can be bought from: where its key is set, what it opens, and where it goes, or how one is set. */
const checkKeys = (settings: Settings): readonly Check[] =>
  vendors
    .filter(({ keyNames, surfaces }) => keyNames.length > 0 && surfaces.length > 0)
    .map((vendor) => {
      const state = keyStates(settings.keys, vendor.keyNames).find(
        ({ isSet, problem }) => isSet || problem !== null,
      )
      return state ? checkKey(settings, vendor, state) : missingKey(settings, vendor)
    })

const checkKey = (
  { keys, baseUrls }: Settings,
  vendor: CatalogueVendor,
  state: KeyState,
): Check => {
  const check = { name: `key of ${vendor.id}`, remedy: '' } as const
  try {
    const surface = surfaceOf(vendor, keys.value(state.name))
    const moved = baseUrls[surface?.baseUrlVariable ?? '']
    const detail = [
      `${state.name} ${keyStateText(state)}`,
      ...(surface?.name ? [`opens the ${surface.name} API`] : []),
      ...(vendor.keyNote === '' ? [] : [`(${vendor.keyNote})`]),
      ...(moved === undefined ? [] : [`${surface?.baseUrlVariable} sends it to ${moved}`]),
      `not checked: run \`npx --no-install claude-studio provider check ${vendor.id}\``,
    ]
    return { ...check, state: 'ok', detail: detail.join(', ') }
  } catch (error) {
    if (!isStudioError(error)) throw error
    return { ...check, state: 'warn', detail: `${state.name}: ${error.message}` }
  }
}

/** A key that is not there is no fault: the studio on this machine needs none. */
const missingKey = ({ keys, crewModel }: Settings, vendor: CatalogueVendor): Check => {
  const isCrew = vendorOf(crewModel) === vendor.id
  const what = isCrew ? `the crew of films with --live (${crewModel})` : 'clips with --live'
  return {
    ...{ name: `key of ${vendor.id}`, state: 'ok' },
    detail: `${vendor.keyNames.join(' or ')} missing: needed for ${what} alone`,
    remedy: keyRemedy(keyNameFor(vendor, null) ?? '', keys.hasKeychain()),
  }
}

const notLookedAt: Check = {
  name: 'database',
  state: 'warn',
  detail: 'not looked at while a setting is not valid',
  remedy: '',
}

const checkDatabase = async (context: CliContext): Promise<Check> => {
  const startedAt = context.now()
  try {
    const studio = await context.openStudio()
    try {
      await studio.productions.list(1)
    } finally {
      await studio.close()
    }
    const seconds = ((context.now() - startedAt) / 1000).toFixed(1)
    const detail = `${await describeDatabase(context.settings())}; answered in ${seconds} s`
    return { name: 'database', state: 'ok', detail, remedy: '' }
  } catch (error) {
    return failedCheck(
      'database',
      error,
      'Check DATABASE_URL, or the embedded database with doctor --stop-db and doctor again',
    )
  }
}

const stopDb = async (context: CliContext, isJson: boolean): Promise<number> => {
  const { settings } = context.settingsAsFound()
  if (settings.databaseUrl !== null) {
    throw new StudioError({
      code: 'bad-input',
      message: 'The database is not the embedded one; stop it where it runs.',
    })
  }
  const wasRunning = await stopEmbeddedDatabase(settings)
  if (isJson) printJson(context, { event: 'database-stopped', wasRunning })
  else
    printLine(
      context,
      wasRunning ? 'The embedded database is stopped.' : 'No database was running.',
    )
  return exitCodes.done
}

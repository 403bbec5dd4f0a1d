import { join, resolve } from 'node:path'
import { checkProgram } from '../../checkup.ts'
import { readSettingsFile, settingRemedy } from '../../config/load-settings.ts'
import { removeSetting, saveSetting, settingValue } from '../../config/save-settings.ts'
import type { Settings } from '../../config/settings.ts'
import { problemsText, settingEntries } from '../../config/settings.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import { whyNotWritable } from '../brief/output-folder.ts'
import type { CliContext, Command } from '../context.ts'
import { isSet } from '../context.ts'
import { keyStates, keyStateText } from '../key-states.ts'
import { capLine, capNotes, countingCaps, setLedgerCap } from '../ledger-caps.ts'
import { printJson, printLine, warn } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `config show`: every setting with its value, source and meaning. Keys are never shown. */
export const showConfig: Command = async (context, { isJson, paint }) => {
  const { settings, problems } = context.settingsAsFound()
  const stored = storedAsFound(settings.home)
  const rows = settingEntries().map(({ name, description, byDefault }) => {
    const value = shownValue(settings, name)
    return { name, value, source: sourceOf(stored, name, value, byDefault), description }
  })
  const keys = keyStates(settings.keys, settings.keys.names)
  const counting = await countingCaps(context, settings)
  if (isJson) {
    const caps = Array.isArray(counting) ? counting.map(capLine) : null
    printJson(context, { home: settings.home, settings: rows, caps, keys, problems })
    return 0
  }
  printLine(context, `${paint('dim', 'home')}  ${settings.home}`)
  context.out(
    textTable(
      ['SETTING', 'VALUE', 'FROM', 'MEANING'].map((name) => paint('dim', name)),
      rows.map(({ name, value, source, description }) => [
        paint('accent', name),
        JSON.stringify(value),
        source,
        description,
      ]),
    ),
  )
  for (const text of capNotes(settings, counting)) printLine(context, paint('warn', `! ${text}`))
  context.out(
    textTable(
      [],
      keys.map((key) => [paint('accent', key.name), keyStateText(key)]),
    ),
  )
  for (const problem of problems) {
    printLine(context, paint('bad', `✗ ${problemsText([problem])} (from ${problem.source})`))
    printLine(context, paint('dim', `  ${settingRemedy(problem)}`.trimEnd()))
  }
  if (problems.length > 0) printLine(context, paint('dim', 'Until then the default counts.'))
  return 0
}

/** A file that cannot be read is told as a problem; nothing of it counts. */
const storedAsFound = (home: string): object => {
  try {
    return readSettingsFile(join(home, 'settings.json'))
  } catch (error) {
    if (isStudioError(error)) return {}
    throw error
  }
}

/** `config set`: write one setting, or take it out of the file. */
export const setConfig: Command = async (context, { args, flags, isJson, paint }) => {
  const [name = '', value] = args
  const toDefault = isSet(flags, 'default')
  if (toDefault === (value !== undefined)) {
    const ways = `config set ${name} VALUE, or config set ${name} --default`
    throw new StudioError({
      code: 'bad-input',
      message: toDefault
        ? `--default takes ${name} out of the file and goes with no value. Use one of them: ${ways}.`
        : `Say what ${name} is to be: ${ways}.`,
    })
  }
  if (value !== undefined) await tryOut(context, name, settingValue(value))
  const { home } = context.settingsAsFound().settings
  const problems = await (value === undefined
    ? removeSetting(home, name)
    : saveSetting(home, name, value))
  const over = await setLedgerCap(context, name)
  if (over.length > 0) warn(context, over)
  const event = value === undefined ? 'setting-removed' : 'setting-saved'
  if (isJson) {
    printJson(context, { event, name, home, problems })
    return 0
  }
  const what = value === undefined ? 'is at its default: nothing is said of it' : 'is saved'
  printLine(context, `${name} ${what} in ${join(home, 'settings.json')}`)
  if (problems.length > 0) {
    printLine(context, paint('warn', `Still to be put right: ${problemsText(problems)}.`))
  }
  return 0
}

/** A program or a folder that cannot be used would stop every film: it is refused before it is saved. */
const tryOut = async (context: CliContext, name: string, value: unknown): Promise<void> => {
  if (typeof value !== 'string') return
  if (name === 'ffmpegPath') return checkProgram('ffmpeg', value)
  if (name === 'ffprobePath') return checkProgram('ffprobe', value)
  if (name !== 'outputRoot') return
  const reason = await whyNotWritable(resolve(context.workingFolder, value))
  if (reason === null) return
  throw new StudioError({
    code: 'not-writable',
    message: `No folder can be made in ${value} (${reason}). outputRoot was not changed. Choose a folder this user may write to.`,
  })
}

const valueAt = (values: object, name: string): unknown =>
  name.split('.').reduce<unknown>((value, part) => Reflect.get(Object(value), part), values)

/** A database URL may hold a password, which is nobody's to read here. */
const shownValue = (settings: Settings, name: string): unknown => {
  const value = valueAt(settings, name)
  return name === 'databaseUrl' && typeof value === 'string'
    ? value.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@')
    : value
}

const sourceOf = (stored: object, name: string, value: unknown, byDefault: string): string => {
  const inFile = valueAt(stored, name)
  if (inFile !== undefined && JSON.stringify(inFile) === JSON.stringify(value)) return 'home'
  if (JSON.stringify(value) === byDefault) return 'default'
  return inFile === undefined || inFile !== value ? 'environment' : 'home'
}

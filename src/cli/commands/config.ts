import { join } from 'node:path'
import { catalogue } from '../../catalogue.ts'
import { readSettingsFile } from '../../config/load-settings.ts'
import { saveSetting } from '../../config/save-settings.ts'
import type { Settings } from '../../config/settings.ts'
import { settingEntries } from '../../config/settings.ts'
import type { Command } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `config show`: every setting with its value, source and meaning. Keys are never shown. */
export const showConfig: Command = async (context, { isJson, paint }) => {
  const settings = context.settings()
  const stored = readSettingsFile(join(settings.home, 'settings.json'))
  const rows = settingEntries().map(({ name, description, byDefault }) => {
    const value = shownValue(settings, name)
    return { name, value, source: sourceOf(stored, name, value, byDefault), description }
  })
  const keys = [...new Set(catalogue.flatMap(({ keyNames }) => keyNames))].map((name) => ({
    name,
    isSet: settings.keys[name] !== undefined,
  }))
  if (isJson) {
    printJson(context, { home: settings.home, settings: rows, keys })
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
  for (const { name, isSet } of keys) printLine(context, `${name}  ${isSet ? 'set' : 'missing'}`)
  return 0
}

/** `config set`: write one setting. */
export const setConfig: Command = async (context, { args, isJson }) => {
  const [name = '', value = ''] = args
  const { home } = context.settings()
  await saveSetting(home, name, value)
  if (isJson) printJson(context, { event: 'setting-saved', name, home })
  else printLine(context, `${name} is saved in ${join(home, 'settings.json')}`)
  return 0
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

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import { makeFolder, writeWhole } from '../kit/files.ts'
import { readSettingsFile, withoutValue } from './load-settings.ts'
import type { SettingProblem } from './settings.ts'
import { settingEntries, settingProblems, settingsSchema } from './settings.ts'

/**
 * Write one setting into the home's `settings.json`: checked first, then written beside and renamed. What else is wrong in
 * the file stays and is no reason to refuse.
 *
 * @param name dotted name, as `config show` lists it
 * @param text JSON, or plain text for settings that are text
 * @returns what is still wrong in the file
 * @throws StudioError `bad-input` for an unknown name, a value out of range or a file that is not JSON, `not-writable`
 */
export const saveSetting = async (
  home: string,
  name: string,
  text: string,
): Promise<readonly SettingProblem[]> => {
  if (!isKnown(name)) throw unknownSetting(name)
  const path = join(home, 'settings.json')
  const changed = withValue(readSettingsFile(path), name.split('.'), settingValue(text))
  const problems = problemsIn(changed)
  const own = problems.find((problem) => problem.name === name)
  if (own) {
    throw new StudioError({
      code: 'bad-input',
      message: `"${text.slice(0, 100)}" is not a value for ${name}: it ${own.message}.`,
    })
  }
  await save(home, path, changed)
  return problems
}

/**
 * Take one name out of the home's `settings.json`, which brings its default back; names that are no settings too.
 *
 * @returns what is still wrong in the file
 * @throws StudioError `bad-input` for a name that is neither a setting nor in the file, `not-writable`
 */
export const removeSetting = async (
  home: string,
  name: string,
): Promise<readonly SettingProblem[]> => {
  const path = join(home, 'settings.json')
  const stored = readSettingsFile(path)
  const changed = withoutValue(stored, name.split('.'))
  const isThere = JSON.stringify(changed) !== JSON.stringify(stored)
  if (!isThere && !isKnown(name)) throw unknownSetting(name)
  if (isThere) await save(home, path, changed)
  return problemsIn(changed)
}

const save = async (home: string, path: string, values: object): Promise<void> => {
  await makeFolder(home, 0o700)
  await writeWhole(path, (at) =>
    writeFile(at, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 }),
  )
}

const isKnown = (name: string): boolean => settingEntries().some((entry) => entry.name === name)

const unknownSetting = (name: string): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `There is no setting "${name.slice(0, 60)}". See \`npx --no-install claude-studio config show\`.`,
  })

const problemsIn = (values: object): readonly SettingProblem[] => {
  const result = settingsSchema.safeParse(values)
  return result.success ? [] : settingProblems(result.error)
}

/** A setting's value as it was typed: JSON, or plain text. */
export const settingValue = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON, so it is meant as plain text; the schema says whether text is right here.
    return text
  }
}

type Values = { readonly [name: string]: unknown }

const withValue = (values: Values, path: readonly string[], value: unknown): Values => {
  const [first = '', ...rest] = path
  if (rest.length === 0) return { ...values, [first]: value }
  const inner = values[first]
  return {
    ...values,
    [first]: withValue(
      typeof inner === 'object' && inner !== null ? (inner as Values) : {},
      rest,
      value,
    ),
  }
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import { makeFolder, writeWhole } from '../kit/files.ts'
import { readSettingsFile } from './load-settings.ts'
import { settingEntries, settingProblems, settingsSchema } from './settings.ts'

/**
 * Write one setting into the home's `settings.json`: checked first, then written beside and renamed.
 *
 * @param name dotted name, as `config show` lists it
 * @param text JSON, or plain text for settings that are text
 * @throws StudioError `bad-input` for an unknown name or a value out of range, `not-writable`, `disk-full`
 */
export const saveSetting = async (home: string, name: string, text: string): Promise<void> => {
  if (!settingEntries().some((entry) => entry.name === name)) {
    throw new StudioError({
      code: 'bad-input',
      message: `There is no setting "${name.slice(0, 60)}". See \`npx --no-install claude-studio config show\`.`,
    })
  }
  const path = join(home, 'settings.json')
  const changed = withValue(readSettingsFile(path), name.split('.'), parseValue(text))
  const result = settingsSchema.safeParse(changed)
  if (!result.success) {
    throw new StudioError({
      code: 'bad-input',
      message: `"${text.slice(0, 100)}" is not a value for ${name}: ${settingProblems(result.error)}.`,
      cause: result.error,
    })
  }
  await makeFolder(home, 0o700)
  await writeWhole(path, (at) =>
    writeFile(at, `${JSON.stringify(changed, null, 2)}\n`, { mode: 0o600 }),
  )
}

const parseValue = (text: string): unknown => {
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

import { readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { fileReason } from '../kit/file-error.ts'
import { readBaseUrls } from './base-urls.ts'
import { readEnvFile } from './env-file.ts'
import { keyRing } from './key-ring.ts'
import { type Keychain, systemKeychain } from './keychain.ts'
import type { SettingProblem, Settings, StoredSettings } from './settings.ts'
import { problemsText, settingEntries, settingProblems, settingsSchema } from './settings.ts'

/** Where settings are read from; everything but the names has the process's own value as default. */
export interface SettingSources {
  /** Names of the keys that the catalogue's vendors need; nothing else is taken from a `.env` file. */
  readonly keyNames: readonly string[]
  /** Names of the variables that move a vendor to another address; never taken from a `.env` file. Default: none. */
  readonly urlNames?: readonly string[]
  readonly environment?: { readonly [name: string]: string | undefined }
  readonly workingFolder?: string
  readonly keychain?: Keychain
}

/** Settings as far as they can be read. */
export interface FoundSettings {
  /** What cannot be used has its default. */
  readonly settings: Settings
  /** Empty when all is well. */
  readonly problems: readonly FoundProblem[]
}

/** A value that cannot be used, and where it stands. */
export interface FoundProblem extends SettingProblem {
  /** File or variable that it is from. */
  readonly source: string
}

/**
 * Settings for this process. The home's `settings.json` comes first, `DATABASE_URL`, `FFMPEG_PATH` and `FFPROBE_PATH`
 * win over it. A `.env` file in the working folder may set only key names of the catalogue, and only where the
 * environment has none; the keychain is asked for a key that neither has, when it is needed.
 *
 * @throws StudioError `bad-input` when a value is not valid or `settings.json` is not JSON
 */
export const loadSettings = (sources: SettingSources): Settings => {
  const { settings, problems } = findSettings(sources)
  const [first] = problems
  if (!first) return settings
  const others = problems.filter(({ source }) => source === first.source)
  throw new StudioError({
    code: 'bad-input',
    message:
      first.name === unreadable
        ? first.message
        : `Settings from ${first.source} are not valid: ${problemsText(others)}. ${settingRemedy(first)}`,
  })
}

/** Name of the problem of a file that cannot be read as a whole. */
const unreadable = 'settings.json'

/** What to do about a problem; empty where its message says it. No value is right for a name that is no setting. */
export const settingRemedy = ({ name, source }: FoundProblem): string => {
  if (name === unreadable) return ''
  if (source === variables[name] || source === name) return `Correct ${source} or unset it.`
  const isSetting = settingEntries().some((entry) => entry.name === name)
  return isSetting
    ? `Put it right: npx --no-install claude-studio config set ${name} VALUE (or --default).`
    : `Take it out: npx --no-install claude-studio config set ${name} --default.`
}

/**
 * Settings for those who put settings right: a value that cannot be used is a problem by its name and stands at its
 * default.
 *
 * @throws StudioError `bad-input` when the home is not an absolute path
 */
export const findSettings = (sources: SettingSources): FoundSettings => {
  const environment = sources.environment ?? process.env
  const home = homeFolder(environment)
  const path = join(home, 'settings.json')
  const file = fileAsFound(path)
  const result = usable({ ...file.values, ...fromEnvironment(environment) })
  const { baseUrls, problems } = readBaseUrls(sources.urlNames ?? [], environment)
  return {
    settings: { ...result.settings, home, baseUrls, keys: keysOf(sources, environment) },
    problems: [
      ...file.problems,
      ...problems.map((problem) => ({ ...problem, source: problem.name })),
      ...result.problems.map((problem) => {
        const variable = variables[problem.name]
        return { ...problem, source: variable && environment[variable] ? variable : path }
      }),
    ],
  }
}

/** Variables that win over the file, by the setting they are for. */
const variables: { readonly [setting: string]: string } = {
  databaseUrl: 'DATABASE_URL',
  ffmpegPath: 'FFMPEG_PATH',
  ffprobePath: 'FFPROBE_PATH',
}

const fromEnvironment = (
  environment: NonNullable<SettingSources['environment']>,
): { readonly [setting: string]: string } =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([setting, variable]) => {
      const value = environment[variable]
      return value ? [[setting, value]] : []
    }),
  )

type Values = { readonly [name: string]: unknown }

const fileAsFound = (
  path: string,
): { readonly values: Values; readonly problems: FoundSettings['problems'] } => {
  try {
    return { values: readSettingsFile(path), problems: [] }
  } catch (error) {
    if (!isStudioError(error)) throw error
    const problem = { name: unreadable, message: error.message, source: path }
    return { values: {}, problems: [problem] }
  }
}

const usable = (
  values: Values,
): { readonly settings: StoredSettings; readonly problems: readonly SettingProblem[] } => {
  const result = settingsSchema.safeParse(values)
  if (result.success) return { settings: result.data, problems: [] }
  const problems = settingProblems(result.error)
  const rest = problems.reduce((left, { name }) => withoutValue(left, name.split('.')), values)
  return { settings: settingsSchema.parse(rest), problems }
}

/** Values without the one at a path. */
export const withoutValue = (values: Values, path: readonly string[]): Values => {
  const [first = '', ...rest] = path
  const { [first]: inner, ...others } = values
  if (rest.length === 0 || typeof inner !== 'object' || inner === null) return others
  return { ...others, [first]: withoutValue(inner as Values, rest) }
}

/**
 * The home: `CLAUDE_STUDIO_HOME`, else `.claude-studio` in the user's own folder.
 *
 * @throws StudioError `bad-input` for a relative path
 */
const homeFolder = (environment: SettingSources['environment'] = process.env): string => {
  const chosen = environment['CLAUDE_STUDIO_HOME']
  if (!chosen) return join(userFolder(), '.claude-studio')
  if (isAbsolute(chosen)) return resolve(chosen)
  throw new StudioError({
    code: 'bad-input',
    message: `CLAUDE_STUDIO_HOME is "${chosen.slice(0, 200)}", which is not an absolute path. Set it to one such as /data/studio.`,
  })
}

/** A HOME that is empty or relative names no folder of the user's: the system's own record counts then. */
const userFolder = (): string => {
  const named = homedir()
  return isAbsolute(named) ? named : userInfo().homedir
}

/**
 * What `settings.json` itself says, without defaults; empty when there is no file.
 *
 * @throws StudioError `bad-input` when it is not a JSON object
 */
export const readSettingsFile = (path: string): { readonly [name: string]: unknown } => {
  const text = readIfThere(path)
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
    throw new SyntaxError('it is not a JSON object')
  } catch (cause) {
    throw new StudioError({
      code: 'bad-input',
      message: `Could not read the settings in ${path}: ${cause instanceof Error ? cause.message : cause}. Correct the file or delete it to go back to the defaults.`,
      cause,
    })
  }
}

const keysOf = (
  { keyNames, workingFolder, keychain }: SettingSources,
  environment: NonNullable<SettingSources['environment']>,
): Settings['keys'] =>
  keyRing({
    names: keyNames,
    environment,
    envFile: () => readEnvFile(join(workingFolder ?? process.cwd(), '.env')),
    keychain: keychain ?? systemKeychain(),
  })

const readIfThere = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new StudioError({
      code: 'not-writable',
      message: `Could not read ${path} (${fileReason(error)}). Make it readable, or set CLAUDE_STUDIO_HOME to a folder of your own.`,
      cause: error,
    })
  }
}

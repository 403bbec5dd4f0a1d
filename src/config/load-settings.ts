import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import type { Settings, StoredSettings } from './settings.ts'
import { settingProblems, settingsSchema } from './settings.ts'

/** Where settings are read from; everything but `keyNames` has the process's own value as default. */
export interface SettingSources {
  /** Names of the keys that the catalogue's vendors need; nothing else is taken from a `.env` file. */
  readonly keyNames: readonly string[]
  readonly environment?: { readonly [name: string]: string | undefined }
  readonly workingFolder?: string
}

/**
 * Settings for this process. The home's `settings.json` comes first, `DATABASE_URL`, `FFMPEG_PATH` and `FFPROBE_PATH`
 * win over it. A `.env` file in the working folder may set only key names of the catalogue, and only where the
 * environment has none.
 *
 * @throws StudioError `bad-input` when a value is not valid or `settings.json` is not JSON
 */
export const loadSettings = (sources: SettingSources): Settings => {
  const environment = sources.environment ?? process.env
  const home = homeFolder(environment)
  const stored = readStoredSettings(home)
  const merged = {
    ...stored,
    ...present('databaseUrl', environment['DATABASE_URL']),
    ...present('ffmpegPath', environment['FFMPEG_PATH']),
    ...present('ffprobePath', environment['FFPROBE_PATH']),
  }
  return {
    ...checked(merged, 'DATABASE_URL, FFMPEG_PATH or FFPROBE_PATH'),
    home,
    keys: readKeys(sources, environment),
  }
}

/**
 * The home: `CLAUDE_STUDIO_HOME`, else `~/.claude-studio`.
 *
 * @throws StudioError `bad-input` for a relative path
 */
const homeFolder = (environment: SettingSources['environment'] = process.env): string => {
  const chosen = environment['CLAUDE_STUDIO_HOME']
  if (!chosen) return join(homedir(), '.claude-studio')
  if (isAbsolute(chosen)) return resolve(chosen)
  throw new StudioError({
    code: 'bad-input',
    message: `CLAUDE_STUDIO_HOME is "${chosen.slice(0, 200)}", which is not an absolute path. Set it to one such as /data/studio.`,
  })
}

/**
 * The home's own settings with defaults filled in.
 *
 * @throws StudioError `bad-input`
 */
const readStoredSettings = (home: string): StoredSettings => {
  const path = join(home, 'settings.json')
  return checked(readSettingsFile(path), path)
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

const checked = (value: object, source: string): StoredSettings => {
  const result = settingsSchema.safeParse(value)
  if (result.success) return result.data
  throw new StudioError({
    code: 'bad-input',
    message: `Settings from ${source} are not valid: ${settingProblems(result.error)}. See \`npx --no-install claude-studio config show\`.`,
    cause: result.error,
  })
}

const present = (name: string, value: string | undefined): { readonly [key: string]: string } =>
  value ? { [name]: value } : {}

const readKeys = (
  sources: SettingSources,
  environment: NonNullable<SettingSources['environment']>,
): Settings['keys'] => {
  if (sources.keyNames.length === 0) return {}
  const file = parseEnvFile(readIfThere(join(sources.workingFolder ?? process.cwd(), '.env')) ?? '')
  return Object.fromEntries(
    sources.keyNames.flatMap((name) => {
      const value = environment[name] || file.get(name)
      return value ? [[name, value]] : []
    }),
  )
}

/** `NAME=value` lines; `#` comments, `export` and matching quotes are understood, nothing is expanded. */
const parseEnvFile = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line)
      if (!match?.[1]) return []
      return [[match[1], (match[2] ?? '').replace(/^(['"])(.*)\1$/, '$2')]]
    }),
  )

const readIfThere = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new StudioError({
      code: 'not-writable',
      message: `Could not read ${path} (${(error as NodeJS.ErrnoException).code}). Check its permissions.`,
      cause: error,
    })
  }
}

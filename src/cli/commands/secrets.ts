import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { vendors } from '../../catalogue.ts'
import { type EnvLine, parseEnvText } from '../../config/env-file.ts'
import { isKeyValue, keyRemedy, keyShape } from '../../config/key-ring.ts'
import type { Keychain, KeychainState } from '../../config/keychain.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import { fileReason } from '../../kit/file-error.ts'
import { readAtMost } from '../../kit/read-at-most.ts'
import { suggestion } from '../closest.ts'
import type { CliContext, Command } from '../context.ts'
import { keyStates, keyStateText } from '../key-states.ts'
import { countText, printJson, printLine, warn } from '../print.ts'
import { oneLine, textTable } from '../text-table.ts'

/** `secrets list`: every key a vendor needs and where it is set. Nothing of a key itself is shown. */
export const listSecrets: Command = async (context, { isJson, paint }) => {
  const { keys } = context.settingsAsFound().settings
  const kept = namesIn(context.keychain, keys.names)
  const secrets = keyStates(keys, keys.names).map((key) => ({
    ...key,
    isInKeychain: kept?.includes(key.name) ?? null,
  }))
  const state = context.keychain.state()
  if (isJson) {
    printJson(context, { secrets, keychain: state })
    return 0
  }
  if (secrets.length === 0) printLine(context, 'No vendor of this version needs a key.')
  context.out(
    textTable(
      [],
      secrets.map((key) => {
        const isOverruled = key.isInKeychain && key.source !== 'keychain'
        const aside = isOverruled ? '; in the keychain too, where it does not count' : ''
        return [paint('accent', key.name), `${keyStateText(key)}${aside}`]
      }),
    ),
  )
  for (const { id, keyNote, keyNames } of vendors) {
    const isTold = keyNote !== '' && keyNames.some((name) => keys.names.includes(name))
    if (isTold) printLine(context, paint('dim', `${id}: ${keyNote}.`))
  }
  printLine(context, paint('dim', oneLine(keychainText(state))))
  // One key opens an account: of a vendor with two APIs, each with a key of its own, either is enough.
  const set = new Set(secrets.filter(({ isSet }) => isSet).map(({ name }) => name))
  const open = vendors.filter(({ keyNames }) => keyNames.some((name) => set.has(name)))
  const needless = new Set(open.flatMap(({ keyNames }) => keyNames))
  const [missing] = secrets.filter(
    ({ name, isSet, problem }) => !isSet && problem === null && !needless.has(name),
  )
  if (missing) printLine(context, paint('dim', keyRemedy(missing.name, keys.hasKeychain())))
  return 0
}

/** Names that have a value in a keychain; null when it does not say. */
const namesIn = (keychain: Keychain, names: readonly string[]): readonly string[] | null => {
  try {
    return keychain.list(names)
  } catch (error) {
    if (!isStudioError(error)) throw error
    // Told by its state, which the list ends with.
    return null
  }
}

const keychainText = (state: KeychainState): string => {
  if (state.kind === 'ready') return 'This machine has a keychain.'
  const which = state.kind === 'absent' ? 'has no keychain' : 'has a keychain that does not open'
  return `This machine ${which} (${state.reason}).`
}

/** `secrets set`: put a key into the keychain. It comes from a prompt that shows nothing, or from standard input. */
export const setSecret: Command = async (context, { args, isJson }) => {
  const name = knownName(context, args[0] ?? '')
  const value = (await readValue(context, name)).trim()
  if (!isKeyValue(value)) {
    throw new StudioError({
      code: 'bad-input',
      message:
        value === ''
          ? `Nothing was entered for ${name}; the keychain was not changed. Run it again and paste the key, or pipe it in.`
          : `What was entered for ${name} was not stored: ${keyShape}.`,
    })
  }
  context.keychain.set(name, value)
  const wins = sourceBefore(context, name)
  if (isJson) printJson(context, { event: 'secret-saved', name, isOverruledBy: wins })
  else {
    printLine(context, `${name} is in the keychain.`)
    if (wins) warn(context, [`${name} is set in the ${wins} too, which comes before the keychain.`])
  }
  return 0
}

const longestInputBytes = 10_000

const readValue = async (context: CliContext, name: string): Promise<string> => {
  if (context.askHidden === null) {
    return Buffer.from(await context.readStdin(longestInputBytes)).toString('utf8')
  }
  const typed = await context.askHidden(`${name} (not shown while you type or paste it): `)
  if (typed !== null) return typed
  throw new StudioError({
    code: 'bad-input',
    message: `Stopped before ${name} was entered; the keychain was not changed.`,
  })
}

/** Where a key is set that comes before the keychain; null for nowhere. */
const sourceBefore = (context: CliContext, name: string): 'environment' | '.env' | null => {
  const [state] = keyStates(context.settingsAsFound().settings.keys, [name])
  return state?.source === 'environment' || state?.source === '.env' ? state.source : null
}

/** `secrets delete`: take a key out of the keychain. */
export const deleteSecret: Command = async (context, { args, isJson }) => {
  const name = knownName(context, args[0] ?? '')
  const wasThere = context.keychain.delete(name)
  const stillSetIn = sourceBefore(context, name)
  if (isJson) printJson(context, { event: 'secret-deleted', name, wasThere, stillSetIn })
  else {
    printLine(
      context,
      wasThere ? `${name} is out of the keychain.` : `${name} was not in the keychain.`,
    )
    if (stillSetIn) warn(context, [`${name} is still set in the ${stillSetIn}.`])
  }
  return 0
}

/**
 * What may be said of a word that stands where a name belongs: a name of that form, and never what might be the key itself.
 */
const isNameLike = (word: string): boolean => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(word)

const knownName = (context: CliContext, word: string): string => {
  const { names } = context.settingsAsFound().settings.keys
  if (names.includes(word)) return word
  const shown = isNameLike(word) ? ` "${word.slice(0, 60)}"` : ' of that name'
  const hint =
    names.length === 0 ? ' No vendor of this version needs a key.' : suggestion(word, names)
  throw new StudioError({
    code: 'bad-input',
    message: `There is no key${shown}.${hint} See \`npx --no-install claude-studio secrets list\`.`,
  })
}

/** A line of a file that was not taken, and why. */
interface LeftLine {
  readonly line: number
  /** Null where the line has none, or what stands there might be a secret. */
  readonly name: string | null
  readonly reason: string
}

/** `secrets import`: put the vendors' keys of a `.env` file into the keychain. The file stays as it is. */
export const importSecrets: Command = async (context, { args, isJson }) => {
  const file = resolve(context.workingFolder, args[0] ?? '')
  const { names } = context.settingsAsFound().settings.keys
  const lines = parseEnvText(await readText(file)).map((line) => sorted(line, names))
  const keys = new Map(lines.flatMap((each) => ('value' in each ? [[each.name, each.value]] : [])))
  const left = lines.flatMap((each) => ('value' in each ? [] : [each]))
  for (const [name, value] of keys) context.keychain.set(name, value)
  const saved = [...keys.keys()]
  if (isJson) {
    printJson(context, { event: 'secrets-imported', file, saved, left })
    return 0
  }
  const what = countText(saved.length, 'key')
  printLine(
    context,
    `${what} put into the keychain${saved.length > 0 ? `: ${saved.join(', ')}` : ''}.`,
  )
  for (const { line, name, reason } of left) {
    printLine(context, `Line ${line} was left${name === null ? '' : ` (${name})`}: ${reason}.`)
  }
  printLine(context, `${file} stays as it is, with the keys in it.`)
  return 0
}

type SortedLine = { readonly name: string; readonly value: string } | LeftLine

const sorted = ({ line, setting }: EnvLine, names: readonly string[]): SortedLine => {
  if (setting === null) return { line, name: null, reason: 'it is no NAME=value' }
  const { name, value } = setting
  if (!names.includes(name)) {
    return {
      line,
      name: isNameLike(name) ? name : null,
      reason: 'no vendor has a key of that name',
    }
  }
  if (value === '') return { line, name, reason: 'it is empty' }
  return isKeyValue(value) ? { name, value } : { line, name, reason: keyShape }
}

const largestFileBytes = 1_000_000

const readText = async (file: string): Promise<string> => {
  try {
    const bytes = await readAtMost(createReadStream(file), largestFileBytes)
    if (bytes.length <= largestFileBytes) return Buffer.from(bytes).toString('utf8')
  } catch (error) {
    throw new StudioError({
      code: 'bad-input',
      message: `Could not read "${file}" (${fileReason(error)}). Name a .env file with lines such as NAME=value.`,
      cause: error,
    })
  }
  throw new StudioError({
    code: 'bad-input',
    message: `"${file}" is larger than ${largestFileBytes} bytes, which no .env file is. Nothing was read from it.`,
  })
}

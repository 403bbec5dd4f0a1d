import type { CliContext } from '../../src/cli/context.ts'
import { runProgram } from '../../src/cli/main.ts'
import type { Answer } from '../../src/cli/yes-or-no.ts'
import type { Keychain } from '../../src/config/keychain.ts'
import { type FoundSettings, findSettings } from '../../src/config/load-settings.ts'
import type { StoredSettings } from '../../src/config/settings.ts'
import { settingsSchema } from '../../src/config/settings.ts'
import { openEmulator } from '../../src/studio/emulator.ts'
import { fakeKeychain } from './fake-keychain.ts'
import type { FakeStudio } from './fake-studio.ts'

/** How a command line ended. */
export interface CliEnding {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Standard output, each line parsed as JSON. */
  readonly json: () => readonly { readonly [field: string]: unknown }[]
}

/** A terminal in memory around a fake studio. */
export interface FakeTerminal {
  run(...words: readonly string[]): Promise<CliEnding>
  /** Press Ctrl-C. */
  interrupt(): void
  readonly deaths: number[]
}

/** What is around a terminal: all of it optional, and nothing of the machine that the test runs on. */
export interface FakeSurroundings {
  readonly stored?: Partial<StoredSettings>
  /** What the command line reads from standard input. Default: nothing */
  readonly stdin?: string | Uint8Array
  /** Names of the keys that vendors need. Default: none */
  readonly keyNames?: readonly string[]
  /** Variables that move vendors' addresses. Default: none. */
  readonly urlNames?: readonly string[]
  readonly environment?: { readonly [name: string]: string }
  /** Default: an empty one */
  readonly keychain?: Keychain
  /** What a person types at a hidden prompt, told the question; null for Ctrl-C. Default: no terminal on standard input */
  readonly askHidden?: (question: string) => Promise<string | null>
  /** What a person answers to a question of yes or no. Default: nobody can be asked */
  readonly confirm?: (question: string) => Promise<Answer>
}

/** Run command lines against a fake studio, in a working folder. */
export const fakeTerminal = (
  fake: FakeStudio,
  workingFolder: string,
  surroundings: FakeSurroundings = {},
): FakeTerminal => {
  const {
    stored = {},
    stdin = '',
    keyNames = [],
    urlNames = [],
    keychain = fakeKeychain(),
  } = surroundings
  const listeners = new Set<() => void>()
  const deaths: number[] = []
  const home = `${workingFolder}/home`
  const environment = { ...surroundings.environment, CLAUDE_STUDIO_HOME: home }
  const sources = { keyNames, urlNames, environment, workingFolder, keychain }
  const settingsAsFound = (): FoundSettings => {
    const { settings, problems } = findSettings(sources)
    return { settings: { ...settings, ...settingsSchema.parse(stored) }, problems }
  }
  const run = async (...words: readonly string[]): Promise<CliEnding> => {
    let [out, err] = ['', '']
    const context: CliContext = {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      isTerminal: false,
      confirm: surroundings.confirm ?? null,
      columns: 100,
      rows: 40,
      isColoured: false,
      workingFolder,
      version: '0.0.0',
      now: () => Date.parse('2026-11-23T10:00:00.000Z'),
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
      isThere: (path) => !fake.goneFiles.has(path),
      readStdin: async () => Buffer.from(stdin),
      askHidden: surroundings.askHidden ?? null,
      keychain,
      settings: () => settingsAsFound().settings,
      settingsAsFound,
      openStudio: async () => fake.studio,
      openQuotingStudio: async () => fake.studio,
      openExecutingStudio: async () => fake.studio,
      openEmulator: (wishes) => openEmulator(settingsAsFound().settings, wishes),
      openVendorDesk: async (access) => fake.openVendorDesk(access),
      onInterrupt: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      die: (code) => void deaths.push(code),
    }
    const code = await runProgram(context, words)
    return {
      code,
      out,
      err,
      json: () =>
        out
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line)),
    }
  }
  const interrupt = (): void => {
    for (const listener of listeners) listener()
  }
  return { run, deaths, interrupt }
}

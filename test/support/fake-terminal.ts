import type { CliContext } from '../../src/cli/context.ts'
import { runProgram } from '../../src/cli/main.ts'
import { findSettings } from '../../src/config/load-settings.ts'
import type { StoredSettings } from '../../src/config/settings.ts'
import { settingsSchema } from '../../src/config/settings.ts'
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

/** Run command lines against a fake studio, in a working folder. */
export const fakeTerminal = (
  fake: FakeStudio,
  workingFolder: string,
  stored: Partial<StoredSettings> = {},
  stdin: string | Uint8Array = '',
): FakeTerminal => {
  const listeners = new Set<() => void>()
  const deaths: number[] = []
  const settings = {
    ...settingsSchema.parse(stored),
    home: `${workingFolder}/home`,
    keys: {},
  }
  const sources = { keyNames: [], environment: { CLAUDE_STUDIO_HOME: settings.home } }
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
      canAsk: false,
      columns: 100,
      rows: 40,
      isColoured: false,
      workingFolder,
      version: '0.0.0',
      now: () => Date.parse('2026-11-23T10:00:00.000Z'),
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
      isThere: (path) => !fake.goneFiles.has(path),
      readStdin: async () => Buffer.from(stdin),
      settings: () => settings,
      settingsAsFound: () => ({ settings, problems: findSettings(sources).problems }),
      openStudio: async () => fake.studio,
      openQuotingStudio: async () => fake.studio,
      openExecutingStudio: async () => fake.studio,
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

import type { RunMode } from '../catalogue.ts'
import type { Keychain } from '../config/keychain.ts'
import type { FoundSettings } from '../config/load-settings.ts'
import type { Settings } from '../config/settings.ts'
import type { EmulatorWishes, OpenEmulator } from '../studio/emulator.ts'
import type { ExecutingStudio, QuotingStudio, Studio, StudioAccess } from '../studio/studio.ts'
import type { VendorDesk } from '../studio/vendor-desk.ts'
import type { Paint } from './paint.ts'
import { warn } from './print.ts'
import type { Answer } from './yes-or-no.ts'

/** Everything a command may touch: tests hand in their own. */
export interface CliContext {
  /** Write text to standard output as it is. */
  readonly out: (text: string) => void
  /** Write text to standard error as it is. */
  readonly err: (text: string) => void
  /** Whether the live view may be drawn: a terminal on standard output, no CI. */
  readonly isTerminal: boolean
  /** Puts a question to a person that is answered by yes or no; null without a terminal. */
  readonly confirm: ((question: string) => Promise<Answer>) | null
  /** Width of the terminal in characters; 100 when there is none. */
  readonly columns: number
  readonly rows: number
  readonly isColoured: boolean
  readonly workingFolder: string
  readonly version: string
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** Bytes of standard input, to its end or until there are more than `mostBytes`. */
  readonly readStdin: (mostBytes: number) => Promise<Uint8Array>
  /**
   * Ask a person for a line that is not shown while it is typed; null when they pressed Ctrl-C. There is nobody to ask where
   * standard input is no terminal.
   */
  readonly askHidden: ((question: string) => Promise<string | null>) | null
  /** Where the operating system keeps this user's secrets. */
  readonly keychain: Keychain
  /** Whether there is a file or folder at an absolute path. */
  readonly isThere: (path: string) => boolean
  /** @throws StudioError `bad-input` when a setting is not valid */
  readonly settings: () => Settings
  /** Settings for what must work while one is not valid: bad ones stand at their defaults. */
  readonly settingsAsFound: () => FoundSettings
  /**
   * Reads tables; loads no engine. The caller closes it.
   *
   * @param settings Default: those of the home, which must be valid
   */
  readonly openStudio: (settings?: Settings) => Promise<Studio>
  /** Says what a film would cost and writes nothing. The caller closes it. */
  readonly openQuotingStudio: (mode: RunMode) => Promise<QuotingStudio>
  /** Runs productions. The caller closes it. */
  readonly openExecutingStudio: (access: StudioAccess) => Promise<ExecutingStudio>
  /** Plays the vendors on this machine. The caller closes it. */
  readonly openEmulator: (wishes: EmulatorWishes) => Promise<OpenEmulator>
  /** Looks at vendors without a database. The caller closes it. */
  readonly openVendorDesk: (access: StudioAccess) => Promise<VendorDesk>
  /** Be told of Ctrl-C and SIGTERM, once each; returns the way to stop listening. */
  readonly onInterrupt: (listener: () => void) => () => void
  /** End this process at once. */
  readonly die: (exitCode: number) => void
}

/** Options of a command as commander hands them over, by camel-case name. */
export type Flags = { readonly [name: string]: unknown }

/** What a command is given besides the context. */
export interface Invocation {
  readonly args: readonly string[]
  readonly flags: Flags
  readonly paint: Paint
  readonly isJson: boolean
}

/** A command; resolves with the exit code. */
export type Command = (context: CliContext, invocation: Invocation) => Promise<number>

/** A flag's text; null when it was not given. */
export const textFlag = (flags: Flags, name: string): string | null => {
  const value = flags[name]
  return typeof value === 'string' ? value : null
}

/** A flag's texts, for flags that may be repeated. */
export const listFlag = (flags: Flags, name: string): readonly string[] => {
  const value = flags[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** Whether a switch was given. */
export const isSet = (flags: Flags, name: string): boolean => flags[name] === true

/** Use a studio and close it, whatever happens. */
export const withStudio = <Result>(
  context: CliContext,
  use: (studio: Studio) => Promise<Result>,
): Promise<Result> => used(context.openStudio(), use)

/** Use a studio that makes quotes, and close it, whatever happens. */
export const withQuotingStudio = <Result>(
  context: CliContext,
  mode: RunMode,
  use: (studio: QuotingStudio) => Promise<Result>,
): Promise<Result> => used(context.openQuotingStudio(mode), use)

/** Use a studio that can run productions, and close it, whatever happens. */
export const withExecutingStudio = <Result>(
  context: CliContext,
  use: (studio: ExecutingStudio) => Promise<Result>,
  access: StudioAccess = { mode: 'offline', timeoutMs: null },
): Promise<Result> =>
  used(context.openExecutingStudio(access), (studio) => {
    warn(context, studio.notices)
    return use(studio)
  })

/** Use a desk that looks at vendors, and close it, whatever happens. */
export const withVendorDesk = <Result>(
  context: CliContext,
  access: StudioAccess,
  use: (desk: VendorDesk) => Promise<Result>,
): Promise<Result> => used(context.openVendorDesk(access), use)

const used = async <Opened extends { close(): Promise<void> }, Result>(
  opening: Promise<Opened>,
  use: (studio: Opened) => Promise<Result>,
): Promise<Result> => {
  const studio = await opening
  try {
    return await use(studio)
  } finally {
    await studio.close()
  }
}

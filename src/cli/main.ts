import { existsSync } from 'node:fs'
import { vendors } from '../catalogue.ts'
import { systemKeychain } from '../config/keychain.ts'
import { findSettings, loadSettings } from '../config/load-settings.ts'
import type { Settings } from '../config/settings.ts'
import { terminalWishes } from '../config/terminal-wishes.ts'
import { readAtMost } from '../kit/read-at-most.ts'
import type { CliContext } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { printJson } from './print.ts'
import { buildProgram } from './program.ts'
import { reportError } from './report-error.ts'
import type { Answer } from './yes-or-no.ts'

/**
 * Run the program of this process to its end: the one top handler of errors.
 *
 * @param argv as `process.argv`
 */
export const runMain = async (argv: readonly string[], version: string): Promise<void> => {
  const context = processContext(version)
  const output = watchedOutput(context)
  const exitCode = await runProgram(context, argv.slice(2))
  output.endWith(exitCode)
}

/**
 * Run one command line.
 *
 * @param words the command line without program and script
 * @returns the exit code
 */
export const runProgram = async (
  context: CliContext,
  words: readonly string[],
): Promise<number> => {
  let exitCode: number = exitCodes.done
  const isJson = words.includes('--json')
  const pages: string[] = []
  const onPage = isJson ? (text: string): void => void pages.push(text) : context.out
  const onExit = (code: number): void => {
    exitCode = code
  }
  const program = buildProgram(context, onExit, onPage)
  try {
    if (words.every((word) => word === '--json')) program.outputHelp()
    else await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    exitCode = reportError(context, error, isJson)
  }
  if (pages.length > 0) printJson(context, page(context, pages.join('')))
  return exitCode
}

/** Help or the version, for programs. */
const page = ({ version }: CliContext, text: string): object =>
  text.trim() === version ? { version } : { event: 'help', text }

const processContext = (version: string): CliContext => {
  const wishes = terminalWishes()
  const isTerminal = process.stdout.isTTY === true && !wishes.isCi
  const keychain = systemKeychain()
  const sources = {
    keyNames: [...new Set(vendors.flatMap(({ keyNames }) => keyNames))],
    urlNames: vendors.flatMap(({ surfaces }) =>
      surfaces.flatMap(({ baseUrlVariable }) => baseUrlVariable ?? []),
    ),
    keychain,
  }
  let settings: Settings | null = null
  const read = (): Settings => {
    settings ??= loadSettings(sources)
    return settings
  }
  const onWait = (text: string): void => void process.stderr.write(`${text}\n`)
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal,
    confirm: process.stdin.isTTY === true ? confirmOnTerminal : null,
    columns: process.stdout.columns ?? 100,
    rows: process.stdout.rows ?? 40,
    isColoured: process.stdout.isTTY === true && !wishes.noColour,
    workingFolder: process.cwd(),
    version,
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    isThere: existsSync,
    readStdin: (mostBytes) => readAtMost(process.stdin, mostBytes),
    askHidden: process.stdin.isTTY === true ? askOnTerminal : null,
    keychain,
    settings: read,
    settingsAsFound: () => findSettings(sources),
    openStudio: async (settings = read()) =>
      (await import('../studio/studio.ts')).openStudio(settings, onWait),
    openQuotingStudio: async (mode) =>
      (await import('../studio/studio.ts')).openQuotingStudio(read(), mode, onWait),
    openExecutingStudio: async (access) =>
      (await import('../studio/studio.ts')).openExecutingStudio(read(), undefined, {
        ...access,
        onWait,
      }),
    openEmulator: async (wishes) =>
      (await import('../studio/emulator.ts')).openEmulator(read(), wishes),
    openVendorDesk: async (access) =>
      (await import('../studio/vendor-desk.ts')).openVendorDesk(read(), access),
    onInterrupt,
    die: (exitCode) => process.exit(exitCode),
  }
}

/** The question goes to the error stream, so that what the command prints can be piped on. */
const askOnTerminal = async (question: string): Promise<string | null> => {
  const { askHidden } = await import('./hidden-line.ts')
  return askHidden(process.stdin, question, (text) => void process.stderr.write(text))
}

const confirmOnTerminal = async (question: string): Promise<Answer> => {
  const { askYesOrNo } = await import('./yes-or-no.ts')
  return askYesOrNo(process.stdin, process.stderr, question)
}

/** A person does not press Ctrl-C twice within this; a signal that took two ways does arrive twice. */
const sameSignalMs = 250

const onInterrupt = (listener: () => void): (() => void) => {
  let last = Number.NEGATIVE_INFINITY
  const heard = (): void => {
    const now = performance.now()
    if (now - last < sameSignalMs) return
    last = now
    listener()
  }
  process.on('SIGINT', heard)
  process.on('SIGTERM', heard)
  return () => {
    process.off('SIGINT', heard)
    process.off('SIGTERM', heard)
  }
}

/**
 * A pipe into `head` closes our output early: nobody reads any more, and the work goes on to its end all the same. An
 * output that cannot be written, as on a full disk, is told once and makes a success a failure. What cannot be written to
 * the error stream can be told nowhere; the exit code says how the command ended.
 */
const watchedOutput = (context: CliContext): { readonly endWith: (exitCode: number) => void } => {
  let isLost = false
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isLost) return
    isLost = true
    context.err(`✗ The output could not be written (${error.code}).\n`)
    if (!process.exitCode) process.exitCode = exitCodes.failed
  })
  return {
    endWith: (exitCode) => {
      process.exitCode = isLost && exitCode === exitCodes.done ? exitCodes.failed : exitCode
    },
  }
}

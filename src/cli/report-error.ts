import { isStudioError, StudioError } from '../domain/errors.ts'
import type { CliContext } from './context.ts'
import { exitCodeOfError, exitCodes } from './exit-codes.ts'
import { printJson } from './print.ts'

/** Errors of commander, by their shape: it is loaded by the program only. */
interface UsageError extends Error {
  readonly code: string
  readonly exitCode: number
}

const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error &&
  'exitCode' in error &&
  String(Reflect.get(error, 'code')).startsWith('commander.')

/** ffmpeg says where in its memory a decoder was: `[png @ 0x5584a1c2b3c0]`. That helps nobody, and differs each time. */
const memoryAddress = / @ 0x[0-9a-f]+(?=\])/gi

/**
 * The one top handler: prints an error once and says which exit code it is. With `--json` it is one object on standard
 * output.
 */
export const reportError = (
  context: Pick<CliContext, 'out' | 'err'>,
  error: unknown,
  isJson: boolean,
): number => {
  if (isUsageError(error) && error.exitCode === 0) return 0
  // A group without a command has printed its help, which says it all.
  if (isUsageError(error) && error.code === 'commander.help') return exitCodes.badInput
  const known = asStudioError(error)
  const message = known.message.replace(memoryAddress, '')
  const exitCode = exitCodeOfError(known.code)
  if (isJson) {
    printJson(context, {
      event: 'error',
      code: known.code,
      message,
      retry: known.retry,
      exitCode,
    })
    return exitCode
  }
  context.err(`✗ ${message}\n`)
  if (known.code === 'internal' && known.cause instanceof Error) {
    context.err(`${known.cause.stack ?? known.cause.message}\n`)
  }
  return exitCode
}

const asStudioError = (error: unknown): StudioError => {
  if (isStudioError(error)) return error
  if (isUsageError(error)) {
    return new StudioError({ code: 'bad-input', message: usageMessage(error), cause: error })
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new StudioError({
    code: 'internal',
    message: `Something went wrong inside the studio: ${reason}. Nothing that was paid for is lost; \`npx --no-install claude-studio runs list\` shows where each run stands.`,
    cause: error,
  })
}

const usageMessage = (error: UsageError): string => {
  const text = error.message
    .replace(/^error: /, '')
    .replace(/\n\(/, ' (')
    .trim()
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  const stop = /[.?)]$/.test(sentence) ? '' : '.'
  const isConcept =
    error.code === 'commander.excessArguments' && error.message.includes("'produce'")
  const hint = isConcept ? ' Put a concept of several words in quotes.' : ''
  return `${sentence}${stop}${hint} See \`npx --no-install claude-studio --help\`.`
}

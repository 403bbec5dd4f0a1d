import { isStudioError, StudioError } from '../domain/errors.ts'
import type { CliContext } from './context.ts'
import { exitCodeOfError, exitCodes } from './exit-codes.ts'
import { printJson } from './print.ts'
import { unarmed } from './text-table.ts'

/** Help or version was asked for and printed; commander, which only the program loads, says so by an error. */
const isAnswered = (error: unknown): boolean =>
  error instanceof Error &&
  String(Reflect.get(error, 'code')).startsWith('commander.') &&
  Reflect.get(error, 'exitCode') === 0

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
  if (isAnswered(error)) return exitCodes.done
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
  context.err(`✗ ${unarmed(message)}\n`)
  if (known.code === 'internal' && known.cause instanceof Error) {
    context.err(`${known.cause.stack ?? known.cause.message}\n`)
  }
  return exitCode
}

const asStudioError = (error: unknown): StudioError => {
  if (isStudioError(error)) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new StudioError({
    code: 'internal',
    message: `Something went wrong inside the studio: ${reason}. An order may have been on its way: \`npx --no-install claude-studio orders list\` shows what is open, and \`npx --no-install claude-studio runs resume ID\` goes on with a run and asks what became of its orders.`,
    cause: error,
  })
}

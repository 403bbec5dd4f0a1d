import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { StudioError } from '../../domain/errors.ts'
import { fileReason } from '../../kit/file-error.ts'
import { readAtMost } from '../../kit/read-at-most.ts'
import type { EmulatorWishes, OpenEmulator } from '../../studio/emulator.ts'
import { type CliContext, type Command, type Flags, listFlag, textFlag } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLine } from '../print.ts'
import { oneLine } from '../text-table.ts'

/** `emulate`: plays the vendors until Ctrl-C or SIGTERM. What a shell is to be told goes to standard output, the rest beside it. */
export const emulate: Command = async (context, { flags, isJson }) => {
  const wishes = await wishesOf(context, flags)
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const stopListening = context.onInterrupt(() => end())
  try {
    const emulator = await context.openEmulator(wishes)
    try {
      announce(context, emulator, isJson)
      await ended
    } finally {
      await emulator.close()
    }
  } finally {
    stopListening()
  }
  return exitCodes.done
}

const wishesOf = async (context: CliContext, flags: Flags): Promise<EmulatorWishes> => {
  const folder = textFlag(flags, 'folder')
  const file = textFlag(flags, 'faults')
  return {
    port: portOf(flags),
    vendors: listFlag(flags, 'vendor'),
    folder: folder === null ? null : resolve(context.workingFolder, folder),
    faults: file === null ? null : await faultsIn(resolve(context.workingFolder, file)),
    report: (error) => {
      const said = error instanceof Error ? error.message : String(error)
      context.err(`! ${oneLine(said)}\n`)
    },
  }
}

const announce = (
  context: CliContext,
  { url, folder, baseUrls }: OpenEmulator,
  isJson: boolean,
): void => {
  if (isJson) {
    printJson(context, { event: 'emulator-started', url, baseUrls, folder })
    return
  }
  for (const [variable, baseUrl] of Object.entries(baseUrls)) {
    printLine(context, `export ${variable}=${baseUrl}`)
  }
  context.err(`The emulator plays at ${url}; its accounts are in ${folder}. Ctrl-C ends it.\n`)
}

const portOf = (flags: Flags): number => {
  const written = textFlag(flags, 'port') ?? '0'
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN
  if (port <= 65_535) return port
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is no port. Give a whole number from 0 to 65535; 0, which is the default, is any that is free.`,
  })
}

const largestFaultBytes = 1_000_000

const faultsIn = async (file: string): Promise<NonNullable<EmulatorWishes['faults']>> => {
  const refuse = (why: string, cause?: unknown): StudioError =>
    new StudioError({
      code: 'bad-input',
      message: `The fault rules in ${file} cannot be used: ${why}. Write a JSON list such as [{"fault": "rate-limited", "times": 2}].`,
      cause,
    })
  const bytes = await readAtMost(createReadStream(file), largestFaultBytes).catch(
    (cause: unknown) => {
      throw refuse(fileReason(cause), cause)
    },
  )
  if (bytes.length > largestFaultBytes) throw refuse('they are larger than 1 MB')
  try {
    return { file, content: JSON.parse(Buffer.from(bytes).toString('utf8')) }
  } catch (cause) {
    throw refuse('they are no JSON', cause)
  }
}

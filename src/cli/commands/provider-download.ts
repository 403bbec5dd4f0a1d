import { stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { StudioError } from '../../domain/errors.ts'
import { deliveryEndings } from '../../production/collect.ts'
import type { VendorJob } from '../../studio/vendor-desk.ts'
import type { CliContext, Command, Flags } from '../context.ts'
import { isSet, textFlag, withVendorDesk } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { interruptible } from '../interruptible.ts'
import { bytesText, printJson, printLine } from '../print.ts'
import { accountNamed, lookingAccess } from '../vendor-named.ts'
import { checkedJobId, jobAt } from './provider-jobs.ts'

/** `provider download`: what a finished job delivered, as files that are whole and looked into. */
export const downloadJob: Command = (context, { args, flags, isJson }) => {
  const named = accountNamed(args[0] ?? '')
  const { vendor, account } = named
  const id = checkedJobId(args[1] ?? '')
  return withVendorDesk(context, lookingAccess(flags), async (desk) => {
    const job = await jobAt(desk, named, id)
    const targets = targetsOf(context, flags, `${vendor.id}-${id}`, endingsOf(job))
    return interruptible(context, async (signal) => {
      const files: { readonly file: string; readonly bytes: number }[] = []
      for (const [output, target] of targets.entries()) {
        await desk.download({ account, job: id, output, target }, signal)
        const { size } = await stat(target)
        files.push({ file: target, bytes: size })
        if (!isJson) printLine(context, `${target}  ${bytesText(size)}`)
      }
      if (isJson) {
        printJson(context, { event: 'job-downloaded', vendor: vendor.id, job: id, files })
      }
      return exitCodes.done
    })
  })
}

/** Endings of the files of a job; one for a job that is not done, for which the desk says why there is none. */
const endingsOf = ({ status }: VendorJob): readonly string[] => {
  const outputs = status.state === 'done' ? status.outputs : []
  const endings = outputs.map((output) =>
    output.kind === 'text' ? 'txt' : (deliveryEndings[output.mediaType] ?? 'bin'),
  )
  return endings.length > 0 ? endings : ['bin']
}

/** Where the files go. @throws StudioError `already-exists` for a file that is there, without `--force` */
const targetsOf = (
  context: CliContext,
  flags: Flags,
  name: string,
  endings: readonly string[],
): readonly string[] => {
  const written = textFlag(flags, 'output')
  const targets = endings.map((ending, index) => {
    const count = index === 0 ? '' : `-${index + 1}`
    if (written === null) return resolve(context.workingFolder, `${name}${count}.${ending}`)
    const given = extname(written)
    const base = written.slice(0, written.length - given.length)
    return resolve(context.workingFolder, index === 0 ? written : `${base}${count}${given}`)
  })
  for (const target of targets) requireFree(context, target, isSet(flags, 'force'))
  return targets
}

/** @throws StudioError `already-exists` for a file that is there */
export const requireFree = (
  { isThere }: Pick<CliContext, 'isThere'>,
  target: string,
  isForced: boolean,
): void => {
  if (isForced || !isThere(target)) return
  throw new StudioError({
    code: 'already-exists',
    message: `${target} is there already. Nothing was downloaded. Choose another with -o, or say --force to replace it.`,
  })
}

import { StudioError } from '../../domain/errors.ts'
import { isRunId } from '../../domain/production.ts'
import type { Studio } from '../../studio/studio.ts'
import type { Command } from '../context.ts'
import { isSet, withExecutingStudio } from '../context.ts'
import { heldLines } from '../held-lines.ts'
import { printJson, printLine } from '../print.ts'
import { findRun } from '../run-record.ts'

/** A run whose deletion was cut short, or whose footage is on the shelf and is to go too: only its files are left to find. */
const begunRemoval = async (
  { productions }: Pick<Studio, 'productions'>,
  id: string,
  purge: boolean,
): Promise<{ readonly id: string; readonly outputDir: string } | null> => {
  const removal = isRunId(id) ? await productions.removal(id) : null
  return removal && (!removal.isDone || (purge && removal.isShelved))
    ? { id, outputDir: removal.outputDir }
    : null
}

/** `runs delete`: folder and rows go; footage goes to the shelf, or for good with `--purge-footage`. */
export const deleteRun: Command = (context, { args, flags, isJson }) =>
  withExecutingStudio(context, async (studio) => {
    const written = args[0] ?? ''
    const purge = isSet(flags, 'purgeFootage')
    const { id, outputDir } =
      (await begunRemoval(studio, written, purge)) ?? (await findRun(studio, written))
    const footage = purge
      ? 'Its footage is destroyed too.'
      : 'Its footage goes to the cutting-room shelf.'
    if (!isSet(flags, 'yes')) {
      const isAtWork = (await studio.productions.directed([id])).has(id)
      const work = isAtWork ? `A process works on run ${id} right now, and would be stopped. ` : ''
      throw new StudioError({
        code: 'bad-input',
        message: [
          `${work}This deletes run ${id} and its folder ${outputDir}. ${footage} Add --yes to do it.`,
          ...heldLines(await studio.ledger.orders(id), id),
        ].join('\n'),
      })
    }
    await studio.driver.remove(id, purge)
    if (isJson) {
      printJson(context, { event: 'run-deleted', productionId: id, footagePurged: purge })
      return 0
    }
    printLine(context, `Run ${id} is deleted. ${footage}`)
    for (const line of heldLines(await studio.ledger.orders(id), null)) printLine(context, line)
    return 0
  })

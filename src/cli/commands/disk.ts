import type { Studio } from '../../studio.ts'
import type { Command } from '../context.ts'
import { withStudio } from '../context.ts'
import { bytesText, countText, printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `disk`: stored footage, by whose it is, and free space. */
export const showDisk: Command = (context, { isJson, paint }) =>
  withStudio(context, async (studio) => {
    const { sizes, ...usage } = await studio.vault.usage()
    const { storedBytes, freeBytes, files } = usage
    const left = await leftBehind(studio, sizes)
    if (isJson) {
      const ofDeleted = { ofDeletedRunsBytes: left.bytes, ofDeletedRunsFiles: left.files }
      printJson(context, { home: studio.home, storedBytes, freeBytes, files, ...ofDeleted })
      return 0
    }
    const amount = (bytes: number, count: number): string =>
      `${bytesText(bytes)} in ${countText(count, 'file')}`
    context.out(
      textTable(
        [],
        [
          [paint('dim', 'home'), studio.home],
          [paint('dim', 'footage'), amount(storedBytes, files)],
          [paint('dim', '  of runs'), amount(storedBytes - left.bytes, files - left.files)],
          [paint('dim', '  of deleted runs'), amount(left.bytes, left.files)],
          [paint('dim', 'free'), bytesText(freeBytes)],
        ],
      ),
    )
    printLine(
      context,
      paint(
        'dim',
        '`runs delete RUN --purge-footage` frees what a run takes, also of a run that was deleted before.',
      ),
    )
    if (freeBytes < storedBytes / 4 && freeBytes < 5_000_000_000) {
      printLine(
        context,
        paint('warn', 'Little is free: delete runs you do not need with --purge-footage.'),
      )
    }
    return 0
  })

/** What no run has to do with any more: the cutting-room shelf. */
const leftBehind = async (
  { productions }: Pick<Studio, 'productions'>,
  sizes: ReadonlyMap<string, number>,
): Promise<{ readonly bytes: number; readonly files: number }> => {
  const used = await productions.hashesInUse()
  const left = [...sizes].filter(([hash]) => !used.has(hash))
  return { bytes: left.reduce((sum, [, size]) => sum + size, 0), files: left.length }
}

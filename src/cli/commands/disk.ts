import type { Studio } from '../../studio/studio.ts'
import type { Command } from '../context.ts'
import { withStudio } from '../context.ts'
import { bytesText, countText, printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `disk`: stored footage, by whose it is, and free space. */
export const showDisk: Command = (context, { isJson, paint }) =>
  withStudio(context, async (studio) => {
    const { sizes, ...usage } = await studio.vault.usage()
    const { storedBytes, freeBytes, files } = usage
    const { run, shelf, nobody } = await shares(studio, sizes)
    if (isJson) {
      printJson(context, {
        ...{ home: studio.home, storedBytes, freeBytes, files },
        ...{ ofDeletedRunsBytes: shelf.bytes, ofDeletedRunsFiles: shelf.files },
        ...{ ofNoRunBytes: nobody.bytes, ofNoRunFiles: nobody.files },
      })
      return 0
    }
    const amount = ({ bytes, files: count }: Share): string =>
      `${bytesText(bytes)} in ${countText(count, 'file')}`
    context.out(
      textTable(
        [],
        [
          [paint('dim', 'home'), studio.home],
          [paint('dim', 'footage'), amount({ bytes: storedBytes, files })],
          [paint('dim', '  of runs'), amount(run)],
          [paint('dim', '  of deleted runs'), amount(shelf)],
          ...(nobody.files > 0 ? [[paint('dim', '  of no run'), amount(nobody)]] : []),
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

interface Share {
  readonly bytes: number
  readonly files: number
}

/** Stored files by who has to do with them; `nobody` has with what was just made, or is about to be destroyed. */
const shares = async (
  { productions }: Pick<Studio, 'productions'>,
  sizes: ReadonlyMap<string, number>,
): Promise<Readonly<Record<'run' | 'shelf' | 'nobody', Share>>> => {
  const holders = await productions.holders()
  const shares = { run: nothing, shelf: nothing, nobody: nothing }
  for (const [hash, size] of sizes) {
    const whose = holders.get(hash) ?? 'nobody'
    const { bytes, files } = shares[whose]
    shares[whose] = { bytes: bytes + size, files: files + 1 }
  }
  return shares
}

const nothing: Share = { bytes: 0, files: 0 }

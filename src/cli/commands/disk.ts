import type { Command } from '../context.ts'
import { withStudio } from '../context.ts'
import { bytesText, countText, printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `disk`: stored footage and free space. */
export const showDisk: Command = (context, { isJson, paint }) =>
  withStudio(context, async (studio) => {
    const { storedBytes, freeBytes, files } = await studio.vault.usage()
    if (isJson) {
      printJson(context, { home: studio.home, storedBytes, freeBytes, files })
      return 0
    }
    context.out(
      textTable(
        [],
        [
          [paint('dim', 'home'), studio.home],
          [paint('dim', 'footage'), `${bytesText(storedBytes)} in ${countText(files, 'file')}`],
          [paint('dim', 'free'), bytesText(freeBytes)],
        ],
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

import { clipVendors } from '../../catalogue.ts'
import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, formatUsd, sumUsd } from '../../domain/money.ts'
import { isRescued, type SalvageLine, type SalvageReport } from '../../production/salvage-report.ts'
import { notAChoice } from '../closest.ts'
import type { CliContext, Command, Flags, Invocation } from '../context.ts'
import { isSet, textFlag, withExecutingStudio } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { interruptible } from '../interruptible.ts'
import type { SalvagedLine } from '../json-shelf.ts'
import { countText, printJson, printLine } from '../print.ts'
import { chosenMode } from '../run-mode.ts'
import { fitted, oneLine, textTable } from '../text-table.ts'
import { utcMinute } from '../utc-text.ts'
import { checkedJobId } from './provider-jobs.ts'

/** `salvage`: bring home what the accounts hold. */
export const salvageFootage: Command = async (context, invocation) => {
  const { flags, isJson } = invocation
  const mode = chosenMode(flags) === 'emulated' ? 'emulated' : 'live'
  const wish = {
    vendor: chosenVendor(flags),
    sinceIso: chosenSince(textFlag(flags, 'since') ?? '7d', context.now()),
    job: chosenJob(flags),
    isDryRun: isSet(flags, 'dryRun'),
  }
  return interruptible(context, (signal) =>
    withExecutingStudio(
      context,
      async (studio) => {
        const report = await studio.salvage(wish, signal)
        if (isJson) printJson(context, salvageLine(report))
        else printReport(context, invocation, report, mode)
        const isUnasked = report.accounts.some(({ state }) => state === 'not-asked')
        return isUnasked ? exitCodes.failed : exitCodes.done
      },
      { mode, timeoutMs: null },
    ),
  )
}

const chosenVendor = (flags: Flags): string | null => {
  const written = textFlag(flags, 'provider')
  if (written === null || clipVendors.includes(written)) return written
  throw new StudioError({
    code: 'bad-input',
    message: notAChoice(written, '--provider, where clips are bought', clipVendors),
  })
}

/** @throws StudioError `bad-input` for a job without its vendor, or what cannot be the id of one */
const chosenJob = (flags: Flags): string | null => {
  const written = textFlag(flags, 'job')
  if (written === null) return null
  if (textFlag(flags, 'provider') !== null) return checkedJobId(written)
  throw new StudioError({
    code: 'bad-input',
    message: `Say whose job it is: --provider ${clipVendors.join(' or ')}. Nothing was changed.`,
  })
}

const hourMs = 3_600_000

/** `7d`, `24h` or a day. @throws StudioError `bad-input` */
const chosenSince = (written: string, now: number): string => {
  const [, count, unit] = /^(\d{1,4})([dh])$/.exec(written.trim()) ?? []
  if (count && unit) {
    return new Date(now - Number(count) * hourMs * (unit === 'd' ? 24 : 1)).toISOString()
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written.trim())
  const day = isDay ? Date.parse(written.trim()) : Number.NaN
  if (!Number.isNaN(day)) return new Date(day).toISOString()
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is no time to look back to. Give days, hours or a day, such as --since 7d, 24h or 2026-11-01.`,
  })
}

const salvageLine = ({
  accounts,
  lines,
  rescued,
  clips,
  isDryRun,
}: SalvageReport): SalvagedLine => ({
  ...{ event: 'salvaged', isDryRun, accounts },
  jobs: lines.map(({ cost, ...line }) => ({
    ...line,
    costUsd: cost === null ? null : dollarsOf(cost),
  })),
  ...{ rescuedUsd: dollarsOf(rescued), clips },
})

const deedText: Readonly<Record<SalvageLine['deed'], string>> = {
  adopted: 'adopted',
  delivered: 'brought home',
  shelved: 'shelved',
  waiting: 'not ready',
  left: 'left there',
}

const widestPrompt = 36

const printReport = (
  context: CliContext,
  { paint }: Invocation,
  report: SalvageReport,
  mode: 'emulated' | 'live',
): void => {
  const { accounts, lines } = report
  for (const { vendor, state, note } of accounts) {
    const is = state === 'no-key' || state === 'not-asked' ? 'not asked' : 'asked'
    const where = mode === 'emulated' ? ' at the emulator' : ''
    const tone = is === 'asked' ? 'dim' : 'warn'
    printLine(
      context,
      paint(tone, `${vendor}${where}: ${is}${note === '' ? '' : `. ${oneLine(note)}`}`),
    )
  }
  if (lines.length > 0) {
    context.out(
      textTable(
        ['VENDOR', 'JOB', 'MADE (UTC)', 'PROMPT', 'WHAT', 'COST'].map((name) => paint('dim', name)),
        lines.map((line) => [
          line.vendor,
          oneLine(line.job),
          utcMinute(line.at),
          fitted(oneLine(line.prompt), widestPrompt),
          paint(isRescued(line) ? 'good' : 'dim', deedText[line.deed]),
          costText(line),
        ]),
      ),
    )
    for (const { job, run, slate, note } of lines) {
      const whose = oneLine(job) || [run, slate].filter(Boolean).join(' ')
      printLine(context, `  ${whose}: ${oneLine(note)}`)
    }
  }
  printLine(context, paint('money', rescuedText(report, mode)))
}

const costText = ({ cost, isEstimated }: SalvageLine): string =>
  cost === null ? '' : `${isEstimated ? 'about ' : ''}${formatUsd(cost)}`

const rescuedText = (
  { lines, rescued, clips, isDryRun }: SalvageReport,
  mode: 'emulated' | 'live',
): string => {
  const home = lines.filter(isRescued)
  const guessed = sumUsd(...home.flatMap(({ cost, isEstimated }) => (isEstimated && cost) || []))
  const untold = home.filter(({ cost }) => cost === null).length
  const isUntold = untold > 0 && untold === home.length
  const notes = [
    countText(clips, 'clip'),
    ...(guessed > 0 ? [`${formatUsd(guessed)} of it by our prices`] : []),
    ...(untold > 0 && !isUntold ? [`what ${untold} cost is not known`] : []),
    ...(mode === 'emulated' ? ['emulated, nothing was charged'] : []),
    ...(isDryRun ? ['dry run: nothing was changed'] : []),
  ]
  const amount = isUntold ? 'cost not known' : formatUsd(rescued)
  return `${isDryRun ? 'would be rescued' : 'rescued'}: ${amount} (${notes.join('; ')})`
}

import { catalogue } from '../../catalogue.ts'
import type { CatalogueVendor } from '../../domain/catalogue-vendor.ts'
import { StudioError } from '../../domain/errors.ts'
import { neverAborted } from '../../kit/never-aborted.ts'
import { unknownJob, type VendorDesk, type VendorJob } from '../../studio/vendor-desk.ts'
import type { Command, Flags } from '../context.ts'
import { textFlag, withVendorDesk } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { jobBillText, jobId, jobLine, jobStateText } from '../job-lines.ts'
import { printJson, printLine } from '../print.ts'
import { fitted, oneLine, textTable } from '../text-table.ts'
import { utcSeconds } from '../utc-text.ts'
import { accountNamed, lookingAccess, type NamedAccount } from '../vendor-named.ts'

/** `provider jobs`: what an account holds. */
export const listJobs: Command = (context, { args, flags, isJson, paint }) => {
  const { vendor, account: named } = accountNamed(args[0] ?? '')
  const sinceMs = context.now() - spanMs(flags)
  const since = new Date(sinceMs).toISOString()
  return withVendorDesk(context, lookingAccess(flags), async (desk) => {
    const account = desk.account(named)
    if (!account.jobs) throw noList(vendor, desk)
    const { jobs, complete } = await account.jobs(since, neverAborted)
    if (isJson) {
      const listed = jobs.map((job) => jobLine(vendor.id, job))
      printJson(context, { vendor: vendor.id, since, complete, jobs: listed })
      return exitCodes.done
    }
    if (jobs.length === 0)
      printLine(context, `${vendor.id} made nothing since ${utcSeconds(since)} UTC.`)
    else {
      const head = ['JOB', 'CREATED (UTC)', 'MODEL', 'STATE', 'BILLED', 'PROMPT']
      context.out(
        textTable(
          head.map((name) => paint('dim', name)),
          jobs.map(jobRow),
        ),
      )
    }
    if (!complete) printLine(context, paint('warn', 'The list may not be whole.'))
    return exitCodes.done
  })
}

const jobRow = (job: VendorJob): readonly string[] => [
  jobId(job),
  utcSeconds(job.createdAt),
  job.model ?? '',
  fitted(jobStateText(job), 50),
  jobBillText(job),
  fitted(oneLine(job.prompt ?? ''), 50),
]

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `--since` in milliseconds back from now. @throws StudioError `bad-input` */
const spanMs = (flags: Flags): number => {
  const written = textFlag(flags, 'since') ?? '7d'
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(written.trim()) ?? []
  const span = Number(count) * (units[unit] ?? 0)
  if (span > 0) return span
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is not a length of time. Write minutes, hours or days, such as --since 90m, 12h or 7d.`,
  })
}

/** A vendor without a list of jobs, and what can be done all the same. */
const noList = ({ id, surfaces }: CatalogueVendor, desk: VendorDesk): StudioError => {
  const surface = surfaces.find(({ name }) =>
    desk.catalogue.some((model) => model.vendor === id && (model.surface ?? '') === name),
  )
  const way = keepsJobs(id, desk)
    ? `. Look at one job by its id: \`npx --no-install claude-studio provider status ${id} JOB\`. The job of an order of this studio is in \`npx --no-install claude-studio orders show KEY\`, the keys in \`npx --no-install claude-studio orders list --all\`.`
    : `: ${surface?.recovery ?? 'it keeps none'}.`
  return new StudioError({
    code: 'not-available',
    message: `${id} has no list of jobs${way}${otherList(id, surfaces, desk)}`,
  })
}

/** In an emulated run nobody needs another key to see the list of the vendor's other API. */
const otherList = (
  id: string,
  surfaces: CatalogueVendor['surfaces'],
  { mode }: Pick<VendorDesk, 'mode'>,
): string => {
  const listed = surfaces.find(({ hasList }) => hasList)
  const model = catalogue.find(({ vendor, surface }) => vendor === id && surface === listed?.name)
  return mode === 'emulated' && listed && model
    ? ` Its ${listed.name} API has one: \`npx --no-install claude-studio provider jobs ${model.id} --emulated\`.`
    : ''
}

/** Who answers at once keeps nothing that could be looked at. */
const keepsJobs = (vendor: string, { catalogue }: Pick<VendorDesk, 'catalogue'>): boolean =>
  catalogue.some((model) => model.vendor === vendor && model.port !== 'llm')

/** `provider status`: one job by the vendor's id. */
export const showJob: Command = (context, { args, flags, isJson, paint }) => {
  const named = accountNamed(args[0] ?? '')
  const { vendor } = named
  const id = checkedJobId(args[1] ?? '')
  return withVendorDesk(context, lookingAccess(flags), async (desk) => {
    const job = await jobAt(desk, named, id)
    if (isJson) {
      printJson(context, jobLine(vendor.id, job))
      return exitCodes.done
    }
    const rows = [
      ['job', jobId(job)],
      ['state', jobStateText(job)],
      ['model', job.model ?? ''],
      ['created', job.createdAt ?? ''],
      ['billed', jobBillText(job)],
      ['prompt', oneLine(job.prompt ?? '')],
      ['download', job.status.state === 'done' ? downloadCommand(named.account, id, desk) : ''],
    ] as const
    const told = rows.filter(([, text]) => text !== '')
    context.out(
      textTable(
        [],
        told.map(([label, text]) => [paint('dim', label), text]),
      ),
    )
    return exitCodes.done
  })
}

const downloadCommand = (account: string, id: string, { mode }: Pick<VendorDesk, 'mode'>): string =>
  `npx --no-install claude-studio provider download ${account} ${id}${mode === 'emulated' ? ' --emulated' : ''}`

/**
 * A job by its id.
 *
 * @throws StudioError `not-found` when the vendor does not know it; `not-available` for a vendor that keeps none
 */
export const jobAt = async (
  desk: VendorDesk,
  { vendor, account }: NamedAccount,
  id: string,
): Promise<VendorJob> => {
  if (!keepsJobs(vendor.id, desk)) {
    throw new StudioError({
      code: 'not-available',
      message: `${vendor.id} answers at once and keeps no jobs.`,
    })
  }
  const job = await desk.account(account).job(id, neverAborted)
  if (job) return job
  throw unknownJob(vendor.id, id)
}

/** @throws StudioError `bad-input` for what cannot be the id of a job */
export const checkedJobId = (written: string): string => {
  const id = written.trim()
  if (/^[\w-]{1,200}$/.test(id)) return id
  throw new StudioError({
    code: 'bad-input',
    message: `"${id.slice(0, 40)}" cannot be the id of a job. Write it as the vendor shows it: letters, digits, "_" and "-".`,
  })
}

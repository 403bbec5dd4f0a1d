import { vendors } from '../../catalogue.ts'
import { type CatalogueVendor, surfaceOf, vendorKey } from '../../domain/catalogue-vendor.ts'
import { isStudioError, StudioError } from '../../domain/errors.ts'
import { dollarsOf, exactUsd, microUsd } from '../../domain/money.ts'
import { neverAborted } from '../../kit/never-aborted.ts'
import type { CheckedVendor } from '../../studio/studio.ts'
import type { VendorDesk } from '../../studio/vendor-desk.ts'
import type { CliContext, Command } from '../context.ts'
import { withVendorDesk } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { keyStates } from '../key-states.ts'
import { type MovedAddress, movedAddresses, movedAddressText } from '../moved-addresses.ts'
import type { Paint } from '../paint.ts'
import { printJson, printLine } from '../print.ts'
import { oneLine } from '../text-table.ts'
import { lookingAccess, networkVendor, vendorNamed } from '../vendor-named.ts'

type Standing = CheckedVendor['standing']

/** What was found of one vendor. */
interface Found {
  readonly vendor: string
  /** Variable that the key is in; null in an emulated check. */
  readonly key: string | null
  /** Which of the vendor's APIs the key opens; empty where there is one. */
  readonly api: string
  /** Where the environment leads the vendor, and by which variable; null for its own address. */
  readonly moved: MovedAddress | null
  /** Null when the account could not be looked at. */
  readonly standing: Standing | null
  /** What is wrong, in words. */
  readonly problems: readonly string[]
  /** Where our tables are not the vendor's any more. */
  readonly drift: readonly string[]
}

/** `provider check`: keys, balances, limits and drift. Nothing is ever spent. */
export const checkProviders: Command = (context, { args, flags, isJson, paint }) => {
  const named = args.map(networkVendor)
  const access = lookingAccess(flags)
  const asked = named.length > 0 ? named : reachable(context, access.mode === 'live')
  if (asked.length === 0) throw noKeys()
  return withVendorDesk(context, access, async (desk) => {
    const found = await Promise.all(asked.map((vendor) => look(context, desk, vendor)))
    const isWell = found.every(({ problems, drift }) => problems.length + drift.length === 0)
    if (isJson) printJson(context, { ok: isWell, mode: desk.mode, vendors: found.map(foundJson) })
    else printFound(context, paint, found)
    return isWell ? exitCodes.done : exitCodes.failed
  })
}

const noKeys = (): StudioError =>
  new StudioError({
    code: 'vendor-key-missing',
    message:
      "No vendor's key is set, so there is nothing to check. See `npx --no-install claude-studio secrets list`.",
  })

/** Vendors over the network; of a live check those whose key is set. */
const reachable = (context: CliContext, needsKey: boolean): readonly CatalogueVendor[] => {
  const all = vendors.filter(({ keyNames }) => keyNames.length > 0)
  if (!needsKey) return all
  const { keys } = context.settings()
  return all.filter(({ keyNames }) =>
    keyStates(keys, keyNames).some(({ isSet, problem }) => isSet || problem !== null),
  )
}

const look = async (
  context: CliContext,
  desk: VendorDesk,
  vendor: CatalogueVendor,
): Promise<Found> => {
  const { keys } = context.settings()
  const problems: string[] = []
  const attempt = async <Result>(ask: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await ask()
    } catch (error) {
      if (!isStudioError(error)) throw error
      problems.push(error.message)
      return null
    }
  }
  const found = await attempt(async () =>
    desk.mode === 'live' ? vendorKey(vendor, keys.value) : null,
  )
  const api = found ? (surfaceOf(vendor, found.key)?.name ?? '') : ''
  const standing = await attempt(() => desk.account(vendor.id).standing(neverAborted))
  problems.push(...creditProblems(vendor.id, standing))
  const drift = standing ? await attempt(() => desk.account(vendor.id).drift(neverAborted)) : null
  const [moved = null] = movedAddresses(context.settings(), desk.mode, [vendor.id])
  return {
    ...{ vendor: vendor.id, key: found?.name ?? null, api, moved, standing },
    ...{ problems: [...new Set(problems)], drift: drift ?? [] },
  }
}

/** An account below zero takes no orders either, and what is owed has to be paid first. */
const creditProblems = (vendor: string, standing: Standing | null): readonly string[] => {
  const balance = standing?.balance ?? null
  if (balance === null || balance > 0) return []
  const owed = balance < 0 ? `: ${exactUsd(microUsd(-balance))} is owed` : ''
  return [`${vendor} has no credit left${owed}.`]
}

const foundJson = ({ standing, moved, ...found }: Found): object => ({
  ...found,
  address: moved?.url ?? null,
  addressFrom: moved?.variable ?? null,
  keyWorks: standing !== null,
  balanceUsd: standing === null || standing.balance === null ? null : dollarsOf(standing.balance),
  slots: standing?.slots ?? {},
  facts: standing?.facts ?? [],
})

const printFound = (context: CliContext, paint: Paint, found: readonly Found[]): void => {
  for (const one of found) printVendor(context, paint, one)
  printLine(context, paint('dim', 'Nothing was spent.'))
}

/** What is to be known of a key that is used. */
const keyNotes = (vendor: string, key: string | null): readonly string[] => {
  const { keyNote } = vendorNamed(vendor)
  return key === null || keyNote === '' ? [] : [keyNote]
}

const printVendor = (
  context: CliContext,
  paint: Paint,
  { vendor, key, api, moved, standing, problems, drift }: Found,
): void => {
  const isWell = problems.length + drift.length === 0
  const mark = isWell ? paint('good', '✓') : paint('bad', '✗')
  const by = key === null ? '' : ` (${key}${api === '' ? '' : `, opens the ${api} API`})`
  printLine(context, `${mark} ${paint('accent', vendor)}${by}`)
  for (const note of keyNotes(vendor, key)) printLine(context, `    ${paint('dim', note)}`)
  if (moved) printLine(context, `    ${paint('warn', movedAddressText(moved))}`)
  if (standing) {
    const { balance, facts } = standing
    printLine(context, `    ${key === null ? 'answers' : 'its key works'}`)
    if (balance !== null) printLine(context, `    balance ${exactUsd(balance)}`)
    for (const { name, value } of facts) printLine(context, `    ${oneLine(`${name}: ${value}`)}`)
  }
  for (const text of problems) printLine(context, `    ${paint('bad', oneLine(text))}`)
  for (const text of drift) printLine(context, `    ${paint('warn', `drift: ${oneLine(text)}`)}`)
}

import { hasDatabase } from '../checkup.ts'
import { realCaps, type Settings } from '../config/settings.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { dollarsOf, exactUsd } from '../domain/money.ts'
import { overCapTexts } from '../production/cap-room.ts'
import type { Studio } from '../studio/studio.ts'
import type { CliContext } from './context.ts'

/** A cap of the tenant that counts. */
type CountingCap = Awaited<ReturnType<Studio['ledger']['caps']>>[number]

/** The caps that count for a home, or why they could not be read, in words; null where there is no database yet. */
type CountingCaps = readonly CountingCap[] | string | null

/** Look which caps count: the ledger's, or the stricter ones of the settings. Makes no database. */
export const countingCaps = async (
  context: Pick<CliContext, 'openStudio'>,
  settings: Settings,
): Promise<CountingCaps> => {
  if (!(await hasDatabase(settings))) return null
  try {
    return await withLedger(context, settings, (ledger) => ledger.caps())
  } catch (error) {
    if (!isStudioError(error)) throw error
    return error.message
  }
}

/** A cap as JSON. */
export const capLine = ({ scope, funds, cap }: CountingCap): object => ({
  ...{ scope, funds, capUsd: dollarsOf(cap) },
})

/** Where what counts is not what the settings say, as sentences. */
export const capNotes = (settings: Settings, counting: CountingCaps): readonly string[] => {
  if (counting === null) return []
  if (typeof counting === 'string') return [`The ledger's caps could not be read: ${counting}`]
  return realCaps(settings).flatMap(({ scope, funds, cap }) => {
    const name = `${scope}CapUsd`
    const counts = counting.find((one) => one.scope === scope && one.funds === funds)?.cap ?? null
    if (counts === null || counts === cap) return []
    const own = cap === null ? 'null' : dollarsOf(cap)
    return [
      `${name} is ${own} in this home, and ${exactUsd(counts)} counts: the ledger's cap, which is stricter. To change it for all who use the ledger: npx --no-install claude-studio config set ${name} USD`,
    ]
  })
}

/**
 * Make a cap of the settings, as it is now, the ledger's too; other settings concern this home alone. A database that is yet to
 * be made takes it over by itself.
 *
 * @returns what is reserved and spent beyond the caps already, as sentences
 * @throws StudioError `database-unavailable` and what else opening a studio throws
 */
export const setLedgerCap = async (
  context: CliContext,
  name: string,
): Promise<readonly string[]> => {
  const { settings } = context.settingsAsFound()
  const wish = realCaps(settings).find(({ scope }) => `${scope}CapUsd` === name)
  if (!wish || !(await hasDatabase(settings))) return []
  try {
    return await withLedger(context, settings, async (ledger) => {
      await ledger.setCap(wish.scope, wish.funds, wish.cap)
      return overCapTexts(ledger, wish.funds)
    })
  } catch (error) {
    if (!isStudioError(error)) throw error
    throw new StudioError({
      code: error.code,
      message: `${name} is saved in this home, and the ledger's own cap was not changed; the stricter of the two counts. ${error.message} Then say it again.`,
      retry: error.retry,
      cause: error,
    })
  }
}

/** With settings as they are found: a cap can be put right while another setting is not valid. */
const withLedger = async <Result>(
  context: Pick<CliContext, 'openStudio'>,
  settings: Settings,
  use: (ledger: Studio['ledger']) => Promise<Result>,
): Promise<Result> => {
  const studio = await context.openStudio(settings)
  try {
    return await use(studio.ledger)
  } finally {
    await studio.close()
  }
}

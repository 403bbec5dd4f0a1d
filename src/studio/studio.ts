import { existsSync } from 'node:fs'
import { catalogueFor, type RunMode } from '../catalogue.ts'
import { realCaps, type Settings } from '../config/settings.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import type { Take } from '../domain/take.ts'
import { ensureDatabase } from '../engine/embedded-postgres.ts'
import { makeFolder } from '../kit/files.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { MediaTool } from '../ports/media-tool.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { ShelfStore } from '../ports/shelf-store.ts'
import type { AccountJob, AccountStanding } from '../ports/vendor-account.ts'
import type { VendorMeasures } from '../ports/vendor-measures.ts'
import type { ProductionDriver } from '../production/production-driver.ts'
import type { ProviderRig } from '../production/provider-rig.ts'
import type { SalvageWish } from '../production/salvage.ts'
import type { SalvageReport } from '../production/salvage-report.ts'
import type { Casting } from '../production/shelf-cast.ts'
import type { Contact } from '../production/trouble-remedy.ts'
import { type Database, openStore } from '../store/database.ts'
import { ledgerStore, type TenantLedger } from '../store/ledger-store.ts'
import { productionStore } from '../store/production-store.ts'
import { shelfStore } from '../store/shelf-store.ts'
import { vendorMeasureStore } from '../store/vendor-measure-store.ts'
import { localFootageVault, sweepVaultScratch } from '../vault/local-footage-vault.ts'
import { nothingMeasured } from './vendor-pace.ts'

/** The one tenant of a laptop; a server names its own. */
const localTenant = 'local'

/** A studio that reads tables and files; it runs nothing. */
export interface Studio {
  readonly settings: Settings
  /** Absolute path of the home. */
  readonly home: string
  readonly productions: ProductionStore
  readonly ledger: TenantLedger
  readonly shelf: ShelfStore
  readonly vault: FootageVault
  readonly catalogue: readonly CatalogueModel[]
  /** What was measured of vendor accounts. */
  readonly measures: VendorMeasures
  close(): Promise<void>
}

/** A studio that runs productions. */
export interface ExecutingStudio extends Studio {
  /** Whose money its runs move. */
  readonly mode: RunMode
  /** What a person should know before anything is run, as sentences. */
  readonly notices: readonly string[]
  readonly media: MediaTool
  readonly driver: ProductionDriver
  /** The vendors of models as people reach them. */
  readonly contact: Contact
  /** Orders outside of any film. */
  readonly rig: ProviderRig
  /**
   * See that vendors can be ordered from: keys, credit, limits; what they say of slots counts from then on. Spends nothing.
   *
   * @throws StudioError `vendor-key-missing`, `vendor-key-refused` and the other troubles, `vendor-unavailable`
   */
  checkVendors(ids: readonly string[]): Promise<readonly CheckedVendor[]>
  /** Bring home what was paid for and never collected, from the accounts of this mode. @throws StudioError as `salvage` */
  salvage(wish: SalvageWish, signal: AbortSignal): Promise<SalvageReport>
  /**
   * A job as the account tells it that a model is ordered from; null where there is no such account here, or it does not know it.
   *
   * @throws StudioError as `VendorAccount`
   */
  jobAt(model: string, id: string, signal: AbortSignal): Promise<AccountJob | null>
  /** Put a clip of the shelf into a film. @throws StudioError as `castFromShelf` */
  castFromShelf(casting: Casting): Promise<Take>
}

/** How vendors are to be reached. */
export interface StudioAccess {
  /** Whose money the runs of the studio move. */
  readonly mode: RunMode
  /** Longest wait for one job of a vendor, in milliseconds; null to wait until it is done. */
  readonly timeoutMs: number | null
  /** Told, as a sentence, what is waited for while the studio opens. Default: nobody */
  readonly onWait?: (text: string) => void
}

/** Nobody is bought from. */
export const offline: StudioAccess = { mode: 'offline', timeoutMs: null }

/** A vendor that can be ordered from, and how its account stands. */
export interface CheckedVendor {
  readonly vendor: string
  /** Models that are to be ordered from it, as far as that is known. */
  readonly models: readonly string[]
  readonly standing: AccountStanding
}

/** A studio that says what a film would cost; it writes nothing. */
export interface QuotingStudio {
  readonly productions: Pick<ProductionStore, 'get' | 'removal' | 'directed'>
  readonly vault: FootageVault
  readonly media: MediaTool
  readonly driver: Pick<ProductionDriver, 'quote'>
  close(): Promise<void>
}

/** An open studio that a floor can be manned in. */
export interface OpenStudio extends Studio {
  /** Connection string of the database. */
  readonly databaseUrl: string
}

/**
 * Open a studio for reading: tables, footage, prices. Starts the embedded database when there is none.
 *
 * @param onWait told, as a sentence, what is waited for. Default: nobody
 * @throws StudioError `database-unavailable`, `home-too-new`, `not-writable`
 */
export const openStudio = (settings: Settings, onWait?: OnWait): Promise<Studio> =>
  openParts(settings, onWait)

type OnWait = NonNullable<StudioAccess['onWait']>

const openParts = async (
  settings: Settings,
  onWait: OnWait = () => undefined,
): Promise<OpenStudio> => {
  const { home } = settings
  await makeFolder(home).catch((cause: unknown) => {
    throw new StudioError({
      code: 'not-writable',
      message: `The studio's home ${home} cannot be made. Set CLAUDE_STUDIO_HOME to a folder this user may write to.`,
      cause,
    })
  })
  await sweepVaultScratch(home)
  const own = settings.databaseUrl
    ? null
    : await ensureDatabase({ home, idleSeconds: settings.databaseIdleSeconds })
  const databaseUrl = settings.databaseUrl ?? own?.url ?? ''
  const database = await openStore({ url: databaseUrl, onWait }).catch(async (error: unknown) => {
    await own?.close()
    throw error
  })
  const close = async (): Promise<void> => {
    await database.close()
    await own?.close()
  }
  const ledger = await ledgerIn(database, settings).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return {
    settings,
    home,
    databaseUrl,
    catalogue: catalogueFor('live'),
    ledger,
    productions: productionStore(database, localTenant),
    shelf: shelfStore(database, localTenant),
    vault: localFootageVault(home),
    measures: vendorMeasureStore(database, localTenant),
    close,
  }
}

/**
 * The ledger under the caps of the settings. It is everybody's who uses the database: a home's own caps bind its own holds,
 * and become the ledger's only where it has none yet.
 */
const ledgerIn = async (database: Database, settings: Settings): Promise<TenantLedger> => {
  const wishes = realCaps(settings)
  const ownCaps = wishes.flatMap(({ cap, ...each }) => (cap === null ? [] : [{ ...each, cap }]))
  const ledger = ledgerStore(database, localTenant, { ownCaps })
  // Nobody chooses to have no cap of the month: it is the default.
  await ledger.proposeCaps(wishes.filter(({ scope, cap }) => scope === 'day' || cap !== null))
  return ledger
}

/**
 * Open a studio for quotes. Where there is no home yet there are no runs, and none is made.
 *
 * @param mode whose money the quoted run would move. Default `offline`
 * @param onWait as for {@link openStudio}
 * @throws StudioError as {@link openStudio}
 */
export const openQuotingStudio = async (
  settings: Settings,
  mode: RunMode = 'offline',
  onWait?: OnWait,
): Promise<QuotingStudio> => {
  const { quotingDesk } = await import('./manned-floor.ts')
  const hasRuns = settings.databaseUrl !== null || existsSync(settings.home)
  if (hasRuns) {
    const { productions, vault, shelf, measures, close } = await openParts(settings, onWait)
    return { productions, ...quotingDesk({ vault, shelf, measures }, settings, mode), close }
  }
  return {
    productions: {
      get: async () => null,
      removal: async () => null,
      directed: async () => new Set(),
    },
    ...quotingDesk(
      {
        vault: localFootageVault(settings.home),
        shelf: { clips: async () => [] },
        measures: nothingMeasured,
      },
      settings,
      mode,
    ),
    close: async () => undefined,
  }
}

/** Hands a part back, or something that stands before it: how tests watch a studio at work, or end it at a chosen point. */
export type Dress = <Part extends object>(name: string, part: Part) => Part

const undressed: Dress = (_name, part) => part

/**
 * Open a studio that runs productions. Vendors, crew and engine are loaded only here.
 *
 * @param dress given every part by name before it is used. Default: the part as it is
 * @param access whose money its runs move. Default: nobody's
 * @throws StudioError as {@link openStudio}; `bad-input` when the environment sends keys where they may not go
 */
export const openExecutingStudio = async (
  settings: Settings,
  dress: Dress = undressed,
  access: StudioAccess = offline,
): Promise<ExecutingStudio> => {
  const opened = await openParts(settings, access.onWait)
  try {
    const { manFloor } = await import('./manned-floor.ts')
    return await manFloor(opened, dress, access)
  } catch (error) {
    await opened.close()
    throw error
  }
}

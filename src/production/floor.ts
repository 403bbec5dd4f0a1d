import type { PriceBook } from '../budget/price-book.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { Usd } from '../domain/money.ts'
import type { ProductionEvent } from '../domain/production.ts'
import type { Clock } from '../ports/clock.ts'
import type { AskCrew } from '../ports/crew.ts'
import type { FootageVault } from '../ports/footage-vault.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { MediaTool } from '../ports/media-tool.ts'
import type { MusicModel } from '../ports/music-model.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { ShelfStore } from '../ports/shelf-store.ts'
import type { SpeechModel } from '../ports/speech-model.ts'
import type { VideoModel } from '../ports/video-model.ts'
import type { OrderDesk } from './order.ts'
import type { Contact } from './trouble-remedy.ts'

/** The studio floor: everything the story works with, handed over once in `studio/manned-floor.ts`. */
export interface Floor {
  readonly productions: ProductionStore
  readonly ledger: LedgerStore
  readonly shelf: ShelfStore
  readonly vault: FootageVault
  readonly media: MediaTool
  readonly clock: Clock
  readonly prices: PriceBook
  readonly catalogue: readonly CatalogueModel[]
  /** The vendors of models as people reach them. */
  readonly contact: Contact
  readonly desk: OrderDesk
  /** The crew of one production, paid through its ledger. */
  readonly crew: (production: string) => AskCrew
  /** Whether the crew looks at stills; else it reads what a maker says that it has drawn. */
  readonly crewSees: boolean
  /** Longest wait for one job of a vendor, in milliseconds; null to wait until it is done. */
  readonly timeoutMs: number | null
  /** What the crew's answers for a film will come to: set aside before footage is planned. */
  readonly crewPrice: (brief: Brief) => Usd
  /** @throws StudioError `not-found` */
  readonly videoModel: (id: string) => VideoModel
  readonly speech: SpeechModel
  readonly music: MusicModel
  /** Aborts when this process is asked to pause the production. */
  readonly signal: (production: string) => AbortSignal
}

/** Write an event of a production down, once per key. */
export const say = (
  floor: Floor,
  production: string,
  key: string,
  event: string,
  body: ProductionEvent['body'],
): Promise<void> => floor.productions.addEvent(production, key, event, body)

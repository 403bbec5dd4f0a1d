import type { Brief } from '../domain/brief.ts'
import type { Json } from '../domain/json.ts'
import type {
  Production,
  ProductionEvent,
  ProductionState,
  Stage,
  Wanted,
} from '../domain/production.ts'
import type { Review } from '../domain/review.ts'
import type { Take, TakeDecision } from '../domain/take.ts'

/** Kinds of documents a production is made of, each kept as rows by key. */
export type DocumentKind =
  | 'contract'
  | 'plan'
  | 'script'
  | 'revision'
  | 'omission'
  | 'call-sheet'
  | 'verdict'
  | 'soundtrack'
  | 'cut'
  | 'master'
  | 'deliverables'
  | 'superseded'
  | 'observation'
  | 'note'
  | 'removal'

/** A deleted production's files, to be removed now or again. */
export interface Removal {
  readonly outputDir: string
  /** Files of the vault to destroy: the production's own, without those that any other run of any tenant has to do with. */
  readonly hashes: readonly string[]
  /** Its footage was kept, on the cutting-room shelf. */
  readonly isShelved: boolean
  /** Whether they were removed once before. */
  readonly isDone: boolean
}

/** A production's rows. The truth; the engine's journal is not. Deleted runs throw `run-deleted` on every write. */
export interface ProductionStore {
  /**
   * Make a production and its ledger account.
   *
   * @throws StudioError `already-exists` when the id is taken
   */
  create(production: {
    readonly id: string
    readonly brief: Brief
    readonly outputDir: string
    readonly until: Stage | null
    /** Whether it is a test of a provider. Default: false */
    readonly isTest?: boolean
  }): Promise<Production>
  get(id: string): Promise<Production | null>
  brief(id: string): Promise<Brief>
  /**
   * Newest first.
   *
   * @param kind only films, or only tests of providers. Default: both
   */
  list(limit: number, kind?: 'films' | 'tests'): Promise<readonly Production[]>
  /**
   * Write the fields given. `wanted: 'cancel'` also lets go, in the same transaction, of the bond and of orders that were
   * not sent yet. It is final: `state`, `wanted` and `reason` of a cancelled run do not change any more.
   */
  update(
    id: string,
    fields: {
      readonly state?: ProductionState
      readonly stage?: Stage
      readonly until?: Stage | null
      readonly wanted?: Wanted
      readonly reason?: string
      readonly attempt?: number
    },
  ): Promise<Production>
  /**
   * Run while being the only one, over all processes, that works on this production.
   *
   * @throws StudioError `run-busy` when somebody else does
   */
  asDirector<Result>(id: string, run: () => Promise<Result>): Promise<Result>
  /** Those of these productions that somebody works on now, in whatever process. */
  directed(ids: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Remove a production's rows but keep orders, ledger and takes (as shelf rows): paid footage and money are history.
   * What is left to do with its files is written down as its {@link Removal} in the same transaction.
   *
   * @param purge whether its footage is to be destroyed; its takes then say that they have none
   */
  remove(id: string, purge: boolean): Promise<void>
  /** What is left to do for a deleted production; null when it was not deleted. */
  removal(id: string): Promise<Removal | null>
  /** The footage of a deleted production is to be destroyed after all: its {@link Removal} begins anew. */
  purgeShelf(id: string): Promise<void>
  /** Write down that a deleted production's files are gone. */
  finishRemoval(id: string): Promise<void>
  /**
   * Who has to do with a file, over all tenants, by its hash: a `run`, or only the `shelf` of deleted runs. Hashes of
   * other things may be among them; what a run has superseded is not.
   */
  holders(): Promise<ReadonlyMap<string, 'run' | 'shelf'>>
  /** Those of these files that nothing of any tenant has to do with, but for what is to be destroyed or was superseded. */
  unheld(hashes: readonly string[]): Promise<readonly string[]>

  /** Write a document; `replace: false` keeps what exists. Returns what is stored afterwards. */
  putDocument(
    id: string,
    kind: DocumentKind,
    key: string,
    body: Json,
    replace: boolean,
  ): Promise<Json>
  document(id: string, kind: DocumentKind, key: string): Promise<Json | null>
  documents(
    id: string,
    kind: DocumentKind,
  ): Promise<readonly { readonly key: string; readonly body: Json }[]>
  removeDocuments(id: string, kind: DocumentKind): Promise<void>

  /** Save a take; an existing one of the same pilot and slate is kept and returned. */
  addTake(id: string, take: Take): Promise<Take>
  takes(id: string): Promise<readonly Take[]>
  /** @throws StudioError `not-found` */
  setTakeState(
    id: string,
    take: Pick<Take, 'pilot' | 'slate'>,
    decision: TakeDecision,
  ): Promise<Take>
  /** Save a review, replacing an older one of the same take. */
  putReview(id: string, review: Review): Promise<void>
  reviews(id: string): Promise<readonly Review[]>

  /** Append an event once per `key`; a repeat is not written again. */
  addEvent(id: string, key: string, event: string, body: ProductionEvent['body']): Promise<void>
  events(id: string, afterSeq: number): Promise<readonly ProductionEvent[]>
  /** Work in hand, for display only: 0…1 by subject. Lost in a database crash, by design. */
  setProgress(id: string, subject: string, fraction: number): Promise<void>
  progress(id: string): Promise<readonly { readonly subject: string; readonly fraction: number }[]>
}

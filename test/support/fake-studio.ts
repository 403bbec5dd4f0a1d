import { catalogue } from '../../src/catalogue.ts'
import type { Brief } from '../../src/domain/brief.ts'
import { StudioError } from '../../src/domain/errors.ts'
import type { Json } from '../../src/domain/json.ts'
import { microUsd, parseUsd, subtractUsd, zeroUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import { isOrderClosed } from '../../src/domain/order-machine.ts'
import type { Production, ProductionEvent } from '../../src/domain/production.ts'
import type { Review } from '../../src/domain/review.ts'
import type { ShelfClip } from '../../src/domain/shelf.ts'
import type { Take, TakeDecision } from '../../src/domain/take.ts'
import type { ToldSlots, VendorMeasure, VendorRest } from '../../src/domain/vendor-measure.ts'
import type { LedgerTotals, Reserved, SpendDay } from '../../src/ports/ledger-store.ts'
import type { RetakeWish } from '../../src/production/retake.ts'
import type { SalvageWish } from '../../src/production/salvage.ts'
import type { SalvageReport } from '../../src/production/salvage-report.ts'
import type { Casting } from '../../src/production/shelf-cast.ts'
import type { ExecutingStudio, StudioAccess } from '../../src/studio/studio.ts'
import type { VendorDesk } from '../../src/studio/vendor-desk.ts'
import { decisionsOver } from './fake-decisions.ts'
import { fakeProduction, fakeTake } from './fake-rows.ts'

/** A studio in memory behind the real front door: its driver plays a written list of events. */
export interface FakeStudio {
  readonly productions: Map<string, Production>
  readonly briefs: Map<string, Brief>
  readonly events: Map<string, ProductionEvent[]>
  readonly documents: Map<string, Json>
  readonly takes: Take[]
  readonly reviews: Review[]
  /** Calls of the driver: `run fox`, `cancel fox`, … */
  readonly calls: string[]
  /** What a run does; resolves with the state it is left in. */
  play: (id: string, signal: AbortSignal) => Promise<Production['state']>
  /** Paths of the files that were put into the vault. */
  readonly stored: string[]
  /** Runs that say they are running and that nobody works on. */
  readonly interrupted: Set<string>
  readonly orders: Order[]
  /** What was measured of vendor accounts. */
  readonly measures: VendorMeasure[]
  readonly told: ToldSlots[]
  /** Of all vendors alike. */
  readonly rests: VendorRest[]
  /** Runs that a process works on, whatever their state. */
  readonly directed: Set<string>
  /** Absolute paths of delivered files that are not there any more. */
  readonly goneFiles: Set<string>
  /** Why a brief cannot be quoted; null when it can. */
  quoteFailure: StudioError | null
  /** Looks at vendors. Default: there is none */
  openVendorDesk: (access: StudioAccess) => VendorDesk
  readonly clips: ShelfClip[]
  /** Keys of orders whose footage has no place. */
  readonly unplaced: Set<string>
  /** Bond of every run, and in whose money. */
  kept: Pick<LedgerTotals, 'bond' | 'funds'>
  /** What other runs keep reserved. */
  readonly reserved: Reserved[]
  /** What was spent on days besides. */
  readonly spent: SpendDay[]
  /** What salvage finds, whatever it is asked for. */
  salvaged: SalvageReport | null
  tell(id: string, event: string, body: ProductionEvent['body']): void
  readonly studio: ExecutingStudio
}

/** An empty studio in memory. */
export const fakeStudio = (): FakeStudio => {
  const fake: Omit<FakeStudio, 'studio' | 'tell'> = {
    productions: new Map(),
    briefs: new Map(),
    events: new Map(),
    documents: new Map(),
    takes: [],
    reviews: [],
    calls: [],
    play: async () => 'wrapped',
    interrupted: new Set(),
    stored: [],
    orders: [],
    measures: [],
    told: [],
    rests: [],
    directed: new Set(),
    goneFiles: new Set(),
    quoteFailure: null,
    openVendorDesk: () => {
      throw new TypeError('No desk was set up')
    },
    clips: [],
    unplaced: new Set(),
    kept: { bond: zeroUsd, funds: 'simulated' },
    reserved: [],
    spent: [],
    salvaged: null,
  }
  const whole = fake as FakeStudio
  return Object.assign(whole, {
    tell: (id: string, event: string, body: ProductionEvent['body']) => {
      const events = whole.events.get(id) ?? []
      whole.events.set(id, events)
      events.push({ seq: events.length + 1, at: '2026-11-23T10:00:00.000Z', event, body })
    },
    studio: studioOver(whole),
  })
}

const ledgerOver = (fake: FakeStudio) => ({
  totals: async () => ({
    cap: parseUsd(5),
    settled: parseUsd('3.1'),
    held: zeroUsd,
    overrun: zeroUsd,
    overrunOpen: zeroUsd,
    ...fake.kept,
  }),
  freeUnder: async () => [
    {
      scope: 'production' as const,
      cap: parseUsd(5),
      free: subtractUsd(parseUsd('1.9'), fake.kept.bond),
    },
  ],
  raiseCap: async (id: string, cap: number) => {
    fake.calls.push(`raise ${id} to ${cap}`)
  },
  orders: async () => fake.orders,
  allOrders: async () => fake.orders,
  rests: async () => [...fake.rests],
  endRests: async (_vendor: string, accounts: readonly string[]) => {
    const left = fake.rests.filter(({ account }) => !accounts.includes(account))
    fake.rests.splice(0, fake.rests.length, ...left)
  },
  openOrders: async () => fake.orders.filter(({ state }) => !isOrderClosed(state)),
  order: async (key: string) => fake.orders.find((order) => order.key === key) ?? null,
  now: async () => Date.parse('2026-11-23T10:00:00.000Z'),
  reservedBeside: async () => fake.reserved,
  reserved: async () => fake.reserved,
  trail: async () => [
    {
      at: '2026-11-23T10:00:00.000Z',
      kind: 'hold',
      key: 'fox/p1/video/1A/1',
      amount: parseUsd('0.6'),
      free: parseUsd('4.4'),
    },
    {
      at: '2026-11-23T10:00:01.000Z',
      kind: 'settle',
      key: 'fox/p1/crew/review/1A-1',
      amount: zeroUsd,
      free: parseUsd('4.4'),
    },
    {
      at: '2026-11-23T10:00:02.000Z',
      kind: 'settle',
      key: 'fox/p1/voice/1',
      amount: parseUsd('0.02917'),
      free: parseUsd('12.5'),
    },
  ],
  spend: async () => [
    {
      ...{ day: '2026-11-23', funds: 'simulated', settled: parseUsd('3.1') },
      ...{ settledOfDeleted: parseUsd('1.1'), held: zeroUsd, bond: parseUsd('0.24168') },
    },
    ...fake.spent,
  ],
  setCap: async (scope: string, funds: string, cap: number | null) => {
    fake.calls.push(`cap the ${scope} of ${funds} money at ${cap}`)
  },
  caps: async () => [{ scope: 'day', funds: 'real', cap: parseUsd(25) }],
})

const studioOver = (fake: FakeStudio): ExecutingStudio =>
  ({
    home: '/home/studio',
    catalogue,
    productions: productionsOver(fake),
    ledger: ledgerOver(fake),
    vault: {
      usage: async () => ({
        ...{ storedBytes: 1_000_000, freeBytes: 9_000_000_000, files: 3 },
        sizes: new Map(Object.entries({ take: 600_000, film: 300_000, shelved: 100_000 })),
      }),
      has: async () => false,
      put: async (path: string) => {
        fake.stored.push(path)
        return `hash of ${path}`
      },
    },
    media: {
      inspectUpload: async (path: string) => {
        if (path.endsWith('.png')) return { kind: 'image' }
        throw new StudioError({ code: 'media-unsafe', message: `${path} is not what it seems` })
      },
    },
    measures: {
      all: async () => fake.measures,
      keep: async () => undefined,
      told: async () => fake.told,
      keepTold: async () => undefined,
    },
    shelf: {
      clips: async () => fake.clips,
      unplaced: async () => fake.orders.filter(({ key }) => fake.unplaced.has(key)),
    },
    salvage: async (wish: SalvageWish) => {
      fake.calls.push(`salvage ${wish.vendor ?? 'all'} since ${wish.sinceIso.slice(0, 10)}`)
      return fake.salvaged
    },
    castFromShelf: async ({ clip, production, pilot, shot }: Casting) => {
      fake.calls.push(`cast ${clip.id} in ${production} ${pilot ?? 'p1'}/${shot}`)
      return fakeTake(pilot ?? 'p1', `${shot}-2`, 'circled')
    },
    mode: 'offline',
    notices: [],
    checkVendors: async () => [],
    jobAt: async () => null,
    contact: () => ({ site: null, lookAt: '', hasList: true, keyRemedy: null }),
    driver: driverOver(fake),
    close: async () => undefined,
  }) as unknown as ExecutingStudio

const productionsOver = (fake: FakeStudio): object => ({
  get: async (id: string) => fake.productions.get(id) ?? null,
  removal: async () => null,
  holders: async () =>
    new Map([
      ['take', 'run'],
      ['film', 'run'],
      ['shelved', 'shelf'],
    ]),
  brief: async (id: string) => fake.briefs.get(id),
  list: async (limit: number, kind?: 'films' | 'tests') =>
    [...fake.productions.values()]
      .filter(({ isTest }) => kind === undefined || isTest === (kind === 'tests'))
      .toReversed()
      .slice(0, limit),
  update: async (id: string, fields: Partial<Production>) => {
    const production = { ...fakeProduction(id), ...fake.productions.get(id), ...fields }
    fake.productions.set(id, production)
    return production
  },
  documents: async (id: string, kind: string) =>
    [...fake.documents]
      .filter(([key]) => key.startsWith(`${id}/${kind}/`))
      .map(([key, body]) => ({ key: key.slice(`${id}/${kind}/`.length), body })),
  document: async (id: string, kind: string, key: string) =>
    fake.documents.get(`${id}/${kind}/${key}`) ?? null,
  takes: async () => [...fake.takes],
  reviews: async () => [...fake.reviews],
  setTakeState: async (
    _id: string,
    { pilot, slate }: Pick<Take, 'pilot' | 'slate'>,
    decision: TakeDecision,
  ) => {
    const index = fake.takes.findIndex((take) => take.pilot === pilot && take.slate === slate)
    const marked = { ...fakeTake(pilot, slate, decision.state), ...decision }
    fake.takes[index] = marked
    return marked
  },
  directed: async (ids: readonly string[]) =>
    new Set(
      ids.filter(
        (id) =>
          fake.directed.has(id) ||
          (fake.productions.get(id)?.state === 'running' && !fake.interrupted.has(id)),
      ),
    ),
  events: async (id: string, after: number) =>
    (fake.events.get(id) ?? []).filter(({ seq }) => seq > after),
  progress: async () => [],
})

const driverOver = (fake: FakeStudio): object => {
  const leave = async (id: string, state: Production['state']): Promise<Production> => {
    const production = { ...fakeProduction(id), ...fake.productions.get(id), state }
    fake.productions.set(id, production)
    return production
  }
  const run = async (id: string, signal: AbortSignal): Promise<Production> =>
    leave(id, await fake.play(id, signal))
  return {
    quote: (brief: Brief) => quoteOver(fake, brief),
    create: async ({
      id,
      brief,
      outputDir,
      until,
      approved = [],
    }: {
      readonly id: string
      readonly brief: Brief
      readonly outputDir: string
      readonly until: Production['until']
      readonly approved?: Brief['gates']
    }) => {
      fake.calls.push([`create ${id}`, ...approved].join(' '))
      fake.briefs.set(id, brief)
      const production = fakeProduction(id, { concept: brief.concept, outputDir, until })
      fake.productions.set(id, production)
      return production
    },
    run: (id: string, signal: AbortSignal) => {
      fake.calls.push(`run ${id}`)
      return run(id, signal)
    },
    continue: (id: string, until: Production['until'], signal: AbortSignal) => {
      fake.calls.push(`continue ${id} ${until}`)
      return run(id, signal)
    },
    continueWithout: (
      id: string,
      shots: readonly string[],
      until: Production['until'],
      signal: AbortSignal,
    ) => {
      fake.calls.push(`continue ${id} ${until} without ${shots.join(' ')}`)
      return run(id, signal)
    },
    orders: decisionsOver(fake),
    recut: (id: string, signal: AbortSignal) => {
      fake.calls.push(`recut ${id}`)
      return run(id, signal)
    },
    cancel: async (id: string) => void fake.calls.push(`cancel ${id}`),
    remove: async (id: string, purge: boolean) =>
      void fake.calls.push(`remove ${id}${purge ? ' purged' : ''}`),
    retake: (id: string, targets: readonly object[], wish: RetakeWish, signal: AbortSignal) => {
      const { prompt, tier } = wish
      fake.calls.push(
        `retake ${id} ${targets.map((target) => JSON.stringify(target)).join(' ')} ${prompt}${tier ? ` ${tier}` : ''}`,
      )
      return run(id, signal)
    },
    renderCandidate: (id: string, candidate: string, signal: AbortSignal) => {
      fake.calls.push(`render ${id} ${candidate}`)
      return run(id, signal)
    },
    combine: async (id: string, scenes: readonly number[]) => {
      fake.calls.push(`combine ${id} ${scenes.join(',')}`)
      return `/films/${id}/combined/scenes-${scenes.join('-')}.mp4`
    },
  }
}

const quoteOver = async (fake: FakeStudio, brief: Brief): Promise<object> => {
  if (fake.quoteFailure) throw fake.quoteFailure
  const half = microUsd(brief.budget / 2)
  return {
    lines: [{ label: 'tests of 2 pilots', amount: half }],
    planned: half,
    total: half,
    bond: parseUsd('0.3'),
    least: parseUsd('0.3'),
    models: [],
    plan: ['p1 quiet observation', 'p2 close to the ground'],
    warnings: [],
  }
}

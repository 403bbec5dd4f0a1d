import type { ProductionEvent } from '../../domain/production.ts'
import type { MoneyTold } from '../../production/money.ts'
import type { CliContext, Invocation } from '../context.ts'
import { isSet } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import type { LiveView } from './live-view.ts'
import { eventLines } from './plain-lines.ts'
import {
  emptyView,
  type ProductionView,
  pilotScoresOf,
  withDecided,
  withEvents,
  withProgress,
} from './production-view.ts'

/** How a production stands besides its events. */
export interface Standing {
  /** How far work under way is, 0…1. */
  readonly progress: readonly { readonly subject: string; readonly fraction: number }[]
  readonly money: MoneyTold | null
  /** Keys of orders that do not wait for a person any more. */
  readonly decided: ReadonlySet<string>
}

/** Shows a production as it happens, in one of four ways. */
export interface Reporter {
  /** Sequence number of the last event shown. */
  lastSeq(): number
  /** Keys of the orders that it shows as waiting for a person. */
  waiting(): readonly string[]
  /** Take events in that happened before: they set the scene and are not told again. */
  history(events: readonly ProductionEvent[]): void
  show(events: readonly ProductionEvent[], standing: Standing): void
  /** Tell the person something about the program itself. */
  message(text: string): void
  close(): void
}

/** The live view on a terminal, lines when piped, NDJSON with `--json`, nothing with `--quiet`: with both the line of JSON that ends the run is alone. */
export const openReporter = async (
  context: CliContext,
  invocation: Invocation,
  id: string,
): Promise<Reporter> => {
  const isQuiet = isSet(invocation.flags, 'quiet')
  if (invocation.isJson) {
    return lineReporter(isQuiet ? () => undefined : jsonTeller(context, id), () => undefined)
  }
  const toError = (text: string): void => context.err(`${text}\n`)
  if (isQuiet) return lineReporter(() => undefined, toError)
  if (context.isTerminal) return liveReporter(context, invocation)
  return lineReporter(plainTeller(context, invocation), toError)
}

const lineReporter = (
  tell: (event: ProductionEvent) => void,
  message: (text: string) => void,
): Reporter => {
  let lastSeq = 0
  const seen = (events: readonly ProductionEvent[]): void => {
    lastSeq = events.at(-1)?.seq ?? lastSeq
  }
  return {
    lastSeq: () => lastSeq,
    waiting: () => [],
    history: seen,
    show: (events) => {
      events.forEach(tell)
      seen(events)
    },
    message,
    close: () => undefined,
  }
}

/** Money moves more often than its sums do: a line that was just printed is not printed again. */
const plainTeller = (
  context: CliContext,
  { paint }: Invocation,
): ((event: ProductionEvent) => void) => {
  const lastByEvent = new Map<string, string>()
  return (event) => {
    const text = eventLines(event, paint).join('\n')
    if (text === '' || lastByEvent.get(event.event) === text) return
    lastByEvent.set(event.event, text)
    printLine(context, text)
  }
}

/** How a run ended is told by its last line, which has more to say than the event. */
const endings: ReadonlySet<string> = new Set([
  'production-wrapped',
  'production-failed',
  'production-paused',
  'production-stopped',
  'production-waiting',
  'production-halted',
  'production-cancelled',
])

const jsonTeller =
  (context: CliContext, id: string) =>
  ({ event, seq, at, body }: ProductionEvent): void => {
    if (endings.has(event)) return
    const told = event === 'pilot-judged' ? { ...body, scores: pilotScoresOf(body) } : body
    printJson(context, { ...told, event, productionId: id, seq, at })
  }

const liveReporter = async (context: CliContext, invocation: Invocation): Promise<Reporter> => {
  const { openLiveView } = await import('./live-view.ts')
  const startedAt = context.now()
  let view: ProductionView = emptyView
  let message = ''
  let isOpen = true
  const frame = () => ({ view, elapsedMs: context.now() - startedAt, message })
  const live: LiveView = openLiveView(invocation.paint, context, frame())
  const take = (events: readonly ProductionEvent[], standing: Standing): void => {
    const { progress, money, decided } = standing
    view = { ...withDecided(withProgress(withEvents(view, events), progress), decided), money }
    if (isOpen) live.show(frame())
  }
  return {
    lastSeq: () => view.lastSeq,
    waiting: () => view.waits.map(({ order }) => order),
    history: (events) => take(events, { progress: [], money: view.money, decided: new Set() }),
    show: take,
    message: (text) => {
      message = text
      if (isOpen) live.show(frame())
    },
    close: () => {
      if (!isOpen) return
      isOpen = false
      live.close()
    },
  }
}

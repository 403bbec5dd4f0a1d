import { isStudioError, StudioError } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import {
  isOrderAnswer,
  isSameJob,
  type OrderAnswer,
  type OrderEvent,
} from '../domain/order-machine.ts'
import { jobText } from '../domain/salvage.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import type { Clock } from '../ports/clock.ts'
import type { LedgerStore, OrderFields } from '../ports/ledger-store.ts'
import type { KeptAnswer, UnwrittenAnswer, UnwrittenAnswers } from '../ports/unwritten-answers.ts'

/** How long a ledger that is away is told again what came of an order, in milliseconds. Chosen by this project. */
export const answerPatienceMs = 150_000

/** First and longest pause between two tries, in milliseconds; each is twice the one before. Chosen by this project. */
const [firstPauseMs, longestPauseMs] = [250, 10_000]

/** What it takes to write an answer down. */
export interface AnswerParts {
  readonly ledger: Pick<LedgerStore, 'advance'>
  readonly clock: Pick<Clock, 'elapsedMs' | 'sleep'>
  readonly unwritten: UnwrittenAnswers
}

/** Something that happened to an order, and whose it is. */
export interface OrderNews {
  readonly key: string
  readonly production: string
  readonly model: string
  readonly event: OrderEvent
  readonly fields: OrderFields
}

/**
 * Tell the ledger what came of an order, and go on telling it while its database is away. A vendor's answer is told nowhere
 * else: it is kept in a file as soon as it cannot be written, and no pause ends the wait. Whoever opens a studio next writes it down.
 * Where an answer counts as lost that is kept, as by a process that is gone, the kept one is told.
 *
 * @param signal ends the wait for what can be asked again
 * @throws StudioError `database-unavailable` after 150 s, which names order, job and file; what the ledger throws
 */
export const writeAnswer = async (
  parts: AnswerParts,
  told: OrderNews,
  signal: AbortSignal,
): Promise<Order> => {
  const { ledger, clock, unwritten } = parts
  const known = await keptInstead(unwritten, told)
  const news = { ...told, ...known?.answer }
  const answer = answerIn(news)
  let place: string | null = known?.place ?? null
  const tell = async (): Promise<Order> => {
    try {
      return await ledger.advance(news.key, news.event, news.fields)
    } catch (error) {
      // A programmer's mistake is no answer that could ever be written.
      if (answer && !(error instanceof TypeError)) {
        place ??= await kept(unwritten, { answer, news, error })
      }
      throw error
    }
  }
  try {
    const order = await whileAway(clock, tell, {
      ...{ signal: answer ? neverAborted : signal, patienceMs: answerPatienceMs },
    })
    // One that cannot be removed is written down once more at the next opening, which changes nothing.
    if (answer && place !== null) await unwritten.drop(answer).catch(() => undefined)
    return order
  } catch (error) {
    throw place === null ? error : notWritten(news, place, error)
  }
}

/**
 * Do something with the database, and do it again while that is away, for as long as patience lasts.
 *
 * @throws StudioError `database-unavailable` when it stays away; whatever `run` throws
 */
export const whileAway = async <Result>(
  clock: AnswerParts['clock'],
  run: () => Promise<Result>,
  { signal, patienceMs }: { readonly signal: AbortSignal; readonly patienceMs: number },
): Promise<Result> => {
  const until = clock.elapsedMs() + patienceMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      return await run()
    } catch (error) {
      if (!isAway(error) || signal.aborted || clock.elapsedMs() + pauseMs > until) throw error
      await clock.sleep(pauseMs, signal).catch(() => {
        throw error
      })
    }
  }
}

/** The answer to a submission that is about to be written down as lost. */
const keptInstead = async (
  unwritten: Pick<UnwrittenAnswers, 'all'>,
  { key, event }: OrderNews,
): Promise<Extract<KeptAnswer, { kind: 'read' }> | null> => {
  if (event.kind !== 'answer-lost') return null
  for (const one of await unwritten.all()) {
    if (one.kind !== 'read' || one.answer.key !== key) continue
    if (one.answer.event.submission === event.submission) return one
  }
  return null
}

const answerIn = ({ key, event, fields }: OrderNews): UnwrittenAnswer | null =>
  isOrderAnswer(event) ? { key, event, fields } : null

/** Whether the same call may succeed when the database is back. */
export const isAway = (error: unknown): boolean =>
  isStudioError(error) && error.code === 'database-unavailable'

/** Without a file the message is the only place where the answer is left. */
const kept = async (
  unwritten: UnwrittenAnswers,
  {
    answer,
    news,
    error,
  }: { readonly answer: UnwrittenAnswer; readonly news: OrderNews; readonly error: unknown },
): Promise<string> => {
  try {
    return await unwritten.keep(answer)
  } catch (cause) {
    throw new StudioError({
      code: isStudioError(error) ? error.code : 'internal',
      message: `${answerText(news, answer.event)}, and neither could the database be told (${reasonOf(error)}) nor a file be written (${reasonOf(cause)}). Write this down: what is made is paid. Then put the database right and look what became of it: npx --no-install claude-studio orders show ${news.key}`,
      cause,
    })
  }
}

const notWritten = (news: OrderNews, place: string, error: unknown): unknown => {
  if (!isStudioError(error)) return error
  const { event, production } = news
  const text = isOrderAnswer(event) ? answerText(news, event) : ''
  return new StudioError({
    code: error.code,
    message: `${text}, and the ledger could not be told: ${error.message} The answer is kept in ${place} and is written down when the run is taken up again: npx --no-install claude-studio runs resume ${production}`,
    retry: error.retry,
    cause: error,
  })
}

const answerText = (
  { key, model }: Pick<OrderNews, 'key' | 'model'>,
  answer: OrderAnswer,
): string => {
  const job = 'job' in answer && answer.job !== null ? ` (job ${jobText(answer.job)})` : ''
  return `${model} answered order ${key} with "${answer.kind}"${job}`
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/**
 * Tell the ledger what it could not be told before. An answer that it has already, or that is stale by now, changes nothing: what
 * was decided meanwhile stands, and a job that the order does not follow is a stray. What cannot be read or written stays where it is.
 *
 * @returns what a person should know, as sentences
 * @throws StudioError `database-unavailable`
 */
export const writeKeptAnswers = async (
  ledger: Pick<LedgerStore, 'advance'>,
  unwritten: UnwrittenAnswers,
): Promise<readonly string[]> => {
  const notices: string[] = []
  for (const one of await unwritten.all()) {
    if (one.kind === 'unreadable') {
      notices.push(
        `${one.place} should hold what a vendor answered to an order, and cannot be read: ${one.reason}. It is left as it is. Look into it for the job, and see how the order stands: npx --no-install claude-studio orders list. Then remove it.`,
      )
      continue
    }
    const { answer, place } = one
    const { key, event, fields } = answer
    try {
      const order = await ledger.advance(key, event, fields)
      await unwritten.drop(answer)
      notices.push(
        `${answerText({ key, model: order.model }, event)} while the ledger was away. ${becameText(order, event)}`,
      )
    } catch (error) {
      if (isAway(error)) throw error
      notices.push(
        `What was answered to order ${key} is in ${place} and could not be written down: ${reasonOf(error)} The file stays; remove it when the order is seen to: npx --no-install claude-studio orders show ${key}`,
      )
    }
  }
  return notices
}

/** What a person may have decided since it was answered is not undone. */
const becameText = ({ state, job }: Order, answer: OrderAnswer): string => {
  if (answer.kind === 'accepted' && !isSameJob(answer.job, job)) {
    return `The order is ${state} by now and stays so; the job is paid, and is brought home by: npx --no-install claude-studio salvage`
  }
  const isClosing =
    answer.kind === 'delivered' || answer.kind === 'refused' || answer.kind === 'failed'
  if (isClosing && answer.kind !== state) return `The order is ${state} by now and stays so.`
  return `It is in it now; the order is ${state}.`
}

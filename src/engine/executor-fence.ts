import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isStudioError, StudioError } from '../domain/errors.ts'

/** Proof that an executor lives: a session advisory lock on its id, held on a connection of its own. */
export interface ExecutorFence {
  /** Resolves while the lock is held; waits while the connection is being brought back; never resolves once lost. */
  held(): Promise<void>
  /** Ask the database on the fence's connection, one question at a time. */
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>
  /** Let go of the lock. */
  lower(): Promise<void>
}

/** How to raise a fence. */
export interface FenceOptions {
  readonly url: string
  readonly executorId: string
  readonly log: (message: string) => void
  /** Milliseconds to try for a database that is away, at first and after the connection dropped. */
  readonly patienceMs: number
  /** Told once when the lock is lost for good: others may take over our runs, so this process must do nothing more. */
  readonly onLost: () => void
}

/** SQL for the lock key of an executor id given as `$1`. */
export const executorLockKey = `hashtextextended('claude-studio executor ' || $1::text, 0)`

const retryPauseMs = 250

/**
 * Take the lock on an executor id.
 *
 * @throws StudioError `run-busy` when a living process has it; `database-unavailable`
 */
export const raiseFence = async (options: FenceOptions): Promise<ExecutorFence> => {
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => undefined) // Those who ask are told.
  const fence: Fence = {
    options,
    client: await firstClient(options),
    held: Promise.resolve(),
    lost,
    last: Promise.resolve(),
    lowered: false,
  }
  guard(fence)
  return {
    held: () => fence.held,
    query: (text, values = []) => ask(fence, text, values),
    lower: async () => {
      fence.lowered = true
      await fence.last
      await fence.client.end().catch(() => undefined) // The server may have hung up before.
    },
  }
}

interface Fence {
  readonly options: FenceOptions
  client: pg.Client
  held: Promise<void>
  readonly lost: PromiseWithResolvers<never>
  /** Ends with the last question asked; `pg` wants one at a time. */
  last: Promise<unknown>
  lowered: boolean
}

const ask = <Row extends pg.QueryResultRow>(
  fence: Fence,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> => {
  const answer = fence.last.then(async () => {
    await Promise.race([fence.held, fence.lost.promise])
    return (await fence.client.query<Row>(text, [...values])).rows
  })
  fence.last = answer.catch(() => undefined)
  return answer
}

const guard = (fence: Fence): void => {
  fence.client.once('end', () => {
    if (fence.lowered) return
    fence.options.log(
      'The connection that proves this executor alive dropped; taking the lock again',
    )
    fence.held = regain(fence)
  })
}

const regain = async (fence: Fence): Promise<void> => {
  const { options } = fence
  const giveUpAt = performance.now() + options.patienceMs
  while (!fence.lowered && performance.now() < giveUpAt) {
    const client = await lockedClient(options).catch(() => null) // Reported below, when patience has run out.
    if (client !== null && !fence.lowered) {
      fence.client = client
      guard(fence)
      options.log('The lock is held again')
      return
    }
    await client?.end()
    await sleep(retryPauseMs)
  }
  fence.lost.reject(unreachableError('its lock is not held any more'))
  if (!fence.lowered) {
    options.log('The lock could not be taken again: this executor is lost')
    options.onLost()
  }
  await new Promise(() => undefined)
}

/** A database that dropped its connections a moment ago, as after a crash, may be starting up. */
const firstClient = async (options: FenceOptions): Promise<pg.Client> => {
  const giveUpAt = performance.now() + options.patienceMs
  for (;;) {
    try {
      return await lockedClient(options)
    } catch (error) {
      const isAway = isStudioError(error) && error.code === 'database-unavailable'
      if (!isAway || performance.now() >= giveUpAt) throw error
      await sleep(retryPauseMs)
    }
  }
}

const lockedClient = async (options: FenceOptions): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'claude-studio executor',
    keepAlive: true,
  })
  client.on('error', () => undefined) // `end` follows, and is acted on.
  try {
    await client.connect()
    const found = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(${executorLockKey}) AS taken`,
      [options.executorId],
    )
    if (found.rows[0]?.taken === true) return client
  } catch (cause) {
    await client.end().catch(() => undefined) // It never was connected, or is cut off.
    throw unreachableError(cause instanceof Error ? cause.message : String(cause), cause)
  }
  await client.end()
  throw new StudioError({
    code: 'run-busy',
    message: `The executor id ${options.executorId} belongs to a process that lives.`,
    retry: 'later',
  })
}

const unreachableError = (reason: string, cause?: unknown): StudioError =>
  new StudioError({
    code: 'database-unavailable',
    message: `The workflow engine cannot reach its database: ${reason}. Run "npx --no-install claude-studio doctor".`,
    retry: 'later',
    cause,
  })

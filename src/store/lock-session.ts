import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Client, QueryResult, QueryResultRow } from 'pg'
import type { Tables } from './tables.ts'

/** Advisory locks of this process, all held by one connection that does nothing else. */
export interface LockSession {
  /** Wait until the name is ours; the answer lets it go again and never throws. */
  acquire(name: string): Promise<() => Promise<void>>
  /** Take the name if nobody has it; null when somebody does. */
  tryAcquire(name: string): Promise<(() => Promise<void>) | null>
  close(): Promise<void>
}

interface Session {
  readonly client: Client
  /** Whether the server ended the connection, and every lock with it. */
  lost: boolean
  /** Settles when the connection is free for the next question. */
  free: Promise<unknown>
}

/**
 * Locks that a crash of their process lets go. The server gives a session every lock it already has, so callers
 * of one process queue here and only the first of a name asks the server. A lock whose connection is lost is free
 * for others while its holder still runs: what the holder writes must bear that, as the order's states do.
 */
export const lockSession = (newClient: () => Client): LockSession => {
  const queues = new Map<string, Promise<void>>()
  let opening: Promise<Session> | null = null

  const session = async (): Promise<Session> => {
    const seen = opening
    const open = await seen?.catch(() => null)
    if (open && !open.lost) return open
    // Another caller may have begun to connect while this one looked.
    if (opening === seen || opening === null) opening = connect(newClient())
    return opening
  }

  const enter = async (name: string): Promise<() => void> => {
    const before = queues.get(name)
    const { promise, resolve } = Promise.withResolvers<void>()
    const mine = (before ?? Promise.resolve()).then(() => promise)
    queues.set(name, mine)
    await before
    return () => {
      if (queues.get(name) === mine) queues.delete(name)
      resolve()
    }
  }

  const enterWith = async <Holder extends Session | null>(
    name: string,
    lock: () => Promise<Holder>,
  ): Promise<(() => Promise<void>) | null> => {
    const leave = await enter(name)
    try {
      const holder = await lock()
      if (holder === null) leave()
      return holder && (async () => unlock(holder, name).finally(leave))
    } catch (error) {
      leave()
      throw error
    }
  }

  return {
    acquire: async (name) => {
      const release = await enterWith(name, () => lockWith(session, name))
      if (release) return release
      throw new TypeError(`The lock "${name}" was not waited for`)
    },
    tryAcquire: async (name) =>
      queues.has(name) ? null : enterWith(name, () => tryLockWith(session, name)),
    close: async () => {
      const open = await opening?.catch(() => null)
      if (open && !open.lost) await open.client.end()
    },
  }
}

const connect = async (client: Client): Promise<Session> => {
  const session: Session = { client, lost: false, free: Promise.resolve() }
  const lose = (): void => {
    session.lost = true
  }
  client.on('error', lose)
  client.on('end', lose)
  await client.connect()
  return session
}

/** Ask the server about a lock, one question at a time. */
const ask = <Row extends QueryResultRow>(
  session: Session,
  question: string,
  name: string,
): Promise<QueryResult<Row>> => {
  const answer = session.free.then(() => session.client.query<Row>(question, [name]))
  session.free = answer.catch(() => undefined)
  return answer
}

const lockWith = async (session: () => Promise<Session>, name: string): Promise<Session> => {
  for (let waitMs = 20; ; waitMs = Math.min(500, waitMs * 2)) {
    const holder = await tryLockWith(session, name)
    if (holder) return holder
    await sleep(waitMs)
  }
}

const tryLockWith = async (
  session: () => Promise<Session>,
  name: string,
): Promise<Session | null> => {
  const holder = await session()
  const { rows } = await ask<{ locked: boolean }>(
    holder,
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    name,
  )
  return rows[0]?.locked ? holder : null
}

const unlock = async (holder: Session, name: string): Promise<void> => {
  if (holder.lost) return
  try {
    await ask(holder, 'select pg_advisory_unlock(hashtextextended($1, 0))', name)
  } catch {
    // The lock cannot be given back, so the connection that holds it must go, and the lock with it.
    holder.lost = true
    await holder.client.end().catch(() => undefined)
  }
}

/** Those of these names that are locked now, by this process or another: one question for all of them. */
export const heldLocks = async (
  tables: Kysely<Tables>,
  names: readonly string[],
): Promise<ReadonlySet<string>> => {
  // A lock's number of 64 bits stands in two columns of 32 (PostgreSQL 18, "pg_locks").
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${names}::text[]) as name
    where hashtextextended(name, 0) in (
      select (classid::bigint << 32) | objid::bigint from pg_locks
      where locktype = 'advisory' and objsubid = 1 and granted
        and database = (select oid from pg_database where datname = current_database())
    )`.execute(tables)
  return new Set(rows.map(({ name }) => name))
}

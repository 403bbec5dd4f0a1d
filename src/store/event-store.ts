import { sql } from 'kysely'
import type { ProductionStore } from '../ports/production-store.ts'
import type { Database } from './database.ts'
import { checkLiving, lockLiving } from './production-rows.ts'
import { jsonb } from './stored-json.ts'

/** The events of a tenant's productions, and how far their work in hand is. */
export const eventStore = (
  database: Database,
  tenant: string,
): Pick<ProductionStore, 'addEvent' | 'events' | 'setProgress' | 'progress'> => ({
  addEvent: (production, key, event, body) =>
    database.write(async (tables) => {
      // Numbers are given under the row's lock, so a reader who has seen one has seen all before it.
      const head = await lockLiving(tables, tenant, production)
      const seq = head.last_seq + 1
      const written = await tables
        .insertInto('events')
        .values({ tenant, production, seq, key, event, body: jsonb(body) })
        .onConflict((conflict) => conflict.columns(['tenant', 'production', 'key']).doNothing())
        .executeTakeFirstOrThrow()
      if (written.numInsertedOrUpdatedRows !== 1n) return
      await tables
        .updateTable('productions')
        .set({ last_seq: seq })
        .where((where) => where.and({ tenant, id: production }))
        .execute()
      const payload = JSON.stringify({ production, seq })
      await sql`select pg_notify('claude_studio_events', ${payload})`.execute(tables)
    }),
  events: (production, afterSeq) =>
    database.read((tables) =>
      tables
        .selectFrom('events')
        .select(['seq', 'at', 'event', 'body'])
        .where((where) => where.and({ tenant, production }))
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .execute(),
    ),
  setProgress: (production, subject, fraction) =>
    database.write(async (tables) => {
      await checkLiving(tables, tenant, production)
      const within = Math.min(1, Math.max(0, fraction))
      await tables
        .insertInto('progress')
        .values({ tenant, production, subject, fraction: within })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'production', 'subject']).doUpdateSet({ fraction: within }),
        )
        .execute()
    }),
  progress: (production) =>
    database.read((tables) =>
      tables
        .selectFrom('progress')
        .select(['subject', 'fraction'])
        .where((where) => where.and({ tenant, production }))
        .orderBy('subject')
        .execute(),
    ),
})

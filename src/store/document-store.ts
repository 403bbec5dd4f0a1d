import type { Json } from '../domain/json.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { Database } from './database.ts'
import { lockLiving } from './production-rows.ts'
import { jsonb } from './stored-json.ts'
import { upgradeDocument } from './upgrade-document.ts'

/** The documents of a tenant's productions: contract, plan, scripts, cuts and whatever else has a kind and a key. */
export const documentStore = (
  database: Database,
  tenant: string,
): Pick<ProductionStore, 'putDocument' | 'document' | 'documents' | 'removeDocuments'> => ({
  putDocument: (production, kind, key, body, replace) =>
    database.write(async (tables) => {
      await lockLiving(tables, tenant, production)
      const stored = jsonb<Json>(body)
      const insert = tables
        .insertInto('documents')
        .values({ tenant, production, kind, key, body: stored })
      const owner = ['tenant', 'production', 'kind', 'key'] as const
      await insert
        .onConflict((conflict) =>
          replace
            ? conflict.columns(owner).doUpdateSet({ body: stored })
            : conflict.columns(owner).doNothing(),
        )
        .execute()
      const row = await tables
        .selectFrom('documents')
        .select('body')
        .where((where) => where.and({ tenant, production, kind, key }))
        .executeTakeFirstOrThrow()
      return upgradeDocument(row.body)
    }),
  document: (production, kind, key) =>
    database.read(async (tables) => {
      const row = await tables
        .selectFrom('documents')
        .select('body')
        .where((where) => where.and({ tenant, production, kind, key }))
        .executeTakeFirst()
      return row ? upgradeDocument(row.body) : null
    }),
  documents: (production, kind) =>
    database.read(async (tables) => {
      const rows = await tables
        .selectFrom('documents')
        .select(['key', 'body'])
        .where((where) => where.and({ tenant, production, kind }))
        .orderBy('key')
        .execute()
      return rows.map(({ key, body }) => ({ key, body: upgradeDocument<Json>(body) }))
    }),
  removeDocuments: (production, kind) =>
    database.write(async (tables) => {
      await lockLiving(tables, tenant, production)
      await tables
        .deleteFrom('documents')
        .where((where) => where.and({ tenant, production, kind }))
        .execute()
    }),
})

import { StudioError } from '../domain/errors.ts'
import type { Review } from '../domain/review.ts'
import type { Take } from '../domain/take.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { Database } from './database.ts'
import { lockLiving } from './production-rows.ts'
import { jsonb } from './stored-json.ts'
import { upgradeDocument } from './upgrade-document.ts'

/** The takes of a tenant's productions. Those of a deleted run stay readable: they are shelf rows. */
export const takeStore = (
  database: Database,
  tenant: string,
): Pick<ProductionStore, 'addTake' | 'takes' | 'setTakeState'> => ({
  addTake: (production, take) =>
    database.write(async (tables) => {
      await lockLiving(tables, tenant, production)
      const { pilot, slate } = take
      await tables
        .insertInto('takes')
        .values({ tenant, production, pilot, slate, body: jsonb(take) })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'production', 'pilot', 'slate']).doNothing(),
        )
        .execute()
      const row = await tables
        .selectFrom('takes')
        .select('body')
        .where((where) => where.and({ tenant, production, pilot, slate }))
        .executeTakeFirstOrThrow()
      return upgradeDocument<Take>(row.body)
    }),
  takes: (production) =>
    database.read(async (tables) => {
      const rows = await tables
        .selectFrom('takes')
        .select('body')
        .where((where) => where.and({ tenant, production }))
        .orderBy('ordinal')
        .execute()
      return rows.map(({ body }) => upgradeDocument<Take>(body))
    }),
  setTakeState: (production, { pilot, slate }, { state, decidedBy, note }) =>
    database.write(async (tables) => {
      await lockLiving(tables, tenant, production)
      const row = await tables
        .selectFrom('takes')
        .select('body')
        .where((where) => where.and({ tenant, production, pilot, slate }))
        .executeTakeFirst()
      if (!row) {
        throw new StudioError({
          code: 'not-found',
          message: `Run "${production}" has no take ${slate} of pilot ${pilot}. \`npx --no-install claude-studio takes list\` shows those there are.`,
        })
      }
      const take: Take = { ...upgradeDocument<Take>(row.body), state, decidedBy, note }
      await tables
        .updateTable('takes')
        .set({ body: jsonb(take) })
        .where((where) => where.and({ tenant, production, pilot, slate }))
        .execute()
      return take
    }),
})

/** The reviews of a tenant's takes, one a take; they stay with the takes of a deleted run. */
export const reviewStore = (
  database: Database,
  tenant: string,
): Pick<ProductionStore, 'putReview' | 'reviews'> => ({
  putReview: (production, review) =>
    database.write(async (tables) => {
      await lockLiving(tables, tenant, production)
      const { pilot, slate } = review
      const body = jsonb(review)
      await tables
        .insertInto('reviews')
        .values({ tenant, production, pilot, slate, body })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'production', 'pilot', 'slate']).doUpdateSet({ body }),
        )
        .execute()
    }),
  reviews: (production) =>
    database.read(async (tables) => {
      const rows = await tables
        .selectFrom('reviews')
        .select('body')
        .where((where) => where.and({ tenant, production }))
        .orderBy('pilot')
        .orderBy('slate')
        .execute()
      return rows.map(({ body }) => upgradeDocument<Review>(body))
    }),
})

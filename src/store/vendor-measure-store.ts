import { sql } from 'kysely'
import type { ToldSlots, VendorMeasure } from '../domain/vendor-measure.ts'
import type { VendorMeasures } from '../ports/vendor-measures.ts'
import type { Database } from './database.ts'

/** What was measured of a tenant's vendor accounts, and what they told. */
export const vendorMeasureStore = (database: Database, tenant: string): VendorMeasures => ({
  ...measuredStore(database, tenant),
  ...toldStore(database, tenant),
})

const measuredStore = (
  database: Database,
  tenant: string,
): Pick<VendorMeasures, 'keep' | 'all'> => ({
  keep: (measure) =>
    database.write(async (tables) => {
      const { vendor, funds, account, model, hour, slots, isLimit, perMinute } = measure
      const { queueMs, makeMs, clips } = measure
      const said = {
        ...{ slots, is_limit: isLimit, per_minute: perMinute, clips },
        ...{ queue_ms: queueMs, make_ms: makeMs },
        measured_at: sql<string>`clock_timestamp()`,
      }
      await tables
        .insertInto('vendor_measures')
        .values({ tenant, vendor, funds, account, model, hour, ...said })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'vendor', 'funds', 'account', 'model', 'hour'])
            .doUpdateSet(said),
        )
        .execute()
    }),
  all: () =>
    database.read(async (tables) => {
      const rows = await tables
        .selectFrom('vendor_measures')
        .selectAll()
        .where('tenant', '=', tenant)
        .orderBy('model')
        .orderBy('measured_at', 'desc')
        .execute()
      return rows.map(
        ({ vendor, model, funds, account, hour, slots, clips, ...row }): VendorMeasure => ({
          ...{ vendor, model, funds, account, hour, slots, clips, isLimit: row.is_limit },
          ...{ perMinute: row.per_minute, queueMs: row.queue_ms, makeMs: row.make_ms },
          measuredAt: row.measured_at,
        }),
      )
    }),
})

const toldStore = (
  database: Database,
  tenant: string,
): Pick<VendorMeasures, 'keepTold' | 'told'> => ({
  keepTold: async (told) => {
    if (told.length === 0) return
    await database.write(async (tables) => {
      const told_at = sql<string>`clock_timestamp()`
      await tables
        .insertInto('vendor_told_slots')
        .values(told.map((one) => ({ tenant, ...one, told_at })))
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'vendor', 'funds', 'account', 'model'])
            .doUpdateSet(({ ref }) => ({ slots: ref('excluded.slots'), told_at })),
        )
        .execute()
    })
  },
  told: () =>
    database.read(async (tables) => {
      const rows = await tables
        .selectFrom('vendor_told_slots')
        .selectAll()
        .where('tenant', '=', tenant)
        .orderBy('model')
        .orderBy('told_at', 'desc')
        .execute()
      return rows.map(
        ({ vendor, model, funds, account, slots, told_at }): ToldSlots => ({
          ...{ vendor, model, funds, account, slots, toldAt: told_at },
        }),
      )
    }),
})

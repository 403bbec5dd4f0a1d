import { sql } from 'kysely'
import type { VendorMeasure } from '../domain/vendor-measure.ts'
import type { VendorMeasures } from '../ports/vendor-measures.ts'
import type { Database } from './database.ts'

/** What was measured of a tenant's vendor accounts. */
export const vendorMeasureStore = (database: Database, tenant: string): VendorMeasures => ({
  keep: (measure) =>
    database.write(async (tables) => {
      const { vendor, funds, model, hour, slots, isLimit, perMinute, queueMs, clips } = measure
      const said = {
        ...{ slots, is_limit: isLimit, per_minute: perMinute, queue_ms: queueMs, clips },
        measured_at: sql<string>`clock_timestamp()`,
      }
      await tables
        .insertInto('vendor_measures')
        .values({ tenant, vendor, funds, model, hour, ...said })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'vendor', 'funds', 'model', 'hour']).doUpdateSet(said),
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
        ({ vendor, model, funds, hour, slots, clips, ...row }): VendorMeasure => ({
          ...{ vendor, model, funds, hour, slots, clips, isLimit: row.is_limit },
          ...{ perMinute: row.per_minute, queueMs: row.queue_ms, measuredAt: row.measured_at },
        }),
      )
    }),
})

import { type RawBuilder, sql } from 'kysely'

/**
 * What a job in a column is told from others of its vendor by, as SQL text: the rule of `isSameJob`. Its hash is what the
 * index `orders_job` holds.
 *
 * @param column of type jsonb, as `orders.job`
 */
export const jobName = (column: string): RawBuilder<string> =>
  sql<string>`coalesce(${sql.ref(column)}->>'id', ${sql.ref(column)}::text)`

import type { Desk } from '../desk.ts'
import { type Call, json } from '../door.ts'
import type { Charge } from '../ledger.ts'
import type { Standing } from '../life.ts'
import type { WireReply } from '../wire.ts'
import { microUsdPerCredit, playedModels } from './runway-prices.ts'
import { runwayIssue, runwayIssues } from './runway-replies.ts'
import { runwayUsageQuery } from './runway-request.ts'

const dayMs = 24 * 3_600_000

/** The account: credits left, limits, and what was made in the past day. */
export const runwayOrganization = async (desk: Desk, { key }: Call): Promise<WireReply> => {
  const { slots, dailyJobs } = desk.settings()
  const since = desk.studio.now() - dayMs
  const recent = (await desk.standings()).filter(({ job }) => job.acceptedAt > since)
  return json(200, {
    creditBalance: Math.floor((await desk.balance(key)) / microUsdPerCredit),
    tier: {
      maxMonthlyCreditSpend: 50_000, // docs.dev.runwayml.com usage tiers, tier 2 "$500", read 2026-11-23
      models: byModel(() => ({
        maxConcurrentGenerations: slots,
        maxDailyGenerations: dailyJobs,
      })),
    },
    usage: { models: byModel((model) => ({ dailyGenerations: countOf(recent, model) })) },
  })
}

const byModel = <Value>(value: (model: string) => Value): { readonly [model: string]: Value } =>
  Object.fromEntries(playedModels.map((model) => [model, value(model)]))

const countOf = (standings: readonly Standing[], model: string): number =>
  standings.filter(({ job }) => job.model === model).length

/** Credits by day and model; days without any are left out. The defaults are the SDK's: without dates, today is not in it. */
export const runwayUsage = async (desk: Desk, { request }: Call): Promise<WireReply> => {
  const read = runwayUsageQuery.safeParse(request.body ?? {})
  if (!read.success) return runwayIssues(read.error)
  const start = read.data.startDate ?? dayOf(desk.studio.now() - 30 * dayMs)
  const before = read.data.beforeDate ?? dayOf(Date.parse(start) + 30 * dayMs)
  if (Date.parse(before) - Date.parse(start) > 90 * dayMs) {
    return runwayIssue('beforeDate', 'At most 90 days can be asked for at a time.')
  }
  const charges = (await desk.charges()).filter(
    ({ at }) => at.slice(0, 10) >= start && at.slice(0, 10) < before,
  )
  return json(200, {
    models: [...new Set(charges.map(({ model }) => model))],
    results: [...Map.groupBy(charges, ({ at }) => at.slice(0, 10))].map(([date, ofDay]) => ({
      date,
      usedCredits: creditsByModel(ofDay),
    })),
  })
}

const creditsByModel = (
  charges: readonly Charge[],
): readonly { readonly model: string; readonly amount: number }[] =>
  [...Map.groupBy(charges, ({ model }) => model)].map(([model, own]) => ({
    model,
    amount: own.reduce(
      (sum, { credits, isRefunded }) => sum + (isRefunded ? 0 : (credits ?? 0)),
      0,
    ),
  }))

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

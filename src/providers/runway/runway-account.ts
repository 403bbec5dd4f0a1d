import { z } from 'zod'
import { StudioError } from '../../domain/errors.ts'
import { boundedFetch } from '../../kit/bounded-reply.ts'
import type { AccountFact, AccountStanding, VendorAccount } from '../../ports/vendor-account.ts'
import { jsonOf, shown, unanswered } from './answers.ts'
import { taskOf, understood } from './ask-task.ts'
import { runwayModels, usdOfCredits } from './models.ts'
import { mostReplyBytes, type RunwayAccess, runwayClient } from './runway-client.ts'
import { sdkDrift } from './sdk-drift.ts'

/**
 * An account at Runway. It has no list of jobs: Runway tells of a task only by its id (see `runwayVideoModel`).
 *
 * Its drift compares our table with the types of the installed SDK, and with the models that the account's limits name.
 */
export const runwayAccount = (access: RunwayAccess): VendorAccount => {
  const asking: RunwayAccess = { ...access, fetch: boundedFetch(access.fetch, mostReplyBytes) }
  return {
    vendor: 'runway',
    standing: async (signal) => standingOf(await organization(asking, signal)),
    job: async (id, signal) => {
      const told = await taskOf(asking, id, signal)
      if (told === null) return null
      const { status, createdAt, credits } = understood(told.reply, id, null, asking)
      const billed = credits === null ? null : usdOfCredits(credits)
      return { job: { id }, model: null, prompt: null, createdAt, seconds: null, status, billed }
    },
    drift: async (signal) => {
      const { tier } = await organization(asking, signal)
      const absent = Object.values(runwayModels).filter(({ name }) => !(name in tier.models))
      return [
        ...(await sdkDrift()),
        ...absent.map(
          ({ id }) => `The account's limits do not name ${id}; it may have been withdrawn.`,
        ),
      ]
    },
  }
}

/** The fields of an organization that are read. @see `OrganizationRetrieveResponse` of @runwayml/sdk 4.20.1, 2026-09-23 */
const organizationReply = z.object({
  /** Below zero where more was charged than was there. */
  creditBalance: z.number().min(-1e9).max(1e9),
  tier: z.object({
    maxMonthlyCreditSpend: z.number().nullish(),
    models: z.record(
      z.string(),
      z.object({
        maxConcurrentGenerations: z.number().int().min(0).nullish(),
        maxDailyGenerations: z.number().int().min(0).nullish(),
      }),
    ),
  }),
  usage: z
    .object({
      models: z.record(z.string(), z.object({ dailyGenerations: z.number().nullish() })).nullish(),
    })
    .nullish(),
})

type Organization = z.infer<typeof organizationReply>

const organization = async (access: RunwayAccess, signal: AbortSignal): Promise<Organization> => {
  const asked = 'how the account stands'
  const client = await runwayClient(access)
  const reply: unknown = await client.organization
    .retrieve({ signal, maxRetries: 0 })
    .catch((error: unknown) => {
      signal.throwIfAborted()
      throw unanswered(error, asked, access)
    })
  const read = organizationReply.safeParse(jsonOf(reply))
  if (read.success) return read.data
  throw new StudioError({
    code: 'vendor-unavailable',
    message: `Runway was asked ${asked}, and answered with something else: "${shown(reply, access.apiKey)}".`,
    retry: 'later',
  })
}

const standingOf = ({ creditBalance, tier, usage }: Organization): AccountStanding => {
  const slots = Object.entries(tier.models).flatMap(([name, limits]) => {
    const most = limits.maxConcurrentGenerations
    return typeof most === 'number' ? [[`runway/${name}`, most] as const] : []
  })
  const monthly = tier.maxMonthlyCreditSpend
  return {
    balance: usdOfCredits(creditBalance),
    slots: Object.fromEntries(slots),
    facts: [
      { name: 'credits', value: grouped(creditBalance) },
      ...(typeof monthly === 'number'
        ? [{ name: 'credits bought in a month', value: `${grouped(monthly)} at most` }]
        : []),
      ...Object.values(runwayModels).flatMap(({ id, name }): readonly AccountFact[] => {
        const limits = tier.models[name]
        const today = usage?.models?.[name]?.dailyGenerations ?? 0
        return limits ? [{ model: id, name, value: limitsInWords(limits, today) }] : []
      }),
    ],
  }
}

const limitsInWords = (limits: Organization['tier']['models'][string], today: number): string => {
  const { maxConcurrentGenerations: atOnce, maxDailyGenerations: aDay } = limits
  return [
    typeof atOnce === 'number' ? `${grouped(atOnce)} at once` : 'any number at once',
    typeof aDay === 'number'
      ? `${grouped(today)} of ${grouped(aDay)} today`
      : `${grouped(today)} today`,
  ].join(', ')
}

/** `8 400` */
const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ')

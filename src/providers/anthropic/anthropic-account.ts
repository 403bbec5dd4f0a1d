import { APIError } from '@anthropic-ai/sdk'
import { z } from 'zod'
import type { ErrorCode } from '../../domain/errors.ts'
import { StudioError } from '../../domain/errors.ts'
import { withoutKey } from '../../kit/without-key.ts'
import type { VendorAccount } from '../../ports/vendor-account.ts'
import { type AnthropicAccess, anthropicClient } from './anthropic-client.ts'
import { type AnthropicModel, anthropicModels } from './models.ts'
import { causesOf, vendorWords } from './read-failure.ts'
import { troubleOf } from './trouble.ts'

const support = z.object({ supported: z.boolean() })

const modelReply = z.object({
  id: z.string(),
  lifecycle: z.enum(['active', 'deprecated', 'retired']).nullish(),
  retires_at: z.string().nullish(),
  max_tokens: z.number().nullish(),
  max_input_tokens: z.number().nullish(),
  capabilities: z
    .object({
      image_input: support.nullish(),
      structured_outputs: support.nullish(),
      thinking: z.object({ types: z.record(z.string(), support.nullish()) }).nullish(),
    })
    .nullish(),
})

type ListedModel = z.infer<typeof modelReply>

/** A list is short; one that does not answer in this time does not answer. */
const timeoutMs = 30_000

/**
 * An account at Anthropic. It tells no balance and no limits, and keeps no jobs; its list of models shows that the key is
 * good and where ours has drifted from it.
 */
export const anthropicAccount = (access: AnthropicAccess): VendorAccount => ({
  vendor: 'anthropic',
  standing: async (signal) => {
    const models = await listedModels(access, signal)
    const current = models.filter(({ lifecycle }) => lifecycle !== 'retired')
    return { balance: null, slots: {}, facts: [{ name: 'models', value: `${current.length}` }] }
  },
  job: async () => null,
  drift: async (signal) => {
    const listed = new Map((await listedModels(access, signal)).map((model) => [model.id, model]))
    return anthropicModels.flatMap((ours) => driftOf(ours, listed))
  },
})

const listedModels = async (
  access: AnthropicAccess,
  signal: AbortSignal,
): Promise<readonly ListedModel[]> => {
  const found: ListedModel[] = []
  try {
    const list = anthropicClient(access, timeoutMs).models.list(
      { lifecycle: ['active', 'deprecated', 'retired'], limit: 1000 },
      { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) },
    )
    for await (const model of list) found.push(modelReply.parse(model))
    return found
  } catch (error) {
    signal.throwIfAborted()
    throw accountError(error, access.apiKey)
  }
}

const accountError = (error: unknown, apiKey: string): StudioError => {
  const asked = "Anthropic was asked for the account's models"
  if (!(error instanceof APIError) || error.status === undefined) {
    return new StudioError({
      code: 'vendor-unavailable',
      message: `${asked} and gave no sensible answer (${withoutKey(causesOf(error), apiKey)}).`,
      retry: 'later',
      cause: error,
    })
  }
  const trouble = troubleOf(error)
  const code: ErrorCode = trouble ?? 'vendor-unavailable'
  return new StudioError({
    code,
    message: `${asked} and answered ${withoutKey(vendorWords(error), apiKey)}${trouble === null ? '. Try again later.' : ''}`,
    retry: trouble === null ? 'later' : 'never',
    cause: error,
  })
}

/** What of a model of ours the vendor's list does not agree with, in words. Names with a date in them count as the model. */
const driftOf = (
  ours: AnthropicModel,
  listed: ReadonlyMap<string, ListedModel>,
): readonly string[] => {
  const dated = [...listed.keys()].find((id) => id.replace(/-\d{8}$/, '') === ours.model)
  const theirs = listed.get(ours.model) ?? listed.get(dated ?? '')
  if (!theirs) return [`${ours.model} is not in the vendor's list of models`]
  const until = theirs.retires_at ? `, until ${theirs.retires_at.slice(0, 10)}` : ''
  const stage = theirs.lifecycle ?? 'active'
  const stages = stage === 'active' ? [] : [`${ours.model} is ${stage}${until}`]
  return [...stages, ...limitDrift(ours, theirs), ...abilityDrift(ours, theirs)]
}

const limitDrift = (ours: AnthropicModel, theirs: ListedModel): readonly string[] =>
  (
    [
      ['answer', ours.maxOutputTokens, theirs.max_tokens],
      ['prompt', ours.maxInputTokens, theirs.max_input_tokens],
    ] as const
  ).flatMap(([what, known, said]) =>
    said === null || said === undefined || said === known
      ? []
      : [`${ours.model}: the longest ${what} is ${said} tokens at the vendor, ${known} here`],
  )

const abilityDrift = (ours: AnthropicModel, { capabilities }: ListedModel): readonly string[] => {
  const { thinking } = ours
  const word = { always: 'adaptive', 'off-unless-asked': 'disabled', 'off-by': '' }[thinking.kind]
  const type = thinking.kind === 'off-by' ? thinking.word : word
  const abilities = [
    ['looks at pictures', capabilities?.image_input],
    ['answers by a schema', capabilities?.structured_outputs],
    [`takes thinking "${type}"`, capabilities?.thinking?.types[type]],
  ] as const
  return abilities.flatMap(([what, said]) =>
    said?.supported === false ? [`${ours.model} no longer ${what}`] : [],
  )
}

import type { Json } from '../../domain/json.ts'
import type { EmulatedModel } from './emulated-models.ts'
import { emulatedModels } from './emulated-models.ts'

/** A page of the list of models. Shape: `ModelInfosPage`, @anthropic-ai/sdk 1.14.0, `resources/models.d.ts` */
export const modelPage = (query: URLSearchParams): Json => {
  const wanted = [...query.getAll('lifecycle'), ...query.getAll('lifecycle[]')]
  const stages = wanted.length === 0 ? ['active', 'deprecated'] : wanted
  const models = emulatedModels.filter((model) => stages.includes(stageOf(model)))
  const after = models.findIndex(({ id }) => id === query.get('after_id')) + 1
  const limit = Number(query.get('limit') ?? 20)
  const page = models.slice(after, after + limit)
  return {
    data: page.map(modelInfo),
    has_more: after + limit < models.length,
    first_id: page[0]?.id ?? null,
    last_id: page.at(-1)?.id ?? null,
  }
}

/** One model as the vendor tells it. */
export const modelInfo = (model: EmulatedModel): Json => ({
  type: 'model',
  id: model.id,
  display_name: model.name,
  line: model.line,
  created_at: model.createdAt,
  lifecycle: stageOf(model),
  deprecated_at: model.retiresAt === null ? null : '1970-01-01T00:00:00Z',
  retires_at: model.retiresAt,
  max_input_tokens: model.maxInputTokens,
  max_tokens: model.maxOutputTokens,
  capabilities: {
    batch: yes,
    citations: yes,
    code_execution: no,
    context_management: {
      supported: false,
      clear_thinking_20251015: null,
      clear_tool_uses_20250919: null,
      compact_20260112: null,
    },
    effort: effortOf(model),
    image_input: yes,
    pdf_input: no,
    server_tools: { supported: false, code_execution: no, web_search: no },
    structured_outputs: yes,
    thinking: thinkingOf(model),
  },
})

const yes: Json = { supported: true }
const no: Json = { supported: false }
const supportOf = (supported: boolean): Json => (supported ? yes : no)

const stageOf = ({ retiresAt }: EmulatedModel): string =>
  retiresAt === null ? 'active' : 'deprecated'

const effortOf = ({ hasEffort }: EmulatedModel): Json => ({
  supported: hasEffort,
  low: supportOf(hasEffort),
  medium: supportOf(hasEffort),
  high: supportOf(hasEffort),
  xhigh: supportOf(hasEffort),
  max: supportOf(hasEffort),
})

const thinkingOf = ({ thinkingWords }: EmulatedModel): Json => ({
  supported: true,
  types: {
    adaptive: supportOf(thinkingWords.includes('adaptive')),
    between_tools: supportOf(thinkingWords.includes('between_tools')),
    disabled: supportOf(thinkingWords.includes('disabled')),
    enabled: supportOf(thinkingWords.includes('enabled')),
  },
})

/** How thinking can be set on a model. */
export type ThinkingWord = 'adaptive' | 'between_tools' | 'disabled' | 'enabled'

/** A model that the door serves. */
export interface EmulatedModel {
  readonly id: string
  readonly name: string
  readonly line: 'haiku' | 'sonnet' | 'opus' | 'fable'
  readonly createdAt: string
  readonly maxInputTokens: number
  readonly maxOutputTokens: number
  readonly thinkingWords: readonly ThinkingWord[]
  /** Thinks when it is not told how. */
  readonly thinksByItself: boolean
  readonly hasEffort: boolean
  readonly retiresAt: string | null
}

/** platform.claude.com model pages, read 2026-11-30 */
const fifthLine = {
  maxInputTokens: 1_000_000,
  maxOutputTokens: 128_000,
  thinksByItself: true,
  hasEffort: true,
  retiresAt: null,
} as const

/** platform.claude.com comparison of models, read 2026-11-30 */
const fourthLine = {
  maxInputTokens: 200_000,
  maxOutputTokens: 64_000,
  thinkingWords: ['enabled', 'disabled'],
  thinksByItself: false,
  hasEffort: false,
} as const

/** The models of the door, the newest first, as the vendor lists them. Ids: @anthropic-ai/sdk 1.14.0; thinking: model pages, read 2026-11-30 */
export const emulatedModels: readonly EmulatedModel[] = [
  {
    ...fifthLine,
    id: 'claude-haiku-5-5',
    name: 'Claude Haiku 5.5',
    line: 'haiku',
    createdAt: '2026-10-07T00:00:00Z', // dev.to, "How to use the Claude Haiku 5.5 API", read 2026-11-30
    thinkingWords: ['adaptive', 'disabled'],
  },
  {
    ...fifthLine,
    id: 'claude-sonnet-5-5',
    name: 'Claude Sonnet 5.5',
    line: 'sonnet',
    createdAt: '2026-09-28T00:00:00Z', // apidog.com, "Claude Sonnet 5.5 vs Sonnet 5", read 2026-11-30
    thinkingWords: ['adaptive', 'between_tools'],
  },
  {
    ...fifthLine,
    id: 'claude-opus-5-5',
    name: 'Claude Opus 5.5',
    line: 'opus',
    createdAt: '2026-09-22T00:00:00Z', // dev.to, "5 settings that return 400", read 2026-11-30
    thinkingWords: ['adaptive'],
  },
  {
    ...fifthLine,
    id: 'claude-fable-5-1',
    name: 'Claude Fable 5.1',
    line: 'fable',
    createdAt: '1970-01-01T00:00:00Z', // unknown: the vendor writes the epoch then, @anthropic-ai/sdk 1.14.0
    thinkingWords: ['adaptive'],
  },
  {
    ...fifthLine,
    id: 'claude-opus-5',
    name: 'Claude Opus 5',
    line: 'opus',
    createdAt: '2026-07-24T00:00:00Z', // platform.claude.com, Claude Opus 5, read 2026-11-30
    thinkingWords: ['adaptive', 'disabled'],
  },
  {
    ...fourthLine,
    id: 'claude-haiku-4-5',
    name: 'Claude Haiku 4.5',
    line: 'haiku',
    createdAt: '1970-01-01T00:00:00Z', // unknown
    retiresAt: null,
  },
  {
    ...fourthLine,
    id: 'claude-sonnet-4-5',
    name: 'Claude Sonnet 4.5',
    line: 'sonnet',
    createdAt: '1970-01-01T00:00:00Z', // unknown
    retiresAt: '2026-11-30T00:00:00Z', // facts sheet, 2026-11-23
  },
]

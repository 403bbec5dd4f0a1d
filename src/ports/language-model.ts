import type { Json } from '../domain/json.ts'
import type { PaidModel } from './paid-model.ts'

/** The eight roles of the crew. */
export const crewRoles = [
  'asset-analyzer',
  'producer',
  'script-writer',
  'storyboard-artist',
  'qa-verifier',
  'critic',
  'editor',
  'provider-onboarder',
] as const

/** One of {@link crewRoles}. */
export type CrewRole = (typeof crewRoles)[number]

/** One question to a crew member. The reply is JSON text. */
export interface CrewQuestion {
  readonly role: CrewRole
  /** What is asked of the role: `write-contract`, `write-plan`, `write-script`, `review-take`, … */
  readonly task: string
  /** The facts of the question, as structure; rule-based members answer from these. */
  readonly input: Json
  /** The same in words, for models that read. */
  readonly prompt: string
  /** Stills to look at: absolute paths of JPEG or PNG files. */
  readonly images: readonly string[]
  /** JSON Schema of the reply. */
  readonly replySchema: Json
  /** Most tokens the reply may have. */
  readonly maxTokens: number
}

/** Answers crew questions. */
export type LanguageModel = PaidModel<CrewQuestion>

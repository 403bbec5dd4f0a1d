import type { AudioChoice, Brief, CaptionChoice, Gate } from '../../domain/brief.ts'
import { dollarsOf } from '../../domain/money.ts'
import { rateText } from '../../domain/time.ts'
import type { Flags } from '../context.ts'
import { listFlag, textFlag } from '../context.ts'

/** A brief as somebody wrote it: every field may be missing, nothing is checked yet but its kind. */
export interface BriefRequest {
  readonly concept?: string | undefined
  /** Dollars. */
  readonly budget?: string | number | undefined
  /** Seconds, or text such as `1m30s`. */
  readonly duration?: string | number | undefined
  readonly aspect?: string | undefined
  /** `1280x720`. */
  readonly size?: string | undefined
  readonly fps?: string | number | undefined
  readonly tier?: string | undefined
  readonly pilots?: string | number | undefined
  readonly takes?: string | number | undefined
  readonly provider?: string | undefined
  readonly audio?: string | undefined
  readonly voice?: string | undefined
  /** Path of a music file. */
  readonly music?: string | undefined
  readonly language?: string | undefined
  readonly captions?: string | undefined
  /** Paths of files and folders. */
  readonly seedAssets?: readonly string[] | undefined
  readonly randomSeed?: string | number | undefined
  readonly gates?: readonly string[] | undefined
}

const textFields = [
  'budget',
  'duration',
  'aspect',
  'size',
  'fps',
  'tier',
  'pilots',
  'takes',
  'provider',
  'audio',
  'voice',
  'music',
  'language',
  'captions',
  'randomSeed',
] as const

/** What the flags of `produce` ask for. */
export const requestFromFlags = (concept: string | undefined, flags: Flags): BriefRequest => {
  const given = textFields.flatMap((name): [string, string][] => {
    const value = textFlag(flags, name)
    return value === null ? [] : [[name, value]]
  })
  const seedAssets = [...listFlag(flags, 'seedAssets'), ...listFlag(flags, 'seed')]
  return {
    ...Object.fromEntries(given),
    ...(concept === undefined ? {} : { concept }),
    ...(seedAssets.length > 0 ? { seedAssets } : {}),
  }
}

/** What an earlier brief asked for, as a request, so that flags can be laid over it. Its assets are kept elsewhere. */
export const requestFromBrief = (brief: Brief): BriefRequest => ({
  concept: brief.concept,
  budget: dollarsOf(brief.budget),
  duration: brief.seconds,
  aspect: brief.aspect,
  size: `${brief.size.width}x${brief.size.height}`,
  fps: rateText(brief.rate),
  tier: brief.tier ?? undefined,
  pilots: brief.pilots ?? undefined,
  takes: brief.takes ?? undefined,
  provider: brief.provider,
  audio: brief.audio satisfies AudioChoice,
  voice: brief.voice ?? undefined,
  language: brief.language,
  captions: brief.captions satisfies CaptionChoice,
  randomSeed: brief.randomSeed,
  gates: brief.gates satisfies readonly Gate[],
})

/**
 * Lay one request over another: what is given wins. A new aspect takes the old size along only where it still fits,
 * and a new concept asks for its own language and seed.
 */
export const layOver = (base: BriefRequest, top: BriefRequest): BriefRequest => {
  const given = Object.fromEntries(
    Object.entries(top).filter(([, value]) => value !== undefined),
  ) as BriefRequest
  const merged = { ...base, ...given }
  const newShape = given.aspect !== undefined && given.size === undefined
  const otherSize = given.size !== undefined && given.aspect === undefined
  const newConcept = given.concept !== undefined && given.concept !== base.concept
  return {
    ...merged,
    ...(newShape ? { size: undefined } : {}),
    ...(otherSize ? { aspect: undefined } : {}),
    ...(newConcept ? { language: given.language, randomSeed: given.randomSeed } : {}),
  }
}

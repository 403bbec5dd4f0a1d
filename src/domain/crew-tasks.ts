import type { Aspect } from './brief.ts'
import type { CandidateName } from './cut.ts'
import type { ContractItem, ContractItemKind } from './intent-contract.ts'
import type { Usd } from './money.ts'
import type { Pilot } from './plan.ts'
import type { Finding, Scores } from './review.ts'
import type { CameraMove, CastMember, Framing, Overlay, Picture, TransitionKind } from './script.ts'
import type { Tier } from './tier.ts'
import type { Rate } from './time.ts'

/** What a video model would charge, as the producer sees it. */
export interface ModelOffer {
  /** `vendor/model` as in the catalogue. */
  readonly model: string
  readonly tier: Tier
  readonly pricePerSecond: Usd
  /** One line on what it makes. */
  readonly note: string
}

/** A pilot as the producer proposes it, before the code has put money behind it. */
export type PilotDraft = Pick<
  Pilot,
  'name' | 'approach' | 'tier' | 'model' | 'style' | 'takesPerShot' | 'pace'
>

/** A plan as the producer proposes it; best affordable pilot first. */
export interface PlanDraft {
  readonly pilots: readonly PilotDraft[]
  readonly scenes: number
  readonly testScenes: readonly number[]
  readonly reasons: readonly string[]
}

/** What the script writer needs to know of the pilot it writes for. */
export type ScriptedPilot = Pick<
  Pilot,
  'id' | 'name' | 'approach' | 'tier' | 'style' | 'pace' | 'model'
>

/** What the producer reads to write the contract. */
export interface ContractBrief {
  readonly concept: string
  /** Length of the film. */
  readonly seconds: number
  /** BCP 47 tag of the narration. */
  readonly language: string
}

/** The contract as a reply: items without ids, with importance 0.1…10 in place of weights; the length is not among them. */
export interface ContractReply {
  readonly items: readonly {
    readonly kind: Exclude<ContractItemKind, 'duration'>
    readonly claim: string
    readonly words: readonly string[]
    readonly importance: number
  }[]
}

/** What the producer reads to plan. */
export interface PlanBrief {
  readonly concept: string
  readonly seconds: number
  readonly items: readonly ContractItem[]
  readonly budget: Usd
  readonly offers: readonly ModelOffer[]
  /** Pilots the client insists on, 1–4; null to choose. */
  readonly pilots: number | null
  /** Takes of each shot the client insists on, 1–5; null to choose. */
  readonly takes: number | null
  /** Tier the client insists on; null to choose. */
  readonly tier: Tier | null
}

/** What the script writer reads. */
export interface ScriptBrief {
  readonly concept: string
  readonly items: readonly ContractItem[]
  readonly seconds: number
  /** Number of scenes the plan has; fewer where the film is too short for them. */
  readonly scenes: number
  readonly rate: Rate
  /** BCP 47 tag of the narration. */
  readonly language: string
  readonly pilot: ScriptedPilot
  /** Longest and shortest clip the pilot's model makes, without handles. */
  readonly maxShotSeconds: number
  readonly minShotSeconds: number
  /** The only lengths of the model's clips, handles included, rising; left away where it makes any. */
  readonly clipSeconds?: readonly number[]
  /** Whether narration is heard or shown. */
  readonly narrated: boolean
  readonly aspect: Aspect
  /** What the critic wants done differently, as words for the prompts. */
  readonly adjustments: readonly string[]
}

/** Somebody or something in a shot, as the script writer replies it. */
export interface SubjectReply {
  readonly castId: string | null
  readonly what: string
  readonly look: string
  readonly action: string
  readonly count: number
}

/** Text over a shot, in seconds from the shot's start. */
export interface OverlayReply {
  readonly text: string
  readonly kind: Overlay['kind']
  readonly startSeconds: number
  readonly seconds: number
}

/** One shot as the script writer replies it; the studio adds its id, its frames and its prompt. */
export interface ShotReply {
  readonly seconds: number
  readonly place: string
  readonly timeOfDay: string
  readonly weather: string
  readonly mood: string
  readonly subjects: readonly SubjectReply[]
  readonly objects: readonly string[]
  readonly camera: CameraMove
  readonly framing: Framing
  readonly overlays: readonly OverlayReply[]
}

/** One scene as the script writer replies it. */
export interface SceneReply {
  readonly title: string
  readonly description: string
  readonly transition: { readonly kind: TransitionKind; readonly seconds: number }
  readonly continuityGroup: string | null
  readonly continuesFrom: number | null
  readonly covers: readonly string[]
  readonly narration: readonly { readonly text: string; readonly speaker: string | null }[]
  readonly shots: readonly ShotReply[]
}

/** The script as a reply, in seconds. */
export interface ScriptReply {
  readonly title: string
  readonly logline: string
  readonly look: string
  readonly musicMood: string
  readonly fadeOutSeconds: number
  readonly cast: readonly CastMember[]
  readonly scenes: readonly SceneReply[]
}

/** What the script writer reads to revise a shot by the client's words. */
export interface RevisionBrief {
  /** What the client wants to see instead. */
  readonly words: string
  readonly picture: Picture
  /** Who is in the film; `what` is how the pictures name them. */
  readonly cast: readonly (CastMember & { readonly what: string })[]
}

/** The revised picture as a reply. What the words do not speak of is as it was. */
export interface RevisionReply
  extends Pick<
    ShotReply,
    'place' | 'timeOfDay' | 'weather' | 'mood' | 'subjects' | 'objects' | 'camera' | 'framing'
  > {
  /** What was read of the words, in a few words each: `beach`, `elephant walks`; empty when nothing was. */
  readonly read: readonly string[]
  /** Parts of the words that nothing could be made of, as the client wrote them. */
  readonly unread: readonly string[]
}

/** What the verifier is given of one take. */
export interface ReviewQuestion {
  readonly slate: string
  /** Words for what the vendor says is in the picture; empty when it says nothing. */
  readonly depicted: readonly string[]
  /** Frames the script wanted, and frames there are. */
  readonly wanted: number
  readonly available: number
  readonly picture: Picture
  readonly overlays: readonly string[]
  readonly narration: readonly string[]
  readonly covers: readonly string[]
  readonly items: readonly ContractItem[]
  readonly technical: {
    readonly score: number
    readonly findings: readonly Finding[]
    readonly measures: { readonly [name: string]: number }
  }
  readonly threshold: number
}

/** The review as a reply; the technical score and the sum-up are not the reviewer's to give. */
export interface ReviewReply {
  /** `understudy`, or the model's name. */
  readonly reviewer: string
  readonly visual: number
  readonly style: number
  readonly narrative: number
  readonly intent: number
  readonly covered: readonly string[]
  readonly missing: readonly string[]
  readonly violated: readonly string[]
  readonly notes: readonly string[]
}

/** Takes of one shot, to choose from. */
export interface CircleQuestion {
  readonly shot: string
  readonly takes: readonly {
    readonly slate: string
    readonly review: {
      readonly scores: Scores
      readonly passed: boolean
      readonly missing: readonly string[]
      readonly violated: readonly string[]
    } | null
  }[]
}

/** The chosen take. */
export interface CircleReply {
  readonly slate: string
  readonly reasons: readonly string[]
}

/** Pilots and how their tests went. */
export interface VerdictQuestion {
  readonly testScenes: readonly number[]
  readonly results: readonly {
    readonly id: string
    readonly name: string
    readonly model: string
    readonly pace: string
    readonly scores: Scores
    readonly spent: Usd
    readonly filmQuote: Usd
    /** Takes that passed review, and takes shot. */
    readonly passed: number
    readonly shot: number
    /** Whether it may win. */
    readonly isAble: boolean
  }[]
}

/** The verdict as a reply. */
export interface VerdictReply {
  readonly winner: string
  readonly reasons: readonly { readonly pilot: string; readonly reason: string }[]
  readonly observations: readonly {
    readonly pilot: string
    readonly subject: string
    readonly text: string
    readonly evidence: string
  }[]
  readonly adjustments: readonly string[]
}

/** One shot as the editor sees it; lengths in frames. */
export interface ShotToCut {
  readonly shot: string
  readonly scene: number
  readonly wanted: number
  readonly camera: string
  readonly framing: string
  /** Whether it may change places with the others of its scene: nothing is chained to it and the same is done in all. */
  readonly isFree: boolean
  /** The scripted join into this shot. */
  readonly transition: { readonly kind: TransitionKind; readonly length: number }
  readonly takes: readonly {
    readonly slate: string
    readonly available: number
    readonly isCircled: boolean
    readonly isPassed: boolean
    readonly overall: number
    readonly intent: number
  }[]
}

/** What the editor reads. */
export interface FilmToCut {
  readonly title: string
  /** Frames of the film. */
  readonly total: number
  /** Rounded frames a second. */
  readonly perSecond: number
  readonly fadeOut: number
  readonly sceneMinimum: readonly { readonly scene: number; readonly frames: number }[]
  readonly shots: readonly ShotToCut[]
}

/** One candidate as proposed; lengths are wishes in frames, which the studio fits to footage and film. */
export interface CutProposal {
  readonly candidate: CandidateName
  readonly reason: string
  readonly fadeOut: number
  readonly events: readonly {
    readonly slate: string
    readonly start: number
    readonly length: number
    readonly transition: { readonly kind: TransitionKind; readonly length: number }
    readonly reason: string
  }[]
}

/** Three cuts as a reply. */
export interface CutReply {
  readonly candidates: readonly CutProposal[]
}

/** Most characters a narration cue may have, because it is also one caption of two lines. */
export const cueCharacterLimit = 84

/** Seconds of a scene that narration leaves free. */
export const narrationAirSeconds = 0.5

const wordsPerSecond = 2.5
const unspacedCharactersPerSecond = 6
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/**
 * Seconds it takes to say a text: 2.5 words a second, or 6 characters a second in scripts without spaces.
 */
export const speakingSeconds = (text: string): number => {
  const characters = text.match(unspaced)?.length ?? 0
  const words = text
    .replace(unspaced, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return characters / unspacedCharactersPerSecond + words / wordsPerSecond
}

/** Seconds it takes to say the narration of a scene. */
export const narrationSeconds = ({
  narration,
}: {
  readonly narration: readonly { readonly text: string }[]
}): number => narration.reduce((total, { text }) => total + speakingSeconds(text), 0)

/**
 * Whether words for what is in a picture show an item. Things asked for together (actions and relations) need all
 * their words; for everything else the words are different names of one thing, and any of them will do.
 *
 * @param shown lower-case words and phrases
 */
export const showsItem = (item: ContractItem, shown: readonly string[]): boolean =>
  shownShare(item, shown) === 1

/** How much of an item words for what is in a picture show, 0…1: of a deed or a company the part of their words. */
export const shownShare = (
  { kind, words }: Pick<ContractItem, 'kind' | 'words'>,
  shown: readonly string[],
): number => {
  if (words.length === 0) return 0
  const seen = words.filter((word) => shown.some((text) => holdsWord(text, word)))
  if (kind === 'action' || kind === 'relation') return seen.length / words.length
  return seen.length > 0 ? 1 : 0
}

/** Whether `text` holds `word` as whole words; `mountain lake` holds `lake`. Scripts without spaces need no borders. */
export const holdsWord = (text: string, word: string): boolean => {
  const at = text.toLowerCase().indexOf(word.toLowerCase())
  if (at < 0 || word === '') return false
  if (!/^[\p{Script=Latin}\p{N}' -]+$/u.test(word)) return true
  const isBorder = (character: string | undefined): boolean =>
    character === undefined || !/[\p{L}\p{N}]/u.test(character)
  return isBorder(text[at - 1]) && isBorder(text[at + word.length])
}

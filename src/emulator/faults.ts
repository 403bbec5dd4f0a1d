import { z } from 'zod'
import { seedFrom } from '../kit/hash.ts'
import { type EmulatedVendor, emulatedVendors, type Operation, operations } from './vendors.ts'

/** Every fault there is. */
export const faultNames = [
  'rate-limited',
  'server-error',
  'unauthorized',
  'forbidden',
  'no-credit',
  'wrong-region',
  'retired-model',
  'image-too-large',
  'drop-before-accept',
  'accept-then-drop',
  'slow',
  'hung',
  'billed-late',
  'moderation',
  'job-failure',
  'partial-body',
  'wrong-content-type',
  'truncated-clip',
  'redirect-to-private',
  'endless-body',
  'decompression-bomb',
  'file-link',
  'truncated-text',
  'unparseable-text',
  'html-instead-of-json',
  'unknown-enum',
  'clock-skew',
  'price-change',
  'list-lag',
] as const

/** Name of a fault. */
export type FaultName = (typeof faultNames)[number]

const everywhere: readonly Operation[] = operations
const orders: readonly Operation[] = ['create', 'messages']
const answers: readonly Operation[] = ['create', 'get', 'list', 'messages']

/** Every fault, and the operations in which it can happen. A rule that names none happens in all of these. */
const happensIn: Readonly<Record<FaultName, readonly Operation[]>> = {
  /** 429 with Retry-After; nothing is made. */
  'rate-limited': everywhere,
  /** 500, or `value`; nothing is made. */
  'server-error': everywhere,
  /** 401; nothing is made. */
  unauthorized: everywhere,
  /** 403; nothing is made. */
  forbidden: everywhere,
  /** The vendor's own way of saying that the account is empty; `value` for another status. */
  'no-credit': orders,
  /** The vendor does not serve where the account is. */
  'wrong-region': orders,
  /** The vendor no longer has the model. */
  'retired-model': orders,
  /** The picture that was sent is too large, whatever its size is. */
  'image-too-large': orders,
  /** The socket is destroyed before anything is made. */
  'drop-before-accept': everywhere,
  /** The job is made and charged, and the socket destroyed without an answer. */
  'accept-then-drop': everywhere,
  /** What was asked is done, and the answer comes `delayMs` later. */
  slow: everywhere,
  /** What was asked is done, and no answer ever comes. */
  hung: everywhere,
  /** The charge shows up `delayMs` after the job. */
  'billed-late': orders,
  /** The job is accepted and ends as refused for its content; `value` for another code of the vendor. */
  moderation: orders,
  /** The job is accepted and fails for reasons of the vendor's own; `value` for another code. */
  'job-failure': ['create'],
  /** Content-Length promises twice what is sent. */
  'partial-body': everywhere,
  /** The whole answer, under a media type that it is not; `value` names it. */
  'wrong-content-type': everywhere,
  /** A whole answer with half a clip in it. */
  'truncated-clip': ['download'],
  /** The link leads on to an address of a private network; `value` for another. */
  'redirect-to-private': ['download'],
  /** Bytes of a clip without an end, and no word of how many. */
  'endless-body': ['download'],
  /** A few bytes, packed, that are 256 MB when they are unpacked. */
  'decompression-bomb': ['download'],
  /** A finished job's clip is said to be a file of the machine that asks; `value` for another link. */
  'file-link': ['get', 'list'],
  /** The model stopped in the middle of its text, as at its limit of tokens. */
  'truncated-text': ['messages'],
  /** The model talks instead of answering in the form it was asked for. */
  'unparseable-text': ['messages'],
  /** What was asked is done, and a page of HTML answers; `value` is its status, 200 by default. */
  'html-instead-of-json': everywhere,
  /** A state that no SDK has heard of; `value` names it. */
  'unknown-enum': answers,
  /** The vendor's clock is `delayMs` ahead, or behind when negative. */
  'clock-skew': everywhere,
  /** What is ordered costs `value` times as much. */
  'price-change': orders,
  /** Jobs show up in lists only `delayMs` after they were accepted. */
  'list-lag': ['list'],
}

const needsDelay: ReadonlySet<FaultName> = new Set([
  'slow',
  'billed-late',
  'clock-skew',
  'list-lag',
])

/** A fault and when it happens; without `rate` and `times` it always does. */
export interface FaultRule {
  readonly fault: FaultName
  /** Default every vendor. */
  readonly vendor?: EmulatedVendor | undefined
  /** Default every operation in which the fault can happen. */
  readonly operation?: Operation | undefined
  /** Share of the matching requests, 0…1, drawn from the emulator's seed. */
  readonly rate?: number | undefined
  /** The next so many matching requests; then the rule is spent. */
  readonly times?: number | undefined
  readonly delayMs?: number | undefined
  readonly retryAfterSeconds?: number | undefined
  /** What a fault is about: see each fault. */
  readonly value?: string | number | undefined
}

/** Reads {@link FaultRule}s; what makes no sense is refused with words for people. */
export const faultRules: z.ZodType<readonly FaultRule[]> = z.array(
  z
    .strictObject({
      fault: z.enum(faultNames),
      vendor: z.enum(emulatedVendors).optional(),
      operation: z.enum(operations).optional(),
      rate: z.number().min(0).max(1).optional(),
      times: z.int().min(1).optional(),
      delayMs: z.int().optional(),
      retryAfterSeconds: z.number().min(0).optional(),
      value: z.union([z.string(), z.number()]).optional(),
    })
    .superRefine((rule, context) => {
      for (const message of problemsOf(rule)) context.addIssue({ code: 'custom', message })
    }),
)

const problemsOf = (rule: FaultRule): readonly string[] => {
  const { fault, operation, delayMs, value } = rule
  const places = happensIn[fault]
  return [
    ...(operation !== undefined && !places.includes(operation)
      ? [`${fault} cannot happen in ${operation}, only in ${places.join(', ')}`]
      : []),
    ...(needsDelay.has(fault) && delayMs === undefined ? [`${fault} needs delayMs`] : []),
    ...(delayMs !== undefined && delayMs < 0 && fault !== 'clock-skew'
      ? ['only clock-skew may have a negative delayMs']
      : []),
    ...(fault === 'price-change' && !(typeof value === 'number' && value > 0)
      ? ['price-change needs a value above 0: how many times the price']
      : []),
  ]
}

/** Faults with which nothing is made. */
const refusing: ReadonlySet<FaultName> = new Set([
  'rate-limited',
  'server-error',
  'unauthorized',
  'forbidden',
  'no-credit',
  'wrong-region',
  'retired-model',
  'image-too-large',
  'drop-before-accept',
])

/** Faults of which one at most happens to a request: they decide what comes of its answer. */
const deciding: ReadonlySet<FaultName> = new Set([
  ...refusing,
  'accept-then-drop',
  'hung',
  'html-instead-of-json',
  'partial-body',
  'wrong-content-type',
  'redirect-to-private',
  'endless-body',
  'decompression-bomb',
])

/** Faults that go with a refusal as with any other answer. */
const ofEveryAnswer: ReadonlySet<FaultName> = new Set(['slow', 'clock-skew'])

/** The faults that happen to one request. */
export type Misfortune = Readonly<Partial<Record<FaultName, FaultRule>>>

/** The rules in force and how often each came up. */
export interface FaultBox {
  rules(): readonly FaultRule[]
  /** Put these rules in the place of all others. */
  replace(rules: readonly FaultRule[]): void
  /**
   * Draw for one request. Of the faults that decide what comes of an answer the first in the list happens and the others
   * wait for the next request, so that a list of them is a script; the rest come on top, when anything is made.
   */
  draw(vendor: EmulatedVendor, operation: Operation): Misfortune
}

interface Kept {
  readonly rule: FaultRule
  draws: number
  left: number
}

/**
 * A box of fault rules.
 *
 * @param seed the same seed, rules and requests bring the same faults
 */
export const faultBox = (seed: number, rules: readonly FaultRule[]): FaultBox => {
  let kept: readonly Kept[] = []
  const replace = (next: readonly FaultRule[]): void => {
    kept = next.map((rule) => ({ rule, draws: 0, left: rule.times ?? Number.POSITIVE_INFINITY }))
  }
  const comesUp = (entry: Kept): boolean => {
    entry.draws += 1
    const { rate } = entry.rule
    if (rate !== undefined && chance(seed, kept.indexOf(entry), entry.draws) >= rate) return false
    entry.left -= 1
    return true
  }
  replace(rules)
  return {
    rules: () =>
      kept
        .filter(({ left }) => left > 0)
        .map(({ rule, left }) => (Number.isFinite(left) ? { ...rule, times: left } : rule)),
    replace,
    draw: (vendor, operation) => {
      const meant = kept.filter(({ rule, left }) => left > 0 && matches(rule, vendor, operation))
      const verdict = meant.filter(({ rule }) => deciding.has(rule.fault)).find(comesUp)?.rule
      const drawn: Partial<Record<FaultName, FaultRule>> = {}
      if (verdict) drawn[verdict.fault] = verdict
      for (const entry of meant.filter(({ rule }) => mayComeWith(verdict, rule.fault))) {
        if (!drawn[entry.rule.fault] && comesUp(entry)) drawn[entry.rule.fault] = entry.rule
      }
      return drawn
    },
  }
}

/** Whether a fault may come on top of the one that decides the answer. */
const mayComeWith = (verdict: FaultRule | undefined, fault: FaultName): boolean => {
  if (deciding.has(fault)) return false
  return verdict === undefined || !refusing.has(verdict.fault) || ofEveryAnswer.has(fault)
}

const matches = (rule: FaultRule, vendor: EmulatedVendor, operation: Operation): boolean =>
  (rule.vendor ?? vendor) === vendor &&
  (rule.operation ?? operation) === operation &&
  happensIn[rule.fault].includes(operation)

/** 0…1. */
const chance = (seed: number, rule: number, draw: number): number =>
  seedFrom(seed, rule, draw) / 2_147_483_648

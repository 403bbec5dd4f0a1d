import type { Aspect, Brief, Gate, PictureSize } from '../../domain/brief.ts'
import { aspects } from '../../domain/brief.ts'
import type { CatalogueModel } from '../../domain/catalogue-model.ts'
import { StudioError } from '../../domain/errors.ts'
import { formatUsd, parseUsd, type Usd } from '../../domain/money.ts'
import { languageOf } from '../../domain/text-language.ts'
import { tiers } from '../../domain/tier.ts'
import { parseRate, rate24 } from '../../domain/time.ts'
import { seedFrom } from '../../kit/hash.ts'
import { notAChoice } from '../closest.ts'
import type { BriefRequest } from './brief-request.ts'
import { checkedLanguage } from './checked-language.ts'
import { checkedProvider } from './checked-provider.ts'
import { listedLength } from './listed-length.ts'

/** A brief without the client's files, which are taken in by the studio. */
export type BriefOnPaper = Omit<Brief, 'seeds' | 'musicHash'>

const audioChoices = ['none', 'music', 'voice', 'full'] as const
const captionChoices = ['burn', 'sidecar', 'none'] as const
const gateChoices = ['plan', 'pilots', 'final'] as const
const longestConcept = 20_000
const defaultBudgetUsd = 10
const defaultSeconds = 30
const leastSeconds = 5
const mostSeconds = 600
const leastSide = 128
const mostSide = 3840

const sizeOfAspect: Readonly<Record<Aspect, PictureSize>> = {
  '16:9': { width: 1280, height: 720 },
  '9:16': { width: 720, height: 1280 },
  '1:1': { width: 720, height: 720 },
}

/**
 * Check a request and write every default in.
 *
 * @param catalogue as the run's mode sees it: it says whose money the brief moves
 * @param defaultProvider vendor of the footage where the request names none
 * @throws StudioError `brief-invalid`, `bad-input`, `not-available` or `model-retired`, with what would be right
 */
export const completeBrief = (
  request: BriefRequest,
  catalogue: readonly CatalogueModel[],
  defaultProvider = 'animatic',
): BriefOnPaper => {
  const concept = checkedConcept(request.concept, request.seedAssets)
  const { aspect, size } = pictureShape(request.aspect, request.size)
  const provider = checkedProvider(request.provider ?? defaultProvider, catalogue)
  return {
    schema: 'brief@1',
    concept,
    budget: checkedBudget(request.budget ?? defaultBudgetUsd),
    funds: provider.funds,
    seconds: checkedSeconds(request.duration ?? listedLength(concept) ?? defaultSeconds),
    aspect,
    size,
    rate: request.fps === undefined ? rate24 : parseRate(request.fps),
    tier: request.tier === undefined ? null : oneOf('--tier', request.tier, tiers),
    pilots: request.pilots === undefined ? null : wholeNumber('--pilots', request.pilots, 1, 4),
    takes: request.takes === undefined ? null : wholeNumber('--takes', request.takes, 1, 5),
    provider: provider.vendor,
    audio: oneOf('--audio', request.audio ?? 'full', audioChoices),
    voice: request.voice === undefined ? null : checkedVoice(request.voice),
    language:
      request.language === undefined ? languageOf(concept) : checkedLanguage(request.language),
    captions: oneOf('--captions', request.captions ?? 'burn', captionChoices),
    randomSeed:
      request.randomSeed === undefined
        ? seedFrom(concept)
        : wholeNumber('--random-seed', request.randomSeed, 0, 2 ** 31 - 1),
    gates: [...new Set(request.gates ?? [])].map(
      (gate): Gate => oneOf('"gates" in a brief file', gate, gateChoices),
    ),
  }
}

const invalid = (message: string): StudioError =>
  new StudioError({ code: 'brief-invalid', message })

const checkedConcept = (
  written: string | undefined,
  seedAssets: BriefRequest['seedAssets'],
): string => {
  const hint = seedAssets
    ? '. Put it first: --seed takes every word behind it for a file. Or put it behind --, as the last word.'
    : ''

  const concept = (written ?? '').replaceAll('\0', '').trim().normalize('NFC')
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(concept)) {
    throw invalid(
      'There is no concept. Say in quotes what the film is about: npx --no-install claude-studio produce "A serene mountain lake at sunset" --budget 5' +
        hint,
    )
  }
  const length = [...concept].length
  if (length <= longestConcept) return concept
  throw invalid(
    `The concept has ${length.toLocaleString('en-US')} characters; at most ${longestConcept.toLocaleString('en-US')} can be read. Keep what the film must show.`,
  )
}

const checkedBudget = (written: string | number): Usd => {
  const budget = parseUsd(written)
  if (budget > 0) return budget
  throw invalid(
    `A budget of ${formatUsd(budget)} buys nothing. Give an amount above zero, such as --budget 5.`,
  )
}

const durationPattern = /^(?:(\d+(?:\.\d+)?)\s*m(?:in)?)?\s*(?:(\d+(?:\.\d+)?)\s*(?:s|sec)?)?$/i

const checkedSeconds = (written: string | number): number => {
  const text = String(written).trim()
  const match = durationPattern.exec(text)
  const seconds =
    text === '' || !match ? Number.NaN : Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)
  if (seconds >= leastSeconds && seconds <= mostSeconds) return seconds
  throw invalid(
    `"${text.slice(0, 40)}" is not a length a film can have. Use ${leastSeconds} seconds to 10 minutes, such as --duration 30 or --duration 1m30s.`,
  )
}

const oneOf = <Word extends string>(
  what: string,
  written: string,
  known: readonly Word[],
): Word => {
  const found = known.find((word) => word === written.trim().toLowerCase())
  if (found) return found
  throw invalid(notAChoice(written, what, known))
}

const wholeNumber = (
  flag: string,
  written: string | number,
  least: number,
  most: number,
): number => {
  const value = /^\d+$/.test(String(written).trim()) ? Number(written) : Number.NaN
  if (value >= least && value <= most) return value
  throw invalid(
    `"${String(written).slice(0, 40)}" is not a value for ${flag}. Use a whole number from ${least} to ${most}.`,
  )
}

/** Aspect and size of pictures that were asked for. @throws StudioError `brief-invalid` for what does not go together */
export const pictureShape = (
  aspectText: string | undefined,
  sizeText: string | undefined,
): { readonly aspect: Aspect; readonly size: PictureSize } => {
  const wanted = aspectText === undefined ? null : oneOf('--aspect', aspectText, aspects)
  if (sizeText === undefined) {
    const aspect = wanted ?? '16:9'
    return { aspect, size: sizeOfAspect[aspect] }
  }
  const size = checkedSize(sizeText)
  const nearest = aspects.find((aspect) => isAspect(size, aspect))
  if (nearest && (wanted === null || wanted === nearest)) return { aspect: nearest, size }
  throw invalid(
    `The size ${size.width}x${size.height} does not have the aspect ${wanted ?? aspects.join(', ')}. Try ${aspects.map((aspect) => `${sizeOfAspect[aspect].width}x${sizeOfAspect[aspect].height} for ${aspect}`).join(', ')}.`,
  )
}

const checkedSize = (text: string): PictureSize => {
  const match = /^(\d{2,5})\s*[x×]\s*(\d{2,5})$/i.exec(text.trim())
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const fits = [width, height].every(
    (side) => side >= leastSide && side <= mostSide && side % 2 === 0,
  )
  if (match && fits) return { width, height }
  throw invalid(
    `"${text.slice(0, 40)}" is not a picture size. Use even numbers from ${leastSide} to ${mostSide}, such as --size 1280x720.`,
  )
}

/** Even sides cannot meet every aspect exactly: one pixel in fifty is let pass. */
const isAspect = (size: PictureSize, aspect: Aspect): boolean => {
  const [across = 1, down = 1] = aspect.split(':').map(Number)
  return Math.abs((size.width / size.height) * (down / across) - 1) <= 0.02
}

const checkedVoice = (voice: string): string => {
  if (/^[\p{L}\p{N}][\p{L}\p{N} +_./-]{0,63}$/u.test(voice)) return voice
  throw invalid(
    `"${voice.slice(0, 40)}" is not a voice's name. Use letters, digits, spaces and + _ . / - only.`,
  )
}

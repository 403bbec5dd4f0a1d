import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { PictureSize } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { hasShape, shapesText } from '../domain/picture-shapes.ts'
import { frames, rate24 } from '../domain/time.ts'
import { fileReason } from '../kit/file-error.ts'
import { sha256 } from '../kit/hash.ts'
import type { AnswerTest, ClipTest } from '../production/provider-test.ts'
import type { RehearsedOrder } from '../studio/vendor-desk.ts'
import { pictureShape } from './brief/complete-brief.ts'
import { clipText } from './catalogue-text.ts'
import type { Flags } from './context.ts'
import { textFlag } from './context.ts'

/** What a model is asked in a test. */
export type TestOrder = RehearsedOrder

type Shot = ClipTest['shot']
type Question = AnswerTest['question']

/** Most tokens of an answer: a test is to be cheap. */
const mostAnswerTokens = 1000

/**
 * What flags ask of a model.
 *
 * @throws StudioError `bad-input` without a prompt, for flags that do not go with the model, and for what they cannot be
 */
export const testOrder = async (
  model: CatalogueModel,
  flags: Flags,
  workingFolder: string,
): Promise<TestOrder> => {
  const prompt = (textFlag(flags, 'prompt') ?? '').trim()
  if (prompt === '') throw badInput('Say what is asked for: --prompt "A lake at sunset".')
  if (model.port === 'llm') {
    refuseClipFlags(model, flags)
    return { kind: 'answer', question: question(prompt) }
  }
  return { kind: 'clip', shot: await shotOf(model, prompt, flags, workingFolder) }
}

const badInput = (message: string): StudioError => new StudioError({ code: 'bad-input', message })

const refuseClipFlags = ({ id }: CatalogueModel, flags: Flags): void => {
  const names = ['duration', 'image', 'aspect', 'size', 'output']
  const given = names.filter((name) => flags[name] !== undefined)
  if (given.length === 0) return
  throw badInput(`${id} makes no clips: it goes with no --${given.join(', no --')}.`)
}

const question = (prompt: string): Question => ({
  ...{ role: 'producer', task: 'test-provider', input: { question: prompt }, prompt, images: [] },
  replySchema: {
    type: 'object',
    properties: { answer: { type: 'string' } },
    required: ['answer'],
    additionalProperties: false,
  },
  maxTokens: mostAnswerTokens,
})

const shotOf = async (
  model: CatalogueModel,
  prompt: string,
  flags: Flags,
  workingFolder: string,
): Promise<Shot> => {
  const { size } = pictureShape(
    textFlag(flags, 'aspect') ?? undefined,
    textFlag(flags, 'size') ?? undefined,
  )
  const image = textFlag(flags, 'image')
  const seconds = secondsOf(flags) ?? shortest(model)
  requireLength(model, seconds)
  requireShape(model, size, image !== null)
  return {
    ...plainShot(prompt, seconds),
    size,
    firstFrame: image === null ? null : await frameAt(resolve(workingFolder, image)),
  }
}

/** A film is cut from what a model makes; a test buys that as it is. @throws StudioError `bad-input` */
const requireLength = (model: CatalogueModel, seconds: number): void => {
  const { minSeconds, maxSeconds, seconds: lengths } = model.limits
  const isMade = lengths
    ? lengths.includes(seconds)
    : seconds >= (minSeconds ?? 0) && seconds <= (maxSeconds ?? Number.POSITIVE_INFINITY)
  if (isMade) return
  throw badInput(
    `${model.id} makes clips of ${clipText(model)}, and none of ${seconds} s. Nothing was ordered. Give one of these with --duration.`,
  )
}

/** @throws StudioError `bad-input` */
const requireShape = (model: CatalogueModel, size: PictureSize, hasImage: boolean): void => {
  const { shapes } = model.limits
  const made = (hasImage ? shapes?.frame : shapes?.words) ?? []
  // What makes nothing of words alone says so itself.
  if (made.length === 0 || made.some((shape) => hasShape(size, shape))) return
  const withImage = !hasImage && shapes?.frame.some((shape) => hasShape(size, shape))
  throw badInput(
    `${model.id} makes pictures of ${shapesText(made)}${hasImage ? ' from a first frame' : ''}, and none of ${shapesText([`${size.width}:${size.height}`])}${withImage ? ' but from a first frame, with --image' : ''}. Nothing was ordered. Give one of these with --aspect.`,
  )
}

/** A shot of so many seconds, from words alone. */
export const plainShot = (prompt: string, seconds: number): Shot => ({
  prompt,
  picture: {
    ...{ place: prompt, timeOfDay: 'day', weather: 'clear', mood: '', subjects: [], objects: [] },
    ...{ camera: 'static', framing: 'wide', style: '', avoid: [] },
  },
  ...{ cast: [], length: frames(Math.round(seconds * 24)), rate: rate24, seed: 1 },
  ...{ size: { width: 1280, height: 720 }, firstFrame: null, lastFrame: null, slate: null },
})

/** Seconds of the shortest clip that a model makes. */
export const shortest = ({ limits }: CatalogueModel): number =>
  limits.seconds?.[0] ?? limits.minSeconds ?? 1

const secondsOf = (flags: Flags): number | null => {
  const written = textFlag(flags, 'duration')
  if (written === null) return null
  const match = /^(\d{1,3}(?:\.\d{1,3})?)\s*s?$/.exec(written.trim())
  const seconds = Number(match?.[1])
  if (match && seconds > 0) return seconds
  throw badInput(`"${written.slice(0, 40)}" is not a length of a clip. Give seconds, such as 5.`)
}

/** Largest picture that is read, in bytes: what any vendor takes. */
const mostPictureBytes = 200_000_000

const frameAt = async (path: string): Promise<NonNullable<Shot['firstFrame']>> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw badInput(`The picture ${path} cannot be read (${fileReason(error)}). Check the path.`)
  })
  if (bytes.length <= mostPictureBytes) return { path, hash: sha256(bytes) }
  throw badInput(`The picture ${path} has ${bytes.length} bytes, which no vendor takes.`)
}

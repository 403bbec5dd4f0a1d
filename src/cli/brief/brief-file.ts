import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { StudioError } from '../../domain/errors.ts'
import { fileReason } from '../../kit/file-error.ts'
import { readAtMost } from '../../kit/read-at-most.ts'
import { closest } from '../closest.ts'
import type { CliContext } from '../context.ts'
import type { BriefRequest } from './brief-request.ts'

const text = z.string().meta({ title: 'text' })
const textOrNumber = z.union([z.string(), z.number()]).meta({ title: 'text or number' })
const path = z.string().regex(/\S/)
const onePath = path.meta({ title: 'path' })
const paths = z.array(path).max(40).meta({ title: 'list of at most 40 paths' })
const texts = z.array(z.string()).meta({ title: 'list of texts' })

const fields = {
  concept: text.optional().describe('what the film is about, at most 20,000 characters'),
  budget: textOrNumber.optional().describe('dollars, most that may be spent'),
  duration: textOrNumber.optional().describe('seconds, or such as `1m30s`; 5 s to 10 min'),
  aspect: text.optional().describe('`16:9`, `9:16` or `1:1`'),
  size: text.optional().describe('picture size, such as `1280x720`'),
  fps: textOrNumber.optional().describe('12 to 60, such as 24, 25 or 23.976'),
  tier: text
    .optional()
    .describe('`static-images`, `motion-graphics`, `animated` or `photorealistic`'),
  pilots: textOrNumber.optional().describe('competing pilots, 1 to 4'),
  takes: textOrNumber.optional().describe('takes of each shot, 1 to 5'),
  provider: text.optional().describe('vendor of the footage'),
  audio: text.optional().describe('`none`, `music`, `voice` or `full`'),
  voice: text.optional().describe("the narrator's voice"),
  music: onePath.optional().describe('a music file of yours instead of composed music'),
  language: text
    .optional()
    .describe("of the narration, such as `en` or `pt-BR`; the concept's own when left out"),
  captions: text.optional().describe('`burn`, `sidecar` or `none`'),
  seedAssets: paths
    .optional()
    .describe('pictures, clips and texts; the offline crew keeps them and does not use them'),
  randomSeed: textOrNumber.optional().describe('same brief and seed give the same frames'),
  gates: texts
    .optional()
    .describe('where to wait for your approval: `plan`, `pilots`, `final`; no flag has this'),
}

/** Schema of a brief file in JSON: the same words as the flags of `produce`. */
const briefFileSchema: z.ZodType<BriefRequest> = z.strictObject(fields)

/** One key of a brief file in JSON, for messages and the docs. */
export interface BriefFileKey {
  readonly name: string
  /** What its value is: `text`, `text or number`, `path`, … */
  readonly kind: string
  readonly description: string
}

/** Every key of a brief file in JSON, in the order of the schema. */
export const briefFileKeys = (): readonly BriefFileKey[] =>
  Object.entries(fields).map(([name, field]) => {
    const { title = '', description = '' } = z.toJSONSchema(field)
    return { name, kind: title, description }
  })

const largestBriefBytes = 200_000
const page = 'docs/brief-files.md says what a brief may hold.'

/**
 * Read a brief file: JSON with the words of the flags, or plain text, which is the concept. A byte order mark is skipped.
 *
 * @param path a file, or `-` for standard input
 * @throws StudioError `brief-invalid`
 */
export const requestFromFile = async (context: CliContext, path: string): Promise<BriefRequest> => {
  const name = path === '-' ? 'standard input' : path
  const bytes =
    path === '-'
      ? await context.readStdin(largestBriefBytes)
      : await readFileAtMost(resolve(context.workingFolder, path))
  if (bytes.length > largestBriefBytes) {
    throw invalid(
      `The brief in ${name} is larger than 200 kB. A concept has at most 20,000 characters.`,
    )
  }
  const text = decoded(bytes, name)
  if (text.trim() === '') {
    throw invalid(`The brief in ${name} is empty. Write a concept into it, or leave --brief away.`)
  }
  const value = jsonIn(text, name)
  if (value === undefined) {
    if (/\.(json|ya?ml|toml)$/i.test(path)) throw notWhatItsNameSays(name)
    return { concept: text }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(
      `The brief in ${name} is JSON, but not an object. Write an object such as {"concept": "A fox in snow", "budget": 5}, or the concept as plain text. ${page}`,
    )
  }
  const twice = keyTwice(text)
  if (twice !== null) {
    throw invalid(
      `The brief in ${name} has the key "${twice.slice(0, 40)}" twice, and which of the two counts nobody can tell. Leave one of them away.`,
    )
  }
  const result = briefFileSchema.safeParse(value)
  if (result.success) return result.data
  throw invalid(`The brief in ${name} is not valid: ${problemsIn(result.error)} ${page}`)
}

/** Text of such a name has keys in it that would be read as what the film is about. */
const notWhatItsNameSays = (name: string): StudioError =>
  invalid(
    `The brief in ${name} is not JSON, which its name lets expect a brief with keys to be. Write a JSON object such as {"concept": "A fox in snow", "budget": 5}, or give the concept as plain text in a file such as brief.txt. ${page}`,
  )

const readFileAtMost = async (path: string): Promise<Uint8Array> => {
  try {
    return await readAtMost(createReadStream(path), largestBriefBytes)
  } catch (cause) {
    throw invalid(`Could not read the brief ${path} (${fileReason(cause)}). Check the path.`, cause)
  }
}

/** Control characters that no text has; tabs and ends of lines are let be. */
const controlCharacter = /[^\P{Cc}\s\u0085]/u

const decoded = (bytes: Uint8Array, name: string): string => {
  const notText = (cause?: unknown): StudioError =>
    invalid(
      `The brief in ${name} is not text in UTF-8. Give a text or JSON file; pictures, clips and sounds to work from go with --seed-assets. ${page}`,
      cause,
    )
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!controlCharacter.test(text)) return text
  } catch (cause) {
    throw notText(cause)
  }
  throw notText()
}

/** The value when the whole is JSON; undefined for plain text. What begins like an object is meant as one. */
const jsonIn = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!text.trimStart().startsWith('{')) return undefined
    throw invalid(
      `The brief in ${name} begins like JSON but is not: ${cause instanceof Error ? cause.message : cause}.`,
      cause,
    )
  }
}

/** The first key that an object written as JSON has twice: a parser would let the last one win without a word. */
const keyTwice = (object: string): string | null => {
  const seen = new Set<string>()
  let depth = 0
  for (const [token, isKey] of object.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    else if (isKey && depth === 1) {
      const key: string = JSON.parse(token.slice(0, -isKey.length))
      if (seen.has(key)) return key
      seen.add(key)
    }
  }
  return null
}

/** One sentence a problem: an unknown key is answered with the known ones, a wrong value with what it must be. */
const problemsIn = (error: z.ZodError): string => {
  const keys = briefFileKeys()
  const names = keys.map(({ name }) => name)
  const sentences = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return [
        ...issue.keys.map((key) => `there is no key "${key.slice(0, 40)}".${nearest(key, names)}`),
        `Keys: ${names.join(', ')}.`,
      ]
    }
    const name = String(issue.path[0])
    return [`${name} must be a ${keys.find((key) => key.name === name)?.kind}.`]
  })
  return [...new Set(sentences)].join(' ')
}

const nearest = (key: string, names: readonly string[]): string => {
  const near = closest(key, names)
  return near === null ? '' : ` Did you mean "${near}"?`
}

const invalid = (message: string, cause?: unknown): StudioError =>
  new StudioError({ code: 'brief-invalid', message, cause })

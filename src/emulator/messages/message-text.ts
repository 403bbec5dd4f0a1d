import { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import { pictureSize } from '../../kit/picture-size.ts'
import type { Block, CountRequest } from './request-shape.ts'

/** A question of the studio's as it stands in a request. */
export interface AskedFacts {
  readonly task: string
  readonly input: Json
}

/**
 * The facts of a request: the last block of text that is nothing but `<facts task="…">{JSON}</facts>`. A concept that has such tags
 * in it stands among other words and is not taken for it.
 */
export const factsOf = ({ messages }: CountRequest): AskedFacts | null => {
  const blocks = messages
    .filter(({ role }) => role === 'user')
    .flatMap(({ content }) => textsIn(content))
  for (const block of blocks.toReversed()) {
    const [, task, json] = /^<facts task="([a-z-]+)">([\s\S]*)<\/facts>$/.exec(block) ?? []
    if (task === undefined || json === undefined) continue
    const input = parsed(json)
    if (input !== undefined) return { task, input }
  }
  return null
}

/** Every 4 characters count as a token: the rough rule for English text. */
const charactersPerToken = 4
/** Edge of the patch that costs a token. platform.claude.com/docs/en/build-with-claude/vision, read 2026-11-30 */
const patchEdge = 28
/** The vendor scales larger pictures down; 4 005 tokens were the most that was measured (image-token-cost, read 2026-11-30). */
const mostPictureTokens = 4_005

/** What a request is counted as. */
export const inputTokens = (request: CountRequest): number => {
  const system = request.system === undefined ? [] : textsIn(request.system)
  const texts = request.messages.flatMap(({ content }) => textsIn(content))
  const format = request.output_config?.format ? [JSON.stringify(request.output_config.format)] : []
  const pictures = request.messages.flatMap(({ content }) => picturesIn(content))
  return (
    tokensOf([...system, ...texts, ...format].join('\n')) +
    pictures.reduce((sum, data) => sum + pictureTokens(data), 0)
  )
}

/** What a text is counted as; at least 1. */
export const tokensOf = (text: string): number =>
  Math.max(1, Math.ceil(text.length / charactersPerToken))

/** Pictures of a request, as base64. */
export const picturesIn = (content: string | readonly Block[]): readonly string[] =>
  typeof content === 'string'
    ? []
    : content.flatMap((block) => (block.type === 'image' ? [block.source.data] : []))

const textsIn = (content: string | readonly Block[]): readonly string[] =>
  typeof content === 'string'
    ? [content]
    : content.flatMap((block) => (block.type === 'text' ? [block.text] : []))

const pictureTokens = (data: string): number => {
  const size = pictureSize(Buffer.from(data, 'base64'))
  if (!size) return mostPictureTokens
  const patches = Math.ceil(size.width / patchEdge) * Math.ceil(size.height / patchEdge)
  return Math.min(patches, mostPictureTokens)
}

const anyJson = z.json()

const parsed = (text: string): Json | undefined => {
  try {
    return anyJson.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

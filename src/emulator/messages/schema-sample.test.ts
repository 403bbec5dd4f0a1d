import { jsonSchemaOutputFormat } from '@anthropic-ai/sdk/helpers/json-schema'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { circleReply } from '../../agents/critic/circle-prompt.ts'
import { verdictReply } from '../../agents/critic/verdict-prompt.ts'
import { cutReply } from '../../agents/editor/cut-prompt.ts'
import { contractReply } from '../../agents/producer/contract-prompt.ts'
import { planReply } from '../../agents/producer/plan-prompt.ts'
import { reviewReply } from '../../agents/qa-verifier/review-prompt.ts'
import { revisionReply } from '../../agents/script-writer/revision-prompt.ts'
import { scriptReply } from '../../agents/script-writer/script-prompt.ts'
import type { Json } from '../../domain/json.ts'
import { formatProblem } from './format-check.ts'
import { sampleOf } from './schema-sample.ts'

/** The schema as it reaches the door. */
const sent = (reply: z.ZodType): Json =>
  jsonSchemaOutputFormat(z.toJSONSchema(reply) as { type: 'object' }).schema as Json

describe('a sample of a schema', () => {
  it.each([
    ['circle', circleReply],
    ['verdict', verdictReply],
    ['cut', cutReply],
    ['contract', contractReply],
    ['plan', planReply],
    ['review', reviewReply],
    ['revision', revisionReply],
    ['script', scriptReply],
  ] as const)('is a reply that the studio can read: %s', (_name, reply: z.ZodType) => {
    const schema = sent(reply)
    expect(formatProblem(schema, 'schema')).toBeNull()
    expect(reply.safeParse(sampleOf(schema)).error?.issues ?? []).toEqual([])
  })

  it('keeps bounds, constants, choices and references', () => {
    const node = { type: 'object', properties: { id: { const: 'x' } } }
    expect(
      sampleOf({
        type: 'object',
        properties: {
          node: { $ref: '#/$defs/node' },
          either: { anyOf: [{ type: 'null' }, { type: 'string' }] },
          pick: { enum: ['a', 'b'] },
          below: { type: 'number', description: '{maximum: -2}' },
          above: { type: 'number', description: '{exclusiveMinimum: 0}' },
          short: { type: 'string', description: '{maxLength: 5}' },
          long: { type: 'string', description: 'A text.\n\n{minLength: 80}' },
          whole: { type: 'integer', description: '{minimum: -9007199254740991}' },
          is: { type: 'boolean' },
          many: { type: 'array', items: { type: 'null' }, description: '{minItems: 2}' },
        },
        $defs: { node },
      }),
    ).toEqual({
      node: { id: 'x' },
      either: null,
      pick: 'a',
      below: -2,
      above: 1,
      short: 'The e',
      long: expect.stringMatching(/^.{80}$/),
      whole: 0,
      is: false,
      many: [null, null],
    })
  })
})

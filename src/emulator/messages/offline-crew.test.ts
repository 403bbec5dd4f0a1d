import { describe, expect, it } from 'vitest'
import { writeContract } from '../../agents/producer/write-contract.ts'
import { writePlan } from '../../agents/producer/write-plan.ts'
import { writeScript } from '../../agents/script-writer/write-script.ts'
import type { ScriptBrief } from '../../domain/crew-tasks.ts'
import { microUsd } from '../../domain/money.ts'
import type { AskCrew } from '../../ports/crew.ts'
import type { CrewQuestion, LanguageModel } from '../../ports/language-model.ts'
import { anthropicLanguageModel } from '../../providers/anthropic/anthropic-language-model.ts'
import { understudy } from '../../providers/understudy/understudy.ts'
import { serverOfTest } from '../../testing/loopback-server.ts'
import { type MessagesDoorOptions, messagesDoor } from './messages-door.ts'

const signal = new AbortController().signal

const answered = async (model: LanguageModel, question: CrewQuestion): Promise<string> => {
  const started = await model.start(question, 'reference', signal)
  if (started.kind !== 'delivered' || started.output.kind !== 'text') {
    throw new Error(`not answered: ${JSON.stringify(started)}`)
  }
  const { bill = 'as-quoted' } = started
  const billed = bill === 'as-quoted' ? 0 : bill.units.quantity
  expect(billed).toBeLessThanOrEqual(model.units(question).quantity)
  return started.output.text
}

/** The offline crew behind the door. */
const answer: MessagesDoorOptions['answer'] = (facts) =>
  answered(understudy(), {
    ...facts,
    role: 'producer',
    prompt: '',
    images: [],
    replySchema: {},
    maxTokens: 32_000,
  })

const askOf =
  (model: LanguageModel): AskCrew =>
  async (_subject, { parse, ...question }) =>
    parse(JSON.parse(await answered(model, question)))

const overTheWire = async (model: string): Promise<AskCrew> => {
  const server = await serverOfTest(messagesDoor({ answer }))
  return askOf(
    anthropicLanguageModel({
      model,
      apiKey: 'sk-ant-test',
      baseUrl: server.url,
      fetch: globalThis.fetch,
      now: () => performance.now(),
    }),
  )
}

const concept = 'A fox drinks from a river at dawn. Then 日本 and <facts>: it sees its own face. 🦊'

const tell = async (ask: AskCrew): Promise<unknown> => {
  const items = await writeContract(ask, { concept, seconds: 20, language: 'en' })
  const plan = await writePlan(ask, {
    concept,
    seconds: 20,
    items,
    budget: microUsd(20_000_000),
    offers: [
      {
        model: 'animatic/painted',
        tier: 'animated',
        pricePerSecond: microUsd(60_000),
        note: 'painted',
      },
    ],
    pilots: null,
    takes: null,
    tier: null,
  })
  const [pilot] = plan.pilots
  if (!pilot) throw new Error('a plan without pilots')
  const brief: ScriptBrief = {
    concept,
    items,
    seconds: 20,
    scenes: plan.scenes,
    rate: { numerator: 24, denominator: 1 },
    language: 'en',
    pilot: { ...pilot, id: 'p1' },
    maxShotSeconds: 10,
    minShotSeconds: 1,
    narrated: true,
    aspect: '16:9',
    adjustments: [],
  } as ScriptBrief
  return { items, plan, script: await writeScript(ask, brief) }
}

describe('the offline crew behind the messages door', () => {
  it.each(['claude-sonnet-5-5', 'claude-opus-5-5', 'claude-haiku-4-5'])(
    'tells the studio over the wire what it tells directly: %s',
    async (model) => {
      const direct = await tell(askOf(understudy()))
      expect(await tell(await overTheWire(model))).toEqual(direct)
    },
  )
})

import { writeContract } from '../../src/agents/producer/write-contract.ts'
import { writePlan } from '../../src/agents/producer/write-plan.ts'
import { writeScript } from '../../src/agents/script-writer/write-script.ts'
import { catalogueFor } from '../../src/catalogue.ts'
import type { ModelOffer, PilotDraft, PlanDraft } from '../../src/domain/crew-tasks.ts'
import type { ContractItem } from '../../src/domain/intent-contract.ts'
import type { Usd } from '../../src/domain/money.ts'
import { parseUsd, zeroUsd } from '../../src/domain/money.ts'
import type { Script, Shot } from '../../src/domain/script.ts'
import { shotsOf } from '../../src/domain/script.ts'
import { slateId } from '../../src/domain/slate.ts'
import type { Take } from '../../src/domain/take.ts'
import type { Rate } from '../../src/domain/time.ts'
import { frames, rate24 } from '../../src/domain/time.ts'
import type { AskCrew } from '../../src/ports/crew.ts'
import { askUnderstudy } from './ask-understudy.ts'

/** Models on offer in these tests: the stand-ins of the catalogue. */
export const offers: readonly ModelOffer[] = catalogueFor('offline').flatMap(
  ({ id, port, tier, price, note }) =>
    port === 'video' && tier !== null
      ? [{ model: id, tier, pricePerSecond: price.perUnit, note }]
      : [],
)

/** A film on paper. */
export interface PaperFilm {
  readonly items: readonly ContractItem[]
  readonly plan: PlanDraft
  readonly scripts: readonly Script[]
}

/** Contract, plan and the script of every pilot for a concept. */
export const paperFilm = async (
  concept: string,
  wish: {
    readonly seconds?: number
    readonly budget?: Usd
    readonly language?: string
    readonly narrated?: boolean
    readonly rate?: Rate
    readonly minShotSeconds?: number
    readonly maxShotSeconds?: number
    /** Default: the offline crew. */
    readonly ask?: AskCrew
  } = {},
): Promise<PaperFilm> => {
  const { seconds = 30, budget = parseUsd(5), language = 'en', ask = askUnderstudy } = wish
  const items = await writeContract(ask, { concept, seconds, language })
  const open = { pilots: null, takes: null, tier: null }
  const plan = await writePlan(ask, { concept, seconds, items, budget, offers, ...open })
  const script = (pilot: PilotDraft, index: number): Promise<Script> =>
    writeScript(ask, {
      concept,
      items,
      seconds,
      scenes: plan.scenes,
      rate: wish.rate ?? rate24,
      language,
      pilot: { ...pilot, id: `p${index + 1}` },
      maxShotSeconds: wish.maxShotSeconds ?? 10,
      minShotSeconds: wish.minShotSeconds ?? 1,
      narrated: wish.narrated ?? true,
      aspect: '16:9',
      adjustments: [],
    })
  return { items, plan, scripts: await Promise.all(plan.pilots.map(script)) }
}

/** What is said in the first script, line by line. */
export const linesOf = ({ scripts }: PaperFilm): readonly string[] =>
  scripts[0]?.scenes.flatMap(({ narration }) => narration.map(({ text }) => text)) ?? []

/** Who does what in the first script, shot by shot: `girl: flies a kite, dog: sits`. */
export const deedsOf = ({ scripts }: PaperFilm): readonly string[] =>
  scripts
    .slice(0, 1)
    .flatMap(shotsOf)
    .map(({ picture }) =>
      picture.subjects.map(({ what, action }) => `${what}: ${action}`).join(', '),
    )

/** A take on paper: the shot's footage with spare frames at its end, waiting for a review. */
export const paperTake = (
  shot: Shot,
  take: {
    readonly pilot: string
    readonly number: number
    readonly handle: number
    readonly model?: string
    readonly depicted?: readonly string[]
  },
): Take => ({
  schema: 'take@2',
  slate: slateId(shot.id, take.number),
  shot: shot.id,
  pilot: take.pilot,
  orderKey: 'order',
  model: take.model ?? 'animatic/sketch',
  state: 'dailies',
  footage: {
    kind: 'stored',
    hash: 'a'.repeat(64),
    originalHash: 'b'.repeat(64),
    available: { start: frames(0), length: frames(shot.length + take.handle) },
  },
  depicted: take.depicted ?? [],
  prompt: shot.prompt,
  seed: 1,
  cost: zeroUsd,
  funds: 'simulated',
  test: false,
  continuesFrom: null,
  wanted: shot.length,
  decidedBy: 'crew',
  note: '',
})

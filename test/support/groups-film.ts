import type { Brief } from '../../src/domain/brief.ts'
import type { Json } from '../../src/domain/json.ts'
import { microUsd, parseUsd } from '../../src/domain/money.ts'
import type { Scene, Script } from '../../src/domain/script.ts'
import { shotId } from '../../src/domain/slate.ts'
import { frames } from '../../src/domain/time.ts'
import { smallBrief } from './briefs.ts'

/** A film that is planned and written and has nothing shot: the rows it is made of. */
export interface WrittenFilm {
  readonly brief: Brief
  readonly documents: readonly (readonly [
    kind: 'contract' | 'plan' | 'script' | 'verdict',
    key: string,
    body: Json,
  ])[]
}

const shotFrames = 36

/**
 * A film of continuity groups, each a chain of single shots that continue from each other, to be shot by one pilot with one take
 * of each. Emulated funds, 3 s a shot at 12 frames a second.
 */
export const groupsFilm = (wanted: {
  readonly groups: number
  readonly shots: number
  readonly model: string
}): WrittenFilm => {
  const { groups, shots, model } = wanted
  const count = groups * shots
  const brief = smallBrief({
    ...{ funds: 'emulated', provider: 'runway', budget: parseUsd(40), seconds: count * 3 },
    ...{ size: { width: 128, height: 72 }, audio: 'none', captions: 'none', pilots: 1, takes: 1 },
  })
  const scenes = Array.from({ length: count }, (_, index) => scene(index, shots))
  const script: Script = {
    ...{ schema: 'script@2', pilot: 'p1', title: 'Groups', logline: '', cast: [], look: '' },
    ...{ musicMood: 'calm', fadeOut: frames(0), scenes },
  }
  const item = { id: 'i1', kind: 'entity', claim: 'a lake is seen', words: ['lake'], weight: 1 }
  const pilot = {
    ...{ id: 'p1', name: 'groups', approach: 'As written.', tier: 'animated', model, style: '' },
    ...{ takesPerShot: 1, pace: 'steady', testBudget: 0, filmQuote: microUsd(0) },
  }
  const plan = {
    ...{ schema: 'plan@1', pilots: [pilot], scenes: count, testScenes: [], testCap: 0, bond: 0 },
    ...{ shrunk: [], reasons: [] },
  }
  const zero = { overall: 0, visual: 0, style: 0, technical: 0, narrative: 0, intent: 0 }
  const result = { pilot: 'p1', scores: zero, spent: 0, outcome: 'wins', reason: 'the only one' }
  const verdict = {
    ...{ schema: 'verdict@1', winner: 'p1', results: [result], observations: [], adjustments: [] },
  }
  const contract = { schema: 'intent-contract@1', concept: brief.concept, items: [item], hash: '' }
  return {
    brief,
    documents: [
      ['contract', 'current', contract as unknown as Json],
      ['plan', 'current', plan as unknown as Json],
      ['script', 'p1', script as unknown as Json],
      ['verdict', 'current', verdict as unknown as Json],
    ],
  }
}

const scene = (index: number, shots: number): Scene => {
  const number = index + 1
  const group = Math.floor(index / shots) + 1
  return {
    ...{ number, title: `Scene ${number}`, description: 'A lake.', narration: [] },
    shots: [
      {
        id: shotId(number, 0),
        length: frames(shotFrames),
        picture: {
          ...{ place: 'lake', timeOfDay: 'sunset', weather: 'clear', mood: 'calm', subjects: [] },
          ...{ objects: [], camera: 'push-in', framing: 'wide', style: 'warm', avoid: [] },
        },
        prompt: `A lake at sunset, scene ${number}`,
        overlays: [],
      },
    ],
    continuityGroup: `group-${group}`,
    continuesFrom: index % shots === 0 ? null : index,
    transition: { kind: 'cut', length: frames(0) },
    covers: ['i1'],
  }
}

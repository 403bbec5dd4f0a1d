import { describe, expect, test } from 'vitest'
import type { ScriptBrief, ScriptReply } from '../../domain/crew-tasks.ts'
import { scriptLength } from '../../domain/script.ts'
import { rate24 } from '../../domain/time.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { writeScript } from './write-script.ts'

const shot: ScriptReply['scenes'][number]['shots'][number] = {
  seconds: 5,
  place: 'river',
  timeOfDay: 'dawn',
  weather: 'clear',
  mood: 'serene',
  subjects: [{ castId: 'c1', what: 'fox', look: '', action: 'drinks', count: 1 }],
  objects: [],
  camera: 'static',
  framing: 'wide',
  overlays: [{ text: 'The Fox', kind: 'title', startSeconds: 4, seconds: 9 }],
}

const scene: ScriptReply['scenes'][number] = {
  title: 'The River',
  description: 'A fox drinks.',
  transition: { kind: 'cut', seconds: 0 },
  continuityGroup: null,
  continuesFrom: null,
  covers: ['i1'],
  narration: [{ text: 'A fox drinks from the river.', speaker: null }],
  shots: [shot],
}

const reply: ScriptReply = {
  title: 'The Fox',
  logline: 'A fox drinks.',
  look: 'soft',
  musicMood: 'serene',
  fadeOutSeconds: 1,
  cast: [{ id: 'c1', name: 'the fox', kind: 'animal', look: 'rust-red fur' }],
  scenes: [scene, { ...scene, narration: [] }],
}

const brief: ScriptBrief = {
  concept: 'A fox drinks from a river.',
  items: [{ id: 'i1', kind: 'entity', claim: 'a fox is seen', words: ['fox'], weight: 1 }],
  seconds: 10,
  scenes: 2,
  rate: rate24,
  language: 'en',
  pilot: {
    ...{ id: 'p1', name: 'quiet', approach: 'long shots', tier: 'animated', style: 'grain' },
    ...{ pace: 'steady', model: 'animatic/painted' },
  },
  maxShotSeconds: 10,
  minShotSeconds: 1,
  narrated: true,
  aspect: '16:9',
  adjustments: [],
}

const answering =
  (answer: unknown): AskCrew =>
  async (_, task) =>
    task.parse(answer)

const withScene = (change: Partial<typeof scene>): ScriptReply => ({
  ...reply,
  scenes: [scene, { ...scene, narration: [], ...change }],
})

describe('a script from the crew', () => {
  test('gets ids, frames, looks and prompts from the studio', async () => {
    const script = await writeScript(answering(JSON.stringify(reply)), brief)
    const first = script.scenes[0]?.shots[0]
    expect(first?.id).toBe('1A')
    expect(first?.length).toBe(120)
    expect(first?.picture.subjects[0]?.look).toBe('rust-red fur')
    expect(first?.prompt).toContain('the fox (rust-red fur) drinks')
    expect(script.scenes[0]?.narration[0]?.id).toBe('1.1')
  })

  test('keeps overlays inside their shot', async () => {
    const script = await writeScript(answering(reply), brief)
    const overlay = script.scenes[0]?.shots[0]?.overlays[0]
    expect((overlay?.start ?? 0) + (overlay?.length ?? 999)).toBeLessThanOrEqual(120)
  })

  test('that is a little too short is fitted to the exact length', async () => {
    const shorter = withScene({ shots: [{ ...shot, seconds: 4.4 }] })
    expect(scriptLength(await writeScript(answering(shorter), brief))).toBe(240)
  })

  test.each([
    ['is not JSON', 'Here is your script!', /not JSON/],
    ['is far too short', withScene({ shots: [{ ...shot, seconds: 1 }] }), /sum to/],
    ['has another number of scenes', { ...reply, scenes: [scene, scene, scene] }, /sum to|scenes/],
    [
      'shows cast that is not listed',
      withScene({
        shots: [{ ...shot, subjects: [{ ...shot.subjects[0], castId: 'c9' }] }] as never,
      }),
      /c9/,
    ],
    ['covers what is not in the contract', withScene({ covers: ['i7'] }), /i7/],
    [
      'continues from a scene that does not exist',
      withScene({ continuesFrom: 7, continuityGroup: 'a' }),
      /scene 7/,
    ],
    [
      'says more than there is time for',
      withScene({
        narration: Array.from({ length: 4 }, () => ({
          text: 'one two three four five six seven',
          speaker: null,
        })),
      }),
      /narration of scene 2/,
    ],
    [
      'dissolves for longer than half of a shot',
      withScene({
        transition: { kind: 'dissolve', seconds: 1 },
        shots: [
          { ...shot, seconds: 1.5 },
          { ...shot, seconds: 3.5 },
        ],
      }),
      /longer than half/,
    ],
  ])('that %s is refused with the reason', async (_, answer, reason) => {
    await expect(writeScript(answering(answer), brief)).rejects.toMatchObject({
      code: 'reply-invalid',
      message: expect.stringMatching(reason),
    })
  })

  test('is not asked for when no whole shots can make the length', async () => {
    const limits = { seconds: 6, minShotSeconds: 4, maxShotSeconds: 5 }
    await expect(writeScript(answering(reply), { ...brief, ...limits })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('4 to 5 seconds'),
    })
  })
})

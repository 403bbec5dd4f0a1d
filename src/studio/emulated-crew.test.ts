import { describe, expect, it } from 'vitest'
import type { Json } from '../domain/json.ts'
import { emulatedCrew } from './emulated-crew.ts'

const subject = (what: string): { readonly [field: string]: Json } => ({
  ...{ castId: null, what, look: '', action: 'runs', count: 1 },
})

const question = (slate: string, depicted: readonly string[] = []): Json => ({
  ...{ slate, depicted: [...depicted], wanted: 48, available: 72, threshold: 80 },
  picture: {
    ...{ place: 'village', timeOfDay: 'day', weather: 'snow', mood: 'calm', style: 'painted' },
    subjects: [subject('fox'), subject('owl')],
    objects: ['lantern'],
    ...{ camera: 'static', framing: 'wide', avoid: [] },
  },
  ...{ overlays: [], narration: [], covers: [], items: [] },
  technical: { score: 95, findings: [], measures: {} },
})

const reviewed = async (
  slate: string,
  depicted?: readonly string[],
): Promise<{ readonly missing: readonly string[]; readonly visual: number }> =>
  JSON.parse(
    (await emulatedCrew()({ task: 'review-take', input: question(slate, depicted) })) ?? '',
  )

/** The first hundred slates with what each review missed. */
const manyReviews = async (): Promise<readonly (readonly string[])[]> => {
  const slates = Array.from({ length: 100 }, (_, index) => `${index + 1}A-1`)
  return Promise.all(slates.map(async (slate) => (await reviewed(slate)).missing))
}

describe('the emulated crew', () => {
  it('sees what was ordered, and in about one take of twelve misses one of those ordered', async () => {
    const all = await manyReviews()
    const short = all.filter((missing) => missing.length > 0)
    expect(short.length).toBeGreaterThan(2)
    expect(short.length).toBeLessThan(20)
    for (const missing of short) {
      expect(missing).toContainEqual(expect.stringMatching(/^(fox|owl)$/))
      expect(new Set(missing.map((words) => words.split(' ')[0])).size).toBe(1)
    }
  })

  it('counts those who were ordered', async () => {
    const claim = { id: 'i1', kind: 'relation', claim: 'two owls are seen', words: ['2 × owl'] }
    const asked = {
      ...(question('2A-1') as { readonly [field: string]: Json }),
      ...{ items: [{ ...claim, weight: 1 }], covers: ['i1'] },
      picture: {
        ...(question('2A-1') as { readonly picture: { readonly [field: string]: Json } }).picture,
        subjects: [subject('owl'), subject('owl')],
      },
    }
    const reply = JSON.parse((await emulatedCrew()({ task: 'review-take', input: asked })) ?? '')
    expect(reply).toMatchObject({ missing: [], covered: ['i1'] })
  })

  it('says the same of a take each time', async () => {
    expect(await manyReviews()).toEqual(await manyReviews())
  })

  it('keeps to what a maker says of its take', async () => {
    const { missing } = await reviewed('1A-1', ['village', 'day', 'snow', 'fox', 'runs'])
    expect(missing).toEqual(['owl', 'lantern'])
  })

  it('leaves what the offline crew has no rules for to the door, and refuses facts that are not as agreed', async () => {
    expect(await emulatedCrew()({ task: 'sing', input: {} })).toBeNull()
    await expect(emulatedCrew()({ task: 'write-plan', input: {} })).rejects.toThrow('not as agreed')
  })
})

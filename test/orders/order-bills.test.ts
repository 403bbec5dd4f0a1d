import { describe, expect, test } from 'vitest'
import { parseUsd as usd } from '../../src/domain/money.ts'
import type { Started } from '../../src/ports/paid-model.ts'
import { deskStage } from './desk-stage.ts'

describe('a bill that cannot be read or cannot be meant', () => {
  const stage = deskStage()
  const { vendor, request, pursue, clip, settled, held } = stage

  test('a clip with a bill that cannot be meant is at home, and settled at its quote with a note', async () => {
    const paid = { units: { unit: 'second', quantity: 5 }, amount: usd('-5') } as const
    for (const [at, bill] of (['as-quoted', paid] as const).entries()) {
      const path = await clip()
      const model = vendor({
        starts: [{ kind: 'accepted', job: { id: `j${at}` } }],
        checks: [
          { state: 'done', outputs: [{ kind: 'file', path, mediaType: 'video/mp4' }], bill },
        ],
      })
      const key = `${stage.run()}/p1/video/1A/${at + 1}`
      const outcome = await stage
        .desk()
        .pursue({ ...request(model), key }, new AbortController().signal)
      expect(outcome).toMatchObject({
        kind: 'delivered',
        order: {
          billed: 300_000,
          reason: 'what it was billed is not told, so that it counts as quoted',
        },
      })
    }
    expect(await held()).toBe(0)
  })

  const nonsense = { units: { unit: 'token', quantity: -1 }, amount: null } as const
  test.each([
    ['cannot be priced', { bill: nonsense }],
    ['cannot be read', { bill: 'as-quoted' } as const],
  ])('an answer whose bill %s is kept, and counted in full as an assumption', async (_, told) => {
    const output = { kind: 'text', text: 'a lake' } as const
    const model = vendor({ starts: [{ kind: 'delivered', output, ...told }], checks: [] })
    const worst = { held: 0, billed: 300_000, assumed: 300_000 }
    expect(await pursue(model)).toMatchObject({
      kind: 'delivered',
      order: {
        ...worst,
        output: { text: 'a lake' },
        reason: expect.stringContaining('counts as quoted'),
      },
    })
    expect([await held(), await settled()]).toEqual([0, 300_000])
  })

  test('an answer that cost nothing at the most is kept, though its bill cannot be read', async () => {
    const output = { kind: 'text', text: 'a lake' } as const
    const starts: Started[] = [{ kind: 'delivered', output, bill: 'as-quoted' }]
    expect(await pursue(vendor({ starts, checks: [] }, 0))).toMatchObject({
      kind: 'delivered',
      order: { billed: 0, assumed: 0 },
    })
  })

  test('a refusal whose bill cannot be read is counted in full, and says both', async () => {
    const reason = 'it may not be shown.'
    const starts: Started[] = [{ kind: 'refused', reason, bill: 'as-quoted' }]
    expect(await pursue(vendor({ starts, checks: [] }))).toMatchObject({
      kind: 'refused',
      order: { held: 0, billed: 300_000, assumed: 300_000 },
      reason: expect.stringMatching(/^it may not be shown; what it was billed is not told/),
    })
  })
})

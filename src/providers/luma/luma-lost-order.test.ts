import { describe, expect, test } from 'vitest'
import type { LostOrder } from '../../ports/paid-model.ts'
import type { VideoModel } from '../../ports/video-model.ts'
import { serverOfTest } from '../../testing/loopback-server.ts'
import legacyQueued from './__fixtures__/dream-machine-queued.handmade.json' with { type: 'json' }
import { lumaVideoModel } from './luma-video-model.ts'

const signal = new AbortController().signal
const reference = 'films/p1/video/1A/1'

const legacyAt = (baseUrl: string): VideoModel =>
  lumaVideoModel({ model: 'luma/ray-2', apiKey: 'luma-test', baseUrl, fetch, now: Date.now })

describe('a lost order', () => {
  const sinceMs = Date.parse('2026-11-30T10:00:00Z')
  const hours = 60
  const at = (minutes: number): Date => new Date(sinceMs + minutes * 60_000)
  const lost: LostOrder = {
    reference,
    sinceIso: at(0).toISOString(),
    nowIso: at(7).toISOString(),
    request: { prompt: 'A lake at sunset', length: 48 },
  }
  const made = (id: string, minutes: number, changes: object = {}) => ({
    ...legacyQueued,
    ...{ id, created_at: at(minutes).toISOString() },
    ...changes,
  })
  const asked = (prompt: string, model = 'ray-2', resolution = '720p') => ({
    ...{ model, request: { prompt, model, resolution } },
  })

  const jobsOf = (...ids: string[]) => ids.map((id) => ({ id, api: 'legacy' }))

  const foundIn = async (
    entries: readonly object[],
    changes: Partial<LostOrder> = {},
    date = at(7).toUTCString(),
  ) => {
    const vendor = await serverOfTest(({ query }) => {
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
      const generations = entries.slice(offset, offset + limit)
      const has_more = offset + limit < entries.length
      const body = { generations, has_more, count: entries.length, limit, offset }
      return { status: 200, headers: { date }, body }
    })
    const found = await legacyAt(vendor.url).find?.({ ...lost, ...changes }, signal)
    return { found, pages: vendor.requests.map(({ target }) => target) }
  }

  test('is found by its prompt and model, the one nearest in time first; what was made before is told beside', async () => {
    const { found } = await foundIn([
      made('later', 30),
      made('other-prompt', 4, asked('A lake at dawn')),
      made('other-model', 3, asked('A lake at sunset', 'ray-flash-2')),
      made('other-size', 3, asked('A lake at sunset', 'ray-2', '1080p')),
      made('a-picture', 3, { generation_type: 'image', assets: { image: 'x' } }),
      made('right', 1, asked('A lake\n at sunset ')),
      made('clock-behind', -0.5),
      made('before', -2),
      made('long-before', -23 * hours),
      made('another-day', -25 * hours),
    ])
    const jobs = jobsOf('clock-behind', 'right', 'later')
    expect(found).toEqual({ jobs, earlier: jobsOf('before', 'long-before'), complete: true })
  })

  test.each([-30 * hours, -5, 5, 30 * hours])(
    'is found though Luma’s clock is %i minutes ahead, and is never proved absent by such a list',
    async (ahead) => {
      const date = at(7 + ahead).toUTCString()
      const entries = [made('right', ahead + 1), made('before', ahead - 3)].toReversed()
      const seen = { jobs: jobsOf('right'), earlier: jobsOf('before') }
      expect((await foundIn(entries, {}, date)).found).toMatchObject(seen)
      expect((await foundIn([], {}, date)).found).toEqual({
        ...{ jobs: [], earlier: [] },
        complete: false,
        doubt: `its clock is ${Math.abs(ahead)} minutes ${ahead < 0 ? 'behind' : 'ahead of'} ours, so that its list proves nothing`,
      })
    },
  )

  test('is not proved absent by a list that does not tell the time, or where ours is not told', async () => {
    const doubt = 'its list does not tell what time it is there, so that it proves nothing'
    const undated = await foundIn([made('old', -9, asked('another'))], {}, '')
    expect(undated.found).toEqual({ jobs: [], earlier: [], complete: false, doubt })
    const { nowIso: _now, ...timeless } = lost
    const vendor = await serverOfTest(() => ({ status: 200, body: { generations: [] } }))
    expect(await legacyAt(vendor.url).find?.(timeless, signal)).toMatchObject({ complete: false })
  })

  test('that left by a clock which was set back since is not missed: its job is told as one made before', async () => {
    const setBack = { nowIso: at(-180).toISOString() }
    const { found } = await foundIn([made('right', -181)], setBack, at(-180).toUTCString())
    expect(found).toMatchObject({ jobs: [], earlier: jobsOf('right') })
  })

  test('is not taken for a generation that does not tell when it was made', async () => {
    const { found } = await foundIn([made('undated', 1, { created_at: null })])
    expect(found).toMatchObject({ jobs: [], earlier: jobsOf('undated') })
  })

  test('is found under another spelling of its model, for what is overlooked is paid for twice', async () => {
    const { found } = await foundIn([made('x', 1, asked('A lake at sunset', 'ray-v2', '1280x720'))])
    expect(found?.jobs).toEqual([{ id: 'x', api: 'legacy' }])
  })

  test('is looked for on as many pages as reach back before it', async () => {
    const young = Array.from({ length: 60 }, (_, at) => made(`y${at}`, 60 - at, asked('another')))
    const old = Array.from({ length: 200 }, (_, at) => made(`o${at}`, -24 * hours - 5 - at))
    const { found, pages } = await foundIn([...young, made('ours', 0), ...old])
    expect(found).toEqual({ jobs: jobsOf('ours'), earlier: [], complete: true })
    expect(pages).toEqual(['/generations?limit=50&offset=0', '/generations?limit=50&offset=50'])
  })

  test('that the list does not have is absent, if everything in it can be read', async () => {
    const another = made('another', 1, asked('A lake at dawn'))
    const none = { jobs: [], earlier: [] }
    expect((await foundIn([another])).found).toEqual({ ...none, complete: true })
    expect((await foundIn([])).found).toEqual({ ...none, complete: true })
    const untold = made('untold', 1, { request: null })
    expect((await foundIn([untold])).found).toEqual({ ...none, complete: false })
    expect((await foundIn([{ state: 'queued' }])).found).toEqual({ ...none, complete: false })
  })

  test('whose prompt was not written down cannot be told from others', async () => {
    const { found, pages } = await foundIn([made('x', 1)], { request: null })
    expect(found).toEqual({ jobs: [], complete: false })
    expect(pages).toEqual([])
  })

  test('is absent only when it has had time to leave, to be answered and to be listed', () => {
    const model = legacyAt('http://127.0.0.1:1')
    expect(model.absentAfterMs).toBeGreaterThanOrEqual(30_000 + 60_000 + 300_000)
  })

  test('of the Agents API cannot be looked for', () => {
    const options = { apiKey: 'luma-api-test', baseUrl: null, fetch, now: Date.now }
    const model = lumaVideoModel({ ...options, model: 'luma/ray-3.2' })
    expect([model.find, model.absentAfterMs]).toEqual([undefined, undefined])
  })

  test('that cannot be looked for now is for later', async () => {
    for (const reply of [{ status: 500 }, { status: 200, body: '<html>' }, 'drop'] as const) {
      const vendor = await serverOfTest(() => reply)
      await expect(legacyAt(vendor.url).find?.(lost, signal)).rejects.toMatchObject({
        code: 'vendor-unavailable',
        retry: 'later',
      })
    }
  })
})

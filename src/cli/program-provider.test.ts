import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeKeychain } from '../../test/support/fake-keychain.ts'
import type { CliEnding } from '../../test/support/fake-terminal.ts'
import { findSettings } from '../config/load-settings.ts'
import { unknownAccount } from '../domain/vendor-measure.ts'
import { accountsAtHand } from '../studio/vendor-desk.ts'

describe('the command line on what is known of a vendor', () => {
  const at = atTerminal()
  const { run } = at
  const surroundings = {
    keyNames: ['RUNWAYML_API_SECRET'],
    environment: { RUNWAYML_API_SECRET: 'key_0123456789' },
  }
  const show = (...words: readonly string[]): Promise<CliEnding> =>
    at.terminal('', surroundings).run('provider', 'show', ...words)
  /** Mark of the account whose key is set. */
  const own = (): string => {
    const sources = { ...surroundings, urlNames: [], workingFolder: at.folder }
    const { settings } = findSettings({ ...sources, keychain: fakeKeychain() })
    const [account = ''] = accountsAtHand(settings, 'runway')
    return account
  }

  it('one model is shown alone, with the shapes and lengths it makes', async () => {
    const { out } = await run('provider', 'show', 'runway/gen4.5')
    expect(out).toMatch(/pictures +16:9 or 9:16; from a first frame 16:9, .*1:1/)
    expect(out).not.toContain('veo3.1')
    expect((await run('provider', 'show', 'runway/gen45')).err).toContain('no model "runway/gen45"')
  })

  it('what was measured is shown with its vendor', async () => {
    at.fake.measures.push({
      ...{ vendor: 'luma', model: 'luma/ray-3.2', funds: 'real', hour: 9, slots: 4, isLimit: true },
      ...{ perMinute: 30, queueMs: 12_000, makeMs: 45_000, clips: 5, account: unknownAccount },
      measuredAt: '2026-11-20T09:00:00.000Z',
    })
    const { out } = await run('provider', 'show', 'luma')
    expect(out).toMatch(
      /measured +luma\/ray-3\.2: 4 at once, 30 orders a minute, 12 s in the queue, 45 s .*2026-11-20/,
    )
  })

  it('slots are shown as the catalogue has them and as the account told, with source and day', async () => {
    const told = { vendor: 'runway', model: 'runway/gen4.5', slots: 3, account: own() } as const
    at.fake.told.push(
      { ...told, funds: 'real', toldAt: '2026-11-29T09:00:00.000Z' },
      { ...told, account: 'of another key', slots: 9, funds: 'real', toldAt: '2026-11-28T09:00Z' },
      {
        ...{ ...told, account: 'emulator', funds: 'emulated', slots: 5 },
        toldAt: '2026-11-30T09:00:00.000Z',
      },
      { ...told, model: 'runway/veo3.1', slots: 7, funds: 'real', toldAt: '2026-11-29T09:00:00Z' },
    )
    const { out } = await show('runway/gen4.5')
    expect(out).toMatch(/limits +2 orders at once\n +the vendor's page of usage tiers.*2026-11-23/)
    expect(out).toMatch(
      /told +3 orders at once, which runs go by: the account itself, 2026-11-29\n/,
    )
    expect(out).toContain(
      '5 orders at once, which runs go by: the account itself, 2026-11-30, emulated',
    )
    expect(out).toContain(
      '9 orders at once: the account itself, 2026-11-28, under a key or at an address that is not set now',
    )
    expect(out).not.toContain('7 orders at once')
    const [shown] = (await show('runway/gen4.5', '--json')).json()
    expect(shown).toMatchObject({
      models: [{ limits: { slots: 2, slotsDate: '2026-11-23' } }],
      told: [
        { slots: 3, isOfSetKey: true },
        { slots: 9, isOfSetKey: false },
        { slots: 5 },
        { slots: 7 },
      ],
    })
  })

  describe('a rest', () => {
    const rest = { funds: 'real', until: '2026-12-02T02:48:13.000Z' } as const
    beforeEach(() => {
      at.fake.rests.push({ ...rest, account: own() }, { ...rest, account: 'of another key' })
    })

    it('is shown with whose it is, and that of the key that is set is ended alone', async () => {
      expect((await show('runway')).out).toMatch(
        /rest +asked to be left alone until 2026-12-02 02:48:13 UTC; --end-rest ends that\n +.*UTC, under a key or at an address that is not set now; --end-rest --all-keys ends that\n/,
      )
      const [ended] = (await show('runway', '--end-rest', '--json')).json()
      expect(ended).toMatchObject({
        rests: [
          { ...rest, isOfSetKey: true, isEnded: true },
          { ...rest, isOfSetKey: false, isEnded: false },
        ],
        isRestEnded: true,
      })
      expect(JSON.stringify(ended)).not.toContain('of another key')
      expect((await show('runway', '--end-rest')).out).toMatch(
        /rest +none was left to end\n.*--all-keys/,
      )
      expect(at.fake.rests).toMatchObject([{ account: 'of another key' }])
    })

    it('of another key is ended where that is asked for', async () => {
      expect((await show('runway', '--all-keys')).err).toContain('Add --end-rest')
      expect(at.fake.rests).toHaveLength(2)
      expect(
        (await show('runway', '--end-rest', '--all-keys')).out.match(/ended: the next/g),
      ).toHaveLength(2)
      const [after] = (await show('runway', '--json')).json()
      expect(after).toMatchObject({ rests: [], isRestEnded: false })
    })

    it('of no key that is set is ended by no mistake', async () => {
      const { out } = await run('provider', 'show', 'runway', '--end-rest')
      expect(out).toMatch(/rest +none was left to end\n/)
      expect(at.fake.rests).toHaveLength(2)
    })
  })
})

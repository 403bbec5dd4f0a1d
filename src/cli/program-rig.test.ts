import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import type { CliEnding } from '../../test/support/fake-terminal.ts'
import { parseUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { OrderOutcome } from '../production/order-outcome.ts'
import type { VendorDesk, VendorJob } from '../studio/vendor-desk.ts'

type Account = ReturnType<VendorDesk['account']>

const job: VendorJob = {
  job: { id: 'gen-1' },
  ...{ model: 'luma/ray-2', prompt: 'A lake', createdAt: '2026-11-23T09:00:00.000Z', billed: null },
  seconds: null,
  status: { state: 'running', progress: 0.4 },
}

const account = (fields: Partial<Account> = {}): Account => ({
  vendor: 'luma',
  standing: async () => ({ balance: parseUsd('12.5'), slots: {}, facts: [] }),
  job: async (id) => (id === 'gen-1' ? job : null),
  drift: async () => [],
  ...fields,
})

describe('the command line on accounts at vendors', () => {
  const at = atTerminal()
  const downloads: string[] = []
  const modes: string[] = []
  const seat = (fields: Partial<Account> = {}): void => {
    at.fake.openVendorDesk = ({ mode }) => {
      modes.push(mode)
      return {
        ...{
          mode: mode === 'emulated' ? mode : 'live',
          catalogue: [{ vendor: 'luma', port: 'video' }],
        },
        account: () => account(fields),
        download: async ({ target }: { readonly target: string }) => void downloads.push(target),
        close: async () => undefined,
      } as unknown as VendorDesk
    }
  }
  beforeEach(() => {
    downloads.length = 0
    modes.length = 0
    seat()
  })
  const { run } = at

  it('looks at the real account unless it is told to look at the emulator', async () => {
    await run('provider', 'status', 'luma', 'gen-1')
    await run('provider', 'status', 'luma', 'gen-1', '--live')
    await run('provider', 'status', 'luma', 'gen-1', '--emulated')
    expect(modes).toEqual(['live', 'live', 'emulated'])
  })

  it('says how a job stands, and refuses what cannot be its id', async () => {
    expect((await run('provider', 'status', 'luma', 'gen-1')).out).toMatch(/running 40 %/)
    const [line] = (await run('provider', 'status', 'luma', 'gen-1', '--json')).json()
    expect(line).toMatchObject({ job: 'gen-1', state: 'running', progress: 0.4, billedUsd: null })
    expect((await run('provider', 'status', 'luma', 'gen-2')).code).toBe(2)
    expect((await run('provider', 'status', 'luma', '../keys')).err).toContain('cannot be the id')
  })

  it('lists jobs since a length of time, and says where the list may not be whole', async () => {
    let asked = ''
    seat({
      jobs: async (since) => {
        asked = since
        return { jobs: [job], complete: false, aheadMs: null }
      },
    })
    const { out } = await run('provider', 'jobs', 'luma', '--since', '2h')
    expect(asked).toBe('2026-11-23T08:00:00.000Z')
    expect(out).toMatch(/gen-1 .*luma\/ray-2 .*running 40 % .*A lake\nThe list may not be whole/)
    expect((await run('provider', 'jobs', 'luma', '--since', 'monday')).code).toBe(2)
  })

  it('says of no jobs since when, and of an account without a list where the ids of jobs are', async () => {
    seat({ jobs: async () => ({ jobs: [], complete: true, aheadMs: null }) })
    const { out } = await run('provider', 'jobs', 'luma', '--since', '2h')
    expect(out).toContain('luma made nothing since 2026-11-23 08:00:00 UTC.')
    seat({})
    const { err } = await run('provider', 'jobs', 'luma')
    expect(err).toMatch(/luma has no list of jobs\. Look at one job by its id: .*orders show KEY/)
  })

  it('tells drift and an empty account, and exits with 1', async () => {
    seat({
      standing: async () => ({ balance: parseUsd('0'), slots: {}, facts: [] }),
      drift: async () => ['The SDK knows the video model ray-9, which our table does not.'],
    })
    const { code, out } = await run('provider', 'check', 'luma', '--emulated')
    expect(code).toBe(1)
    expect(out).toContain('drift: The SDK knows the video model ray-9')
    expect(out).toContain('luma has no credit left')
    expect(out).toContain('Nothing was spent')
    seat({ standing: async () => ({ balance: parseUsd('-0.25'), slots: {}, facts: [] }) })
    const owing = await run('provider', 'check', 'luma', '--emulated')
    expect(owing.code).toBe(1)
    expect(owing.out).toContain('luma has no credit left: $0.25 is owed.')
  })

  it('checks every vendor whose key is set, and says so where there is none', async () => {
    expect((await run('provider', 'check')).err).toContain("No vendor's key is set")
    const surroundings = {
      keyNames: ['LUMA_API_KEY', 'RUNWAYML_API_SECRET'],
      environment: { LUMA_API_KEY: 'luma-api-0123456789' },
    }
    const [found] = (await at.terminal('', surroundings).run('provider', 'check', '--json')).json()
    expect(found).toMatchObject({
      ...{ ok: true, mode: 'live' },
      vendors: [{ vendor: 'luma', key: 'LUMA_API_KEY', api: 'agents', balanceUsd: 12.5 }],
    })
    expect((await at.terminal('', surroundings).run('provider', 'check')).out).toContain(
      'a key that begins with luma-api- opens the Agents API',
    )
    const doctor = await at.terminal('', surroundings).run('doctor')
    expect(doctor.out).toMatch(
      /key of luma +LUMA_API_KEY set \(environment\), opens the agents API/,
    )
    expect(doctor.out + doctor.err).not.toContain('0123456789')
  })

  it('doctor tells of every key that is missing how it is set, and finds no fault in that', async () => {
    const surroundings = {
      keyNames: ['LUMA_API_KEY', 'RUNWAYML_API_SECRET', 'ANTHROPIC_API_KEY'],
      environment: { LUMA_API_KEY: 'luma-api-0123456789' },
    }
    const { out, json } = await at.terminal('', surroundings).run('doctor', '--json')
    const [{ checks } = {}] = json()
    expect(checks, out).toEqual(
      expect.arrayContaining([
        {
          ...{ name: 'key of runway', state: 'ok' },
          detail: expect.stringContaining('RUNWAYML_API_SECRET or RUNWAY_API_KEY missing'),
          remedy: expect.stringContaining('secrets set RUNWAYML_API_SECRET`'),
        },
        {
          ...{ name: 'key of anthropic', state: 'ok' },
          detail: expect.stringMatching(/^ANTHROPIC_API_KEY missing: needed for the crew of films/),
          remedy: expect.stringContaining('secrets set ANTHROPIC_API_KEY`'),
        },
        expect.objectContaining({
          name: 'key of luma',
          detail: expect.stringMatching(/^LUMA_API_KEY set/),
        }),
      ]),
    )
    const keyNames = (checks as readonly { readonly name: string }[]).map(({ name }) => name)
    expect(keyNames.filter((name) => name.startsWith('key of '))).toHaveLength(3)
  })

  it('who is gone or works on this machine has no account', async () => {
    expect((await run('provider', 'jobs', 'sora')).err).toContain('not available since')
    expect((await run('provider', 'jobs', 'animatic')).err).toContain('works on this machine')
  })
})

describe('the command line on a test of a provider', () => {
  const at = atTerminal()
  const { run } = at

  it('shows what would be sent and what it would cost, and touches nobody', async () => {
    const { code, json } = await run('test-provider', 'luma', '--prompt', 'A lake', '--json')
    expect(code).toBe(0)
    expect(json()).toEqual([
      expect.objectContaining({
        ...{ event: 'test-planned', model: 'luma/ray-3.2-540p', wouldSend: true, quotedUsd: 0.15 },
        requests: [
          expect.objectContaining({
            ...{ method: 'POST', url: 'https://agents.lumalabs.ai/v1/generations' },
            body: expect.objectContaining({ model: 'ray-3.2', prompt: 'A lake' }),
          }),
        ],
      }),
    ])
  })

  it('shows why an order would be refused', async () => {
    const words = ['--prompt', 'A lake'] as const
    const { code, out } = await run('test-provider', 'runway/gen4_turbo', ...words)
    expect([code, out]).toEqual([2, expect.stringContaining('makes nothing of words alone')])
    expect(out).not.toContain('words above')
    const live = await run('test-provider', 'runway/gen4_turbo', ...words, '--live', '--yes')
    expect([live.code, live.err]).toEqual([2, expect.stringContaining('Nothing was ordered')])
  })

  it.each([
    ['luma', ['--duration', '7'], 'makes clips of 5 or 10 s, and none of 7 s'],
    ['runway/veo3.1', ['--duration', '5'], 'makes clips of 4, 6 or 8 s, and none of 5 s'],
    ['runway/gen4.5', ['--duration', '60'], 'makes clips of 2–10 s, whole, and none of 60 s'],
    ['animatic', ['--duration', '13'], 'makes clips of 1–12 s, and none of 13 s'],
    [
      'runway',
      ['--aspect', '1:1'],
      'makes pictures of 16:9 or 9:16, and none of 1:1 but from a first frame, with --image',
    ],
    ['runway/veo3.1', ['--size', '720x720'], 'makes pictures of 16:9 or 9:16, and none of 1:1.'],
  ] as const)('refuses what a model cannot make exactly: %s %j', async (model, flags, words) => {
    const { code, err } = await run('test-provider', model, '--prompt', 'A lake', ...flags)
    expect(err).toContain(words)
    expect([code, err]).toEqual([2, expect.stringContaining('Nothing was ordered')])
    const exact = ['--aspect', '9:16', '--size', '720x1280']
    expect((await run('test-provider', 'luma', '--prompt', 'A lake', ...exact)).code).toBe(0)
  })

  it('needs words, and takes nothing of a clip for an answer', async () => {
    expect((await run('test-provider', 'luma')).err).toContain('--prompt')
    const words = ['--prompt', 'Hello', '--size', '64x64'] as const
    expect((await run('test-provider', 'anthropic', ...words)).err).toContain('makes no clips')
    expect((await run('test-provider', 'luma/ray-33', '--prompt', 'x')).err).toContain('no model')
  })

  it('a measure wants a cap that pays for two clips', async () => {
    expect((await run('test-provider', 'scale', 'luma')).err).toContain('--cap USD')
    const poor = await run('test-provider', 'scale', 'luma', '--cap', '0.29')
    expect([poor.code, poor.err]).toEqual([2, expect.stringContaining('do not pay for 2 clips')])
    const { out } = await run('test-provider', 'scale', 'luma', '--cap', '0.5')
    expect(out).toMatch(/Up to 3 clips of luma\/ray-3\.2-540p.*\n.*Nothing was sent/)
  })

  it('what is to be known of a key is told wherever keys are, and where a vendor is reached', async () => {
    const surroundings = {
      keyNames: ['RUNWAYML_API_SECRET', 'RUNWAY_API_KEY'],
      urlNames: ['RUNWAYML_BASE_URL'],
      environment: {
        RUNWAY_API_KEY: 'key_0123456789',
        RUNWAYML_BASE_URL: 'http://127.0.0.1:4010',
      },
    }
    const told = await Promise.all(
      [['doctor'], ['provider', 'show', 'runway'], ['secrets', 'list']].map((words) =>
        at.terminal('', surroundings).run(...words),
      ),
    )
    expect(
      told.map(({ out, err }) => [out.includes('RUNWAY_API_KEY is an old name'), err]),
    ).toEqual(told.map(() => [true, '']))
    expect(told[1]?.out).toMatch(
      /address +http:\/\/127\.0\.0\.1:4010, where the variable RUNWAYML_BASE_URL leads; its own is https:/,
    )
  })

  describe('with real money', () => {
    let answer: OrderOutcome
    let ordered = 0
    beforeEach(() => {
      ordered = 0
      answer = { kind: 'later', why: 'not-asked', reason: 'all slots are taken', waitMs: 0 }
      Object.assign(at.fake.studio, {
        mode: 'live',
        rig: {
          price: () => parseUsd('0.15'),
          testClip: async () => {
            ordered += 1
            return answer
          },
        },
      })
    })
    const words = ['test-provider', 'luma', '--prompt', 'A lake', '--live', '-o', 'a.mp4'] as const
    const live = (...more: readonly string[]): Promise<CliEnding> => {
      at.fake.goneFiles.add(join(at.folder, 'a.mp4'))
      return run(...words, ...more)
    }

    it('a key of the vendor’s other API is refused before anything else', async () => {
      const words = ['test-provider', 'luma/ray-3.2-540p', '--prompt', 'A lake', '--live', '--yes']
      const environment = { LUMAAI_API_KEY: 'legacy' }
      const terminal = at.terminal('', { keyNames: ['LUMAAI_API_KEY'], environment })
      const { err } = await terminal.run(...words)
      expect([ordered, err]).toEqual([0, expect.stringContaining('opens the legacy API')])
    })

    it('nothing is bought where nobody can be asked, without --yes', async () => {
      const { code, err, out } = await live()
      expect([code, ordered]).toEqual([2, 0])
      expect(err).toContain('Add --yes')
      expect(out).toMatch(/At most \$0\.15 \(real money\)/)
      expect(out).toContain('cap of this day $25.00')
    })

    it('its clip goes where its run is listed with, and the path is told', async () => {
      const order = fakeOrder('t/rig/video/1A/1', { state: 'delivered', funds: 'real' })
      answer = { kind: 'delivered', order: { ...order, outputHash: 'a', billed: order.quoted } }
      writeFileSync(join(at.folder, 'made.mp4'), 'a clip')
      Object.assign(at.fake.studio, { vault: { path: async () => join(at.folder, 'made.mp4') } })
      const { code, out, err } = await run(...words.slice(0, -2), '--yes', '--force')
      expect(err).toBe('')
      const [, file = ''] = /✓ (.+?\.mp4)/.exec(out) ?? []
      expect([code, readFileSync(file, 'utf8')]).toEqual([0, 'a clip'])
      expect(dirname(file)).toBe(join(at.folder, 'home', 'tests', basename(file, '.mp4')))
    })

    it.each([
      ['no', 5],
      ['interrupted', 130],
    ] as const)(
      'nothing is bought on the answer %s, which no script takes for bought',
      async (answered, exit) => {
        const confirm = async () => answered
        at.fake.goneFiles.add(join(at.folder, 'a.mp4'))
        const { code, out } = await at.terminal('', { confirm }).run(...words)
        expect([code, ordered]).toEqual([exit, 0])
        expect(out).toContain('Nothing was bought.')
      },
    )

    it('what could not leave is told, and no money is held', async () => {
      const { code, err } = await live('--yes')
      expect([code, ordered]).toEqual([1, 1])
      expect(err).toContain('all slots are taken. No money is held')
    })

    it('a cap that stands in the way ends it before anything is sent', async () => {
      const available = parseUsd('0.1')
      answer = {
        kind: 'no-money',
        answer: { kind: 'refused', scope: 'day', cap: parseUsd(25), available },
      }
      const { code, err } = await live('--yes')
      expect([code, err]).toEqual([2, expect.stringMatching(/\$0\.10 are left.*dayCapUsd/)])
    })

    it.each([
      ['0.15', 0, 'billed', ''],
      ['0.12', 0, 'quoted at $0.15', ''],
      ['2', 1, 'quoted at $0.15', 'is $1.85 over what was asked about'],
    ] as const)(
      'a bill of $%s ends with %i, and is told beside the quote',
      async (billed, exit, said, warned) => {
        const order = fakeOrder('t/rig/video/test/1', {
          ...{ state: 'delivered', funds: 'real', model: 'luma/ray-3.2-540p', port: 'llm' },
          ...{ quoted: parseUsd('0.15'), billed: parseUsd(billed), output: { text: 'A lake.' } },
        })
        answer = { kind: 'delivered', order }
        const { code, out, err } = await live('--yes')
        expect([code, out.includes(said)]).toEqual([exit, true])
        expect(err).toContain(warned)
        const shown = (await live('--yes', '--json')).json().at(-1)
        expect(shown).toMatchObject({ quotedUsd: 0.15, billedUsd: Number(billed) })
      },
    )

    it('an order that nobody can tell of waits for a person', async () => {
      const order = { key: 't/rig/video/test/1', held: parseUsd('0.15'), job: null } as Order
      answer = { kind: 'parked', order, reason: 'the connection broke' }
      const { code, out } = await live('--yes')
      expect(code).toBe(4)
      expect(out).toMatch(/waits for a person: the connection broke.*\n.*\$0\.15 is held/)
      expect(out).toContain('orders reconcile test-provider_20261123')
    })
  })
})

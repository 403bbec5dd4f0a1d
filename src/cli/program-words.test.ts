import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeProduction } from '../../test/support/fake-rows.ts'
import { StudioError } from '../domain/errors.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'

describe('the words of a command line', () => {
  const at = atTerminal()
  const { run } = at
  describe('words that are wrong', () => {
    it.each([
      [['prodcue', 'x'], 'produce'],
      [['runs', 'lst'], 'list'],
      [['produce', 'x', '--buget', '5'], '--budget'],
      [['produce', 'x', '--theme', 'occean'], 'ocean'],
      [['agents', 'show', 'critik'], 'critic'],
      [['produce', 'x', '--until', 'rendr'], 'render'],
    ] as const)('%j end with code 2 and a suggestion', async (words, nearest) => {
      const { code, err, out } = await run(...words)
      expect(code).toBe(2)
      expect(err).toMatch(/^✗ /)
      expect(err).toContain(`Did you mean`)
      expect(err).toContain(nearest)
      expect(out).toBe('')
      expect(at.fake.calls).toEqual([])
    })

    it('with --json are one object on standard output', async () => {
      const { code, err, json } = await run('runs', 'show', 'nowhere', '--json')
      expect(code).toBe(2)
      expect(err).toBe('')
      expect(json()).toEqual([
        expect.objectContaining({ event: 'error', code: 'not-found', exitCode: 2 }),
      ])
    })

    it.each([
      [['runs'], 'Say what `npx --no-install claude-studio runs` is to do: list, show, watch'],
      [['agents'], 'is to do: list, show. See `npx --no-install claude-studio agents --help`.'],
      [['help', 'bogus'], 'There is no command "bogus"'],
      [
        ['help', 'runs', 'shwo'],
        'Did you mean "show"? See `npx --no-install claude-studio runs --help`.',
      ],
      [['produce', 'x', '--fbs', '3'], 'See `npx --no-install claude-studio produce --help`.'],
      [['produce', 'A', 'fox'], 'See `npx --no-install claude-studio produce --help`.'],
      [['runs', 'show'], 'See `npx --no-install claude-studio runs show --help`.'],
      [['runs', 'shwo'], 'See `npx --no-install claude-studio runs --help`.'],
      [['prodcue'], 'See `npx --no-install claude-studio --help`.'],
    ] as const)('%j are told on standard error with the page that helps', async (words, said) => {
      const { code, err, out } = await run(...words)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^✗ /)
      expect(err).toContain(said)
      const asJson = (await run(...words, '--json')).json()
      expect(asJson).toMatchObject([{ event: 'error', code: 'bad-input', exitCode: 2 }])
      expect(asJson[0]?.['message']).toContain(said)
    })

    it('no words at all, but for --json, ask for the help', async () => {
      const bare = await run()
      const json = await run('--json')
      expect([bare.code, json.code]).toEqual([0, 0])
      expect(json.json()).toEqual([{ event: 'help', text: bare.out }])
    })

    it.each([
      ['--brief', 'file'],
      ['--music', 'file'],
      ['--seed', 'path'],
      ['--seed-assets', 'path'],
      ['--output-dir', 'folder'],
    ])(
      'an empty path after %s is refused and does not mean the working folder',
      async (flag, what) => {
        writeFileSync(join(at.folder, 'a.png'), 'x')
        for (const path of ['', ' ']) {
          const concept = flag === '--brief' ? [] : ['A fox']
          const { code, err } = await run('produce', ...concept, flag, path)
          expect([code, at.fake.calls, at.fake.stored]).toEqual([2, [], []])
          expect(err).toContain(`${flag} was given an empty path. Name a ${what}`)
        }
      },
    )

    it.each([
      ['--brief', 'file'],
      ['--seed-assets', 'path'],
      ['--output-dir', 'folder'],
    ])('%s does not eat the flag behind it', async (flag, what) => {
      const { code, err } = await run('produce', 'A fox', flag, '--dry-run')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain(`${flag} was given no ${what}: "--dry-run" is a flag.`)
      expect(err).toContain('./--dry-run')
    })

    it.each([
      [['--audio', 'none', '--music', 'a.wav'], '--music and --audio none contradict'],
      [['--audio', 'voice', '--music', 'a.wav'], 'use --audio music or --audio full'],
      [['--audio', 'music', '--voice', 'annie'], '--voice and --audio music contradict'],
      [['--audio', 'none', '--voice', 'annie'], 'Leave --voice away'],
    ])('%j is a conflict, not a sound that is passed over', async (flags, said) => {
      const { code, err } = await run('produce', 'A fox', ...flags)
      expect([code, at.fake.calls, at.fake.stored]).toEqual([2, [], []])
      expect(err).toContain(said)
    })

    it.each([
      ['--provider', ['produce', 'A fox', '--provider', 'luma', '--provider', 'runway']],
      ['--budget', ['produce', 'A fox', '--budget=2', '--budget', '20']],
      ['--output', ['combine', 'fox', '--scenes', '1', '-o', 'a.mp4', '--output', 'b.mp4']],
      ['--month', ['spend', '--month', '2026-11', '--month']],
      ['--billed', ['orders', 'resolve', 'x', '--write-off', '--billed', '0', '--billed', '1']],
    ])('of two values of %s none silently wins', async (flag, words) => {
      const { code, err } = await run(...words)
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain(`${flag} was given twice, and it takes one value.`)
    })

    it('what is switched on twice is on, and what takes several values takes them one by one', async () => {
      for (const name of ['a.png', 'b.png']) writeFileSync(join(at.folder, name), 'x')
      const seeds = ['--seed', 'a.png', '--seed', 'b.png']
      const { code } = await run('produce', 'A fox', '--quiet', ...seeds, '--quiet')
      expect([code, at.fake.stored.length]).toEqual([0, 2])
    })

    it('the last stage is none to stop after', async () => {
      const { code, err } = await run('produce', 'A fox', '--until', 'learn')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('no stage "learn" to stop after')
    })

    it('an empty path after -o is refused', async () => {
      const { code, err } = await run('combine', 'fox', '--scenes', '1', '-o', '')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('--output was given an empty path')
    })

    it('a run that is not there is answered with the nearest', async () => {
      at.fake.productions.set('night-fox', fakeProduction('night-fox'))
      expect((await run('runs', 'show', 'nigth-fox')).err).toContain('Did you mean "night-fox"?')
      for (let run = 1; run < 15; run += 1)
        at.fake.productions.set(`take${run}`, fakeProduction(`take${run}`))
      expect((await run('runs', 'show', 'zzzzzzzzzzzzzz')).err).toMatch(
        /Known: (\S+ ){12}and 3 more\./,
      )
    })

    it('a run that is not there is answered with films, and with a test only where that is near', async () => {
      const test = 'test-provider_luma'
      at.fake.productions.set('fox', fakeProduction('fox'))
      at.fake.productions.set(test, { ...fakeProduction(test), isTest: true })
      expect((await run('runs', 'show', 'zzzzzzzzzzzzzz')).err).toMatch(
        /Known: (fox|\S+, fox)\. See/,
      )
      expect((await run('runs', 'show', `${test}x`)).err).toContain(`Did you mean "${test}"?`)
    })

    it.each(['../evil', 'a/b', '.hidden', 'x'.repeat(65), 'with space'])(
      'the run id %j is refused before anything is opened',
      async (id) => {
        const { code, err } = await run('produce', 'A fox', '--run-id', id)
        expect([code, at.fake.calls]).toEqual([2, []])
        expect(err).toContain("cannot be a run's id")
      },
    )

    it('with what steers a terminal in them are told without it', async () => {
      const { err } = await run('runs', 'show', '\u001b[2J\u001b]0;owned\u0007\u202efox\rx')
      expect(err).toContain("cannot be a run's id")
      for (const steering of ['\u001b', '\u0007', '\r', '\u202e']) {
        expect(err).not.toContain(steering)
      }
    })

    it('--live with who sells nothing, or beside --emulated, is refused', async () => {
      const drawn = await run('produce', 'A fox', '--live', '--provider', 'animatic')
      expect(drawn.code).toBe(2)
      expect(drawn.err).toContain('sells nothing')
      const both = await run('produce', 'A fox', '--live', '--emulated')
      expect(both.code).toBe(2)
      expect(both.err).toContain('Leave one of them away')
    })

    it('a film for which the cap of the day leaves no room is refused before anybody is asked', async () => {
      Object.assign(at.fake.studio, { mode: 'live', rig: { price: () => parseUsd('0.02') } })
      at.fake.spent.push({
        ...{ day: '2026-11-23', funds: 'real', settled: parseUsd('24'), bond: zeroUsd },
        ...{ settledOfDeleted: zeroUsd, held: zeroUsd },
      })
      const asked: string[] = []
      const confirm = async (question: string) => {
        asked.push(question)
        return 'no' as const
      }
      const { run: ask } = at.terminal('', { confirm })
      const words = ['produce', 'A fox', '--live', '--provider', 'luma'] as const
      for (const ending of [
        await ask(...words, '--budget', '5'),
        await ask(...words, '--budget', '5', '--yes'),
      ]) {
        expect([ending.code, asked, at.fake.calls]).toEqual([2, [], []])
        expect(ending.err).toContain('config set dayCapUsd USD')
      }
      expect((await ask(...words, '--budget', '2')).code).toBe(5)
      expect(asked).toEqual(['Buy for at most $2.00?'])
    })

    it('a --timeout that is no time is refused', async () => {
      for (const written of ['soon', '0', '-5', '1e3']) {
        const { code, err } = await run('produce', 'A fox', `--timeout=${written}`)
        expect([code, err.includes('not a time to wait')]).toEqual([2, true])
      }
    })

    it('a concept without quotes is answered with the cure', async () => {
      expect((await run('produce', 'A', 'fox')).err).toContain('in quotes')
      expect((await run('spend', 'all')).err).not.toContain('in quotes')
    })

    it.each([
      ['tool-missing', 1],
      ['disk-full', 1],
      ['database-unavailable', 1],
      ['not-writable', 2],
      ['not-available', 2],
    ] as const)('%s ends with code %i, as the papers say', async (code, expected) => {
      at.fake.quoteFailure = new StudioError({ code, message: 'It is not there.' })
      expect((await run('produce', 'A fox')).code).toBe(expected)
    })

    it('a corrupt picture is told without an address in the memory of ffmpeg', async () => {
      at.fake.quoteFailure = new StudioError({
        code: 'media-unsafe',
        message: '"a.png" cannot be decoded ([png @ 0x5584a1c2b3c0] bad chunk)',
      })
      expect((await run('produce', 'A fox')).err).toContain('([png] bad chunk)')
      expect((await run('produce', 'A fox', '--json')).json()[0]).toMatchObject({
        message: expect.stringContaining('([png] bad chunk)'),
      })
    })
  })

  it('takes --json before the command too', async () => {
    const none = { runs: [], testsLeftOut: 0 }
    expect((await run('--json', 'runs', 'list')).json()).toEqual([none])
    expect((await run('runs', '--json', 'list')).json()).toEqual([none])
    expect((await run('--json', 'runs', 'show', 'nowhere')).json()).toMatchObject([
      { event: 'error', code: 'not-found' },
    ])
  })

  it('explains a command by help as by --help', async () => {
    for (const words of [[], ['runs'], ['runs', 'show'], ['produce']]) {
      const explained = await run('help', ...words)
      expect(explained).toMatchObject({ code: 0, err: '' })
      expect(explained.out).toBe((await run(...words, '--help')).out)
    }
    expect((await run('runs', 'help', 'show')).out).toBe((await run('runs', 'show', '--help')).out)
  })

  it('explains a command to programs as one object', async () => {
    const text = (await run('produce', '--help')).out
    for (const words of [
      ['help', 'produce'],
      ['produce', '--help'],
    ]) {
      expect((await run(...words, '--json')).json()).toEqual([{ event: 'help', text }])
    }
    expect((await run('--version', '--json')).json()).toEqual([{ version: '0.0.0' }])
  })
})

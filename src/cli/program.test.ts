import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeProduction } from '../../test/support/fake-rows.ts'
import { foxBrief, foxEvents, wrapFox } from '../../test/support/fox-film.ts'
import { StudioError } from '../domain/errors.ts'
import { folderMarker } from '../production/run-folder.ts'
import { quoteSchema } from './json-money.ts'
import { eventLineSchema, productionResultSchema } from './json-output.ts'

describe('the command line', () => {
  const at = atTerminal()
  const { run, terminal } = at
  const playFox = () => {
    at.fake.play = async (id) => {
      for (const { event, body } of foxEvents) at.fake.tell(id, event, body)
      return 'wrapped'
    }
  }

  describe('produce', () => {
    it('prints header, what happens, and a summary that says nothing was charged', async () => {
      playFox()
      const { code, out } = await run('produce', 'A fox', '--budget', '5', '--run-id', 'fox')
      expect(code).toBe(0)
      expect(out).toContain('run fox')
      expect(out).toContain('▸ Pilots')
      expect(out).toContain('take p1/1A-1: passed 86')
      expect(out).toContain('verdict: p1 wins')
      expect(out).toContain('simulated $3.10 (nothing charged) of $5.00')
      expect(at.fake.calls).toEqual(['create fox', 'run fox'])
    })

    it('with --json is NDJSON by the schemas, the last line saying how it ended', async () => {
      playFox()
      wrapFox(at.fake, foxBrief)
      at.fake.productions.delete('fox')
      const { code, json } = await run('produce', 'A fox', '--run-id', 'fox', '--json')
      const lines = json()
      const last = productionResultSchema.parse(lines.at(-1))
      expect(code).toBe(0)
      expect(last).toMatchObject({
        event: 'production-wrapped',
        productionId: 'fox',
        state: 'wrapped',
        budgetUsd: 5,
        spentUsd: 3.1,
        funds: 'simulated',
        durationSeconds: 2,
        master: join(at.folder, 'productions', 'fox', 'master.mp4'),
        scores: { overall: 66.7, intent: 60 },
      })
      expect(last.candidates.map(({ name }) => name)).toEqual(['safe', 'balanced', 'creative'])
      for (const line of lines.slice(0, -1)) eventLineSchema.parse(line)
      expect(lines.filter(({ event }) => event === 'production-wrapped')).toHaveLength(1)
    })

    it('with --quiet prints the summary alone', async () => {
      playFox()
      const { out } = await run('produce', 'A fox', '--run-id', 'fox', '--quiet')
      expect(out).toMatch(/^✓ Wrapped/)
    })

    it('with --quiet and --json prints the one line that says how it ended', async () => {
      writeFileSync(join(at.folder, 'a.png'), 'x')
      playFox()
      const words = ['produce', 'A fox', '--run-id', 'fox', '--seed', 'a.png', '--quiet', '--json']
      const { err, json } = await run(...words)
      expect([json().map(({ event }) => event), err]).toEqual([['production-wrapped'], ''])
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'paused' }))
      const resumed = await run('runs', 'resume', 'fox', '--json', '--quiet')
      expect(resumed.json()).toMatchObject([{ event: 'production-wrapped', productionId: 'fox' }])
    })

    it('has the time as its default id', async () => {
      await run('produce', 'A fox')
      expect(at.fake.calls[0]).toMatch(/^create \d{8}_\d{6}$/)
    })

    it('takes the next free id when two start in one second, but never changes an id of yours', async () => {
      await run('produce', 'A fox')
      await run('produce', 'A fox')
      expect(at.fake.calls[2]).toMatch(/^create \d{8}_\d{6}_2$/)
      await run('produce', 'A fox', '--output-dir', 'films')
      expect(at.fake.calls[4]).toMatch(/^create \d{8}_\d{6}_3$/)
      await run('produce', 'A fox', '--run-id', 'fox')
      const second = await run('produce', 'A fox', '--run-id', 'fox')
      expect(second.code).toBe(2)
      expect(second.err).toContain('There is already a run "fox"')
    })

    it('with --dry-run prints the quote and creates nothing', async () => {
      const { code, out } = await run('produce', 'A fox', '--budget', '4', '--dry-run')
      expect([code, at.fake.calls]).toEqual([0, []])
      expect(out).toContain('tests of 2 pilots')
      expect(out).toMatch(/total, at most\s+\$2\.00/)
      const { json } = await run('produce', 'A fox', '--budget', '4', '--dry-run', '--json')
      const shown = { plannedUsd: 2, totalUsd: 2, leastUsd: 0.3, budgetUsd: 4 }
      expect(quoteSchema.parse(json()[0])).toMatchObject(shown)
    })

    it('with --dry-run refuses what a real run refuses', async () => {
      at.fake.productions.set('fox', fakeProduction('fox'))
      mkdirSync(join(at.folder, 'mine'))
      writeFileSync(join(at.folder, 'mine', 'diary.txt'), 'x')
      mkdirSync(join(at.folder, 'other'))
      writeFileSync(join(at.folder, 'other', folderMarker), 'heron\n')
      for (const [flags, said] of [
        [['--run-id', 'fox'], 'already a run "fox"'],
        [['--output-dir', 'mine'], 'diary.txt'],
        [['--output-dir', 'other'], 'holds run heron'],
        [['--output-dir', 'mine/diary.txt/deep'], 'a file and not a folder'],
        [['--output-dir', '/dev/null/deep'], 'a file and not a folder'],
        [['--voice', 'no such voice'], 'no manner called "no such voice"'],
        [['--language', 'not a tag'], 'not a language tag'],
      ] as const) {
        for (const dry of [['--dry-run'], []]) {
          const { code, err } = await run('produce', 'A fox', ...flags, ...dry)
          expect([code, at.fake.calls], flags.join(' ')).toEqual([2, []])
          expect(err).toContain(said)
        }
      }
    })

    it('does not take the id of a run that is deleted, with --dry-run neither', async () => {
      const gone = { outputDir: '/films/gone', hashes: [], isShelved: true, isDone: true }
      Object.assign(at.fake.studio.productions, {
        removal: async (id: string) => (id === 'gone' ? gone : null),
      })
      for (const dry of [['--dry-run'], []]) {
        const { code, err } = await run('produce', 'A fox', '--run-id', 'gone', ...dry)
        expect([code, at.fake.calls]).toEqual([2, []])
        expect(err).toContain('There was a run "gone" that is deleted')
      }
    })

    it('with --dry-run looks at seed assets, stores none, and tells of a language that is shown', async () => {
      writeFileSync(join(at.folder, 'a.png'), 'x')
      const { code, out } = await run(
        ...['produce', 'A fox', '--seed', 'a.png', '--language', 'ja', '--dry-run'],
      )
      expect([code, at.fake.stored]).toEqual([0, []])
      expect(out).toContain('cannot read "ja" well')
      expect(out).toContain('the film does not show them (a.png)')
      writeFileSync(join(at.folder, 'list.mp4'), '#EXTM3U')
      expect((await run('produce', 'A fox', '--seed', 'list.mp4', '--dry-run')).code).toBe(2)
    })

    it('warns of seed assets that are not used at the start and at the end, on the error stream when quiet', async () => {
      writeFileSync(join(at.folder, 'a.png'), 'x')
      const said = 'does not work from seed assets'
      const asked = ['produce', 'A fox', '--seed', 'a.png']
      const { out, err } = await run(...asked)
      expect(err).toMatch(/^! The offline crew does not work from seed assets.* \(a\.png\)\.\n$/)
      expect(out).toMatch(/ warning +The offline crew/)
      const quiet = await run(...asked, '--quiet')
      expect(quiet.err).toContain(said)
      expect(quiet.out).not.toContain(said)
      expect((await run(...asked, '--json')).json().at(-1)).toMatchObject({
        warnings: [expect.stringContaining(said)],
      })
      expect((await run('produce', '--help')).out).toContain('does not use them')
    })

    it('takes a sentence behind --seed for the concept, and says where a word belongs', async () => {
      writeFileSync(join(at.folder, 'a.png'), 'x')
      at.fake.goneFiles.add(join(at.folder, 'a fox at night'))
      await run('produce', '--seed', 'a.png', 'a fox at night', '--run-id', 'fox')
      const { concept, seeds = [] } = at.fake.briefs.get('fox') ?? {}
      expect([concept, seeds.map(({ name }) => name)]).toEqual(['a fox at night', ['a.png']])
      const { err } = await run('produce', '--seed', 'a.png', 'fox')
      expect(err).toMatch(/There is no concept.* Put it first: --seed takes every word behind it/)
    })

    it('takes no seed assets in for a run that cannot be made', async () => {
      writeFileSync(join(at.folder, 'a.png'), 'x')
      at.fake.productions.set('fox', fakeProduction('fox'))
      await run('produce', 'A fox', '--seed', 'a.png', '--run-id', 'fox')
      expect(at.fake.stored).toEqual([])
    })

    it('a budget too small is refused with the least that works, and nothing is created', async () => {
      at.fake.quoteFailure = new StudioError({
        code: 'budget-too-small',
        message: 'The least is $0.30.',
      })
      const { code, err } = await run('produce', 'A fox', '--budget', '0.01')
      expect([code, err, at.fake.calls]).toEqual([2, '✗ The least is $0.30.\n', []])
    })

    it.each([
      ['paused', 3],
      ['waiting-for-order', 4],
      ['waiting-for-vendor', 4],
      ['waiting-for-approval', 4],
      ['stopped', 0],
      ['failed', 1],
    ] as const)('left %s ends with code %i', async (state, expected) => {
      at.fake.play = async () => state
      const { code, json } = await run('produce', 'A fox', '--json')
      expect(code).toBe(expected)
      expect(json().at(-1)).toMatchObject({ state, master: null, scores: null })
    })

    it('refuses an output folder with files in it', async () => {
      mkdirSync(join(at.folder, 'mine'))
      writeFileSync(join(at.folder, 'mine', 'diary.txt'), 'x')
      const { code, err } = await run('produce', 'A fox', '--output-dir', 'mine')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('diary.txt')
    })

    it('reads a brief from a file and from standard input, flags winning', async () => {
      writeFileSync(
        join(at.folder, 'brief.json'),
        JSON.stringify({ concept: 'A heron', budget: 7, aspect: '1:1' }),
      )
      await run('produce', '--brief', 'brief.json', '--budget', '2', '--run-id', 'a')
      expect(at.fake.briefs.get('a')).toMatchObject({
        concept: 'A heron',
        budget: 2_000_000,
        aspect: '1:1',
      })
      await terminal('A heron at dawn\n').run('produce', '--brief', '-', '--run-id', 'b')
      expect(at.fake.briefs.get('b')).toMatchObject({ concept: 'A heron at dawn' })
    })

    it('says which word of a brief file is not known', async () => {
      writeFileSync(join(at.folder, 'brief.json'), '{"concept":"x","bugdet":3}')
      const { code, err } = await run('produce', '--brief', 'brief.json')
      expect(code).toBe(2)
      expect(err).toContain('bugdet')
    })

    it('--from takes the brief of an earlier run and lays the flags over it', async () => {
      wrapFox(at.fake, { ...foxBrief, seconds: 12, size: { width: 320, height: 180 } })
      await run('produce', '--from', 'fox', '--aspect', '9:16', '--run-id', 'tall')
      expect(at.fake.briefs.get('tall')).toMatchObject({
        concept: 'A fox in the snow',
        seconds: 12,
        aspect: '9:16',
        size: { width: 720, height: 1280 },
        randomSeed: foxBrief.randomSeed,
      })
    })

    it('--from says in the quote that a film said anew is not the one that was drawn', async () => {
      wrapFox(at.fake, foxBrief)
      const [shot] = [{ id: '1A', length: 48, transitionIn: { kind: 'cut', length: 0 } }]
      const script = at.fake.documents.get('fox/script/p1') as { scenes: object[] }
      at.fake.documents.set('fox/script/p1', {
        ...{ ...script, scenes: [{ ...script.scenes[0], shots: [shot] }] },
      })
      const quoted = ['produce', '--from', 'fox', '--emulated', '--dry-run', '--budget', '9']
      const said = 'the script of the drawn film is not bought'
      const anew = await run(...quoted, '--duration', '40')
      expect(`${anew.out}${anew.err}`).toContain(
        `With duration said anew this is another film: ${said}`,
      )
      const same = await run(...quoted)
      expect(`${same.out}${same.err}`).not.toContain(said)
    })

    it('takes seed assets in, a folder as its media files, and refuses what is not what it seems', async () => {
      mkdirSync(join(at.folder, 'refs'))
      for (const name of ['b.png', 'a.png', 'notes.exe'])
        writeFileSync(join(at.folder, 'refs', name), 'x')
      await run('produce', 'A fox', '--seed', 'refs', '--run-id', 'seeded')
      expect(at.fake.briefs.get('seeded')?.seeds.map(({ name }) => name)).toEqual([
        'a.png',
        'b.png',
      ])
      writeFileSync(join(at.folder, 'list.mp4'), '#EXTM3U')
      const { code, err } = await run('produce', 'A fox', '--seed-assets', 'list.mp4')
      expect(code).toBe(2)
      expect(err).toContain('not what it seems')
      expect((await run('produce', 'A fox', '--seed', 'gone.png')).err).toContain(
        'no such file or folder',
      )
    })
  })

  describe('Ctrl-C', () => {
    it('pauses at the first and ends the process at the second', async () => {
      const shell = terminal()
      const started = Promise.withResolvers<AbortSignal>()
      const paused = Promise.withResolvers<'paused'>()
      at.fake.play = (_id, signal) => {
        started.resolve(signal)
        return paused.promise
      }
      const running = shell.run('produce', 'A fox', '--run-id', 'fox')
      const signal = await started.promise
      expect(signal.aborted).toBe(false)
      shell.interrupt()
      expect(signal.aborted).toBe(true)
      expect(shell.deaths).toEqual([])
      shell.interrupt()
      expect(shell.deaths).toEqual([130])
      paused.resolve('paused')
      const { code, err } = await running
      expect(code).toBe(3)
      expect(err).toContain('Pausing')
      expect(Math.max(...err.split('\n').map(({ length }) => length))).toBeLessThan(80)
      expect(err).toContain('runs resume fox')
    })
  })
})

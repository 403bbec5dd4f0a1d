import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeProduction, fakeTake } from '../../test/support/fake-rows.ts'
import { foxBrief, wrapFox } from '../../test/support/fox-film.ts'
import { StudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import { replacedByRetake, type Take } from '../domain/take.ts'
import { frames } from '../domain/time.ts'
import { productionResultSchema } from './json-output.ts'

describe('steering a run from the command line', () => {
  const at = atTerminal()
  beforeEach(() => {
    wrapFox(at.fake, foxBrief)
  })
  const { run } = at

  it.each([['render'], ['retake', '1']])(
    '%s changes nothing of a run that is paused, was cut off, or has not shot its film',
    async (command, ...target) => {
      for (const [state, exit, next] of [
        ['paused', 3, 'is paused in the stage shoot. Nothing was changed or spent'],
        ['running', 3, 'runs resume fox'],
        ['stopped', 2, 'runs continue fox'],
        ['waiting-for-approval', 2, 'waits for your approval at the gate behind the stage pilots'],
        [
          'waiting-for-approval',
          2,
          'Let it past the gate first: npx --no-install claude-studio runs',
        ],
      ] as const) {
        at.fake.productions.set('fox', fakeProduction('fox', { state, stage: 'shoot' }))
        if (state === 'running') at.fake.interrupted.add('fox')
        const { code, out, err } = await run(command, 'fox', ...target)
        expect([code, out, at.fake.calls]).toEqual([exit, '', []])
        expect(err).toContain(next)
      }
    },
  )

  it('continue refuses a stage that is behind, and names those ahead', async () => {
    at.fake.productions.set('fox', fakeProduction('fox', { state: 'stopped', stage: 'cut' }))
    const { code, err } = await run('runs', 'continue', 'fox', '--until', 'plan')
    expect([code, at.fake.calls]).toEqual([2, []])
    expect(err).toContain('Nothing was spent. Still ahead: cut, render, deliver, learn.')
    await run('runs', 'continue', 'fox', '--until', 'cut')
    expect(at.fake.calls).toEqual(['continue fox cut'])
  })

  describe('a run that waits at a gate', () => {
    const reason = 'Waits for your approval of the plan. Bought next: the tests, at most $0.60.'
    beforeEach(() => {
      const fields = { state: 'waiting-for-approval', stage: 'pilots', reason } as const
      at.fake.productions.set('fox', fakeProduction('fox', fields))
    })

    it('says for what, and what is bought next, wherever it is shown', async () => {
      for (const words of [['list'], ['show', 'fox'], ['watch', 'fox'], ['resume', 'fox']]) {
        const { code, out } = await run('runs', ...words)
        expect(code).toBe(['watch', 'resume'].includes(words[0] ?? '') ? 4 : 0)
        expect(out).toContain(reason)
        expect(out).toContain('npx --no-install claude-studio runs continue fox')
      }
      expect(at.fake.calls).toEqual([])
      await run('runs', 'continue', 'fox')
      expect(at.fake.calls).toEqual(['continue fox null'])
    })

    it('names the cuts it asks about, and where they lie, for people and for programs', async () => {
      const names = ['balanced', 'creative', 'safe']
      const fields = { state: 'waiting-for-approval', stage: 'deliver' } as const
      at.fake.productions.set('fox', fakeProduction('fox', fields))
      const films = names.map((name) => ({
        ...{ kind: 'candidate', path: `candidates/${name}.mp4`, hash: name, bytes: 1 },
      }))
      at.fake.documents.set('fox/deliverables/current', films)
      const { out } = await run('runs', 'resume', 'fox')
      expect(out).toMatch(/cuts +safe, balanced \(master\), creative in \/films\/fox\/candidates\n/)
      const [line] = (await run('runs', 'resume', 'fox', '--json')).json()
      const { event, master, candidates } = productionResultSchema.parse(line)
      expect([event, master]).toEqual(['production-waiting', null])
      expect(candidates.map(({ file }) => file).toSorted()).toEqual(
        names.map((name) => `/films/fox/candidates/${name}.mp4`),
      )
    })

    it('ends its line of JSON with an event of its own', async () => {
      at.fake.play = async () => 'waiting-for-approval'
      writeFileSync(join(at.folder, 'brief.json'), '{"concept":"A fox","gates":["plan","final"]}')
      const asked = ['produce', '--brief', 'brief.json', '--json', '--run-id']
      const { code, json } = await run(...asked, 'asks')
      expect([code, json().at(-1)?.['event']]).toEqual([4, 'production-waiting'])
      await run(...asked, 'told', '--yes')
      const creates = at.fake.calls.filter((call) => call.startsWith('create'))
      expect(creates).toEqual(['create asks', 'create told plan final'])
    })
  })

  describe('takes marked by hand', () => {
    const filmed = (pilot: string, slate: string): Take => ({
      ...fakeTake(pilot, slate, 'dailies'),
      footage: {
        ...({ kind: 'stored', hash: 'a', originalHash: 'b' } as const),
        available: { start: frames(0), length: frames(48) },
      },
    })
    beforeEach(() => {
      at.fake.takes.splice(0)
      at.fake.takes.push(filmed('p1', '1A-1'), filmed('p1', '1A-2'), filmed('p2', '1A-1'))
    })

    it('are followed by what the run can do about them', async () => {
      const first = await run('takes', 'ng', 'fox', 'p1/1A-1')
      expect(first.out).toContain(
        'To cut and render without it: npx --no-install claude-studio render fox',
      )
      const second = await run('takes', 'ng', 'fox', '1A-2')
      expect(second.out).toContain(
        'No take of 1A is left for the film. Shoot another: npx --no-install claude-studio retake fox 1A-2',
      )
      expect((await run('takes', 'ng', 'fox', 'p2/1A-1')).out).toContain('nothing of it changes')
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'paused', stage: 'shoot' }))
      expect((await run('takes', 'ng', 'fox', '1A-2')).out).toContain(
        'Going on shoots another: npx --no-install claude-studio runs resume fox',
      )
    })

    it('are followed by the take that costs nothing before the one that is paid for', async () => {
      const free = 'costs nothing: npx --no-install claude-studio takes circle fox 1A-1\n'
      const spare = await run('takes', 'ng', 'fox', '1A-2')
      expect(spare.out).toContain(`${free}To cut and render without it`)
      at.fake.takes.splice(0, 2, { ...filmed('p1', '1A-1'), ...replacedByRetake })
      at.fake.takes.push(filmed('p1', '1A-2'))
      const last = await run('takes', 'ng', 'fox', '1A-2')
      expect(last.out).toContain(`${free}Shoot another: npx --no-install claude-studio retake fox`)
      at.fake.takes.splice(0, at.fake.takes.length, filmed('p1', '1A-1'), {
        ...filmed('p1', '1A-2'),
        state: 'circled',
      })
      expect((await run('takes', 'ng', 'fox', '1A-1')).out).not.toContain('costs nothing')
    })

    it.each([
      ['retake', 'cap-reached'],
      ['retake', 'overrun'],
      ['render', 'bad-input'],
    ] as const)('%s that is refused with %s ends with 2', async (command, code) => {
      at.fake.play = () => Promise.reject(new StudioError({ code, message: 'Nothing was bought.' }))
      const words = command === 'retake' ? ['retake', 'fox', '1A-2'] : ['render', 'fox']
      expect((await run(...words)).code).toBe(2)
    })

    it('of a cancelled run are followed by no retake, which would be refused', async () => {
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'cancelled', stage: 'learn' }))
      for (const slate of ['p1/1A-1', '1A-2']) {
        const { code, out } = await run('takes', 'ng', 'fox', slate)
        expect([code, out]).toEqual([
          0,
          expect.stringContaining('npx --no-install claude-studio produce --from fox'),
        ])
        expect(out).not.toMatch(/retake|render fox|runs resume/)
      }
    })

    it.each([
      [['circle', 'fox', 'p2/1A-1'], 'wrapped', 'pilot p2, which was stopped'],
      [['ng', 'fox', '1A-2'], 'paused', 'the only one of 1A that the film can use'],
      [['ng', 'fox', '1A-2'], 'running', 'being worked on by another process'],
    ] as const)('%j of a run that is %s is refused: %s', async (words, state, said) => {
      at.fake.takes.splice(0, 1)
      at.fake.productions.set('fox', fakeProduction('fox', { state, stage: 'render' }))
      const before = [...at.fake.takes]
      const { code, err } = await run('takes', ...words)
      expect([code === 0, err]).toEqual([false, expect.stringContaining(said)])
      expect(at.fake.takes).toEqual(before)
    })

    it('are taken again by the names that `takes` has for them', async () => {
      await run('retake', 'fox', 'p1/1a-1', '1', '--tier', 'animated')
      expect(at.fake.calls).toEqual(['retake fox {"slate":"1A-1"} {"scene":1} null animated'])
      expect((await run('retake', 'fox', 'p2/1A-1')).err).toContain('takes of pilot p1, not of p2')
      expect((await run('retake', 'fox', 'abc')).err).toContain('the number of a scene, such as 3')
    })

    it('are taken again by the name of their shot, which stands for its circled take', async () => {
      at.fake.takes.splice(1, 1, { ...filmed('p1', '1A-2'), state: 'circled' })
      at.fake.takes.push(filmed('p1', '1A-3'))
      await run('retake', 'fox', '1a')
      await run('retake', 'fox', 'p1/1A')
      at.fake.takes.splice(1, 1)
      await run('retake', 'fox', '1A')
      expect(at.fake.calls).toEqual(
        ['1A-2', '1A-2', '1A-3'].map((slate) => `retake fox {"slate":"${slate}"} null`),
      )
      const { code, err } = await run('retake', 'fox', '1B')
      expect([code, err]).toEqual([2, expect.stringContaining('no shot 1B with a take. Shots')])
      expect((await run('retake', 'fox', 'p2/1A')).err).toContain('takes of pilot p1, not of p2')
    })

    it('are taken again in a tier that is one of those there are, which are named once', async () => {
      const { code, err } = await run('retake', 'fox', '1', '--tier', 'foo')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err.match(/motion-graphics/g)).toHaveLength(1)
      expect((await run('retake', 'fox', '1', '--tier', 'animatd')).err).toContain('"animated"')
    })
  })

  describe('a shot that was taken again by other words', () => {
    const cue = { id: '1.1', scene: 1, text: 'A fox.', hash: 'aa' }
    const told = async (cues: readonly object[], brief: object = {}) => {
      const script = at.fake.documents.get('fox/script/p1') as { scenes: readonly object[] }
      const shots = [{ id: '1A', prompt: 'a fox sits', picture: {} }]
      const scenes = script.scenes.map((scene) => ({ ...scene, shots }))
      at.fake.documents.set('fox/script/p1', { ...script, scenes } as unknown as Json)
      const revision = { from: '1A-1', words: 'it sits', prompt: 'a fox sits', picture: {} }
      at.fake.documents.set('fox/revision/p1/1A-1', revision)
      at.fake.documents.set('fox/soundtrack/current', { cues, music: null, notes: [] } as Json)
      at.fake.briefs.set('fox', { ...foxBrief, ...brief })
      return {
        text: (await run('runs', 'resume', 'fox')).out,
        warnings: (await run('runs', 'resume', 'fox', '--json')).json()[0]?.['warnings'],
      }
    }

    it('keeps what is said and written over it, which is told with the film', async () => {
      const { text, warnings } = await told([cue])
      const said =
        'Shot 1A shows what you asked for instead; the narration and captions of scene 1 stay as scripted: a retake changes the picture only.'
      expect(warnings).toEqual([said])
      expect(text).toContain(said)
    })

    it.each([
      [{ audio: 'none' }, [{ ...cue, hash: null }], 'the captions of scene 1'],
      [{ captions: 'none' }, [cue], 'the narration of scene 1'],
    ])('with %j names only what there is', async (brief, cues, said) => {
      expect((await told(cues, brief)).warnings).toEqual([expect.stringContaining(said)])
    })

    it('with nothing said or written over it has nothing to tell', async () => {
      expect((await told([{ ...cue, scene: 2 }])).warnings).toEqual([])
    })
  })

  describe('takes as they are listed', () => {
    const take = (slate: string, fields: Partial<Take>): Take => ({
      ...fakeTake('p1', slate, 'dailies'),
      footage: {
        ...({ kind: 'stored', hash: 'a', originalHash: 'b' } as const),
        available: { start: frames(0), length: frames(48) },
      },
      ...fields,
    })

    it('are called NG where they are not good enough, which is said, and not where another was chosen', async () => {
      const [passed] = at.fake.reviews
      if (!passed) throw new Error('no review of the fox')
      const review = (slate: string, fields: object = {}) =>
        at.fake.reviews.push({ ...passed, slate: slate as Take['slate'], ...fields })
      at.fake.takes.splice(0)
      at.fake.takes.push(
        take('1A-1', replacedByRetake),
        take('1A-2', { state: 'ng' }),
        take('1A-3', { state: 'ng', decidedBy: 'person', note: 'too dark' }),
        take('1A-4', { state: 'dailies', note: 'The sharper of two.' }),
        take('1A-5', { state: 'circled', decidedBy: 'person', note: 'I like it' }),
        take('1A-6', { state: 'ng', footage: { kind: 'missing', reason: 'it was refused' } }),
        take('1A-7', { state: 'dailies' }),
      )
      review('1A-2', { passed: false, missing: ['snow'] })
      for (const slate of ['1A-3', '1A-4', '1A-5']) review(slate)
      const { out } = await run('takes', 'list', 'fox')
      const rows = out
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(/ {2,}/))
      expect(rows.map((row) => [row[0], row[2], row.at(-1)])).toEqual([
        ['1A-1', 'replaced', 'taken again at the client\u2019s wish'],
        ['1A-2', 'NG', 'missing: snow'],
        ['1A-3', 'NG', 'too dark'],
        ['1A-4', 'alternate', 'passed'],
        ['1A-5', 'circled', 'I like it'],
        ['1A-6', 'NG', 'it was refused'],
        ['1A-7', 'dailies', 'not reviewed'],
      ])
      expect((await run('qa', 'show', 'fox')).out).toMatch(/p1\/1A-4 +alternate +passed/)
      const [listed] = (await run('takes', 'list', 'fox', '--json')).json()
      expect(listed?.['takes']).toMatchObject([{ standing: 'replaced' }, {}, {}, {}, {}, {}, {}])
    })

    it('are told as none where there are none', async () => {
      at.fake.takes.splice(0)
      expect((await run('takes', 'list', 'fox')).out).toBe('Run fox has no takes yet.\n')
      expect((await run('takes', 'list', 'fox', '--json')).json()).toEqual([
        { productionId: 'fox', takes: [] },
      ])
    })
  })

  it('deleting a run that is worked on says so before it is confirmed', async () => {
    at.fake.directed.add('fox')
    const { code, err } = await run('runs', 'delete', 'fox')
    expect([code, at.fake.calls]).toEqual([2, []])
    expect(err).toContain('A process works on run fox right now, and would be stopped.')
  })
})

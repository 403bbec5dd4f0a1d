import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeProduction, fakeTake } from '../../test/support/fake-rows.ts'
import { foxBrief, foxEvents, wrapFox } from '../../test/support/fox-film.ts'
import type { Json } from '../domain/json.ts'
import type { Plan } from '../domain/plan.ts'
import { productionResultSchema, runSchema } from './json-output.ts'

describe('the command line on what exists', () => {
  const at = atTerminal()
  const { run } = at
  const playFox = () => {
    at.fake.play = async (id) => {
      for (const { event, body } of foxEvents) at.fake.tell(id, event, body)
      return 'wrapped'
    }
  }

  describe('a run that exists', () => {
    beforeEach(() => wrapFox(at.fake, foxBrief))

    it('is shown as one object by the schema', async () => {
      const { json } = await run('runs', 'show', 'fox', '--json')
      const shown = runSchema.parse(json()[0])
      expect(shown.ledger).toEqual({
        capUsd: 5,
        settledUsd: 3.1,
        heldUsd: 0,
        bondUsd: 0,
        overrunUsd: 0,
        funds: 'simulated',
      })
      expect(shown.takes[0]).toMatchObject({
        slate: '1A-1',
        costUsd: 0.3,
        review: { passed: true },
      })
      expect(shown.brief).toMatchObject({ budgetUsd: 5 })
      expect(shown.brief).not.toHaveProperty('budget')
      expect(shown.trail[0]).toMatchObject({ kind: 'hold', amountUsd: 0.6, freeUsd: 4.4 })
      expect(shown.script).toMatchObject({ title: 'The Fox' })
      expect(shown.pilots.map(({ outcome }) => outcome)).toEqual(['wins', null])
      expect(shown.scenes[0]).toMatchObject({ number: 1, scores: { overall: 86 } })
    })

    it('is shown to people, listed, and known as latest', async () => {
      expect((await run('runs', 'show', 'latest')).out).toContain('Script "The Fox"')
      expect((await run('runs', 'list')).out).toMatch(/fox\s+wrapped/)
      expect((await run('runs', 'list', '--json')).json()[0]).toMatchObject({
        runs: [{ productionId: 'fox', state: 'wrapped' }],
      })
    })

    it('that wrapped is not run again by resume', async () => {
      const { code, json } = await run('runs', 'resume', 'fox', '--json')
      expect(code).toBe(0)
      expect(productionResultSchema.parse(json().at(-1)).event).toBe('production-wrapped')
      expect(at.fake.calls).toEqual([])
    })

    it('whose files are gone says so, with what brings them back, and gives no path of them', async () => {
      for (const path of ['master.mp4', 'candidates/balanced.mp4', 'scenes/01.mp4'])
        at.fake.goneFiles.add(`/films/fox/${path}`)
      const said = /master\.mp4, .* are missing: not in \/films\/fox .* render fox/
      for (const words of [['show'], ['resume'], ['watch']] as const) {
        const { out } = await run('runs', ...words, 'fox')
        expect(out).toMatch(said)
        expect(out).not.toContain('/films/fox/master.mp4')
      }
      const { json } = await run('runs', 'watch', 'fox', '--json')
      const { master, candidates, warnings } = productionResultSchema.parse(json().at(-1))
      expect([master, candidates[0]?.file]).toEqual([null, null])
      expect(warnings[0]).toMatch(said)
      const shown = runSchema.parse((await run('runs', 'show', 'fox', '--json')).json()[0])
      expect(shown.deliverables.map(({ isMissing }) => isMissing)).toEqual([true, true, true])
      expect((await run('combine', 'fox', '--list')).out).toContain('missing')
    })

    it('with fewer takes and pilots than were asked for says so at its end', async () => {
      wrapFox(at.fake, { ...foxBrief, takes: 5, pilots: 4 })
      at.fake.takes.splice(1)
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'wrapped', stage: 'learn' }))
      const plan = at.fake.documents.get('fox/plan/current') as unknown as Plan
      const pilots = plan.pilots.map((pilot) => ({ ...pilot, takesPerShot: 3 }))
      at.fake.documents.set('fox/plan/current', { ...plan, pilots } as unknown as Json)
      const { json } = await run('runs', 'resume', 'fox', '--json')
      expect(productionResultSchema.parse(json().at(-1)).warnings).toEqual([
        expect.stringMatching(/^4 pilots were asked for and 2 are tried/),
        expect.stringMatching(/^5 takes of each shot were asked for; .* pays for 3\.$/),
        expect.stringMatching(/^3 takes of each shot were planned; 1A has 1:/),
      ])
    })

    it('that is being made is watched, not resumed, when its id is asked for again', async () => {
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'running' }))
      at.fake.directed.add('fox')
      const { code, err } = await run('produce', 'A fox', '--run-id', 'fox')
      expect(code).toBe(2)
      expect(err).toContain('follow it: npx --no-install claude-studio runs watch fox')
    })

    it('that wrapped has no stage ahead to stop after', async () => {
      const { code, err } = await run('runs', 'continue', 'fox', '--until', 'plan')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('wrapped: it does not stop after plan')
    })

    it.each([
      ['wrapped', 'runs show fox'],
      ['paused', 'runs resume fox'],
      ['stopped', 'runs continue fox'],
    ] as const)(
      'its id is taken: one that is %s is told apart by what can be done',
      async (state, way) => {
        at.fake.productions.set('fox', fakeProduction('fox', { state }))
        const { code, err } = await run('produce', 'A fox', '--run-id', 'fox')
        expect([code, at.fake.calls]).toEqual([2, []])
        expect(err).toContain(`already a run "fox", which is ${state}.`)
        expect(err).toContain(way)
      },
    )

    it('a take that was circled for a pilot that lost is listed as such', async () => {
      const lost = at.fake.takes.findIndex(({ pilot }) => pilot === 'p2')
      at.fake.takes[lost] = fakeTake('p2', '1A-1', 'circled')
      const { out } = await run('takes', 'list', 'fox')
      expect(out).toMatch(/1A-1 +p2 +circled .* not in the film: p1 won/)
      expect(out).toMatch(/1A-1 +p1 +circled(?!.*not in the film)/)
    })

    it('that paused goes on with resume, telling what is new', async () => {
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'paused' }))
      playFox()
      const { code, json } = await run('runs', 'resume', 'fox', '--json')
      expect([code, at.fake.calls]).toEqual([0, ['run fox']])
      expect(productionResultSchema.parse(json().at(-1)).state).toBe('wrapped')
    })

    it.each([['runs', 'resume'], ['render'], ['retake']])(
      '%s %s tells what happens now and not the history of the run',
      async (...words) => {
        const state = words.includes('resume') ? 'paused' : 'failed'
        at.fake.productions.set('fox', fakeProduction('fox', { state, stage: 'render' }))
        for (const { event, body } of foxEvents.slice(0, -1)) at.fake.tell('fox', event, body)
        at.fake.play = async (id) => {
          at.fake.tell(id, 'scene-rendered', { candidate: 'balanced', scene: 1, frames: 48 })
          return 'wrapped'
        }
        const target = words.includes('retake') ? ['1'] : []
        const { json } = await run(...words, 'fox', ...target, '--json')
        expect(json().map(({ event }) => event)).toEqual(['scene-rendered', 'production-wrapped'])
        expect(json()[0]).toMatchObject({ seq: foxEvents.length })
      },
    )

    it('a candidate that is not cut yet is refused before anything is shown', async () => {
      at.fake.documents.delete('fox/cut/creative')
      at.fake.tell('fox', 'note', { text: 'an old note' })
      const { code, out, err } = await run('render', 'fox', '--candidate', 'creative')
      expect([code, out, at.fake.calls]).toEqual([2, '', []])
      expect(err).toContain('no cut "creative" yet')
    })

    it.each([['runs', 'resume'], ['runs', 'continue'], ['render'], ['retake']])(
      '%s %s leaves a run alone that is cancelled or that another process works on',
      async (...words) => {
        const target = words.includes('retake') ? ['1'] : []
        for (const [state, said] of [
          ['cancelled', 'cancelled for good'],
          ['running', 'another process'],
        ] as const) {
          at.fake.productions.set('fox', fakeProduction('fox', { state, stage: 'render' }))
          const { out, err } = await run(...words, 'fox', ...target)
          expect([out, at.fake.calls]).toEqual(['', []])
          expect(err).toContain(said)
        }
      },
    )

    it('continue forgets the stage of --until', async () => {
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'stopped', until: 'plan' }))
      await run('runs', 'continue', 'fox')
      expect(at.fake.calls).toEqual(['continue fox null'])
    })

    it('resume refuses what stopped as asked and names the command that goes on', async () => {
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'stopped', stage: 'plan' }))
      const { code, err } = await run('runs', 'resume', 'fox')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('runs continue fox')
      const refused = await run('render', 'fox')
      expect(refused.err).toContain(
        'Go on with it first: npx --no-install claude-studio runs continue fox',
      )
    })

    it('is deleted only with --yes', async () => {
      expect((await run('runs', 'delete', 'fox')).code).toBe(2)
      expect(at.fake.calls).toEqual([])
      await run('runs', 'delete', 'fox', '--yes')
      expect(at.fake.calls).toEqual(['remove fox'])
    })

    it('circling a take takes the circle from the other take of its shot and of no other pilot', async () => {
      const { code } = await run('takes', 'circle', 'fox', '1a-2', '--note', 'better light')
      expect(code).toBe(0)
      expect(at.fake.takes.map(({ pilot, slate, state }) => `${pilot}/${slate} ${state}`)).toEqual([
        'p1/1A-1 dailies',
        'p1/1A-2 circled',
        'p2/1A-1 ng',
      ])
    })

    it('a take marked NG without a note is a person’s decision all the same', async () => {
      const { code, out } = await run('takes', 'ng', 'fox', 'p1/1a-1')
      expect([code, out]).toEqual([0, expect.stringContaining('retake fox 1A-1')])
      expect(at.fake.takes[0]).toMatchObject({ state: 'ng', decidedBy: 'person', note: '' })
    })

    it('a take that is not there is answered with the nearest slate', async () => {
      const { code, err } = await run('takes', 'ng', 'fox', '1B-1')
      expect(code).toBe(2)
      expect(err).toContain('Did you mean "1A-1"?')
    })

    it('a retake of a scene that is not there buys nothing', async () => {
      const { code, err } = await run('retake', 'fox', '7')
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('no scene 7. Scenes: 1')
      await run('retake', 'fox', '1', '--prompt', 'closer')
      expect(at.fake.calls).toEqual(['retake fox {"scene":1} closer'])
    })

    it('scenes are joined when they are finished, and named when they are not', async () => {
      expect((await run('combine', 'fox', '--list')).out).toContain('01.mp4')
      const missing = await run('combine', 'fox', '--scenes', '1,9')
      expect([missing.code, at.fake.calls]).toEqual([2, []])
      expect(missing.err).toContain('no finished scene 9. Finished scenes: 1')
      expect((await run('combine', 'fox', '--scenes', 'one')).code).toBe(2)
      expect((await run('combine', 'fox', '--scenes', '1,1')).out).toContain('scenes-1-1.mp4')
      const repeated = await run('combine', 'fox', '--scenes', '1', '--scenes', '1')
      expect(repeated.out).toContain('scenes-1-1.mp4')
    })

    it.each([['--scenes', '1'], ['-o', 'a.mp4'], ['--music'], ['--force']])(
      'scenes are not listed beside %s, which would be passed over',
      async (...flags) => {
        const { code, err, out } = await run('combine', 'fox', '--list', ...flags)
        expect([code, out, at.fake.calls]).toEqual([2, '', []])
        expect(err).toContain('--list only lists the scenes and goes with no --')
      },
    )

    it('scenes are not joined over a file that is there without --force', async () => {
      writeFileSync(join(at.folder, 'mine.mp4'), 'a film of the client')
      const refused = await run('combine', 'fox', '--scenes', '1', '-o', 'mine.mp4')
      expect([refused.code, at.fake.calls]).toEqual([2, []])
      expect(refused.err).toContain('mine.mp4 exists')
      await run('combine', 'fox', '--scenes', '1', '-o', 'mine.mp4', '--force')
      expect(at.fake.calls).toEqual(['combine fox 1'])
    })

    it('another candidate becomes the master by name', async () => {
      await run('render', 'fox', '--candidate', 'creative')
      expect(at.fake.calls).toEqual(['render fox creative'])
      expect((await run('render', 'fox', '--candidate', 'wild')).err).toContain(
        'Known: safe, balanced, creative',
      )
    })

    it('without a candidate, render goes back to the cut', async () => {
      await run('render', 'fox')
      expect(at.fake.calls).toEqual(['recut fox'])
    })

    it('qa names the wishes that the film does not show', async () => {
      const { json } = await run('qa', 'show', 'fox', '--json')
      expect(json()[0]).toMatchObject({ uncovered: [{ id: 'i2', claim: 'snow is seen' }] })
    })

    it('its money trail leaves out what moved no money, and aligns the decimal points', async () => {
      const { out } = await run('budget', 'fox')
      expect(out).not.toContain('crew/review')
      expect(out).toContain('Left out: 1 line of $0.00')
      const points = out
        .split('\n')
        .filter((line) => line.includes('fox/'))
        .map((line) => [line.indexOf('.'), line.lastIndexOf('.')])
      expect(points).toEqual([points[0], points[0]])
      expect((await run('budget', 'fox', '--all')).out).toContain('crew/review')
    })

    it.each([
      [['--month'], '2026-11-01', 1],
      [['--month', '2026-11'], '2026-11-01', 1],
      [['--month', '2026-10'], '2026-10-01', 0],
    ] as const)('the spending with %j is that of the month', async (flags, since, days) => {
      const [shown] = (await run('spend', ...flags, '--json')).json()
      expect(shown?.['since']).toBe(`${since}T00:00:00.000Z`)
      expect(shown?.['days']).toHaveLength(days)
    })

    it('a month that is none is refused', async () => {
      const { code, err } = await run('spend', '--month', '2026-13')
      expect(code).toBe(2)
      expect(err).toContain('--month 2026-11')
    })

    it('its summary lists no captions where the brief wants none', async () => {
      const captions = { kind: 'captions-srt', path: 'captions.srt', hash: 'cc', bytes: 0 }
      const known = at.fake.documents.get('fox/deliverables/current') as readonly Json[]
      at.fake.documents.set('fox/deliverables/current', [...known, captions])
      expect((await run('runs', 'show', 'fox')).out).toContain('captions.srt')
      at.fake.briefs.set('fox', { ...foxBrief, captions: 'none' })
      expect((await run('runs', 'show', 'fox')).out).not.toContain('captions.srt')
    })

    it('names only the stand-ins that made something, and says when the voice is missing', async () => {
      const cue = { id: '1.1', hash: 'aa' }
      const music = { mood: 'calm', seed: 1, hash: 'bb' }
      const ending = async (soundtrack: Json, brief: object = {}) => {
        at.fake.briefs.set('fox', { ...foxBrief, ...brief })
        at.fake.documents.set('fox/soundtrack/current', soundtrack)
        return at.run('runs', 'resume', 'fox', '--quiet')
      }
      const both = await ending({ cues: [cue], music, notes: [] })
      expect(both.out).toMatch(/drawn footage\), scratch voice and music\n/)
      expect(both.err).toBe('')
      const own = await ending({ cues: [cue], music, notes: [] }, { musicHash: 'cc' })
      expect(own.out).toMatch(/drawn footage\), scratch voice\n/)
      const silent = await ending({ cues: [], music: null, notes: [] }, { audio: 'none' })
      expect([silent.out, silent.err]).toEqual([expect.stringMatching(/drawn footage\)\n/), ''])
      const shown = [{ ...cue, hash: null }]
      const mute = await ending({ cues: shown, music: null, notes: ['It cannot read "ar".'] })
      expect(mute.out).not.toContain('no sound')
      expect(mute.err).toBe('! The film has no sound. It cannot read "ar".\n')
    })

    it('its summary lists the wishes that the film does not show', async () => {
      expect((await run('runs', 'show', 'fox')).out).toMatch(/not shown +i2 snow is seen\n/)
      const items = Array.from({ length: 9 }, (_, index) => ({
        ...{ id: `w${index}`, kind: 'entity', claim: `thing ${index}`, words: [], weight: 0.1 },
      }))
      at.fake.documents.set('fox/contract/current', { schema: 'x', hash: 'x', items })
      const { out } = await run('runs', 'show', 'fox')
      expect(out).toMatch(/ w4 thing 4\n +and 4 more: .* qa show fox\n/)
    })

    it('a sole pilot has no scores, because nothing was judged', async () => {
      const none = { overall: 0, visual: 0, style: 0, technical: 0, narrative: 0, intent: 0 }
      const results = [{ pilot: 'p1', scores: none, spent: 0, outcome: 'wins', reason: 'only one' }]
      at.fake.documents.set('fox/verdict/current', { winner: 'p1', results, observations: [] })
      const shown = runSchema.parse((await run('runs', 'show', 'fox', '--json')).json()[0])
      expect(shown.pilots[0]).toMatchObject({ outcome: 'wins', scores: null })
      expect(shown.verdict).toMatchObject({ results: [{ scores: null }] })
      expect((await run('runs', 'show', 'fox')).out).toMatch(/ wins *\n/)
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'paused' }))
      at.fake.play = async (id) => {
        at.fake.tell(id, 'pilot-judged', { pilot: 'p1', outcome: 'wins', scores: none, reason: '' })
        return 'wrapped'
      }
      expect((await run('runs', 'resume', 'fox', '--json')).json()[0]).toMatchObject({
        event: 'pilot-judged',
        scores: null,
      })
    })

    it('is interrupted when it says that it runs and nobody works on it', async () => {
      at.fake.productions.set('fox', fakeProduction('fox', { state: 'running' }))
      expect((await run('runs', 'list')).out).toMatch(/fox\s+running/)
      expect((await run('runs', 'show', 'fox')).out).toContain('runs watch fox')
      at.fake.interrupted.add('fox')
      expect((await run('runs', 'list')).out).toMatch(/fox\s+interrupted/)
      const shown = (await run('runs', 'show', 'fox')).out
      expect(shown).toContain('Run fox · interrupted')
      expect(shown).toContain('runs resume fox')
      expect(shown).not.toContain('Stopped')
      expect((await run('runs', 'list', '--json')).json()[0]).toMatchObject({
        runs: [{ productionId: 'fox', state: 'running', isInterrupted: true }],
      })
    })

    it('its money trail and the spending by day are exact', async () => {
      expect((await run('budget', 'fox', '--all', '--json')).json()[0]).toMatchObject({
        settledUsd: 3.1,
        trail: [{ kind: 'hold', amountUsd: 0.6, freeUsd: 4.4 }, { amountUsd: 0 }, {}],
      })
      const { out } = await run('spend')
      expect(out).toContain('$3.10')
      expect(out).toContain('(nothing charged)')
      expect(out).toContain('cap of a day: $25.00 real')
    })
  })
})

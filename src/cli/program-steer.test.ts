import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeStudio, fakeProduction, fakeStudio } from '../../test/support/fake-studio.ts'
import { fakeTerminal } from '../../test/support/fake-terminal.ts'
import { wrapFox } from '../../test/support/fox-film.ts'
import { catalogue } from '../catalogue.ts'
import { completeBrief } from './brief/complete-brief.ts'

const foxBrief = {
  ...completeBrief({ concept: 'A fox in the snow', budget: 5 }, catalogue),
  seeds: [],
  musicHash: null,
}

describe('steering a run from the command line', () => {
  let folder = ''
  let fake: FakeStudio
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio steer '))
    fake = fakeStudio()
    wrapFox(fake, foxBrief)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = (...words: readonly string[]) => fakeTerminal(fake, folder).run(...words)

  it.each([['render'], ['retake', '1']])(
    '%s changes nothing of a run that is paused, was cut off, or has not shot its film',
    async (command, ...target) => {
      for (const [state, exit, next] of [
        ['paused', 3, 'is paused in the stage shoot. Nothing was changed or spent'],
        ['running', 3, 'runs resume fox'],
        ['stopped', 2, 'runs continue fox'],
        ['waiting-for-approval', 2, 'runs continue fox'],
      ] as const) {
        fake.productions.set('fox', fakeProduction('fox', { state, stage: 'shoot' }))
        if (state === 'running') fake.interrupted.add('fox')
        const { code, out, err } = await run(command, 'fox', ...target)
        expect([code, out, fake.calls]).toEqual([exit, '', []])
        expect(err).toContain(next)
      }
    },
  )

  it('continue refuses a stage that is behind, and names those ahead', async () => {
    fake.productions.set('fox', fakeProduction('fox', { state: 'stopped', stage: 'cut' }))
    const { code, err } = await run('runs', 'continue', 'fox', '--until', 'plan')
    expect([code, fake.calls]).toEqual([2, []])
    expect(err).toContain('Nothing was spent. Still ahead: cut, render, deliver, learn.')
    await run('runs', 'continue', 'fox', '--until', 'cut')
    expect(fake.calls).toEqual(['continue fox cut'])
  })

  describe('a run that waits at a gate', () => {
    const reason = 'Waits for your approval of the plan. Bought next: the tests, at most $0.60.'
    beforeEach(() => {
      const fields = { state: 'waiting-for-approval', stage: 'pilots', reason } as const
      fake.productions.set('fox', fakeProduction('fox', fields))
    })

    it('says for what, and what is bought next, wherever it is shown', async () => {
      for (const words of [['list'], ['show', 'fox'], ['watch', 'fox'], ['resume', 'fox']]) {
        const { code, out } = await run('runs', ...words)
        expect(code).toBe(['watch', 'resume'].includes(words[0] ?? '') ? 4 : 0)
        expect(out).toContain(reason)
        expect(out).toContain('npx --no-install claude-studio runs continue fox')
      }
      expect(fake.calls).toEqual([])
      await run('runs', 'continue', 'fox')
      expect(fake.calls).toEqual(['continue fox null'])
    })

    it('ends its line of JSON with an event of its own', async () => {
      fake.play = async () => 'waiting-for-approval'
      writeFileSync(join(folder, 'brief.json'), '{"concept":"A fox","gates":["plan","final"]}')
      const asked = ['produce', '--brief', 'brief.json', '--json', '--run-id']
      const { code, json } = await run(...asked, 'asks')
      expect([code, json().at(-1)?.['event']]).toEqual([4, 'production-waiting'])
      await run(...asked, 'told', '--yes')
      const creates = fake.calls.filter((call) => call.startsWith('create'))
      expect(creates).toEqual(['create asks', 'create told plan final'])
    })
  })
})

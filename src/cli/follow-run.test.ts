import { expect, test } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeProduction } from '../../test/support/fake-rows.ts'
import { StudioError } from '../domain/errors.ts'

const at = atTerminal()

const lost = (): StudioError =>
  new StudioError({
    ...{ code: 'database-unavailable', retry: 'later' },
    message: 'The database at films did not answer: Connection terminated unexpectedly.',
  })

test('a run that lost its database for good is left with the command that goes on with it', async () => {
  at.fake.productions.set('fox', { ...fakeProduction('fox'), state: 'failed' })
  at.fake.play = () => Promise.reject(lost())
  const { code, err } = await at.run('runs', 'resume', 'fox')
  expect(code).not.toBe(0)
  expect(err).toMatch(/did not answer.*Nothing of run fox is lost.*studio runs resume fox$/m)
  const asJson = await at.run('runs', 'resume', 'fox', '--json')
  expect(asJson.json().at(-1)).toMatchObject({
    ...{ event: 'error', code: 'database-unavailable', retry: 'later' },
    message: expect.stringContaining('runs resume fox'),
  })
})

test('a database that is away while the run is shown is told once, and waited for', async () => {
  at.fake.productions.set('fox', { ...fakeProduction('fox'), state: 'failed' })
  const { ledger } = at.fake.studio
  const { totals } = ledger
  const looks = Promise.withResolvers<void>()
  at.fake.play = async () => {
    let left = 3
    ledger.totals = async (id) => {
      if (left === 0) {
        looks.resolve()
        return totals(id)
      }
      left -= 1
      throw lost()
    }
    await looks.promise
    return 'wrapped'
  }
  const { out, err } = await at.run('runs', 'resume', 'fox')
  const told = `${out}${err}`.match(/The database is away: the run waits for it/g)
  expect(told).toHaveLength(1)
})

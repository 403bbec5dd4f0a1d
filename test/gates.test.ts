import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CliRun, claudeStudio } from './support/cli.ts'
import { makeHome, removeHome } from './support/test-database.ts'

let home: string

beforeEach(async () => {
  home = await makeHome('gates')
})
afterEach(() => removeHome(home))

const cli = (...words: readonly string[]): Promise<CliRun> =>
  claudeStudio({ home, cwd: home }, ...words, '--json')

it('a brief with a gate waits for approval with nothing bought, and is made when it is given', async () => {
  const brief = { concept: 'A cat on a boat', duration: 5, size: '128x128', pilots: 1 }
  const file = join(home, 'brief.json')
  await writeFile(file, JSON.stringify({ ...brief, tier: 'static-images', gates: ['plan'] }))
  const held = await cli('produce', '--brief', file, '--run-id', 'held')
  expect(held.code).toBe(4)
  expect(held.lines.at(-1)).toMatchObject({
    ...{ event: 'production-waiting', state: 'waiting-for-approval', spentUsd: 0 },
    reason: expect.stringMatching(/Bought next: the footage of pilot p1 .*about \$0\.\d\d/),
  })
  expect(held.lines.filter(({ event }) => event === 'take-ordered')).toEqual([])
  const resumed = await cli('runs', 'resume', 'held')
  expect([resumed.code, resumed.lines.length]).toEqual([4, 1])
  const made = await cli('runs', 'continue', 'held')
  expect([made.code, made.lines.at(-1)?.['event']]).toEqual([0, 'production-wrapped'])
})

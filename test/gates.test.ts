import { readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { productionResultSchema } from '../src/cli/json-output.ts'
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
    reason: expect.stringMatching(
      /Bought next: the footage of pilot p1 .*as written about \$0\.\d\d/,
    ),
  })
  expect(held.lines.filter(({ event }) => event === 'take-ordered')).toEqual([])
  const resumed = await cli('runs', 'resume', 'held')
  expect([resumed.code, resumed.lines.length]).toEqual([4, 1])
  const made = await cli('runs', 'continue', 'held')
  expect([made.code, made.lines.at(-1)?.['event']]).toEqual([0, 'production-wrapped'])
})

it('cuts that were made before takes were marked are not delivered as approved', async () => {
  const file = join(home, 'brief.json')
  const brief = { concept: 'A cat on a boat', duration: 5, size: '128x128', pilots: 1, takes: 2 }
  await writeFile(file, JSON.stringify({ ...brief, tier: 'static-images', gates: ['final'] }))
  const held = await cli('produce', '--brief', file, '--run-id', 'cuts')
  expect(held.code).toBe(4)
  const folder = join(home, 'productions', 'cuts', 'candidates')
  const { candidates, master, reason } = productionResultSchema.parse(held.lines.at(-1))
  expect([master, reason]).toEqual([null, expect.stringContaining(folder)])
  expect(reason).not.toMatch(/[0-9a-f]{40}/)
  expect(candidates.map(({ file }) => file)).toEqual(
    ['balanced', 'creative', 'safe'].map((name) => join(folder, `${name}.mp4`)),
  )
  for (const { file } of candidates) expect((await stat(file ?? '')).size).toBeGreaterThan(1000)
  expect(await readdir(dirname(folder))).not.toContain('master.mp4')
  const takes = (await cli('runs', 'show', 'cuts')).lines[0]?.['takes'] as readonly {
    readonly slate: string
    readonly state: string
  }[]
  const other = takes.find(({ state }) => state !== 'circled')
  expect(other).toBeDefined()
  await cli('takes', 'circle', 'cuts', other?.slate ?? '')
  const refused = await cli('runs', 'continue', 'cuts')
  expect(refused.code).toBe(2)
  expect(JSON.stringify(refused.lines)).toContain('render cuts')
  expect((await cli('render', 'cuts')).code).toBe(4)
  const made = await cli('runs', 'continue', 'cuts')
  expect([made.code, made.lines.at(-1)?.['event']]).toEqual([0, 'production-wrapped'])
  expect(made.lines.at(-1)?.['warnings']).toEqual([])
  await cli('takes', 'circle', 'cuts', takes.find(({ state }) => state === 'circled')?.slate ?? '')
  const stale = await cli('runs', 'resume', 'cuts')
  expect(stale.lines.at(-1)?.['warnings']).toEqual([expect.stringContaining('render cuts')])
})

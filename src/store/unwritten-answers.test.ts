import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseUsd } from '../domain/money.ts'
import type { UnwrittenAnswer } from '../ports/unwritten-answers.ts'
import { unwrittenAnswersIn } from './unwritten-answers.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'unwritten-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const folder = (): string => join(home, 'unwritten-answers')
const accepted: UnwrittenAnswer = {
  ...{ key: 'fox/p1/video/1A/1', fields: {} },
  event: { kind: 'accepted', submission: 1, job: { id: 'task-17' } },
}
const said: UnwrittenAnswer = {
  key: 'fox/crew/llm/plan',
  event: { kind: 'delivered', submission: 2, job: null, reason: 'as quoted', isBillUnknown: true },
  fields: { outputHash: 'a1', output: { text: ['a plan'] }, billed: parseUsd('0.01') },
}

test('a home without answers has none, and no folder is made for asking', async () => {
  expect(await unwrittenAnswersIn(home).all()).toEqual([])
  expect(await readdir(home)).toEqual([])
})

test('answers are read as they were kept by another process, kept once, for their user alone', async () => {
  await unwrittenAnswersIn(home).keep(accepted)
  const place = await unwrittenAnswersIn(home).keep(accepted)
  await unwrittenAnswersIn(home).keep(said)
  expect((await stat(place)).mode & 0o077).toBe(0)
  const all = await unwrittenAnswersIn(home).all()
  expect(all).toHaveLength(2)
  expect(all).toContainEqual({ kind: 'read', place, answer: accepted })
  expect(all).toContainEqual(expect.objectContaining({ kind: 'read', answer: said }))
})

test('an answer is forgotten by itself: another to the same order stays', async () => {
  const answers = unwrittenAnswersIn(home)
  const later: UnwrittenAnswer = {
    ...accepted,
    event: { kind: 'failed', submission: 1, job: { id: 'task-17' }, reason: 'no' },
  }
  await answers.keep(accepted)
  await answers.keep(later)
  await answers.drop(accepted)
  await answers.drop(accepted)
  expect(await answers.all()).toMatchObject([{ answer: { event: { kind: 'failed' } } }])
})

test('a file that is cut off, or says what no answer is, is told with its reason and left', async () => {
  const answers = unwrittenAnswersIn(home)
  await answers.keep(accepted)
  await writeFile(join(folder(), 'cut.json'), '{"schema":"unwritten-ans')
  const other = { schema: 'unwritten-answer@1', ...accepted, event: { kind: 'dreamt' } }
  await writeFile(join(folder(), 'other.json'), JSON.stringify(other))
  const all = await answers.all()
  expect(all.map(({ kind }) => kind).toSorted()).toEqual(['read', 'unreadable', 'unreadable'])
  expect(await readdir(folder())).toHaveLength(3)
})

test('a folder that cannot be read is told, and stops nothing', async () => {
  await writeFile(folder(), 'this is no folder')
  expect(await unwrittenAnswersIn(home).all()).toEqual([
    {
      kind: 'unreadable',
      place: folder(),
      reason: 'a part of the path is a file and not a folder',
    },
  ])
})

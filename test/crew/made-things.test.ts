import { expect, test } from 'vitest'
import { shotsOf } from '../../src/domain/script.ts'
import { paperFilm } from './film.ts'

test('children who build a sandcastle are drawn as children who build it, and the sandcastle stays asked for', async () => {
  const { items, scripts } = await paperFilm('Two children build a sandcastle on a beach', {
    seconds: 8,
  })
  const [script] = scripts
  if (!script) throw new Error('There is no script.')
  const subjects = shotsOf(script).flatMap(({ picture }) => picture.subjects)
  expect(new Set(subjects.map(({ what }) => what))).toEqual(new Set(['girl', 'boy']))
  for (const { look, action } of subjects) {
    expect(look).toMatch(/child, about 8 years old, (?:small|slight)/)
    expect(action).toMatch(/^builds a sandcastle/)
  }
  expect(items.filter(({ words }) => words.includes('sandcastle')).map(({ kind }) => kind)).toEqual(
    ['action', 'entity'],
  )
  expect(items.find(({ kind }) => kind === 'action')?.words).toContain('builds')
  expect(shotsOf(script).every(({ prompt }) => prompt.includes('sandcastle'))).toBe(true)
})

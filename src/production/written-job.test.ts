import { describe, expect, it } from 'vitest'
import { jobIdFromText } from './written-job.ts'

const refusalOf = (written: string): string => {
  try {
    return `taken: ${JSON.stringify(jobIdFromText(written))}`
  } catch (error) {
    return String(error)
  }
}

describe('a job that a person writes down', () => {
  it.each([
    ['j2', 'j2'],
    [' {"id":"j2","seconds":-5}', 'j2'],
    ['{"id":7}', '7'],
  ])('%s is told by its id alone', (written, id) => {
    expect(jobIdFromText(written)).toBe(id)
  })

  it.each([
    'x'.repeat(201),
    'a/b',
    'a b',
    'a\u0000b',
    '{}',
    '{"id":""}',
    '{"id":-1}',
    '{"id":"a\\u0000"}',
    '{"id":"j"',
  ])('is not %j', (written) => {
    const refusal = refusalOf(written)
    expect(refusal).toContain('is no job. Write its id')
    expect(refusal).toContain('Nothing was changed.')
    expect(refusal).not.toContain('\u0000')
  })
})

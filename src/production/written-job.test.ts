import { describe, expect, it } from 'vitest'
import { jobFromText } from './written-job.ts'

const runway = {
  id: 'runway/gen4_turbo',
  limits: { minSeconds: 2, maxSeconds: 10, seconds: [5, 10] },
}
const painted = { id: 'animatic/painted', limits: { minSeconds: 1, maxSeconds: 60, seconds: null } }

type Model = Parameters<typeof jobFromText>[2]

const refusalOf = (written: string, model: Model = runway): string => {
  try {
    return `taken: ${JSON.stringify(jobFromText(written, null, model))}`
  } catch (error) {
    return String(error)
  }
}

describe('a job that a person writes down', () => {
  it('is its id, with what the order knew of its job', () => {
    expect(jobFromText('j2', null, runway)).toEqual({ id: 'j2' })
    expect(jobFromText('j2', { id: 'j1', api: 'legacy' }, runway)).toEqual({
      ...{ id: 'j2', api: 'legacy' },
    })
  })

  it('is the whole job as JSON', () => {
    expect(jobFromText(' {"id":"j2","seconds":5}', null, runway)).toEqual({ id: 'j2', seconds: 5 })
    expect(jobFromText('{"id":7,"seconds":2.5}', null, painted)).toEqual({ id: 7, seconds: 2.5 })
  })

  it.each([
    'x'.repeat(201),
    'a/b',
    'a b',
    'a\u0000b',
    '{}',
    '{"id":""}',
    '{"id":"a\\u0000"}',
    '{"id":"j","region":"a\\nb"}',
    '{"id":"j","region":["eu"]}',
    '{"id":"j"',
  ])('is not %j', (written) => {
    const refusal = refusalOf(written)
    expect(refusal).toContain('is no job. Write its id')
    expect(refusal).toContain('Nothing was changed.')
    expect(refusal).not.toContain('\u0000')
  })

  it.each(['-5', '0', '7', '1e9', '"5"'])('makes no clip of %s seconds', (seconds) => {
    expect(refusalOf(`{"id":"j","seconds":${seconds}}`)).toContain(
      'A job of runway/gen4_turbo makes clips of 5 or 10 s, not',
    )
  })

  it.each(['-5', '0', '61'])(
    'makes no clip of %s seconds where any up to a longest go',
    (seconds) => {
      expect(refusalOf(`{"id":"j","seconds":${seconds}}`, painted)).toContain(
        `makes clips of at most 60 s, not ${seconds} seconds`,
      )
    },
  )
})

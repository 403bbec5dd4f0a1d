import { describe, expect, it } from 'vitest'
import { catalogue, catalogueFor, type RunMode } from '../../catalogue.ts'
import { isStudioError } from '../../domain/errors.ts'
import type { BriefRequest } from './brief-request.ts'
import { completeBrief } from './complete-brief.ts'

const complete = (request: BriefRequest) =>
  completeBrief({ concept: 'A lake', ...request }, catalogue)

/** The message of the StudioError that a request ends in. */
const refusal = (request: BriefRequest): string => {
  try {
    complete(request)
  } catch (error) {
    if (isStudioError(error) && ['brief-invalid', 'bad-input'].includes(error.code))
      return error.message
    throw error
  }
  return 'accepted'
}

const refused = (provider: string, mode: RunMode) => () =>
  completeBrief({ concept: 'A lake', provider }, catalogueFor(mode))

describe('a brief', () => {
  it('gets every default written in', () => {
    expect(complete({})).toMatchObject({
      concept: 'A lake',
      budget: 10_000_000,
      funds: 'simulated',
      seconds: 30,
      aspect: '16:9',
      size: { width: 1280, height: 720 },
      rate: { numerator: 24, denominator: 1 },
      tier: null,
      pilots: null,
      takes: null,
      provider: 'animatic',
      audio: 'full',
      captions: 'burn',
      language: 'en',
      gates: [],
    })
  })

  it.each([
    ['animatic', 'live', 'simulated'],
    ['luma', 'live', 'real'],
    ['runway', 'emulated', 'emulated'],
  ] as const)('of footage by %s in a run that is %s moves %s money', (provider, mode, funds) => {
    const request = { concept: 'A lake', provider }
    expect(completeBrief(request, catalogueFor(mode))).toMatchObject({ provider, funds })
  })

  it('takes its vendor from the run where it names none', () => {
    const brief = completeBrief({ concept: 'A lake' }, catalogueFor('live'), 'runway')
    expect(brief).toMatchObject({ provider: 'runway', funds: 'real' })
  })

  it.each([
    ['sora', 'live', 'model-retired', 'since 2026-09-24: OpenAI has shut'],
    ['Pika', 'offline', 'model-retired', 'Use luma or runway instead'],
    ['luma', 'offline', 'brief-invalid', 'Add --live'],
    ['anthropic', 'live', 'brief-invalid', 'Anthropic makes no footage'],
    ['lumma', 'live', 'brief-invalid', 'Did you mean "luma"?'],
  ] as const)('of footage by %s, %s, is refused as %s: %s', (provider, mode, code, said) => {
    expect(refused(provider, mode)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(said) }),
    )
  })

  it('has the same seed for the same concept and another for another', () => {
    expect(complete({}).randomSeed).toBe(complete({ budget: '3' }).randomSeed)
    expect(complete({ concept: 'A river' }).randomSeed).not.toBe(complete({}).randomSeed)
    expect(complete({ randomSeed: '42' }).randomSeed).toBe(42)
  })

  it.each([
    ['9:16', 720, 1280],
    ['1:1', 720, 720],
  ])('in %s is %i × %i by default', (aspect, width, height) => {
    expect(complete({ aspect }).size).toEqual({ width, height })
  })

  it('takes its aspect from a size, and refuses a size that has another aspect', () => {
    expect(complete({ size: '180x320' }).aspect).toBe('9:16')
    expect(refusal({ size: '1280x720', aspect: '9:16' })).toContain('720x1280 for 9:16')
    expect(refusal({ size: '1000x300' })).toContain('does not have the aspect')
    expect(refusal({ size: '1281x721' })).toContain('even numbers')
    expect(refusal({ size: '1e9x1e9' })).toContain('not a picture size')
  })

  it.each(['', '   ', '\n\t', '…', '\0'])('without a concept (%j) is refused', (concept) => {
    expect(refusal({ concept })).toContain('There is no concept')
  })

  it('of 20,000 characters is taken and of 50,000 is refused with both numbers', () => {
    expect(refusal({ concept: 'x'.repeat(20_000) })).toBe('accepted')
    const message = refusal({ concept: 'x'.repeat(50_000) })
    expect(message).toContain('50,000')
    expect(message).toContain('20,000')
  })

  it.each([
    ['夕暮れの湖', 'ja'],
    ['山间的湖', 'zh'],
    ['산속의 호수', 'ko'],
    ['بحيرة هادئة عند الغروب', 'ar'],
    ['Тихое озеро', 'ru'],
    ['🦊❄️', 'en'],
    ['Ein See bei Nacht', 'de'],
  ])('%s is taken as it is and is in %s', (concept, language) => {
    expect(complete({ concept })).toMatchObject({ concept, language })
  })

  it.each(['0', '-5', 'NaN', 'abc', '', '1e400', 'Infinity', '0.0000001'])(
    'with the budget %j is refused',
    (budget) => {
      expect(refusal({ budget })).not.toBe('accepted')
    },
  )

  it('reads a budget exactly', () => {
    expect(complete({ budget: '$0.004' }).budget).toBe(4_000)
    expect(complete({ budget: 12.5 }).budget).toBe(12_500_000)
  })

  it.each(['4.9', '601', '0', '-3', 'NaN', '', 'long', '10m1s'])(
    'of the length %j is refused, saying what is possible',
    (duration) => {
      expect(refusal({ duration })).toContain('5 seconds to 10 minutes')
    },
  )

  it.each([
    ['5', 5],
    ['1m30s', 90],
    ['10m', 600],
    ['12.5s', 12.5],
    [600, 600],
  ])('of the length %s is %i seconds long', (duration, seconds) => {
    expect(complete({ duration }).seconds).toBe(seconds)
  })

  it.each([
    ['tier', { tier: 'animted' }, 'animated'],
    ['audio', { audio: 'fulll' }, 'full'],
    ['captions', { captions: 'burnt' }, 'burn'],
    ['aspect', { aspect: '16:99' }, '16:9'],
    ['provider', { provider: 'animatik' }, 'animatic'],
  ] as const)('with a mistyped %s is told the nearest choice', (_, request, nearest) => {
    expect(refusal(request)).toContain(`Did you mean "${nearest}"?`)
  })

  it.each([
    { pilots: '0' },
    { pilots: '5' },
    { takes: '1.5' },
    { takes: '6' },
    { fps: '5' },
    { fps: 'fast' },
    { language: 'not a language' },
    { voice: '../../etc/passwd\n' },
    { randomSeed: '-1' },
    { randomSeed: '2147483648' },
    { gates: ['never'] },
  ])('with %j is refused', (request) => {
    expect(refusal(request)).not.toBe('accepted')
  })

  it.each([
    ['xx', 'There is no language with the code "xx" (ISO 639)'],
    ['zz-US', 'There is no language with the code "zz"'],
    ['qaa', 'There is no language with the code "qaa"'],
    ['zxx', 'There is no language with the code "zxx"'],
    ['und', '"und" is not a language tag'],
    ['German', 'Did you mean "de"?'],
    ['deutsch', 'Did you mean "de"?'],
    ['日本語', 'Did you mean "ja"?'],
    ['xx', 'or leave --language away'],
  ])('in the language %s, which is none, is refused: %s', (language, said) => {
    expect(refusal({ language })).toContain(said)
  })

  it.each([
    ['PT-br', 'pt-BR'],
    ['iw', 'he'],
    ['haw', 'haw'],
    ['grc', 'grc'],
    ['sr-Latn', 'sr-Latn'],
    ['ja', 'ja'],
  ])('in the language %s is taken, whether or not a voice can read it', (language, told) => {
    expect(complete({ language }).language).toBe(told)
  })

  it('a gate that there is not is refused by the name of its key, as no flag has it', () => {
    expect(refusal({ gates: ['finals'] })).toBe(
      '"finals" is not a choice for "gates" in a brief file. Did you mean "final"? Choices: plan, pilots, final.',
    )
  })
})

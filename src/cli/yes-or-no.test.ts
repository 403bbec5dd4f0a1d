import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { askYesOrNo } from './yes-or-no.ts'

const answerTo = async (typed: string): Promise<readonly [string, string]> => {
  const input = new PassThrough()
  const output = Object.assign(new PassThrough(), { isTTY: true })
  const answer = askYesOrNo(input, output, 'Buy it?')
  input.end(typed)
  return [await answer, String(output.read())]
}

describe('a question to a person', () => {
  it.each([
    ['y\r', 'yes'],
    [' Yes \r', 'yes'],
    ['n\r', 'no'],
    ['\r', 'no'],
    ['yesterday\r', 'no'],
    ['', 'no'],
    ['\u0004', 'no'],
    ['\u0003', 'interrupted'],
    ['y\u0003', 'interrupted'],
  ])('%j is taken for %s', async (typed, meant) => {
    const [answer, shown] = await answerTo(typed)
    expect(answer).toBe(meant)
    expect(shown).toContain('Buy it? [y/N] ')
    expect(shown.endsWith('\n')).toBe(true)
  })
})

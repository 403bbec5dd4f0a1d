import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { askHidden, emptyLine, typedOn } from './hidden-line.ts'

describe('a hidden line', () => {
  it.each([
    ['sk-1\r', { text: 'sk-1', state: 'entered' }],
    ['sk-1\n', { text: 'sk-1', state: 'entered' }],
    ['sk-1', { text: 'sk-1', state: 'typing' }],
    ['sk-12\u007f\b3\r', { text: 'sk-3', state: 'entered' }],
    ['\u007fa\r', { text: 'a', state: 'entered' }],
    ['wrong\u0015right\r', { text: 'right', state: 'entered' }],
    ['sk-1\u0003', { text: 'sk-1', state: 'interrupted' }],
    ['\u0004', { text: '', state: 'entered' }],
    ['one\rtwo', { text: 'one', state: 'entered' }],
  ])('after %j', (characters, line) => {
    expect(typedOn(emptyLine, characters)).toEqual(line)
  })

  /** A terminal's input that notes what is done to it. */
  const terminal = () => {
    const did: string[] = []
    const input = Object.assign(new EventEmitter(), {
      setRawMode: (isRaw: boolean) => did.push(isRaw ? 'raw' : 'as before'),
      setEncoding: () => undefined,
      resume: () => did.push('resumed'),
      pause: () => did.push('paused'),
    })
    return { input, did }
  }

  it('is asked for with nothing shown, and leaves the terminal as it was', async () => {
    const { input, did } = terminal()
    let shown = ''
    const answer = askHidden(input, 'KEY: ', (text) => {
      shown += text
      did.push('wrote')
    })
    input.emit('data', 'sk-')
    input.emit('data', 'secret\r')
    expect(await answer).toBe('sk-secret')
    expect(shown).toBe('KEY: \n')
    expect(did).toEqual(['raw', 'wrote', 'resumed', 'as before', 'paused', 'wrote'])
    expect(input.listenerCount('data') + input.listenerCount('end')).toBe(0)
  })

  it('is null after Ctrl-C, and what there was at the end of the input', async () => {
    const { input, did } = terminal()
    const stopped = askHidden(input, '', () => undefined)
    input.emit('data', 'sk-\u0003')
    expect(await stopped).toBe(null)
    const ended = askHidden(input, '', () => undefined)
    input.emit('data', 'abc')
    input.emit('end')
    expect(await ended).toBe('abc')
    expect(did.at(-2)).toBe('as before')
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atTerminal } from '../../../test/support/at-terminal.ts'
import { briefFileKeys } from './brief-file.ts'

describe('a brief file', () => {
  const at = atTerminal()
  const { run } = at

  const fromStdin = (content: string | Uint8Array, ...words: readonly string[]) =>
    at.terminal(content).run('produce', '--brief', '-', ...words)
  const fromFile = (content: string | Uint8Array, ...words: readonly string[]) => {
    writeFileSync(join(at.folder, 'brief'), content)
    return at.run('produce', '--brief', 'brief', ...words)
  }

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a recording with letters in it', Buffer.from('RIFF\u0000\u0000WAVEfmt data')],
    ['a text in another encoding', Buffer.from('\ufeffA fox in snow', 'utf16le')],
    ['a text in Latin-1', Buffer.from('F\u00fcchse im Schnee', 'latin1')],
  ])('that is %s is refused as no text', async (_, content) => {
    for (const read of [fromStdin, fromFile]) {
      const { code, err } = await read(content)
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('is not text in UTF-8')
    }
    expect((await fromFile(content, '--json')).json()[0]).toMatchObject({ code: 'brief-invalid' })
  })

  it.each(['', ' \n', '\ufeff'])('that is empty (%j) is told as that', async (content) => {
    for (const read of [fromStdin, fromFile]) {
      for (const concept of [[], ['A fox']]) {
        const { code, err } = await read(content, ...concept)
        expect([code, at.fake.calls]).toEqual([2, []])
        expect(err).toContain('is empty. Write a concept into it')
      }
    }
  })

  it('may have tabs, ends of lines of any system, and a byte order mark', async () => {
    await fromFile('\ufeffA fox\tin snow\r\nat dawn', '--run-id', 'text')
    await fromFile('\ufeff{"concept":"A heron","budget":4}', '--run-id', 'json')
    expect(at.fake.briefs.get('text')?.concept).toBe('A fox\tin snow\r\nat dawn')
    expect(at.fake.briefs.get('json')).toMatchObject({ concept: 'A heron', budget: 4_000_000 })
  })

  it.each(['null', '42', '"A fox"', '[]', 'true', ' [{"concept":"A fox"}]\n'])(
    'with the JSON %s is answered with what was expected',
    async (content) => {
      const { code, err } = await fromStdin(content)
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('is JSON, but not an object')
      expect(err).toContain('plain text')
    },
  )

  it('of plain text that only begins like JSON is a concept', async () => {
    await fromStdin('[Scene 1] "A fox" in snow', '--run-id', 'fox')
    expect(at.fake.briefs.get('fox')?.concept).toBe('[Scene 1] "A fox" in snow')
  })

  it('with a key that is not known is answered with the nearest, all there are, and their page', async () => {
    const { err } = await fromStdin('{"bugdet":5,"concept":"x"}')
    expect(err).toContain('there is no key "bugdet". Did you mean "budget"?')
    for (const { name } of briefFileKeys()) expect(err).toContain(name)
    expect(err).toContain('docs/brief-files.md')
  })

  it.each([
    '{"concept":"A fox","budget":4,"concept":"A heron"}',
    '{"concept":"A fox", "c\\u006fncept" : "A fox"}',
    '{"seedAssets":["concept"],"concept":"say \\"concept\\": {","concept":"x"}',
  ])('with a key twice, as %s, is refused, as nobody can tell which counts', async (content) => {
    for (const read of [fromStdin, fromFile]) {
      const { code, err } = await read(content)
      expect([code, at.fake.calls]).toEqual([2, []])
      expect(err).toContain('has the key "concept" twice')
    }
  })

  it.each([
    ['brief.yaml', 'concept: A fox\nbudget: 5\n'],
    ['brief.toml', 'concept = "A fox"'],
    ['brief.json', '[['],
  ])('named %s that is no JSON is not taken for a concept', async (name, content) => {
    writeFileSync(join(at.folder, name), content)
    const { code, err } = await run('produce', '--brief', name)
    expect([code, at.fake.calls]).toEqual([2, []])
    expect(err).toContain(`The brief in ${name} is not JSON`)
  })

  it('with a word that is a key and also stands in a value is taken', async () => {
    await fromStdin('{"concept":"\\"budget\\": {\\"budget\\": 3","budget":4}', '--run-id', 'fox')
    expect(at.fake.briefs.get('fox')?.concept).toBe('"budget": {"budget": 3')
  })

  it('with a value of the wrong kind is told the right one', async () => {
    const content = '{"concept":5,"seedAssets":["a.png",""],"music":" ","budget":null}'
    const { err } = await fromStdin(content)
    expect(err).toContain('concept must be a text.')
    expect(err).toContain('seedAssets must be a list of at most 40 paths.')
    expect(err).toContain('music must be a path.')
    expect(err).toContain('budget must be a text or number.')
  })

  it('without an end is left after 200 kB', async () => {
    const { code, err } = await at.run('produce', '--brief', '/dev/zero')
    expect(code).toBe(2)
    expect(err).toContain('The brief in /dev/zero is larger than 200 kB')
  })

  it('with a concept is refused beside a concept on the command line, without one is not', async () => {
    const { code, err } = await fromFile('A heron', 'A fox')
    expect([code, at.fake.calls]).toEqual([2, []])
    expect(err).toContain('There are two concepts: "A fox" on the command line')
    await fromFile('{"budget":4}', 'A fox', '--run-id', 'fox')
    expect(at.fake.briefs.get('fox')).toMatchObject({ concept: 'A fox', budget: 4_000_000 })
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeKeychain } from '../../test/support/fake-keychain.ts'
import type { FakeSurroundings } from '../../test/support/fake-terminal.ts'

const keyNames = ['LUMA_KEY', 'RUNWAY_KEY', 'FAL_KEY']
const secret = 'sk-never-to-be-seen-1234'
const absent = { kind: 'absent', reason: 'there is no bus' } as const
const closed = { kind: 'closed', reason: 'it is locked' } as const

describe('the command line on secrets', () => {
  const at = atTerminal()

  /** Run a command line; whatever it prints, the secret is not in it. */
  const run = async (words: readonly string[], surroundings: FakeSurroundings = {}, stdin = '') => {
    const ending = await at.terminal(stdin, { keyNames, ...surroundings }).run(...words)
    expect(ending.out + ending.err).not.toMatch(/never-to-be-seen|1234/)
    return ending
  }

  it('sets a key from a pipe, without the end of its line', async () => {
    const keychain = fakeKeychain()
    const { code, out, err } = await run(
      ['secrets', 'set', 'LUMA_KEY'],
      { keychain },
      `${secret}\n`,
    )
    expect([code, out, err]).toEqual([0, 'LUMA_KEY is in the keychain.\n', ''])
    expect(keychain.get('LUMA_KEY')).toBe(secret)
  })

  it('sets a key from a prompt that names it', async () => {
    const keychain = fakeKeychain()
    const questions: string[] = []
    const askHidden = async (question: string) => {
      questions.push(question)
      return secret
    }
    const { json } = await run(['secrets', 'set', 'LUMA_KEY', '--json'], { keychain, askHidden })
    expect(json()).toEqual([{ event: 'secret-saved', name: 'LUMA_KEY', isOverruledBy: null }])
    expect(keychain.get('LUMA_KEY')).toBe(secret)
    expect(questions).toEqual([expect.stringContaining('LUMA_KEY')])
  })

  it('says when another place comes before the keychain', async () => {
    const environment = { LUMA_KEY: 'other' }
    const { err } = await run(['secrets', 'set', 'LUMA_KEY'], { environment }, secret)
    expect(err).toContain('LUMA_KEY is set in the environment too')
  })

  it.each([
    ['', 'Nothing was entered'],
    ['\n', 'Nothing was entered'],
    [`${secret} ${secret}`, 'a key is one word'],
    [`${secret}\n${secret}`, 'a key is one word'],
  ])('stores nothing of %j', async (stdin, said) => {
    const keychain = fakeKeychain({ LUMA_KEY: 'old' })
    const { code, err } = await run(['secrets', 'set', 'LUMA_KEY'], { keychain }, stdin)
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
    expect(keychain.get('LUMA_KEY')).toBe('old')
  })

  it('stores nothing after Ctrl-C', async () => {
    const { code, err } = await run(['secrets', 'set', 'LUMA_KEY'], { askHidden: async () => null })
    expect([code, err]).toEqual([2, expect.stringContaining('the keychain was not changed')])
  })

  it.each([
    ['LUMA_KEY', secret],
    ['LUMA_KEY', `--value=${secret}`],
    ['LUMA_KEY', '--value', secret],
  ])('takes no key as an argument, and says why: %s', async (...words) => {
    const keychain = fakeKeychain()
    for (const json of [[], ['--json']]) {
      const { code, out, err } = await run(['secrets', 'set', ...words, ...json], { keychain })
      expect([code, out + err]).toEqual([2, expect.stringContaining("the shell's history")])
    }
    expect(keychain.list(keyNames)).toEqual([])
  })

  it.each([
    [['secrets', 'set', 'LUMA_KYE'], 'There is no key "LUMA_KYE". Did you mean "LUMA_KEY"?'],
    [['secrets', 'delete', 'luma_key'], 'There is no key of that name. Did you mean "LUMA_KEY"?'],
    [['secrets', 'set', secret], 'There is no key of that name. Known: LUMA_KEY, RUNWAY_KEY'],
    [['secrets', 'set', `LUMA_KEY=${secret}`], 'There is no key of that name.'],
  ])('knows the catalogue’s names alone: %j', async (words, said) => {
    const { code, err } = await run(words, {}, secret)
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
  })

  it('says so where no vendor needs a key', async () => {
    const { err } = await run(['secrets', 'set', 'LUMA_KEY'], { keyNames: [] }, secret)
    expect(err).toContain('No vendor of this version needs a key.')
    expect((await run(['secrets', 'list'], { keyNames: [] })).out).toContain('No vendor of this')
  })

  it('asks for no other key of a vendor that one is set of', async () => {
    const luma = ['LUMA_AGENTS_API_KEY', 'LUMA_API_KEY']
    const environment = { LUMA_API_KEY: 'other' }
    const both = await run(['secrets', 'list'], { keyNames: luma, environment })
    expect(both.out).not.toContain('into the environment')
    const names = [...luma, 'ANTHROPIC_API_KEY']
    const { out } = await run(['secrets', 'list'], { keyNames: names, environment })
    expect(out).toContain('ANTHROPIC_API_KEY into the environment')
  })

  it('lists where each key is set, and nothing of the keys', async () => {
    const keychain = fakeKeychain({ LUMA_KEY: secret, RUNWAY_KEY: secret })
    const environment = { LUMA_KEY: secret }
    const { out } = await run(['secrets', 'list'], { keychain, environment })
    expect(out).toMatch(/LUMA_KEY +set \(environment\); in the keychain too/)
    expect(out).toMatch(/RUNWAY_KEY +set \(keychain\)/)
    expect(out).toMatch(/FAL_KEY +missing/)
    expect(out).toContain('secrets set FAL_KEY')
    const { json } = await run(['secrets', 'list', '--json'], { keychain, environment })
    const secrets = json()[0]?.['secrets'] as readonly object[]
    expect(secrets[0]).toEqual({
      name: 'LUMA_KEY',
      isSet: true,
      source: 'environment',
      problem: null,
      isInKeychain: true,
    })
    expect(json()[0]?.['keychain']).toEqual({ kind: 'ready' })
  })

  it('lists on a machine without a keychain, and beside one that does not open', async () => {
    writeFileSync(join(at.folder, '.env'), `RUNWAY_KEY=${secret}\n`)
    const without = await run(['secrets', 'list'], { keychain: fakeKeychain({}, absent) })
    expect(without.out).toMatch(/LUMA_KEY +missing\n.*RUNWAY_KEY +set \(\.env\)/)
    expect(without.out).toContain('This machine has no keychain (there is no bus).')
    expect(without.out).toContain('Put LUMA_KEY into the environment or into a .env file')
    expect(without.out).not.toContain('secrets set')
    const beside = await run(['secrets', 'list'], { keychain: fakeKeychain({}, closed) })
    expect(beside.out).toMatch(/LUMA_KEY +not known\n/)
    expect([beside.code, beside.out]).toEqual([0, expect.stringContaining('does not open (it is')])
  })

  it('lists beside a keychain that shows only then that it is locked', async () => {
    const locked = fakeKeychain({}, closed)
    let isSeen = false
    const list: typeof locked.list = (names) => {
      isSeen = true
      return locked.list(names)
    }
    const keychain = {
      ...locked,
      list,
      state: () => (isSeen ? closed : { kind: 'ready' as const }),
    }
    const environment = { LUMA_KEY: secret }
    const { out } = await run(['secrets', 'list'], { keychain, environment })
    expect(out).toMatch(/LUMA_KEY +set \(environment\)\n/)
    expect(out).toContain('has a keychain that does not open (it is locked)')
    const { json } = await run(['secrets', 'list', '--json'], { keychain, environment })
    expect(json()[0]).toMatchObject({ secrets: [{ isInKeychain: null }, {}, {}], keychain: closed })
  })

  it('deletes a key, and says where it is set still', async () => {
    const keychain = fakeKeychain({ LUMA_KEY: secret })
    const environment = { LUMA_KEY: secret }
    const first = await run(['secrets', 'delete', 'LUMA_KEY'], { keychain, environment })
    expect([first.out, first.err]).toEqual([
      'LUMA_KEY is out of the keychain.\n',
      '! LUMA_KEY is still set in the environment.\n',
    ])
    const again = await run(['secrets', 'delete', 'LUMA_KEY', '--json'], { keychain })
    expect(again.json()).toEqual([
      { event: 'secret-deleted', name: 'LUMA_KEY', wasThere: false, stillSetIn: null },
    ])
  })

  it('imports the vendors’ keys of a file, says which lines it left, and leaves the file', async () => {
    const keychain = fakeKeychain()
    const file = join(at.folder, 'keys.env')
    const text = `# mine\nexport LUMA_KEY="${secret}"\nDATABASE_URL=${secret}\nRUNWAY_KEY=\nFAL_KEY=${secret} b\n${secret}\n${secret.replaceAll('-', '_')}=x\n`
    writeFileSync(file, text)
    const { code, out } = await run(['secrets', 'import', 'keys.env'], { keychain })
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      '1 key put into the keychain: LUMA_KEY.',
      'Line 3 was left (DATABASE_URL): no vendor has a key of that name.',
      'Line 4 was left (RUNWAY_KEY): it is empty.',
      expect.stringMatching(/^Line 5 was left \(FAL_KEY\): a key is one word/),
      'Line 6 was left: it is no NAME=value.',
      'Line 7 was left: no vendor has a key of that name.',
      `${file} stays as it is, with the keys in it.`,
      '',
    ])
    expect(keychain.get('LUMA_KEY')).toBe(secret)
    expect(readFileSync(file, 'utf8')).toBe(text)
    const { json } = await run(['secrets', 'import', 'keys.env', '--json'], { keychain })
    expect(json()[0]).toMatchObject({ event: 'secrets-imported', file, saved: ['LUMA_KEY'] })
    expect(json()[0]?.['left']).toHaveLength(5)
  })

  it('says what file it could not import', async () => {
    const none = await run(['secrets', 'import', 'none.env'])
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining('none.env" (there is no such'),
    ])
    writeFileSync(join(at.folder, 'big'), 'x'.repeat(1_000_001))
    expect((await run(['secrets', 'import', 'big'])).err).toContain('larger than 1000000 bytes')
  })

  it.each([
    [['secrets', 'set', 'LUMA_KEY']],
    [['secrets', 'delete', 'LUMA_KEY']],
    [['secrets', 'import', 'keys.env']],
  ])('does not pretend on a machine without a keychain: %j', async (words) => {
    writeFileSync(join(at.folder, 'keys.env'), `LUMA_KEY=${secret}\n`)
    const keychain = fakeKeychain({}, absent)
    const { code, json } = await run([...words, '--json'], { keychain }, secret)
    expect([code, json()[0]?.['code']]).toEqual([2, 'not-available'])
  })

  it('tells in config show and doctor where keys are and whether there is a keychain', async () => {
    const keychain = fakeKeychain({ LUMA_KEY: secret })
    const shown = await run(['config', 'show'], { keychain })
    expect(shown.out).toContain('LUMA_KEY    set (keychain)\nRUNWAY_KEY  missing\n')
    const beside = await run(['config', 'show'], { keychain: fakeKeychain({}, closed) })
    expect([beside.code, beside.out]).toEqual([0, expect.stringContaining('LUMA_KEY    not known')])
    const lineOf = async (state: FakeSurroundings['keychain']) =>
      (await run(['doctor'], state ? { keychain: state } : {})).out
        .split('\n')
        .find((line) => line.includes('keychain'))
    expect(await lineOf(keychain)).toMatch(/✓ keychain +there$/)
    expect(await lineOf(fakeKeychain({}, absent))).toMatch(/✓ keychain +none here: keys come from/)
    expect(await lineOf(fakeKeychain({}, closed))).toMatch(
      /! keychain +it does not open.*Unlock it/,
    )
  })

  it('asks the keychain for nothing where no key is needed', async () => {
    const never = (): never => {
      throw new Error('the keychain was not to be asked')
    }
    const keychain = { state: never, get: never, set: never, delete: never, list: never }
    for (const words of [['runs', 'list'], ['disk'], ['themes'], ['--version'], ['spend']]) {
      expect((await run(words, { keychain })).code, words.join(' ')).toBe(0)
    }
  })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeKeychain } from '../../test/support/fake-keychain.ts'
import { parseEnvText, readEnvFile } from './env-file.ts'
import { isKeyValue, type KeyRingSources, keyRing, noKeys, requiredKey } from './key-ring.ts'
import { systemKeychain } from './keychain.ts'

describe('a ring of keys', () => {
  const sources: KeyRingSources = {
    names: ['A_KEY', 'B_KEY', 'C_KEY', 'D_KEY'],
    environment: { A_KEY: 'a-environment', OTHER_KEY: 'x' },
    envFile: () => new Map(Object.entries({ A_KEY: 'a-file', B_KEY: 'b-file', OTHER_KEY: 'x' })),
    keychain: fakeKeychain({ A_KEY: 'a-kept', B_KEY: 'b-kept', C_KEY: 'c-kept', OTHER_KEY: 'x' }),
  }
  const never = (): never => {
    throw new Error('it was not to be asked')
  }
  const closed = fakeKeychain({}, { kind: 'closed', reason: 'it is locked' })
  const absent = fakeKeychain({}, { kind: 'absent', reason: 'there is no bus' })

  it('takes the environment first, then .env, then the keychain', () => {
    const ring = keyRing(sources)
    expect(ring.names.map((name) => [ring.value(name), ring.source(name)])).toEqual([
      ['a-environment', 'environment'],
      ['b-file', '.env'],
      ['c-kept', 'keychain'],
      [null, null],
    ])
  })

  it('has no name that no vendor has', () => {
    expect([keyRing(sources).value('OTHER_KEY'), noKeys.value('A_KEY')]).toEqual([null, null])
  })

  it('looks no further than it must, and nowhere before it is asked', () => {
    const keychain = { ...sources.keychain, state: never, get: never }
    const ring = keyRing({ ...sources, envFile: never, keychain })
    expect(ring.value('A_KEY')).toBe('a-environment')
    expect(() => ring.value('B_KEY')).toThrow('not to be asked')
    expect(keyRing({ ...sources, keychain }).value('B_KEY')).toBe('b-file')
  })

  it('asks the keychain once for each key', () => {
    let asked = 0
    const get = (name: string): string | null => {
      asked += 1
      return sources.keychain.get(name)
    }
    const ring = keyRing({ ...sources, keychain: { ...sources.keychain, get } })
    for (let time = 0; time < 3; time += 1) {
      expect([ring.value('C_KEY'), ring.source('C_KEY'), ring.value('D_KEY')]).toEqual([
        'c-kept',
        'keychain',
        null,
      ])
    }
    expect(asked).toBe(2)
  })

  it('is without the key where there is no keychain, and says so where one does not open', () => {
    expect(keyRing({ ...sources, keychain: absent }).value('C_KEY')).toBe(null)
    const ring = keyRing({ ...sources, keychain: closed })
    expect(ring.value('B_KEY')).toBe('b-file')
    expect(() => ring.value('C_KEY')).toThrow(expect.objectContaining({ code: 'not-available' }))
  })

  it('takes blanks around a key away and an empty one for none', () => {
    const environment = { A_KEY: ' abc\n', B_KEY: '  ' }
    const ring = keyRing({ ...sources, environment })
    expect([ring.value('A_KEY'), ring.source('B_KEY')]).toEqual(['abc', '.env'])
  })

  it('says of what cannot be a key where it is, and not what it is', () => {
    const ring = keyRing({ ...sources, environment: { A_KEY: 'secret\nx-header: 1' } })
    expect(ring.source('A_KEY')).toBe('environment')
    expect(() => ring.value('A_KEY')).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: expect.stringMatching(
          /^A_KEY as set in the environment cannot be a key(?!.*secret)/,
        ),
      }),
    )
  })

  it('names the variable and the command for a key that is missing', () => {
    expect(requiredKey(keyRing(sources), 'C_KEY')).toBe('c-kept')
    expect(() => requiredKey(keyRing(sources), 'D_KEY')).toThrow(
      expect.objectContaining({
        code: 'vendor-key-missing',
        message: expect.stringContaining('npx --no-install claude-studio secrets set D_KEY'),
      }),
    )
  })

  it('names no keychain where there is none', () => {
    const keychain = fakeKeychain({}, { kind: 'absent', reason: 'no service' })
    expect(() => requiredKey(keyRing({ ...sources, keychain }), 'D_KEY')).toThrow(
      expect.objectContaining({
        message:
          'D_KEY is not set. Put D_KEY into the environment or into a .env file in the working folder.',
      }),
    )
  })

  it('is nothing that JSON writes down', () => {
    const ring = keyRing(sources)
    ring.value('A_KEY')
    expect(JSON.stringify(ring)).toBe(JSON.stringify({ names: sources.names }))
  })

  it.each([
    ['sk-ABC_123.~/+=', true],
    ['', false],
    ['two words', false],
    ['line\nline', false],
    ['schlüssel', false],
    ['x'.repeat(1280), true],
    ['x'.repeat(1281), false],
  ])('%j can be a key: %s', (text, can) => {
    expect(isKeyValue(text)).toBe(can)
  })
})

describe('a .env file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio env '))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['A=b', { name: 'A', value: 'b' }],
    ['  export A = b ', { name: 'A', value: 'b' }],
    ['\uFEFFA=b', { name: 'A', value: 'b' }],
    ['A="b c"', { name: 'A', value: 'b c' }],
    ["A='b' # why", { name: 'A', value: 'b' }],
    ['A=b # why', { name: 'A', value: 'b' }],
    ['A=b#c', { name: 'A', value: 'b#c' }],
    ['A="b#c"', { name: 'A', value: 'b#c' }],
    ['A=# nothing', { name: 'A', value: '' }],
    ['A=$HOME', { name: 'A', value: '$HOME' }],
    ['A=', { name: 'A', value: '' }],
    ['A: b', null],
    ['1A=b', null],
    ['sk-secret', null],
  ])('understands %j', (line, setting) => {
    expect(parseEnvText(`# first\n\n${line}\r\n`)).toEqual([{ line: 3, setting }])
    expect(parseEnvText(line)).toEqual([{ line: 1, setting }])
  })

  it('that is not there sets nothing; of a name twice the last counts; one that cannot be read is told', () => {
    const path = join(folder, '.env')
    expect([...readEnvFile(path)]).toEqual([])
    writeFileSync(path, 'A=1\nA=2\n')
    expect([...readEnvFile(path)]).toEqual([['A', '2']])
    rmSync(path)
    mkdirSync(path)
    expect(() => readEnvFile(path)).toThrow(/which could not be read \(it is a folder\)/)
  })
})

describe('the keychain of the system', () => {
  /** The package, over a map, refusing everything once there is an error. */
  const fakeKeyring = (error: string | null = null) => {
    const held = new Map<string, string>()
    const options: unknown[] = []
    const use = <Result>(what: () => Result): Result => {
      if (error !== null) throw new Error(error)
      return what()
    }
    class Entry {
      readonly key: string
      constructor(service: string, name: string, option: unknown) {
        this.key = `${service} ${name}`
        options.push(option)
      }
      getPassword(): string | null {
        return use(() => held.get(this.key) ?? null)
      }
      setPassword(value: string): void {
        use(() => held.set(this.key, value))
      }
      deletePassword(): boolean {
        return use(() => held.delete(this.key))
      }
    }
    return {
      held,
      options,
      load: () => ({ Entry }) as unknown as typeof import('@napi-rs/keyring'),
    }
  }

  it('keeps, gives back and forgets, filed under the name of the studio', () => {
    const { held, options, load } = fakeKeyring()
    const keychain = systemKeychain(load)
    expect(keychain.state()).toEqual({ kind: 'ready' })
    keychain.set('A_KEY', 'abc')
    expect([...held]).toEqual([['claude-studio-producer A_KEY', 'abc']])
    expect([keychain.get('A_KEY'), keychain.get('B_KEY')]).toEqual(['abc', null])
    expect(keychain.list(['A_KEY', 'B_KEY'])).toEqual(['A_KEY'])
    expect([keychain.delete('A_KEY'), keychain.delete('A_KEY')]).toEqual([true, false])
    expect(new Set(options.map((option) => JSON.stringify(option)))).toEqual(
      new Set(['{"linux":{"store":"secret-service"}}']),
    )
  })

  it.each([
    // What @napi-rs/keyring 2.1.2 says on Linux without a bus, without a service on it, with a dead socket (2026-11-30).
    [
      'Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled at compile time, set your DBUS_SESSION_BUS_ADDRESS instead',
      'absent',
    ],
    [
      'Platform failure: DBus error: The name org.freedesktop.secrets was not provided by any .service files',
      'absent',
    ],
    [
      'Platform failure: DBus error: Failed to connect to socket /nonexistent: No such file or directory',
      'absent',
    ],
    ['Cannot find native binding. npm has a bug related to optional dependencies', 'absent'],
    ["Couldn't access platform storage: Secret Service: object locked", 'closed'],
    ["Couldn't access platform storage: Secret Service: unlock prompt was dismissed", 'closed'],
  ])('that says "%s" is %s', (error, kind) => {
    const keychain = systemKeychain(fakeKeyring(error).load)
    expect(keychain.state()).toEqual({ kind, reason: error })
    const remedy = kind === 'absent' ? 'has no keychain' : 'Unlock it and run this again'
    for (const use of [
      () => keychain.set('A_KEY', 'top-secret'),
      () => keychain.get('A_KEY'),
      () => keychain.delete('A_KEY'),
      () => keychain.list(['A_KEY']),
    ]) {
      expect(use).toThrow(
        expect.objectContaining({
          code: 'not-available',
          message: expect.stringContaining(remedy),
        }),
      )
    }
  })

  it('that is locked shows it at the first key, and does not ask a person again for the next', () => {
    let asked = 0
    class Entry {
      readonly name: string
      constructor(_service: string, name: string) {
        this.name = name
      }
      getPassword(): string | null {
        if (this.name === 'probe') return null
        asked += 1
        throw new Error('Secret Service: unlock prompt was dismissed')
      }
    }
    const load = () => ({ Entry }) as unknown as typeof import('@napi-rs/keyring')
    const keychain = systemKeychain(load)
    expect(keychain.state().kind).toBe('ready')
    expect(() => keychain.get('A_KEY')).toThrow('was dismissed')
    expect(() => keychain.get('B_KEY')).toThrow('was dismissed')
    expect([keychain.state().kind, asked]).toEqual(['closed', 1])
  })

  it('loads nothing before it is asked, and is absent where it cannot be loaded', () => {
    let loads = 0
    const keychain = systemKeychain(() => {
      loads += 1
      throw new Error("Cannot find module '@napi-rs/keyring'")
    })
    expect(loads).toBe(0)
    expect(keychain.state().kind).toBe('absent')
  })

  it('of this machine answers, or says why not', () => {
    const state = systemKeychain().state()
    if (state.kind !== 'ready') expect(state.reason).not.toBe('')
  })
})

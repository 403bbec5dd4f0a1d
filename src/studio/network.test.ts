import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fakeKeychain } from '../../test/support/fake-keychain.ts'
import type { RunMode } from '../catalogue.ts'
import { type KeySource, keyRing } from '../config/key-ring.ts'
import { loadSettings } from '../config/load-settings.ts'
import { serverOfTest } from '../testing/loopback-server.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { checkVendors, openNetwork } from './network.ts'

const key = 'bad-key-of-a-test'

/** What a check of a vendor that takes no key is rejected with. */
const refusalOf = async (
  vendor: string,
  { name, urlName, mode = 'live', source = 'environment', status = 401 }: Wish,
): Promise<unknown> => {
  const body = { detail: 'Invalid API key is provided', error: 'Invalid API key is provided' }
  const { url } = await serverOfTest(() => ({ status, body }))
  const home = mkdtempSync(join(tmpdir(), 'network-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const keys = keyRing({
    names: [name],
    environment: source === 'environment' ? { [name]: key } : {},
    envFile: () => new Map(source === '.env' ? [[name, key]] : []),
    keychain: fakeKeychain(source === 'keychain' ? { [name]: key } : {}),
  })
  const settings = { ...loadSettings({ keyNames: [], environment: {} }), home, keys }
  const network = await openNetwork({ ...settings, baseUrls: { [urlName]: url } }, mode)
  onTestFinished(() => network?.close())
  return rejectionOf(checkVendors(network, [vendor]))
}

interface Wish {
  readonly name: string
  readonly urlName: string
  readonly mode?: RunMode
  readonly source?: KeySource
  readonly status?: number
}

const luma = { name: 'LUMA_API_KEY', urlName: 'LUMAAI_BASE_URL' }

describe('a key that a vendor does not take', () => {
  it.each([
    ['luma', luma],
    ['runway', { name: 'RUNWAY_API_KEY', urlName: 'RUNWAYML_BASE_URL' }],
    ['anthropic', { name: 'ANTHROPIC_API_KEY', urlName: 'ANTHROPIC_BASE_URL' }],
  ])('is named by its variable and the command that sets it: %s', async (vendor, wish) => {
    const error = await refusalOf(vendor, wish)
    expect(error).toMatchObject({
      code: 'vendor-key-refused',
      retry: 'never',
      cause: { code: 'vendor-key-refused' },
    })
    const { message } = error as Error
    expect(message).toContain('Invalid API key is provided')
    expect(message).toContain(`The key in ${wish.name} (environment) is not taken`)
    expect(message).toContain(`\`npx --no-install claude-studio secrets set ${wish.name}\``)
    expect(message).toContain('Unset this one in the environment')
    expect(message).not.toContain(key)
  })

  it('keeps what was asked and answered at the head of the message', async () => {
    expect(await refusalOf('luma', luma)).toMatchObject({
      message: expect.stringMatching(
        /^Luma was asked for its credits\. Luma answered 401: Invalid API key is provided\. The key in/,
      ),
    })
  })

  it.each([
    ['.env', 'Take this one out of the .env file'],
    ['keychain', 'is not taken'],
  ] as const)('is named by its place, too: %s', async (source, words) => {
    const { message } = (await refusalOf('luma', { ...luma, source })) as Error
    expect(message).toContain(`The key in LUMA_API_KEY (${source}) is not taken`)
    expect(message).toContain(words)
    expect(message).not.toContain('in the environment, which goes')
  })

  it('is the emulator’s own in an emulated run, so nobody is told to set another', async () => {
    const error = await refusalOf('luma', { ...luma, mode: 'emulated' })
    expect(error).toMatchObject({ code: 'vendor-key-refused' })
    expect((error as Error).message).not.toContain('LUMA_API_KEY')
  })

  it('is not blamed for an account without credit', async () => {
    const error = await refusalOf('luma', { ...luma, status: 402 })
    expect(error).toMatchObject({ code: 'vendor-no-credit' })
    expect((error as Error).message).not.toContain('LUMA_API_KEY')
  })
})

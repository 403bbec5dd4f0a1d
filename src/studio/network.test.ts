import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fakeKeychain } from '../../test/support/fake-keychain.ts'
import type { RunMode } from '../catalogue.ts'
import { type KeySource, keyRing } from '../config/key-ring.ts'
import type { Keychain } from '../config/keychain.ts'
import { loadSettings } from '../config/load-settings.ts'
import type { Settings } from '../config/settings.ts'
import { serverOfTest } from '../testing/loopback-server.ts'
import { rejectionOf } from '../testing/rejection.ts'
import { checkVendors, openNetwork } from './network.ts'
import { openVendorDesk } from './vendor-desk.ts'

const key = 'bad-key-of-a-test'

/** Settings under which a vendor is at a server that takes no key. */
const settingsOf = async ({
  name,
  urlName,
  source = 'environment',
  status = 401,
  keychain = fakeKeychain(source === 'keychain' ? { [name]: key } : {}),
}: Wish): Promise<Settings> => {
  const body = { detail: 'Invalid API key is provided', error: 'Invalid API key is provided' }
  const { url } = await serverOfTest(() => ({ status, body }))
  const home = mkdtempSync(join(tmpdir(), 'network-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const keys = keyRing({
    names: [name],
    environment: source === 'environment' ? { [name]: key } : {},
    envFile: () => new Map(source === '.env' ? [[name, key]] : []),
    keychain,
  })
  const settings = { ...loadSettings({ keyNames: [], environment: {} }), home, keys }
  return { ...settings, baseUrls: { [urlName]: url } }
}

/** What a check of a vendor that takes no key is rejected with. */
const refusalOf = async (vendor: string, wish: Wish): Promise<unknown> => {
  const network = await openNetwork(await settingsOf(wish), wish.mode ?? 'live')
  onTestFinished(() => network?.close())
  return rejectionOf(checkVendors(network, [vendor]))
}

interface Wish {
  readonly name: string
  readonly urlName: string
  readonly mode?: RunMode
  readonly source?: KeySource
  readonly status?: number
  readonly keychain?: Keychain
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

  it('is another API’s: it is refused before the vendor is asked anything', async () => {
    const agents = { name: 'LUMA_API_KEY', urlName: 'LUMA_BASE_URL' }
    const error = await refusalOf('luma/ray-3.2-540p', agents)
    expect(error).toMatchObject({ code: 'vendor-key-missing' })
    expect((error as Error).message).toMatch(
      /^The key in LUMA_API_KEY opens the legacy API of Luma AI, and luma\/ray-3\.2-540p is made by its agents one/,
    )
  })

  it('is not advised to be put into a keychain where there is none', async () => {
    const wish = { ...luma, keychain: fakeKeychain({}, { kind: 'absent', reason: 'no service' }) }
    expect(((await refusalOf('luma', wish)) as Error).message).not.toContain('secrets set')
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

  it('is named at the desk that looks at vendors, whatever is asked there', async () => {
    const settings = await settingsOf({ name: 'RUNWAY_API_KEY', urlName: 'RUNWAYML_BASE_URL' })
    const desk = await openVendorDesk(settings, { mode: 'live', timeoutMs: null })
    onTestFinished(() => desk.close())
    const { signal } = new AbortController()
    const account = desk.account('runway')
    const job = '17b70f4b-0000-4000-8000-000000000000'
    const target = join(settings.home, 'clip.mp4')
    const wanted = { account: 'runway', job, output: 0, target }
    for (const asked of [
      account.standing(signal),
      account.job(job, signal),
      desk.download(wanted, signal),
    ]) {
      const { message } = (await rejectionOf(asked)) as Error
      expect(message).toContain('The key in RUNWAY_API_KEY (environment) is not taken')
      expect(message.match(/RUNWAY_API_KEY \(/g)).toHaveLength(1)
    }
  })

  it.each(['luma', 'runway', 'anthropic'])('comes with one remedy only: %s', async (vendor) => {
    const names = {
      luma,
      runway: { name: 'RUNWAYML_API_SECRET', urlName: 'RUNWAYML_BASE_URL' },
      anthropic: { name: 'ANTHROPIC_API_KEY', urlName: 'ANTHROPIC_BASE_URL' },
    }
    const wish = names[vendor as keyof typeof names]
    const error = (await refusalOf(vendor, { ...wish, status: 402 })) as Error
    expect(error).toMatchObject({ code: 'vendor-no-credit' })
    expect(error.message.match(/add credit/gi)).toHaveLength(1)
  })

  it('is not blamed for an account without credit', async () => {
    const error = await refusalOf('luma', { ...luma, status: 402 })
    expect(error).toMatchObject({ code: 'vendor-no-credit' })
    expect((error as Error).message).not.toContain('LUMA_API_KEY')
  })
})

it('names all keys that are missing at once', async () => {
  const network = await openNetwork(await settingsOf({ ...luma, source: '.env' }), 'live')
  onTestFinished(() => network?.close())
  const error = await rejectionOf(checkVendors(network, ['runway', 'luma', 'anthropic']))
  expect(error).toMatchObject({
    code: 'vendor-key-missing',
    message: expect.stringMatching(
      /^The key of runway is not set: .*RUNWAY\w*.* The key of anthropic is not set: ANTHROPIC_API_KEY.* Nothing was bought\.$/,
    ),
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import type { CliEnding } from '../../test/support/fake-terminal.ts'

describe('the command line as an emulator', () => {
  const at = atTerminal()

  /** Start it and press Ctrl-C until it ends. */
  const shortly = async (...words: readonly string[]): Promise<CliEnding> => {
    const terminal = at.terminal()
    let ending: CliEnding | null = null
    const run = terminal.run('emulate', ...words).then((ended) => {
      ending = ended
      return ended
    })
    while (ending === null) {
      terminal.interrupt()
      await turn()
    }
    return run
  }

  it('prints what a shell is to be told, and ends by Ctrl-C', async () => {
    const { code, out, err } = await shortly('--vendor', 'luma', '--vendor', 'runway')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^export LUMA_BASE_URL=(http:\/\/127\.0\.0\.1:\d+)\/luma\/v1\nexport RUNWAYML_BASE_URL=\1\/runway\n$/,
    )
    expect(err).toContain(join(at.folder, 'home', 'emulator'))
  })

  it('prints one object for programs', async () => {
    const { out, err, json } = await shortly('--vendor', 'anthropic', '--folder', 'here', '--json')
    const [told] = json()
    expect(told).toEqual({
      event: 'emulator-started',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      baseUrls: { ANTHROPIC_BASE_URL: `${told?.['url']}/anthropic` },
      folder: join(at.folder, 'here'),
    })
    expect([out.trim().split('\n').length, err]).toEqual([1, ''])
  })

  it('takes rules for what goes wrong', async () => {
    writeFileSync(join(at.folder, 'faults.json'), '[{"fault":"hung","times":1}]')
    expect((await shortly('--faults', 'faults.json')).code).toBe(0)
  })

  it.each([
    [['--port', 'x'], '"x" is no port'],
    [['--port', '65536'], '"65536" is no port. Give a whole number from 0 to 65535'],
    [['--vendor', 'sora'], 'There are luma, luma-legacy, runway, anthropic'],
    [['--faults', 'none.json'], 'Write a JSON list'],
    [['--faults', 'text.json'], 'they are no JSON'],
    [['--faults', 'odd.json'], '0: slow needs delayMs'],
  ])('refuses %j', async (words, said) => {
    writeFileSync(join(at.folder, 'text.json'), 'hung')
    writeFileSync(join(at.folder, 'odd.json'), '[{"fault":"slow"}]')
    const { code, out, err } = await at.run('emulate', ...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })
})

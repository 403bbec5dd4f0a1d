import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Shell programs that the set-up script finds instead of the machine's own. Each call is written to `calls`. */
const dpkgQuery = `for p in "$@"; do [ -f "$STATE/$p" ] && echo "$p installed"; done; exit 0`
const aptGet = `echo "apt-get $*" >> "$STATE/calls"
case "$*" in
  --version) exit 0 ;;
  update) touch "$STATE/lists"; exit 0 ;;
esac
[ -f "$STATE/broken" ] && { echo "E: Unable to fetch some archives" >&2; exit 100; }
[ -f "$STATE/lists" ] || { echo "E: Unable to locate package" >&2; exit 100; }
for p in "$@"; do touch "$STATE/$p"; done`
const npm = `echo "npm $*" >> "$STATE/calls"
mkdir -p node_modules/commander
echo '{"packages":{"node_modules/commander":{"version":"1.0.0"}}}' > node_modules/.package-lock.json`

describe('the set-up script', () => {
  let folder = ''
  let state = ''
  let stubs = ''

  const program = (name: string, script: string): void => {
    writeFileSync(join(stubs, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(stubs, name), 0o755)
  }
  const asRoot = process.getuid?.() === 0

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio setup '))
    state = join(folder, 'state')
    stubs = join(folder, 'stubs')
    for (const path of [state, stubs, join(folder, 'scripts'), join(folder, 'bin')]) mkdirSync(path)
    copyFileSync(join(root, 'scripts', 'setup.js'), join(folder, 'scripts', 'setup.js'))
    const manifest = { type: 'module', dependencies: { commander: '1.0.0' } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    const lock = { packages: { 'node_modules/commander': { version: '1.0.0' } } }
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
    writeFileSync(
      join(folder, 'bin', 'claude-studio.js'),
      "process.stdout.write('asked for ' + process.argv[2])",
    )
    for (const name of ['sh', 'env', 'touch', 'mkdir', 'echo', 'cat']) {
      const path = ['/bin', '/usr/bin'].map((at) => join(at, name)).find(existsSync)
      if (path) symlinkSync(path, join(stubs, name))
    }
    program('dpkg-query', dpkgQuery)
    program('apt-get', aptGet)
    program('apt-cache', 'exit 0')
    program('sudo', 'shift; exec "$@"')
    program('npm', npm)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const setUp = (...words: readonly string[]) => {
    const run = spawnSync(process.execPath, [join(folder, 'scripts', 'setup.js'), ...words], {
      cwd: folder,
      env: { PATH: stubs, STATE: state },
      encoding: 'utf8',
    })
    return { code: run.status, text: `${run.stdout}${run.stderr}` }
  }
  const calls = (): readonly string[] =>
    existsSync(join(state, 'calls'))
      ? readFileSync(join(state, 'calls'), 'utf8')
          .split('\n')
          .filter((line) => line !== '' && line !== 'apt-get --version')
      : []

  it('installs what is missing, then the packages, then asks the doctor', () => {
    const { code, text } = setUp()
    expect(text).toContain('asked for doctor')
    expect(code).toBe(0)
    expect(calls()).toEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends ffmpeg espeak-ng fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji',
      'npm install --no-audit --no-fund --loglevel=error',
    ])
  })

  it('run twice changes nothing', () => {
    setUp()
    const before = calls()
    const { code, text } = setUp()
    expect([code, calls()]).toEqual([0, before])
    expect(text).toContain('Media programs and fonts: all there')
    expect(text).toContain('Packages: all there')
  })

  it('installs only what is missing', () => {
    for (const name of ['ffmpeg', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji']) {
      writeFileSync(join(state, name), '')
    }
    setUp()
    expect(calls()).toContain('apt-get install -y --no-install-recommends espeak-ng')
  })

  it('hands its words to npm install, such as --ignore-scripts', () => {
    setUp('--ignore-scripts')
    expect(calls().at(-1)).toBe(
      'npm install --no-audit --no-fund --loglevel=error --ignore-scripts',
    )
  })

  it('ends with apt-get’s own words when it fails, and installs no packages', () => {
    writeFileSync(join(state, 'broken'), '')
    const { code, text } = setUp()
    expect(code).toBe(1)
    expect(text).toContain('E: Unable to fetch some archives')
    expect(calls().some((line) => line.startsWith('npm'))).toBe(false)
  })

  it('prints commands, marked untested, on a system without apt', () => {
    rmSync(join(stubs, 'apt-get'))
    rmSync(join(stubs, 'dpkg-query'))
    program('brew', 'exit 0')
    const { code, text } = setUp()
    expect(code).toBe(1)
    expect(text).toContain('untested by us')
    expect(text).toContain('brew install ffmpeg espeak-ng')
    expect(text).not.toContain('pacman')
  })

  it.skipIf(asRoot)('prints the one command to run when this user may not install', () => {
    program('sudo', 'exit 1')
    const { code, text } = setUp()
    expect(code).toBe(1)
    expect(text).toContain('sudo apt-get update && sudo apt-get install -y')
  })

  it('installs the packages again when the lock asks for another version', () => {
    setUp()
    const lock = { packages: { 'node_modules/commander': { version: '1.0.1' } } }
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
    const later = Date.now() / 1000 + 60
    spawnSync('touch', ['-d', `@${later}`, join(folder, 'package-lock.json')])
    const before = calls().length
    setUp()
    expect(calls()).toHaveLength(before + 1)
  })
})

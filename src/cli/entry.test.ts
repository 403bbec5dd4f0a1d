import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** A Node older than our floor, as the machine may have one; the tests of the hand-over need it. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node']
  .filter((path) => existsSync(path))
  .find((path) => Number(execFileSync(path, ['-p', 'parseInt(process.versions.node)'])) < 22)
const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`)

/** A package of ours in a folder with a space, with a program that does what the test wants. */
const layOut = (main: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'studio entry '))
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'src', 'cli'), { recursive: true })
  mkdirSync(join(folder, 'node_modules', 'commander'), { recursive: true })
  for (const file of readdirSync(join(root, 'bin'))) {
    copyFileSync(join(root, 'bin', file), join(folder, 'bin', file))
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', version: '9.8.7' }))
  writeFileSync(join(folder, 'src', 'cli', 'main.ts'), main)
  if (existsSync(packaged)) {
    symlinkSync(packaged, join(folder, 'node_modules', `node-${process.platform}-${process.arch}`))
  }
  return folder
}

const start = (node: string, folder: string, ...words: readonly string[]) => {
  const child = spawn(node, [join(folder, 'bin', 'claude-studio.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => output.push(part))
  child.stderr.on('data', (part: Buffer) => output.push(part))
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    text: Buffer.concat(output).toString('utf8'),
  }))
  const says = async (text: string): Promise<void> => {
    while (!Buffer.concat(output).toString('utf8').includes(text)) await once(child.stdout, 'data')
  }
  return { child, ended, says }
}

const patient = `export const runMain = async (argv: readonly string[]): Promise<void> => {
  let count: number = 0
  await new Promise<void>((resolve) => {
    process.on('SIGINT', () => { count += 1; setTimeout(resolve, 400) })
    process.stdout.write('ready ' + process.pid + '\\n')
    setInterval(() => undefined, 1000)
  })
  process.stdout.write('heard ' + count + '\\n')
  process.exit(7)
}
`
const echo = `export const runMain = async (argv: readonly string[], version: string): Promise<void> => {
  process.stdout.write(JSON.stringify([argv.slice(2), version, process.versions.node]))
  process.exitCode = 5
}
`

describe('the entry', () => {
  let folder = ''
  beforeEach(() => {
    folder = layOut(echo)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('answers --version with nothing of ours loaded', async () => {
    writeFileSync(join(folder, 'src', 'cli', 'main.ts'), 'throw new Error("was loaded")')
    const { code, text } = await start(process.execPath, folder, '--version').ended
    expect([code, text]).toEqual([0, '9.8.7\n'])
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('hands over words, version and exit code', async () => {
    const { code, text } = await start(process.execPath, folder, 'produce', 'a b', '--json').ended
    expect(code).toBe(5)
    expect(JSON.parse(text).slice(0, 2)).toEqual([['produce', 'a b', '--json'], '9.8.7'])
  })

  it('says what to run when the packages are missing', async () => {
    rmSync(join(folder, 'node_modules', 'commander'), { recursive: true })
    const { code, text } = await start(process.execPath, folder, 'runs', 'list').ended
    expect(code).toBe(1)
    expect(text).toContain('npm run setup')
  })

  it('runs the built program while nothing changed since, in a working copy the sources after', async () => {
    mkdirSync(join(folder, 'dist', 'cli'), { recursive: true })
    writeFileSync(
      join(folder, 'dist', 'cli', 'main.js'),
      'export const runMain = async () => { process.stdout.write("built") }',
    )
    expect((await start(process.execPath, folder, 'x').ended).text).toBe('built')
    mkdirSync(join(folder, '.git'))
    writeFileSync(join(folder, 'src', 'cli', 'main.ts'), echo)
    expect((await start(process.execPath, folder, 'x').ended).text).toContain('9.8.7')
  })

  it('makes films in a process that gives memory back, and reads in its own', async () => {
    const told =
      'export const runMain = async () => { process.stdout.write(process.execArgv.join() + process.env.MALLOC_MMAP_THRESHOLD_) }'
    writeFileSync(join(folder, 'src', 'cli', 'main.ts'), told)
    const said = async (...words: readonly string[]) =>
      (await start(process.execPath, folder, ...words).ended).text
    for (const words of [
      ['produce', 'x'],
      ['runs', 'resume', 'x'],
      ['--json', 'retake', 'x'],
    ]) {
      expect(await said(...words)).toMatch(/--max-semi-space-size=4.*65536$/)
    }
    for (const words of [['runs', 'list'], ['doctor']]) {
      expect(await said(...words)).not.toContain('--max-semi-space-size')
    }
  })

  /** What hands over to another process: a Node below the floor for every command, any Node for a film. */
  const handOvers: readonly (readonly [node: string, word: string])[] = [
    ...(oldNode && existsSync(packaged) ? [[oldNode, 'x'] as const] : []),
    [process.execPath, 'produce'],
  ]

  describe.each(handOvers)('handing over from %s for "%s"', (node, word) => {
    it('passes a signal on once, and the exit code back', async () => {
      writeFileSync(join(folder, 'src', 'cli', 'main.ts'), patient)
      const { child, ended, says } = start(node, folder, word)
      await says('ready')
      child.kill('SIGINT')
      const { code, text } = await ended
      expect(code).toBe(7)
      expect(text).toContain('heard 1')
    })

    it('leaves nothing at work when it is killed', async () => {
      writeFileSync(join(folder, 'src', 'cli', 'main.ts'), patient)
      const { child, ended, says } = start(node, folder, word)
      await says('ready')
      child.kill('SIGKILL')
      // The pipe closes only when the one that was handed over to has ended too.
      await ended
    })
  })

  describe.skipIf(!oldNode || !existsSync(packaged))('on a Node below the floor', () => {
    const node = oldNode ?? ''

    it('goes on with the Node of the packages', async () => {
      const { code, text } = await start(node, folder, 'x').ended
      expect(code).toBe(5)
      const [, , running] = JSON.parse(text) as [unknown, unknown, string]
      expect(Number.parseInt(running, 10)).toBeGreaterThanOrEqual(22)
    })

    it('says what to run when no newer Node came along', async () => {
      rmSync(join(folder, 'node_modules', `node-${process.platform}-${process.arch}`))
      const { code, text } = await start(node, folder, 'x').ended
      expect(code).toBe(1)
      expect(text).toContain('npm run setup')
    })
  })
})

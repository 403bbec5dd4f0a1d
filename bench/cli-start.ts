import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noKeys } from '../src/config/key-ring.ts'
import { settingsSchema } from '../src/config/settings.ts'
import { parseUsd } from '../src/domain/money.ts'
import { rate24 } from '../src/domain/time.ts'
import { openStudio } from '../src/studio/studio.ts'

/**
 * How long the command line takes to start, in times of an empty program on the same Node. Run with
 * `npx --no-install node bench/cli-start.ts [the node to measure]`. Medians of interleaved runs, so that other work on the machine hits all alike.
 * Targets: `--version` at most 1.5, `runs list` with 1,000 runs and a running database at most 8.
 */
const repeats = 15
const runs = 1000
const targets = { version: 1.5, list: 8 }

const root = join(import.meta.dirname, '..')
const entry = join(root, 'bin', 'claude-studio.js')
/** The Node that a person types: the one of the machine, by argument or from the PATH without our own. */
const node = process.argv[2] ?? 'node'
const home = mkdtempSync(join(tmpdir(), 'claude-studio bench-'))
const environment = {
  ...process.env,
  CLAUDE_STUDIO_HOME: home,
  PATH: (process.env['PATH'] ?? '')
    .split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':'),
}

const time = async (...words: readonly string[]): Promise<number> => {
  const startedAt = performance.now()
  const child = spawn(node, [...words], {
    cwd: home,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.resume()
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`node ${words.join(' ')} ended with ${code}`)
  return performance.now() - startedAt
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const fillHome = async (): Promise<void> => {
  const studio = await openStudio({ ...settingsSchema.parse({}), home, keys: noKeys, baseUrls: {} })
  for (let index = 0; index < runs; index += 1) {
    await studio.productions.create({
      id: `bench-${index}`,
      outputDir: join(home, `bench-${index}`),
      until: null,
      brief: {
        schema: 'brief@1',
        concept: `A serene mountain lake at sunset, number ${index}`,
        budget: parseUsd(5),
        funds: 'simulated',
        seconds: 30,
        aspect: '16:9',
        size: { width: 1280, height: 720 },
        rate: rate24,
        tier: null,
        pilots: null,
        takes: null,
        provider: 'animatic',
        audio: 'full',
        voice: null,
        musicHash: null,
        language: 'en',
        captions: 'burn',
        seeds: [],
        randomSeed: index,
        gates: [],
      },
    })
  }
  await studio.close()
}

const measure = async (): Promise<boolean> => {
  const times = { empty: [] as number[], version: [] as number[], list: [] as number[] }
  await time(entry, 'runs', 'list')
  for (let round = 0; round < repeats; round += 1) {
    times.empty.push(await time('-e', '0'))
    times.version.push(await time(entry, '--version'))
    times.list.push(await time(entry, 'runs', 'list', '--limit', String(runs)))
  }
  const empty = median(times.empty)
  const ratios = { version: median(times.version) / empty, list: median(times.list) / empty }
  console.log(`node -e 0: ${empty.toFixed(0)} ms (median of ${repeats})`)
  console.log(`--version: ${ratios.version.toFixed(2)}x (target <= ${targets.version})`)
  console.log(`runs list, ${runs} runs: ${ratios.list.toFixed(2)}x (target <= ${targets.list})`)
  return ratios.version <= targets.version && ratios.list <= targets.list
}

try {
  await fillHome()
  process.exitCode = (await measure()) ? 0 : 1
} finally {
  const stop = spawn(node, [entry, 'doctor', '--stop-db'], { env: environment, stdio: 'ignore' })
  await once(stop, 'close')
  rmSync(home, { recursive: true, force: true })
}

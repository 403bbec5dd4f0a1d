import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quoteSchema } from '../src/cli/json-money.ts'
import { eventLineSchema, productionResultSchema, runSchema } from '../src/cli/json-output.ts'
import { probe } from '../src/media/probe.ts'
import { ffmpegTools } from '../src/media/run-ffmpeg.ts'
import { type CliRun, claudeStudio } from './support/cli.ts'
import { makeHome, removeHome } from './support/test-database.ts'

const tools = ffmpegTools({ ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' })

interface Wrapped {
  readonly event: string
  readonly state: string
  readonly master: string
  readonly durationSeconds: number
  readonly spentUsd: number
  readonly budgetUsd: number
  readonly funds: string
  readonly scores: { readonly [name: string]: number }
  readonly candidates: readonly unknown[]
}

/** Ranges that a detection filter reports on a film. */
const detect = async (film: string, filter: string): Promise<string> => {
  const { stderr } = await tools.runFfmpeg(['-i', film, '-vf', filter, '-an', '-f', 'null', '-'], {
    collectStderr: true,
  })
  return stderr
}

/** The table of events in docs/json-output.md: the fields of each by its name. */
const documentedEvents = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const page = await readFile(join(import.meta.dirname, '..', 'docs', 'json-output.md'), 'utf8')
  const rows = [...page.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| (.*) \|$/gm)]
  const names = (text: string): readonly string[] =>
    [...text.replaceAll(/\([^)]*\)/g, '').matchAll(/`(\w[\w-]*)`/g)].map(([, name = '']) => name)
  return new Map(
    rows.flatMap(([, events = '', fields = '']) =>
      names(events).map((event) => [event, names(fields)] as const),
    ),
  )
}

describe('whole productions', () => {
  let home = ''
  let cwd = ''
  let documented: ReadonlyMap<string, readonly string[]> = new Map()
  let lakeLines: CliRun['lines'] = []
  beforeAll(async () => {
    home = await makeHome('films')
    cwd = await mkdtemp(join(tmpdir(), 'claude-studio work-'))
    documented = await documentedEvents()
  })
  afterAll(async () => {
    await removeHome(home)
    await rm(cwd, { recursive: true, force: true })
  })

  const small = ['--size', '320x180', '--fps', '12', '--json']
  const studio = (...args: readonly string[]): Promise<CliRun> =>
    claudeStudio({ home, cwd }, ...args)
  const expectDocumentedEvent = (line: CliRun['lines'][number]): void => {
    const { event } = eventLineSchema.parse(line)
    const fields = documented.get(event)
    expect(fields, `${event} is not in docs/json-output.md`).toBeDefined()
    expect(Object.keys(line), event).toEqual(expect.arrayContaining([...(fields ?? [])]))
  }
  const wrappedOf = ({ lines }: CliRun): Wrapped => lines.at(-1) as unknown as Wrapped

  test('a concept becomes a film with picture, sound, captions and everything beside it', async () => {
    const asked = [
      ...['produce', 'A serene mountain lake at sunset', '--budget', '5', '--duration', '18'],
      ...['--run-id', 'lake', ...small],
    ]
    const quoted = quoteSchema.parse((await studio(...asked, '--dry-run')).lines[0])
    const run = await studio(...asked)
    expect(run.stderr).toBe('')
    const money = run.lines.find(({ event }) => event === 'money-moved')
    expect(money?.['bondUsd']).toBe(quoted.bondUsd)
    expect(wrappedOf(run).spentUsd).toBeLessThanOrEqual(quoted.totalUsd)
    expect(run.code).toBe(0)
    lakeLines = run.lines
    const last = wrappedOf(run)
    expect(last.event).toBe('production-wrapped')
    expect(last.spentUsd).toBeGreaterThan(0)
    expect(last.spentUsd).toBeLessThanOrEqual(last.budgetUsd)
    expect(last.funds).toBe('simulated')
    for (const name of ['overall', 'visual', 'style', 'technical', 'narrative', 'intent']) {
      expect(last.scores[name]).toBeGreaterThan(50)
    }
    const folder = join(cwd, 'productions', 'lake')
    const film = join(folder, 'master.mp4')
    const facts = await probe(tools, film)
    expect(facts.video?.frames).toBe(216)
    expect(facts.video?.width).toBe(320)
    expect(Math.abs((facts.audio?.seconds ?? 0) - 18)).toBeLessThanOrEqual(1 / 12)
    const files = await readdir(folder, { recursive: true })
    for (const name of [
      'captions.srt',
      'captions.vtt',
      'poster.jpg',
      'contact-sheet.jpg',
      'report.json',
      'report.html',
    ]) {
      expect(files).toContain(name)
      expect((await stat(join(folder, name))).size).toBeGreaterThan(50)
    }
    expect(await detect(film, 'blackdetect=d=1:pix_th=0.06')).not.toContain('black_start')
    expect(await detect(film, 'freezedetect=n=0.0003:d=1')).not.toContain('freeze_start')
  })

  test('every line that programs read is as documented: produce, runs show, runs resume', async () => {
    expect(lakeLines.length).toBeGreaterThan(20)
    for (const line of lakeLines.slice(0, -1)) expectDocumentedEvent(line)
    expect(lakeLines.slice(0, -1).map(({ seq }) => seq)).toEqual(
      lakeLines.slice(0, -1).map((_, index) => index + 1),
    )
    const last = productionResultSchema.parse(lakeLines.at(-1))
    expect(last).toMatchObject({ event: 'production-wrapped', productionId: 'lake', reason: '' })
    const shown = await studio('runs', 'show', 'lake', '--json')
    expect(shown.lines).toHaveLength(1)
    expect(runSchema.parse(shown.lines[0])).toMatchObject({
      productionId: 'lake',
      state: 'wrapped',
    })
    const report = runSchema.parse(
      JSON.parse(await readFile(join(cwd, 'productions', 'lake', 'report.json'), 'utf8')),
    )
    // The report is one of the files it lists, and cannot list itself.
    const same = { updatedAt: '', deliverables: [] }
    expect({ ...report, ...same }).toEqual({ ...shown.lines[0], ...same })
    const resumed = await studio('runs', 'resume', 'lake', '--json')
    expect(resumed.code).toBe(0)
    for (const line of resumed.lines.slice(0, -1)) expectDocumentedEvent(line)
    expect(productionResultSchema.parse(resumed.lines.at(-1))).toEqual(last)
  })

  test('a run that stops half-way ends with the documented line; resuming it is refused, and continuing goes on to the documented end', async () => {
    const words = ['produce', 'A robot waters a flower', '--budget', '3', '--duration', '5']
    const options = ['--pilots', '1', '--audio', 'none', '--run-id', 'half', ...small]
    const stopped = await studio(...words, ...options, '--until', 'plan')
    expect(productionResultSchema.parse(stopped.lines.at(-1))).toMatchObject({
      ...{ event: 'production-stopped', master: null, scores: null, candidates: [] },
    })
    const half = await studio('runs', 'show', 'half', '--json')
    expect(runSchema.parse(half.lines.at(-1))).toMatchObject({ state: 'stopped', takes: [] })
    expect((await studio('runs', 'resume', 'half', '--json')).code).toBe(2)
    const resumed = await studio('runs', 'continue', 'half', '--json')
    for (const run of [stopped, resumed]) {
      for (const line of run.lines.slice(0, -1)) expectDocumentedEvent(line)
    }
    expect(productionResultSchema.parse(resumed.lines.at(-1))).toMatchObject({
      ...{ event: 'production-wrapped', productionId: 'half' },
    })
  })

  test('the loudness of the film is -16 LUFS and its true peak at most -1 dBTP', async () => {
    const { stderr } = await tools.runFfmpeg(
      [
        '-i',
        join(cwd, 'productions', 'lake', 'master.mp4'),
        '-af',
        'ebur128=peak=true',
        '-f',
        'null',
        '-',
      ],
      { collectStderr: true },
    )
    const summary = stderr.slice(stderr.lastIndexOf('Summary'))
    const loudness = Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1])
    const peak = Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1])
    expect(Math.abs(loudness + 16)).toBeLessThanOrEqual(0.5)
    expect(peak).toBeLessThanOrEqual(-1)
  })

  test('captions lie inside the film and follow each other', async () => {
    const text = await readFile(join(cwd, 'productions', 'lake', 'captions.srt'), 'utf8')
    const times = [...text.matchAll(/(\d+):(\d+):(\d+),(\d+)/g)].map(
      ([, h, m, s, ms]) => Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000,
    )
    expect(times.length).toBeGreaterThan(1)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(18)
  })

  test('the three candidates are different films of the same length', async () => {
    const folder = join(cwd, 'productions', 'lake', 'candidates')
    const hashes = new Set<string>()
    for (const name of ['safe', 'balanced', 'creative']) {
      const film = join(folder, `${name}.mp4`)
      expect((await probe(tools, film)).video?.frames).toBe(216)
      const { stdout } = await tools.runFfmpeg(['-i', film, '-map', '0:v', '-f', 'md5', 'pipe:1'], {
        collectStdout: true,
      })
      hashes.add(String(stdout))
    }
    expect(hashes.size).toBe(3)
  })

  test('what the contract asks for is seen in the circled takes', async () => {
    const run = await studio('runs', 'show', 'lake', '--json')
    const shown = JSON.parse(run.stdout) as {
      contract: { items: { id: string; kind: string; weight: number }[] }
      takes: { state: string; review: { covered: string[] } | null }[]
    }
    const covered = new Set(
      shown.takes
        .filter(({ state }) => state === 'circled')
        .flatMap(({ review }) => review?.covered ?? []),
    )
    const total = shown.contract.items.reduce((sum, { weight }) => sum + weight, 0)
    const kept = shown.contract.items
      .filter(({ id, kind }) => kind === 'must-not' || kind === 'duration' || covered.has(id))
      .reduce((sum, { weight }) => sum + weight, 0)
    expect(kept / total).toBeGreaterThanOrEqual(0.9)
  })

  test('the same brief and seed give the same picture, another seed another one', async () => {
    const hashOf = async (id: string, seed: string): Promise<string> => {
      const run = await studio(
        ...[
          'produce',
          'A robot waters a flower in a greenhouse',
          '--budget',
          '3',
          '--duration',
          '5',
        ],
        ...['--pilots', '1', '--audio', 'none', '--random-seed', seed, '--run-id', id, ...small],
      )
      expect(run.code).toBe(0)
      const film = join(cwd, 'productions', id, 'master.mp4')
      const { stdout } = await tools.runFfmpeg(['-i', film, '-map', '0:v', '-f', 'md5', 'pipe:1'], {
        collectStdout: true,
      })
      return String(stdout)
    }
    const first = await hashOf('robot-1', '11')
    expect(await hashOf('robot-2', '11')).toBe(first)
    expect(await hashOf('robot-3', '12')).not.toBe(first)
  })

  test('a portrait film in a language the voice cannot read is captioned and says so', async () => {
    const run = await studio(
      ...[
        'produce',
        '夕暮れの静かな湖。少年が犬と岸辺を歩く。',
        '--budget',
        '3',
        '--duration',
        '6',
        '--aspect',
        '9:16',
      ],
      ...['--size', '180x320', '--fps', '12', '--pilots', '1', '--run-id', 'ja', '--json'],
    )
    expect(run.code).toBe(0)
    const facts = await probe(tools, join(cwd, 'productions', 'ja', 'master.mp4'))
    expect([facts.video?.width, facts.video?.height]).toEqual([180, 320])
    expect(await readFile(join(cwd, 'productions', 'ja', 'captions.srt'), 'utf8')).toMatch(
      /[\u3040-\u30ff\u4e00-\u9fff]/,
    )
    expect(
      run.lines.some(({ event, text }) => event === 'note' && String(text).includes('captions')),
    ).toBe(true)
  })

  test('scenes are joined in the order given without encoding them again', async () => {
    const run = await studio('combine', 'lake', '--scenes', '2,1', '--json')
    expect(run.code).toBe(0)
    const scenes = join(cwd, 'productions', 'lake', 'scenes')
    const [two, one] = [
      await probe(tools, join(scenes, '02.mp4')),
      await probe(tools, join(scenes, '01.mp4')),
    ]
    const joined = await probe(
      tools,
      join(cwd, 'productions', 'lake', 'combined', 'scenes-2-1.mp4'),
    )
    expect(joined.video?.frames).toBe((two.video?.frames ?? 0) + (one.video?.frames ?? 0))
    const missing = await studio('combine', 'lake', '--scenes', '1,99', '--json')
    expect(missing.code).toBe(2)
    expect(missing.stdout).toContain('99')
  })

  test('a retake is shot, cut in and paid once; the other shots are not bought again', async () => {
    const before = JSON.parse((await studio('runs', 'show', 'lake', '--json')).stdout)
    const run = await studio('retake', 'lake', '1', '--json')
    expect(run.code).toBe(0)
    const after = JSON.parse((await studio('runs', 'show', 'lake', '--json')).stdout)
    const video = ({ orders }: { orders: { port: string; key: string }[] }): string[] =>
      orders.filter(({ port }) => port === 'video').map(({ key }) => key)
    const added = video(after).filter((key) => !video(before).includes(key))
    expect(added.length).toBeGreaterThan(0)
    expect(added.every((key) => /\/video\/1[A-Z]\//.test(key))).toBe(true)
    expect(after.ledger.settledUsd).toBeGreaterThan(before.ledger.settledUsd)
  })
})

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { expect } from 'vitest'
import type { Deliverable } from '../../src/domain/master.ts'
import { type AttachedDatabase, ensureDatabase } from '../../src/engine/embedded-postgres.ts'
import type { FfmpegTools } from '../../src/media/run-ffmpeg.ts'

/** What the tables of a home say after a crash. */
export interface CrashWitness {
  /** Steps of a production whose results are recorded: `workflow<tab>name`. */
  recordedSteps(production: string): Promise<ReadonlySet<string>>
  deliverables(production: string): Promise<readonly Deliverable[]>
  /**
   * Events of a production in words, each as often as it was written; without what depends on the run's name, on what ran
   * beside it, or on how often it was taken up.
   */
  events(production: string): Promise<readonly string[]>
  close(): Promise<void>
}

/** Events that say what the till held at that instant, or where the run's folder lies. */
const changing: ReadonlySet<string> = new Set(['money-moved', 'production-wrapped'])

/** Look into the database of a home; keeps its server running meanwhile. */
export const crashWitness = async (home: string): Promise<CrashWitness> => {
  const database: AttachedDatabase = await ensureDatabase({ home, idleSeconds: 5 })
  const rows = async <Row extends pg.QueryResultRow>(
    statement: string,
    production: string,
  ): Promise<readonly Row[]> => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      return (await client.query<Row>(statement, [production])).rows
    } finally {
      await client.end()
    }
  }
  return {
    recordedSteps: async (production) => {
      const found = await rows<{ step: string }>(
        `SELECT workflow_uuid || E'\\t' || function_name AS step FROM dbos.operation_outputs
         WHERE starts_with(workflow_uuid, $1 || '/')`,
        production,
      )
      return new Set(found.map(({ step }) => step))
    },
    deliverables: async (production) => {
      const [row] = await rows<{ body: readonly Deliverable[] }>(
        `SELECT body FROM claude_studio.documents
         WHERE production = $1 AND kind = 'deliverables' AND key = 'current'`,
        production,
      )
      return row?.body ?? []
    },
    events: async (production) => {
      const found = await rows<{ key: string; event: string; body: unknown }>(
        'SELECT key, event, body FROM claude_studio.events WHERE production = $1',
        production,
      )
      const told = found
        .filter(({ event }) => event !== 'production-started')
        .map(({ key, event, body }) => {
          // The run's name is in the tags of its films, and so in their hashes, which end the keys of renders.
          const what = key
            .replace(`/${production}/`, '/')
            .replace(/\/[0-9a-f]{12}$/, '')
            .replace(/^(stage\/\w+|end)\/\d+/, '$1')
          return changing.has(event)
            ? `${what} ${event}`
            : `${what} ${event} ${JSON.stringify(body)}`
        })
        .toSorted()
      // Another attempt begins its stage again.
      return told.filter((text, index) => !(text.startsWith('stage/') && text === told[index - 1]))
    },
    close: () => database.close(),
  }
}

/** MD5 of a film's decoded frames. */
export const framesHash = async (tools: FfmpegTools, film: string): Promise<string> => {
  const { stdout } = await tools.runFfmpeg(['-i', film, '-map', '0:v', '-f', 'md5', 'pipe:1'], {
    collectStdout: true,
  })
  return String(stdout)
}

/** Nothing that was being made lies about: no scratch folder of the vault, no half clip or sound of a vendor. */
export const expectNoLeftovers = async (home: string): Promise<void> => {
  const scratch = await readdir(join(home, 'scratch')).catch(() => [])
  expect(scratch, 'scratch folders of dead processes').toEqual([])
  const vendors = await filesBelow(join(home, 'vendors'))
  expect(
    vendors.filter((path) => /\.part|\.draft$|speaking-/.test(path)),
    'drafts of dead processes',
  ).toEqual([])
}

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Files below a folder, by their paths from it. */
export const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

/** Every file of the vault has the bytes its name says, and the name has an ending of a whole file. */
export const expectVaultWhole = async (home: string): Promise<void> => {
  const footage = join(home, 'footage')
  for (const file of await filesBelow(footage)) {
    const name = basename(file)
    expect(name).toMatch(/^[0-9a-f]{64}\.[a-z0-9]{1,8}$/)
    expect(name.slice(0, 64), `${file} is not what its name says`).toBe(
      await sha256Of(join(footage, file)),
    )
  }
}

/** Every file that was delivered has the bytes its row says. */
export const expectDelivered = async (
  folder: string,
  deliverables: readonly Deliverable[],
): Promise<void> => {
  expect(deliverables.length).toBeGreaterThan(0)
  for (const { path, hash } of deliverables) {
    expect(await sha256Of(join(folder, path)), `${path} is not whole`).toBe(hash)
  }
}

/** Steps whose bodies ran, as the log of `crashing-producer` tells them. */
export const stepsIn = (log: string): readonly string[] =>
  log.split('\n').flatMap((line) => (line.startsWith('step ') ? [line.slice('step '.length)] : []))

const paidCalls = new Set(['video.start', 'speech.start', 'music.start', 'crew.start'])

/** No order is sent again once its answer was recorded, and no file is rendered again once its row was written. */
export const expectNothingTwice = (log: string): void => {
  const recorded = new Set<string>()
  for (const line of log.trim().split('\n')) {
    const [when, call = '', key = '', event = ''] = line.split(' ')
    if (when === 'end' && call === 'ledger.advance') {
      if (event === 'accepted' || event === 'delivered') recorded.add(key)
    }
    if (when === 'end' && call === 'productions.putDocument' && key === 'master') {
      expect(recorded.has(`master ${event}`), `${event} was rendered again`).toBe(false)
      recorded.add(`master ${event}`)
    }
    if (when === 'begin' && paidCalls.has(call)) {
      expect(recorded.has(key), `${call} ${key} was sent again after its answer was recorded`).toBe(
        false,
      )
    }
  }
}

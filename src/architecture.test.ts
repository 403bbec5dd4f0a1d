import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'

const src = dirname(fileURLToPath(import.meta.url))
const root = dirname(src)

const outsideWorld = ['domain', 'ports', 'kit']
const frontDoor = [
  'catalogue',
  'checkup',
  'production',
  'budget',
  'config',
  'domain',
  'kit',
  'cut-formats',
  'experiments',
]

/** The only folder that knows every part: what is read, the manned floor, and the emulator of vendors. */
const studioParts = [
  ...outsideWorld,
  'config',
  'cut-formats',
  'budget',
  'learning',
  'agents',
  'production',
  'providers',
  'media',
  'store',
  'vault',
  'engine',
  'emulator',
  'experiments',
  'catalogue',
]

/** Who may import whom: the table of ARCHITECTURE.md. What has no row fails. A name without a folder is a file of `src`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ports: ['domain'],
  kit: ['domain'],
  config: ['domain', 'kit'],
  'cut-formats': ['domain', 'kit'],
  budget: outsideWorld,
  learning: outsideWorld,
  agents: outsideWorld,
  production: [...outsideWorld, 'agents', 'budget', 'learning'],
  providers: outsideWorld,
  media: outsideWorld,
  store: outsideWorld,
  vault: outsideWorld,
  engine: outsideWorld,
  emulator: outsideWorld,
  experiments: [...outsideWorld, 'learning', 'production'],
  catalogue: [...outsideWorld, 'providers'],
  checkup: [...outsideWorld, 'config', 'engine', 'media', 'providers'],
  studio: studioParts,
  server: frontDoor,
  cli: frontDoor,
  worker: frontDoor,
  mcp: frontDoor,
  testing: outsideWorld,
  index: ['catalogue', 'config', ...outsideWorld, 'production'],
}

const frontDoorFolders = ['server', 'cli', 'worker', 'mcp']

/** Single files that more may import than their folder: pure tables for people, and the ways into the studio. */
const openFiles: Readonly<Record<string, readonly string[]>> = {
  'agents/roster.ts': [...frontDoorFolders, 'index'],
  'studio/studio.ts': [...frontDoorFolders, 'index'],
  'studio/vendor-desk.ts': frontDoorFolders,
  'studio/emulator.ts': frontDoorFolders,
}

/** Folders whose own folders stand apart: one agent never imports another, one vendor never another. */
const apart = new Set(['agents', 'providers'])

interface Source {
  /** Path below `src`, with `/`. */
  readonly path: string
  readonly text: string
}

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path, ending)
    return entry.name.endsWith(ending) ? [path] : []
  })

const sources: readonly Source[] = filesBelow(src, '.ts').map((path) => ({
  path: relative(src, path).split(sep).join('/'),
  text: readFileSync(path, 'utf8'),
}))
const isTest = ({ path }: Source): boolean => path.endsWith('.test.ts')
const product = sources.filter((source) => !isTest(source))

const moduleOf = (path: string): string => (path.split('/')[0] ?? '').replace(/\.ts$/, '')
const memberOf = (path: string): string => path.split('/').slice(0, 2).join('/')

const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g

const importsOf = ({ text }: Source): readonly string[] =>
  [...text.matchAll(importPattern)].map((match) => match[1] ?? '')

/** Path below `src` of an import of our own; null for packages. */
const ownImport = (source: Source, specifier: string): string | null =>
  specifier.startsWith('.')
    ? relative(src, resolve(src, dirname(source.path), specifier))
        .split(sep)
        .join('/')
    : null

const loadingPattern = /^import (?!type\b)(?:[^';]*? from )?'([^']+)'/gm

/** What is loaded at once with a file, far and near: files as paths below `src`, packages by their names. */
const loadedWith = (start: string): ReadonlySet<string> => {
  const loaded = new Set([start])
  for (const path of loaded) {
    const source = sources.find((each) => each.path === path)
    if (!source) continue
    for (const [, specifier = ''] of source.text.matchAll(loadingPattern)) {
      loaded.add(ownImport(source, specifier) ?? specifier)
    }
  }
  return loaded
}

const isAllowed = (from: string, to: string): boolean => {
  const [fromModule, toModule] = [moduleOf(from), moduleOf(to)]
  if (openFiles[to]?.includes(fromModule)) return true
  if (fromModule !== toModule) return mayImport[fromModule]?.includes(toModule) ?? false
  if (!apart.has(fromModule)) return true
  // Files that lie directly in the folder are shared by all its members.
  return !to.split('/')[2] || memberOf(from) === memberOf(to)
}

describe('the layers', () => {
  it('every folder and file of src has a row in the table', () => {
    const unknown = new Set(
      product.map(({ path }) => moduleOf(path)).filter((name) => !mayImport[name]),
    )
    expect([...unknown]).toEqual([])
  })

  it('imports go only where the table lets them', () => {
    const wrong = product.flatMap((source) =>
      importsOf(source).flatMap((specifier) => {
        const target = ownImport(source, specifier)
        if (target === null || isAllowed(source.path, target)) return []
        return [`${source.path} imports ${target}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('an import of one vendor by another, or of a folder without a row, is caught', () => {
    expect(isAllowed('providers/a/model.ts', 'providers/b/model.ts')).toBe(false)
    expect(isAllowed('providers/a/model.ts', 'providers/a/draw.ts')).toBe(true)
    expect(isAllowed('providers/a/model.ts', 'store/database.ts')).toBe(false)
    expect(isAllowed('domain/brief.ts', 'kit/hash.ts')).toBe(false)
    expect(isAllowed('brandnew/file.ts', 'domain/brief.ts')).toBe(false)
    expect(isAllowed('cli/commands/agents.ts', 'agents/roster.ts')).toBe(true)
    expect(isAllowed('cli/commands/agents.ts', 'agents/critic/critic.ts')).toBe(false)
  })

  it('the front doors enter the studio by its three ways in alone', () => {
    const ways = sources
      .map(({ path }) => path)
      .filter((path) => path.startsWith('studio/') && isAllowed('cli/main.ts', path))
    expect(ways.toSorted()).toEqual([
      'studio/emulator.ts',
      'studio/studio.ts',
      'studio/vendor-desk.ts',
    ])
    expect(isAllowed('cli/main.ts', 'studio/vendors.ts')).toBe(false)
    expect(isAllowed('index.ts', 'studio/studio.ts')).toBe(true)
    expect(isAllowed('index.ts', 'studio/vendor-desk.ts')).toBe(false)
    expect(isAllowed('production/produce.ts', 'studio/studio.ts')).toBe(false)
  })

  it('what a command reads with loads neither the manned floor nor the SDK of a vendor', () => {
    const sdk = /^(@dbos-inc\/|@anthropic-ai\/|@runwayml\/|lumaai$)/
    const sdksOf = (start: string) => [...loadedWith(start)].filter((name) => sdk.test(name))
    expect(sdksOf('providers/luma/luma-video-model.ts')).toEqual(['lumaai'])
    for (const start of ['cli/main.ts', 'cli/program.ts', 'studio/studio.ts']) {
      expect(sdksOf(start), start).toEqual([])
      expect(loadedWith(start).has('studio/manned-floor.ts'), start).toBe(false)
    }
    expect(loadedWith('studio/studio.ts').has('store/database.ts')).toBe(true)
    for (const start of ['studio/manned-floor.ts', 'studio/vendor-desk.ts']) {
      expect(sdksOf(start), start).toEqual([])
    }
    expect([...loadedWith('cli/main.ts')].filter((name) => name.startsWith('studio/'))).toEqual([])
  })

  it('the domain imports no package and nothing of Node', () => {
    const wrong = product
      .filter(({ path }) => path.startsWith('domain/'))
      .flatMap((source) =>
        importsOf(source)
          .filter((specifier) => !specifier.startsWith('./'))
          .map((specifier) => `${source.path} imports ${specifier}`),
      )
    expect(wrong).toEqual([])
  })

  it('the suites in testing are imported by tests alone', () => {
    const wrong = product
      .filter(({ path }) => !path.startsWith('testing/'))
      .filter((source) =>
        importsOf(source).some((specifier) => ownImport(source, specifier)?.startsWith('testing/')),
      )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('the durable engine library is named in engine only', () => {
    const wrong = product
      .filter(({ path }) => !path.startsWith('engine/'))
      .filter((source) => importsOf(source).some((specifier) => specifier.startsWith('@dbos-inc/')))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('the table in ARCHITECTURE.md names every module', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const missing = Object.keys(mayImport).filter((name) => !page.includes(`\`${name}\``))
    expect(missing).toEqual([])
  })
})

const exportPattern =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function|class|interface|type)\s+(\w+)/

describe('the shape of the code', () => {
  it('no file is longer than 400 lines', () => {
    const elsewhere = ['bench', 'test', 'scripts', 'bin'].flatMap((folder) => [
      ...filesBelow(join(root, folder), '.ts'),
      ...filesBelow(join(root, folder), '.js'),
    ])
    const long = [
      ...sources.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })),
      ...elsewhere.map((path) => ({
        path: relative(root, path),
        lines: readFileSync(path, 'utf8').split('\n').length - 1,
      })),
    ].filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('every export has a doc comment', () => {
    const bare = product.flatMap(({ path, text }) => {
      const lines = text.split('\n')
      return lines.flatMap((line, index) => {
        const name = exportPattern.exec(line)?.[1]
        const before = lines.slice(0, index).findLast((each) => each.trim() !== '') ?? ''
        return name && !before.trimEnd().endsWith('*/') ? [`${path}: ${name}`] : []
      })
    })
    expect(bare).toEqual([])
  })

  it('nothing but the public list re-exports, and nothing exports a default', () => {
    const wrong = product.filter(
      ({ path, text }) =>
        /^export default/m.test(text) ||
        /^export \*/m.test(text) ||
        (!/(^|\/)index\.ts$/.test(path) && /^export (type )?\{/m.test(text)),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('every price in the catalogue has a source and a day', () => {
    for (const { id, price } of catalogue) {
      expect(price.source.length, id).toBeGreaterThan(10)
      expect(price.date, id).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(Number.isNaN(Date.parse(price.date)), id).toBe(false)
    }
  })

  const makesDeep = /\bmkdir(?:Sync)?\((?:[^()]|\([^()]*\))*\brecursive\b/

  it('no folder is made by a recursive mkdir, which never returns below /proc', () => {
    const wrong = product.filter(({ text }) => makesDeep.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('no model of the catalogue is listed twice', () => {
    const ids = catalogue.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })
})

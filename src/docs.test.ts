import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { vendors } from './catalogue.ts'
import { briefFileKeys } from './cli/brief/brief-file.ts'
import { commandTable } from './cli/command-table.ts'
import { settingEntries } from './config/settings.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const pagesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return pagesBelow(path)
    return entry.name.endsWith('.md') ? [path] : []
  })

const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) =>
    join(root, name),
  ),
  ...pagesBelow(join(root, 'docs')),
].map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))

const codeBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return codeBelow(path)
    return /\.(ts|js)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : []
  })

const code = ['src', 'bin', 'scripts'].flatMap((folder) =>
  codeBelow(join(root, folder)).map((path) => ({
    path: relative(root, path),
    text: readFileSync(path, 'utf8'),
  })),
)

/** `--random-seed <number>` as a key: `randomSeed`. */
const camelCase = (flag: string): string =>
  flag.replace(/^--| .*$/g, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

const firstWords = [...new Set(commandTable.map(({ usage }) => usage.split(' ')[0] ?? ''))]

/** The command's name where a command is typed, without what makes npx run ours and not somebody else's package. */
const bareCommand = new RegExp(
  `(?<!npx --no-install )(?<![\\w./~-])claude-studio(?= (?:${firstWords.join('|')}|--|<))`,
)

const readme = pages.find(({ path }) => path === 'README.md')?.text ?? ''

describe('the papers', () => {
  it('write the command as `npx --no-install claude-studio`, because the short npm name is not ours', () => {
    const wrong = [...pages, ...code].flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => bareCommand.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
    expect(wrong).toEqual([])
  })

  it('the check finds a bare command and lets paths and package names be', () => {
    const finds = (line: string): boolean => bareCommand.test(line)
    expect(finds('run claude-studio produce "x"')).toBe(true)
    expect(finds('npx claude-studio produce "x"')).toBe(true)
    expect(finds('npx --no-install claude-studio produce "x"')).toBe(false)
    expect(finds('the home is ~/.claude-studio by default')).toBe(false)
    expect(finds('claude-studio-producer is the package')).toBe(false)
    expect(finds('node bin/claude-studio.js doctor')).toBe(false)
  })

  it('links between pages and to files lead somewhere', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(resolve(root, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('the README names every command', () => {
    const missing = commandTable
      .map(({ usage }) => usage.replace(/ [<[].*$/, ''))
      .filter((name) => !readme.includes(`\`${name}`))
    expect(missing).toEqual([])
  })

  it('the README has both set-up commands word for word', () => {
    expect(readme).toContain(
      'npm run setup && npx --no-install claude-studio produce "A serene mountain lake at sunset" --budget 5',
    )
    expect(readme).toContain('npm run setup && npm test')
  })

  it('the example of .env has every key of a vendor, empty, with a line that says whose it is', () => {
    const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n')
    const given = lines.filter((line) => line !== '' && !line.startsWith('#'))
    expect(given).toEqual(vendors.flatMap(({ keyNames }) => keyNames.map((name) => `${name}=`)))
    for (const { name, keyNames } of vendors) {
      for (const key of keyNames) {
        expect(lines[lines.indexOf(`${key}=`) - 1]).toMatch(new RegExp(`^# ${name},`))
      }
    }
  })

  it('the settings page lists every setting with its default', () => {
    const page = pages.find(({ path }) => path === join('docs', 'settings.md'))?.text ?? ''
    for (const { name, byDefault } of settingEntries()) {
      expect(page).toContain(`| \`${name}\` | \`${byDefault}\` |`)
    }
  })

  it('the page on brief files lists every key, which all but gates are flags of produce too', () => {
    const page = pages.find(({ path }) => path === join('docs', 'brief-files.md'))?.text ?? ''
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows).toEqual(
      briefFileKeys().map(
        ({ name, kind, description }) => `| \`${name}\` | ${kind} | ${description} |`,
      ),
    )
    const { options = [] } = commandTable.find(({ usage }) => usage.startsWith('produce')) ?? {}
    const flags = ['concept', 'gates', ...options.map(([flag]) => camelCase(flag))]
    expect(briefFileKeys().filter(({ name }) => !flags.includes(name))).toEqual([])
    expect(options.find(([flag]) => flag.startsWith('--brief'))?.[1]).toContain('brief-files.md')
  })

  it('the example of the page on brief files is a brief', () => {
    const page = pages.find(({ path }) => path === join('docs', 'brief-files.md'))?.text ?? ''
    const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? ''
    const names = briefFileKeys().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(JSON.parse(example))))
  })

  it('no page names a place on the machine it was written on', () => {
    const wrong = pages.filter(({ text }) => /\/work\/|\/tmp\/|\.\.\/shared/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

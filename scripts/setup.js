// Sets the machine up: media programs and fonts, our packages, then a check. Needs nothing but Node 20.
// Run twice it changes nothing. Arguments are passed on to `npm install`, such as --ignore-scripts.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const leastNode = 20

/** What a film needs from the system: the Debian package, and how to see that something else already brings it. */
const systemPackages = [
  {
    name: 'ffmpeg',
    present: () => programRuns('ffmpeg', ['-version']) && programRuns('ffprobe', ['-version']),
  },
  { name: 'espeak-ng', present: () => programRuns('espeak-ng', ['--version']) },
  { name: 'fonts-noto-core', present: () => fontIsThere('NotoSans-Regular') },
  { name: 'fonts-noto-cjk', present: () => fontIsThere('NotoSansCJK-Regular') },
  { name: 'fonts-noto-color-emoji', present: () => fontIsThere('NotoColorEmoji') },
]

/** The same for other systems: printed for a person to run, not tried by us. */
const otherSystems = [
  {
    program: 'brew',
    commands: [
      'brew install ffmpeg espeak-ng',
      'brew install --cask font-noto-sans font-noto-sans-cjk font-noto-color-emoji',
    ],
  },
  {
    program: 'dnf',
    commands: [
      'sudo dnf install ffmpeg espeak-ng google-noto-sans-fonts google-noto-sans-cjk-fonts google-noto-color-emoji-fonts',
    ],
  },
  {
    program: 'pacman',
    commands: ['sudo pacman -S ffmpeg espeak-ng noto-fonts noto-fonts-cjk noto-fonts-emoji'],
  },
  {
    program: 'winget',
    commands: [
      'winget install Gyan.FFmpeg',
      'winget install eSpeak-NG.eSpeak-NG',
      'and the Noto fonts from https://fonts.google.com/noto',
    ],
  },
]

const say = (line) => process.stdout.write(`${line}\n`)

const fail = (line) => {
  process.stderr.write(`✗ ${line}\n`)
  process.exit(1)
}

const quietly = (program, args, options = {}) =>
  spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options })

const programRuns = (program, args) => quietly(program, args).status === 0

const fontIsThere = (() => {
  let listed
  return (name) => {
    listed ??= quietly('fc-list', [':', 'file']).stdout ?? ''
    return listed.includes(name)
  }
})()

/** Packages that neither dpkg nor a look around can find. */
const missingPackages = () => {
  const names = systemPackages.map(({ name }) => name)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own names for fields
  const format = '${Package} ${db:Status-Status}\n'
  const listed = quietly('dpkg-query', ['-W', '-f', format, ...names]).stdout ?? ''
  const installed = new Set(
    listed
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return systemPackages
    .filter(({ name, present }) => !installed.has(name) && !present())
    .map(({ name }) => name)
}

/** How to become root: not at all, by sudo without a password, or null when a person must do it. */
const rootPrefix = () => {
  if (process.getuid?.() === 0) return []
  return programRuns('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null
}

const aptGet = (prefix, args) => {
  const [program, ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...args,
  ]
  return spawnSync(program, rest, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  })
}

/** apt-get's own last lines, which say what went wrong. */
const lastLines = (run) =>
  `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`
    .trim()
    .split('\n')
    .slice(-12)
    .join('\n')

const installWithApt = (missing) => {
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const prefix = rootPrefix()
  if (prefix === null) {
    fail(
      `These system packages are missing and this user may not install them: ${missing.join(', ')}.\n  Run this once, then \`npm run setup\` again:\n\n    sudo apt-get update && sudo ${command}\n`,
    )
  }
  const install = ['install', '-y', '--no-install-recommends', ...missing]
  const knowsAll = missing.every((name) =>
    /\S/.test(quietly('apt-cache', ['policy', name]).stdout ?? ''),
  )
  let run = knowsAll ? aptGet(prefix, install) : null
  if (run?.status !== 0) {
    say('  refreshing the package lists (apt-get update)')
    const update = aptGet(prefix, ['update'])
    if (update.status !== 0) fail(`apt-get update failed:\n${lastLines(update)}`)
    run = aptGet(prefix, install)
  }
  if (run.status !== 0) fail(`${command} failed:\n${lastLines(run)}`)
}

const printOtherSystems = (missing) => {
  const here = otherSystems.filter(({ program }) => programRuns(program, ['--version']))
  const lines = (here.length > 0 ? here : otherSystems).flatMap(({ commands }) => commands)
  fail(
    `These are missing: ${missing.join(', ')}. This system has no apt. Install them like this (untested by us), then run \`npm run setup\` again:\n\n    ${lines.join('\n    ')}\n`,
  )
}

const setUpSystem = () => {
  const missing = missingPackages()
  if (missing.length === 0) return say('1/3 Media programs and fonts: all there')
  say(`1/3 Media programs and fonts: installing ${missing.join(', ')}`)
  if (!programRuns('apt-get', ['--version'])) printOtherSystems(missing)
  installWithApt(missing)
  const still = missingPackages()
  if (still.length > 0)
    fail(`apt-get said it was done, but these are still missing: ${still.join(', ')}`)
}

/** Whether npm's own record of what it installed is newer than what we ask for, and this machine's Node came along. */
const packagesAreFresh = () => {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record) || !existsSync(join(root, 'node_modules', 'commander'))) return false
  const installedAt = statSync(record).mtimeMs
  return ['package.json', 'package-lock.json'].every((name) => {
    const path = join(root, name)
    return !existsSync(path) || statSync(path).mtimeMs <= installedAt || lockMatches(record)
  })
}

/** A checkout gives files new dates; what counts is that every package of the lock for this machine is installed. */
const lockMatches = (record) => {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages ?? {}
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages ?? {}
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const asked = { ...manifest.dependencies, ...manifest.devDependencies }
  const lockIsInstalled = Object.entries(installed).every(
    ([path, { version }]) => wanted[path]?.version === version,
  )
  return (
    lockIsInstalled &&
    Object.entries(asked).every(
      ([name, version]) => installed[`node_modules/${name}`]?.version === version,
    )
  )
}

const setUpPackages = () => {
  if (packagesAreFresh()) return say('2/3 Packages: all there')
  say('2/3 Packages: npm install')
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...process.argv.slice(2)]
  const npm = process.env['npm_execpath']
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const run = spawnSync(program, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: program === 'npm' && process.platform === 'win32',
  })
  if (run.status !== 0) {
    fail(
      `npm install ended with ${run.status ?? run.signal ?? run.error?.message}. Its own lines above say why; then run \`npm run setup\` again.`,
    )
  }
}

const checkAll = () => {
  say('3/3 Check of the machine (doctor)')
  const run = spawnSync(process.execPath, [join(root, 'bin', 'claude-studio.js'), 'doctor'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (run.status !== 0) fail('The check above found something to put right.')
  say(
    'Ready. Try: npx --no-install claude-studio produce "A serene mountain lake at sunset" --budget 5',
  )
}

if (Number.parseInt(process.versions.node, 10) < leastNode) {
  fail(
    `Claude Studio Producer needs Node ${leastNode} or newer to set itself up; this is ${process.versions.node}.`,
  )
}
setUpSystem()
setUpPackages()
checkAll()

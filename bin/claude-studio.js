#!/usr/bin/env node
// Plain JavaScript for any Node from 18: it must be able to say what is missing before anything of ours can be loaded.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { environment, isFilmProcess, makesFilm, nodeArguments } from './film-process.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const floor = [22, 18]
/** Signals by which a program ends that broke, in place of one that was ended. */
const crashes = ['SIGABRT', 'SIGBUS', 'SIGILL', 'SIGSEGV', 'SIGTRAP']
const exitCodeOfSignal = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 }

/** The version as the package says it. */
const version = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > floor[0] || (major === floor[0] && minor >= floor[1])

const stop = (message) => {
  process.stderr.write(`✗ ${message}\n`)
  process.exit(1)
}

const dependencyFolder = () => {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', 'commander'))) return join(folder, 'node_modules')
    if (folder === dirname(folder)) {
      return stop(
        `The packages of Claude Studio Producer are not installed in ${root}. Run: npm run setup`,
      )
    }
  }
}

/** Newest change under a folder, in milliseconds. */
const newestChange = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name)
    return Math.max(newest, entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs)
  }, 0)

/** The built program when there is one and, in a working copy, nothing changed since; else the sources. */
const mainFile = () => {
  const built = join(root, 'dist', 'cli', 'main.js')
  const source = join(root, 'src', 'cli', 'main.ts')
  if (!existsSync(built)) return source
  const isWorkingCopy = existsSync(join(root, '.git'))
  return isWorkingCopy && newestChange(join(root, 'src')) > statSync(built).mtimeMs ? source : built
}

/** Whether Ctrl-C in the terminal reaches this whole process group, the child included. */
const terminalSignalsGroup = () => {
  if (process.platform === 'win32') return true
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    const [group, terminal, foreground] = [fields[2], fields[4], fields[5]]
    return terminal !== '0' && group === foreground
  } catch {
    // No /proc on this system: a terminal on any stream is the best sign there is.
    return [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  }
}

/** The Node that the package brings along. */
const packagedNode = (modules) => {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(modules, `node-${process.platform}-${process.arch}`, 'bin', program)
  if (!existsSync(packaged)) {
    stop(
      `Claude Studio Producer needs Node ${floor.join('.')} or newer; this is ${process.versions.node} and no newer one came with the packages. Run: npm run setup (or install Node 24)`,
    )
  }
  return packaged
}

/**
 * Run the command in a process of its own. It hears of this process's death by the closed channel, so that killing the
 * one that was started never leaves a second one at work unseen.
 */
const runInOwnProcess = async (node, words) => {
  const { spawn } = await import('node:child_process')
  const child = spawn(
    node,
    [
      ...(makesFilm(words) ? nodeArguments : []),
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(import.meta.url),
      ...words,
    ],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: makesFilm(words) ? { ...environment, ...process.env } : process.env,
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => {
      const alreadyTold = (signal === 'SIGINT' || signal === 'SIGQUIT') && terminalSignalsGroup()
      if (!alreadyTold) child.kill(signal)
    })
  }
  child.once('error', (error) => stop(`Could not start ${node}: ${error.message}`))
  child.once('exit', (code, signal) => {
    if (crashes.includes(signal)) {
      process.stderr.write(
        `✗ Node itself crashed (${signal}). What was made is kept, and nothing is paid twice: npx --no-install claude-studio runs list names the run, runs resume goes on with it.\n`,
      )
    }
    process.exitCode = code ?? exitCodeOfSignal[signal] ?? 1
    process.exit()
  })
}

const watchParent = () => {
  if (!process.channel) return
  process.once('disconnect', () => process.exit(exitCodeOfSignal.SIGKILL))
  process.channel.unref()
}

const main = async () => {
  const first = process.argv[2]
  if (first === '--version' || first === '-V') {
    const isJson = process.argv.includes('--json')
    process.stdout.write(`${isJson ? JSON.stringify({ version: version() }) : version()}\n`)
    return
  }
  const modules = dependencyFolder()
  const words = process.argv.slice(2)
  if (!isNewEnough) return runInOwnProcess(packagedNode(modules), words)
  if (makesFilm(words) && !isFilmProcess()) return runInOwnProcess(process.execPath, words)
  watchParent()
  const { enableCompileCache } = await import('node:module')
  enableCompileCache?.(join(modules, '.cache', 'claude-studio'))
  const { runMain } = await import(pathToFileURL(mainFile()).href)
  await runMain(process.argv, version())
}

await main()

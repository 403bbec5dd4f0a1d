import { constants, existsSync } from 'node:fs'
import { access, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Settings } from './config/settings.ts'
import { isStudioError, StudioError } from './domain/errors.ts'
import { databaseStatus, stopDatabase } from './engine/embedded-postgres.ts'
import { fileReason } from './kit/file-error.ts'
import { makeFolder } from './kit/files.ts'
import { probeFfmpeg } from './media/ffmpeg-capabilities.ts'
import { type FfmpegTools, ffmpegTools, programRemedy } from './media/run-ffmpeg.ts'
import { installedManners, installedVoices, voiceFor } from './providers/scratch/espeak-voices.ts'
import { findEspeak } from './providers/scratch/find-espeak.ts'

/** One thing that was looked at. */
export interface Check {
  readonly name: string
  readonly state: 'ok' | 'warn' | 'fail'
  /** What was found, in words. */
  readonly detail: string
  /** What to do about it; empty when it is well, or when `detail` says it. */
  readonly remedy: string
}

const neededNode = [22, 18] as const

/** Look at everything a production needs from this machine, but the database. */
export const checkMachine = async (settings: Settings): Promise<readonly Check[]> => {
  const tools = ffmpegTools(settings)
  return [
    checkNode(process.versions.node),
    ...(await checkFfmpeg(tools)),
    await checkVoice(),
    ...(await checkFonts()),
    await checkHome(settings.home),
    await checkDisk(settings.home),
  ]
}

/**
 * See that a program is the one a setting is to name.
 *
 * @throws StudioError `bad-input` with what to do
 */
export const checkProgram = async (name: 'ffmpeg' | 'ffprobe', path: string): Promise<void> => {
  const tools = ffmpegTools({ ffmpegPath: path, ffprobePath: path })
  const run = name === 'ffmpeg' ? tools.runFfmpeg : tools.runFfprobe
  const said = await run(['-version'], { collectStdout: true }).then(
    ({ stdout }) => stdout.toString('utf8'),
    // Whatever stood in the way, it is not the program.
    () => '',
  )
  if (said.startsWith(`${name} version `)) return
  throw new StudioError({
    code: 'bad-input',
    message: `"${path}" is not ${name}: it does not answer -version as ${name} does. The setting was not changed. Name the program, by its path or by a name that is found on the PATH.`,
  })
}

/** What the scratch voice makes of a brief. */
export interface NarratorCheck {
  /** Whether the language can be read aloud; else the narration is shown. */
  readonly canRead: boolean
  /** Whether the voice that was asked for is there. */
  readonly hasVoice: boolean
}

/**
 * See whether a brief's narration can be spoken here, before anything is spent on its film.
 *
 * @param espeakPath program of the voice; null when there is none. Default: as found on this machine
 */
export const checkNarrator = async (
  { language, voice }: { readonly language: string; readonly voice: string | null },
  espeakPath?: string | null,
): Promise<NarratorCheck> => {
  const program = espeakPath === undefined ? await findEspeak() : espeakPath
  // Without espeak-ng ffmpeg's own voice speaks, which has English and one manner only.
  if (program === null) return { canRead: /^en\b/i.test(language), hasVoice: voice === null }
  const manners = voice === null ? [] : installedManners(program)
  return {
    canRead: voiceFor(installedVoices(program), language) !== null,
    hasVoice: voice === null || manners.some((name) => name.toLowerCase() === voice.toLowerCase()),
  }
}

/** What runs behind the database of these settings, in words. */
export const describeDatabase = async (settings: Settings): Promise<string> => {
  if (settings.databaseUrl !== null) return 'the PostgreSQL that DATABASE_URL or databaseUrl names'
  const { state, serverPid, data } = await databaseStatus(settings.home)
  return `embedded PostgreSQL, ${state}${serverPid === null ? '' : ` (pid ${serverPid})`}, data in ${data}`
}

/** Whether a home has a database already: one that is named, or an embedded one that was made. Makes none. */
export const hasDatabase = async ({ databaseUrl, home }: Settings): Promise<boolean> => {
  if (databaseUrl !== null) return true
  if (!existsSync(home)) return false
  const { data } = await databaseStatus(home)
  return existsSync(join(data, 'PG_VERSION'))
}

/**
 * Stop the embedded database of a home.
 *
 * @returns false when none was running
 */
export const stopEmbeddedDatabase = (settings: Settings): Promise<boolean> =>
  stopDatabase(settings.home)

const ok = (name: string, detail: string): Check => ({ name, state: 'ok', detail, remedy: '' })

const problem = (name: string, state: 'warn' | 'fail', detail: string, remedy: string): Check => ({
  name,
  state,
  detail,
  remedy,
})

const setUp = 'Run: npm run setup'

/** Whether a version of Node is new enough. */
export const checkNode = (version: string): Check => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor, wantedMinor] = neededNode
  const isNewEnough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
  if (isNewEnough) return ok('node', version)
  return problem('node', 'fail', `${version}, needs ${neededNode.join('.')} or newer`, setUp)
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** A check that ended in an error. The studio's own errors say what to do; for others a remedy is given. */
export const failedCheck = (name: string, error: unknown, remedy: string): Check => {
  const message = messageOf(error)
  if (!isStudioError(error)) return problem(name, 'fail', message, remedy)
  const own = programRemedies.find((text) => message.includes(text)) ?? ''
  return problem(name, 'fail', message.replace(own, '').trim(), own)
}

const programRemedies = (['ffmpeg', 'ffprobe'] as const).map(programRemedy)

const checkFfmpeg = async (tools: FfmpegTools): Promise<readonly Check[]> => {
  try {
    const { version, missing } = await probeFfmpeg(tools)
    const found = ok('ffmpeg', `${version} at ${tools.ffmpegPath}, ffprobe at ${tools.ffprobePath}`)
    if (missing.length === 0) return [found, ok('abilities', 'every filter and encoder films need')]
    const remedy = 'Install a full ffmpeg (npm run setup), or set FFMPEG_PATH to one that has them.'
    return [found, problem('abilities', 'fail', `ffmpeg has no ${missing.join(', no ')}`, remedy)]
  } catch (error) {
    return [failedCheck('ffmpeg', error, setUp)]
  }
}

const checkVoice = async (): Promise<Check> =>
  (await findEspeak()) === null
    ? problem('voice', 'warn', 'no espeak-ng: the scratch voice is poorer or missing', setUp)
    : ok('voice', 'espeak-ng')

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.R_OK)
    return true
  } catch {
    // Not there or not readable: both mean that it cannot be used.
    return false
  }
}

const neededFonts = [
  { name: 'fonts', file: /^NotoSans-Regular/, letters: 'Latin, Greek and Cyrillic' },
  { name: 'fonts-cjk', file: /^NotoSansCJK/, letters: 'Chinese, Japanese and Korean' },
  { name: 'fonts-arabic', file: /^Noto(Sans|Naskh)Arabic/, letters: 'Arabic' },
  { name: 'fonts-emoji', file: /^NotoColorEmoji/, letters: 'emoji' },
] as const

const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  '/Library/Fonts',
  'C:\\Windows\\Fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
  join(homedir(), 'Library/Fonts'),
]

const checkFonts = async (): Promise<readonly Check[]> => {
  const lists = await Promise.all(fontFolders.map(namesBelow))
  const names = lists.flat()
  return neededFonts.map(({ name, file, letters }) =>
    names.some((font) => file.test(font))
      ? ok(name, `Noto for ${letters}`)
      : problem(name, 'warn', `no Noto font for ${letters}: such letters cannot be drawn`, setUp),
  )
}

const namesBelow = async (folder: string): Promise<readonly string[]> => {
  if (!(await isThere(folder))) return []
  const paths = await readdir(folder, { recursive: true })
  return paths.map((path) => path.split(/[/\\]/).at(-1) ?? path)
}

const checkHome = async (home: string): Promise<Check> => {
  const trial = join(home, `.write-trial-${process.pid}`)
  try {
    await makeFolder(home, 0o700)
    await writeFile(trial, 'x')
    await rm(trial)
    return ok('home', home)
  } catch (error) {
    const remedy = 'Make it writable, or set CLAUDE_STUDIO_HOME to another folder.'
    return problem('home', 'fail', `${home} cannot be written: ${fileReason(error)}`, remedy)
  }
}

const comfortableBytes = 2_000_000_000
const leastBytes = 300_000_000

const checkDisk = async (home: string): Promise<Check> => {
  try {
    const { bavail, bsize } = await statfs(home)
    const free = bavail * bsize
    const detail = `${(free / 1e9).toFixed(1)} GB free`
    if (free >= comfortableBytes) return ok('disk', detail)
    return problem('disk', free >= leastBytes ? 'warn' : 'fail', detail, 'Make room for footage.')
  } catch (error) {
    return problem(
      'disk',
      'fail',
      `${home} cannot be looked at: ${fileReason(error)}`,
      'Check the home above.',
    )
  }
}

import { spawnSync } from 'node:child_process'

/** A voice of espeak-ng: the language it reads and the name that `-v` takes. */
export interface EspeakVoice {
  /** BCP 47 tag in small letters. */
  readonly language: string
  readonly file: string
}

/**
 * Languages that espeak-ng reads so that a listener can follow: written by sound, or by rules it knows.
 * Tried with version 1.51 on 2026-11-23 and left out: Japanese (each kanji is read as "Chinese letter"), Chinese (the
 * tones come out, half the syllables do not), Arabic, Hebrew, Persian and Urdu (written without vowels, read without
 * them), Thai, Khmer and Burmese (no spaces, so words run together).
 */
const readable = new Set(
  'en de fr es it pt nl sv nb no da fi is pl cs sk sl hr bs sr ro hu tr el ru uk bg mk ca gl et lv lt id ms sw af cy ga sq eu eo la hi'.split(
    ' ',
  ),
)

/** `en` of `en-GB`. */
const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/u)[0] ?? ''

/** The voices in what `espeak-ng --voices` printed; those that need data of other programs are left out. */
export const parseVoices = (printed: string): readonly EspeakVoice[] =>
  printed
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, language, , , file] = line.trim().split(/\s+/u)
      if (!language || !file || file.startsWith('mb/') || file.startsWith('!v')) return []
      return [{ language: language.toLowerCase(), file }]
    })

/** The voice for a language, the nearest region first; null when none reads it well. */
export const voiceFor = (voices: readonly EspeakVoice[], language: string): EspeakVoice | null => {
  const wanted = language.toLowerCase().replace('_', '-')
  const family = primary(wanted) === 'no' ? 'nb' : primary(wanted)
  if (!readable.has(family)) return null
  const usual = family === 'en' ? 'en-us' : family
  return (
    voices.find((voice) => voice.language === wanted) ??
    voices.find((voice) => voice.language === usual) ??
    voices.find((voice) => primary(voice.language) === family) ??
    null
  )
}

/** Ask espeak-ng which voices are installed; none when it cannot be started. */
export const installedVoices = (espeakPath: string): readonly EspeakVoice[] => {
  const { stdout, status } = spawnSync(espeakPath, ['--voices'], {
    encoding: 'utf8',
    timeout: 10_000,
  })
  return status === 0 ? parseVoices(stdout) : []
}

/** Names of installed manners of speaking (`espeak-ng --voices=variant`), as `-v language+NAME` takes them. */
export const installedManners = (espeakPath: string): readonly string[] => {
  const { stdout, status } = spawnSync(espeakPath, ['--voices=variant'], {
    encoding: 'utf8',
    timeout: 10_000,
  })
  if (status !== 0) return []
  return stdout.split('\n').flatMap((line) => {
    const name = /!v\/(\w+)/u.exec(line)?.[1]
    return name ? [name] : []
  })
}

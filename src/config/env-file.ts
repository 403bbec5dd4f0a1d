import { readFileSync } from 'node:fs'
import { StudioError } from '../domain/errors.ts'
import { errnoOf, fileReason } from '../kit/file-error.ts'

/** One line of a `.env` file that says something. */
export interface EnvLine {
  /** From 1. */
  readonly line: number
  /** Name and value; null where the line is no `NAME=value`. */
  readonly setting: { readonly name: string; readonly value: string } | null
}

/**
 * Lines of a `.env` text. Empty ones and comments are left out; `export`, matching quotes and a comment behind a value are
 * understood, nothing is expanded.
 */
export const parseEnvText = (text: string): readonly EnvLine[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((written, index): readonly EnvLine[] => {
      if (/^\s*(#|$)/.test(written)) return []
      const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(written)
      const [, name, value = ''] = match ?? []
      const setting = name === undefined ? null : { name, value: bareValue(value.trim()) }
      return [{ line: index + 1, setting }]
    })

const bareValue = (written: string): string => {
  const [, , quoted] = /^(['"])(.*)\1\s*(?:#.*)?$/.exec(written) ?? []
  return quoted ?? written.replace(/(^|\s)#.*$/, '').trimEnd()
}

/**
 * What the `.env` file at a path sets, the last line of a name counting; empty when there is no file.
 *
 * @throws StudioError `bad-input` when it cannot be read
 */
export const readEnvFile = (path: string): ReadonlyMap<string, string> => {
  const settings = parseEnvText(readIfThere(path)).flatMap(({ setting }) => setting ?? [])
  return new Map(settings.map(({ name, value }) => [name, value]))
}

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return ''
    throw new StudioError({
      code: 'bad-input',
      message: `A vendor's key was looked for in ${path}, which could not be read (${fileReason(error)}). Make it readable, or put the key into the environment.`,
      cause: error,
    })
  }
}

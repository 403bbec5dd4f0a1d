import type { CliContext } from './context.ts'
import { oneLine } from './text-table.ts'

/** Write one line to standard output. */
export const printLine = (context: Pick<CliContext, 'out'>, line = ''): void =>
  context.out(`${line}\n`)

/** Write warnings to standard error, one a line. */
export const warn = (context: Pick<CliContext, 'err'>, texts: readonly string[]): void => {
  for (const text of texts) context.err(`! ${oneLine(text)}\n`)
}

/** Write a value as one line of JSON to standard output. */
export const printJson = (context: Pick<CliContext, 'out'>, value: object): void =>
  context.out(`${JSON.stringify(value)}\n`)

/** A count with its noun: `1 file`, `3 files`. */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** Bytes for people: `12.4 MB`. */
export const bytesText = (bytes: number): string => {
  const units = [bytes === 1 ? 'byte' : 'bytes', 'kB', 'MB', 'GB', 'TB']
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`
}

import { execFile } from 'node:child_process'

/** Name of the program when it can be run here; null when it is not installed. */
export const findEspeak = (): Promise<string | null> =>
  new Promise((resolve) => {
    execFile('espeak-ng', ['--version'], (error) => resolve(error ? null : 'espeak-ng'))
  })

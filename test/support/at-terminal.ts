import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { type FakeStudio, fakeStudio } from './fake-studio.ts'
import {
  type CliEnding,
  type FakeSurroundings,
  type FakeTerminal,
  fakeTerminal,
} from './fake-terminal.ts'

/** A terminal in front of an empty studio, in a working folder that is gone after each test. */
export interface AtTerminal {
  readonly folder: string
  readonly fake: FakeStudio
  /** @param stdin what the command line reads from standard input. Default: nothing */
  terminal(stdin?: string | Uint8Array, surroundings?: FakeSurroundings): FakeTerminal
  run(...words: readonly string[]): Promise<CliEnding>
}

/** Sit down at a new terminal before each test of the describe block that this is called in. */
export const atTerminal = (): AtTerminal => {
  const at = { folder: '', fake: fakeStudio() }
  beforeEach(() => {
    at.folder = mkdtempSync(join(tmpdir(), 'studio cli '))
    at.fake = fakeStudio()
  })
  afterEach(() => rmSync(at.folder, { recursive: true, force: true }))
  const terminal: AtTerminal['terminal'] = (stdin = '', surroundings = {}) =>
    fakeTerminal(at.fake, at.folder, { ...surroundings, stdin })
  return Object.assign(at, {
    terminal,
    run: (...words: readonly string[]) => terminal().run(...words),
  })
}

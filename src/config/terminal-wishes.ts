/** What the environment says about how a terminal should be written to. */
export interface TerminalWishes {
  /** `NO_COLOR` is set, or the terminal is `dumb`. */
  readonly noColour: boolean
  /** A build machine: no live view, whatever the streams say. */
  readonly isCi: boolean
}

/** Read the terminal's part of the environment. @see https://no-color.org */
export const terminalWishes = (
  environment: { readonly [name: string]: string | undefined } = process.env,
): TerminalWishes => ({
  noColour: Boolean(environment['NO_COLOR']) || environment['TERM'] === 'dumb',
  isCi: Boolean(environment['CI']) && environment['CI'] !== 'false',
})

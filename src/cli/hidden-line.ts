/** What was typed so far at a prompt that shows nothing. */
export interface HiddenLine {
  readonly text: string
  readonly state: 'typing' | 'entered' | 'interrupted'
}

/** Nothing typed yet. */
export const emptyLine: HiddenLine = { text: '', state: 'typing' }

/** A line after more characters as a terminal in raw mode sends them: Enter, Backspace, Ctrl-U, Ctrl-C and Ctrl-D count. */
export const typedOn = (line: HiddenLine, characters: string): HiddenLine =>
  [...characters].reduce<HiddenLine>(afterCharacter, line)

const afterCharacter = (line: HiddenLine, character: string): HiddenLine => {
  if (line.state !== 'typing') return line
  switch (character) {
    case '\r':
    case '\n':
    case '\u0004':
      return { ...line, state: 'entered' }
    case '\u0003':
      return { ...line, state: 'interrupted' }
    case '\u007f':
    case '\b':
      return { ...line, text: [...line.text].slice(0, -1).join('') }
    case '\u0015':
      return { ...line, text: '' }
    default:
      return { ...line, text: line.text + character }
  }
}

/** The part of a terminal's input stream that a hidden prompt needs. */
export interface HiddenInput {
  setRawMode(isRaw: boolean): unknown
  setEncoding(encoding: 'utf8'): unknown
  on(event: 'data' | 'end', listener: (characters: string) => void): unknown
  off(event: 'data' | 'end', listener: (characters: string) => void): unknown
  resume(): unknown
  pause(): unknown
}

/**
 * Ask a person for a line that is not shown while it is typed. The terminal is as it was afterwards.
 *
 * @param write shows the question
 * @returns null when Ctrl-C was pressed
 */
export const askHidden = (
  input: HiddenInput,
  question: string,
  write: (text: string) => void,
): Promise<string | null> =>
  new Promise((resolve) => {
    let line = emptyLine
    const finish = (): void => {
      input.off('data', typed)
      input.off('end', finish)
      input.setRawMode(false)
      input.pause()
      write('\n')
      resolve(line.state === 'interrupted' ? null : line.text)
    }
    const typed = (characters: string): void => {
      line = typedOn(line, characters)
      if (line.state !== 'typing') finish()
    }
    // Before the question: whoever answers fast is not shown either.
    input.setRawMode(true)
    write(question)
    input.setEncoding('utf8')
    input.on('data', typed)
    input.on('end', finish)
    input.resume()
  })

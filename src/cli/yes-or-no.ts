import { createInterface } from 'node:readline'

/** What a person answers to a question; `interrupted` is Ctrl-C. */
export type Answer = 'yes' | 'no' | 'interrupted'

/**
 * Put a question to a person. Only a plain yes is one: Enter, the end of the input and Ctrl-C are none.
 *
 * @param output shows the question; where it is no terminal, Ctrl-C is a signal to the process
 */
export const askYesOrNo = (
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
): Promise<Answer> =>
  new Promise((resolve) => {
    let answer: Answer | null = null
    const lines = createInterface({ input, output })
    lines.on('close', () => {
      // Whoever pressed no Enter stands behind the question still.
      if (answer === null || answer === 'interrupted') output.write('\n')
      resolve(answer ?? 'no')
    })
    lines.on('SIGINT', () => {
      answer = 'interrupted'
      lines.close()
    })
    lines.question(`${question} [y/N] `, (line) => {
      answer = /^\s*y(es)?\s*$/i.test(line) ? 'yes' : 'no'
      lines.close()
    })
  })

import type { AskCrew } from '../../src/ports/crew.ts'
import { understudy } from '../../src/providers/understudy/understudy.ts'

/** Ask the offline crew directly, without orders. */
export const askUnderstudy: AskCrew = async (subject, task) => {
  const { parse, ...question } = task
  const started = await understudy().start(question, subject, new AbortController().signal)
  if (started.kind !== 'delivered' || started.output.kind !== 'text') {
    throw new Error(`The understudy did not answer ${subject}: ${JSON.stringify(started)}`)
  }
  return parse(started.output.text)
}

import { unreadableAnswer } from '../../kit/unreadable-answer.ts'
import { answerOf, jsonOf, quoted, shown, unanswered } from './answers.ts'
import { type RunwayAccess, runwayClient } from './runway-client.ts'
import { type Clip, readTask, type Task, taskIdOf } from './task.ts'

/**
 * A task as Runway answers for it, not yet read.
 *
 * @param access its `fetch` bounds what is read
 * @returns null when Runway itself says that it has no such task
 * @throws StudioError `vendor-unavailable`, or the trouble where a person must act
 */
export const taskOf = async (
  access: RunwayAccess,
  id: string,
  signal: AbortSignal,
): Promise<{ readonly reply: unknown } | null> => {
  if (!/^[\w-]{1,200}$/.test(id)) return null
  const client = await runwayClient(access)
  try {
    return { reply: await client.tasks.retrieve(id, { signal, maxRetries: 0 }) }
  } catch (error) {
    signal.throwIfAborted()
    const { status, isOwn } = answerOf(error, access.apiKey)
    if (status === 404 && isOwn) return null
    throw unanswered(error, `how task ${id} stands`, access)
  }
}

/**
 * What the reply to the question for a task means.
 *
 * @throws StudioError of {@link unreadableAnswer} where it means nothing that is known, or is about another task
 */
export const understood = (
  reply: unknown,
  id: string,
  clip: Clip | null,
  access: RunwayAccess,
): Task => {
  const told = jsonOf(reply)
  const asked = `Runway was asked how task ${id} stands, and answered`
  const about = taskIdOf(told)
  // Not quoted: who has a link of another's clip has the clip.
  if (about !== null && about !== id) {
    throw unreadableAnswer(`${asked} about another one, ${quoted(about, access.apiKey)}.`)
  }
  const task = readTask(told, clip, access.apiKey)
  if (task !== null) return task
  const words = shown(reply, access.apiKey)
  throw unreadableAnswer(`${asked} with something that is no known state: "${words}".`)
}

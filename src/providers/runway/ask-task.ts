import { StudioError } from '../../domain/errors.ts'
import { answerOf, jsonOf, shown, unanswered } from './answers.ts'
import { type RunwayAccess, runwayClient } from './runway-client.ts'
import { type Clip, readTask, type Task } from './task.ts'

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

/** What a task's reply means. @throws StudioError `vendor-unavailable` where it means nothing that is known */
export const understood = (reply: unknown, clip: Clip | null, access: RunwayAccess): Task => {
  const task = readTask(jsonOf(reply), clip, access.apiKey)
  if (task !== null) return task
  throw new StudioError({
    code: 'vendor-unavailable',
    message: `Runway was asked how a task stands, and answered with something that is no known state: "${shown(reply, access.apiKey)}".`,
    retry: 'later',
  })
}

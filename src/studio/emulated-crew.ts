import { z } from 'zod'
import type { Json } from '../domain/json.ts'
import type { MessagesDoorOptions } from '../emulator/messages/messages-door.ts'
import { seedFrom } from '../kit/hash.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import type { CrewQuestion } from '../ports/language-model.ts'
import { understudy, understudyTasks } from '../providers/understudy/understudy.ts'

/** Of so many reviewed takes one misses somebody who was ordered, so that emulated films have retakes. */
const oneMissingOf = 12

/**
 * Answers the questions that reach the emulator's Messages API, by the offline crew. A vendor's clip tells nobody what is in it,
 * and a model that looks at its stills sees; the emulated one is told what was ordered.
 *
 * @returns an answerer that gives null for a task that the offline crew has no rules for, and throws TypeError for a question
 *   whose facts are not as agreed
 */
export const emulatedCrew = (): MessagesDoorOptions['answer'] => {
  const crew = understudy()
  return async ({ task, input }) => {
    if (!understudyTasks.has(task)) return null
    const question: CrewQuestion = {
      ...{ role: 'producer', task },
      input: task === 'review-take' ? sighted(input) : input,
      ...{ prompt: '', images: [], replySchema: {}, maxTokens: 32_000 },
    }
    const started = await crew.start(question, 'emulated', neverAborted)
    if (started.kind === 'delivered' && started.output.kind === 'text') return started.output.text
    throw new TypeError('reason' in started ? started.reason : started.kind)
  }
}

/** What is looked into of a question about a take; the crew checks the rest. */
const reviewInput = z.looseObject({
  slate: z.string(),
  depicted: z.array(z.string()),
  picture: z.looseObject({
    ...{ place: z.string(), timeOfDay: z.string(), weather: z.string(), mood: z.string() },
    ...{ style: z.string(), camera: z.string(), objects: z.array(z.string()) },
    subjects: z.array(
      z.looseObject({
        ...{ what: z.string(), look: z.string(), action: z.string() },
        count: z.number(),
      }),
    ),
  }),
})

/** A question about a take with what is to be seen in it, where its maker did not say. */
const sighted = (input: Json): Json => {
  const read = reviewInput.safeParse(input)
  if (!read.success || read.data.depicted.length > 0) return input
  return { ...(input as { readonly [name: string]: Json }), depicted: seenIn(read.data) }
}

const seenIn = ({ slate, picture }: z.infer<typeof reviewInput>): readonly string[] => {
  const { place, timeOfDay, weather, mood, style, camera, objects, subjects } = picture
  const isOneMissing = seedFrom('missing', slate) % oneMissingOf === 0
  const missing = isOneMissing ? seedFrom('who', slate) % Math.max(1, subjects.length) : -1
  const figures = subjects.filter((_, index) => index !== missing)
  return [
    ...[place, timeOfDay, weather, mood, style, camera, ...objects],
    ...figures.flatMap(({ what, look, action }) => [what, look, action]),
    ...counted(figures),
  ].filter((words) => words !== '')
}

/** How many there are of a kind, as the offline vendor says it: `2 × bird`, and of three there are two as well. */
const counted = (
  figures: readonly { readonly what: string; readonly count: number }[],
): readonly string[] =>
  [...new Set(figures.map(({ what }) => what))].flatMap((what) => {
    const same = figures.filter((figure) => figure.what === what)
    const all = Math.min(
      mostCounted,
      same.reduce((sum, { count }) => sum + count, 0),
    )
    return Array.from({ length: Math.max(0, all - 1) }, (_, index) => `${index + 2} × ${what}`)
  })

/** Beyond this nobody counts. */
const mostCounted = 12

import { z } from 'zod'
import type { CutReply, FilmToCut } from '../../domain/crew-tasks.ts'
import { candidateNames } from '../../domain/cut.ts'
import { transitionKinds } from '../../domain/script.ts'

const count = z.number().int().min(0).max(100_000)
const words = z.string().trim().min(1).max(300)

/** Three cuts as a reply; lengths are wishes, which the studio fits to the footage and to the film's length. */
export const cutReply: z.ZodType<CutReply> = z.strictObject({
  candidates: z
    .array(
      z.strictObject({
        candidate: z.enum(candidateNames),
        reason: words,
        fadeOut: count,
        events: z
          .array(
            z.strictObject({
              slate: z.string(),
              start: count,
              length: count.min(1),
              transition: z.strictObject({ kind: z.enum(transitionKinds), length: count }),
              reason: words,
            }),
          )
          .min(1)
          .max(400),
      }),
    )
    .length(3),
})

/** The editor's instruction. */
export const cutPrompt = (film: FilmToCut): string =>
  `You are the editor of a film studio. Make three cuts of "${film.title}", each ${film.total} frames long at ${film.perSecond} frames a second: safe (the surest takes, plain joins), balanced (the script's rhythm and joins), creative (bolder takes, pacing and transitions). They must really differ.

Rules: one event for every shot, in the order given. start is the first frame used of the take; start + length + the length of the next event's transition must lie within the take's available frames. A transition lies at the start of the event it leads into; only a cut or a fade opens the film. Scenes keep at least the frames their voice needs. All lengths are in frames. Say in one sentence why, for every event and every cut.

Frames the voice needs: ${film.sceneMinimum.map(({ scene, frames }) => `scene ${scene}: ${frames}`).join(', ') || 'none'}
The script fades out over ${film.fadeOut} frames.

${film.shots
  .map(
    ({ shot, wanted, camera, framing, transition, takes }) =>
      `- ${shot}: ${wanted} frames, ${framing}, ${camera}, enters by ${transition.kind}${transition.length > 0 ? ` of ${transition.length}` : ''}; takes: ${takes
        .map(
          (take) =>
            `${take.slate} (${take.available} frames, intent ${take.intent}, overall ${take.overall}${take.isCircled ? ', circled' : ''}${take.isPassed ? '' : ', not passed'})`,
        )
        .join(', ')}`,
  )
  .join('\n')}`

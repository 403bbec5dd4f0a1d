import { z } from 'zod'
import type { RevisionBrief, RevisionReply } from '../../domain/crew-tasks.ts'
import { cameraMoves, framings } from '../../domain/script.ts'
import { dataBlock } from '../crew-task.ts'
import { line, pictureShape } from './script-prompt.ts'

/** The revised picture as a reply, with what was read of the client's words and what was not. */
export const revisionReply: z.ZodType<RevisionReply> = z.strictObject({
  ...pictureShape,
  read: z.array(line(200).min(1)).max(20),
  unread: z.array(line(200).min(1)).max(20),
})

/** The script writer's instruction for one shot that is taken again. */
export const revisionPrompt = ({ words, picture, cast }: RevisionBrief): string =>
  `You are the script writer of a film studio. A shot is taken again, and the client says in their own words what it is to show instead:
${dataBlock('words', words)}
The shot as it was: ${dataBlock('shot', JSON.stringify({ ...picture, style: undefined, avoid: undefined }))}
Cast:
${cast.map(({ id, name, what, look }) => `- ${id} ${name} (${what}): ${look}`).join('\n') || '- none'}

Write the shot as the client wants it: place, timeOfDay, weather (clear, rain, snow, fog, wind, storm or cloudy), mood, subjects (castId of the cast, null for others, whose look you describe; what, look, action, count), objects, camera (${cameraMoves.join(', ')}) and framing (${framings.join(', ')}). Keep what the words do not speak of, unless it cannot be seen any more where the shot now plays. List what you read of the words in a few words each (read), and the parts of them that nothing can be made of in the client's own words (unread).`

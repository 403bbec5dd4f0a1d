import type { RevisionBrief } from '../../domain/crew-tasks.ts'
import type { ContractItem } from '../../domain/intent-contract.ts'
import type { Picture, Script, Shot } from '../../domain/script.ts'
import { shotsOf } from '../../domain/script.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { crewTask, invalidReply, madeInto } from '../crew-task.ts'
import { revisionPrompt, revisionReply } from './revision-prompt.ts'
import { shotPrompt } from './shot-prompt.ts'

const asked = { role: 'script-writer', task: 'revise-shot' } as const

/** A shot as it is to be shot from now on. */
export interface RevisedShot {
  readonly picture: Picture
  /** The words sent to the model: the client's own, then the picture in words. */
  readonly prompt: string
  /** What was read of the client's words; empty when nothing was. */
  readonly read: readonly string[]
  /** What nothing could be made of. */
  readonly unread: readonly string[]
}

/**
 * Revise a shot's picture by the client's words; what they do not speak of is kept.
 *
 * @param subject what the answer is for, unique for shot and words
 * @throws StudioError `reply-invalid`
 */
export const reviseShot = (
  ask: AskCrew,
  subject: string,
  revision: {
    readonly words: string
    readonly script: Script
    readonly shot: Shot
    readonly items: readonly ContractItem[]
  },
): Promise<RevisedShot> => {
  const { words, script, shot, items } = revision
  const brief: RevisionBrief = { words, picture: shot.picture, cast: castOf(script) }
  const task = crewTask({
    ...asked,
    input: brief,
    prompt: revisionPrompt(brief),
    images: [],
    schema: revisionReply,
    maxTokens: 2000,
  })
  return ask(
    subject,
    madeInto(task, ({ read, unread, ...reply }) => {
      const looks = new Map(script.cast.map(({ id, look }) => [id, look]))
      const stranger = reply.subjects.find(({ castId }) => castId !== null && !looks.has(castId))
      if (stranger) throw invalidReply(asked, `there is no ${stranger.castId} in the cast`)
      const { style, avoid } = shot.picture
      const subjects = reply.subjects.map((one) => ({
        ...one,
        look: looks.get(one.castId ?? '') ?? one.look,
      }))
      const picture: Picture = { ...reply, subjects, style, avoid }
      const names = new Map(script.cast.map(({ id, name }) => [id, name]))
      const sentence = `${words.trim().replace(/[.\s]+$/, '')}.`
      return { picture, prompt: `${sentence} ${shotPrompt(picture, names, items)}`, read, unread }
    }),
  )
}

/** The cast with the word that the film's pictures have for each. */
const castOf = (script: Script): RevisionBrief['cast'] => {
  const seen = shotsOf(script).flatMap(({ picture }) => picture.subjects)
  return script.cast.map((member) => ({
    ...member,
    what: seen.find(({ castId }) => castId === member.id)?.what ?? member.kind,
  }))
}

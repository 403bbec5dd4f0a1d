import type { CrewQuestion } from './language-model.ts'

/** A question together with the check its reply must pass. */
export interface CrewTask<Reply> extends CrewQuestion {
  /**
   * Parse and check the reply.
   *
   * @throws StudioError `reply-invalid`
   */
  readonly parse: (reply: unknown) => Reply
}

/**
 * Put a question to the crew through a paid order: the same subject is asked, and paid, once.
 *
 * @param subject what the answer is for, unique in the production: `contract`, `script/p2`, `review/p1/3A-2`
 */
export type AskCrew = <Reply>(subject: string, task: CrewTask<Reply>) => Promise<Reply>

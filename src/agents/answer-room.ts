import { usualTokens } from '../domain/usual-questions.ts'

/**
 * How many times as long as usual an answer may be. All of the room is held for every question, and hardly any of it billed;
 * an answer that is cut off is paid in vain. Chosen by this project: offline scripts and cuts of 5 to 300 s fill less than half
 * of it, and an answer that was cut off is asked for again with more.
 */
const timesUsual = 3

/** Room of the longest answers that are asked for at first, in tokens. Chosen by this project. */
const mostRoom = 32_000

/**
 * Most tokens that an answer which tells a film shot by shot may have at first: 4 500 for one shot, 10 500 for five, and 32 000
 * for more than 19.
 */
export const answerRoom = (task: 'write-script' | 'cut-candidates', shots: number): number =>
  Math.min(mostRoom, timesUsual * usualTokens(task, Math.max(1, shots)).output)

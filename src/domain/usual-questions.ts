/** Tokens that are read and written. */
export interface UsualTokens {
  readonly input: number
  readonly output: number
}

const nothing: UsualTokens = { input: 0, output: 0 }

/** What a crew member is asked to do. */
export type UsualTask =
  | 'write-contract'
  | 'write-plan'
  | 'write-script'
  | 'revise-shot'
  | 'review-take'
  | 'circle-take'
  | 'judge-pilots'
  | 'cut-candidates'

/**
 * What questions of the crew usually come to, in tokens: prompts and replies of the offline crew's films of 10 to 60 s at four
 * characters a token, with room for a model that writes at more length, and with four stills of 1 600 tokens where a take
 * is looked at. First what comes once, then what each shot adds where a film is told shot by shot. Measured 2026-11-30.
 */
const usual: Readonly<Record<UsualTask, readonly [once: UsualTokens, aShot: UsualTokens]>> = {
  'write-contract': [{ input: 1_500, output: 1_500 }, nothing],
  'write-plan': [{ input: 3_000, output: 1_500 }, nothing],
  'write-script': [
    { input: 4_000, output: 1_000 },
    { input: 0, output: 500 },
  ],
  'revise-shot': [{ input: 2_000, output: 500 }, nothing],
  'review-take': [{ input: 9_500, output: 500 }, nothing],
  'circle-take': [{ input: 1_000, output: 200 }, nothing],
  'judge-pilots': [{ input: 2_500, output: 1_000 }, nothing],
  'cut-candidates': [
    { input: 2_000, output: 1_000 },
    { input: 250, output: 500 },
  ],
}

const words: Readonly<Record<UsualTask, string>> = {
  'write-contract': 'write the contract of the film',
  'write-plan': 'write the plan',
  'write-script': 'write a script',
  'revise-shot': 'revise a shot',
  'review-take': 'review a take',
  'circle-take': 'choose a take',
  'judge-pilots': 'judge the pilots',
  'cut-candidates': 'cut the film',
}

/** What a crew member is asked to do, as words after `to`. */
export const taskWords = (task: string): string =>
  isUsualTask(task) ? words[task] : task.replaceAll('-', ' ')

/** Whether it is known how long answers of a task are. */
export const isUsualTask = (task: string): task is UsualTask => Object.hasOwn(usual, task)

/**
 * What a question usually comes to.
 *
 * @param shots of the film that is written or cut; other tasks do not grow with it
 */
export const usualTokens = (task: UsualTask, shots: number): UsualTokens => {
  const [once, aShot] = usual[task]
  return {
    input: once.input + shots * aShot.input,
    output: once.output + shots * aShot.output,
  }
}

/** Seconds of a usual shot, where the client names none. Chosen by this project. */
const usualShotSeconds = 4

/** Shots that a film of so many seconds usually has; more where the model makes only shorter ones. */
export const usualShots = (seconds: number, mostShotSeconds: number = usualShotSeconds): number =>
  Math.ceil(seconds / Math.min(usualShotSeconds, mostShotSeconds))

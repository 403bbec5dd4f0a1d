import type { UnwrittenAnswer, UnwrittenAnswers } from '../../src/ports/unwritten-answers.ts'

/** Answers kept as long as the test. */
export const unwrittenInMemory = (): UnwrittenAnswers & { readonly kept: UnwrittenAnswer[] } => {
  const kept: UnwrittenAnswer[] = []
  const isSame = (left: UnwrittenAnswer) => (right: UnwrittenAnswer) =>
    JSON.stringify([left.key, left.event]) === JSON.stringify([right.key, right.event])
  return {
    kept,
    keep: async (answer) => {
      if (!kept.some(isSame(answer))) kept.push(answer)
      return 'the memory of the test'
    },
    drop: async (answer) => {
      const index = kept.findIndex(isSame(answer))
      if (index >= 0) kept.splice(index, 1)
    },
    all: async () => kept.map((answer) => ({ kind: 'read', place: 'memory', answer })),
  }
}

import { describe, expect, it } from 'vitest'
import { answerRoom } from './answer-room.ts'

describe('the room of an answer', () => {
  it.each([
    [0, 4_500],
    [1, 4_500],
    [5, 10_500],
    [19, 31_500],
    [20, 32_000],
    [500, 32_000],
  ])('follows from the shots that are told: %i shots, %i tokens', (shots, tokens) => {
    expect(answerRoom('write-script', shots)).toBe(tokens)
    expect(answerRoom('cut-candidates', shots)).toBe(tokens)
  })
})

import { expect, it } from 'vitest'
import { listedLength } from './listed-length.ts'

it('the lengths of listed scenes are the length of the film', () => {
  expect(
    listedLength('Scene 1 - they meet, 3 seconds. Scene 2 - rain, 4.5s. Scene 3 - home (2 sec)'),
  ).toBe(9.5)
})

it('a scene without a length, or no list at all, leaves the length to the default', () => {
  expect(listedLength('Scene 1 - they meet, 3 seconds. Scene 2 - rain.')).toBeNull()
  expect(listedLength('A film of 12 seconds about a lake')).toBeNull()
})

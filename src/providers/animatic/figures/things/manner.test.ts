import { expect, test } from 'vitest'
import { type Manner, wayPoint } from './manner.ts'
import { thingInMotion } from './things.ts'

test.each<[what: string, action: string, goes: string | null, manner: Manner]>([
  ['train', 'arrives at the station', 'arrives', 'arrives'],
  ['train', 'pulls out of the station', 'pulls out', 'leaves'],
  ['bus', 'stops at the corner', 'stops', 'arrives'],
  ['boat', 'leaves the harbour', 'leaves', 'leaves'],
  ['tram', 'glides through the city', 'glides', 'passes'],
  ['boat', 'slides along the river', 'slides', 'passes'],
  ['ship', 'sails past the lighthouse', 'sails', 'passes'],
  ['airplane', 'takes off', 'takes off', 'takes off'],
  ['airplane', 'is landing in the rain', 'landing', 'lands'],
  ['helicopter', 'takes off', 'takes off', 'rises'],
  ['helicopter', 'lands on a rooftop', 'lands', 'sinks'],
  ['rocket', 'flies to the moon', 'flies', 'rises'],
  ['car', 'takes off', 'takes off', 'leaves'],
  ['car', 'waits at a bus stop in the park', null, 'passes'],
  ['house', 'arrives', null, 'passes'],
])('%s: %s', (what, action, goes, manner) => {
  const named = thingInMotion(what, action)
  expect(named?.goes ?? null).toBe(goes)
  expect(named?.manner ?? 'passes').toBe(manner)
})

test('a bus driver, a bus stop and a toy train are neither bus nor train', () => {
  for (const words of ['bus stop', 'toy train', 'train station', 'subway platform'])
    expect(['bus', 'train']).not.toContain(thingInMotion(words, '')?.thing.name)
})

test('what lands comes down and stays down, what takes off goes up from where it stood', () => {
  expect(wayPoint('lands', 0).aloft).toBeGreaterThan(0.5)
  expect(wayPoint('lands', 0.7).aloft).toBe(0)
  expect(wayPoint('lands', 1).along).toBe(wayPoint('lands', 0.9).along)
  expect(wayPoint('takes off', 0.2).aloft).toBe(0)
  expect(wayPoint('takes off', 1).aloft).toBeGreaterThan(0.5)
})

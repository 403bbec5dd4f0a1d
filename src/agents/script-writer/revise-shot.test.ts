import { expect, test } from 'vitest'
import type { RevisionReply } from '../../domain/crew-tasks.ts'
import type { Script, Shot } from '../../domain/script.ts'
import { shotId } from '../../domain/slate.ts'
import { frames } from '../../domain/time.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { reviseShot } from './revise-shot.ts'

const fox = { castId: 'c1', what: 'fox', look: 'rust-red fur', action: 'drinks', count: 1 }
const shot: Shot = {
  id: shotId(1, 0),
  length: frames(96),
  picture: {
    ...{ place: 'river', timeOfDay: 'dawn', weather: 'fog', mood: 'serene' },
    subjects: [fox],
    objects: [],
    camera: 'static',
    framing: 'medium',
    style: 'soft grain',
    avoid: ['car'],
  },
  prompt: 'Medium shot of river, dawn.',
  overlays: [],
}
const script: Script = {
  ...{ schema: 'script@2', pilot: 'p1', title: 'The Fox', logline: '', look: '', musicMood: '' },
  fadeOut: frames(0),
  cast: [{ id: 'c1', name: 'the fox', kind: 'animal', look: 'rust-red fur' }],
  scenes: [
    {
      ...{ number: 1, title: 'The River', description: '', narration: [], covers: [] },
      shots: [shot],
      continuityGroup: null,
      continuesFrom: null,
      transition: { kind: 'cut', length: frames(0) },
    },
  ],
}
const reply: RevisionReply = {
  ...{ place: 'snow field', timeOfDay: 'dawn', weather: 'snow', mood: 'serene' },
  subjects: [{ ...fox, look: '', action: 'sits in the snow' }],
  objects: [],
  camera: 'static',
  framing: 'medium',
  read: ['snow'],
  unread: [],
}
const answering =
  (answer: unknown): AskCrew =>
  async (_, task) =>
    task.parse(answer)
const asked = { words: 'the fox sits in the snow', script, shot, items: [] }

test('a revised shot keeps looks, style and what must not be seen, and is ordered by the words', async () => {
  const { picture, prompt } = await reviseShot(answering(reply), 'revision/p1/1A-2', asked)
  expect(picture).toMatchObject({
    ...{ place: 'snow field', style: 'soft grain', avoid: ['car'] },
    subjects: [{ castId: 'c1', look: 'rust-red fur', action: 'sits in the snow' }],
  })
  expect(prompt).toMatch(
    /^the fox sits in the snow\. Medium shot of snow field, dawn, snow\. the fox \(rust-red fur\) sits/,
  )
})

test('a reply that shows cast there is not is refused with the reason', async () => {
  const stranger = { ...reply, subjects: [{ ...fox, castId: 'c7' }] }
  await expect(reviseShot(answering(stranger), 'revision/p1/1A-2', asked)).rejects.toMatchObject({
    code: 'reply-invalid',
    message: expect.stringContaining('c7'),
  })
})

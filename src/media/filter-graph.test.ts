import { expect, test } from 'vitest'
import type { Cut } from '../domain/cut.ts'
import { shotId, slateId } from '../domain/slate.ts'
import { frames, rate24 } from '../domain/time.ts'
import { type LaidImage, planSegments } from './filter-graph.ts'

const size = { width: 320, height: 180 }

const cutOf = (kind: 'cut' | 'dissolve' | 'fade', length: number): Cut => ({
  schema: 'cut@1',
  candidate: 'safe',
  pilot: 'p1',
  rate: rate24,
  fadeOut: frames(12),
  reason: '',
  events: [0, 1].map((index) => ({
    shot: shotId(index + 1, 0),
    slate: slateId(shotId(index + 1, 0), 1),
    pilot: 'p1',
    source: { start: frames(5), length: frames(48) },
    record: { start: frames(index * 48), length: frames(48) },
    transition: index === 0 ? { kind: 'cut', length: frames(0) } : { kind, length: frames(length) },
    overlays: [],
    reason: '',
  })),
})

const image = (start: number, length: number): LaidImage => ({
  path: 'text.png',
  x: 10,
  y: 20,
  start,
  length,
  fadeIn: 4,
  fadeOut: 4,
})

test('a cut needs the event’s own footage only', () => {
  const [, second] = planSegments(cutOf('cut', 0), ['a.mp4', 'b.mp4'], [], size)
  expect(second?.inputs).toEqual(['b.mp4'])
  expect(second?.graph).toContain('trim=start_frame=5:end_frame=53')
})

test('a dissolve takes the outgoing take’s handle, the frames after its source range', () => {
  const [first, second] = planSegments(cutOf('dissolve', 12), ['a.mp4', 'b.mp4'], [], size)
  expect(second?.inputs).toEqual(['b.mp4', 'a.mp4'])
  expect(second?.graph).toContain('[1:v]trim=start_frame=53:end_frame=65')
  expect(second?.graph).toContain('xfade=transition=fade:duration=0.500000:offset=0')
  expect(first?.graph).toContain('trim=start_frame=5:end_frame=53')
})

test('a fade through black shows half of the handle and leaves the first half of its event in black', () => {
  const [, second] = planSegments(cutOf('fade', 12), ['a.mp4', 'b.mp4'], [], size)
  expect(second?.graph).toContain('[1:v]trim=start_frame=53:end_frame=59')
  expect(second?.graph).toContain('[entering]trim=start_frame=11:end_frame=17')
})

test('only the last event fades out, over the frames asked for', () => {
  const [first, second] = planSegments(cutOf('cut', 0), ['a.mp4', 'b.mp4'], [], size)
  expect(first?.graph).not.toContain('fade=t=out')
  expect(second?.graph).toContain('fade=t=out:start_frame=36:nb_frames=11')
})

test('a picture that lies over two events is cut between them without a gap', () => {
  const [first, second] = planSegments(cutOf('cut', 0), ['a.mp4', 'b.mp4'], [image(40, 20)], size)
  expect(first?.graph).toContain('trim=start_frame=1:end_frame=9,setpts=N+40')
  expect(second?.graph).toContain('trim=start_frame=9:end_frame=21,setpts=N+0')
})

test('a picture is an input of the events it meets, and of no other', () => {
  const [first, second] = planSegments(cutOf('cut', 0), ['a.mp4', 'b.mp4'], [image(48, 20)], size)
  expect(first?.inputs).toEqual(['a.mp4'])
  expect(second?.inputs).toEqual(['b.mp4', 'text.png'])
})

test('one file for each event, or it is the caller’s mistake', () => {
  expect(() => planSegments(cutOf('cut', 0), ['a.mp4'], [], size)).toThrow(TypeError)
})

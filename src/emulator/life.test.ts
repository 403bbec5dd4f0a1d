import { expect, it } from 'vitest'
import type { EmulatedJob } from './emulated-job.ts'
import { coursesOf, stageAt } from './life.ts'

const job = (id: string, acceptedAt: number, removed: number | null = null): EmulatedJob => ({
  schema: 'emulated-job@1',
  vendor: 'runway',
  id,
  model: 'gen4.5',
  acceptedAt,
  sequence: 0,
  pace: { queuedMs: 10, runMs: 100 },
  request: {},
  clip: null,
  fate: { kind: 'succeeds' },
  charge: { microUsd: 1, credits: 1, promptHash: '', key: '', billedAt: acceptedAt, isLate: false },
  removed,
})

it('a job waits, runs with progress and ends', () => {
  const only = job('a', 1000)
  const course = coursesOf([only], null).get('a')
  if (course === undefined) throw new Error('no course')
  expect(stageAt(only, course, 1005)).toEqual({ kind: 'queued' })
  expect(stageAt(only, course, 1060)).toEqual({ kind: 'running', progress: 0.5 })
  expect(stageAt(only, course, 1110)).toEqual({ kind: 'ended' })
})

it('a job beyond the slots is throttled until one of those before it ends', () => {
  const jobs = [job('a', 0), job('b', 1), job('c', 2)]
  const courses = coursesOf(jobs, 2)
  expect(courses.get('c')).toEqual({ admittedAt: 110, startsAt: 120, endsAt: 220 })
  const last = jobs[2]
  const course = courses.get('c')
  if (last === undefined || course === undefined) throw new Error('no third job')
  expect(stageAt(last, course, 100)).toEqual({ kind: 'throttled' })
  expect(stageAt(last, course, 115)).toEqual({ kind: 'queued' })
})

it('a job that was removed leaves its slot to the next', () => {
  const courses = coursesOf([job('a', 0, 50), job('b', 1)], 1)
  expect(courses.get('b')?.admittedAt).toBe(50)
})

it('a job that was removed while throttled never takes a slot', () => {
  const courses = coursesOf([job('a', 0), job('b', 1, 20), job('c', 2)], 1)
  expect(courses.get('c')?.admittedAt).toBe(110)
})

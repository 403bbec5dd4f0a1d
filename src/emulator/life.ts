import type { EmulatedJob } from './emulated-job.ts'

/** Where a job stands. */
export type Stage =
  /** The account's slots for the model are taken. */
  | { readonly kind: 'throttled' }
  | { readonly kind: 'queued' }
  /** `progress` is 0…1. */
  | { readonly kind: 'running'; readonly progress: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'removed' }

/** A job's course, in milliseconds since 1970-01-01 UTC. */
export interface Course {
  /** When it takes a slot. */
  readonly admittedAt: number
  readonly startsAt: number
  readonly endsAt: number
}

/**
 * The course of every job of one model, from nothing but when it came and how long it takes: no timer has to fire, and
 * nothing is lost when the process dies. Whoever comes first gets a slot first; one who is removed leaves it.
 *
 * @param jobs of one model, the oldest first
 * @param slots jobs that may be at work at once; null for as many as come
 */
export const coursesOf = (
  jobs: readonly EmulatedJob[],
  slots: number | null,
): ReadonlyMap<string, Course> => {
  const busyUntil: number[] = []
  const courses = new Map<string, Course>()
  for (const job of jobs) {
    const course = courseFrom(job, earliestSlot(busyUntil, slots))
    courses.set(job.id, course)
    const leavesAt = Math.min(course.endsAt, job.removed ?? course.endsAt)
    if (leavesAt > course.admittedAt) busyUntil.push(leavesAt)
  }
  return courses
}

/** The moment at which fewer than `slots` are busy. */
const earliestSlot = (busyUntil: readonly number[], slots: number | null): number => {
  if (slots === null || busyUntil.length < slots) return 0
  const latestFirst = [...busyUntil].sort((left, right) => right - left)
  return latestFirst[slots - 1] ?? 0
}

const courseFrom = (job: EmulatedJob, slotFreeAt: number): Course => {
  const admittedAt = Math.max(job.acceptedAt, slotFreeAt)
  const startsAt = admittedAt + job.pace.queuedMs
  return { admittedAt, startsAt, endsAt: startsAt + job.pace.runMs }
}

/** Where a job stands at a moment. */
export const stageAt = (job: EmulatedJob, course: Course, now: number): Stage => {
  if (job.removed !== null) return { kind: 'removed' }
  if (now < course.admittedAt) return { kind: 'throttled' }
  if (now < course.startsAt) return { kind: 'queued' }
  if (now >= course.endsAt) return { kind: 'ended' }
  return { kind: 'running', progress: (now - course.startsAt) / (course.endsAt - course.startsAt) }
}

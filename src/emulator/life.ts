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
  const freeAt: number[] = Array.from({ length: slots ?? 0 }, () => 0)
  const courses = new Map<string, Course>()
  for (const job of jobs) {
    const slot = freeAt.indexOf(Math.min(...freeAt))
    const course = courseFrom(job, freeAt[slot] ?? 0)
    courses.set(job.id, course)
    const leavesAt = Math.min(course.endsAt, job.removed ?? course.endsAt)
    if (slot !== -1 && leavesAt > course.admittedAt) freeAt[slot] = leavesAt
  }
  return courses
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

/** A job and where it stands. */
export interface Standing {
  readonly job: EmulatedJob
  readonly course: Course
  readonly stage: Stage
}

/**
 * Where all jobs of a vendor stand at a moment.
 *
 * @param jobs the oldest first
 * @param slots for each model; null for as many as come
 */
export const standingsOf = (
  jobs: readonly EmulatedJob[],
  slots: number | null,
  now: number,
): readonly Standing[] => {
  const byModel = [...Map.groupBy(jobs, ({ model }) => model).values()]
  const courses = new Map(byModel.flatMap((ofModel) => [...coursesOf(ofModel, slots)]))
  return jobs.flatMap((job) => {
    const course = courses.get(job.id)
    return course ? [{ job, course, stage: stageAt(job, course, now) }] : []
  })
}

import type { WorkKit } from './work-kit.ts'

/** Paints what is worked at and what it is worked with. */
export interface WorkPainter {
  /** What lies under the hands, and what it lies on. */
  readonly under: (kit: WorkKit) => void
  /** What is in the hands, before them. */
  readonly over?: (kit: WorkKit) => void
}

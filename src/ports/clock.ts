/** Time, handed in so that tests can own it. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number
  /** Milliseconds since some instant before; nobody can set it, so that waits within a process are timed by it. */
  elapsedMs(): number
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Lets at most so many pieces of work run at once; the rest wait in order. */
export interface Slots {
  run<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Slots for `count` pieces of work at once. */
export const slots = (count: number): Slots => {
  let free = count
  const waiting: (() => void)[] = []
  const release = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  const acquire = async (): Promise<void> => {
    if (free > 0) {
      free -= 1
      return
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return {
    run: async (work) => {
      await acquire()
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}

/** For what is not to be stopped before its end. Whoever listens to it must stop listening: it lives as long as the process. */
export const neverAborted: AbortSignal = new AbortController().signal

import type { Downloads } from '../../src/ports/downloads.ts'

/** For vendors that deliver files: nothing is ever fetched. */
export const noDownloads: Downloads = {
  fetch: async (url) => {
    throw new TypeError(`Nothing is fetched here; got ${url}`)
  },
}

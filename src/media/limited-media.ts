import { slots } from '../kit/slots.ts'
import type { MediaTool } from '../ports/media-tool.ts'

/**
 * Heavy media work takes a slot, so that a machine is never asked for more at once than it has cores for. Work that fails
 * because it was interrupted ends with the signal's reason, whatever ffmpeg said when it was stopped.
 */
export const limitedMedia = (media: MediaTool, jobs: number): MediaTool => {
  const limit = slots(jobs)
  const run = <Result>(signal: AbortSignal | undefined, work: () => Promise<Result>) =>
    limit.run(async () => {
      signal?.throwIfAborted()
      try {
        return await work()
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      }
    })
  return {
    ...media,
    conformTake: (order, signal) => run(signal, () => media.conformTake(order, signal)),
    reviewTake: (path, planned, signal) =>
      run(signal, () => media.reviewTake(path, planned, signal)),
    still: (input, frame, output, signal) =>
      run(signal, () => media.still(input, frame, output, signal)),
    renderFilm: (order, output, onProgress, signal) =>
      run(signal, () => media.renderFilm(order, output, onProgress, signal)),
    combine: (inputs, output, music, signal) =>
      run(signal, () => media.combine(inputs, output, music, signal)),
    poster: (still) => run(undefined, () => media.poster(still)),
    contactSheet: (film, cells, rate, output) =>
      run(undefined, () => media.contactSheet(film, cells, rate, output)),
  }
}

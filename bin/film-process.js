/**
 * How Node is started to make films. A production paints thousands of pictures of a few megabytes and reads as many
 * frames back; as Node and the C library start out, both keep such memory for themselves long after it was freed.
 */

/**
 * A small nursery: what a frame leaves behind is collected at once, and the heap of the main thread does not grow by it. And
 * no hardware keys on compiled code: V8 keeps a list of such pages for them, and with several threads may lose one and abort.
 */
export const nodeArguments = ['--max-semi-space-size=4', '--no-memory-protection-keys']

/** glibc gives blocks from this size, bytes, back to the system as they are freed. Other systems do not read it. */
export const environment = { MALLOC_MMAP_THRESHOLD_: '65536' }

/** Whether a command, by its words, makes footage or film. */
export const makesFilm = (words) => {
  const [first, second] = words.filter((word) => !word.startsWith('-'))
  return first === 'runs'
    ? second === 'resume' || second === 'continue'
    : ['produce', 'retake', 'render'].includes(first)
}

/** Whether this process was started so. */
export const isFilmProcess = () => process.execArgv.includes(nodeArguments[0])

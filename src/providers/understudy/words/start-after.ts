/** Where the part of a text begins that a point lies in: behind the last of some marks up to it, `.!?` for its sentence. */
export const startAfter = (marks: string, text: string, at: number = text.length): number =>
  Math.max(...[...marks].map((mark) => text.lastIndexOf(mark, at))) + 1

/**
 * Read a source to its end, or until it gave more than is wanted, so that one without an end is left too.
 *
 * @returns all bytes, or more than `mostBytes` of them
 */
export const readAtMost = async (
  source: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<Uint8Array> => {
  const blocks: Uint8Array[] = []
  let size = 0
  for await (const block of source) {
    blocks.push(block)
    size += block.length
    if (size > mostBytes) break
  }
  return Buffer.concat(blocks)
}

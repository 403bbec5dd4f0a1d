/** The head of a PNG picture of a size in pixels; there is no picture behind it, for nothing reads further. */
export const pngHead = (width: number, height: number): Buffer => {
  const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\x08\x06\0\0\0', 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

/** The head of a JPEG picture of a size in pixels, with the tables and fill bytes that may stand before its frame. */
export const jpegHead = (width: number, height: number): Buffer => {
  const head = Buffer.from(
    '\xff\xd8\xff\xe0\0\x04\0\0\xff\xc4\0\x04\0\0\xff\xff\xc2\0\x0b\x08\0\0\0\0\x01\x01\x11\0',
    'latin1',
  )
  head.writeUInt16BE(height, 20)
  head.writeUInt16BE(width, 22)
  return head
}

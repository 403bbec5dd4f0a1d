import { describe, expect, it } from 'vitest'
import { jpegHead, pngHead } from '../testing/picture-head.ts'
import { pictureSize } from './picture-size.ts'

describe('the size of a picture', () => {
  it('stands in the head of a PNG and of a JPEG, behind tables and fill bytes', () => {
    expect(pictureSize(pngHead(640, 70_000))).toEqual({
      mediaType: 'image/png',
      width: 640,
      height: 70_000,
    })
    expect(pictureSize(jpegHead(640, 360))).toEqual({
      mediaType: 'image/jpeg',
      width: 640,
      height: 360,
    })
  })

  it('is not there in anything else, nor in a head that is cut off anywhere', () => {
    for (const head of [pngHead(1, 1), jpegHead(1, 1)]) {
      const whole = head.length
      const sizes = Array.from({ length: whole }, (_, end) => pictureSize(head.subarray(0, end)))
      expect(sizes[10]).toBeNull()
      expect(sizes.every((size) => size === null || size.width === 1)).toBe(true)
    }
    expect(pictureSize(Buffer.from('GIF89a, and much more than a head has'))).toBeNull()
    expect(pictureSize(Buffer.from('\xff\xd8 no marker follows here', 'latin1'))).toBeNull()
    expect(pictureSize(Buffer.alloc(0))).toBeNull()
  })
})

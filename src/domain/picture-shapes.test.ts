import { expect, it } from 'vitest'
import { hasShape, nearestShape, shapesText } from './picture-shapes.ts'

const square = { width: 720, height: 720 }

it('a vendor’s sizes are told by the names of film, each once', () => {
  expect(shapesText(['1280:720', '1920:1080', '720:1280', '1104:832', '1584:672'])).toBe(
    '16:9, 9:16, 4:3 or 21:9',
  )
  expect(shapesText(['5:4'])).toBe('5:4')
})

it('a picture has a shape within one pixel in fifty', () => {
  expect(hasShape({ width: 256, height: 144 }, '1280:720')).toBe(true)
  expect(hasShape(square, '16:9')).toBe(false)
})

it('the nearest shape is the one of which least is cut away; of equals the first', () => {
  expect(nearestShape(['1280:720', '720:1280', '1104:832'], square)).toBe('1104:832')
  expect(nearestShape(['1280:720', '720:1280'], square)).toBe('1280:720')
  expect(nearestShape([], square)).toBeNull()
})

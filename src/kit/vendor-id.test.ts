import { expect, it } from 'vitest'
import { isVendorId } from './vendor-id.ts'

it.each(['17f20503-6c24-4c16-946b-35dbbce2af2f', 'gen_1', 'a:b.c', 'x'.repeat(200)])(
  '%j can be an id of a vendor',
  (id) => {
    expect(isVendorId(id)).toBe(true)
  },
)

it.each(['', '.', '..', 'a/b', 'a\\b', 'a b', 'a\u0000', 'a\nb', 'ä', '\ud800', 'x'.repeat(201)])(
  '%j cannot be an id of a vendor',
  (id) => {
    expect(isVendorId(id)).toBe(false)
  },
)

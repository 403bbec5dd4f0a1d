import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { faultNames } from './faults.ts'
import { operations, vendorPrefix } from './vendors.ts'

const page = new URL('../../docs/emulator.md', import.meta.url)

it('the page on the emulator names every fault, operation and base URL', async () => {
  const text = await readFile(page, 'utf8')
  const names = [...faultNames, ...operations].map((name) => `\`${name}\``)
  const urls = Object.values(vendorPrefix).map((prefix) => `PORT${prefix}\``)
  expect([...names, ...urls].filter((name) => !text.includes(name))).toEqual([])
})

import { expect, it } from 'vitest'
import { fakeOrder } from '../../test/support/fake-studio.ts'
import { decideShownText, decideText } from './parked-text.ts'
import type { Contact } from './trouble-remedy.ts'

const key = 'lake/p1/video/1A/1'
const parked = fakeOrder(key, { production: 'lake', model: 'runway/gen4.5' })
const contact: Contact = (model) => ({
  ...{ site: null, keyRemedy: null, hasList: model.startsWith('luma/') },
  lookAt: model.startsWith('runway/') ? 'in the portal' : 'in the list',
})

it('a parked order whose job nobody knows is looked for at a place of its vendor’s', () => {
  expect(decideText([parked], contact)).toContain('Look for it in the portal. Decide: ')
  const known = { ...parked, job: { id: 'j1' } }
  expect(decideText([known], contact)).not.toContain('Look for it')
})

it('orders of several vendors are looked for at each', () => {
  const text = decideText([parked, { ...parked, model: 'luma/ray-2-720p' }], contact)
  expect(text).toContain('Look for those of runway in the portal. ')
  expect(text).toContain('Look for those of luma in the list. ')
})

it('who looks at an order is not sent to look at it', () => {
  expect(decideText([parked], contact)).toContain(`orders show ${key}`)
  expect(decideShownText(parked, contact, false)).not.toContain('orders show')
})

it('a test is not sent again, and its vendor is asked again only where it may tell', () => {
  const text = decideShownText(parked, contact, true)
  expect(text).not.toMatch(/resubmit|orders reconcile|runs resume/)
  expect(decideShownText({ ...parked, job: { id: 'j' } }, contact, true)).toContain(
    'orders reconcile lake',
  )
  const listed = { ...parked, model: 'luma/ray-2-720p' }
  expect(decideShownText(listed, contact, true)).toContain('orders reconcile lake')
})

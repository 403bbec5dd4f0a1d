import { expect, it } from 'vitest'
import { fakeOrder, fakeProduction } from '../../test/support/fake-rows.ts'
import type { Production } from '../domain/production.ts'
import { decideShownText, decideText, parkedText } from './parked-text.ts'
import type { Contact } from './trouble-remedy.ts'

const key = 'lake/p1/video/1A/1'
const parked = fakeOrder(key, { production: 'lake', model: 'runway/gen4.5' })
const run = fakeProduction('lake', { state: 'waiting-for-order', stage: 'shoot' })
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
  expect(decideShownText(parked, contact, run)).not.toContain('orders show')
})

it('what is offered is what will be accepted: only a run that is to go on and still shoots sends an order again', () => {
  const shown = (fields: Partial<Production>): string =>
    decideShownText(parked, contact, { ...run, ...fields })
  expect(shown({})).toContain('--resubmit')
  const paused = shown({ state: 'paused', wanted: 'pause' })
  expect(paused).not.toContain('--resubmit')
  expect(paused).toContain('go on with its run first: `npx --no-install claude-studio runs resume')
  for (const fields of [
    { state: 'cancelled', wanted: 'cancel' },
    { state: 'wrapped' },
    { stage: 'cut' },
  ] as const) {
    expect(shown(fields)).not.toMatch(/--resubmit|runs resume/)
    expect(shown(fields)).toContain('--write-off')
  }
  expect(decideShownText(parked, contact, null)).not.toContain('--resubmit')
  const music = { ...parked, port: 'music' } as const
  expect(decideShownText(music, contact, { ...run, stage: 'cut' })).toContain('--resubmit')
})

it('a test is not sent again, and its vendor is asked again only where it may tell', () => {
  const test = { ...run, isTest: true }
  const text = decideShownText(parked, contact, test)
  expect(text).not.toMatch(/resubmit|orders reconcile|runs resume/)
  expect(decideShownText({ ...parked, job: { id: 'j' } }, contact, test)).toContain(
    'orders reconcile lake',
  )
  const listed = { ...parked, model: 'luma/ray-2-720p' }
  expect(decideShownText(listed, contact, test)).toContain('orders reconcile lake')
})

it('an order whose job is known is asked about again, and needs no job named', () => {
  const known = { ...parked, job: { id: 'j' } }
  const text = decideText([known, { ...known, key: 'lake/p1/video/1B/1' }], contact)
  expect(text).toContain(
    'Ask the vendor again: `npx --no-install claude-studio orders reconcile lake`',
  )
  expect(text).toContain('orders resolve KEY --resubmit` to send it again')
  expect(text).not.toContain('--adopt')
  expect(decideText([parked], contact)).toContain(
    '--adopt JOB` when the vendor has it, or `--resubmit`',
  )
})

it('a reason that is a sentence, or trails off, ends in one full stop', () => {
  for (const reason of ['The line went dead.', 'The line went dead...', 'The line went dead. ']) {
    expect(`${parkedText([{ ...parked, reason }])}.`).toMatch(/: The line went dead\.$/)
  }
})

it('an answer of a language model is no job that could be named', () => {
  const text = decideText([{ ...parked, port: 'llm' }], contact)
  expect(text).not.toContain('--adopt')
  expect(text).toContain('--resubmit` to send it again')
})

it('a reason that several orders wait for is told once', () => {
  const waiting = ['1A/1', '1B/1', '2A/1'].map((end, index) => ({
    ...parked,
    ...{ key: `lake/p1/video/${end}`, reason: index < 2 ? 'the line went dead.' : 'it is gone' },
  }))
  expect(parkedText(waiting)).toMatch(
    /^orders lake\/p1\/video\/1A\/1 \(.*\) and lake\/p1\/video\/1B\/1 \(.*\) wait for you: the line went dead; order lake\/p1\/video\/2A\/1 \(.*\) waits for you: it is gone$/,
  )
})

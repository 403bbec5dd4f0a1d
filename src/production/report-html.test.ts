import { beforeEach, describe, expect, it } from 'vitest'
import { fakeTake } from '../../test/support/fake-rows.ts'
import { type FakeStudio, fakeStudio } from '../../test/support/fake-studio.ts'
import { wrapFox } from '../../test/support/fox-film.ts'
import { catalogue } from '../catalogue.ts'
import { completeBrief } from '../cli/brief/complete-brief.ts'
import type { Json } from '../domain/json.ts'
import { collectReport } from './report.ts'
import { reportHtml } from './report-html.ts'

const concept = 'A fox in the snow.\nIt finds a <warm> cabin.'

describe('the report as a page', () => {
  let fake: FakeStudio
  beforeEach(() => {
    fake = fakeStudio()
    const brief = {
      ...completeBrief({ concept, budget: 5 }, catalogue),
      seeds: [],
      musicHash: null,
    }
    wrapFox(fake, brief)
  })
  const page = async (): Promise<string> =>
    reportHtml(await collectReport(fake.studio, 'fox'), new Map())
  const change = (key: string, fields: object): void => {
    const known = fake.documents.get(`fox/${key}`) as { readonly [field: string]: Json }
    fake.documents.set(`fox/${key}`, { ...known, ...fields })
  }

  it('has the whole concept beside the logline, as text', async () => {
    change('script/p1', { logline: 'A fox alone.' })
    const html = await page()
    expect(html).toContain('A fox alone.')
    expect(html).toContain('A fox in the snow.\nIt finds a &lt;warm&gt; cabin.')
  })

  it('plays the film that lies beside it, and its policy lets it', async () => {
    const html = await page()
    expect(html).toMatch(/<video [^>]*src="master\.mp4"/)
    expect(html).toContain("media-src 'self'")
    expect(html).toContain('<a href="master.mp4">')
    expect(html).toContain('<a href="candidates/balanced.mp4">balanced</a>')
  })

  it('has no player while there is no film', async () => {
    fake.documents.delete('fox/deliverables/current')
    expect(await page()).not.toContain('<video')
  })

  it('says of what its pilots would cost that it is as written', async () => {
    expect(await page()).toContain('<th>film as written</th>')
  })

  it('breaks words in no table', async () => {
    expect(await page()).not.toMatch(/(th|td)\{[^}]*overflow-wrap:anywhere/)
  })

  it('has the takes in film order, not in the order they were finished', async () => {
    fake.takes.splice(0, fake.takes.length)
    for (const slate of ['10A-1', '2B-1', '2A-2', '2A-1', '1A-1'])
      fake.takes.push(fakeTake('p1', slate, 'dailies'))
    const slates = [...(await page()).matchAll(/<h3>(\d+[A-Z]-\d+) /g)].map((match) => match[1])
    expect(slates).toEqual(['1A-1', '2A-1', '2A-2', '2B-1', '10A-1'])
  })

  it('keeps what was proposed apart from what the money changed, and names the pilot of an observation', async () => {
    change('plan/current', {
      reasons: ['3 pilots shoot the same test scenes'],
      shrunk: ['Pilot graphic is not tried'],
    })
    change('verdict/current', {
      observations: [{ pilot: 'p2', subject: 'snow', text: 'too dark', evidence: '' }],
    })
    const html = await page()
    expect(html).toMatch(/producer proposed<\/h3><ul><li>3 pilots[^<]*<\/li><\/ul>/)
    expect(html).toMatch(/money changed in it<\/h3><ul><li>Pilot graphic is not tried<\/li><\/ul>/)
    expect(html).toContain('p2: too dark')
  })

  it('says which wishes are not shown', async () => {
    expect(await page()).toContain('<td>snow is seen</td><td>0.400</td><td>not shown</td>')
  })
})

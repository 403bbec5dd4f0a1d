import { formatUsd } from '../domain/money.ts'
import { framesPerSecond } from '../domain/time.ts'
import type { Report, ReviewedTake } from './report.ts'

/** Make a text safe between tags and in attributes. */
const safe = (text: unknown): string =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const row = (cells: readonly unknown[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${safe(cell)}</${tag}>`).join('')}</tr>`

const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  `<div class="scroll"><table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('')}</tbody></table></div>`

const section = (title: string, body: string): string =>
  `<section><h2>${safe(title)}</h2>${body}</section>`

/**
 * The report as one readable page: nothing is loaded from elsewhere, no script runs.
 *
 * @param stills JPEG bytes by `pilot/slate`
 */
export const reportHtml = (report: Report, stills: ReadonlyMap<string, Buffer>): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(report.script?.title ?? report.production.id)}</title>
<style>${style}</style></head><body><main>
<header><p class="id">${safe(report.production.id)}</p><h1>${safe(report.script?.title ?? 'Untitled')}</h1>
<p class="lead">${safe(report.script?.logline ?? report.brief.concept.slice(0, 300))}</p>${facts(report)}</header>
${section('The film', film(report, stills))}
${section('Plan and verdict', plan(report))}
${section('Intent contract', contract(report))}
${section('Takes', takes(report, stills))}
${section('Candidate cuts', cuts(report))}
${section('Money trail', money(report))}
${section(
  'Files',
  table(
    ['kind', 'path', 'bytes', 'SHA-256'],
    report.deliverables.map(({ kind, path, bytes, hash }) => [
      kind,
      path,
      bytes,
      hash.slice(0, 16),
    ]),
  ),
)}
</main></body></html>
`

const facts = ({ brief, totals, scores }: Report): string => {
  const charged = totals.funds === 'real' ? '' : ' (nothing charged)'
  const items = [
    ['length', `${brief.seconds} s`],
    [
      'picture',
      `${brief.size.width}\u00d7${brief.size.height}, ${framesPerSecond(brief.rate)} fps`,
    ],
    ['spent', `${totals.funds} ${formatUsd(totals.settled)} of ${formatUsd(totals.cap)}${charged}`],
    ['overall', scores?.overall ?? '\u2013'],
    ['intent', scores?.intent ?? '\u2013'],
  ]
  return `<dl>${items.map(([name, value]) => `<div><dt>${safe(name)}</dt><dd>${safe(value)}</dd></div>`).join('')}</dl>`
}

const image = (stills: ReadonlyMap<string, Buffer>, take: ReviewedTake): string => {
  const still = stills.get(`${take.pilot}/${take.slate}`)
  return still
    ? `<img alt="${safe(`${take.slate}: ${take.prompt.slice(0, 80)}`)}" src="data:image/jpeg;base64,${still.toString('base64')}">`
    : `<p class="missing">no footage</p>`
}

const film = (
  { cuts: all, takes: every, script }: Report,
  stills: ReadonlyMap<string, Buffer>,
): string => {
  const cut = all.find(({ candidate }) => candidate === 'balanced') ?? all[0]
  const cells = (cut?.events ?? []).flatMap(({ pilot, slate }) => {
    const take = every.find((one) => one.pilot === pilot && one.slate === slate)
    return take
      ? [`<figure>${image(stills, take)}<figcaption>${safe(slate)}</figcaption></figure>`]
      : []
  })
  const scenes = (script?.scenes ?? []).map(
    ({ number, title, description, narration }) =>
      `<li value="${number}"><strong>${safe(title)}</strong> ${safe(description)}${narration.map(({ text }) => `<blockquote>${safe(text)}</blockquote>`).join('')}</li>`,
  )
  return `<div class="strip">${cells.join('')}</div><ol>${scenes.join('')}</ol>`
}

const plan = ({ plan: planned, verdict }: Report): string => {
  const rows = (planned?.pilots ?? []).map((pilot) => {
    const result = verdict?.results.find((one) => one.pilot === pilot.id)
    return [
      `${pilot.id} ${pilot.name}`,
      pilot.approach,
      pilot.model,
      pilot.tier,
      formatUsd(pilot.filmQuote),
      result?.outcome ?? '',
      result?.reason ?? '',
    ]
  })
  const notes = [
    ...(planned?.reasons ?? []),
    ...(planned?.shrunk ?? []),
    ...(verdict?.observations ?? []).map(({ text }) => text),
  ]
  const head = ['pilot', 'approach', 'model', 'tier', 'film would cost', 'outcome', 'why']
  return `${table(head, rows)}<ul>${notes.map((note) => `<li>${safe(note)}</li>`).join('')}</ul>`
}

const contract = (report: Report): string => {
  const covered = new Set(
    report.takes
      .filter(({ state, pilot }) => state === 'circled' && pilot === report.verdict?.winner)
      .flatMap(({ review }) => review?.covered ?? []),
  )
  const rows = (report.contract?.items ?? []).map(({ id, kind, claim, weight }) => [
    id,
    kind,
    claim,
    weight.toFixed(3),
    covered.has(id) ? 'seen in the film' : '',
  ])
  return table(['item', 'kind', 'claim', 'weight', 'evidence'], rows)
}

const takes = ({ takes: all }: Report, stills: ReadonlyMap<string, Buffer>): string => {
  const cards = all.map((take) => {
    const scores = take.review?.scores
    const line = scores
      ? `overall ${scores.overall} \u00b7 visual ${scores.visual} \u00b7 style ${scores.style} \u00b7 technical ${scores.technical} \u00b7 narrative ${scores.narrative} \u00b7 intent ${scores.intent}`
      : take.note
    const notes = [
      ...(take.review?.findings ?? []).map(({ defect, evidence }) => `${defect}: ${evidence}`),
      ...(take.review?.missing ?? []).map((what) => `missing: ${what}`),
    ]
    return `<article class="${safe(take.state)}">${image(stills, take)}<h3>${safe(take.slate)} <small>${safe(take.pilot)} \u00b7 ${safe(take.state)} \u00b7 ${safe(take.model)} \u00b7 ${safe(formatUsd(take.cost))}</small></h3><p>${safe(line)}</p><p class="prompt">${safe(take.prompt)}</p><ul>${notes.map((note) => `<li>${safe(note)}</li>`).join('')}</ul></article>`
  })
  return `<div class="cards">${cards.join('')}</div>`
}

const cuts = ({ cuts: all }: Report): string =>
  all
    .map(({ candidate, reason, events }) => {
      const total = events.reduce((sum, { record }) => sum + record.length, 0)
      const bars = events.map(
        ({ slate, record, transition }) =>
          `<span style="flex:${record.length} 1 0" title="${safe(`${slate}, ${record.length} frames, ${transition.kind}`)}">${safe(slate)}</span>`,
      )
      return `<h3>${safe(candidate)} <small>${events.length} events, ${total} frames</small></h3><p>${safe(reason)}</p><div class="timeline">${bars.join('')}</div>`
    })
    .join('')

const money = ({ trail, totals }: Report): string => {
  const rows = trail.map(({ at, kind, key, amount, free }) => [
    at.slice(0, 19).replace('T', ' '),
    kind,
    key,
    formatUsd(amount),
    formatUsd(free),
  ])
  const overrun =
    totals.overrun > 0 ? `<p class="overrun">Overrun: ${safe(formatUsd(totals.overrun))}</p>` : ''
  return `${overrun}<details><summary>${rows.length} entries, ${safe(totals.funds)} funds</summary>${table(['UTC', 'what', 'order', 'amount', 'free after'], rows)}</details>`
}

const style = `:root{color-scheme:dark}body{margin:0;background:#101218;color:#e6e4df;font:16px/1.55 system-ui,"Noto Sans",sans-serif}
main{max-width:1100px;margin:0 auto;padding:3rem 1.25rem 5rem}h1{font-size:2.4rem;line-height:1.15;margin:.2rem 0}h2{margin:3rem 0 1rem;font-size:1.3rem;color:#f0b27a}
h3{margin:.6rem 0 .2rem;font-size:1rem}small{font-weight:400;color:#9aa0ac}.id{color:#9aa0ac;margin:0;letter-spacing:.05em}.lead{font-size:1.15rem;color:#c9c6bf;max-width:65ch}
dl{display:flex;flex-wrap:wrap;gap:1rem 2.2rem;margin:1.4rem 0 0}dt{color:#9aa0ac;font-size:.8rem}dd{margin:0;font-weight:600}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.88rem}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #262a33;vertical-align:top;overflow-wrap:anywhere}th{color:#9aa0ac;font-weight:500}
.strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:.8rem}figure{margin:0}img{width:100%;display:block;border-radius:6px}figcaption{font-size:.8rem;color:#9aa0ac}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:1.2rem}article{background:#181b23;border-radius:8px;padding:.8rem;border-left:3px solid #3a3f4b}article.circled{border-color:#7fc29b}article.ng{border-color:#c0705f;opacity:.8}
article p{margin:.3rem 0;font-size:.85rem}.prompt{color:#9aa0ac}.timeline{display:flex;gap:2px;font-size:.7rem}.timeline span{background:#2a3040;padding:.35rem .2rem;overflow:hidden;text-align:center;border-radius:3px}
blockquote{margin:.3rem 0 .6rem;padding-left:.8rem;border-left:2px solid #f0b27a;color:#c9c6bf}.overrun{color:#ff8a7a;font-weight:700}.missing{color:#c0705f}`

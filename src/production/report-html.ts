import { formatUsd } from '../domain/money.ts'
import { framesPerSecond } from '../domain/time.ts'
import type { Report, ReviewedTake } from './report.ts'
import { uncoveredWishes } from './report.ts'
import { standingOf, whyItStands } from './standing.ts'

/** Make a text safe between tags and in attributes. */
const safe = (text: unknown): string =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** A cell's text, or its HTML where it is more than text. */
type Cell = string | number | { readonly html: string }

const row = (cells: readonly Cell[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${typeof cell === 'object' ? cell.html : safe(cell)}</${tag}>`).join('')}</tr>`

const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `<div class="scroll"><table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('')}</tbody></table></div>`

const section = (title: string, body: string): string =>
  `<section><h2>${safe(title)}</h2>${body}</section>`

const list = (title: string, texts: readonly string[]): string =>
  texts.length === 0
    ? ''
    : `<h3>${safe(title)}</h3><ul>${texts.map((text) => `<li>${safe(text)}</li>`).join('')}</ul>`

/** A link to a file beside the page. */
const link = (path: string, text = path): string =>
  `<a href="${safe(encodeURI(path))}">${safe(text)}</a>`

/**
 * The report as one readable page: nothing is loaded but the films beside it, no script runs.
 *
 * @param stills JPEG bytes by `pilot/slate`
 */
export const reportHtml = (report: Report, stills: ReadonlyMap<string, Buffer>): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: 'self'; media-src 'self'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(report.script?.title ?? report.production.id)}</title>
<style>${style}</style></head><body><main>
<header><p class="id">${safe(report.production.id)}</p><h1>${safe(report.script?.title ?? 'Untitled')}</h1>
${report.script?.logline ? `<p class="lead">${safe(report.script.logline)}</p>` : ''}${facts(report)}</header>
${section('The concept', `<p class="concept">${safe(report.brief.concept)}</p>`)}
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
      { html: link(path) },
      bytes,
      { html: `<code>${safe(hash.slice(0, 16))}</code>` },
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
      `${brief.size.width}\u00d7${brief.size.height}, ${Number(framesPerSecond(brief.rate).toFixed(3))} fps`,
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

const fileOf = ({ deliverables }: Report, kind: string): string | null =>
  deliverables.find((file) => file.kind === kind)?.path ?? null

const masterCut = ({ cuts: all, masterName }: Report): Report['cuts'][number] | undefined =>
  all.find(({ candidate }) => candidate === masterName) ?? all[0]

const film = (report: Report, stills: ReadonlyMap<string, Buffer>): string => {
  const master = fileOf(report, 'master')
  const poster = fileOf(report, 'poster')
  const player =
    master === null
      ? ''
      : `<video controls preload="metadata"${poster === null ? '' : ` poster="${safe(encodeURI(poster))}"`} src="${safe(encodeURI(master))}"></video><p>${link(master)}</p>`
  const cells = (masterCut(report)?.events ?? []).flatMap(({ pilot, slate }) => {
    const take = report.takes.find((one) => one.pilot === pilot && one.slate === slate)
    return take
      ? [`<figure>${image(stills, take)}<figcaption>${safe(slate)}</figcaption></figure>`]
      : []
  })
  const scenes = (report.script?.scenes ?? []).map(
    ({ number, title, description, narration }) =>
      `<li value="${number}"><strong>${safe(title)}</strong> ${safe(description)}${narration.map(({ text }) => `<blockquote>${safe(text)}</blockquote>`).join('')}</li>`,
  )
  return `${player}<div class="strip">${cells.join('')}</div><ol>${scenes.join('')}</ol>`
}

const plan = ({ plan: planned, verdict, filmPrices }: Report): string => {
  const rows = (planned?.pilots ?? []).map((pilot) => {
    const result = verdict?.results.find((one) => one.pilot === pilot.id)
    return [
      `${pilot.id} ${pilot.name}`,
      pilot.approach,
      pilot.model,
      pilot.tier,
      formatUsd(pilot.filmQuote),
      result?.scores ? `${result.scores.overall} (intent ${result.scores.intent})` : '',
      result?.outcome ?? '',
      result?.reason ?? '',
    ]
  })
  const head = [
    ...[
      'pilot',
      'approach',
      'model',
      'tier',
      `film ${filmPrices.replace('-', ' ')}`,
      'overall',
      'outcome',
      'why',
    ],
  ]
  const observations = (verdict?.observations ?? []).map(({ pilot, text }) => `${pilot}: ${text}`)
  return [
    table(head, rows),
    list('What the producer proposed', planned?.reasons ?? []),
    list('What the money changed in it', planned?.shrunk ?? []),
    list('What the critic observed', observations),
  ].join('')
}

const contract = (report: Report): string => {
  const missing = new Set(uncoveredWishes(report).map(({ id }) => id))
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
    covered.has(id) ? 'seen in the film' : missing.has(id) ? lacks(kind) : '',
  ])
  return table(['item', 'kind', 'claim', 'weight', 'evidence'], rows)
}

const lacks = (kind: string): string =>
  kind === 'must-not' ? 'seen although it must not be' : 'not shown'

const takes = ({ takes: all }: Report, stills: ReadonlyMap<string, Buffer>): string => {
  const cards = all.map((take) => {
    const scores = take.review?.scores
    const line = scores
      ? `overall ${scores.overall} \u00b7 visual ${scores.visual} \u00b7 style ${scores.style} \u00b7 technical ${scores.technical} \u00b7 narrative ${scores.narrative} \u00b7 intent ${scores.intent}`
      : whyItStands(take)
    const notes = [
      ...(take.review?.findings ?? []).map(({ defect, evidence }) => `${defect}: ${evidence}`),
      ...(take.review?.missing ?? []).map((what) => `missing: ${what}`),
    ]
    return `<article class="${safe(take.state)}">${image(stills, take)}<h3>${safe(take.slate)} <small>${safe(take.pilot)} \u00b7 ${safe(standingOf(take))} \u00b7 ${safe(take.model)} \u00b7 ${safe(formatUsd(take.cost))}</small></h3><p>${safe(line)}</p><p class="prompt">${safe(take.prompt)}</p><ul>${notes.map((note) => `<li>${safe(note)}</li>`).join('')}</ul></article>`
  })
  return `<div class="cards">${cards.join('')}</div>`
}

const cuts = ({ cuts: all, deliverables }: Report): string =>
  all
    .map(({ candidate, reason, events }) => {
      const total = events.reduce((sum, { record }) => sum + record.length, 0)
      const bars = events.map(
        ({ slate, record, transition }) =>
          `<span style="flex:${record.length} 1 0" title="${safe(`${slate}, ${record.length} frames, ${transition.kind}`)}">${safe(slate)}</span>`,
      )
      const path = `candidates/${candidate}.mp4`
      const name = deliverables.some((file) => file.path === path)
        ? link(path, candidate)
        : safe(candidate)
      return `<h3>${name} <small>${events.length === 1 ? '1 event' : `${events.length} events`}, ${total} frames</small></h3><p>${safe(reason)}</p><div class="timeline">${bars.join('')}</div>`
    })
    .join('')

const money = ({ trail, totals }: Report): string => {
  const moved = trail.filter(({ amount }) => amount !== 0)
  const rows = moved.map(({ at, kind, key, amount, free }) => [
    at.slice(0, 19).replace('T', ' '),
    kind,
    { html: `<code>${safe(key)}</code>` },
    formatUsd(amount),
    formatUsd(free),
  ])
  const zeros = trail.length - moved.length
  const overrun =
    totals.overrun > 0 ? `<p class="overrun">Overrun: ${safe(formatUsd(totals.overrun))}</p>` : ''
  return `${overrun}<details><summary>${rows.length} entries, ${safe(totals.funds)} funds${zeros === 0 ? '' : `; ${zeros} of $0.00 are left out`}</summary>${table(['UTC', 'what', 'order', 'amount', 'free after'], rows)}</details>`
}

const style = `:root{color-scheme:dark}body{margin:0;background:#101218;color:#e6e4df;font:16px/1.55 system-ui,"Noto Sans",sans-serif}
main{max-width:1100px;margin:0 auto;padding:3rem 1.25rem 5rem}h1{font-size:2.4rem;line-height:1.15;margin:.2rem 0}h2{margin:3rem 0 1rem;font-size:1.3rem;color:#f0b27a}
h3{margin:.6rem 0 .2rem;font-size:1rem}small{font-weight:400;color:#9aa0ac}.id{color:#9aa0ac;margin:0;letter-spacing:.05em}.lead{font-size:1.15rem;color:#c9c6bf;max-width:65ch}.concept{max-width:75ch;white-space:pre-wrap;overflow-wrap:anywhere}video{width:100%;max-height:75vh;background:#000;border-radius:6px}
dl{display:flex;flex-wrap:wrap;gap:1rem 2.2rem;margin:1.4rem 0 0}dt{color:#9aa0ac;font-size:.8rem}dd{margin:0;font-weight:600}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.88rem}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #262a33;vertical-align:top}code{overflow-wrap:anywhere;font-size:.9em}a{color:#8fb8e8}th{color:#9aa0ac;font-weight:500}
.strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:.8rem}figure{margin:0}img{width:100%;display:block;border-radius:6px}figcaption{font-size:.8rem;color:#9aa0ac}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:1.2rem}article{background:#181b23;border-radius:8px;padding:.8rem;border-left:3px solid #3a3f4b}article.circled{border-color:#7fc29b}article.ng{border-color:#c0705f;opacity:.8}
article p{margin:.3rem 0;font-size:.85rem}.prompt{color:#9aa0ac}.timeline{display:flex;gap:2px;font-size:.7rem}.timeline span{background:#2a3040;padding:.35rem .2rem;overflow:hidden;text-align:center;border-radius:3px}
blockquote{margin:.3rem 0 .6rem;padding-left:.8rem;border-left:2px solid #f0b27a;color:#c9c6bf}.overrun{color:#ff8a7a;font-weight:700}.missing{color:#c0705f}`

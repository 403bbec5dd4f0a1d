import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cellWidth } from '../src/cli/text-table.ts'

/**
 * The README's pictures of the live view, from a recording of a production on a terminal:
 *
 *     script -qc "stty cols 112 rows 34; npx --no-install claude-studio produce …" film.typescript
 *     npx --no-install node bench/terminal-pictures.ts film.typescript docs/images
 *
 * Writes `live-pilots.svg`, `live-shoot.svg` and `live-wrapped.svg`: the fullest picture of the pilots and of the shoot
 * while takes were on their way, and what the program left on the screen at the end. Paths are shortened to begin at the
 * folder of productions.
 */
const [recording, folder] = process.argv.slice(2)
if (!recording || !folder) throw new TypeError('Say the recording and the folder for the pictures')

/** A piece of a line in one colour. */
interface Run {
  readonly text: string
  readonly colour: string
  readonly isBold: boolean
  /** Cells to the left of it. */
  readonly column: number
}

const esc = String.fromCharCode(27)
const plainColour = '#d5d8de'
const cell = { width: 8.4, height: 19 }
const margin = 18

/** The pictures that ink drew one over the other: each begins by taking the lines of the one before back. */
const picturesOf = (text: string): readonly string[] =>
  withoutOthers(text)
    .replaceAll('\r', '')
    .split(new RegExp(`(?:${esc}\\[2K(?:${esc}\\[1A)?)+(?:${esc}\\[G)?`))
    .map((picture) => picture.replaceAll(new RegExp(`${esc}\\[\\?[0-9]+[hl]`, 'g'), ''))
    .filter((picture) => picture.trim() !== '')

/** Without the words of `script` itself and the spinner of npm, and without where on the machine it was. */
const withoutOthers = (text: string): string =>
  text
    .replace(/^Script started[^\n]*\n/, '')
    .replace(/\nScript done[^\n]*\n?$/, '')
    .replaceAll(new RegExp(`[\u2800-\u28ff]?${esc}\\[(?:1G|0K)`, 'gu'), '')
    .replaceAll(/\/[^\s]*\/productions\//g, '…/productions/')

const plain = (picture: string): string =>
  picture.replaceAll(new RegExp(`${esc}\\[[0-9;]*m`, 'g'), '')

/** The picture in which most happens at once. */
const fullest = (pictures: readonly string[], stage: string): string => {
  const bars = (picture: string): number => plain(picture).match(/━─.*…/g)?.length ?? 0
  const shown = pictures.filter((picture) => plain(picture).includes(`▸ ${stage}`))
  const most = Math.max(...shown.map(bars))
  const found = shown.findLast((picture) => bars(picture) === most)
  if (!found) throw new Error(`The recording never shows the stage ${stage}`)
  return found
}

/** A colour of the terminal's 256, as the cube and the grey ramp of xterm define it (xterm's 256colres.pl). */
const colourOf = (index: number): string => {
  if (index >= 232)
    return `rgb(${Array(3)
      .fill(8 + (index - 232) * 10)
      .join(',')})`
  if (index < 16) return plainColour
  const part = (place: number): number => {
    const level = Math.floor((index - 16) / place) % 6
    return level === 0 ? 0 : 55 + level * 40
  }
  return `rgb(${part(36)},${part(6)},${part(1)})`
}

/** Lines as runs of one colour; colour and weight are carried on as a terminal does. */
const linesOf = (picture: string): readonly (readonly Run[])[] => {
  let [colour, isBold] = [plainColour, false]
  const codes = (words: string): void => {
    const [first, , index] = words.split(';')
    if (first === '38') colour = colourOf(Number(index))
    else if (first === '39' || first === '0' || first === '') colour = plainColour
    if (first === '1') isBold = true
    else if (first === '22' || first === '0' || first === '') isBold = false
  }
  return picture
    .trimEnd()
    .split('\n')
    .map((line) => {
      const runs: Run[] = []
      let column = 0
      for (const [, words, text = ''] of line.matchAll(
        new RegExp(`(?:${esc}\\[([0-9;]*)m)?([^${esc}]*)`, 'g'),
      )) {
        if (words !== undefined) codes(words)
        if (text === '') continue
        runs.push({ text, colour, isBold, column })
        column += cellWidth(text)
      }
      return runs
    })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const svgOf = (title: string, picture: string): string => {
  const lines = linesOf(picture)
  const columns = Math.max(...lines.flat().map(({ text, column }) => column + cellWidth(text)))
  const width = Math.ceil(columns * cell.width + 2 * margin)
  const height = Math.ceil(lines.length * cell.height + 2 * margin)
  const runs = lines.flatMap((line, row) =>
    line
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, colour, isBold, column }) => {
        const x = (margin + column * cell.width).toFixed(1)
        const y = (margin + (row + 0.75) * cell.height).toFixed(1)
        const length = (cellWidth(text) * cell.width).toFixed(1)
        const weight = isBold ? ' font-weight="bold"' : ''
        return `<text x="${x}" y="${y}" textLength="${length}" fill="${colour}"${weight} xml:space="preserve">${escaped(text)}</text>`
      }),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#16181d"/>`,
    ...runs,
    '</svg>\n',
  ].join('\n')
}

const pictures = picturesOf(readFileSync(recording, 'utf8'))
const chosen = [
  ['live-pilots', 'The pilots side by side', fullest(pictures, 'Pilots')],
  ['live-shoot', 'The winner’s other scenes', fullest(pictures, 'Shoot')],
  ['live-wrapped', 'What was made', pictures.at(-1) ?? ''],
] as const
for (const [name, title, picture] of chosen) {
  writeFileSync(join(folder, `${name}.svg`), svgOf(title, picture))
}
console.log(`${pictures.length} pictures seen, ${chosen.length} drawn in ${folder}`)

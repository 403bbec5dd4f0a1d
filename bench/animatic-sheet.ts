import { writeFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { frames, rate24 } from '../src/domain/time.ts'
import { shotFrames } from '../src/providers/animatic/shot-frames.ts'
import type { Look } from '../src/providers/animatic/stage-types.ts'
import {
  outdoorPlaces,
  type TimeOfDay,
  timesOfDay,
  type Weather,
  weathers,
} from '../src/providers/animatic/vocabulary.ts'

/** Draws a contact sheet of what the animatic vendor can draw: `npx --no-install node bench/animatic-sheet.ts OUT.png`. */
const [output = 'animatic-sheet.png'] = process.argv.slice(2)

interface Cell {
  readonly place: string
  readonly time: TimeOfDay
  readonly weather: Weather
  readonly look: Look
}

const size = { width: 320, height: 180 }
const columns = 7

const cells: readonly Cell[] = [
  ...outdoorPlaces.map((place, index): Cell => {
    const time = timesOfDay[index % timesOfDay.length] ?? 'day'
    return { place, time, weather: 'clear', look: 'painted' }
  }),
  ...['kitchen', 'living room', 'bedroom', 'office', 'cafe', 'library'].map(
    (place): Cell => ({ place, time: 'morning', weather: 'clear', look: 'painted' }),
  ),
  ...timesOfDay.map(
    (time): Cell => ({ place: 'mountain lake', time, weather: 'clear', look: 'painted' }),
  ),
  ...weathers.map(
    (weather): Cell => ({ place: 'city street', time: 'dusk', weather, look: 'painted' }),
  ),
  ...(['sketch', 'motion', 'painted', 'feature'] as const).map(
    (look): Cell => ({ place: 'village', time: 'golden hour', weather: 'clear', look }),
  ),
]

const label = 22
const rows = Math.ceil(cells.length / columns)
const sheet = createCanvas(columns * size.width, rows * (size.height + label))
const brush = sheet.getContext('2d')
brush.fillStyle = '#15161a'
brush.fillRect(0, 0, sheet.width, sheet.height)

for (const [index, cell] of cells.entries()) {
  const film = await shotFrames({
    look: cell.look,
    weaknesses: { adherence: 1, drift: 0 },
    order: {
      prompt: '',
      picture: {
        ...{ place: cell.place, timeOfDay: cell.time, weather: cell.weather, mood: 'neutral' },
        ...{ subjects: [], objects: [], camera: 'static', framing: 'wide', style: '', avoid: [] },
      },
      ...{
        cast: [],
        length: frames(48),
        rate: rate24,
        size,
        firstFrame: null,
        lastFrame: null,
        seed: 5,
        slate: null,
      },
    },
  })
  const cellCanvas = createCanvas(size.width, size.height)
  const image = cellCanvas.getContext('2d').createImageData(size.width, size.height)
  film.drawInto(24, new Uint8Array(image.data.buffer))
  cellCanvas.getContext('2d').putImageData(image, 0, 0)
  const [x, y] = [
    (index % columns) * size.width,
    Math.floor(index / columns) * (size.height + label),
  ]
  brush.drawImage(cellCanvas, x, y + label)
  brush.fillStyle = '#e8e8ee'
  brush.font = '13px sans-serif'
  brush.fillText(`${cell.place} · ${cell.time} · ${cell.weather} · ${cell.look}`, x + 6, y + 15)
}
writeFileSync(output, sheet.toBuffer('image/png'))
console.log(`${cells.length} pictures in ${output}`)

import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { bench, campfire, streetLamp, tent, tree } from './camp-things.ts'
import { type Pen, type Thing, thing } from './thing.ts'
import {
  bicycle,
  boat,
  car,
  hotAir,
  rocket,
  sailboat,
  spaceStation,
  taxi,
} from './vehicle-things.ts'

const guitar = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b0763c')
  pen.line('#4a3020', 0.055, [0, 0.4, 0, 0.9])
  pen.box('#3a281c', -0.045, 0.88, 0.045, 1)
  pen.soft(
    tone,
    [
      -0.19, 0.08, -0.21, 0.2, -0.13, 0.33, -0.16, 0.44, -0.06, 0.52, 0.06, 0.52, 0.16, 0.44, 0.13,
      0.33, 0.21, 0.2, 0.19, 0.08, 0, 0,
    ],
  )
  pen.oval('#2a1c14', 0, 0.33, 0.065, 0.065)
  pen.line('#d8d0c0', 0.006, [0, 0.12, 0, 0.9], 0.7)
  pen.box('#2a1c14', -0.09, 0.13, 0.09, 0.155)
}

const piano = (pen: Pen, colour: Rgb | null): void => {
  const lacquer = colour ?? readColour('#2a2326')
  pen.box(lacquer, -0.66, 0.02, 0.66, 0.96)
  pen.box(shift(lacquer, 0.08), -0.7, 0.94, 0.7, 1)
  pen.box(shift(lacquer, 0.08), -0.7, 0.48, 0.7, 0.58)
  pen.box('#efeae0', -0.6, 0.56, 0.6, 0.63, { shade: 0.3 })
  for (let index = 0; index < 20; index += 1)
    if (index % 7 !== 2 && index % 7 !== 6)
      pen.box('#161418', -0.57 + index * 0.058, 0.585, -0.54 + index * 0.058, 0.63, {
        shade: 0,
        outline: false,
      })
  for (const x of [-0.62, 0.62]) pen.box(lacquer, x - 0.04, 0, x + 0.04, 0.5)
}

const painting = (pen: Pen): void => {
  pen.box('#a4823f', -0.62, 0, 0.62, 1)
  pen.box('#e0b890', -0.54, 0.08, 0.54, 0.92, { shade: 0.3 })
  pen.soft(
    '#8094b8',
    [-0.54, 0.08, -0.54, 0.44, -0.2, 0.62, 0.1, 0.42, 0.32, 0.56, 0.54, 0.4, 0.54, 0.08],
    { outline: false },
  )
  pen.soft('#56705a', [-0.54, 0.08, -0.54, 0.28, 0, 0.22, 0.54, 0.3, 0.54, 0.08], {
    outline: false,
  })
  pen.oval('#f6e2a8', 0.22, 0.74, 0.07, 0.07, { shade: 0, outline: false })
}

const table = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#8a6446')
  for (const x of [-0.62, 0.62]) pen.line(shift(wood, -0.3), 0.07, [x, 0, x * 0.96, 0.92])
  pen.hard(wood, [-0.86, 0.92, 0.86, 0.92, 0.76, 1, -0.76, 1])
  pen.box(shift(wood, -0.2), -0.86, 0.85, 0.86, 0.92)
}

const chair = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#765439')
  for (const x of [-0.2, 0.2]) pen.line(wood, 0.05, [x, 0, x, 0.48])
  pen.box(wood, -0.24, 0.46, 0.24, 0.53)
  for (const x of [-0.2, 0.2]) pen.line(wood, 0.05, [x, 0.5, x * 1.05, 1])
  for (const y of [0.68, 0.84]) pen.box(wood, -0.22, y, 0.22, y + 0.08)
}

/** Things that stand on the ground by themselves. */
export const bigThings: readonly Thing[] = [
  thing('space station', /\b(?:space ?stations?|satellites?|space ?ships?|space ?craft)\b/u, 9, {
    paint: spaceStation,
    place: 'air',
    moves: true,
    travels: true,
    wide: 2.6,
  }),
  thing('hot-air balloon', /hot[- ]air balloons?/u, 16, {
    paint: hotAir,
    place: 'air',
    travels: true,
    rises: true,
    moves: true,
    wide: 0.8,
  }),
  thing('taxi', /\b(?:taxis?|cabs?|taxicabs?)\b/u, 1.45, {
    paint: taxi,
    travels: true,
    driven: true,
    wide: 3.1,
  }),
  thing('car', /\b(?:cars?|vehicle|sedan|convertible|automobile|truck|van)\b/u, 1.45, {
    paint: car,
    travels: true,
    driven: true,
    wide: 3.1,
  }),
  thing('bicycle', /\b(?:bicycles?|bikes?|cycle)\b/u, 1.02, {
    paint: bicycle,
    wide: 1.8,
  }),
  thing('sailboat', /\b(?:sail ?boats?|ships?|yachts?|schooner)\b/u, 6, {
    paint: sailboat,
    moves: true,
    travels: true,
    wide: 0.95,
  }),
  thing('boat', /\b(?:boats?|canoes?|rowboat|kayak|raft)\b/u, 0.8, {
    paint: boat,
    moves: true,
    travels: true,
    wide: 3.6,
  }),
  thing('tent', /\btents?\b/u, 1.5, { paint: tent, wide: 2.2 }),
  thing('campfire', /\b(?:campfire|bonfire|fire|fires)\b/u, 0.7, {
    paint: campfire,
    moves: true,
    wide: 1.4,
  }),
  thing('tree', /\b(?:trees?|oak|maple)\b/u, 4.6, { paint: tree, moves: true, wide: 0.8 }),
  thing('bench', /\bbench(?:es)?\b/u, 0.86, { paint: bench, wide: 2.1 }),
  thing('guitar', /\bguitars?\b/u, 1.0, { paint: guitar, wide: 0.42 }),
  thing('piano', /\bpianos?\b/u, 1.25, { paint: piano, wide: 1.4 }),
  thing('painting', /\b(?:paintings?|canvas|portrait|picture frame)\b/u, 0.8, {
    paint: painting,
    wide: 1.24,
  }),
  thing('rocket', /\brockets?\b/u, 5.5, {
    paint: rocket,
    rises: true,
    wide: 0.42,
  }),
  thing('street lamp', /\b(?:street ?(?:lamps?|lights?)|lamp ?posts?)\b/u, 4, {
    paint: streetLamp,
    wide: 0.2,
  }),
  thing('table', /\btables?\b/u, 0.76, { paint: table, wide: 1.7 }),
  thing('chair', /\b(?:chairs?|stool)\b/u, 0.92, { paint: chair, wide: 0.5 }),
]

import type { Brush } from '../brush/brush.ts'
import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Appearance } from '../people/appearance.ts'
import type { HeadShape } from '../people/head-shape.ts'
import type { Extra } from './extras.ts'
import { band, crown, hats, type PaintHat, visor } from './hats.ts'
import { paintHelmet } from './helmets.ts'

/** What a hat is painted with. */
export interface HeadwearRequest {
  readonly brush: Brush
  readonly head: HeadShape
  readonly appearance: Appearance
}

/** A white shell round the head with a visor that mirrors light and lets the face be seen. */
const paintSpaceHelmet = ({ brush, head }: HeadwearRequest, colour: Rgb): void => {
  const radius = head.size * 0.72
  const white = readColour('#eceae4')
  const ring = Array.from({ length: 25 }, (_, step) => {
    const angle = (step / 24) * Math.PI * 2
    return { x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius }
  })
  if (head.facing(0) < -0.1) {
    brush.shape(ring.slice(0, -1), white)
    return
  }
  const middle = { x: Math.sin(head.yaw) * head.size * 0.16, y: head.size * 0.02 }
  const glass = { rx: radius * (0.66 + Math.cos(head.yaw) * 0.12), ry: radius * 0.74 }
  brush.oval(middle, glass, readColour('#2c4258'), { alpha: 0.14, outline: false })
  const way = Math.sign(brush.light.direction || 1)
  const arc = [0.4, 0.8, 1.2].map((angle) => ({
    x: middle.x + way * Math.sin(angle) * glass.rx * 0.82,
    y: middle.y - Math.cos(angle) * glass.ry * 0.82,
  }))
  brush.stroke(arc, head.size * 0.07, readColour('#ffffff'), 0.7)
  brush.stroke(ring, head.size * 0.2, brush.tone(white))
  brush.stroke(
    ring.map(({ x, y }) => ({
      x: middle.x + (x / radius) * glass.rx,
      y: middle.y + (y / radius) * glass.ry,
    })),
    head.size * 0.05,
    brush.tone(shift(colour, -0.2)),
  )
}

const painters: Partial<Record<Extra, PaintHat>> = {
  ...hats,
  beanie: (request, colour) => {
    request.brush.shape(crown(request.head, 0.2, 1.09, 1.12), colour)
    request.brush.stroke(
      band(request.head, 0.215, 1.1),
      request.head.size * 0.1,
      request.brush.tone(shift(colour, -0.14)),
    )
  },
  cap: (request, colour) => {
    const { head, brush } = request
    brush.shape(crown(head, 0.24, 1.07, 1.04), colour)
    visor(request, shift(colour, -0.18), 1.62)
  },
  'chef-hat': (request, colour) => {
    const { head, brush } = request
    for (const [x, y, radius] of [
      [-0.22, 0.66, 0.2],
      [0.22, 0.66, 0.2],
      [0, 0.74, 0.24],
    ] as const) {
      brush.oval(
        { x: x * head.size, y: -y * head.size },
        { rx: radius * head.size, ry: radius * head.size * 0.85 },
        colour,
      )
    }
    brush.shape(crown(head, 0.28, 1.04, 1.5), colour)
  },
  helmet: (request, colour) => {
    if (request.appearance.top.kind === 'spacesuit') paintSpaceHelmet(request, colour)
    else paintHelmet(request, colour)
  },
  crown: (request, colour) => {
    const { head, brush } = request
    const low = band(head, 0.32, 1.06)
    const high = low.toReversed().map(({ x, y }, index) => ({
      x: x * 1.08,
      y: y - head.size * (index % 2 === 0 ? 0.26 : 0.12),
    }))
    brush.block([...low, ...high], colour)
  },
  hood: (request, colour) => {
    const { head, brush } = request
    const rim = [...band(head, 0.33, 1.02)]
    brush.shape([...crown(head, 0.3, 1.2, 1.05)], colour)
    for (const side of [-1, 1]) {
      const top = head.at({ turn: side * 1.1, height: 0.3, out: 1.12 })
      if (head.facing(side * 1.1) < -0.4) continue
      brush.tube(
        [
          { ...top, r: head.size * 0.08 },
          { ...head.at({ turn: side * 1.35, height: 0, out: 1.14 }), r: head.size * 0.1 },
          {
            x: (rim[6]?.x ?? 0) * 0.2 + side * head.size * 0.2,
            y: head.size * 0.52,
            r: head.size * 0.1,
          },
        ],
        colour,
      )
    }
  },
  glasses: (request, colour) => {
    const { head, brush } = request
    if (head.facing(0) < 0 || head.size < 22) return
    const width = Math.max(1, head.size * 0.014)
    for (const side of [-1, 1]) {
      const facing = head.facing(side * 0.42)
      if (facing < 0.15) continue
      const eye = head.at({ turn: side * 0.42, height: 0.005, out: 1.05 })
      const { context } = brush
      context.beginPath()
      context.ellipse(
        eye.x,
        eye.y,
        head.size * 0.115 * Math.min(1, facing * 1.1),
        head.size * 0.088,
        0,
        0,
        Math.PI * 2,
      )
      context.fillStyle = 'rgba(230,240,250,0.1)'
      context.fill()
      context.lineWidth = width
      context.strokeStyle = `rgba(${colour.r},${colour.g},${colour.b},0.9)`
      context.stroke()
      const [hinge, ear] = [
        head.at({ turn: side * 0.78, height: 0.02, out: 1.05 }),
        head.at({ turn: side * 1.5, height: 0.01, out: 1.02 }),
      ]
      if (head.facing(side * 1.0) > 0) brush.stroke([hinge, ear], width, colour, 0.9)
    }
    brush.stroke(
      [
        head.at({ turn: -0.14, height: 0.025, out: 1.08 }),
        head.at({ turn: 0.14, height: 0.025, out: 1.08 }),
      ],
      width,
      colour,
      0.9,
    )
  },
}

/** Hats, helmets and glasses. */
export const paintHeadwear = (request: HeadwearRequest): void => {
  for (const [extra, colour] of request.appearance.extras) painters[extra]?.(request, colour)
}

import type { Brush } from '../brush/brush.ts'
import { mix, type Rgb, rgb } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import { blend, type Point } from '../brush/geometry.ts'
import type { Appearance } from './appearance.ts'
import type { HeadShape } from './head-shape.ts'

/** What hair is painted with. */
export interface HairRequest {
  readonly brush: Brush
  readonly head: HeadShape
  readonly appearance: Appearance
  readonly time: number
}

const thickness = (appearance: Appearance): number => {
  const table = {
    bald: 1,
    receding: 1.045,
    cropped: 1.025,
    short: 1.09,
    bob: 1.12,
    long: 1.11,
    curly: 1.2,
    bun: 1.06,
    ponytail: 1.06,
  }
  const fuller = appearance.hair.cut === 'short' && appearance.sex === 'woman' ? 0.06 : 0
  return table[appearance.hair.cut] + fuller
}

/** Hair that hangs behind the head. Painted before the head of one who looks at the viewer, after it otherwise. */
export const paintBackHair = (request: HairRequest): void => {
  const { brush, head, appearance, time } = request
  const { cut, colour } = appearance.hair
  const size = head.size
  const sway = Math.sin(time * 1.3 + size) * 0.025 + Math.sin(time * 2.9) * 0.008
  if (cut === 'bun') {
    const at = head.at({ turn: Math.PI, height: 0.34, out: 1.25 })
    brush.oval(at, { rx: size * 0.17, ry: size * 0.16 }, colour)
  }
  if (cut === 'ponytail') {
    const root = head.at({ turn: Math.PI, height: 0.26, out: 1.05 })
    const back = -Math.sin(head.yaw)
    brush.tube(
      [
        { ...root, r: size * 0.06 },
        { x: root.x + back * size * 0.16, y: root.y + size * 0.1, r: size * 0.11 },
        { x: root.x + (back * 0.2 + sway) * size, y: root.y + size * 0.45, r: size * 0.1 },
        { x: root.x + (back * 0.16 + sway * 2) * size, y: root.y + size * 0.82, r: size * 0.03 },
      ],
      colour,
    )
  }
  if (cut !== 'long' && cut !== 'bob' && cut !== 'curly') return
  const drop = cut === 'long' ? -1.0 : cut === 'bob' ? -0.56 : -0.42
  const lobe = cut === 'long' ? 0.44 : cut === 'bob' ? 0.47 : 0.52
  const back = -Math.sin(head.yaw) * 0.16
  const wide = lobe * blend(1, 0.78, Math.abs(Math.sin(head.yaw)))
  brush.shape(
    [
      ...head.outline(thickness(appearance), 0.1),
      { x: (back - wide) * size, y: -drop * 0.1 * size },
      { x: (back - wide * 1.02 + sway) * size, y: -drop * 0.65 * size },
      { x: (back - wide * 0.72 + sway * 1.6) * size, y: -drop * size },
      { x: (back + sway * 1.4) * size, y: -drop * 1.03 * size },
      { x: (back + wide * 0.72 + sway * 1.6) * size, y: -drop * size },
      { x: (back + wide * 1.02 + sway) * size, y: -drop * 0.65 * size },
      { x: (back + wide) * size, y: -drop * 0.1 * size },
    ],
    mix(colour, rgb(20, 14, 14), 0.25),
  )
}

type Line = readonly (readonly [number, number])[]

/** An old man's hair gone from the crown. */
const ringOfHair: Line = [
  [0, 0.49],
  [0.5, 0.475],
  [0.85, 0.36],
  [1.05, 0.16],
  [1.24, -0.05],
  [1.42, -0.02],
  [1.75, -0.12],
  [Math.PI, -0.26],
]

/** An old man's hair gone from the temples. */
const highTemples: Line = [
  [0, 0.36],
  [0.3, 0.38],
  [0.62, 0.41],
  [0.85, 0.3],
  [1.05, 0.15],
  [1.24, -0.05],
  [1.42, -0.03],
  [1.75, -0.13],
  [Math.PI, -0.26],
]

/** Where the hair begins: turn from the nose and height. */
const hairline = ({ hair: { cut }, age, sex }: Appearance): Line => {
  const draped = cut === 'long' || cut === 'bob' || cut === 'curly'
  const front = age === 'child' ? 0.24 : 0.31
  if (draped)
    return [
      [0, front - 0.01],
      [0.35, 0.28],
      [0.75, 0.2],
      [1.05, 0.02],
      [1.3, -0.16],
      [1.75, -0.3],
      [Math.PI, -0.34],
    ]
  if (cut === 'receding') return ringOfHair
  if (age === 'old' && sex === 'man') return highTemples
  if (cut === 'short' && sex === 'woman')
    return [
      [0, 0.25],
      [0.4, 0.225],
      [0.8, 0.17],
      [1.05, 0.02],
      [1.2, -0.15],
      [1.45, -0.2],
      [1.8, -0.28],
      [Math.PI, -0.36],
    ]
  return [
    [0, front],
    [0.4, front - 0.005],
    [0.8, 0.235],
    [1.05, 0.14],
    [1.24, -0.05],
    [1.42, -0.04],
    [1.75, -0.14],
    [2.3, -0.22],
    [Math.PI, -0.26],
  ]
}

const lineHeight = (line: Line, turn: number): number => {
  const folded = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
  for (let index = 1; index < line.length; index += 1) {
    const [low, high] = [line[index - 1], line[index]]
    if (low && high && folded <= high[0]) {
      return blend(low[1], high[1], (folded - low[0]) / (high[0] - low[0]))
    }
  }
  return line.at(-1)?.[1] ?? 0
}

/** Hair that lies on the head. */
export const paintHair = (request: HairRequest): void => {
  const { brush, head, appearance } = request
  const { cut, colour } = appearance.hair
  if (cut === 'bald') return
  const line = hairline(appearance)
  const edge: Point[] = []
  for (let step = 0; step <= 16; step += 1) {
    const turn = -head.yaw - Math.PI / 2 + (step / 16) * Math.PI
    const parted = cut === 'short' || cut === 'bob' ? Math.sin(turn * 2.2 + 0.7) * 0.018 : 0
    edge.push(head.at({ turn, height: lineHeight(line, turn) + parted, out: 1.012 }))
  }
  const [first, last] = [edge[0], edge.at(-1)]
  if (!first || !last) return
  const over = silhouette(head, appearance)
  const right = over.filter((point) => point.x >= 0 && point.y < last.y)
  const left = over.filter((point) => point.x < 0 && point.y < first.y)
  const cap = [...edge, ...right, ...left]
  if (cut === 'curly') paintCurls(request, [...right, ...left])
  brush.shape(cap, colour, { alpha: cut === 'cropped' ? 0.86 : 1 })
  paintStrands(request, line)
  if (cut === 'long' || cut === 'bob') paintLocks(request)
}

/** The outline of the hair: a man's short hair is full on top and lies close at the sides and in the neck. */
const silhouette = (head: HeadShape, appearance: Appearance): readonly Point[] => {
  const thick = thickness(appearance)
  const { cut } = appearance.hair
  const full = head.outline(thick)
  if (appearance.sex === 'woman' || (cut !== 'short' && cut !== 'receding')) return full
  const close = head.outline(1.02)
  return full.map((point, index) => {
    const near = close[index] ?? point
    const share = Math.max(0, Math.min(1, (-point.y / head.size - 0.02) / 0.3))
    const lift = cut === 'short' ? share * share * head.size * 0.03 : 0
    return { x: blend(near.x, point.x, share), y: blend(near.y, point.y, share) - lift }
  })
}

const paintCurls = ({ brush, head, appearance }: HairRequest, rim: readonly Point[]): void => {
  const dice = makeDice(Math.round(head.size) % 7)
  for (const point of rim) {
    const radius = head.size * dice.between(0.075, 0.11)
    brush.oval(point, { rx: radius, ry: radius }, appearance.hair.colour)
  }
}

const paintStrands = ({ brush, head, appearance }: HairRequest, line: Line): void => {
  if (head.size < 40 || brush.look === 'motion') return
  const base = appearance.hair.colour
  const strand = (turn: number, colour: Rgb, alpha: number): void => {
    if (head.facing(turn) < 0.1) return
    const low = lineHeight(line, turn) + 0.02
    const points = [0, 0.35, 0.7, 1].map((share) =>
      head.at({
        turn: turn * (1 - share * 0.25),
        height: blend(low, 0.47, share ** 0.8),
        out: 1.04 + share * 0.05,
      }),
    )
    brush.stroke(points, head.size * 0.012, colour, alpha)
  }
  for (let index = -9; index <= 9; index += 1) {
    const turn = index * 0.17 - head.yaw
    const light = index % 3 === 0
    strand(turn, brush.tone(base, light ? 0.22 : -0.3), light ? 0.3 : 0.25)
  }
}

const paintLocks = ({ brush, head, appearance, time }: HairRequest): void => {
  const size = head.size
  const long = appearance.hair.cut === 'long'
  const sway = Math.sin(time * 1.3 + size) * 0.02
  for (const side of [-1, 1]) {
    const turn = side * 1.22
    if (head.facing(turn) < -0.12) continue
    const top = head.at({ turn: side * 0.5, height: 0.37, out: 1.04 })
    const temple = head.at({ turn: side * 1.0, height: 0.17, out: 1.07 })
    const cheek = head.at({ turn, height: -0.08, out: 1.14 })
    const away = Math.sign(cheek.x || side)
    const end = long ? 0.86 : 0.5
    const lock = [
      { ...top, r: size * 0.02 },
      { ...temple, r: size * 0.05 },
      { ...cheek, r: size * 0.062 },
      { x: cheek.x + away * size * 0.03, y: size * end * 0.5, r: size * 0.075 },
      { x: cheek.x + (away * 0.045 + sway) * size, y: size * end * 0.8, r: size * 0.06 },
      { x: cheek.x + (away * 0.0 + sway * 1.6) * size, y: size * end, r: size * 0.012 },
    ]
    brush.tube(lock, appearance.hair.colour)
    if (brush.look === 'motion' || size < 40) continue
    for (const offset of [-0.4, 0.3])
      brush.stroke(
        lock.slice(1).map(({ x, y, r }) => ({ x: x + r * offset, y })),
        size * 0.01,
        brush.tone(appearance.hair.colour, offset > 0 ? 0.2 : -0.3),
        0.3,
      )
  }
}

/** Beard and moustache. */
export const paintBeard = ({ brush, head, appearance }: HairRequest): void => {
  const { beard } = appearance
  if (beard === 'none' || head.facing(0) < -0.2) return
  const colour =
    appearance.hair.cut === 'bald'
      ? rgb(70, 56, 48)
      : mix(appearance.hair.colour, rgb(60, 44, 36), 0.15)
  const visible = (turn: number): number => {
    const limit = Math.PI / 2 - 0.05
    return Math.max(-head.yaw - limit, Math.min(-head.yaw + limit, turn))
  }
  if (beard !== 'moustache') {
    const drop = beard === 'long' ? 0.42 : beard === 'short' ? 0.06 : 0
    const upper = [-1.28, -1.0, -0.62, -0.36, 0, 0.36, 0.62, 1.0, 1.28].map((turn, index) => {
      const heights = [-0.02, -0.16, -0.25, -0.2, -0.185, -0.2, -0.25, -0.16, -0.02]
      return head.at({ turn: visible(turn), height: heights[index] ?? -0.2, out: 1.01 })
    })
    const chin = head.at({ turn: 0, height: -0.49, out: 1.03 })
    const jaw = head.outline(1.03).filter((point) => point.y > head.size * 0.12)
    const right = jaw.filter((point) => point.x >= chin.x).toSorted((a, b) => a.y - b.y)
    const left = jaw.filter((point) => point.x < chin.x).toSorted((a, b) => b.y - a.y)
    const tip = { x: chin.x, y: chin.y + drop * head.size }
    const alpha = beard === 'stubble' ? 0.3 : 0.95
    brush.shape([...upper, ...right.slice(0, -1), tip, ...left.slice(1)], colour, {
      outline: beard !== 'stubble',
      alpha,
    })
  }
  if (beard === 'stubble') return
  const lip = [-0.36, -0.15, 0, 0.15, 0.36].map((turn, index) => ({
    ...head.at({ turn, height: [-0.235, -0.195, -0.2, -0.195, -0.235][index] ?? -0.2, out: 1.05 }),
    r: head.size * ([0.008, 0.022, 0.018, 0.022, 0.008][index] ?? 0.01),
  }))
  brush.tube(lip, colour, { shade: 0.5, outline: false })
}

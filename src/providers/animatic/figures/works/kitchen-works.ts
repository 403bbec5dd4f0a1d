import { readColour, shift } from '../brush/colour.ts'
import { counter, levelOf, oak, type Spot, steam, steel, table, type WorkKit } from './work-kit.ts'
import type { WorkPainter } from './work-painter.ts'

const flour = readColour('#f4efe4')
const doughColour = readColour('#e6d2a8')
const crust = readColour('#b9793a')
const enamel = readColour('#e8e4da')
const brick = readColour('#9a5a42')

/** A lump of dough under the hands on a floured table, a rolling pin beside it. */
export const dough: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    table(kit, 0.85)
    const y = levelOf(kit)
    pen.oval(flour, 0, y - 0.01, 0.34, 0.035, { outline: false, alpha: 0.85, shade: 0.1 })
    const press = Math.sin((pen.time / 1.5) * Math.PI * 2) * 0.02
    pen.soft(doughColour, [
      ...[-0.2 - press, y, -0.2 - press, y + 0.07, -0.08, y + 0.13 - press, 0.09, y + 0.12 - press],
      ...[0.21 + press, y + 0.07, 0.2 + press, y, 0, y - 0.03],
    ])
    pen.tube(shift(oak, 0.2), [0.42, y + 0.015, 0.034, 0.7, y - 0.005, 0.034])
    pen.line(shift(oak, -0.1), 0.024, [0.36, y + 0.02, 0.42, y + 0.015])
    pen.oval(flour, -0.5, y, 0.1, 0.02, { outline: false, alpha: 0.9 })
    kit.stand('jar', { x: -0.58, y }, 0.2, flour)
  },
}

/** An oven at the worker's side, loaves on a long peel that is drawn out of it. */
export const oven: WorkPainter = {
  under: (kit) => {
    const { pen, way, top } = kit
    const x = (near: number): number => way * near
    const mouth = top + 0.02
    const box = (
      colour: Parameters<typeof pen.box>[0],
      a: number,
      low: number,
      b: number,
      high: number,
    ): void => pen.box(colour, Math.min(x(a), x(b)), low, Math.max(x(a), x(b)), high)
    box(brick, 0.62, -0.1, 1.75, top + 0.62)
    for (let row = 0; row < 9; row += 1) {
      const y = row * 0.18
      pen.line(shift(brick, -0.3), 0.012, [x(0.62), y, x(1.75), y], 0.6)
      for (let stone = 0; stone < 4; stone += 1) {
        const at = 0.72 + stone * 0.3 + (row % 2) * 0.15
        pen.line(shift(brick, -0.3), 0.012, [x(at), y, x(at), y + 0.18], 0.5)
      }
    }
    box(shift(brick, -0.25), 0.56, top - 0.1, 1.78, top - 0.03)
    pen.soft('#2a1712', [
      ...[x(0.7), mouth - 0.03, x(0.7), mouth - 0.03, x(0.72), mouth + 0.26, x(0.95), mouth + 0.38],
      ...[x(1.35), mouth + 0.38, x(1.58), mouth + 0.26, x(1.6), mouth - 0.03, x(1.6), mouth - 0.03],
    ])
    pen.soft(
      '#ff9a3c',
      [
        x(1.0),
        mouth,
        x(1.1),
        mouth + 0.16,
        x(1.2),
        mouth + 0.22,
        x(1.3),
        mouth + 0.15,
        x(1.4),
        mouth,
      ],
      {
        glows: true,
        shade: 0.2,
        alpha: 0.85,
      },
    )
    pen.glow('#ff8a34', x(1.15), mouth + 0.12, 0.5, 0.5)
    kit.stand('bread', { x: x(1.36), y: mouth }, 0.12)
  },
  over: (kit) => {
    const { pen, way, left, right } = kit
    const hand = way * left.x > way * right.x ? left : right
    const other = hand === left ? right : left
    const slope = (hand.y - other.y) / (hand.x - other.x || 1)
    const at = (ahead: number): Spot => ({
      x: hand.x + way * ahead,
      y: hand.y + Math.max(-0.2, Math.min(0.2, slope)) * way * ahead * 0.4,
    })
    const [butt, neck, tip] = [at(-0.5), at(0.16), at(0.66)]
    pen.line(oak, 0.028, [butt.x, butt.y, neck.x, neck.y])
    pen.hard(shift(oak, 0.15), [
      ...[neck.x, neck.y + 0.012, tip.x, tip.y + 0.02],
      ...[tip.x, tip.y - 0.02, neck.x, neck.y - 0.02],
    ])
    for (const ahead of [0.28, 0.43, 0.58]) kit.stand('bread', { ...at(ahead) }, 0.11, crust)
    steam(kit, { x: at(0.44).x, y: at(0.44).y + 0.13 }, 0.25)
  },
}

/** A cake on its stand, and a bag of icing over it. */
export const cake: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    table(kit, 0.85)
    const y = levelOf(kit)
    pen.oval('#d8d4ca', 0, y, 0.2, 0.03)
    pen.tube('#d8d4ca', [0, y, 0.04, 0, y + 0.06, 0.03])
    pen.oval('#e6e2d8', 0, y + 0.065, 0.23, 0.032)
    const base = y + 0.07
    pen.box('#e9b9bf', -0.18, base, 0.18, base + 0.12, { shade: 0.6 })
    pen.oval('#e9b9bf', 0, base, 0.18, 0.024, { outline: false, shade: 0 })
    pen.oval('#f8f1ea', 0, base + 0.12, 0.18, 0.026)
    for (let drop = 0; drop < 9; drop += 1) {
      const x = -0.16 + drop * 0.04
      pen.oval('#f8f1ea', x, base + 0.11 - (drop % 3) * 0.012, 0.024, 0.03, { outline: false })
    }
    for (let berry = 0; berry < 5; berry += 1)
      pen.oval('#c2303a', -0.13 + berry * 0.065, base + 0.15, 0.022, 0.024)
    kit.stand('jar', { x: 0.5, y }, 0.14, readColour('#6f94b8'))
    pen.oval('#c2303a', -0.5, y + 0.02, 0.022, 0.022)
    pen.oval('#c2303a', -0.44, y + 0.015, 0.022, 0.022)
  },
  over: ({ pen, right }) => {
    pen.soft('#f1ead8', [
      ...[right.x - 0.05, right.y + 0.1, right.x + 0.05, right.y + 0.1],
      ...[
        right.x + 0.035,
        right.y,
        right.x + 0.008,
        right.y - 0.09,
        right.x - 0.008,
        right.y - 0.09,
      ],
      ...[right.x - 0.035, right.y],
    ])
    pen.tube(steel, [right.x, right.y - 0.07, 0.014, right.x, right.y - 0.11, 0.006])
  },
}

const espresso = ({ pen, way }: WorkKit, y: number): void => {
  const x = way * 0.5
  pen.box('#3a3d42', x - 0.3, y, x + 0.3, y + 0.06)
  pen.box(steel, x - 0.28, y + 0.06, x + 0.28, y + 0.44)
  pen.box('#2c2f34', x - 0.22, y + 0.07, x + 0.22, y + 0.24)
  pen.box('#b0382e', x - 0.3, y + 0.34, x + 0.3, y + 0.46)
  pen.oval('#f0ece0', x, y + 0.4, 0.035, 0.035)
  for (const side of [-0.11, 0.11]) {
    pen.box('#c9ced3', x + side - 0.045, y + 0.22, x + side + 0.045, y + 0.27)
    pen.line('#1c1c20', 0.026, [x + side, y + 0.23, x + side + 0.05, y + 0.2])
    pen.line('#5a3420', 0.01, [x + side, y + 0.21, x + side, y + 0.13])
    cup(pen, { x: x + side, y: y + 0.07 })
  }
  for (const side of [-0.2, -0.12, 0.12, 0.2]) cup(pen, { x: x + side, y: y + 0.46 })
}

const cup = (pen: WorkKit['pen'], { x, y }: Spot, size = 1): void => {
  pen.line('#efe9dc', 0.012, [
    x + 0.03 * size,
    y + 0.055 * size,
    x + 0.06 * size,
    y + 0.04 * size,
    x + 0.03 * size,
    y + 0.02 * size,
  ])
  pen.tube('#efe9dc', [x, y, 0.024 * size, x, y + 0.065 * size, 0.036 * size])
}

/** Whether coffee is made by a machine: where guests drink it. */
const hasMachine = ({ place, on, indoors }: WorkKit): boolean =>
  indoors && /caf|coffee|bar\b|bistro|restaurant|diner/u.test(place) && !/\btea\b/u.test(on)

/** A pot poured into a cup on the table; in a café, beside its machine. */
export const coffee: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    const y = levelOf(kit)
    if (hasMachine(kit)) {
      counter(kit, 1.15, readColour('#5a4334'), readColour('#3c3029'))
      espresso(kit, y + 0.02)
    } else {
      table(kit, 0.75)
      kit.stand(/\btea\b/u.test(kit.on) ? 'teapot' : 'jar', { x: kit.way * 0.45, y }, 0.16)
    }
    pen.oval('#e4ddce', 0, y, 0.085, 0.018)
    cup(pen, { x: 0, y: y + 0.006 }, 1.35)
    pen.oval('#6b4426', 0, y + 0.09, 0.042, 0.01, { outline: false })
    steam(kit, { x: -0.02, y: y + 0.11 }, 0.3)
  },
  over: (kit) => {
    const { pen, right } = kit
    const y = levelOf(kit)
    const tea = /\btea\b/u.test(kit.on)
    const body = tea ? readColour('#4f7f8c') : steel
    // The pot tips over the cup: its spout is above it.
    const way = right.x < 0 ? 1 : -1
    const at = (x: number, up: number): number[] => [right.x + way * x, right.y + up]
    pen.line('#2a2a2e', 0.022, [...at(-0.02, 0.07), ...at(-0.05, 0.02), ...at(-0.01, -0.05)])
    pen.soft(body, [
      ...at(0.0, 0.08),
      ...at(0.1, 0.1),
      ...at(0.16, 0.04),
      ...at(0.13, -0.05),
      ...at(0.04, -0.09),
      ...at(-0.03, -0.03),
    ])
    pen.soft(body, [...at(0.13, 0.05), ...at(0.2, 0.035), ...at(0.21, 0.02), ...at(0.13, -0.02)])
    pen.oval(shift(body, -0.2), ...spot(at(0.045, 0.105)), 0.016, 0.016)
    const [x = 0, from = 0] = at(0.205, 0.02)
    pen.line(
      tea ? '#b9742f' : '#4a2c18',
      0.012,
      [x, from, (x + 0.0) / 2, (from + y) / 2 + 0.06, 0, y + 0.09],
      0.95,
    )
  },
}

const spot = ([x = 0, y = 0]: readonly number[]): [number, number] => [x, y]

/** A stove; under the open sky, a burner on a table. */
const stove = (kit: WorkKit): void => {
  const { pen, top } = kit
  if (!kit.indoors) {
    table(kit, 0.7)
    pen.box('#3a3c40', -0.2, levelOf(kit) - 0.05, 0.2, levelOf(kit))
    pen.glow('#5aa0ff', 0, levelOf(kit), 0.1, 0.5)
    return
  }
  counter(kit, 0.75, enamel, readColour('#3a3c40'))
  pen.box('#2b2d31', -0.32, 0.16, 0.32, top - 0.3)
  pen.line(steel, 0.03, [-0.28, top - 0.26, 0.28, top - 0.26])
  for (const x of [-0.48, -0.2, 0.2, 0.48]) pen.oval('#2b2d31', x, top - 0.18, 0.028, 0.028)
  const y = levelOf(kit)
  for (const x of [-0.42, 0, 0.42])
    pen.oval('#17181b', x, y - 0.005, 0.16, 0.02, { outline: false })
  for (const x of [-0.06, 0, 0.06]) pen.glow('#5aa0ff', x, y, 0.06, 0.5)
}

/** A pan on a stove, its handle in one hand and a spatula in the other. */
export const pan: WorkPainter = {
  under: (kit) => {
    const { pen, left } = kit
    stove(kit)
    const y = levelOf(kit)
    pen.line('#1c1c20', 0.034, [left.x * 0.5, y + 0.04, left.x, left.y])
    pen.soft('#26272b', [-0.2, y + 0.07, -0.16, y, 0.16, y, 0.2, y + 0.07])
    pen.oval('#3a3b40', 0, y + 0.07, 0.2, 0.03)
    pen.oval('#f3efe2', -0.05, y + 0.075, 0.085, 0.018, { outline: false })
    pen.oval('#e8a93a', -0.05, y + 0.082, 0.03, 0.012, { outline: false })
    pen.oval('#8a4a30', 0.1, y + 0.075, 0.05, 0.013, { outline: false })
    steam(kit, { x: 0, y: y + 0.1 })
  },
  over: (kit) => spoon(kit, levelOf(kit) + 0.085, 0.05),
}

/** A pot on a stove, stirred with a ladle. */
export const pot: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    stove(kit)
    const y = levelOf(kit)
    const soup = kit.thing?.colour ?? readColour(/tomato/u.test(kit.on) ? '#b8432f' : '#c98a3c')
    for (const side of [-1, 1])
      pen.line('#2b2d31', 0.026, [
        side * 0.19,
        y + 0.19,
        side * 0.24,
        y + 0.18,
        side * 0.19,
        y + 0.15,
      ])
    pen.tube(readColour('#7d868f'), [0, y + 0.01, 0.185, 0, y + 0.24, 0.19])
    pen.oval('#5f676f', 0, y + 0.245, 0.19, 0.04)
    pen.oval(soup, 0, y + 0.24, 0.172, 0.032, { outline: false })
    for (const [x, tone] of [
      [-0.08, '#5f8f45'],
      [0.06, '#d8622f'],
      [0.1, '#e4d9a8'],
    ] as const)
      pen.oval(tone, x, y + 0.238 + x * 0.05, 0.02, 0.008, { outline: false })
    steam(kit, { x: -0.02, y: y + 0.27 }, 0.4)
  },
  over: (kit) => spoon(kit, levelOf(kit) + 0.235, 0.05),
}

/** What is stirred or turned with: from the hand down to where it works. */
const spoon = ({ pen, right }: WorkKit, foot: number, wide: number): void => {
  const tip = right.x * 0.6 + 0.02
  pen.line(shift(oak, 0.1), 0.02, [right.x - (tip - right.x) * 0.5, right.y + 0.1, tip, foot])
  pen.oval(shift(oak, 0.1), tip, foot, wide * 0.5, 0.012, { outline: false })
}

/** A bowl on a table, with what goes into it. */
export const bowl: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    table(kit, 0.85)
    const y = levelOf(kit)
    pen.soft('#d9e0e4', [
      -0.19,
      y + 0.15,
      -0.15,
      y + 0.05,
      -0.08,
      y,
      0.08,
      y,
      0.15,
      y + 0.05,
      0.19,
      y + 0.15,
    ])
    pen.oval('#c3ccd2', 0, y + 0.15, 0.19, 0.035)
    pen.oval(/salad/u.test(kit.on) ? '#7aa650' : '#ecd9a4', 0, y + 0.148, 0.165, 0.027, {
      outline: false,
    })
    kit.stand('egg', { x: 0.42, y }, 0.07)
    kit.stand('egg', { x: 0.5, y: y - 0.01 }, 0.07)
    kit.stand('jar', { x: -0.52, y }, 0.2, flour)
  },
  over: (kit) => spoon(kit, levelOf(kit) + 0.145, 0.05),
}

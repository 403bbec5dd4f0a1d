import { readColour, shift } from '../brush/colour.ts'
import { clay, levelOf, oak, type Spot, steel, table, type WorkKit } from './work-kit.ts'
import type { WorkPainter } from './work-painter.ts'

const pine = readColour('#c99a5e')
const marble = readColour('#d3cfc6')

/** A clay bowl that turns on a wheel between the hands. */
export const wheel: WorkPainter = {
  under: (kit) => {
    const { pen, top } = kit
    const y = levelOf(kit)
    pen.box('#6f6a64', -0.3, -0.1, 0.3, top - 0.16)
    pen.box('#565049', -0.34, -0.12, 0.34, -0.04)
    pen.tube('#8d867c', [0, top - 0.24, 0.36, 0, top - 0.14, 0.42])
    pen.oval('#5d574f', 0, top - 0.13, 0.41, 0.055)
    pen.tube(steel, [0, top - 0.16, 0.05, 0, y - 0.02, 0.05])
    pen.oval('#7c766d', 0, y - 0.02, 0.25, 0.034)
    pen.oval('#a39c90', 0, y - 0.005, 0.25, 0.034)
    const wobble = Math.sin(pen.time * 9) * 0.003
    pen.soft(clay, [
      ...[-0.07, y, -0.075, y + 0.01, -0.14 + wobble, y + 0.1, -0.15 + wobble, y + 0.19],
      ...[0.15 + wobble, y + 0.19, 0.14 + wobble, y + 0.1, 0.075, y + 0.01, 0.07, y, 0, y - 0.01],
    ])
    // Rings of wet clay go round: that it turns is seen by them.
    for (const [up, half] of [
      [0.05, 0.1],
      [0.1, 0.132],
      [0.15, 0.143],
    ] as const) {
      const spin = (pen.time * 5 + up * 40) % 2
      pen.line(
        shift(clay, 0.3),
        0.008,
        [-half + spin * half * 0.5, y + up, half * spin * 0.5, y + up - 0.008],
        0.7,
      )
      pen.line(
        shift(clay, -0.25),
        0.006,
        [-half, y + up + 0.012, 0, y + up, half, y + up + 0.012],
        0.6,
      )
    }
    pen.oval(shift(clay, -0.3), 0, y + 0.19, 0.145, 0.026)
    pen.oval(shift(clay, 0.15), 0, y + 0.192, 0.15, 0.028, { alpha: 0.35, outline: false })
  },
}

/** A bird of wood in one hand, a knife in the other, over a bench. */
export const carving: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    table(kit, 0.85)
    const y = levelOf(kit)
    shavings(kit, { x: 0.1, y })
    shavings(kit, { x: -0.22, y: y - 0.02 })
    pen.line(steel, 0.022, [0.4, y, 0.54, y + 0.01])
    pen.line('#5a3a26', 0.034, [0.54, y + 0.01, 0.66, y + 0.02])
    pen.soft(pine, [-0.62, y - 0.02, -0.62, y + 0.09, -0.42, y + 0.11, -0.4, y])
  },
  over: ({ pen, left, right }) => {
    const way = left.x > right.x ? 1 : -1
    const at = (x: number, up: number): number[] => [left.x - way * (0.05 - x), left.y + up]
    pen.soft(pine, [
      ...at(0.12, 0.04),
      ...at(0.05, 0.07),
      ...at(-0.03, 0.06),
      ...at(-0.06, 0.11),
      ...at(-0.11, 0.1),
      ...at(-0.15, 0.075),
      ...at(-0.1, 0.06),
      ...at(-0.08, 0.0),
      ...at(0.0, -0.03),
      ...at(0.06, 0.0),
    ])
    pen.line(shift(pine, -0.35), 0.008, [...at(0.07, 0.035), ...at(0, 0.02), ...at(-0.04, 0.04)])
    const [x = 0, y = 0] = at(-0.105, 0.09)
    pen.oval('#2a1c14', x, y, 0.008, 0.008, { outline: false })
    pen.line('#5a3a26', 0.028, [
      right.x - way * 0.05,
      right.y + 0.02,
      right.x + way * 0.02,
      right.y - 0.005,
    ])
    pen.line('#d3d8dc', 0.018, [
      right.x + way * 0.02,
      right.y - 0.005,
      right.x + way * 0.11,
      right.y - 0.04,
    ])
  },
}

const shavings = ({ pen }: WorkKit, { x, y }: Spot): void => {
  for (const [dx, dy, r] of [
    [0, 0, 0.026],
    [0.06, -0.012, 0.02],
    [-0.06, -0.01, 0.022],
    [0.12, 0.004, 0.018],
  ] as const)
    pen.line(shift(pine, 0.3), 0.012, [
      x + dx - r,
      y + dy,
      x + dx - r * 0.4,
      y + dy + r,
      x + dx + r * 0.7,
      y + dy + r * 0.7,
      x + dx + r * 0.4,
      y + dy,
    ])
}

/** A board on a bench, with a plane over it or a saw in it. */
export const board: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    table(kit, 1.0)
    const y = levelOf(kit)
    pen.box('#6b4a30', 0.78, kit.top - 0.3, 0.95, kit.top - 0.08)
    pen.line(steel, 0.026, [0.86, kit.top - 0.2, 1.04, kit.top - 0.2])
    pen.hard(
      shift(pine, 0.16),
      [-0.72, y + 0.055, 0.72, y + 0.055, 0.7, y + 0.09, -0.7, y + 0.09],
      { shade: 0.3 },
    )
    pen.box(pine, -0.72, y - 0.005, 0.72, y + 0.055)
    for (const [from, to, up] of [
      [-0.6, 0.1, 0.03],
      [-0.2, 0.6, 0.018],
      [-0.66, -0.3, 0.042],
    ] as const)
      pen.line(
        shift(pine, -0.25),
        0.006,
        [from, y + up, (from + to) / 2, y + up + 0.008, to, y + up],
        0.7,
      )
    shavings(kit, { x: 0.3 * kit.way, y: y + 0.09 })
    shavings(kit, { x: -0.4 * kit.way, y: y - 0.04 })
  },
  over: (kit) => {
    const { pen, left, right, way } = kit
    const y = levelOf(kit) + 0.075
    const x = (left.x + right.x) / 2
    if (/\bsaw/u.test(kit.verb)) {
      pen.hard('#c5cbd0', [
        x,
        y + 0.06,
        x + way * 0.36,
        y - 0.14,
        x + way * 0.38,
        y - 0.11,
        x + way * 0.04,
        y + 0.13,
      ])
      pen.line('#5a3a26', 0.04, [x - way * 0.04, y + 0.04, x - way * 0.02, y + 0.13])
      return
    }
    pen.soft('#6f4a2c', [
      ...[x - 0.16, y, x - 0.16, y, x - 0.16, y + 0.055, x - 0.05, y + 0.06, x + 0.05, y + 0.06],
      ...[x + 0.16, y + 0.055, x + 0.16, y, x + 0.16, y],
    ])
    pen.line('#3c2a1c', 0.034, [x - way * 0.1, y + 0.05, x - way * 0.12, y + 0.12])
    pen.oval('#3c2a1c', x + way * 0.1, y + 0.085, 0.026, 0.026)
    pen.line(steel, 0.016, [x + way * 0.02, y + 0.04, x - way * 0.03, y + 0.12])
    pen.line(shift(pine, 0.3), 0.012, [
      x,
      y + 0.06,
      x + way * 0.04,
      y + 0.11,
      x + way * 0.09,
      y + 0.1,
      x + way * 0.07,
      y + 0.07,
    ])
  },
}

/** A head that comes out of a block of stone at the worker's side, a chisel set to it and a hammer. */
export const stone: WorkPainter = {
  under: ({ pen, way, top }) => {
    const x = (ahead: number): number => way * (ahead - 0.22)
    pen.hard(shift(oak, -0.1), [
      x(0.14),
      -0.1,
      x(0.2),
      top - 0.42,
      x(0.86),
      top - 0.42,
      x(0.92),
      -0.1,
    ])
    pen.hard(marble, [
      ...[x(0.16), top - 0.42, x(0.18), top - 0.02, x(0.3), top + 0.12, x(0.36), top + 0.16],
      ...[x(0.74), top + 0.16, x(0.9), top - 0.04, x(0.9), top - 0.42],
    ])
    pen.hard(shift(marble, -0.16), [
      x(0.62),
      top + 0.16,
      x(0.9),
      top - 0.04,
      x(0.9),
      top - 0.42,
      x(0.66),
      top - 0.42,
    ])
    pen.soft(shift(marble, 0.12), [
      ...[x(0.46), top + 0.14, x(0.45), top + 0.24, x(0.41), top + 0.27, x(0.38), top + 0.32],
      ...[x(0.4), top + 0.36, x(0.38), top + 0.41, x(0.4), top + 0.5, x(0.52), top + 0.57],
      ...[x(0.66), top + 0.53, x(0.7), top + 0.4, x(0.66), top + 0.28, x(0.66), top + 0.14],
    ])
    pen.soft(shift(marble, -0.1), [
      ...[x(0.46), top + 0.5, x(0.52), top + 0.57, x(0.66), top + 0.53, x(0.7), top + 0.4],
      ...[x(0.66), top + 0.28, x(0.62), top + 0.36, x(0.58), top + 0.46],
    ])
    pen.line(shift(marble, -0.35), 0.01, [x(0.41), top + 0.405, x(0.46), top + 0.415])
    pen.line(shift(marble, -0.3), 0.009, [x(0.41), top + 0.3, x(0.46), top + 0.305])
    for (const [dx, dy] of [
      [0.24, -0.2],
      [0.4, -0.05],
      [0.5, -0.3],
    ] as const)
      pen.line(shift(marble, -0.25), 0.009, [x(dx), top + dy, x(dx + 0.07), top + dy - 0.06], 0.7)
  },
  over: ({ pen, left, right, way }) => {
    const front = way * left.x > way * right.x ? left : right
    const back = front === left ? right : left
    pen.line(steel, 0.02, [
      front.x - way * 0.03,
      front.y + 0.03,
      front.x + way * 0.12,
      front.y - 0.03,
    ])
    pen.line('#7a5230', 0.026, [back.x, back.y - 0.05, back.x + way * 0.04, back.y + 0.16])
    pen.hard('#5c6269', [
      ...[back.x - way * 0.04, back.y + 0.15, back.x + way * 0.12, back.y + 0.13],
      ...[back.x + way * 0.13, back.y + 0.19, back.x - way * 0.03, back.y + 0.21],
    ])
  },
}

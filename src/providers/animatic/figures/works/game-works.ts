import { readColour } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { levelOf, type Spot, table } from './work-kit.ts'
import type { WorkPainter } from './work-painter.ts'

const dark = readColour('#3c2a20')
const pale = readColour('#eadfc4')

/** Half the breadth of a chessboard at its front, metres, and how far its back is above that. */
const half = 0.27
const deep = 0.085

/** The middle of a square of the board, from its own left and from its front. */
const squareAt = (y: number, file: number, rank: number): Spot => ({
  x: ((file - 3.5) / 4) * half * (1 - (rank / 8) * 0.12),
  y: y - 0.025 + ((rank + 0.5) / 8) * deep,
})

const piece = (pen: Pen, { x, y }: Spot, tall: number, colour: typeof dark): void => {
  pen.oval(colour, x, y, 0.017, 0.008)
  pen.tube(colour, [x, y, 0.014, x, y + tall * 0.7, 0.007])
  pen.oval(colour, x, y + tall * 0.85, 0.011, 0.013)
}

/** Chessmen: file, rank, height in metres and side; a game under way. */
const men: readonly (readonly [file: number, rank: number, tall: number, white: boolean])[] = [
  ...([0, 2, 4, 7] as const).map((file) => [0, file, 0.075, true] as const),
  ...([1, 3, 6] as const).map((file) => [1, file, 0.05, true] as const),
  [3, 4, 0.05, true],
  [2, 2, 0.065, true],
  [4, 3, 0.05, false],
  [5, 5, 0.065, false],
  ...([0, 3, 5, 7] as const).map((rank) => [6, rank, 0.05, false] as const),
  ...([1, 3, 5, 6] as const).map((rank) => [7, rank, 0.08, false] as const),
]

/** A chessboard between the players. */
export const chess: WorkPainter = {
  under: (kit) => {
    const { pen } = kit
    table(kit, kit.workers > 1 ? 0.8 : 0.6)
    const y = levelOf(kit)
    const [front, back] = [y - 0.03, y - 0.02 + deep]
    pen.box('#5a3a26', -half * 1.08, front - 0.03, half * 1.08, front)
    pen.hard('#5a3a26', [
      -half * 1.08,
      front,
      half * 1.08,
      front,
      half * 0.95,
      back,
      -half * 0.95,
      back,
    ])
    for (let file = 0; file < 8; file += 1)
      for (let rank = 0; rank < 8; rank += 1) {
        const { x, y: low } = squareAt(y, file, rank)
        const wide = (half / 8) * (1 - (rank / 8) * 0.12)
        pen.box(
          (file + rank) % 2 === 0 ? '#7a5234' : pale,
          x - wide,
          low - deep / 16,
          x + wide,
          low + deep / 16,
          {
            outline: false,
            shade: 0,
          },
        )
      }
    for (const [file, rank, tall, white] of men.toSorted((a, b) => b[1] - a[1]))
      piece(pen, squareAt(y, file, rank), tall, white ? pale : dark)
  },
  over: ({ pen, right }) => piece(pen, { x: right.x, y: right.y - 0.06 }, 0.065, pale),
}

/** Cards in the hands, and some on the table. */
export const cards: WorkPainter = {
  under: (kit) => {
    table(kit, kit.workers > 1 ? 0.8 : 0.6)
    const y = levelOf(kit)
    for (const [x, dy, tone] of [
      [-0.12, 0, '#f4f0e6'],
      [0.02, 0.01, '#f4f0e6'],
      [0.12, -0.015, '#a8362e'],
      [-0.02, -0.03, '#f4f0e6'],
    ] as const)
      kit.pen.hard(tone, [
        x - 0.04,
        y + dy - 0.012,
        x + 0.035,
        y + dy - 0.016,
        x + 0.045,
        y + dy + 0.014,
        x - 0.03,
        y + dy + 0.018,
      ])
  },
  over: ({ pen, left }) => {
    for (let card = 0; card < 5; card += 1) {
      const angle = (card - 2) * 0.24
      const [s, c] = [Math.sin(angle), Math.cos(angle)]
      const corner = (x: number, up: number): number[] => [
        left.x + x * c + up * s,
        left.y - x * s + up * c - 0.01,
      ]
      pen.hard(
        '#f4f0e6',
        [
          ...corner(-0.03, 0.01),
          ...corner(0.03, 0.01),
          ...corner(0.03, 0.11),
          ...corner(-0.03, 0.11),
        ],
        { shade: 0.3 },
      )
      pen.oval(card % 2 === 0 ? '#b8302c' : '#22242a', ...pair(corner(0, 0.075)), 0.009, 0.011, {
        outline: false,
      })
    }
  },
}

const pair = ([x = 0, y = 0]: readonly number[]): [number, number] => [x, y]

import { readColour, shift } from '../brush/colour.ts'
import { makePen, type Thing } from '../things/thing.ts'
import { levelOf, oak, steel, table, type WorkKit } from './work-kit.ts'
import type { WorkPainter } from './work-painter.ts'

/** Where a thing is mended: on a bench, under its open bonnet, raised on a stand, or where it stands by itself. */
export const mendedAt = (thing: Thing | undefined): 'bench' | 'bonnet' | 'stand' | 'itself' => {
  if (!thing || thing.place === 'table' || thing.metres < 0.6) return 'bench'
  if (thing.name === 'car' || thing.name === 'taxi') return 'bonnet'
  return thing.metres <= 1.5 ? 'stand' : 'itself'
}

const onBench = (kit: WorkKit): void => {
  const { pen, thing, way } = kit
  table(kit, 0.8)
  const y = levelOf(kit)
  lamp(kit)
  pen.box('#9a3a30', -way * 0.5 - 0.14, y, -way * 0.5 + 0.14, y + 0.12)
  pen.line('#5c1f1a', 0.02, [
    -way * 0.5 - 0.05,
    y + 0.12,
    -way * 0.5 - 0.04,
    y + 0.16,
    -way * 0.5 + 0.04,
    y + 0.16,
    -way * 0.5 + 0.05,
    y + 0.12,
  ])
  for (const [x, dy] of [
    [0.22, -0.02],
    [-0.2, -0.01],
    [0.28, 0],
  ] as const)
    pen.oval('#c9a44a', x, y + dy, 0.014, 0.007)
  if (thing)
    kit.stand(
      thing.thing.name,
      { x: 0, y },
      Math.max(0.17, Math.min(0.42, thing.thing.metres)),
      thing.colour,
    )
  else gadget(kit, y)
}

/** What is mended where no thing is named that can be drawn: a case with wheels in it. */
const gadget = ({ pen }: WorkKit, y: number): void => {
  pen.box('#6f7780', -0.17, y, 0.17, y + 0.2)
  pen.box('#33373c', -0.14, y + 0.025, 0.14, y + 0.175, { shade: 0.2 })
  for (const [x, up, r, tone] of [
    [-0.06, 0.1, 0.05, '#c9a44a'],
    [0.05, 0.12, 0.038, '#9aa1a8'],
    [0.06, 0.06, 0.03, '#b06a3c'],
  ] as const) {
    pen.oval(tone, x, y + up, r, r)
    pen.oval('#33373c', x, y + up, r * 0.35, r * 0.35, { outline: false })
  }
}

/** A lamp on an arm that lights what lies on the bench. */
const lamp = ({ pen, way, top }: WorkKit): void => {
  const x = way * 0.6
  pen.oval('#2e3238', x, top - 0.02, 0.08, 0.02)
  pen.line('#2e3238', 0.022, [x, top - 0.02, x + way * 0.06, top + 0.24, x - way * 0.16, top + 0.4])
  pen.soft('#3d6a5a', [
    ...[x - way * 0.13, top + 0.43, x - way * 0.2, top + 0.42, x - way * 0.32, top + 0.32],
    ...[x - way * 0.18, top + 0.27],
  ])
  pen.glow('#ffe2a0', x - way * 0.26, top + 0.3, 0.4, 0.45)
}

/** Heights of a car: the middle of its engine, and where its bonnet is hinged. */
const [engineAt, hingeAt] = [1.14, 0.86] as const

/** A car that heads to the worker, its bonnet up. */
const underBonnet = ({ pen, thing, way }: WorkKit): void => {
  const metres = thing?.thing.metres ?? 1.45
  const { context } = pen.brush
  const at = pen.place(way * (engineAt * metres - 0.05), -0.14)
  context.save()
  context.translate(at.x, at.y)
  context.scale(-way, 1)
  const own = makePen(pen.brush, { x: 0, y: 0 }, metres * pen.size, pen.time)
  const colour = thing?.colour ?? readColour('#8c3a36')
  own.soft('#141418', [-1.3, 0.02, -1.3, -0.03, 1.3, -0.03, 1.3, 0.02], {
    alpha: 0.4,
    outline: false,
  })
  thing?.thing.paint(own, thing.colour)
  own.soft('#1b1b20', [...[0.84, 0.66, 0.92, 0.72, 1.38, 0.63, 1.44, 0.55, 1.1, 0.57]], {
    shade: 0.2,
  })
  own.box('#5c6269', 1.0, 0.6, 1.12, 0.71)
  own.box('#3f454c', 1.15, 0.58, 1.26, 0.68)
  own.oval('#b0382e', 1.31, 0.63, 0.03, 0.03)
  own.line('#8a9097', 0.014, [1.04, 0.71, 1.2, 0.73, 1.3, 0.65])
  own.hard(shift(colour, -0.2), [
    hingeAt,
    0.66,
    hingeAt + 0.02,
    1.24,
    hingeAt + 0.07,
    1.25,
    hingeAt + 0.05,
    0.68,
  ])
  own.hard(colour, [
    hingeAt - 0.03,
    0.67,
    hingeAt - 0.01,
    1.24,
    hingeAt + 0.03,
    1.25,
    hingeAt + 0.01,
    0.67,
  ])
  own.line('#2c2f34', 0.012, [hingeAt + 0.03, 1.0, 1.02, 0.68])
  context.restore()
}

const onStand = (kit: WorkKit): void => {
  const { pen, thing } = kit
  if (!thing) return
  const { metres, name } = thing.thing
  const raised = Math.max(0.1, 1.38 - metres)
  if (name === 'bicycle') {
    pen.line('#3b4046', 0.04, [0.0, -0.1, 0.0, raised + 0.5])
    for (const side of [-1, 1]) pen.line('#3b4046', 0.034, [0, 0.1, side * 0.34, -0.12])
  } else {
    const half = (metres * thing.thing.wide) / 2 + 0.06
    pen.box(oak, -half * 0.94, -0.1, half * 0.94, raised)
    pen.box(shift(oak, 0.14), -half, raised - 0.05, half, raised)
  }
  kit.stand(name, { x: 0, y: raised }, metres, thing.colour)
}

const places: Readonly<Record<ReturnType<typeof mendedAt>, (kit: WorkKit) => void>> = {
  bench: onBench,
  bonnet: underBonnet,
  stand: onStand,
  itself: () => undefined,
}

/** What is mended, where it can be reached, and a tool in the hand. */
export const mending: WorkPainter = {
  under: (kit) => places[mendedAt(kit.thing?.thing)](kit),
  over: ({ pen, right }) => {
    pen.line('#b8862c', 0.03, [right.x - 0.02, right.y + 0.07, right.x, right.y + 0.01])
    pen.line(steel, 0.014, [right.x, right.y + 0.01, right.x * 0.6 + 0.01, right.y - 0.07])
  },
}

import { type Local, type Point, plus, unit } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import { makePen, type Pen } from '../things/thing.ts'
import { thingCalled, thingNamed } from '../things/things.ts'
import { board, carving, stone, wheel } from './craft-works.ts'
import { cards, chess } from './game-works.ts'
import { bowl, cake, coffee, dough, oven, pan, pot } from './kitchen-works.ts'
import { mendedAt, mending } from './mending-work.ts'
import { sandcastle, snowman } from './outdoor-works.ts'
import type { Spot, WorkKit } from './work-kit.ts'
import type { WorkPainter } from './work-painter.ts'
import { handsAhead } from './work-poses.ts'
import { type Work, type WorkName, workplaces } from './work-words.ts'

const painters: Readonly<Record<WorkName, WorkPainter>> = {
  ...{ chess, cards, dough, oven, cake, wheel, carving, board, stone },
  ...{ coffee, pan, pot, bowl, mending, sandcastle, snowman },
}

/** Where somebody works. */
export interface WorkSite {
  readonly work: Work
  /** Height of the top that is worked at, own heights. */
  readonly high: number
  /** Where the middle of the work is across the picture, pixels; null for right before the hands. */
  readonly middle: number | null
  /** How many work at it. */
  readonly workers: number
  readonly indoors: boolean
  readonly place: string
  /** Pixels of a metre. */
  readonly metre: number
}

/** What is worked at, what is in the hands, and nothing of the body. */
export const workPieces = (body: FigureBody, site: WorkSite): Piece[] => {
  const { view, skeleton } = body
  const kit = kitOf(body, site)
  const { under, over } = painters[site.work.name]
  const forearms = [skeleton.leftArm, skeleton.rightArm].map(({ middle, end }) =>
    view.near(plus(middle, plus(end, middle, -1), 0.7)),
  )
  return [
    { near: Math.min(...forearms) + 0.016, paint: () => under(kit) },
    ...(over ? [{ near: 2, paint: () => over(kit) }] : []),
  ]
}

const kitOf = (body: FigureBody, site: WorkSite): WorkKit => {
  const { view, brush, skeleton, time } = body
  const { metre, work, high } = site
  const before = view.at({ f: handsAhead, u: 0, l: 0 })
  const floor = view.at({ f: 0, u: 0, l: 0 }).y
  const zero: Point = { x: site.middle ?? before.x, y: floor }
  const pen = makePen(brush, zero, metre, time)
  const spotOf = (place: Local): Spot => {
    const { x, y } = view.at(place)
    return { x: (x - zero.x) / metre, y: (zero.y - y) / metre }
  }
  const palm = ({ middle, end }: typeof skeleton.leftArm): Spot =>
    spotOf(plus(end, unit(plus(end, middle, -1)), 0.035))
  return {
    pen,
    top: (high * view.scale) / metre,
    left: palm(skeleton.leftArm),
    right: palm(skeleton.rightArm),
    way: Math.sin(view.yaw) < 0 ? -1 : 1,
    thing: thingNamed(work.on),
    ...{ on: work.on, verb: work.verb },
    ...{ indoors: site.indoors, place: site.place, workers: site.workers },
    stand: (name, at, metres, colour = null) =>
      thingCalled(name)?.paint(penAt(pen, at, metres), colour),
  }
}

const penAt = ({ brush, size, time, place }: Pen, { x, y }: Spot, metres: number): Pen =>
  makePen(brush, place(x, y), metres * size, time)

/** Words for what is seen of somebody's work, besides the deed. */
export const wordsOfWork = ({ name, on, verb }: Work): readonly string[] => {
  const { words } = workplaces[name]
  if (name === 'mending') {
    const named = thingNamed(on)
    return named && mendedAt(named.thing) !== 'itself' ? [...words, named.thing.name] : words
  }
  const said = on.split(' ').filter((word) => shown[name]?.test(word))
  return [...words, ...said, ...(name === 'board' && /saw/u.test(verb) ? ['saw'] : [])]
}

/** What else may be said of a work, if its words say it: what is drawn stands for any of these. */
const shown: Partial<Record<WorkName, RegExp>> = {
  coffee: /^(?:coffee|tea|espresso|cappuccino|latte|kettle|teapot|pot|machine)$/u,
  pan: /^(?:eggs?|omelettes?|bacon)$/u,
  pot: /^(?:soup|stew|broth|curry|sauce|jam)$/u,
  oven: /^(?:loaves|breads?|loaf|buns|rolls)$/u,
}

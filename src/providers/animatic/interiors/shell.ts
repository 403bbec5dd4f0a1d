import { css, type Rgb, readColour, shift } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { type Corners, paintSurface, type Room } from './room.ts'
import { type Tiles, wallTiles } from './tiles.ts'

/** Walls, floor and ceiling of a room. */
export interface Shell {
  readonly wall: Rgb
  readonly floor: Rgb
  readonly ceiling: Rgb
  readonly floorKind: 'boards' | 'tiles' | 'plain' | 'carpet'
  /** Lower part of the walls in another colour. */
  readonly wainscot: Rgb | null
  /** Null for walls without. */
  readonly tiles: Tiles | null
}

/** Paints walls, floor and ceiling with the light falling off into the corners. */
export const paintShell = (room: Room, shell: Shell, seed: number): void => {
  const { at, halfWidth: w, height: h, back, front, light } = room
  const litLeft = light.direction < 0
  const wall = shell.wall
  room.context.fillStyle = css(room.brush.tone(shift(wall, -0.3)))
  room.context.fillRect(
    -room.width * 0.25,
    -room.pixelsHigh * 0.25,
    room.width * 1.5,
    room.pixelsHigh * 1.5,
  )
  paintSurface(
    room,
    [at(-w, 0, back), at(w, 0, back), at(w * 1.6, 0, front), at(-w * 1.6, 0, front)],
    shift(shell.floor, 0.04),
    shift(shell.floor, -0.28),
  )
  paintFloor(room, shell, seed)
  paintSurface(
    room,
    [at(-w, h, back), at(w, h, back), at(w * 1.6, h, front), at(-w * 1.6, h, front)],
    shift(shell.ceiling, -0.16),
    shift(shell.ceiling, -0.42),
  )
  const side = (x: number, lit: boolean): void => {
    const tone = shift(wall, lit ? -0.22 : -0.08)
    const corners: Corners = [at(x, h, back), at(x, 0, back), at(x, 0, front), at(x, h, front)]
    paintSurface(room, corners, shift(tone, -0.06), shift(tone, -0.42))
    if (shell.wainscot)
      paintSurface(
        room,
        [at(x, 0.95, back), at(x, 0, back), at(x, 0, front), at(x, 0.95, front)],
        shift(shell.wainscot, -0.14),
        shift(shell.wainscot, -0.36),
      )
    skirting(room, x)
  }
  side(-w, litLeft)
  side(w, !litLeft)
  paintSurface(
    room,
    [at(-w, h, back), at(w, h, back), at(w, 0, back), at(-w, 0, back)],
    shift(wall, -0.1),
    wall,
  )
  if (shell.wainscot)
    paintSurface(
      room,
      [at(-w, 0.95, back), at(w, 0.95, back), at(w, 0, back), at(-w, 0, back)],
      shell.wainscot,
      shift(shell.wainscot, -0.16),
    )
  paintSurface(
    room,
    [at(-w, 0.12, back), at(w, 0.12, back), at(w, 0, back), at(-w, 0, back)],
    shift(wall, 0.25),
    shift(wall, -0.1),
  )
  if (shell.tiles) wallTiles(room, shell.tiles)
  if (h < 4) paintCornice(room, shell.ceiling)
  paintCorners(room)
}

/** The moulding where walls and ceiling of a living-sized room meet. */
const paintCornice = (room: Room, tone: Rgb): void => {
  const { at, halfWidth: w, height: h, back, front } = room
  for (const [drop, high, amount] of [
    [0, 0.07, 0.04],
    [0.07, 0.035, -0.2],
  ] as const) {
    const [top, low] = [h - drop, h - drop - high]
    paintSurface(
      room,
      [at(-w, top, back), at(w, top, back), at(w, low, back), at(-w, low, back)],
      shift(tone, amount),
      shift(tone, amount - 0.06),
    )
    for (const x of [-w, w])
      paintSurface(
        room,
        [at(x, top, back), at(x, low, back), at(x, low, front), at(x, top, front)],
        shift(tone, amount - 0.08),
        shift(tone, amount - 0.3),
      )
  }
}

const skirting = (room: Room, x: number): void => {
  const { at, back, front } = room
  paintSurface(
    room,
    [at(x, 0.12, back), at(x, 0, back), at(x, 0, front), at(x, 0.12, front)],
    readColour('#d8d2c6'),
    readColour('#8d887e'),
    0.55,
  )
}

const paintFloor = (room: Room, shell: Shell, seed: number): void => {
  const { at, halfWidth, back, front, brush } = room
  const dice = makeDice(seed)
  const dark = shift(brush.tone(shell.floor), -0.34)
  const wide = halfWidth * 1.6
  if (shell.floorKind === 'boards') {
    for (let x = -wide; x < wide; x += 0.16) {
      const tone = shift(shell.floor, dice.between(-0.12, 0.1))
      paintSurface(
        room,
        [at(x, 0, back), at(x + 0.155, 0, back), at(x + 0.155, 0, front), at(x, 0, front)],
        shift(tone, 0.02),
        shift(tone, -0.26),
        brush.look === 'sketch' ? 0.4 : 0.8,
      )
      const joint = dice.between(front, back)
      brush.stroke(
        [at(x, 0, joint), at(x + 0.155, 0, joint)],
        Math.max(0.6, room.scale(joint) * 0.006),
        dark,
        0.5,
      )
    }
    return
  }
  if (shell.floorKind === 'tiles') paintTiles(room, shell.floor, wide)
}

const paintTiles = (room: Room, floor: Rgb, wide: number): void => {
  const { at, back, front } = room
  const size = 0.5
  for (let row = 0; back - row * size > front; row += 1) {
    const far = back - row * size
    const columns = Math.ceil(wide / size)
    for (let column = -columns; column < columns; column += 1) {
      const tone = (row + column) % 2 === 0 ? shift(floor, 0.1) : shift(floor, -0.16)
      const near = Math.max(front, far - size)
      const x = column * size
      paintSurface(
        room,
        [at(x, 0, far), at(x + size, 0, far), at(x + size, 0, near), at(x, 0, near)],
        tone,
        tone,
        0.7,
      )
    }
  }
}

/** Soft dark where walls meet. */
const paintCorners = (room: Room): void => {
  if (room.brush.look === 'sketch' || room.brush.look === 'motion') return
  const { at, halfWidth: w, height: h, back } = room
  const shadow = readColour(room.light.shadow)
  const { context } = room
  const tint = (alpha: number): string => `rgba(${shadow.r},${shadow.g},${shadow.b},${alpha})`
  const [topLeft, lowRight] = [at(-w, h, back), at(w, 0, back)]
  const [width, height] = [lowRight.x - topLeft.x, lowRight.y - topLeft.y]
  const strip = (x0: number, y0: number, x1: number, y1: number): void => {
    const gradient = context.createLinearGradient(x0, y0, x1, y1)
    gradient.addColorStop(0, tint(0.34))
    gradient.addColorStop(1, tint(0))
    context.fillStyle = gradient
    context.fillRect(topLeft.x, topLeft.y, width, height)
  }
  strip(topLeft.x, 0, topLeft.x + width * 0.16, 0)
  strip(lowRight.x, 0, lowRight.x - width * 0.16, 0)
  strip(0, topLeft.y, 0, topLeft.y + height * 0.2)
  strip(0, lowRight.y, 0, lowRight.y - height * 0.1)
}

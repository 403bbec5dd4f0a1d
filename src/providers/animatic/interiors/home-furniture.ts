import { readColour } from '../figures/brush/colour.ts'
import { makeDice } from '../figures/brush/dice.ts'
import { pendant, pictures, plant, rug, shadeLamp } from './decor.ts'
import { cooker, counter, door, fireplace, fridge } from './fittings.ts'
import { accent, type Furniture, shelf } from './furnishing.ts'
import { bed, chair, sofa, table } from './furniture.ts'
import { block, paintBlock } from './room.ts'
import { vessel } from './shelves.ts'

/** Furniture of a kitchen. */
export const kitchen: Furniture = {
  shows: ['kitchen', 'table', 'stove', 'shelf'],
  wall: ({ room, seed, side, lamps }) => {
    const dice = makeDice(seed)
    const { back, halfWidth: w } = room
    const z = back - 0.62
    const cupboard = readColour(dice.pick(['#7c8f86', '#8a7a66', '#5f7488', '#c2b8a4']))
    fridge(room, { x: side * (w - 0.42), z }, readColour('#c4c8ca'))
    const left = side < 0 ? -w + 0.85 : -w + 0.05
    const right = side < 0 ? w - 0.05 : w - 0.85
    counter(room, { x: (left + right) / 2, z }, right - left, cupboard, readColour('#6a5646'))
    cooker(room, { x: side * (w - 1.55), z }, lamps)
    shelf(room, -side * (w - 0.75), 1.1, 'dishes', dice, [1.5, 2.15, 2])
    for (const x of [-0.7, -0.55, 0.62])
      vessel(
        room,
        { x: x - side * 0.4, z: back - 0.3 },
        {
          y: 0.93,
          wide: 0.12,
          high: dice.between(0.14, 0.26),
          colour: readColour(dice.pick(['#b8864c', '#8a9aa0', '#a0503c'])),
          neck: false,
        },
      )
    plant(room, { x: -side * 0.15, z: back - 0.25 }, 0.93, 0.34, dice)
  },
  floor: ({ room, side, lamps, seed }) => {
    const x = -side * Math.min(1.5, room.halfWidth * 0.5)
    table(room, { x, z: 0.7 }, [1.4, 0.76, 0.75])
    chair(room, { x: x - side * 0.95, z: 0.85 }, side, readColour('#6f5038'))
    vessel(
      room,
      { x: x + 0.3, z: 1.0 },
      { y: 0.76, wide: 0.28, high: 0.1, colour: readColour('#d4cfc2'), neck: false },
    )
    vessel(
      room,
      { x: x - 0.25, z: 1.1 },
      { y: 0.76, wide: 0.11, high: 0.26, colour: readColour('#5c7c8c'), neck: true },
    )
    pendant(room, { x, z: 1.0 }, 1.95, accent(seed), lamps)
  },
}

/** Whether the living room of a seed has a fireplace; the others have books there. */
export const hasHearth = (seed: number): boolean => makeDice(seed).roll() < 0.5

/** Furniture of a living room. */
export const livingRoom: Furniture = {
  shows: ['living room', 'sofa', 'lamp', 'bookshelf', 'rug', 'plant'],
  wall: ({ room, seed, side, windowX }) => {
    const dice = makeDice(seed)
    const x = -side * (room.halfWidth - 0.75)
    dice.roll()
    if (hasHearth(seed)) fireplace(room, x, readColour('#9a8a78'))
    else shelf(room, x, 1.2, 'books', dice)
    pictures(
      room,
      [
        { x: windowX + side * 1.6, y: 1.45, wide: 0.55, high: 0.7 },
        { x: windowX + side * 2.3, y: 1.6, wide: 0.42, high: 0.42 },
      ],
      dice,
    )
  },
  floor: ({ room, seed, side, lamps, taken }) => {
    const dice = makeDice(seed + 3)
    rug(room, { x: 0, z: -0.6 }, [2.6, 1.9], accent(seed + 1))
    if (!taken.includes('sofa'))
      sofa(
        room,
        { x: side * Math.min(1.25, room.halfWidth * 0.45), z: 1.15 },
        Math.min(2.1, room.halfWidth * 1.1),
        accent(seed),
      )
    shadeLamp(room, { x: side * Math.min(2.5, room.halfWidth * 0.92), z: 1.3 }, 0, 1.4, lamps)
    plant(room, { x: -side * (room.halfWidth - 0.35), z: 1.2 }, 0, 1.1, dice)
    table(room, { x: side * 0.7, z: 0.35 }, [0.9, 0.4, 0.5])
    paintBlock(room, block(side * 0.8, 0.4, 0.5, [0.26, 0.04, 0.18]), accent(seed + 5))
  },
}

/** Furniture of a bedroom. */
export const bedroom: Furniture = {
  shows: ['bedroom', 'bed', 'lamp', 'picture'],
  wall: ({ room, seed, side, windowX }) => {
    const dice = makeDice(seed)
    pictures(room, [{ x: windowX - side * 1.7, y: 1.5, wide: 0.6, high: 0.45 }], dice)
    const x = side * (room.halfWidth - 0.6)
    paintBlock(room, block(x, 0, room.back - 0.55, [1.05, 2.1, 0.55]), readColour('#86664a'))
    for (const dx of [-0.26, 0.26])
      paintBlock(
        room,
        block(x + dx, 0.1, room.back - 0.57, [0.48, 1.9, 0.02]),
        readColour('#927052'),
      )
  },
  floor: ({ room, seed, side, lamps, taken }) => {
    rug(room, { x: side * 0.4, z: -0.4 }, [1.7, 1.1], accent(seed + 2))
    if (!taken.includes('bed'))
      bed(
        room,
        { x: -side * Math.min(0.9, room.halfWidth * 0.3), z: 0.75 },
        [2.05, 1.45],
        accent(seed),
      )
    const x = -Math.min(room.halfWidth - 0.25, Math.min(0.9, room.halfWidth * 0.3) * side + 1.35)
    paintBlock(room, block(x, 0, 1.7, [0.42, 0.52, 0.4]), readColour('#86664a'))
    shadeLamp(room, { x, z: 1.85 }, 0.52, 0.26, lamps)
  },
}

/** Furniture of a hallway. */
export const hallway: Furniture = {
  shows: ['hallway', 'door', 'lamp', 'picture', 'rug'],
  wall: ({ room, seed, side, lamps }) => {
    const dice = makeDice(seed)
    door(room, side * 0.6, readColour(dice.pick(['#6e4c38', '#4f6070', '#7a6a52'])))
    pictures(
      room,
      [
        { x: -side * 0.9, y: 1.4, wide: 0.5, high: 0.65 },
        { x: -side * 1.7, y: 1.5, wide: 0.4, high: 0.4 },
      ],
      dice,
    )
    pendant(room, { x: 0, z: room.back - 0.8 }, 2.2, readColour('#b89a5c'), lamps)
  },
  floor: ({ room, seed, side, lamps }) => {
    rug(room, { x: 0, z: -1.2 }, [1.5, 3.4], accent(seed))
    const x = -side * (room.halfWidth - 0.35)
    paintBlock(room, block(x, 0, 1.2, [0.5, 0.8, 0.9]), readColour('#7c5c40'))
    shadeLamp(room, { x, z: 1.5 }, 0.8, 0.3, lamps)
  },
}

import type { PlaceBeat } from './place-beat.ts'
import { beat } from './place-beat.ts'

/** Castles and their halls. */
export const castle: readonly PlaceBeat[] = [
  beat(
    'The Walls',
    ['castle', 'establishing', 'push-in'],
    ['Every stone was carried up here by somebody.'],
  ),
  beat('The Towers', ['castle', 'wide', 'tilt-up'], ['The towers have nobody left to look for.']),
  beat('The Banners', ['castle', 'full', 'pan-right'], ['Only the banners are still in a hurry.'], {
    weather: 'wind',
  }),
  beat('The Hall', ['castle hall', 'wide', 'push-in'], ['In the hall, the echo answers first.']),
  beat('By Torchlight', ['castle hall', 'close-up', 'static'], ['A flame is the oldest clock.'], {
    object: 'candle',
  }),
]

/** Churches. */
export const church: readonly PlaceBeat[] = [
  beat('The Nave', [null, 'wide', 'push-in'], ['The pillars have practised standing still.']),
  beat(
    'Coloured Light',
    [null, 'full', 'tilt-up'],
    ['Light comes in white and goes on in colours.'],
  ),
  beat('A Candle', [null, 'close-up', 'static'], ['Somebody lit this for somebody else.'], {
    object: 'candle',
  }),
]

/** Worlds without a sky like ours. */
export const barren: readonly PlaceBeat[] = [
  beat('The Plain', [null, 'establishing', 'pan-right'], ['Nothing moves here but the light.']),
  beat('Stones', [null, 'wide', 'track-left'], ['Every stone lies where it fell, long before us.']),
  beat(
    'The Horizon',
    [null, 'wide', 'push-in'],
    ['The horizon is nearer than at home, and emptier.'],
  ),
]

/** Jungles. */
export const jungle: readonly PlaceBeat[] = [
  beat('The Canopy', [null, 'wide', 'tilt-up'], ['Up there, the day has a roof of leaves.']),
  beat('Broad Leaves', [null, 'full', 'track-right'], ['A leaf is a cup, a roof and a road.']),
  beat('Wings', [null, 'medium', 'static'], ['Something bright goes from branch to branch.'], {
    animal: ['bird', 'flies between the trees', 2],
  }),
  beat('The Stream', ['river', 'medium', 'pan-left'], ['Even the water has to find its way here.']),
]

/** Caves. */
export const cave: readonly PlaceBeat[] = [
  beat(
    'The Mouth',
    [null, 'establishing', 'push-in'],
    ['From inside, the day is a picture in a frame.'],
  ),
  beat(
    'Drop by Drop',
    [null, 'full', 'tilt-up'],
    ['Stone grows here, one drop in a hundred years.'],
  ),
  beat('A Light', [null, 'close-up', 'static'], ['One small light, and the dark steps back.'], {
    object: 'lantern',
  }),
]

/** Pitches, rings, gyms and pools. */
export const sport: readonly PlaceBeat[] = [
  beat(
    'Before the Start',
    [null, 'establishing', 'push-in'],
    ['The lines have been drawn. The rest is open.'],
  ),
  beat('The Ground', [null, 'wide', 'pan-right'], ['Every mark on it was an effort once.']),
  beat('Breath', [null, 'full', 'static'], ['It is decided long before anybody counts.']),
]

/** Playgrounds. */
export const play: readonly PlaceBeat[] = [
  beat('The Swings', [null, 'wide', 'pan-left'], ['A swing remembers the last child for a while.']),
  beat(
    'The Slide',
    [null, 'full', 'tilt-up'],
    ['Seven rungs up, and the whole world to slide down.'],
  ),
  beat(
    'In the Sand',
    [null, 'close-up', 'push-in'],
    ['Somebody has left a ball, and will be back.'],
    {
      object: 'ball',
    },
  ),
]

/** Rows of vines, lavender and rice. */
export const rows: readonly PlaceBeat[] = [
  beat('The Rows', [null, 'establishing', 'push-in'], ['The rows run on until they agree.']),
  beat(
    'Among Them',
    [null, 'wide', 'track-right'],
    ['Whoever walks here walks in a straight line, for once.'],
  ),
  beat('Overhead', [null, 'wide', 'static'], ['A few birds keep an eye on the harvest.'], {
    animal: ['bird', 'flies over the field', 3],
  }),
  beat(
    'The Village',
    ['village', 'wide', 'pan-left'],
    ['Over the hill, a village waits for the carts.'],
  ),
]

/** Rock that was made by fire and water. */
export const stone: readonly PlaceBeat[] = [
  beat('The Rock', [null, 'establishing', 'tilt-up'], ['Rock has all the time there is.']),
  beat('Layers', [null, 'wide', 'pan-right'], ['Each line in it was once the ground.']),
  beat(
    'A Wing',
    [null, 'wide', 'static'],
    ['A bird crosses in seconds what took an age to make.'],
    {
      animal: ['bird', 'flies high above', 1],
    },
  ),
]

/** Ice at sea. */
export const ice: readonly PlaceBeat[] = [
  beat('The Ice', [null, 'establishing', 'pan-right'], ['It is blue where it is oldest.']),
  beat(
    'The Water',
    [null, 'wide', 'push-in'],
    ['The sea holds it up, and takes a little every day.'],
  ),
  beat(
    'The White',
    ['snow field', 'wide', 'track-left'],
    ['Inland, there is only white, and wind to move it.'],
  ),
]

/** Ships, aeroplanes and those who wait for them. */
export const passage: readonly PlaceBeat[] = [
  beat(
    'Under Way',
    [null, 'wide', 'push-in'],
    ['Somewhere ahead, somebody is looking at a clock.'],
  ),
  beat('Luggage', [null, 'close-up', 'static'], ['A suitcase is the part of home that fits.'], {
    object: 'suitcase',
  }),
  beat('The Distance', [null, 'full', 'pan-left'], ['The distance does all the talking.']),
]

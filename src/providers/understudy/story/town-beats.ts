import type { PlaceBeat } from './place-beat.ts'
import { beat } from './place-beat.ts'

/** Cities. */
export const city: readonly PlaceBeat[] = [
  beat(
    'The Street',
    ['city street', 'wide', 'track-right'],
    ['Down in the street, everybody is almost somewhere.'],
  ),
  beat(
    'The Skyline',
    ['city skyline', 'wide', 'pan-left'],
    ['From above, the city looks like one long thought.'],
  ),
  beat(
    'Windows',
    ['city street', 'medium', 'tilt-up'],
    ['Behind every window, a different story.'],
    { object: 'lamp' },
  ),
  beat(
    'The Corner',
    ['cafe', 'medium', 'push-in'],
    ['On the corner, the cups are never quite cold.'],
    { object: 'cup' },
  ),
  beat('A Pause', ['park', 'wide', 'static'], ['Two streets on, a tree has kept its place.'], {
    object: 'bench',
    animal: ['bird', 'stands on the path', 2],
  }),
  beat(
    'In Transit',
    ['train', 'medium', 'track-left'],
    ['The lines cross, part, and cross again.'],
  ),
  beat(
    'Wheels',
    ['city street', 'full', 'pan-right'],
    ['Everything with wheels believes it is late.'],
    { object: 'bicycle' },
  ),
]

/** Towns that are older than anybody in them. */
export const oldTown: readonly PlaceBeat[] = [
  beat(
    'Old Walls',
    [null, 'wide', 'pan-right'],
    ['Every wall here has been leaned on for five hundred years.'],
  ),
  beat(
    'The Square',
    ['town square', 'wide', 'push-in'],
    ['All the streets run to the square, sooner or later.'],
    { animal: ['bird', 'stands on the stones', 3] },
  ),
  beat('Shutters', [null, 'full', 'tilt-up'], ['Behind the shutters, somebody is humming.'], {
    object: 'lamp',
  }),
  beat(
    'A Small Table',
    ['cafe', 'medium', 'push-in'],
    ['A small table, two chairs, and nowhere else to be.'],
    { object: 'cup' },
  ),
  beat('Footsteps', [null, 'medium', 'track-left'], ['The stones keep the sound of every step.']),
]

/** Villages and roads. */
export const country: readonly PlaceBeat[] = [
  beat(
    'The Road In',
    ['road', 'wide', 'push-in'],
    ['The road in has known every foot that walks it.'],
  ),
  beat('Roofs', ['village', 'wide', 'crane-up'], ['The roofs lean together, as old friends do.']),
  beat('The Fields', ['farm', 'wide', 'pan-left'], ['Past the last house, the fields take over.']),
  beat('Neighbours', ['village', 'medium', 'static'], ['A cat keeps an eye on the street.'], {
    animal: ['cat', 'sits on a wall', 1],
  }),
  beat(
    'The Gate',
    ['garden', 'close-up', 'push-in'],
    ['A gate, a latch, and flowers that mind their own business.'],
    { object: 'flower' },
  ),
]

/** Beyond the air. */
export const space: readonly PlaceBeat[] = [
  beat(
    'The Dark',
    [null, 'wide', 'push-in'],
    ['There is more dark here than there are words for it.'],
  ),
  beat(
    'A World Below',
    [null, 'establishing', 'pan-right'],
    ['Below, a world turns and does not know it is watched.'],
  ),
  beat('Starlight', [null, 'wide', 'tilt-up'], ['This light left home before anyone had a name.']),
  beat(
    'The Vessel',
    [null, 'full', 'orbit'],
    ['One small machine carries all the warmth for miles.'],
    { object: 'rocket' },
  ),
]

/** Any room. */
export const indoors: readonly PlaceBeat[] = [
  beat(
    'Window Light',
    [null, 'wide', 'push-in'],
    ['Light comes in by the window and takes a seat.'],
  ),
  beat('Things in Place', [null, 'insert', 'pan-right'], ['A cup stands where somebody left it.'], {
    object: 'cup',
  }),
  beat(
    'The Corner',
    [null, 'medium', 'static'],
    ['In the corner, a lamp keeps its own small hour.'],
    { object: 'lamp' },
  ),
  beat('On the Shelf', [null, 'close-up', 'tilt-up'], ['A book waits on the shelf to be opened.'], {
    object: 'book',
  }),
  beat('The Clock', [null, 'insert', 'push-in'], ['A clock counts, and nobody checks its sums.'], {
    object: 'clock',
  }),
]

import type { PlaceBeat } from './place-beat.ts'
import { beat } from './place-beat.ts'

/** Lakes between mountains. */
export const lake: readonly PlaceBeat[] = [
  beat(
    'Still Water',
    [null, 'wide', 'pan-right'],
    ['The water holds the mountains upside down.', 'Not a ripple argues with the picture.'],
  ),
  beat(
    'Wings',
    [null, 'full', 'track-right'],
    ['A bird crosses, and the silence has a shape.', 'Then the sky is whole again.'],
    { animal: ['bird', 'flies low over the water', 3] },
  ),
  beat(
    'At the Shore',
    [null, 'close-up', 'push-in'],
    ['Along the shore, small things glow for a moment.', 'A stem, a seed, a thread of gold.'],
    { object: 'flower' },
  ),
  beat(
    'The Peaks',
    ['mountains', 'wide', 'tilt-up'],
    ['Above it, the peaks keep the last word.', 'They have watched this a million times.'],
  ),
  beat(
    'Visitor',
    ['mountain lake', 'medium', 'static'],
    ['Somebody else has come to drink.', 'Nobody here is in a hurry.'],
    { animal: ['deer', 'stands at the edge of the water', 1] },
  ),
  beat(
    'Among the Pines',
    ['forest', 'medium', 'track-left'],
    [
      'Between the pines, the air smells of resin and rain.',
      'Every trunk takes a little of the light.',
    ],
    { object: 'tree' },
  ),
  beat(
    'The Boat',
    [null, 'medium', 'push-in'],
    ['A boat waits where somebody left it.', 'Its rope has long stopped pulling.'],
    { object: 'boat' },
  ),
  beat(
    'The Inflow',
    ['river', 'medium', 'pan-left'],
    ['A stream arrives, still talking about the snow.', 'The lake listens, and lets it rest.'],
  ),
]

/** Mountains, where no water lies. */
export const mountains: readonly PlaceBeat[] = [
  beat('The Peaks', [null, 'wide', 'tilt-up'], ['Up there, the peaks keep the last word.']),
  beat(
    'Wings',
    [null, 'full', 'track-right'],
    ['A bird crosses, and the silence has a shape.', 'Then the sky is whole again.'],
    { animal: ['bird', 'flies along the ridge', 3] },
  ),
  beat(
    'Between the Stones',
    [null, 'close-up', 'push-in'],
    ['Between the stones, something has come into flower.'],
    { object: 'flower' },
  ),
  beat(
    'Among the Pines',
    ['forest', 'medium', 'track-left'],
    ['Between the pines, the air smells of resin.', 'Every trunk takes a little of the light.'],
    { object: 'tree' },
  ),
  beat(
    'The Stream',
    ['river', 'medium', 'pan-left'],
    ['A stream comes down, still talking about the snow.'],
  ),
]

/** Woods. */
export const forest: readonly PlaceBeat[] = [
  beat(
    'Under the Trees',
    [null, 'wide', 'track-right'],
    [
      'Under the trees, the light comes in small change.',
      'It is spent before it reaches the ground.',
    ],
    { object: 'tree' },
  ),
  beat(
    'A Clearing',
    ['meadow', 'wide', 'crane-up'],
    ['Then a clearing, as if the forest had taken a breath.'],
  ),
  beat(
    'Something Listens',
    [null, 'medium', 'static'],
    ['Something stops, and listens back.', 'Its ears turn before its head does.'],
    { animal: ['deer', 'stands between the trunks', 1] },
  ),
  beat(
    'The Stream',
    ['river', 'medium', 'pan-left'],
    ['A stream finds its way by touch.', 'It has never once walked straight.'],
  ),
  beat(
    'Leaves',
    [null, 'close-up', 'tilt-up'],
    ['Each leaf leans toward the same bright rumour.'],
    { object: 'flower' },
  ),
  beat('Overhead', [null, 'full', 'tilt-up'], ['High above, the branches write on the sky.'], {
    animal: ['bird', 'flies between the crowns', 2],
  }),
  beat(
    'Small Tracks',
    [null, 'insert', 'push-in'],
    ['On the ground, the news of the day: who came, who left.'],
    { animal: ['rabbit', 'sits in the moss', 1] },
  ),
]

/** Open land. */
export const field: readonly PlaceBeat[] = [
  beat(
    'Open Ground',
    [null, 'wide', 'pan-right'],
    ['The wind goes through the grass, and everything moves.'],
    { weather: 'wind' },
  ),
  beat(
    'In Flower',
    [null, 'close-up', 'push-in'],
    ['Down among the stems, each flower keeps a door open.'],
    { object: 'flower' },
  ),
  beat('One Tree', [null, 'full', 'orbit'], ['One tree has stayed to keep count of the years.'], {
    object: 'tree',
  }),
  beat('Overhead', [null, 'wide', 'tilt-up'], ['A flock turns, all of it, on one thought.'], {
    animal: ['bird', 'flies overhead', 5],
  }),
  beat('A Quick Ear', [null, 'medium', 'static'], ['Somebody small is listening, too.'], {
    animal: ['rabbit', 'sits in the grass', 1],
  }),
  beat(
    'The Path',
    ['road', 'wide', 'push-in'],
    ['A path goes on, trusting that somebody will follow.'],
  ),
]

/** The sea, from a ship or a quay. */
export const sea: readonly PlaceBeat[] = [
  beat(
    'Open Water',
    ['ocean', 'wide', 'push-in'],
    ['Out there, the water goes on without a wall.', 'Every wave is new.'],
  ),
  beat('Gulls', [null, 'full', 'pan-right'], ['Gulls lean on the wind and let it do the work.'], {
    animal: ['bird', 'flies along the shore', 4],
    weather: 'wind',
  }),
  beat(
    'The Harbor',
    ['harbor', 'wide', 'pan-left'],
    ['In the harbor, the boats compare their journeys.'],
    { object: 'boat' },
  ),
  beat(
    'Salt and Sand',
    ['beach', 'close-up', 'push-in'],
    ['What the sea is done with, it lays out in the light.'],
    { object: 'bottle' },
  ),
  beat(
    'Below',
    ['underwater', 'wide', 'crane-up'],
    ['And below, another weather, slow and blue.'],
    { animal: ['fish', 'swims past', 6] },
  ),
]

/** Where the sea comes up the sand. */
export const beach: readonly PlaceBeat[] = [
  beat(
    'The Tide',
    [null, 'wide', 'track-left'],
    ['The tide comes in, reads the sand, and erases it.', 'It has all the time there is.'],
  ),
  ...sea,
]

/** Below the surface. */
export const underwater: readonly PlaceBeat[] = [
  beat(
    'Blue Light',
    [null, 'wide', 'tilt-down'],
    ['Down here, light arrives late and stays soft.'],
  ),
  beat('The Shoal', [null, 'full', 'track-right'], ['A hundred small decisions turn as one.'], {
    animal: ['fish', 'swims in a shoal', 8],
  }),
  beat(
    'The Reef',
    [null, 'close-up', 'push-in'],
    ['Every colour here has a job, and a neighbour.'],
    { animal: ['fish', 'swims close to the reef', 2] },
  ),
  beat(
    'The Surface',
    ['ocean', 'wide', 'crane-up'],
    ['Overhead, the other world is only a shimmer.'],
  ),
]

/** Running water. */
export const river: readonly PlaceBeat[] = [
  beat(
    'The Bend',
    [null, 'wide', 'pan-left'],
    ['The river bends, and takes the whole valley with it.'],
  ),
  beat(
    'White Water',
    ['waterfall', 'full', 'tilt-down'],
    ['Then it falls, and makes a song of falling.', 'Mist hangs where the ground gave way.'],
  ),
  beat(
    'The Shallows',
    [null, 'close-up', 'push-in'],
    ['Over the stones it goes clear as a thought.'],
    { animal: ['fish', 'swims against the current', 2] },
  ),
  beat(
    'At the Bank',
    [null, 'medium', 'static'],
    ['On the bank, somebody waits for the right moment.'],
    { animal: ['bird', 'stands in the shallows', 1] },
  ),
  beat(
    'The Woods Beside',
    ['forest', 'wide', 'track-right'],
    ['The woods keep it company, mile after mile.'],
    { object: 'tree' },
  ),
]

/** Sand. */
export const desert: readonly PlaceBeat[] = [
  beat(
    'The Dunes',
    [null, 'wide', 'track-right'],
    ['The dunes move, but only when nobody is looking.'],
  ),
  beat(
    'Wind on Sand',
    [null, 'close-up', 'pan-left'],
    ['Grain by grain, the wind rewrites the map.'],
    { weather: 'wind' },
  ),
  beat('Heat', [null, 'wide', 'static'], ['Sand, as far as there is anything to see.']),
  beat('A Wing', [null, 'full', 'tilt-up'], ['One pair of wings, and a great deal of sky.'], {
    animal: ['bird', 'flies high above', 1],
  }),
  beat(
    'The Far Range',
    ['mountains', 'wide', 'push-in'],
    ['At the edge of it all, the mountains promise rain.'],
  ),
]

/** Winter. */
export const snow: readonly PlaceBeat[] = [
  beat('White', [null, 'wide', 'pan-right'], ['Snow has put everything back to the beginning.']),
  beat(
    'First Tracks',
    [null, 'medium', 'static'],
    ['One line of tracks, and the story of who made it.'],
    { animal: ['fox', 'walks across the snow', 1] },
  ),
  beat(
    'The Pines',
    ['forest', 'wide', 'tilt-up'],
    ['The pines carry their winter without complaint.'],
    { weather: 'snow', object: 'tree' },
  ),
  beat(
    'Falling',
    [null, 'close-up', 'static'],
    ['It falls the way quiet would fall, if it could.'],
    { weather: 'snow' },
  ),
  beat(
    'The Range',
    ['mountains', 'wide', 'push-in'],
    ['Beyond the field, the mountains wear it best.'],
  ),
]

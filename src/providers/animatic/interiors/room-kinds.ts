import { type Rgb, readColour } from '../figures/brush/colour.ts'
import type { Tiles } from './tiles.ts'
import type { Window } from './window.ts'

/** Rooms that can be drawn. */
export type RoomKind =
  | 'kitchen'
  | 'living room'
  | 'bedroom'
  | 'office'
  | 'cafe'
  | 'classroom'
  | 'workshop'
  | 'laboratory'
  | 'studio'
  | 'stage'
  | 'hallway'
  | 'library'
  | 'shop'
  | 'hospital room'
  | 'train'
  | 'spaceship'
  | 'castle hall'
  | 'church'
  | 'gym'
  | 'boxing ring'
  | 'corridor'
  | 'airplane'
  | 'airport'
  | 'restaurant'
  | 'bathroom'
  | 'underground station'
  | 'supermarket'

const words: readonly (readonly [RoomKind, RegExp])[] = [
  [
    'spaceship',
    /space ?ship|space ?craft|space station|cockpit|starship|capsule interior|spaceship cabin|bridge of (?:a|the) ship/u,
  ],
  [
    'castle hall',
    /throne ?room|castle (?:hall|interior|chamber)|(?:inside|in the hall of) (?:an?|the) (?:[a-z]+ )?(?:castle|palace|fortress)|great hall|banquet hall|royal (?:court|hall)|knights'? hall/u,
  ],
  [
    'church',
    /church (?:nave|interior|aisle)|cathedral (?:nave|interior)|(?:inside|in|at the altar of) (?:an?|the) (?:[a-z]+ )?(?:church|cathedral|chapel|abbey)|^(?:a |the |an )?(?:[a-z]+ )?(?:church|cathedral|chapel|abbey|altar)$/u,
  ],
  ['boxing ring', /boxing (?:ring|match|arena)|\bring of boxers/u],
  ['gym', /\bgym(?:nasium)?\b|fitness (?:studio|centre|center|club)|weight room|boxing|dojo/u],
  [
    'corridor',
    /(?:hospital|school|office|hotel|clinic|prison|asylum|ward|long|empty|white) (?:corridor|hallway|passage)/u,
  ],
  [
    'airplane',
    /(?:air ?plane|aeroplane|plane|jet|aircraft|airliner)(?: cabin| interior| seat)|(?:in|inside|on|aboard) (?:a|an|the) (?:[a-z]+ )?(?:air ?plane|aeroplane|plane|jet|aircraft|airliner)|^(?:an? |the )?(?:air ?plane|aeroplane|airliner)$/u,
  ],
  ['airport', /airport|departure (?:hall|lounge)|\bterminal\b|boarding gate|check-?in hall/u],
  [
    'underground station',
    /(?:subway|metro|underground|tube) (?:stations?|platforms?|stop|tunnel)|(?:^|\bin )(?:an? |the )?(?:subway|metro|underground)$/u,
  ],
  [
    'train',
    /^(?:a |the )?(?:train|bus|tram)$|(?:train|bus|subway|metro|tram|railway|sleeping|dining)\b.*(?:inside|interior|\bcar\b|compartment|carriage|cabin|seat)|(?:inside|in|aboard|on) (?:a|the) (?:[a-z]+ )?(?:train|bus|subway|tram|metro)|compartment|train car/u,
  ],
  [
    'stage',
    /\bstage\b|theat(?:er|re)|cinema|night ?club|\bclub\b|disco|dance floor|concert hall|auditorium|opera|ballroom|podium/u,
  ],
  ['hospital room', /hospital|clinic|ward\b|doctor'?s|surgery|nursery/u],
  ['laboratory', /laborator|\blab\b|research (?:room|facility)|greenhouse lab|observatory/u],
  ['library', /library|bookshop|book ?store|archive|reading room/u],
  ['classroom', /class ?room|\bschool\b|school ?room|lecture/u],
  [
    'workshop',
    /workshop|garage|factory|forge|smithy|shed|atelier of|carpent|basement|cellar|attic|warehouse|hangar/u,
  ],
  [
    'bathroom',
    /bath ?room|wash ?room|rest ?room|shower room|\btoilets?\b|lavatory|(?:in|by|into) (?:the|a|his|her) (?:bath|bathtub|shower)\b/u,
  ],
  ['kitchen', /kitchen|bakery|galley/u],
  ['bedroom', /bed ?room|hotel|dormitor/u],
  ['office', /office|meeting room|boardroom|newsroom|coworking|control room|desk/u],
  ['restaurant', /restaurant(?! kitchen)|fine dining|trattoria|brasserie/u],
  [
    'cafe',
    /caf[eé]|diner|coffee ?(?:shop|house)|\bbar\b|pub\b|bistro|tavern|tea ?(?:house|room)|canteen/u,
  ],
  ['supermarket', /super ?market|grocery|hyper ?market|\baisle\b/u],
  ['shop', /\bshop\b|\bstore\b|\bmall\b|salon|barber|boutique|market hall|showroom|florist/u],
  ['studio', /studio|gallery|museum|atelier|loft/u],
  ['hallway', /hall ?way|corridor|lobby|entrance hall|stairwell|hall\b|foyer|lift|elevator|stair/u],
  [
    'living room',
    /living ?room|lounge|sitting room|dining|apartment|flat\b|home\b|house interior|parlou?r|cabin|cottage|mansion|manor|palace|villa|haunted house|old house|\bhouse\b|\bparty\b|wedding|indoors?|interior|inside|\broom\b|den\b/u,
  ],
]

const outdoors =
  /garden|woods|valley|river|sea\b|hills?\b|snow|yard|outside|exterior|street|rooftop|balcony|terrace|beach|forest|field|mountain|lake/u

/** The room a place's words mean, null for a place under the sky. */
export const roomMeant = (place: string): RoomKind | null => {
  const lower = place.toLowerCase()
  const kind = words.find(([, pattern]) => pattern.test(lower))?.[0] ?? null
  const open = outdoors.test(lower) && !/inside|interior|room|indoor/u.test(lower)
  return open ? null : kind
}

/** Colours and surfaces of a kind of room. */
export interface RoomStyle {
  readonly walls: readonly [Rgb, Rgb]
  readonly floor: Rgb
  readonly floorKind: 'boards' | 'tiles' | 'plain' | 'carpet'
  readonly ceiling: Rgb
  readonly wainscot: Rgb | null
  readonly tiles: Tiles | null
  readonly ceilingHeight: number
  readonly window: 'single' | 'wide' | 'pair' | 'none' | 'ports' | 'train' | 'wall'
  readonly curtains: Rgb | null
  readonly view: Window['view']
  /** Depth of the back wall behind the people, metres. */
  readonly back: number
  /** How far people can stand, metres; null for as far as the wall. */
  readonly floorTo: number | null
  /** Where rails run, metres behind the people and below their feet; null for nowhere. */
  readonly rails: { readonly z: number; readonly low: number } | null
  /** Farthest that side walls stand from the middle, metres. */
  readonly widest: number
}

const style = (
  walls: readonly [string, string],
  floor: string,
  rest: Partial<RoomStyle> = {},
): RoomStyle => ({
  walls: [readColour(walls[0]), readColour(walls[1])],
  floor: readColour(floor),
  floorKind: 'boards',
  ceiling: readColour('#dcd6ca'),
  wainscot: null,
  tiles: null,
  ceilingHeight: 2.9,
  window: 'single',
  curtains: null,
  view: 'garden',
  back: 2.7,
  widest: 6.5,
  floorTo: null,
  rails: null,
  ...rest,
})

/** How each kind of room looks. */
export const roomStyles: Readonly<Record<RoomKind, RoomStyle>> = {
  kitchen: style(['#cdbfa4', '#b9c2b4'], '#b08b66', {
    window: 'single',
    floorKind: 'tiles',
    widest: 3.4,
  }),
  'living room': style(['#c7b49a', '#a9b0a4'], '#8f6a4a', {
    curtains: readColour('#9c6a58'),
    window: 'wide',
    widest: 3.8,
  }),
  bedroom: style(['#b9aeb6', '#c4b4a0'], '#9a7656', {
    curtains: readColour('#8c94b0'),
    widest: 3.3,
  }),
  office: style(['#b8bcc0', '#c6beb0'], '#7c7f86', {
    floorKind: 'carpet',
    window: 'wide',
    view: 'city',
    widest: 4.3,
  }),
  cafe: style(['#a2765a', '#7f8a7a'], '#7d5638', {
    window: 'wide',
    view: 'city',
    wainscot: readColour('#5a4030'),
    ceilingHeight: 3.2,
    widest: 4.6,
  }),
  classroom: style(['#cfc8a8', '#b8c4c4'], '#a58460', {
    window: 'none',
    ceilingHeight: 3.1,
    widest: 4.3,
  }),
  workshop: style(['#8d8176', '#7d858a'], '#7a746c', {
    floorKind: 'plain',
    window: 'pair',
    ceilingHeight: 3.2,
    widest: 4.2,
  }),
  laboratory: style(['#bcc8ce', '#c4ccc8'], '#a3adb2', {
    floorKind: 'tiles',
    window: 'wide',
    view: 'city',
    widest: 4.2,
  }),
  studio: style(['#b8aea0', '#c9c2b6'], '#9a7a58', {
    window: 'wide',
    ceilingHeight: 3.6,
    view: 'city',
    widest: 4.4,
  }),
  stage: style(['#3c2226', '#2a2430'], '#6a452e', {
    window: 'none',
    ceiling: readColour('#1c181e'),
    ceilingHeight: 4.4,
  }),
  hallway: style(['#b9a98e', '#a4a8a4'], '#8a6a4c', {
    window: 'none',
    wainscot: readColour('#d4ccbc'),
    widest: 2.7,
  }),
  library: style(['#8a6a4c', '#6f6a58'], '#6e4a32', {
    window: 'single',
    ceilingHeight: 3.6,
    widest: 4.4,
  }),
  shop: style(['#c4b8a4', '#aebab4'], '#a08868', {
    window: 'wide',
    view: 'city',
    floorKind: 'tiles',
    ceilingHeight: 3.2,
  }),
  'hospital room': style(['#c2cfcc', '#ccd0c8'], '#b4bcbc', {
    floorKind: 'tiles',
    curtains: readColour('#9fbcb8'),
    window: 'single',
    view: 'city',
    widest: 3.6,
  }),
  train: style(['#9a8f80', '#8a949c'], '#5c5852', {
    floorKind: 'plain',
    window: 'train',
    view: 'passing',
    ceilingHeight: 2.5,
    wainscot: readColour('#5e4a44'),
    back: 2.0,
    widest: 2.3,
  }),
  spaceship: style(['#59646e', '#4c5868'], '#4a525a', {
    floorKind: 'plain',
    window: 'ports',
    view: 'stars',
    ceilingHeight: 2.7,
    ceiling: readColour('#5a646e'),
  }),
  'castle hall': style(['#8d8375', '#968a7a'], '#7a7066', {
    floorKind: 'tiles',
    window: 'none',
    ceiling: readColour('#5a4a3a'),
    ceilingHeight: 5.4,
    back: 6.6,
    widest: 5.4,
  }),
  church: style(['#c6baa4', '#cdc4b2'], '#a89a86', {
    floorKind: 'tiles',
    window: 'none',
    ceiling: readColour('#d2c8b6'),
    ceilingHeight: 6.6,
    back: 8.6,
    widest: 5.2,
  }),
  gym: style(['#a8aeb2', '#b4aca0'], '#8a7458', {
    window: 'wide',
    view: 'city',
    ceilingHeight: 3.6,
    back: 3.4,
    widest: 4.6,
  }),
  'boxing ring': style(['#22222c', '#262028'], '#3a3a42', {
    floorKind: 'plain',
    window: 'none',
    ceiling: readColour('#15151b'),
    ceilingHeight: 4.4,
    back: 3.6,
  }),
  corridor: style(['#c8d2d0', '#d0d2ca'], '#a9b6b8', {
    floorKind: 'tiles',
    window: 'none',
    ceiling: readColour('#e4e8e8'),
    ceilingHeight: 2.8,
    wainscot: readColour('#9fb8b8'),
    back: 9,
    widest: 2.1,
  }),
  airplane: style(['#d4d6d8', '#cdd2d6'], '#56606c', {
    floorKind: 'carpet',
    window: 'none',
    ceiling: readColour('#dfe2e6'),
    ceilingHeight: 2.3,
    back: 7.5,
    widest: 2.0,
  }),
  airport: style(['#b8c0c6', '#c2c6c8'], '#a8b0b4', {
    floorKind: 'tiles',
    window: 'wall',
    view: 'apron',
    ceilingHeight: 4.4,
    back: 4.2,
  }),
  restaurant: style(['#7c4438', '#5a5444'], '#6a4630', {
    window: 'wide',
    view: 'city',
    wainscot: readColour('#4a2f22'),
    curtains: readColour('#8c3c38'),
    ceilingHeight: 3.3,
    back: 3.9,
  }),
  bathroom: style(['#d6d2c4', '#c4ccc8'], '#8f9a9c', {
    floorKind: 'tiles',
    tiles: {
      ...{ colour: readColour('#c2d2cf'), band: readColour('#5f8c8c') },
      ...{ to: 1.75, size: 0.2 },
    },
    ceilingHeight: 2.6,
    back: 2.1,
    widest: 2.15,
  }),
  'underground station': style(['#c9c4b6', '#bfc6c4'], '#6f7274', {
    floorKind: 'plain',
    window: 'none',
    tiles: {
      ...{ colour: readColour('#d2cebf'), band: readColour('#2f6a7c') },
      ...{ to: 2.5, size: 0.32 },
    },
    ceiling: readColour('#8f8c84'),
    ceilingHeight: 4.2,
    back: 6.4,
    widest: 7.4,
    floorTo: 0.8,
    rails: { z: 5.1, low: 0.7 },
  }),
  supermarket: style(['#c9ccc8', '#d0cec4'], '#b9bab4', {
    floorKind: 'tiles',
    window: 'none',
    ceiling: readColour('#cfd2d0'),
    ceilingHeight: 3.4,
    back: 9.5,
    widest: 3.4,
  }),
}

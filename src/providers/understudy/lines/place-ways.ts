/** What a place has to walk on, to look at and to sit on, as the end of a sentence. */
export interface PlaceWays {
  readonly path: string
  readonly view: string
  readonly seat: string
}

const ways = (path: string, view: string, seat: string): PlaceWays => ({ path, view, seat })

const byPlace: Readonly<Record<string, PlaceWays>> = {
  beach: ways("along the water's edge", 'out over the water', 'in the sand'),
  ocean: ways('to the bow', 'out to where sea and sky meet', 'with the spray coming over'),
  harbor: ways('along the quay', 'over the boats', 'on the edge of the quay'),
  'rocky coast': ways('along the cliff', 'out over the waves', 'on a rock above the sea'),
  'mountain lake': ways('along the shore', 'across the water', 'on a stone by the water'),
  mountains: ways('up the path', 'over one ridge after another', 'on a rock'),
  forest: ways('between the trees', 'up into the branches', 'on a fallen trunk'),
  jungle: ways('through the green', 'up to where the light comes in', 'on a root'),
  meadow: ways('through the tall grass', 'across the open field', 'in the grass'),
  park: ways('along the path under the trees', 'across the lawns', 'in the grass'),
  garden: ways('between the beds', 'at what has come up', 'among the flowers'),
  farm: ways('across the yard', 'over the fields', 'by the fence'),
  river: ways('along the bank', 'down into the current', 'on the bank'),
  waterfall: ways('up to the edge of the spray', 'up into the falling water', 'on a wet stone'),
  desert: ways('along the crest of a dune', 'over the sand', 'in the shade of a dune'),
  'snow field': ways('through the snow', 'over all that white', 'in the snow'),
  village: ways('up the lane', 'at the houses', 'on a doorstep'),
  road: ways('down the road', 'where the road is going', 'at the roadside'),
  bridge: ways('across the bridge', 'down at the water', 'on the railing'),
  market: ways('from stall to stall', 'over the stalls', 'at the edge of the market'),
  'city street': ways('down the street', 'up at the windows', 'on a step'),
  'city skyline': ways('along the roofs', 'over the city', 'above the streets'),
  rooftop: ways('to the edge of the roof', 'over the city', 'on the low wall'),
  castle: ways('along the wall', 'over the land below', 'on the old stones'),
  playground: ways('past the swings', 'at the slide', 'on the swing'),
  'lavender field': ways('between the rows', 'over all that purple', 'between the rows'),
  vineyard: ways('between the vines', 'down the rows', 'under the vines'),
  'living room': ways('to the window', 'out of the window', 'on the sofa'),
  kitchen: ways('to the stove', 'at what is on the stove', 'at the kitchen table'),
  bedroom: ways('to the window', 'out of the window', 'on the edge of the bed'),
  cafe: ways('to the counter', 'out into the street', 'at the small table'),
  library: ways('along the shelves', 'up at the shelves', 'between the shelves'),
  classroom: ways('to the front', 'at the board', 'at the desk'),
  workshop: ways('to the bench', 'at the work', 'at the bench'),
  bathroom: ways('to the mirror', 'into the mirror', 'on the edge of the bath'),
  office: ways('down the corridor', 'at the screen', 'at the desk'),
  train: ways('down the carriage', 'at the land going by', 'by the window'),
  'train station': ways('along the platform', 'down the track', 'on a suitcase'),
  'subway station': ways('along the platform', 'into the tunnel', 'on the bench'),
  'shop interior': ways('along the shelves', 'at what is on the shelves', 'by the door'),
  supermarket: ways('down the aisle', 'at what is on the shelves', 'at the end of the aisle'),
  stage: ways('out into the light', 'into the dark rows', 'at the edge of the stage'),
}

/** The ways of a place; null for one that nothing more is known of. */
export const waysOfPlace = (place: string): PlaceWays | null => byPlace[place] ?? null

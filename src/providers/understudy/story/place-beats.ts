import { coast, desert, field, forest, lake, river, snow, underwater } from './nature-beats.ts'
import type { PlaceBeat } from './place-beat.ts'
import { city, country, indoors, oldTown, space } from './town-beats.ts'
import {
  barren,
  castle,
  cave,
  church,
  ice,
  jungle,
  passage,
  play,
  rows,
  sport,
  stone,
} from './wonder-beats.ts'

const families: readonly (readonly [readonly string[], readonly PlaceBeat[]])[] = [
  [['mountain lake', 'mountains'], lake],
  [['forest'], forest],
  [['meadow', 'garden', 'park', 'farm'], field],
  [['beach', 'ocean', 'harbor'], coast],
  [['underwater'], underwater],
  [['river', 'waterfall'], river],
  [['desert'], desert],
  [['snow field'], snow],
  [['city street', 'city skyline', 'train', 'bridge', 'market', 'rooftop'], city],
  [['canal city', 'town square', 'old town'], oldTown],
  [['village', 'road', 'house front'], country],
  [['space', 'spaceship cabin'], space],
  [['castle', 'castle hall'], castle],
  [['church'], church],
  [['mars', 'moon surface'], barren],
  [['jungle'], jungle],
  [['cave'], cave],
  [['football pitch', 'swimming pool', 'gym', 'boxing ring'], sport],
  [['playground'], play],
  [['vineyard', 'lavender field', 'rice terraces'], rows],
  [['volcano', 'canyon'], stone],
  [['iceberg'], ice],
  [['ship deck', 'airplane', 'airport'], passage],
]

/** What a place offers to look at, in a sensible order; never empty. */
export const beatsOf = (place: string): readonly PlaceBeat[] =>
  families.find(([names]) => names.includes(place))?.[1] ?? indoors

/** Places a film can wander to from a place, near ones first. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  'mountain lake': ['forest', 'river', 'meadow', 'village', 'snow field'],
  mountains: ['forest', 'river', 'meadow', 'snow field', 'village'],
  forest: ['river', 'meadow', 'mountain lake', 'village', 'snow field'],
  meadow: ['forest', 'river', 'village', 'mountain lake', 'beach'],
  garden: ['village', 'meadow', 'forest', 'river', 'beach'],
  park: ['city street', 'meadow', 'river', 'forest', 'village'],
  farm: ['village', 'forest', 'river', 'mountain lake', 'beach'],
  beach: ['underwater', 'meadow', 'forest', 'village', 'river', 'mountain lake'],
  ocean: ['underwater', 'meadow', 'village', 'forest', 'river', 'mountain lake'],
  harbor: ['village', 'underwater', 'meadow', 'forest', 'river', 'city street'],
  underwater: ['beach', 'river', 'meadow', 'forest', 'mountain lake'],
  river: ['forest', 'meadow', 'mountain lake', 'village', 'beach'],
  waterfall: ['forest', 'mountain lake', 'meadow', 'village', 'beach'],
  desert: ['village', 'river', 'meadow', 'beach', 'mountain lake'],
  'snow field': ['forest', 'mountain lake', 'village', 'river', 'meadow'],
  village: ['meadow', 'river', 'forest', 'mountain lake', 'beach'],
  road: ['meadow', 'river', 'forest', 'desert', 'beach'],
  'castle hall': ['castle', 'village', 'forest', 'mountains'],
  mars: ['space', 'desert', 'canyon'],
  'moon surface': ['space', 'mars', 'desert'],
  'spaceship cabin': ['space', 'moon surface', 'mars'],
  jungle: ['river', 'waterfall', 'forest', 'beach'],
  cave: ['forest', 'mountains', 'river', 'waterfall'],
  'football pitch': ['park', 'city street', 'meadow'],
  playground: ['park', 'city street', 'garden'],
  'swimming pool': ['garden', 'beach', 'park'],
  vineyard: ['village', 'meadow', 'farm', 'forest'],
  'lavender field': ['village', 'meadow', 'vineyard', 'forest'],
  'rice terraces': ['village', 'jungle', 'river', 'mountains'],
  volcano: ['mountains', 'jungle', 'beach', 'forest'],
  canyon: ['desert', 'river', 'mountains'],
  iceberg: ['snow field', 'ocean', 'mountains'],
  'ship deck': ['ocean', 'harbor', 'beach', 'underwater'],
  castle: ['village', 'forest', 'mountains', 'river', 'meadow'],
  bridge: ['river', 'city street', 'village', 'forest', 'meadow'],
  rooftop: ['city street', 'park', 'river', 'bridge', 'village'],
  'house front': ['garden', 'village', 'meadow', 'river', 'forest'],
  market: ['village', 'city street', 'river', 'meadow', 'beach'],
  'city street': ['river', 'village', 'beach', 'meadow', 'forest'],
  'canal city': ['town square', 'bridge', 'market', 'cafe'],
  'town square': ['old town', 'cafe', 'market', 'park'],
  'old town': ['town square', 'cafe', 'market', 'bridge'],
  'city skyline': ['river', 'village', 'beach', 'meadow', 'forest'],
  space: ['desert', 'mountain lake', 'beach', 'city street', 'forest'],
}

/** Where a film can wander from a place; from a room, out into the street and the village. */
export const neighboursOf = (place: string): readonly string[] =>
  neighbours[place] ?? ['city street', 'village', 'river', 'forest']

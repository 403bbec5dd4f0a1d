import { coast, desert, field, forest, lake, river, snow, underwater } from './nature-beats.ts'
import type { PlaceBeat } from './place-beat.ts'
import { city, country, indoors, space } from './town-beats.ts'

const families: readonly (readonly [readonly string[], readonly PlaceBeat[]])[] = [
  [['mountain lake', 'mountains'], lake],
  [['forest'], forest],
  [['meadow', 'garden', 'park', 'farm'], field],
  [['beach', 'ocean', 'harbor'], coast],
  [['underwater'], underwater],
  [['river', 'waterfall'], river],
  [['desert'], desert],
  [['snow field'], snow],
  [['city street', 'city skyline', 'train'], city],
  [['village', 'road'], country],
  [['space'], space],
]

/** What a place offers to look at, in a sensible order; never empty. */
export const beatsOf = (place: string): readonly PlaceBeat[] =>
  families.find(([names]) => names.includes(place))?.[1] ?? indoors

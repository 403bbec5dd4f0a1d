import type { Season } from '../vocabulary.ts'
import { mix, type Rgb, rgb } from './colour.ts'

const autumnLeaves = ['#c8642a', '#d9a032', '#b5432e', '#c98a3a'] as const

/** The colour of leaves in a season: in autumn no two trees have the same. Needles stay green. */
export const leafIn = (season: Season | null, summer: string, tree: number): Rgb =>
  rgb(season === 'autumn' ? (autumnLeaves[tree % autumnLeaves.length] ?? summer) : summer)

const meadowsIn: Readonly<Partial<Record<Season, readonly [string, number]>>> = {
  autumn: ['#9a7a3c', 0.45],
  winter: ['#8a7f66', 0.6],
}

/** Green ground and grass as they are in a season; what is not green stays. */
export const groundIn = (season: Season | null, colour: Rgb): Rgb => {
  const turned = season ? meadowsIn[season] : undefined
  const [red, green, blue] = colour
  if (!turned || green <= red || green <= blue) return colour
  return mix(colour, rgb(turned[0]), turned[1])
}

/** What stands out among the grass: flowers, in autumn fallen leaves, in winter nothing. */
export const dotsIn = (season: Season | null, flowers: readonly string[]): readonly string[] => {
  if (season === 'winter') return []
  return season === 'autumn' ? autumnLeaves : flowers
}

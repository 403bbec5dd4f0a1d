import type { Season } from '../vocabulary.ts'
import { mix, type Rgb, rgb } from './colour.ts'

const autumnLeaves = ['#c8642a', '#d9a032', '#b5432e', '#c98a3a'] as const

/** The colour of leaves in a season: in autumn no two trees have the same. Needles stay green. */
export const leafIn = (season: Season | null, summer: string, tree: number): Rgb => {
  if (season === 'dry') return mix(rgb(summer), rgb(withered), 0.55)
  return rgb(season === 'autumn' ? (autumnLeaves[tree % autumnLeaves.length] ?? summer) : summer)
}

/** What is green when no rain has fallen for long. */
const withered = '#b3935a'

const meadowsIn: Readonly<Partial<Record<Season, readonly [string, number]>>> = {
  autumn: ['#9a7a3c', 0.45],
  winter: ['#8a7f66', 0.6],
  dry: [withered, 0.8],
}

/** Green ground and grass as they are in a season; what is not green stays. */
export const groundIn = (season: Season | null, colour: Rgb): Rgb => {
  const turned = season ? meadowsIn[season] : undefined
  const [red, green, blue] = colour
  if (!turned || green <= red || green <= blue) return colour
  return mix(colour, rgb(turned[0]), turned[1])
}

/** What stands out among the grass: flowers, in autumn fallen leaves, in winter and drought nothing. */
export const dotsIn = (season: Season | null, flowers: readonly string[]): readonly string[] => {
  if (season === 'winter' || season === 'dry') return []
  return season === 'autumn' ? autumnLeaves : flowers
}

import type { Reading } from '../reading/read-concept.ts'

/** What takes the place of what is ruled out, the plainest first. */
const rows = {
  time: ['day', 'morning', 'golden hour', 'sunset', 'dawn', 'dusk', 'night'],
  weather: ['clear', 'cloudy', 'wind', 'fog', 'rain', 'storm', 'snow'],
  place: ['park', 'meadow', 'forest', 'village', 'city street', 'living room', 'studio'],
} as const

/** A time, weather or place as it may be seen: itself, else the plainest that the client does not rule out. */
export const permitted = (
  { negations }: Pick<Reading, 'negations'>,
  kind: keyof typeof rows,
  wish: string,
): string => {
  const banned = new Set(negations.flatMap(({ words }) => words))
  if (!banned.has(wish)) return wish
  const row: readonly string[] = rows[kind]
  return row.find((word) => !banned.has(word)) ?? wish
}

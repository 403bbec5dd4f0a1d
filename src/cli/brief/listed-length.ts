const sceneStart = /\bscene\s+\d+\b/gi
const length = /\b(\d+(?:\.\d+)?)\s*(?:s|sec|secs|second|seconds)\b/i

/**
 * Length of a film whose concept lists its scenes with a length each (`Scene 1 - they meet, 3 seconds. Scene 2 - …`).
 *
 * @returns seconds, the sum; null unless every listed scene has its length
 */
export const listedLength = (concept: string): number | null => {
  const starts = [...concept.matchAll(sceneStart)].map(({ index }) => index)
  if (starts.length === 0) return null
  const lengths = starts.map((start, index) => {
    const scene = concept.slice(start, starts[index + 1])
    const seconds = length.exec(scene)?.[1]
    return seconds === undefined ? null : Number(seconds)
  })
  return lengths.every((seconds) => seconds !== null)
    ? lengths.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0)
    : null
}

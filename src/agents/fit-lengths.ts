/** A length that is wanted, and the range it may have. Whole numbers, `least <= most`. */
export interface WantedLength {
  readonly wanted: number
  readonly least: number
  readonly most: number
}

/**
 * Lengths as near to the wanted ones as their ranges and an exact sum allow: all are scaled alike, those that leave
 * their range stop at its border, and the others share what is left.
 *
 * @param total the sum the result must have, a whole number
 * @returns whole lengths, or null when no lengths within the ranges have that sum
 */
export const fitLengths = (
  parts: readonly WantedLength[],
  total: number,
): readonly number[] | null => {
  const sum = (pick: (part: WantedLength) => number): number =>
    parts.reduce((all, part) => all + pick(part), 0)
  if (sum(({ least }) => least) > total || sum(({ most }) => most) < total) return null
  const scaled = parts.map((part) => within(part, part.wanted * scaleFor(parts, total)))
  const whole = scaled.map((length, index) => {
    const part = parts[index]
    return part ? within(part, Math.round(length)) : 0
  })
  return settle(parts, whole, total)
}

const within = (part: WantedLength, length: number): number =>
  Math.min(part.most, Math.max(part.least, length))

const scaleFor = (parts: readonly WantedLength[], total: number): number => {
  const sumAt = (scale: number): number =>
    parts.reduce((all, part) => all + within(part, part.wanted * scale), 0)
  let [low, high] = [0, 1]
  while (sumAt(high) < total && high < 1e9) high *= 2
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2
    if (sumAt(middle) < total) low = middle
    else high = middle
  }
  return high
}

const settle = (
  parts: readonly WantedLength[],
  lengths: readonly number[],
  total: number,
): readonly number[] => {
  const result = [...lengths]
  let left = total - result.reduce((all, length) => all + length, 0)
  while (left !== 0) {
    const sign = Math.sign(left)
    for (const [index, part] of parts.entries()) {
      const length = result[index] ?? 0
      const room = sign > 0 ? part.most - length : length - part.least
      if (left === 0 || room <= 0) continue
      const share = Math.min(room, Math.max(1, Math.floor(Math.abs(left) / parts.length)))
      const step = Math.min(share, Math.abs(left))
      result[index] = length + sign * step
      left -= sign * step
    }
  }
  return result
}

/** Longest rest that a vendor is believed to ask for, in milliseconds: daily limits are over 24 hours. Chosen by this project. */
export const longestRestMs = 86_400_000

/**
 * How long an answer asks to be left alone, in whole milliseconds, {@link longestRestMs} at most; null where it does not ask, or not
 * so that it can be read. It is told as seconds or as a date, RFC 9110, 10.2.3, and by some vendors also as `retry-after-ms`.
 *
 * @param header a header of the answer by its name in small letters
 */
export const retryAfterMs = (
  header: (name: string) => string | null | undefined,
): number | null => {
  const said = header('retry-after')
  // A date is told by the vendor's clock, and so it is measured by it.
  const untilMs = Date.parse(said ?? '') - Date.parse(header('date') ?? '')
  const told = [numberOf(header('retry-after-ms')), numberOf(said) * 1000, untilMs]
  const restMs = told.find((each) => each >= 0)
  return restMs === undefined ? null : Math.min(Math.ceil(restMs), longestRestMs)
}

const numberOf = (text: string | null | undefined): number =>
  text && text.trim() !== '' ? Number(text) : Number.NaN

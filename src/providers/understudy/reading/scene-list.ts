/** One scene of a list the client wrote. */
export interface ListedScene {
  readonly title: string
  readonly text: string
  /** Length the client asks for; null when none is given. */
  readonly seconds: number | null
  /** Where it stands in the text, half open. */
  readonly start: number
  readonly end: number
}

const heading =
  /^[\s\-•*#>]*(?:(?:scene|shot|szene|scène|escena|scena|シーン|场景)\s*(?:#|no\.?\s*)?(\d{1,2})|(\d{1,2})\s*[.)])\s*[:.)\-–—]*\s*(.*)$/iu
const stretch = /[([]?\s*(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})\s*[)\]]?/
const length = /[([,]?\s*\b(\d{1,3}(?:\.\d)?)\s*[-‐]?(?:s|sec|secs|second|seconds)\b\s*[)\]]?/i

/** Break a text where a scene's heading starts in the middle of a line; positions stay. */
const broken = (text: string): string =>
  text.replace(
    /(?<=[.;,!?:)\]])[ \t](?=(?:scene|szene|scène|escena|シーン)\s*#?\d{1,2}\s*[:\-–—(.])/giu,
    '\n',
  )

/**
 * The scenes a client has listed ("Scene 1 - …", "1. …", with lengths such as "(5s)" or "0:00-0:05"), in their order.
 * Fewer than two is no list.
 */
export const readSceneList = (text: string): readonly ListedScene[] => {
  const scenes: {
    heading: string
    lines: string[]
    hasWord: boolean
    start: number
    end: number
  }[] = []
  let at = 0
  for (const line of broken(text).split('\n')) {
    const match = heading.exec(line)
    const [start, end] = [at, at + line.length]
    const last = scenes.at(-1)
    if (match && isNext(match, scenes.length)) {
      scenes.push({
        heading: match[3] ?? '',
        lines: [],
        hasWord: match[1] !== undefined,
        start,
        end,
      })
    } else if (last) {
      last.lines.push(line)
      last.end = end
    }
    at = end + 1
  }
  const isList = scenes.length >= 2 && (scenes.some(({ hasWord }) => hasWord) || scenes.length >= 3)
  return isList ? scenes.slice(0, 40).map(listed) : []
}

/** A list counts from 1 in steps of 1; anything else is a number in a text. */
const isNext = (match: RegExpExecArray, count: number): boolean =>
  Number(match[1] ?? match[2]) === count + 1

const listed = (found: {
  readonly heading: string
  readonly lines: readonly string[]
  readonly start: number
  readonly end: number
}): ListedScene => {
  const { heading: head, lines, start, end } = found
  const all = [head, ...lines].join('\n')
  const [top = '', ...more] = head.trim() === '' ? lines : [head, ...lines]
  const bare = top
    .replace(stretch, ' ')
    .replace(length, ' ')
    .replace(/^[\s:\-–—.)]+/, '')
    .trim()
  const [first = '', ...others] = bare.split(/\s*[:–—]\s+|\s+-\s+/)
  const isTitled = others.length > 0 && first.length <= 60
  const text = [isTitled ? others.join(' - ') : bare, ...more]
    .join('\n')
    .replace(stretch, ' ')
    .replace(length, ' ')
    .trim()
  return {
    title: isTitled ? first.trim() : '',
    text: text === '' ? bare : text,
    seconds: secondsIn(all),
    start,
    end,
  }
}

const secondsIn = (text: string): number | null => {
  const range = stretch.exec(text)
  if (range) {
    const [from, to] = [
      Number(range[1]) * 60 + Number(range[2]),
      Number(range[3]) * 60 + Number(range[4]),
    ]
    if (to > from) return to - from
  }
  const match = length.exec(text)
  const seconds = match ? Number(match[1]) : 0
  return seconds >= 1 && seconds <= 600 ? seconds : null
}

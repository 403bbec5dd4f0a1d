/** One scene of a list the client wrote. */
export interface ListedScene {
  readonly title: string
  readonly text: string
  /** Length the client asks for; null when none is given. */
  readonly seconds: number | null
}

const heading =
  /^[\s\-•*#>]*(?:(?:scene|shot|szene|scène|escena|scena|シーン|场景)\s*(?:#|no\.?\s*)?(\d{1,2})|(\d{1,2})\s*[.)])\s*[:.)\-–—]*\s*(.*)$/iu
const stretch = /[([]?\s*(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})\s*[)\]]?/
const length = /[([,]?\s*\b(\d{1,3}(?:\.\d)?)\s*[-‐]?(?:s|sec|secs|second|seconds)\b\s*[)\]]?/i

/** Break a text where a scene's heading starts in the middle of a line. */
const broken = (text: string): string =>
  text.replace(
    /(?<=[.;,!?:)\]]\s|^)((?:scene|szene|scène|escena|シーン)\s*#?\d{1,2}\s*[:\-–—(.])/giu,
    '\n$1',
  )

/**
 * The scenes a client has listed ("Scene 1 - …", "1. …", with lengths such as "(5s)" or "0:00-0:05"), in their order.
 * Fewer than two is no list.
 */
export const readSceneList = (text: string): readonly ListedScene[] => {
  const scenes: { heading: string; lines: string[]; hasWord: boolean }[] = []
  for (const line of broken(text).split('\n')) {
    const match = heading.exec(line)
    if (match && isNext(match, scenes.length)) {
      scenes.push({ heading: match[3] ?? '', lines: [], hasWord: match[1] !== undefined })
    } else {
      scenes.at(-1)?.lines.push(line)
    }
  }
  const isList = scenes.length >= 2 && (scenes.some(({ hasWord }) => hasWord) || scenes.length >= 3)
  return isList ? scenes.slice(0, 40).map(({ heading: head, lines }) => listed(head, lines)) : []
}

/** A list counts from 1 in steps of 1; anything else is a number in a text. */
const isNext = (match: RegExpExecArray, count: number): boolean =>
  Number(match[1] ?? match[2]) === count + 1

const listed = (head: string, lines: readonly string[]): ListedScene => {
  const all = [head, ...lines].join('\n')
  const bare = head
    .replace(stretch, ' ')
    .replace(length, ' ')
    .replace(/^[\s:\-–—.)]+/, '')
    .trim()
  const [first = '', ...others] = bare.split(/\s*[:–—]\s+|\s+-\s+/)
  const isTitled = others.length > 0 && first.length <= 60
  const text = [isTitled ? others.join(' - ') : bare, ...lines]
    .join('\n')
    .replace(stretch, ' ')
    .replace(length, ' ')
    .trim()
  return {
    title: isTitled ? first.trim() : '',
    text: text === '' ? bare : text,
    seconds: secondsIn(all),
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

import type { CameraMove, CastMember, Framing, Picture, Subject } from '../../domain/script.ts'
import { cameraMoves, framings } from '../../domain/script.ts'
import { cameraWords, framingWords } from './shot-prompt.ts'

/** What a prompt asks to be shown, taken apart again. */
export interface PromptedShot {
  readonly picture: Picture
  /** Everybody with a look, under ids made of name and look: the same in every prompt that has both. */
  readonly cast: readonly CastMember[]
}

/**
 * Read a prompt of `shotPrompt` back, also where a retake's own sentence stands before it. Place, time, weather, looks,
 * objects, framing, camera, mood, style and what must not be seen come back as they were; of a named person what they
 * are comes from their look, and where nobody has a look the action begins at the first verb.
 *
 * @returns null for words that were not written so
 */
export const pictureFromPrompt = (prompt: string): PromptedShot | null => {
  const parts = partsOf(prompt)
  if (parts === null) return null
  const { framing, camera, before, after } = parts
  const [head, subjectText, objectText] = sentencesBefore(before)
  const place = placeOf(head)
  if (place === null) return null
  const seen = atTopLevel(subjectText).map(readSubject)
  const picture: Picture = {
    ...place,
    ...closingOf(after),
    subjects: seen.map(({ subject }) => subject),
    objects: objectText === '' ? [] : objectText.split(', '),
    camera,
    framing,
  }
  const cast = seen.flatMap(({ member }) => member ?? [])
  return { picture, cast: [...new Map(cast.map((member) => [member.id, member])).values()] }
}

interface Parts {
  readonly framing: Framing
  readonly camera: CameraMove
  /** Place, subjects and objects. */
  readonly before: string
  /** Mood, style and what must not be seen. */
  readonly after: string
}

const partsOf = (prompt: string): Parts | null => {
  const cut = lastOf(cameraMoves, (move) => {
    const words = ` ${cameraWords[move]}.`
    return { at: prompt.lastIndexOf(words), length: words.length }
  })
  if (cut === null) return null
  const opened = prompt.slice(0, cut.at)
  const opening = lastOf(framings, (framing) => {
    const words = `${framingWords[framing]} of `
    return { at: opened.lastIndexOf(words), length: words.length }
  })
  if (opening === null) return null
  return {
    framing: opening.name,
    camera: cut.name,
    before: opened.slice(opening.at + opening.length),
    after: prompt.slice(cut.at + cut.length).trim(),
  }
}

interface Spot {
  /** −1 where it is not. */
  readonly at: number
  readonly length: number
}

const lastOf = <Name extends string>(
  names: readonly Name[],
  find: (name: Name) => Spot,
): (Spot & { readonly name: Name }) | null =>
  names
    .map((name) => ({ name, ...find(name) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => b.at - a.at)[0] ?? null

const objectsMark = ' In the picture: '

const sentencesBefore = (
  before: string,
): readonly [head: string, subjects: string, objects: string] => {
  const mark = before.lastIndexOf(objectsMark)
  const objects = mark < 0 ? '' : before.slice(mark + objectsMark.length)
  const rest = mark < 0 ? before : before.slice(0, mark)
  // A place may have a stop in it, as St. Mary's has: the head ends at the first one behind a comma.
  const [, head = rest, subjects = ''] = /^(.+?, [^.]*)\. (.*)$/s.exec(rest) ?? []
  return [withoutStop(head), withoutStop(subjects), withoutStop(objects)]
}

const withoutStop = (text: string): string => text.replace(/\.$/, '')

const isTime = (text: string): boolean =>
  /\b(?:dawn|sunrise|morning|day|daylight|noon|midday|afternoon|golden hour|sunset|dusk|twilight|blue hour|evening|night|midnight)\b/.test(
    text,
  )

const placeOf = (head: string): Pick<Picture, 'place' | 'timeOfDay' | 'weather'> | null => {
  const parts = head.split(', ')
  const [last = '', before = ''] = parts.toReversed()
  if (parts.length < 2 || last === '') return null
  const isWeather = parts.length > 2 && (isTime(before) || !isTime(last))
  const from = isWeather ? 2 : 1
  return {
    place: parts.slice(0, -from).join(', '),
    timeOfDay: isWeather ? before : last,
    weather: isWeather ? last : 'clear',
  }
}

/** Where the list of what must not be seen begins: it always begins so. */
const mustNots = 'no readable text'

const closingOf = (after: string): Pick<Picture, 'mood' | 'style' | 'avoid'> => {
  const at = after.lastIndexOf(mustNots)
  const [said, forbidden] = at < 0 ? [after, ''] : [after.slice(0, at), after.slice(at)]
  const [, mood = '', style = said] = /^Mood: (.*?)\.(?: (.*))?$/s.exec(said.trim()) ?? []
  return {
    mood,
    style: withoutStop(style.trim()),
    avoid: withoutStop(forbidden)
      .split(', ')
      .filter((words) => words.startsWith('no ') && words !== mustNots)
      .map((words) => words.slice('no '.length)),
  }
}

/** Parts between semicolons that are not in brackets. */
const atTopLevel = (text: string): readonly string[] => {
  const parts = ['']
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === ';' && depth <= 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${sign}`)
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

interface Seen {
  readonly subject: Subject
  readonly member: CastMember | null
}

const readSubject = (text: string): Seen => {
  const [, many, rest = text] = /^(\d+) × (.*)$/s.exec(text) ?? []
  const count = many === undefined ? 1 : Number(many)
  const { who, look, action } = dividedAtLook(rest) ?? { ...dividedAtVerb(rest), look: '' }
  const what = figureOf(who, look)
  if (look === '' || many !== undefined) {
    return { subject: { castId: null, what, look, action, count }, member: null }
  }
  const id = `${who} (${look})`
  const kind = humans.has(what) ? 'person' : 'animal'
  return {
    subject: { castId: id, what, look, action, count },
    member: { id, name: who, kind, look },
  }
}

interface Divided {
  readonly who: string
  readonly look: string
  readonly action: string
}

/** `Tom (man, about 70) stands`, whatever brackets the look has itself. */
const dividedAtLook = (text: string): Divided | null => {
  const start = text.indexOf(' (')
  if (start < 0) return null
  let depth = 0
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth > 0) continue
    const action = text.slice(at + 1).trim()
    return { who: text.slice(0, start), look: text.slice(start + 2, at), action }
  }
  return null
}

/** `bird flies low over the water`: the first word that looks like a verb in the third person begins the action. */
const dividedAtVerb = (text: string): Omit<Divided, 'look'> => {
  const words = text.split(' ')
  const verb = words.findIndex((word, index) => index > 0 && /[a-rt-z]s$/.test(word))
  return verb < 0
    ? { who: text, action: '' }
    : { who: words.slice(0, verb).join(' '), action: words.slice(verb).join(' ') }
}

const humans: ReadonlySet<string> = new Set('woman man girl boy person child people'.split(' '))

/** What somebody is: by the look where that says so, else by what they are called. */
const figureOf = (who: string, look: string): string => {
  const [first = ''] = look.split(/[^\p{L}]+/u)
  if (humans.has(first)) return first
  const isNamed = /^\p{Lu}/u.test(who)
  const told = look.split(/[^\p{L}]+/u).find((word) => humans.has(word))
  if (isNamed && told !== undefined) return told
  return who.replace(/^(?:the|an?) /, '')
}

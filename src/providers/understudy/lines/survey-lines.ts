import { capital } from '../cast/naming.ts'
import { seasonsIn } from '../reading/sky.ts'
import type { Survey } from '../reading/survey.ts'
import { doing } from '../reading/survey.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { animals, objects, times, weathers } from '../words/vocabulary.ts'

/** What a sight is, as far as the sentence about it goes. */
export type SightKind = 'place' | 'life' | 'thing' | 'air' | 'other'

/** A sight as it is told. */
export interface ToldSight {
  readonly kind: SightKind
  /** What goes on after it, see `sight-tails.ts`; empty for nothing. */
  readonly tail: string
}

/** How sights are told, `{p}` the sight in the client's words; the first that the film has not used yet. */
const frames: Readonly<Record<SightKind, readonly string[]>> = {
  place: [
    'Then {p}.',
    'On to {p}.',
    'Further on, {p}.',
    'And then {p}.',
    'Next, {p}.',
    'Here, {p}.',
  ],
  life: ['Look: {p}.', 'And there, {p}.', 'Here, {p}.', 'And all at once, {p}.', 'Then {p}.'],
  air: ['And {p}.', 'Then {p}.', 'Over it all, {p}.'],
  other: ['Then {p}.', 'And {p}.', 'Look: {p}.', 'Next, {p}.', 'Here, {p}.'],
  thing: ['Close by, {p}.', 'And {p}.', 'Then {p}.', 'Look: {p}.', 'Here, {p}.'],
}

const firstFrames = ['It begins with {p}.']
const firstOfWhole = ['First, {p}.']
const lastFrames = ['And at last, {p}.', 'And in the end, {p}.']

/**
 * The sentences of a list, each with the sight's bare words as the shorter way to say it: no two of them are made alike.
 *
 * @param told what each sight is
 */
export const linesOfSurvey = (
  { kind, sights, whole }: Survey,
  told: readonly ToldSight[],
): readonly (readonly string[])[] => {
  if (kind === 'said') return sights.map(({ text }) => [sentence(text)])
  if (kind === 'done') return sights.map(({ text }, index) => stepLines(text, index, sights.length))
  const used = new Set([''])
  // "Rain on a window, a cup of tea": only its place gave the first its capital.
  const isStart = whole === '' && sights.some(({ text }) => /^\p{Ll}/u.test(text))
  return sights.map(({ text }, index) => {
    if (standsAlone(text)) return [sentence(text)]
    const said = isStart && index === 0 ? withSmallStart(text) : lowered(text)
    const { kind: sort = 'other', tail = '' } = told[index] ?? {}
    const isLast = index === sights.length - 1 && sights.length > 2
    const begun = whole === '' ? firstFrames : firstOfWhole
    const between = isLast ? lastFrames : frames[sort]
    const frame = fresh(index === 0 ? begun : between, used)
    const longer = used.has(tail) ? [] : [frame.replace('{p}', `${said}${tail}`)]
    used.add(frame).add(tail)
    return [...longer, frame.replace('{p}', said), sentence(text)]
  })
}

/** Nouns that take no article. */
const mass =
  /(?:^|\s)(?:rain|snow|fog|mist|wind|ice|sand|grass|water|light|sunlight|moonlight|steam|smoke|coffee|tea|bread|food|wine|cheese|chocolate|honey|music|jazz|laughter|silence|love|joy|peace|time|football|basketball|tennis|dancing|baking|swimming|hiking|traffic|fire|wood|stone|night|day|morning|evening|winter|spring|summer|autumn|nature|life|art|fashion|history|culture|sunshine|thunder|lightning|neon|foliage|architecture|graffiti|gold|silver|dad|mum|mom|grandma|grandpa|nightlife|wildlife|\p{L}+(?:ness|ship|ing|ism))$/iu

/** "Modern villa", "7 years old": what lacks its article is said by itself, as it is written. */
const standsAlone = (text: string): boolean => {
  const [head = ''] = text.split(
    /\s+(?:in|on|at|of|by|under|over|along|from|through|with|\p{L}+ing)(?=\s|$)/iu,
  )
  const isDetermined =
    /^(?:an?|the|my|our|his|her|their|its|one|two|three|four|five|six|some|many|every|each|no)\s/i
  const isMany = /(?:[^su]s|people|children|men|women|sheep|deer|fish)$/i.test(head)
  if (/^\d/.test(text)) return !isMany
  return !(
    isDetermined.test(text) ||
    isMany ||
    mass.test(head) ||
    /\s\p{Lu}|^\p{Lu}/u.test(head) ||
    /\sand\s/.test(head)
  )
}

/** The first way to say it that the film has not used, else the plainest. */
const fresh = (ways: readonly string[], used: ReadonlySet<string>): string =>
  ways.find((way) => !used.has(way)) ?? '{p}.'

const stepLeads = ['Then ', '', 'Now ', '', 'Next, ', '']

/** Steps begin in turns: "First, mix …", "Heat …", "Then pour …", "Now flip it." */
const stepLines = (text: string, index: number, count: number): readonly string[] => {
  const plain = sentence(text)
  if (/^(?:first|then|next|now|finally|lastly|after)(?=[\s,])/i.test(text)) return [plain]
  if (index === 0) return [`First, ${lowered(text)}.`, plain]
  if (index === count - 1) return [`And finally, ${lowered(text)}.`, plain]
  const lead = stepLeads[(index - 1) % stepLeads.length] ?? ''
  return lead === '' ? [plain] : [`${lead}${lowered(text)}.`, plain]
}

/** A phrase within a sentence; a name keeps its capital. */
export const lowered = (text: string): string => {
  const bare = text.replace(/[.!?]+$/u, '')
  const [first = '', second = ''] = bare.split(/\s+/)
  const isName = /^\p{Lu}/u.test(second) && !/^(?:An?|The|My|Our)$/u.test(first)
  return isCommon(first) && !isName ? withSmallStart(bare) : bare
}

const withSmallStart = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

const small =
  /^(?:an?|the|my|our|his|her|their|its|one|two|three|four|some|many|every|life|love|time|music|memories|history|peace|joy|family|friends|home|work|sea|ocean|mountain|city|forest|light|old|young|new|little|small|big|fresh|warm|cold|hot|dark|wild|red|blue|green|black|white|golden|yellow|mix|we|fun)$/i

const common: readonly Lexicon[] = [times, weathers, animals, objects]

/** Whether a word is no name, so that only the start of its sentence gave it a capital. */
const isCommon = (word: string): boolean =>
  /^\p{Ll}/u.test(word) ||
  small.test(word) ||
  doing.test(word) ||
  seasonsIn(word).length > 0 ||
  common.some((list) => list.find(word).length > 0) ||
  /^\p{Lu}\p{Ll}+(?:ing|[^sui]s)$/u.test(word)

const sentence = (text: string): string => capital(text).replace(/[^.!?…]$/u, '$&.')

/** First words of a film that only names what it is about: its theme, as the client puts it. */
export const openingOf = (theme: string): readonly string[] =>
  theme === '' ? [] : [sentence(theme)]

/** Last words of such a film, about the whole of it. */
export const closingOf = (theme: string): readonly string[] => {
  if (theme === '') return []
  if (
    /^(?:happy|merry|congratulations|welcome|thank you|farewell|get well|bon voyage)\s/i.test(theme)
  )
    return [`${theme.replace(/[.!]$/, '')}!`]
  const said = lowered(theme)
  if (said === theme && !/\s(?:in|at|of|on)\s/.test(theme)) return [`This is ${theme}.`]
  const known = /^an?\s/i.test(said) ? said.replace(/^an?\s/i, 'the ') : said
  const isMany = /^(?:the |my |our )?(?:\p{L}+\s+)?\p{L}+[^su]s$/u.test(known)
  if (overWhen.test(known)) return [`That was ${known}.`]
  return [`${isMany ? 'These are' : 'That is'} ${known}.`]
}

/** What is over when it has been seen. */
const overWhen =
  /^(?:(?:the|my|our)\s+)?(?:\p{L}+\s+)?(?:trip|journey|holiday|vacation|visit|tour|walk|hike|day|morning|evening|night|weekend|week|year|routine|afternoon)(?!\p{L})/iu

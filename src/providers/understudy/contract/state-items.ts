import type { Reading } from '../reading/read-concept.ts'
import type { SaidPart } from '../reading/said-parts.ts'
import { seasonsIn } from '../reading/sky.ts'
import { isMany } from '../words/acting-things.ts'
import { verbForm } from '../words/verbs.ts'
import { objects, places } from '../words/vocabulary.ts'
import type { Item } from './contract-item.ts'
import { item } from './contract-item.ts'

/** How things and places can be seen to be; what is old, tidy or beautiful is what any picture shows. */
const states =
  'messy|untidy|cluttered|dry|parched|withered|barren|flooded|ruined|burnt|burned|burning|rusty|muddy|overgrown|abandoned|derelict|crumbling|broken|wrecked|smashed|torn|frozen'
const colours = 'red|orange|yellow|golden|green|blue|purple|violet|pink|brown|black|white|gr[ea]y'

const described = new RegExp(
  String.raw`(?<!\p{L})(${states})\s+((?:[\p{L}-]+\s+){0,2}[\p{L}-]+)`,
  'giu',
)
const changed = new RegExp(
  String.raw`(?<!\p{L})(?:the|his|her|their|its|an?)\s+([\p{L}-]+)\s+((?:turn|become|grow|go)(?:s|es)?)\s+(?:slowly\s+|all\s+|completely\s+)?(${states}|${colours})(?!\p{L})`,
  'giu',
)

/** What has a state that nobody sees. */
const noThing =
  /^(?:hearts?|dreams?|promises?|hopes?|spirits?|records?|rules?|silence|news|love|life|world)$/

interface State {
  readonly thing: string
  readonly claim: string
  readonly words: readonly string[]
  readonly start: number
  readonly end: number
}

/** How a story says that its things and places are, and what they turn into: `messy room`, `the field turns green`. */
const statesIn = (reading: Reading): readonly State[] => {
  if (!reading.isEnglish || reading.subject.genre !== 'story') return []
  const { text } = reading
  // A frozen lake is a picture of its own.
  const known = [...places.find(text), ...objects.find(text)]
  const found = [
    ...[...text.matchAll(described)].flatMap(({ index, 1: how = '', 2: said = '' }) => {
      const thing = nounIn(said)
      const end = index + how.length + 1 + thing.length
      return thing === '' ? [] : [stateOf({ thing, how, verb: 'is' }, index, end)]
    }),
    ...[...text.matchAll(changed)].map(
      ({ 0: all, index, 1: thing = '', 2: verb = '', 3: how = '' }) =>
        stateOf({ thing, how, verb }, index, index + all.length),
    ),
  ]
  return found.filter(
    ({ thing, start, end }) =>
      !noThing.test(thing) &&
      !known.some((span) => span.start <= start && span.end >= end) &&
      !seasonsIn(text).some((season) => season.start < end && season.end > start),
  )
}

const stateOf = (
  said: { readonly thing: string; readonly how: string; readonly verb: string },
  start: number,
  end: number,
): State => {
  const [thing, how, verb] = [said.thing, said.how, said.verb].map((word) => word.toLowerCase())
  const be = verb === 'is' && isMany(`${thing}`) ? 'are' : verb
  return {
    thing: `${thing}`,
    claim: `the ${thing} ${be} ${how}`,
    words: [`${how} ${thing}`],
    start,
    end,
  }
}

/** The noun that words begin with: `toy car` of `toy car drives off`. */
const nounIn = (said: string): string => {
  const words = said.split(/\s+/)
  const end = words.findIndex((word, index) => endsNoun.test(word) || (index > 0 && isDeed(word)))
  return words.slice(0, end < 0 ? words.length : end).join(' ')
}

const endsNoun =
  /^(?:and|or|but|in|on|at|with|of|under|by|near|to|into|from|while|where|that|who|which|is|are|as|then|after|before|for|through|over|until|an?|the|his|her|their|its)$/i

const isDeed = (word: string): boolean => verbForm(word)?.shape === 'third'

/** Each state and each change is a wish of its own, fulfilled where it is drawn and not by being told. */
export const stateItems = (reading: Reading): readonly Item[] =>
  statesIn(reading)
    .slice(0, 3)
    .map(({ claim, words }) => item('attribute', claim, words, 5))

/** Whether a part of a text says nothing but how something is. */
export const isOnlyState = (reading: Reading, { start, end }: Omit<SaidPart, 'text'>): boolean =>
  statesIn(reading).some(
    (state) =>
      state.start >= start &&
      state.end <= end &&
      !/\p{L}{4,}/u.test(
        `${reading.text.slice(start, state.start)} ${reading.text.slice(state.end, end)}`,
      ),
  )

import { type Action, readAction } from '../poses/actions.ts'
import { creatures } from './creatures.ts'
import { isCreature, type Species } from './species.ts'

const flight =
  /\b(?:fl(?:y|ies|ying|utters?|uttering)|soar(?:s|ing)?|glid(?:es|ing)|hover(?:s|ing)?|swoop(?:s|ing)?)\b/u
const creeping =
  /\b(?:crawl(?:s|ing)?|slither(?:s|ing)?|waddl(?:es|ing)|creep(?:s|ing)?|scuttl(?:es|ing))\b/u

/** Words for what paws do in the ground. */
export const digging: RegExp = /\b(?:dig(?:s|ging)?|bur(?:y|ies|ying))\b/u

/** What an animal does: besides what people do it may fly or creep, and only who can is seen to. */
export const animalAction = (species: Species, text: string): Action => {
  const action = onFours(readAction(text))
  const lower = text.toLowerCase()
  const own = ownWays(species)?.exec(lower)
  if (own && (action.word === null || !drawn.has(action.kind))) return { ...action, word: own[0] }
  return drawn.has(action.kind) ? action : { ...action, word: null }
}

/** What a kind does that people do otherwise or not at all. */
const ownWays = (species: Species): RegExp | null => {
  if (canFly(species)) return flight
  if (!isCreature(species)) return null
  return creatures[species].paws ? digging : creeping
}

/** An animal walks up a hill as it walks anywhere, and is not said to climb. */
const onFours = (action: Action): Action =>
  action.kind === 'ascend'
    ? {
        ...action,
        kind: 'walk',
        word: /^(?:climb|scal|ascend)/u.test(action.word ?? '') ? null : action.word,
      }
    : action

/** What people do that animals are drawn doing as well. None of them hugs, dances or reads. */
const drawn: ReadonlySet<Action['kind']> = new Set([
  ...(['stand', 'walk', 'run', 'jump', 'sit', 'sleep', 'lie'] as const),
  ...(['eat', 'drink', 'gaze', 'swim', 'float', 'climb'] as const),
])

const canFly = (species: Species): boolean =>
  species === 'dragon' || (isCreature(species) && creatures[species].flies)

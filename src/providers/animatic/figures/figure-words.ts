import { actedWord } from './acted.ts'
import type { Actor } from './actor.ts'
import { coatWord } from './animals/coats.ts'
import { hairWords, wornWords } from './clothes/worn-words.ts'
import { isAbed } from './performance.ts'
import { propWords } from './props/props.ts'
import { thingPushed } from './things/in-hand.ts'
import { wordsOfWork } from './works/work-pieces.ts'

/** How a picture is looked at: in a room or not, from the waist up or whole. */
export interface View {
  readonly indoors: boolean
  readonly isTight: boolean
}

/** Words for those who are seen, lower case, each once. */
export const actorWords = (
  actors: readonly Actor[],
  { indoors, isTight }: View,
): readonly string[] => [
  ...new Set([
    ...actors.flatMap((actor) => [
      actor.what,
      actor.species ?? '',
      actor.name.toLowerCase(),
      actedWord(actor, { actors, isTight }),
      ...(actor.kind === 'person' ? lookWords(actor.words) : coatWords(actor)),
      ...broughtBy(actor, indoors),
    ]),
    ...counted(actors),
  ]),
]

/** What a movement brings along: who rides an animal brings no bicycle, who sleeps in a room its bed. */
export const broughtBy = (actor: Actor, indoors: boolean): readonly string[] => {
  const { kind, action, mount, carried } = actor
  if (kind === 'person' && isAbed({ actor, indoors })) return ['bed', 'in bed']
  if (carried) return [carried.what, carried.species, carried.name.toLowerCase()]
  if (mount) return [mount.what, mount.species, mount.name.toLowerCase()]
  if (kind !== 'person') return []
  const pushed = action.kind === 'push' ? (thingPushed(actor.actionText)?.thing.name ?? '') : ''
  const worn = actor.appearance.extras.has('helmet') ? ['helmet'] : []
  const worked = action.work ? wordsOfWork(action.work) : []
  return [...worked, ...(propWords[action.kind] ?? []), ...worn, pushed]
}

/** What is drawn of a look as the order has it: clothes and hair. */
const lookWords = (look: string): readonly string[] => [...wornWords(look), ...hairWords(look)]

/** An animal in the colour it is drawn in: `red fox`. The scales of fish are their own. */
const coatWords = ({ words, what, species }: Actor): readonly string[] => {
  const coat = species === 'fish' ? undefined : coatWord(words)
  return coat === undefined ? [] : [`${coat} ${what}`]
}

/** How many there are of those who are called the same: `2 × bear`, and of three there are two as well. */
const counted = (actors: readonly Actor[]): readonly string[] => {
  const names = actors.flatMap(({ what, name }) => [
    what,
    ...(name === '' || name.toLowerCase() === what ? [] : [name.toLowerCase()]),
  ])
  return [...new Set(names)].flatMap((name) => {
    const count = names.filter((other) => other === name).length
    return Array.from({ length: count - 1 }, (_, index) => `${index + 2} × ${name}`)
  })
}

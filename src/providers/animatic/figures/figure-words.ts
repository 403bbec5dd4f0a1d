import { actedWord } from './acted.ts'
import type { Actor } from './actor.ts'
import { coatWord } from './animals/coats.ts'
import { hairWords, wornWords } from './clothes/worn-words.ts'
import { isAbed } from './performance.ts'
import { propWords } from './props/props.ts'
import { thingPushed } from './things/in-hand.ts'

/** How a picture is looked at: in a room or not, from the waist up or whole. */
export interface View {
  readonly indoors: boolean
  readonly isTight: boolean
  /** What somebody's doing brings along and the picture does not reach. */
  readonly hidden: ReadonlySet<string>
}

/** Words for those who are seen, lower case, each once. */
export const actorWords = (
  actors: readonly Actor[],
  { indoors, isTight, hidden }: View,
): readonly string[] => [
  ...new Set([
    ...actors.flatMap((actor) => [
      actor.what,
      actor.species ?? '',
      nameOf(actor),
      isWithout(actor, hidden) ? '' : actedWord(actor, { actors, isTight }),
      ...(actor.kind === 'person' ? lookWords(actor.words) : coatWords(actor)),
      ...broughtBy(actor, indoors).filter((word) => !hidden.has(word)),
    ]),
    ...counted(actors),
  ]),
]

/** What somebody is called; a body on two legs is no machine, whatever its name. */
const nameOf = ({ kind, name }: Actor): string =>
  kind === 'person' && /\b(?:vacuum(?: cleaner)?|hoover|mower|arm)$/iu.test(name)
    ? ''
    : name.toLowerCase()

/** Whether what somebody does is done with something that is out of the picture: no kite is flown there. */
const isWithout = ({ action }: Actor, hidden: ReadonlySet<string>): boolean =>
  propWords[action.kind]?.every((word) => hidden.has(word)) ?? false

/** What a movement brings along: who rides an animal brings no bicycle, who sleeps in a room its bed. */
export const broughtBy = (actor: Actor, indoors: boolean): readonly string[] => {
  const { kind, action, mount, carried } = actor
  if (kind === 'person' && isAbed({ actor, indoors })) return ['bed', 'in bed']
  if (carried) return [carried.what, carried.species, carried.name.toLowerCase()]
  if (mount) return [mount.what, mount.species, mount.name.toLowerCase()]
  if (kind !== 'person') return []
  const pushed = action.kind === 'push' ? (thingPushed(actor.actionText)?.thing.name ?? '') : ''
  const worn = actor.appearance.extras.has('helmet') ? ['helmet'] : []
  return [...(propWords[action.kind] ?? []), ...worn, pushed]
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

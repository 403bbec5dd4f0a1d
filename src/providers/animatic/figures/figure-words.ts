import { actedWord } from './acted.ts'
import type { Actor } from './actor.ts'
import { coatWord } from './animals/coats.ts'
import { hairWords, wornWords } from './clothes/worn-words.ts'
import { touchMark } from './hands-on.ts'
import { isAbed } from './performance.ts'
import type { ActionKind } from './poses/actions.ts'
import { blownIn } from './props/blown.ts'
import { climbedIn } from './props/climbed.ts'
import { propWords } from './props/props.ts'
import { sweeperOf } from './props/sweeping.ts'
import { type Flier, flierReleased, flierWatched } from './things/fliers.ts'
import { cutIn, thingPushed } from './things/in-hand.ts'
import { type Missile, missileThrown } from './things/missiles.ts'
import { riddenOn } from './things/ridden.ts'
import { wordsOfWork } from './works/work-pieces.ts'

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

/** Whether what somebody does is done with something that is out of the picture, or a hand does not come to it: no kite is flown there. */
const isWithout = ({ action, tends }: Actor, hidden: ReadonlySet<string>): boolean =>
  (tends !== null && hidden.has(touchMark)) ||
  (propWords[action.kind]?.every((word) => hidden.has(word)) ?? false)

/** What a movement brings along: who rides an animal brings no bicycle, who sleeps in a room its bed. */
export const broughtBy = (actor: Actor, indoors: boolean): readonly string[] => {
  const { kind, action, mount, carried } = actor
  if (kind === 'person' && isAbed({ actor, indoors })) return ['bed', 'in bed']
  if (carried) return [carried.what, carried.species, carried.name.toLowerCase()]
  if (mount) return [mount.what, mount.species, mount.name.toLowerCase()]
  if (kind !== 'person') return []
  const worn = actor.appearance.extras.has('helmet') ? ['helmet'] : []
  const worked = action.work ? wordsOfWork(action.work) : []
  return [
    ...worked,
    ...(propWords[action.kind] ?? []),
    ...(named[action.kind]?.(actor) ?? []),
    ...worn,
  ]
}

/** Words for what a movement is done with, or to, by what is said of it. */
const named: Partial<Record<ActionKind, (actor: Actor) => readonly string[]>> = {
  ride: ({ actionText }) => [riddenOn(actionText).name],
  push: ({ actionText }) => [thingPushed(actionText)?.thing.name ?? ''],
  climb: ({ action }) => [climbedIn(action.word ?? '')],
  knit: ({ actionText }) => [/\b(?:scarf|blanket)\b/u.exec(actionText)?.[0] ?? ''],
  sweep: ({ action }) => [sweeperOf(action.word ?? '')],
  chop: ({ actionText }) => {
    const cut = cutIn(actionText)
    return cut ? [cut.thing.name, cut.words] : ['vegetables']
  },
  blow: ({ actionText }) => [blownIn(actionText) ?? ''],
  throw: ({ actionText }) => missileWords(missileThrown(actionText)),
  release: ({ actionText }) => flierWords(flierReleased(actionText)),
  gaze: ({ actionText }) => flierWords(flierWatched(actionText)),
}

const missileWords = (missile: Missile | null): readonly string[] =>
  missile ? [missile.name, missile.words] : []

const flierWords = (flier: Flier | null): readonly string[] =>
  flier ? [flier.name, flier.words] : []

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

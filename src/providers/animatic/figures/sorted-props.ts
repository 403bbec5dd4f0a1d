import type { Actor, StagingRequest } from './actor.ts'
import type { FigureRequest } from './figure-request.ts'
import { broughtBy } from './figure-words.ts'
import { asDrawn } from './hidden-props.ts'
import { type Driving, drivingIn } from './things/drivers.ts'
import { thingInHand } from './things/in-hand.ts'
import type { Thing } from './things/thing.ts'
import { type NamedThing, thingInMotion, thingNamed } from './things/things.ts'

/** A request in which who drives is seen in the vehicle instead of beside it. */
export const atTheWheel = <Request extends StagingRequest & Pick<FigureRequest, 'objects'>>(
  request: Request,
): Request & { readonly driving: Driving | null } => {
  const driving = drivingIn(request.subjects, request.objects, request.cast)
  if (!driving) return { ...request, driving }
  const { driver, vehicle } = driving
  const isVehicle = (words: string): boolean => thingNamed(words)?.thing === vehicle.thing
  return {
    ...request,
    driving,
    subjects: request.subjects.filter((one) => one !== driver && !isVehicle(one.what)),
    objects: request.objects.filter((words) => !isVehicle(words)),
  }
}

/** The things of a picture by where they are. */
export interface Props {
  /** What the first person holds. */
  readonly held: NamedThing | null
  /** What stands by itself. */
  readonly standing: readonly NamedThing[]
  /** What people do already brings along. */
  readonly brought: readonly NamedThing[]
}

/** Decides what is held, what stands about and what is already part of somebody's doing. */
export const sortProps = (
  request: Pick<FigureRequest, 'objects' | 'subjects' | 'indoors'> & {
    readonly driving: Driving | null
  },
  actors: readonly Actor[],
): Props => {
  const things = [
    request.driving?.vehicle ?? null,
    ...request.objects.map(thingNamed),
    ...actors.map((one) => (one.kind === 'person' ? thingInHand(one.actionText) : null)),
    ...request.subjects
      .filter((subject) => !actors.some((actor) => actor.what === subject.what.toLowerCase()))
      .map((subject) => thingInMotion(subject.what, subject.action)),
  ]
    .filter((named): named is NamedThing => named !== null)
    // What is said to go does so, if it is named among the things that are there as well.
    .toSorted((one, other) => Number(other.goes !== null) - Number(one.goes !== null))
  const brings = new Set(actors.flatMap((actor) => broughtBy(actor, request.indoors)))
  const people = actors.filter(({ kind, crowd }) => kind === 'person' && !crowd)
  const unique = things.filter(
    (one, index) => things.findIndex((other) => other.thing === one.thing) === index,
  )
  const isBrought = ({ thing }: NamedThing): boolean =>
    brings.has(thing.name) ||
    (request.indoors && thing.name === 'door') ||
    Boolean(thing.worn && people.some(isDressedIn(thing)))
  const brought = unique.filter(isBrought).map((named) => asDrawn(named, actors))
  const rest = unique.filter((named) => !isBrought(named))
  const isRead = people.some(({ action }) => action.kind === 'read')
  const paper = isRead ? rest.find(isPaper) : undefined
  if (paper)
    return { held: paper, brought, standing: rest.filter((one) => one !== paper).slice(0, 4) }
  const held = people.some(canHold) ? (rest.find(({ thing }) => thing.hold !== null) ?? null) : null
  const inHands = new Set(people.map((one) => ownInHand(one)?.thing))
  const own = rest.filter((named) => named !== held && inHands.has(named.thing))
  const standing = rest.filter((named) => named !== held && !own.includes(named)).slice(0, 4)
  return { held, brought: [...brought, ...own], standing }
}

/** Whether somebody has a thing on: it lies nowhere else. */
const isDressedIn =
  ({ pattern }: Thing) =>
  ({ appearance, words }: Actor): boolean =>
    pattern.test(words) || [...appearance.extras.keys()].some((extra) => pattern.test(extra))

/** Whether a thing is read instead of a book. */
const isPaper = (named: NamedThing | null): boolean => papers.has(named?.thing.name ?? '')

const papers: ReadonlySet<string> = new Set(['letter', 'map', 'newspaper'])

const freeHands: readonly Actor['action']['kind'][] = [
  'stand',
  'walk',
  'gaze',
  'hold',
  'carry',
  'lift',
  'hug',
  'smile',
  'talk',
  'gesture',
  'think',
  'sit',
  'laugh',
  'wave',
  'point',
  'run',
  'cry',
  'shout',
  'apologise',
]

const canHold = ({ action, partner }: Actor): boolean =>
  freeHands.includes(action.kind) && (partner === null || action.kind !== 'hug')

/** What somebody's own action puts into their hands; an umbrella is over all who go under it. */
export const ownInHand = (actor: Actor): NamedThing | null => {
  if (actor.kind !== 'person' || !canHold(actor) || actor.carried || actor.crowd) return null
  const named = thingInHand(actor.actionText)
  return named?.thing.name === 'umbrella' ? null : named
}

/** Who holds the thing that is held: whose action names it, else the first with free hands. */
export const holderOf = (actors: readonly Actor[], held: NamedThing | null): Actor | undefined => {
  const able = actors.filter(
    (actor) =>
      actor.kind === 'person' &&
      !actor.carried &&
      (canHold(actor) || (actor.action.kind === 'read' && isPaper(held))),
  )
  return able.find(({ actionText }) => held?.thing.pattern.test(actionText)) ?? able[0]
}

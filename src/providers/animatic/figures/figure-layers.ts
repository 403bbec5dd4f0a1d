import type { CastMember, Framing, Subject } from '../../../domain/script.ts'
import type { Light, Look, Paint, StageLayer, Track } from '../stage-types.ts'
import { placeMeant } from '../vocabulary.ts'
import { performAnimal } from './act-animal.ts'
import { performPerson } from './act-person.ts'
import { performRider } from './act-rider.ts'
import { isTrain } from './act-things.ts'
import type { Actor, StagingRequest } from './actor.ts'
import type { Mount } from './animals/mounts.ts'
import { type Audience, audienceIn, paintAudience } from './audience.ts'
import { makeCutout } from './brush/cutout.ts'
import { actorWords, broughtBy, type View } from './figure-words.ts'
import { isTight, measureFrame } from './framing.ts'
import { inSight } from './in-sight.ts'
import { frameFor, groundAbove } from './keeping-clear.ts'
import { hazeAt, type Performance } from './performance.ts'
import { readAction } from './poses/actions.ts'
import { castActors } from './staging.ts'
import { paintSharedTable } from './tables.ts'
import { thingLayers } from './thing-layers.ts'
import { type Driving, drivingIn } from './things/drivers.ts'
import { thingInHand } from './things/in-hand.ts'
import type { Thing } from './things/thing.ts'
import { type NamedThing, thingInMotion, thingNamed } from './things/things.ts'
import { onDryLand, waterOf } from './waters.ts'

/** Who and what is to be seen in a shot. */
export interface FigureRequest {
  readonly subjects: readonly Subject[]
  readonly cast: readonly CastMember[]
  readonly objects: readonly string[]
  readonly framing: Framing
  readonly mood: string
  readonly light: Light
  /** 0…1 of the height: where feet stand. */
  readonly ground: number
  /** 0…1 of the height: the farthest that feet can stand. Default 0, anywhere. */
  readonly land?: number
  /** Rails of the place, behind who stands there; null or absent for none. */
  readonly track?: Track | null
  /** Where who stays stands, 0…1 across the picture; null or absent for anywhere. */
  readonly standAt?: number | null
  readonly seed: number
  readonly look: Look
  readonly place: string
  /** In a room, not under the sky. */
  readonly indoors: boolean
  /** It rains. */
  readonly wet: boolean
  /** Length of the shot. */
  readonly seconds: number
  /** Where vehicles that go are bound for, -1 left, 1 right. */
  readonly heading: -1 | 1
  /** Width over height of the picture; default 16:9. */
  readonly aspect?: number
}

/** Layers with people, animals and things, back to front, and the words they truly show, lower case. */
export interface FigureLayers {
  readonly layers: readonly StageLayer[]
  readonly depicted: readonly string[]
  /** Where those go with whom a camera goes along: −1 to the left, 1 to the right, 0 for nobody. */
  readonly heading: -1 | 0 | 1
}

/** Draws the people, animals and things of a shot. The same cast looks the same whatever the seed. */
export const figureLayers = (asked: FigureRequest): FigureLayers => {
  const driven = atTheWheel(airless.has(placeMeant(asked.place)) ? suited(asked) : asked)
  const audience = audienceIn(driven.subjects, driven.place, driven.cast)
  const staged = audience
    ? { ...driven, subjects: driven.subjects.filter((one) => one !== audience.subject) }
    : driven
  const actors = castActors(staged).map((actor) => onDryLand(actor, staged.place))
  const { framing, land, indoors } = staged
  const request = {
    ...staged,
    ground: groundAbove(staged.ground, land ?? 0, framing, { actors, indoors }),
  }
  const near = actors.filter((actor) => !actor.crowd)
  const crowd = actors.filter((actor) => actor.crowd)
  const props = sortProps(request, actors)
  const layers: StageLayer[] = []
  if (crowd.length > 0)
    layers.push({ depth: 0.85, still: false, paint: performAll(request, crowd, null) })
  layers.push(...thingLayers(request, props.standing, actors))
  if (near.length > 0)
    layers.push({ depth: 1, still: false, paint: performAll(request, near, props.held) })
  const seats = near.find(({ table }) => table)?.table?.seats ?? 0
  if (seats > 0) layers.push(tableLayer(request, seats))
  if (audience) layers.push(audienceLayer(request, audience))
  const more = [...(seats > 0 ? ['table'] : []), ...(audience ? wordsOf(audience) : [])]
  const nearSeen = inSight({
    actors: near,
    painterOf: (some) => performAll(request, near, props.held, some),
    aspect: request.aspect ?? 16 / 9,
    seconds: request.seconds,
  })
  const heading = near.find(({ company }) => company && !company.meets)?.company?.way ?? 0
  return {
    heading,
    layers,
    depicted: [
      ...more,
      ...wordsFor([...seenOf(crowd, near, request.framing), ...nearSeen], props, {
        indoors: request.indoors,
        isTight: isTight(request.framing),
      }),
      ...(request.driving?.words ?? []),
    ],
  }
}

const frameOf = (
  { framing, ground, land, indoors }: FigureRequest,
  width: number,
  height: number,
) => measureFrame(framing, { width, height, ground, land, indoors })

const tableLayer = (request: FigureRequest, seats: number): StageLayer => ({
  depth: 1,
  still: true,
  paint: (context, _time, width, height) => {
    const { light, look } = request
    paintSharedTable(context, { frame: frameOf(request, width, height), light, look, seats })
  },
})

const audienceLayer = (request: FigureRequest, { claps }: Audience): StageLayer => ({
  depth: 1.05,
  still: false,
  paint: (context, time, width, height) => {
    const { light, look } = request
    paintAudience(context, { frame: frameOf(request, width, height), light, look, time, claps })
  },
})

const wordsOf = ({ subject, claps }: Audience): readonly string[] => {
  const { word } = readAction(subject.action)
  return [subject.what.toLowerCase(), ...(claps && word ? [word] : [])]
}

/** Whether a thing seen from near is all that a picture of outdoors is about. */
export const isAboutThings = (asked: StagingRequest & Pick<FigureRequest, 'objects'>): boolean => {
  const request = atTheWheel(asked)
  const actors = castActors(request)
  return (
    actors.length === 0 &&
    isTight(request.framing) &&
    sortProps({ ...request, indoors: false }, []).standing.length > 0
  )
}

/** Whether a vehicle is in a picture of outdoors by itself. */
export const hasTraffic = (asked: StagingRequest & Pick<FigureRequest, 'objects'>): boolean => {
  const request = atTheWheel(asked)
  return sortProps({ ...request, indoors: false }, castActors(request)).standing.some(
    ({ thing }) => thing.travels,
  )
}

/** Whether a train is in a picture of outdoors by itself. */
export const hasTrain = (asked: StagingRequest & Pick<FigureRequest, 'objects'>): boolean => {
  const request = atTheWheel(asked)
  return sortProps({ ...request, indoors: false }, castActors(request)).standing.some(({ thing }) =>
    isTrain(thing),
  )
}

/** A request in which who drives is seen in the vehicle instead of beside it. */
const atTheWheel = <Request extends StagingRequest & Pick<FigureRequest, 'objects'>>(
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

/** Places where nobody can breathe. */
const airless: ReadonlySet<string | null> = new Set(['space', 'mars', 'moon surface'])

/** Nobody is out in space without a suit. */
const suited = (request: FigureRequest): FigureRequest => ({
  ...request,
  subjects: request.subjects.map((subject) => ({ ...subject, look: `${subject.look} spacesuit` })),
  cast: request.cast.map((member) =>
    member.kind === 'person' ? { ...member, look: `${member.look}, white spacesuit` } : member,
  ),
})

interface Props {
  /** What the first person holds. */
  readonly held: NamedThing | null
  /** What stands by itself. */
  readonly standing: readonly NamedThing[]
  /** What people do already brings along. */
  readonly brought: readonly NamedThing[]
}

/** Decides what is held, what stands about and what is already part of somebody's doing. */
const sortProps = (
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
  const brought = unique.filter(
    ({ thing }) =>
      brings.has(thing.name) ||
      (request.indoors && thing.name === 'door') ||
      (thing.worn && people.some(isDressedIn(thing))),
  )
  const rest = unique.filter((named) => !brought.includes(named))
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
const ownInHand = (actor: Actor): NamedThing | null => {
  if (actor.kind !== 'person' || !canHold(actor) || actor.carried || actor.crowd) return null
  const named = thingInHand(actor.actionText)
  return named?.thing.name === 'umbrella' ? null : named
}

/** Who holds the thing that is held: whose action names it, else the first with free hands. */
const holderOf = (actors: readonly Actor[], held: NamedThing | null): Actor | undefined => {
  const able = actors.filter(
    (actor) =>
      actor.kind === 'person' &&
      !actor.carried &&
      (canHold(actor) || (actor.action.kind === 'read' && isPaper(held))),
  )
  return able.find(({ actionText }) => held?.thing.pattern.test(actionText)) ?? able[0]
}

const performAll = (
  request: FigureRequest,
  actors: readonly Actor[],
  held: NamedThing | null,
  shown: readonly Actor[] = actors,
): StageLayer['paint'] => {
  const cutout = makeCutout()
  const { indoors } = request
  const peopled = actors.some(({ kind }) => kind === 'person')
  const holder = holderOf(actors, held)
  return (context: Paint, time: number, width: number, height: number): void => {
    const { ground, land } = request
    const frame = frameFor(request.framing, { width, height, ground, land, indoors }, actors)
    const show = (actor: Actor, handsOnly = false): void => {
      const perform =
        actor.kind === 'animal' ? performAnimal : actor.mount ? mounted(actor.mount) : performPerson
      perform(context, {
        actor,
        frame,
        handsOnly,
        time,
        indoors,
        water: waterOf(request.place),
        cutout,
        light: request.light,
        look: request.look,
        place: request.place,
        mood: request.mood,
        seconds: request.seconds,
        held: actor === holder ? held : ownInHand(actor),
        alone: actors.length === 1,
        peopled,
        // Passers-by are as solid as anybody: air alone makes far things pale.
        haze: Math.min(actor.crowd ? 0.2 : 1, hazeAt(frame, actor.distance, indoors)),
      })
    }
    for (const actor of shown) show(actor)
    for (const actor of shown)
      if (actor.action.work && actor.sharing?.paints === false) show(actor, true)
  }
}

const mounted =
  (mount: Mount) =>
  (context: Paint, performance: Performance): void =>
    performRider(context, performance, mount)

/** Who of a crowd can be seen: seen close, one right behind somebody is hidden. */
const seenOf = (
  crowd: readonly Actor[],
  near: readonly Actor[],
  framing: Framing,
): readonly Actor[] => {
  const people = near.filter(({ kind }) => kind === 'person')
  return crowd.filter(
    ({ x }) => !isTight(framing) || people.every((one) => Math.abs(one.x - x) > behind),
  )
}

/** Nearer than this, shares of the width, a body hides who stands behind it. */
const behind = 0.1

const wordsFor = (actors: readonly Actor[], props: Props, view: View): readonly string[] => {
  const things = [...props.standing, ...props.brought, ...(props.held ? [props.held] : [])].flatMap(
    ({ words, thing, goes }) => [words, thing.name, goes ?? ''],
  )
  return [...new Set([...actorWords(actors, view), ...things])].filter((word) => word !== '')
}

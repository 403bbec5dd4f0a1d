import type { Framing } from '../../../domain/script.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { placeMeant } from '../vocabulary.ts'
import { performAnimal } from './act-animal.ts'
import { performPerson } from './act-person.ts'
import { performRider } from './act-rider.ts'
import { isTrain } from './act-things.ts'
import type { Actor, StagingRequest } from './actor.ts'
import { aloftLayers } from './aloft.ts'
import type { Mount } from './animals/mounts.ts'
import { type Audience, audienceIn, paintAudience } from './audience.ts'
import { makeCutout } from './brush/cutout.ts'
import { type Face, faceBehind, paintFace } from './climbed-face.ts'
import type { FigureRequest } from './figure-request.ts'
import { actorWords, type View } from './figure-words.ts'
import { isTight, measureFrame } from './framing.ts'
import { hiddenProps } from './hidden-props.ts'
import { inSight, thingsInSight } from './in-sight.ts'
import { frameFor, groundAbove } from './keeping-clear.ts'
import { hazeAt, type Performance } from './performance.ts'
import { readAction } from './poses/actions.ts'
import { paintSlope, type Slope, slopeUnder } from './slope.ts'
import { atTheWheel, holderOf, ownInHand, type Props, sortProps } from './sorted-props.ts'
import { castActors } from './staging.ts'
import { paintSharedTable } from './tables.ts'
import { isBehindAnimal } from './tending.ts'
import { onlyThing, thingLayers } from './thing-layers.ts'
import type { NamedThing } from './things/things.ts'
import { onDryLand, waterOf } from './waters.ts'

/** Layers with people, animals and things, back to front, and the words they truly show, lower case. */
export interface FigureLayers {
  readonly layers: readonly StageLayer[]
  readonly depicted: readonly string[]
  /** Where those go with whom a camera goes along: −1 to the left, 1 to the right, 0 for nobody. */
  readonly heading: -1 | 0 | 1
}

/** Whom and what a picture has, staged. */
interface Stage {
  readonly request: ReturnType<typeof atTheWheel<FigureRequest>>
  readonly audience: ReturnType<typeof audienceIn>
  readonly actors: readonly Actor[]
  /** Actors one by one, and those of a crowd behind them. */
  readonly near: readonly Actor[]
  readonly crowd: readonly Actor[]
  readonly props: Props
  /** Seats of the table that the near ones share; 0 for none. */
  readonly seats: number
}

/** Draws the people, animals and things of a shot. The same cast looks the same whatever the seed. */
export const figureLayers = (asked: FigureRequest): FigureLayers => {
  const stage = stageOf(asked)
  const { near } = stage
  const heading = near.find(({ company }) => company && !company.meets)?.company?.way ?? 0
  return { heading, layers: layersOf(stage), depicted: depictedOf(stage) }
}

const stageOf = (asked: FigureRequest): Stage => {
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
  return {
    ...{ request, audience, actors, near },
    crowd: actors.filter((actor) => actor.crowd),
    props: sortProps(request, actors),
    seats: near.find(({ table }) => table)?.table?.seats ?? 0,
  }
}

/** Back to front. */
const layersOf = ({
  request,
  audience,
  actors,
  near,
  crowd,
  props,
  seats,
}: Stage): StageLayer[] => {
  const layers: StageLayer[] = []
  if (crowd.length > 0)
    layers.push({ depth: 0.85, still: false, paint: performAll(request, crowd, null) })
  layers.push(...thingLayers(request, props.standing, actors))
  layers.push(...aloftLayers(request, near))
  const slope = slopeUnder(near, request)
  if (slope) layers.push(slopeLayer(request, slope))
  const face = faceBehind(near)
  if (face) layers.push(faceLayer(request, face))
  if (near.length > 0)
    layers.push({ depth: 1, still: false, paint: performAll(request, near, props.held) })
  if (seats > 0) layers.push(tableLayer(request, seats))
  if (audience) layers.push(audienceLayer(request, audience))
  return layers
}

/** The words a picture truly shows: what is out of it or hidden in it is left out. */
const depictedOf = ({
  request,
  audience,
  actors,
  near,
  crowd,
  props,
  seats,
}: Stage): readonly string[] => {
  const { framing, indoors, seconds } = request
  const sight = { framing, aspect: request.aspect ?? 16 / 9, seconds }
  const nearSeen = inSight({
    ...{ aspect: sight.aspect, seconds },
    actors: near,
    painterOf: (some) => performAll(request, near, props.held, some),
  })
  const hidden = hiddenProps({
    ...{ ...sight, near },
    painterWith: (mark) => performAll({ ...request, mark }, near, null),
  })
  const standing = thingsInSight({
    ...{ ...sight, things: props.standing },
    painterOf: (named) => onlyThing(request, { standing: props.standing, actors }, named),
    before: near.length > 0 ? performAll(request, near, props.held) : null,
  })
  return [
    ...(seats > 0 ? ['table'] : []),
    ...(audience ? wordsOf(audience) : []),
    ...wordsFor(
      [...seenOf(crowd, near, framing), ...nearSeen],
      { ...props, standing },
      {
        ...{ indoors, hidden },
        isTight: isTight(framing),
      },
    ),
    ...(request.driving?.words ?? []),
  ]
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

const slopeLayer = (request: FigureRequest, slope: Slope): StageLayer => ({
  depth: 1,
  still: true,
  paint: (context, _time, width, height) => {
    const { light, look, seed } = request
    paintSlope(context, { slope, frame: frameOf(request, width, height), light, look, seed })
  },
})

const faceLayer = (request: FigureRequest, face: Face): StageLayer => ({
  depth: 0.97,
  still: true,
  paint: (context, _time, width, height) => {
    const { light, look, seed } = request
    paintFace(context, { face, frame: frameOf(request, width, height), light, look, seed })
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

const performAll = (
  request: FigureRequest & Pick<Performance, 'mark'>,
  actors: readonly Actor[],
  held: NamedThing | null,
  shown: readonly Actor[] = actors,
): StageLayer['paint'] => {
  const cutout = makeCutout()
  const { indoors } = request
  const peopled = actors.some(({ kind }) => kind === 'person')
  const holder = holderOf(actors, held)
  const slope =
    slopeUnder(
      actors.filter(({ crowd }) => !crowd),
      request,
    )?.way ?? null
  return (context: Paint, time: number, width: number, height: number): void => {
    const { ground, land } = request
    const size = { width, height, ground, land, indoors }
    const frame = { ...frameFor(request.framing, size, actors), slope }
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
        mark: request.mark,
        peopled,
        // Passers-by are as solid as anybody: air alone makes far things pale.
        haze: Math.min(actor.crowd ? 0.2 : 1, hazeAt(frame, actor.distance, indoors)),
      })
    }
    for (const actor of shown) show(actor)
    for (const actor of shown) if (isHandsOver(actor)) show(actor, true)
  }
}

/** Whether the hands are before what others have been drawn with. */
const isHandsOver = ({ action, sharing, tends }: Actor): boolean =>
  (action.work !== null && sharing?.paints === false) || (tends !== null && isBehindAnimal(tends))

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
  const brought = props.brought.filter(({ thing }) => !view.hidden.has(thing.name))
  const things = [...props.standing, ...brought, ...(props.held ? [props.held] : [])].flatMap(
    ({ words, thing, goes }) => [words, thing.name, goes ?? ''],
  )
  return [...new Set([...actorWords(actors, view), ...things])].filter((word) => word !== '')
}

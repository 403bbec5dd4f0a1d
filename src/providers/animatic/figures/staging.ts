import type { CastMember, Framing, Subject } from '../../../domain/script.ts'
import { type Action, readAction } from './actions.ts'
import { animalAction } from './animal-action.ts'
import { type Appearance, readAppearance } from './appearance.ts'
import { type Carried, carryingIn } from './carried.ts'
import { readColour } from './colour.ts'
import { type Company, companyOf, goers, shoulderOf } from './company.ts'
import { hashText, makeDice } from './dice.ts'
import { isTight } from './framing.ts'
import { tradeIn } from './look-words.ts'
import { type Mount, ridingIn } from './mounts.ts'
import { type Pair, type Partner, pairOf } from './pairs.ts'
import { type Species, speciesOf } from './species.ts'
import { isLaid, type TablePlace, tableCompany } from './tables.ts'
import { wornWords } from './worn-words.ts'

/** Somebody in a picture and where they are in it. */
export interface Actor {
  readonly kind: 'person' | 'animal'
  readonly what: string
  /** Empty for the unnamed. */
  readonly name: string
  readonly action: Action
  readonly appearance: Appearance
  readonly species: Species | null
  readonly seed: number
  /** Middle of the body over the shot, 0…1 of the width. */
  readonly x: number
  /** 0 looks at the viewer, positive to the right of the picture, radians. */
  readonly yaw: number
  /** Farther to the right than `x`, adult heights. */
  readonly aside: number
  /** Whom it holds or turns to; null for nobody. */
  readonly partner: Partner | null
  /** Against the people at the figure plane: 1 is there, less is farther. */
  readonly distance: number
  readonly crowd: boolean
  /** All words that tell what it looks like. */
  readonly words: string
  /** What it does, in the shot's words, lower case. */
  readonly actionText: string
  /** The animal it rides, null for none. */
  readonly mount: Mount | null
  /** Its place at a table shared with others, null for none. */
  readonly table: TablePlace | null
  /** The animal in its arms, null for none. */
  readonly carried: Carried | null
  /** How it goes with others; null for who stays or goes alone. */
  readonly company: Company | null
}

/** An actor whose place is still to be found. */
type Unplaced = Omit<Actor, 'x' | 'yaw'>

/** What a cast of actors is made from. */
export interface StagingRequest {
  readonly subjects: readonly Subject[]
  readonly cast: readonly CastMember[]
  readonly framing: Framing
  readonly seed: number
  /** Where who stays stands, 0…1 across the picture; null or absent for anywhere. */
  readonly standAt?: number | null
}

const facingEachOther =
  /talk|hug|argu|quarrel|meet|danc|kiss|embrac|convers|chat|discuss|greet|play|smil|laugh|hold-hands|listen|wave/u
const crowdWord =
  /crowd|people|audience|passers|pedestrian|commuters|villagers|guests|customers|students|children|workers|team|family|friends|couple|group|tourists|dancers|soldiers|band/u

/** How many a subject stands for. */
const headcount = (subject: Subject): number => {
  if (subject.count > 1) return Math.min(14, subject.count)
  if (/couple|lovers|twins|pair/u.test(subject.what)) return 2
  if (/family|friends|team|group|band/u.test(subject.what)) return 3
  return crowdWord.test(subject.what) ? 7 : Math.max(1, subject.count)
}

/** Chooses who stands where and which way they look. */
export const castActors = (request: StagingRequest): readonly Actor[] => {
  const dice = makeDice(request.seed ^ 0x51f15e)
  const near: Unplaced[] = []
  const far: Actor[] = []
  const riding = ridingIn(request.subjects, request.cast)
  const carrying = carryingIn(request.subjects, request.cast)
  const most = request.subjects.some(({ action }) => isLaid(action)) ? 5 : mostNear(request.framing)
  let players = 0
  for (const [order, subject] of request.subjects.entries()) {
    if (subject === riding?.ridden || subject === carrying?.subject) continue
    const mount = subject === riding?.rider ? riding.mount : null
    const actors = actorsFor(request, subject, order * subjectStep).map((one) => {
      players += one.action.kind === 'ball' ? 1 : 0
      return players > 1 ? withoutBall(one, players) : one
    })
    const room = Math.max(0, headcount(subject) <= most ? most - near.length : 0)
    near.push(
      ...actors
        .slice(0, room)
        .map((one, index) => inTheSaddle(one, index, mount))
        .map((one, index) =>
          subject === carrying?.carrier && index === 0 ? withAnimal(one, carrying.carried) : one,
        ),
    )
    for (const actor of actors.slice(room)) far.push(inCrowd(actor, far.length, dice.roll()))
  }
  const placed = placeNear(near, request)
  const passers = placed.length > 0 ? far.map((one) => beside(one, middleOf(placed))) : far
  return [...passers.toSorted((a, b) => a.distance - b.distance), ...placed]
}

const middleOf = (actors: readonly Actor[]): number =>
  actors.reduce((sum, { x }) => sum + x, 0) / actors.length

/** The most that are seen one by one; more are a crowd. */
const mostNear = (framing: Framing): number => (isTight(framing) ? 3 : 5)

// Apart by this much, the heads of one subject never count as those of another.
const subjectStep = 31

const actorsFor = (request: StagingRequest, subject: Subject, first: number): Unplaced[] =>
  Array.from({ length: headcount(subject) }, (_, index) =>
    makeActor(request, subject, first + index),
  ).filter((actor) => actor !== null)

/** There is one ball in a game: the others call for it. */
const withoutBall = (actor: Unplaced, player: number): Unplaced =>
  actor.action.kind === 'ball'
    ? { ...actor, action: { ...actor.action, kind: player % 2 === 0 ? 'cheer' : 'jump' } }
    : actor

const inTheSaddle = (actor: Unplaced, index: number, mount: Mount | null): Unplaced =>
  mount && index === 0 ? { ...actor, mount, action: { ...actor.action, kind: 'ride' } } : actor

/** Who has an animal in the arms carries it, whatever the word. */
const withAnimal = (actor: Unplaced, carried: Carried): Unplaced => ({
  ...actor,
  carried,
  action: { ...actor.action, kind: actor.action.seated ? 'hold' : 'carry' },
})

const makeActor = (request: StagingRequest, subject: Subject, index: number): Unplaced | null => {
  const member = request.cast.find(({ id }) => id === subject.castId)
  const words = `${subject.what} ${member?.name ?? ''} ${member?.look ?? ''} ${subject.look}`
  const species = speciesOf(subject.what) ?? speciesOf(member?.kind === 'animal' ? words : '')
  if (member?.kind === 'thing' && !/robot|android|droid|doll|statue/u.test(words)) return null
  if (!species && !isPerson(subject.what, member)) return null
  const { identity, look } = likenessOf(request, subject, { member, index, words })
  const shown = readAppearance(look, identity)
  const asked = species ? animalAction(species, subject.action) : readAction(subject.action)
  const action = withGloves(asked, shown)
  return {
    kind: species ? 'animal' : 'person',
    what: subject.what.toLowerCase(),
    name: member?.name ?? '',
    action,
    appearance: dressedFor(action, shown),
    species,
    seed: hashText(identity) % 97,
    distance: 1,
    crowd: false,
    words,
    actionText: subject.action.toLowerCase(),
    mount: null,
    carried: null,
    table: null,
    company: null,
    aside: 0,
    partner: null,
  }
}

const memberOf = (what: string, among: number): string => {
  if (/couple|newlywed|lovers/u.test(what)) return among % 2 === 0 ? 'woman' : 'man'
  return /\bfamil/u.test(what) ? (['woman', 'man', 'child', 'child'][among] ?? '') : ''
}

/**
 * What decides how somebody looks. A cast member is the same in every shot; of several that one name stands for, the
 * others are their own.
 */
const likenessOf = (
  { seed }: StagingRequest,
  { what, look }: Subject,
  who: { readonly member: CastMember | undefined; readonly index: number; readonly words: string },
): { readonly identity: string; readonly look: string } => {
  const { member, index, words } = who
  const among = index % subjectStep
  if (member && among === 0)
    return {
      identity: `${member.id} ${member.name}`,
      look: `${what}, ${wornWords(member.look).length > 0 ? '' : tradeIn(member.name)}, ${member.look}`,
    }
  if (member) {
    const age = member.look.match(/\b(?:child|girl|boy|about \d+ years old)\b/gu)?.join(' ') ?? ''
    return { identity: `${member.id} ${member.name} ${among}`, look: `${what} ${look} ${age}` }
  }
  const own = memberOf(what, among)
  return {
    identity: `${what} ${index} ${seed}`,
    look: own === '' ? words : `${own}, ${words}`,
  }
}

/** Nobody drinks through a helmet: the cup is held. */
const withGloves = (action: Action, { top }: Appearance): Action =>
  action.kind === 'drink' && top.kind === 'spacesuit' ? { ...action, kind: 'hold' } : action

/** In the water nobody wears a coat. */
const dressedFor = ({ kind }: Action, shown: Appearance): Appearance => {
  if (kind !== 'surf' && kind !== 'swim') return shown
  const suit = readColour('#26364a')
  return {
    ...shown,
    top: { kind: kind === 'surf' ? 'sweater' : 't-shirt', colour: suit },
    bottom: { kind: kind === 'surf' ? 'trousers' : 'shorts', colour: suit },
    shoes: shown.skin,
  }
}

const notPeople =
  /\b(?:car|boat|ship|train|sun|moon|city|building|house|sky|cloud|water|lake|sea|mountain|forest|tree|product|bottle|shoe|watch|logo|title|text|phone|cup|book|rocket|balloon|lamp|lantern|candle|fire|plane|drone|bus|truck|bicycle|table|room|road|street|letter|key|box|cake|flower|leaf|leaves|snow|rain|star|planet|machine|taxi|cab|van|vehicle|sedan|tram|canoe|kayak|raft|tent|campfire|piano|guitar|landscape|view|camera|coffee|light|door|window)s?\b/u

const isPerson = (what: string, member: CastMember | undefined): boolean => {
  if (member?.kind === 'person') return true
  return what.trim() !== '' && !notPeople.test(what.toLowerCase())
}

const inCrowd = (actor: Unplaced, order: number, roll: number): Actor => {
  const lane = (order * 0.618 + 0.13) % 1
  const distance = 0.62 + ((order * 0.37) % 1) * 0.24
  return {
    ...actor,
    x: 0.5 + ((lane - 0.5) * (distance - 0.24)) / 0.72,
    yaw: (roll - 0.5) * 2.2,
    distance,
    crowd: true,
  }
}

/** Nobody passes between or before those whom the shot is about: where they are is theirs. */
const beside = (actor: Actor, middle: number): Actor => {
  const share = (actor.x - 0.5) * 2
  const x =
    middle > 0.6
      ? (middle - 0.2) * (0.5 + share / 2)
      : middle < 0.4
        ? middle + 0.2 + (0.8 - middle) * (0.5 + share / 2)
        : 0.5 + Math.sign(share || 1) * (0.24 + Math.abs(share) * 0.24)
  // Farther off the ground that can be walked on is narrower: a street's houses stand beside it.
  const reach = ((actor.distance - 0.24) / 0.72) * 0.5
  return { ...actor, x: Math.min(0.5 + reach, Math.max(0.5 - reach, x)) }
}

const placeNear = (actors: readonly Unplaced[], request: StagingRequest): Actor[] => {
  const tight = isTight(request.framing)
  const left = (hashText(`${request.seed}`) & 1) === 0
  const [only] = actors
  const spot =
    tight || actors.some(({ action }) => goers.includes(action.kind)) ? null : request.standAt
  if (actors.length === 1 && only) {
    const alone = placeAlone(only, tight, left)
    if (!spot) return [alone]
    return [{ ...alone, x: spot, yaw: only.action.kind === 'knock' ? 1.75 : alone.yaw }]
  }
  const diners = tableCompany(actors)
  if (diners.length > 0) return placeAtTable(actors, diners, tight)
  const pair = pairOf(actors)
  if (pair) return placePair(actors, pair, { middle: spot ?? 0.5, tight })
  const together = actors.some(({ action }) =>
    facingEachOther.test(`${action.kind} ${action.word ?? ''}`),
  )
  const longest = Math.max(...actors.map(shoulderOf))
  const room = request.framing === 'full' ? 0.18 : tight ? 0 : 0.08
  const gap = gapOf({ count: actors.length, tight }) + longest * room
  const half = (gap * (actors.length - 1)) / 2
  const middle = spot ? Math.min(0.86 - half, Math.max(0.14 + half, spot)) : 0.5
  const companies = companyOf(actors, request.framing, left)
  const placed = actors.map((actor, index): Actor => {
    const offset = index - (actors.length - 1) / 2
    const inward = offset === 0 ? 0.1 : -Math.sign(offset) * (together ? 0.8 : 0.4)
    const x = middle + offset * gap
    const company = companies[index] ?? null
    if (company) return alongWith(actor, company, { x, index, tight })
    return { ...actor, x, distance: actor.distance * depthOf(actor, tight), yaw: inward }
  })
  return placed.toSorted((a, b) => a.distance - b.distance)
}

/** Who eats or talks at a table sits behind it, spread so that each face is seen; who serves stands at the side. */
const placeAtTable = (
  actors: readonly Unplaced[],
  diners: readonly number[],
  tight: boolean,
): Actor[] => {
  const seats = diners.length
  const others = actors.filter((_, index) => !diners.includes(index))
  const placed = actors.map((actor, index): Actor => {
    const seat = diners.indexOf(index)
    if (seat < 0) {
      const side = others.indexOf(actor) % 2 === 0 ? 1 : -1
      return { ...actor, x: 0.5 + side * (tight ? 0.36 : 0.3), yaw: side * -0.6, distance: 0.94 }
    }
    const middle = (seats - 1) / 2
    const turn = seats === 2 ? 0.62 : 0.34
    const yaw = seat === middle ? 0.1 : Math.sign(middle - seat) * turn
    const action: Action = { ...actor.action, seated: true, abed: false, away: false }
    return { ...actor, action, x: 0.5, yaw, table: { seat, seats } }
  })
  return placed.toSorted((a, b) => a.distance - b.distance)
}

/** Two who belong together stand by each other in the middle, all others to their sides. */
const placePair = (
  actors: readonly Unplaced[],
  pair: Pair,
  { middle, tight }: { readonly middle: number; readonly tight: boolean },
): Actor[] => {
  const of = (index: number): number => actors[index]?.appearance.height ?? 1
  const apart = (pair.stance.apart * (of(pair.first) + of(pair.second))) / 2
  const rest = actors.filter((_, index) => index !== pair.first && index !== pair.second)
  return actors.map((actor, index): Actor => {
    const way = index === pair.first ? 1 : -1
    if (rest.includes(actor)) {
      const side = rest.indexOf(actor) % 2 === 0 ? 1 : -1
      return { ...actor, x: middle + side * (tight ? 0.34 : 0.24), yaw: side * -0.7 }
    }
    const other = of(way > 0 ? pair.second : pair.first)
    const own = actor.appearance.height
    return {
      ...actor,
      action: { ...actor.action, kind: pair.kind, seated: false, away: false },
      x: middle,
      aside: (-way * apart) / 2,
      yaw: way * pair.stance.yaw,
      partner: { apart: apart / own, tall: other / own },
    }
  })
}

/** Great animals stand behind people, who would else be hidden by them. */
const depthOf = (actor: Unplaced, tight: boolean): number =>
  shoulderOf(actor) > (tight ? 0.55 : 1) ? 0.98 : 1

/** Those who go together turn the same way; who has no movement of their own takes that of the others. */
const alongWith = (
  actor: Unplaced,
  company: Company,
  { x, index, tight }: { readonly x: number; readonly index: number; readonly tight: boolean },
): Actor => {
  const kind = company.pace > 0.9 ? 'run' : 'walk'
  const action: Action =
    actor.actionText === '' ? { ...actor.action, kind, seated: false } : actor.action
  const distance = tight || company.meets ? depthOf(actor, tight) : 1 - index * 0.035
  return { ...actor, action, company, x, distance, yaw: company.way * 1.1 }
}

const placeAlone = (actor: Unplaced, tight: boolean, left: boolean): Actor => {
  const aside = tight ? 0.08 : 0.14
  const turn =
    (actor.action.abed && !tight ? 1.15 : turnFor(actor.action.kind, tight)) * (left ? 1 : -1)
  return {
    ...actor,
    x: 0.5 + (left ? -aside : aside),
    yaw: actor.action.away ? awayFor(turn, tight) : turn,
  }
}

/** Who leaves is seen from behind; seen close, over the shoulder, so that the face is not lost. */
const awayFor = (turn: number, tight: boolean): number =>
  tight ? Math.sign(turn) * 1.75 : Math.PI - turn

/** Some doings are best seen from the side, climbing from behind. */
const turnFor = (kind: Action['kind'], tight: boolean): number => {
  const turns: Partial<Record<Action['kind'], number>> = {
    piano: 1.3,
    paint: 1.05,
    row: 1.15,
    climb: 2.5,
    sleep: 1.2,
    wake: 0.75,
    knock: 1.1,
    point: 0.95,
    lie: 1.2,
    type: 0.85,
    write: 0.85,
    push: 1.1,
    fish: 1.15,
    surf: 1.1,
    kite: 1.0,
  }
  return turns[kind] ?? (tight ? 0.42 : 0.62)
}

const gapOf = (group: { readonly count: number; readonly tight: boolean }): number => {
  if (group.count > 3) return 0.7 / group.count
  if (group.count > 2) return 0.26
  return group.tight ? 0.38 : 0.26
}

import type { CastMember, Framing, Subject } from '../../../domain/script.ts'
import type { Actor, StagingRequest, Unplaced } from './actor.ts'
import { animalAction } from './animals/animal-action.ts'
import { type Carried, carryingIn } from './animals/carried.ts'
import { type Mount, ridingIn } from './animals/mounts.ts'
import { speciesOf } from './animals/species.ts'
import { readColour } from './brush/colour.ts'
import { hashText, makeDice } from './brush/dice.ts'
import { tradeIn } from './clothes/look-words.ts'
import { wornWords } from './clothes/worn-words.ts'
import { isTight } from './framing.ts'
import { type Appearance, readAppearance } from './people/appearance.ts'
import { placeNear } from './placing.ts'
import { type Action, readAction } from './poses/actions.ts'
import { isLaid } from './tables.ts'
import { flierReleased, flierWatched } from './things/fliers.ts'
import { isThing } from './things/things.ts'

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
    if (isReleased(subject, request.subjects)) continue
    const mount = subject === riding?.rider ? riding.mount : null
    const actors = actorsFor(request, subject, order * subjectStep).map((one) => {
      players += shared.has(one.action.kind) ? 1 : 0
      return players > 1 ? withoutShared(one, players) : one
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

/** Whether somebody lets an animal go, which is then seen with them. */
const isReleased = ({ what }: Subject, subjects: readonly Subject[]): boolean => {
  const species = speciesOf(what)
  return (
    species !== null &&
    subjects.some(({ action }) => {
      const lower = action.toLowerCase()
      const flier = flierReleased(lower) ?? flierWatched(lower)
      return flier !== null && speciesOf(flier.words) === species
    })
  )
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

/** There is one ball in a game and one cake at a birthday. */
const shared: ReadonlySet<Action['kind']> = new Set(['ball', 'blow-candles'])

/** What those do who have not got it: they call for the ball, and cheer for who blows out the candles. */
const withoutShared = (actor: Unplaced, player: number): Unplaced => {
  const { kind } = actor.action
  if (!shared.has(kind)) return actor
  const jumps = kind === 'ball' && player % 2 === 1
  return { ...actor, action: { ...actor.action, kind: jumps ? 'jump' : 'cheer' } }
}

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
    tends: null,
    tendedBy: null,
    table: null,
    sharing: null,
    bed: null,
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
  return what.trim() !== '' && !notPeople.test(what.toLowerCase()) && !isThing(what)
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

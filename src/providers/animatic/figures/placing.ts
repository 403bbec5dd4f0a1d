import type { Actor, StagingRequest, Unplaced } from './actor.ts'
import { creatures } from './animals/creatures.ts'
import { isQuadruped } from './animals/species.ts'
import { bedfellowsOf, placeBeside } from './bedfellows.ts'
import { hashText } from './brush/dice.ts'
import { type Company, companyOf, goers, shoulderOf } from './company.ts'
import { isTight } from './framing.ts'
import { kiteFlyers, placeUnderKite } from './kite-company.ts'
import { type Pair, pairOf } from './pairs.ts'
import type { Action } from './poses/actions.ts'
import { hugsTree } from './props/hugged-tree.ts'
import { tableCompany } from './tables.ts'
import { isBehindAnimal, stayed, type Tenders, tendersOf, tendingOf } from './tending.ts'
import { sharedWork, workTogether } from './works/work-company.ts'
import { workplaces } from './works/work-words.ts'

const facingEachOther =
  /talk|hug|argu|quarrel|meet|danc|kiss|embrac|convers|chat|discuss|greet|play|smil|laugh|hold-hands|listen|wave/u
/** Where those stand whom the shot is about, and which way they look. */
export const placeNear = (actors: readonly Unplaced[], request: StagingRequest): Actor[] => {
  const shared = isTight(request.framing) ? null : bedfellowsOf(actors)
  if (!shared) return placeApart(actors, request)
  const { host, rest } = shared
  const others = placeApart(
    actors.filter((one) => !rest.includes(one)),
    request,
  )
  const first = others.find(({ appearance }) => appearance === host.appearance)
  if (!first) return others
  const placed = others.length > 1 ? first : { ...first, x: 0.5 }
  return [
    ...others.filter((one) => one !== first),
    ...[placed, ...placeBeside(placed, rest)].toSorted(fromTheBack),
  ]
}

/** Farther rows are behind nearer ones, animals on top. */
const fromTheBack = (a: Actor, b: Actor): number =>
  (b.bed?.row ?? 0) - (a.bed?.row ?? 0) || Number(a.kind === 'animal') - Number(b.kind === 'animal')

const placeApart = (actors: readonly Unplaced[], request: StagingRequest): Actor[] => {
  const tight = isTight(request.framing)
  const left = (hashText(`${request.seed}`) & 1) === 0
  const [only] = actors
  const spot =
    tight || actors.some(({ action }) => goers.includes(action.kind)) ? null : request.standAt
  const diners = tableCompany(actors)
  if (actors.length === 1 && only && diners.length === 0)
    return [placeOnly(only, { tight, left, spot: spot || null })]
  if (diners.length > 0) return placeAtTable(actors, diners, tight)
  const workers = sharedWork(actors)
  if (workers.length > 0) return workTogether(actors, workers, tight)
  const flyers = kiteFlyers(actors)
  if (flyers.length > 0) return placeUnderKite(actors, flyers, { left, tight })
  const tenders = tendersOf(actors)
  if (tenders) return placeTending(actors, tenders, { left, tight })
  const pair = pairOf(actors)
  if (pair) return placePair(actors, pair, { middle: spot ?? 0.5, tight })
  const together = actors.some(({ action }) =>
    facingEachOther.test(`${action.kind} ${action.word ?? ''}`),
  )
  const longest = Math.max(...actors.map(shoulderOf))
  const room = request.framing === 'full' ? 0.18 : tight ? 0 : 0.08
  const wish = gapOf({ count: actors.length, tight }) + longest * room
  const half = Math.min(farthest, (wish * (actors.length - 1)) / 2)
  const gap = (half * 2) / (actors.length - 1)
  const middle = spot ? Math.min(0.86 - half, Math.max(0.14 + half, spot)) : 0.5
  const companies = companyOf(actors, request.framing, left)
  const placed = actors.map((actor, index): Actor => {
    const offset = index - (actors.length - 1) / 2
    const inward = offset === 0 ? 0.1 : -Math.sign(offset) * (together ? 0.8 : 0.4)
    const x = middle + offset * gap
    const company = companies[index] ?? null
    if (company) return alongWith(actor, company, { x, index, tight })
    const turn = outwards.has(actor.action.kind) ? turnFor(actor.action.kind, tight) : 0
    const faces = sideways.has(actor.action.kind)
      ? Math.sign(inward) * turnFor(actor.action.kind, tight)
      : inward
    const yaw = turn > 0 ? (Math.sign(offset) || 1) * turn : faces
    return { ...actor, x, distance: actor.distance * depthOf(actor), yaw }
  })
  return placed.toSorted((a, b) => a.distance - b.distance)
}

/** Done with something long or broad before one: among others it is turned outwards, to hide nobody. */
const outwards: ReadonlySet<Action['kind']> = new Set([
  ...(['paint', 'fish', 'climb', 'piano', 'kite', 'dig', 'water', 'release'] as const),
  ...(['sweep', 'blow', 'hew'] as const),
])

/** Seen from the side, whoever else is there. */
const sideways: ReadonlySet<Action['kind']> = new Set(['throw', 'kneel'])

/** Whoever stands farther from the middle is half out of the picture, shares of its width. */
const farthest = 0.34

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
  const placed = actors.map((actor, index): Actor => {
    const way = index === pair.first ? 1 : -1
    if (rest.includes(actor)) {
      const side = rest.indexOf(actor) % 2 === 0 ? 1 : -1
      const distance = actor.distance * depthOf(actor)
      return { ...actor, x: middle + side * (tight ? 0.34 : 0.24), yaw: side * -0.7, distance }
    }
    const other = of(way > 0 ? pair.second : pair.first)
    const own = actor.appearance.height
    return {
      ...actor,
      action: { ...actor.action, kind: roleIn(pair, actor), seated: false, away: false },
      x: middle,
      aside: (-way * apart) / 2,
      yaw: way * pair.stance.yaw,
      partner: { apart: apart / own, tall: other / own },
    }
  })
  return placed.toSorted((a, b) => a.distance - b.distance)
}

/** Those who have their hands on an animal are at its head and its rear, all others to their sides. */
const placeTending = (
  actors: readonly Unplaced[],
  { animal: at, people }: Tenders,
  { left, tight }: { readonly left: boolean; readonly tight: boolean },
): Actor[] => {
  const one = actors[at]
  if (!one) return []
  const way = left ? 1 : -1
  const smallest = Math.min(...people.map((index) => actors[index]?.appearance.height ?? 1))
  const animal: Actor = { ...stayed(one, smallest), x: 0.5, yaw: -way }
  const rest = actors.filter((_, index) => index !== at && !people.includes(index))
  const placed = actors.map((actor, index): Actor => {
    if (index === at) return animal
    if (people.includes(index)) {
      const behind = index !== people[0]
      const tends = tendingOf(actor, animal, behind)
      return { ...actor, tends, x: 0.5, yaw: (behind ? -way : way) * tendingTurn }
    }
    const side = rest.indexOf(actor) % 2 === 0 ? -way : way
    const distance = actor.distance * depthOf(actor) * 0.96
    return { ...actor, x: 0.5 + side * (tight ? 0.36 : 0.34), yaw: side * -0.7, distance }
  })
  return placed.toSorted((a, b) => rankAround(a) - rankAround(b) || a.distance - b.distance)
}

/** How far those are turned from the viewer who have their hands on an animal. */
const tendingTurn = 1.15

/** Who puts the arms round an animal is behind it, who strokes it is before it. */
const rankAround = ({ tends, tendedBy }: Actor): number =>
  tendedBy !== null ? 2 : tends === null ? 0 : isBehindAnimal(tends) ? 1 : 3

/** Of two of whom one lifts the other, the other is lifted. */
const roleIn = ({ kind }: Pair, { action }: Unplaced): Action['kind'] =>
  kind === 'lift' && action.kind !== 'lift' ? 'lifted' : kind

/** Great animals stand and go behind people, who would else be hidden by them. */
const depthOf = (actor: Unplaced): number => (isGreat(actor) ? 0.9 : 1)

const isGreat = ({ species, ...goer }: Unplaced): boolean =>
  species !== null &&
  (isQuadruped(species) ? shoulderOf({ species, ...goer }) : creatures[species].metres / 1.7) > 0.55

/** Those who go together turn the same way; who has no movement of their own takes that of the others. */
const alongWith = (
  actor: Unplaced,
  company: Company,
  { x, index, tight }: { readonly x: number; readonly index: number; readonly tight: boolean },
): Actor => {
  const kind = company.pace > 0.9 ? 'run' : 'walk'
  const action: Action =
    actor.actionText === '' ? { ...actor.action, kind, seated: false } : actor.action
  const lane = tight || company.meets ? 1 : 1 - index * 0.035
  const distance = isGreat(actor) ? Math.min(lane, 0.86) : lane
  return { ...actor, action, company, x, distance, yaw: company.way * 1.1 }
}

/** How who is alone is turned at the place's own spot: to its door, or across the picture to its goal. */
const yaws: Partial<Record<Action['kind'], (spot: number, yaw: number) => number>> = {
  knock: () => 1.75,
  ball: (spot, yaw) => Math.sign(0.5 - spot || 1) * Math.abs(yaw),
}

/** Somebody who is alone, at the place's own spot where it has one. */
const placeOnly = (
  actor: Unplaced,
  at: { readonly tight: boolean; readonly left: boolean; readonly spot: number | null },
): Actor => {
  const alone = placeAlone(actor, at.tight, at.left)
  if (at.spot === null) return alone
  const yaw = yaws[actor.action.kind]?.(at.spot, alone.yaw) ?? alone.yaw
  return { ...alone, x: at.spot, yaw }
}

const placeAlone = (actor: Unplaced, tight: boolean, left: boolean): Actor => {
  const aside = isBeside(actor.action) ? 0.2 : tight ? 0.08 : 0.14
  const turn =
    ((actor.action.abed && !tight) || hugsTree(actor.actionText)
      ? 1.15
      : turnOf(actor.action, tight)) * (left ? 1 : -1)
  return {
    ...actor,
    x: 0.5 + (left ? -aside : aside),
    yaw: actor.action.away ? awayFor(turn, tight) : turn,
  }
}

/** Who leaves is seen from behind; seen close, over the shoulder, so that the face is not lost. */
const awayFor = (turn: number, tight: boolean): number =>
  tight ? Math.sign(turn) * 1.75 : Math.PI - turn

/** Whether what is worked at stands beside the worker: the picture holds both. */
const isBeside = ({ work }: Action): boolean => work !== null && workplaces[work.name].turn > 0.6

/** How far one who is alone is turned from the viewer, radians. */
const turnOf = ({ kind, work }: Action, tight: boolean): number =>
  work ? workplaces[work.name].turn : turnFor(kind, tight)

/** Some doings are best seen from the side, climbing from behind. */
const turnFor = (kind: Action['kind'], tight: boolean): number => {
  const turns: Partial<Record<Action['kind'], number>> = {
    piano: 1.3,
    paint: 1.05,
    row: 1.15,
    climb: 2.5,
    ascend: 1.25,
    sleep: 1.2,
    wake: 0.75,
    knock: 1.1,
    point: 0.95,
    lie: 1.2,
    type: 0.85,
    write: 0.85,
    push: 1.1,
    fish: 1.15,
    dig: 1.0,
    ball: 1.1,
    water: 0.9,
    surf: 1.1,
    kite: 1.0,
    release: 0.85,
    throw: throwTurn,
    search: 0.5,
    sweep: 0.8,
    chop: 0.6,
    hew: 1.0,
    wash: 0.6,
    wipe: 0.6,
    blow: 0.9,
    kneel: 1.0,
    pet: 0.9,
    feed: 0.9,
    'blow-candles': 0.85,
    knit: 0.6,
    sew: 0.6,
  }
  return turns[kind] ?? (tight ? 0.42 : 0.62)
}

/** Who throws is seen from the side; something thrown towards the viewer is not seen to fly. */
const throwTurn = 1.05

const gapOf = (group: { readonly count: number; readonly tight: boolean }): number => {
  if (group.count > 3) return 0.7 / group.count
  if (group.count > 2) return 0.26
  return group.tight ? 0.38 : 0.26
}

import type { Cut } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import { neededUsd, sumUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { type Production, remakeCommand } from '../domain/production.ts'
import { shotsOf } from '../domain/script.ts'
import { compareShots, type ShotId } from '../domain/slate.ts'
import type { Soundtrack } from '../domain/soundtrack.ts'
import { isUsable, type Take } from '../domain/take.ts'
import type { Floor } from './floor.ts'
import { takePrice } from './money.ts'
import { pilotOf, readDocument } from './rows.ts'

/** What stands for a stored file that is not there as it was stored. */
interface Lost {
  readonly hash: string
  readonly state: 'missing' | 'damaged'
}

interface LostTake extends Lost {
  readonly take: Take
}

/** A file of the soundtrack that is lost. */
export interface LostSound extends Lost {
  /** `the voice of cue 1.1` */
  readonly what: string
  /** `scratch` is made again for nothing; what was bought or is the client's own has to be put back. */
  readonly whose: 'scratch' | 'bought' | 'client'
}

type Shelves = Pick<Floor, 'vault' | 'productions' | 'ledger' | 'prices'>

/**
 * See that a film can be cut, with what can be made again for nothing. Everything that is lost is named at once, with what it
 * costs to shoot it again, so that nobody pays for one file and then hears of the next.
 *
 * @param again shots that are about to be shot again: their takes may be lost
 * @throws StudioError `footage-missing`, `footage-corrupt`
 */
export const requireMendable = async (
  floor: Shelves,
  production: string,
  again: readonly ShotId[] = [],
): Promise<void> => {
  // Without a verdict there is no film yet.
  if (!(await floor.productions.document(production, 'verdict', 'current'))) return
  const film = (await filmTakes(floor, production)).filter(({ shot }) => !again.includes(shot))
  const takes = await lostTakes(
    floor,
    film.filter(({ state }) => state === 'circled'),
  )
  const sounds = (await lostSounds(floor, production)).filter(({ whose }) => whose !== 'scratch')
  const [first] = [...takes, ...sounds]
  if (!first) return
  const { funds } = await floor.productions.brief(production)
  throw new StudioError({
    code: codeOf(first),
    message: [
      `What the film of run ${production} is made of is lost: ${listed(takes, sounds)}. Nothing was changed or spent. Put it back from a copy of the studio's home${takes.length > 0 ? `, or shoot again what can be: ${await shootAgain(floor, production, takes, again)}` : '.'}`,
      ...circleInstead(production, takes, await wholeTakes(floor, film)),
      ...sounds.map((sound) => insteadOfSound({ id: production, funds }, sound)),
    ].join(' '),
  })
}

/**
 * See that every file of the cuts is there and has the bytes it was stored with, before hours are rendered from it.
 *
 * @throws StudioError as {@link requireMendable}, and for what cutting anew mends
 */
export const requireWhole = async (floor: Shelves, production: string): Promise<void> => {
  await requireMendable(floor, production)
  const cuts = await floor.productions.documents(production, 'cut')
  const used = new Set(cuts.flatMap(({ body }) => (body as unknown as Cut).events.map(nameOf)))
  const film = await filmTakes(floor, production)
  const takes = await lostTakes(
    floor,
    film.filter((take) => used.has(nameOf(take))),
  )
  const sounds = await lostSounds(floor, production)
  const [first] = [...takes, ...sounds]
  if (!first) return
  throw new StudioError({
    code: codeOf(first),
    message: `What the cuts of run ${production} use is lost: ${listed(takes, sounds)}. Cutting anew does without it or makes it again, and buys no footage: npx --no-install claude-studio render ${production}`,
  })
}

/** Those of these takes whose footage is there as it was stored: an alternate that is lost is no choice for a cut. */
export const wholeTakes = async (
  floor: Pick<Floor, 'vault'>,
  takes: readonly Take[],
): Promise<readonly Take[]> => {
  const lost = await lostTakes(floor, takes)
  return takes.filter((take) => !lost.some((one) => one.take === take))
}

/** Files of the soundtrack that are not there as they were stored. */
export const lostSounds = async (
  floor: Shelves,
  production: string,
): Promise<readonly LostSound[]> => {
  const soundtrack = (await floor.productions.document(
    production,
    'soundtrack',
    'current',
  )) as Soundtrack | null
  const files = [
    ...(soundtrack?.cues ?? []).flatMap(({ id, hash }) =>
      hash === null ? [] : [{ what: `the voice of cue ${id}`, hash }],
    ),
    ...(soundtrack?.music ? [{ what: 'the music', hash: soundtrack.music.hash }] : []),
  ]
  const lost: Omit<LostSound, 'whose'>[] = []
  for (const file of files) {
    const state = await floor.vault.check(file.hash)
    if (state !== 'whole') lost.push({ ...file, state })
  }
  if (lost.length === 0) return []
  const orders = await floor.ledger.orders(production)
  return lost.map((file) => ({ ...file, whose: whoseSound(floor, orders, file.hash) }))
}

const whoseSound = (
  { prices }: Pick<Floor, 'prices'>,
  orders: readonly Order[],
  hash: string,
): LostSound['whose'] => {
  const order = orders.find(({ outputHash }) => outputHash === hash)
  if (!order) return 'client'
  return prices.model(order.model).price.perUnit === 0 ? 'scratch' : 'bought'
}

/** Takes that the winner's film may be cut of. */
const filmTakes = async (
  { productions }: Pick<Floor, 'productions'>,
  production: string,
): Promise<readonly Take[]> => {
  const { winner } = await readDocument(productions, production, 'verdict')
  const takes = await productions.takes(production)
  return takes
    .filter((take) => take.pilot === winner && isUsable(take))
    .toSorted((a, b) => compareShots(a.shot, b.shot))
}

const lostTakes = async (
  { vault }: Pick<Floor, 'vault'>,
  takes: readonly Take[],
): Promise<readonly LostTake[]> => {
  const lost: LostTake[] = []
  for (const take of takes) {
    if (take.footage.kind !== 'stored') continue
    const { hash } = take.footage
    const state = await vault.check(hash)
    if (state !== 'whole') lost.push({ take, hash, state })
  }
  return lost
}

const nameOf = ({ pilot, slate }: Pick<Take, 'pilot' | 'slate'>): string => `${pilot}/${slate}`

const codeOf = ({ state }: Lost): 'footage-missing' | 'footage-corrupt' =>
  state === 'missing' ? 'footage-missing' : 'footage-corrupt'

const listed = (takes: readonly LostTake[], sounds: readonly LostSound[]): string =>
  [
    ...takes.map(({ take, ...lost }) => `take ${take.slate} ${stateText(lost)}`),
    ...sounds.map(({ what, ...lost }) => `${what} ${stateText(lost)}`),
  ].join(', ')

const stateText = ({ state, hash }: Lost): string =>
  `${state === 'missing' ? 'is not in the vault any more' : 'is damaged'} (file ${hash.slice(0, 12)}…)`

/** The command that shoots all that is lost again, beside what was to be shot again anyway, and what it costs. */
const shootAgain = async (
  { productions, prices }: Pick<Floor, 'productions' | 'prices'>,
  production: string,
  takes: readonly LostTake[],
  again: readonly ShotId[],
): Promise<string> => {
  const { winner } = await readDocument(productions, production, 'verdict')
  const script = await readDocument(productions, production, 'script', winner)
  const brief = await productions.brief(production)
  const { model } = pilotOf(await readDocument(productions, production, 'plan'), winner)
  const lost = takes.map(({ take }) => take.shot)
  const shots = shotsOf(script).filter(({ id }) => lost.includes(id) || again.includes(id))
  const price = sumUsd(...shots.map((shot) => takePrice(prices.model(model), brief, script, shot)))
  return `about ${neededUsd(price)}, all at once with: npx --no-install claude-studio retake ${production} ${shots.map(({ id }) => id).join(' ')}.`
}

/** Another take of a shot that is there costs nothing. */
const circleInstead = (
  production: string,
  lost: readonly LostTake[],
  whole: readonly Take[],
): readonly string[] => {
  const others = whole.filter(({ shot }) => lost.some(({ take }) => take.shot === shot))
  return others.length === 0
    ? []
    : [
        `Or choose another take, which costs nothing: npx --no-install claude-studio takes circle ${production} SLATE (${others.map(({ slate }) => slate).join(', ')}).`,
      ]
}

const insteadOfSound = (
  run: Pick<Production, 'id' | 'funds'>,
  { what, whose }: LostSound,
): string =>
  whose === 'client'
    ? `No retake brings back ${what}, which is the client's own: make the film anew with it, ${remakeCommand(run)} --music FILE.`
    : `No retake brings back ${what}, which was bought: make the film anew, ${remakeCommand(run)}.`

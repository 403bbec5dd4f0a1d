import type { Script, Shot } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import { isUsable, type Take } from '../domain/take.ts'
import { type BarredTake, calledOf, calledTakes } from './called-takes.ts'
import { takesOfShot } from './rows.ts'
import { takeOrderKey } from './shot-order.ts'
import { type BarDesk, whatBars } from './takes-wanted.ts'

/** A shot that a run orders takes of when it goes on. */
export interface ShotAhead {
  readonly shot: Shot
  /** At least 1. */
  readonly takes: number
}

/** What a run that goes on does about the shots of a pilot. */
export interface ShotsAhead {
  readonly ordered: readonly ShotAhead[]
  /** What its vendor will not make as it is asked for, by shot: not ordered again before it is asked for otherwise. */
  readonly barred: readonly BarredTake[]
  /** Shots whose takes are on order, or wait for the crew's choice. */
  readonly onTheWay: readonly ShotId[]
  /** Shots whose circled take came from the cutting-room shelf. */
  readonly cast: readonly ShotId[]
}

/** Whose shots are asked about. */
export interface ShotsQuestion {
  readonly production: string
  readonly script: Script
  /** Scenes that are shot, in continuity chains, each in order. */
  readonly chains: readonly (readonly number[])[]
  readonly takesPerShot: number
  /** Shots that are about to be left out of the film. */
  readonly without: readonly ShotId[]
}

/** What becomes of one shot. */
type Next =
  | { readonly kind: 'circled'; readonly isCast: boolean }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'on-the-way' }
  | { readonly kind: 'barred'; readonly barred: BarredTake }
  | { readonly kind: 'ordered'; readonly takes: number }

/** What a run that goes on does about the shots of a pilot, as the shooting decides it then. */
export const shotsAhead = async (desk: BarDesk, asked: ShotsQuestion): Promise<ShotsAhead> => {
  const told: { readonly shot: Shot; readonly next: Next }[] = []
  for (const scenes of asked.chains) {
    const shots = shotsIn(asked.script, scenes)
    // Whether what the next shot starts from is still to come: it is another frame then than it was refused with.
    let isFresh = false
    for (const [index, shot] of shots.entries()) {
      const earlier = shots.slice(0, index).map(({ id }) => id)
      const next = await nextOf(desk, asked, { shot: shot.id, earlier, isFresh })
      told.push({ shot, next })
      if (next.kind === 'circled') isFresh = false
      if (next.kind === 'ordered' || next.kind === 'on-the-way') isFresh = true
    }
  }
  return {
    ordered: told.flatMap(({ shot, next }) =>
      next.kind === 'ordered' ? [{ shot, takes: next.takes }] : [],
    ),
    barred: told.flatMap(({ next }) => (next.kind === 'barred' ? [next.barred] : [])),
    onTheWay: told.flatMap(({ shot, next }) => (next.kind === 'on-the-way' ? [shot.id] : [])),
    cast: told.flatMap(({ shot, next }) =>
      next.kind === 'circled' && next.isCast ? [shot.id] : [],
    ),
  }
}

const shotsIn = ({ scenes }: Script, numbers: readonly number[]): readonly Shot[] =>
  numbers.flatMap((number) => scenes.find((scene) => scene.number === number)?.shots ?? [])

const nextOf = async (
  desk: BarDesk,
  { production, script: { pilot }, takesPerShot, without }: ShotsQuestion,
  { shot, earlier, isFresh }: Link,
): Promise<Next> => {
  const existing = takesOfShot(await desk.productions.takes(production), pilot, shot)
  const circled = existing.find(({ state }) => state === 'circled')
  if (circled) return { kind: 'circled', isCast: isCast(production, circled) }
  if (without.includes(shot)) return { kind: 'left-out' }
  const orders = await desk.ledger.orders(production)
  const own = `${production}/${pilot}/video/${shot}/`
  if (orders.some(({ key, held }) => key.startsWith(own) && held > 0)) return { kind: 'on-the-way' }
  const called = calledOf(await calledTakes(desk, production), pilot, shot)
  const open = called.filter(({ take }) => take === null)
  if (open.some(({ order }) => order?.state === 'delivered')) return { kind: 'on-the-way' }
  if (open.length > 0) return { kind: 'ordered', takes: open.length }
  if (existing.some(isUsable)) return { kind: 'on-the-way' }
  const barred = isFresh ? null : await whatBars(desk, { production, pilot, shot, earlier })
  if (barred) return { kind: 'barred', barred }
  return { kind: 'ordered', takes: existing.length === 0 ? takesPerShot : 1 }
}

/** A shot in its chain. */
interface Link {
  readonly shot: ShotId
  readonly earlier: readonly ShotId[]
  readonly isFresh: boolean
}

const isCast = (production: string, { pilot, slate, orderKey }: Take): boolean =>
  orderKey !== takeOrderKey(production, pilot, slate)

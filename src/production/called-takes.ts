import type { VendorTrouble } from '../domain/errors.ts'
import { isAccountTrouble } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import type { ShotId } from '../domain/slate.ts'
import { shotOfSlate } from '../domain/slate.ts'
import { isUsable, type Take } from '../domain/take.ts'
import type { Floor } from './floor.ts'
import { takeOrderKey } from './shot-order.ts'
import type { TakeRequest } from './take-work.ts'

/** A take on the call sheet, with what became of it so far. */
export interface CalledTake {
  readonly call: TakeRequest
  /** Null before it was written down. */
  readonly order: Order | null
  /** Null before it has footage, or is known to get none. */
  readonly take: Take | null
}

/** Every take on a run's call sheet. */
export const calledTakes = async (
  {
    productions,
    ledger,
  }: Pick<Floor, 'productions'> & { readonly ledger: Pick<Floor['ledger'], 'orders'> },
  production: string,
): Promise<readonly CalledTake[]> => {
  const sheet = await productions.documents(production, 'call-sheet')
  const takes = await productions.takes(production)
  const orders = new Map((await ledger.orders(production)).map((order) => [order.key, order]))
  return sheet.map(({ body }) => {
    const call = body as unknown as TakeRequest
    const { pilot, slate } = call
    return {
      call,
      order: orders.get(takeOrderKey(production, pilot, slate)) ?? null,
      take: takes.find((one) => one.pilot === pilot && one.slate === slate) ?? null,
    }
  })
}

/** Key of the order that pays for a called take. */
export const takeKeyOf = ({ call }: Pick<CalledTake, 'call'>): string =>
  takeOrderKey(call.production, call.pilot, call.slate)

/** Those of called takes that are of one shot of a pilot. */
export const calledOf = (
  called: readonly CalledTake[],
  pilot: string,
  shot: ShotId,
): readonly CalledTake[] =>
  called.filter(({ call }) => call.pilot === pilot && shotOfSlate(call.slate) === shot)

/** Whether a take waits for a person to decide about its order. */
export const isWaiting = ({ take, order }: CalledTake): boolean =>
  take === null && order?.state === 'parked'

/** Whether a take's order is at its vendor and nothing is known of its end. */
export const isAway = ({ take, order }: CalledTake): boolean =>
  take === null && order !== null && awayStates.has(order.state)

const awayStates: ReadonlySet<string> = new Set(['submitting', 'unknown', 'accepted', 'ready'])

/** A take that was not made because its vendor will not make it as it was asked for. */
export interface BarredTake {
  readonly take: Take
  readonly order: Order
  readonly trouble: VendorTrouble
}

/** What the vendor has against a take that it did not make; null when it made it, or had nothing against it itself. */
export const barredTake = ({
  take,
  order,
}: Pick<CalledTake, 'take' | 'order'>): BarredTake | null => {
  const trouble = order?.trouble ?? null
  if (!(take && order && trouble) || take.footage.kind === 'stored') return null
  return isAccountTrouble(trouble) ? null : { take, order, trouble }
}

/**
 * What stands in the way of another take of a shot: the vendor said no to the very request that would be sent. It would say
 * so again, bill it, and close the account in the end.
 *
 * @param next what the next take would be made of
 */
export const barringTake = (
  called: readonly CalledTake[],
  next: Pick<Take, 'prompt' | 'continuesFrom'>,
): BarredTake | null => {
  const barred = called.flatMap((one) => barredTake(one) ?? [])
  const isSame = ({ take }: BarredTake): boolean =>
    take.prompt === next.prompt && take.continuesFrom === next.continuesFrom
  return barred.findLast(isSame) ?? null
}

/** Whether a shot has a take that the edit may use. */
export const hasUsable = (called: readonly CalledTake[]): boolean =>
  called.some(({ take }) => take !== null && isUsable(take))

import type { Pilot } from '../domain/plan.ts'
import { continuityChains, type Script } from '../domain/script.ts'
import type { ShotId } from '../domain/slate.ts'
import type { CapScope } from '../ports/ledger-store.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { pilotOf, readDocument } from './rows.ts'
import { noRoomText, type RoomLedger, roomCommands, roomOf, shortCaps } from './run-room.ts'
import { leastForAll, type ShotsAfforded, shotsAfforded } from './shots-afforded.ts'
import { type ShotAhead, shotsAhead } from './shots-ahead.ts'

/** What it takes to say what the money of a run pays for. */
export interface MoneyAheadDesk extends Pick<Floor, 'productions' | 'prices' | 'catalogue'> {
  readonly ledger: RoomLedger & Pick<Floor['ledger'], 'orders'>
}

/** What of the shots that a run orders when it goes on its money pays for, and what gives it the rest. */
export interface MoneyAhead {
  readonly paid: ShotsAfforded['paid']
  /** Shots that no money is left for. */
  readonly unpaid: readonly ShotId[]
  /** Why there is none, and what helps, as {@link noRoomText}; empty where all is paid for. */
  readonly why: string
  /** The commands that make room for all of it, with the least amounts that are enough; none where all is paid for. */
  readonly commands: readonly string[]
  /** Caps that leave too little. */
  readonly caps: readonly CapScope[]
}

/** What of the shots that a run orders when it goes on its money pays for. */
export const moneyAhead = async (
  desk: MoneyAheadDesk,
  {
    id,
    pilot,
    script,
    ordered,
  }: {
    readonly id: string
    readonly pilot: Pilot
    readonly script: Script
    /** In the order they are bought. */
    readonly ordered: readonly ShotAhead[]
  },
): Promise<MoneyAhead> => {
  const { productions, ledger } = desk
  const room = await roomOf(ledger, id)
  const brief = await productions.brief(id)
  const takes = await productions.takes(id)
  const asked = { ...{ production: id, brief, script, pilot }, ...{ takes, ordered, room } }
  const { paid, unpaid } = await shotsAfforded(desk, asked)
  if (unpaid.length === 0) return { paid, unpaid: [], why: '', commands: [], caps: [] }
  const need = await leastForAll(desk, asked, await ledger.orders(id))
  return {
    paid,
    unpaid: unpaid.map((shot) => shot.id),
    why: noRoomText(room, need) ?? '',
    commands: roomCommands(room, need),
    caps: shortCaps(room, need).map(({ scope }) => scope),
  }
}

/** The same for the film of the pilot that won, as it stands. */
export const filmMoneyAhead = async (desk: MoneyAheadDesk, id: string): Promise<MoneyAhead> => {
  const { productions } = desk
  const { winner } = await readDocument(productions, id, 'verdict')
  const pilot = pilotOf(await readDocument(productions, id, 'plan'), winner)
  const script = await filmScript(productions, id, winner)
  const chains = continuityChains(script).map(({ scenes }) => scenes)
  const { takesPerShot } = pilot
  const shots = { production: id, script, chains, takesPerShot, without: [] }
  const { ordered } = await shotsAhead(desk, shots)
  return moneyAhead(desk, { id, pilot, script, ordered })
}

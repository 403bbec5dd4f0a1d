import { goOnCommand, stages } from '../../domain/production.ts'
import { shotsOf } from '../../domain/script.ts'
import { isUsable } from '../../domain/take.ts'
import { type BarredTake, barredTake } from '../../production/called-takes.ts'
import { isAllDecided } from '../../production/parked-text.ts'
import { anewCommand, otherwiseCommand } from '../../production/trouble-remedy.ts'
import type { RunRecord } from '../run-record.ts'

/** The command that a person gives next, for a run that nobody works on. */
export const nextStep = (record: RunRecord): string => {
  const { production } = record
  const { id, state, isTest } = production
  if (isTest) return goOnCommand(production)
  if (record.moneyCommands.length > 0) {
    return [...record.moneyCommands, goOnCommand(production)].join(', then ')
  }
  if (isBlocked(record)) {
    return `npx --no-install claude-studio budget ${id} --raise-to USD, then ${goOnCommand(production)}`
  }
  switch (state) {
    case 'wrapped':
    case 'cancelled':
      return `npx --no-install claude-studio runs show ${id}`
    // Going on alone would wait for the same order again: a person decides about it first.
    case 'waiting-for-order':
      return isAllDecided(production, record.orders)
        ? goOnCommand(production)
        : `npx --no-install claude-studio orders list ${id}`
    case 'failed':
      return otherwise(record) ?? goOnCommand(production)
    default:
      return goOnCommand(production)
  }
}

/** Whether a bill went over its hold, so that nothing more is bought, and nobody has to decide about an order first. */
const isBlocked = ({ production, totals, orders }: RunRecord): boolean =>
  totals.overrunOpen > 0 &&
  isBuying(production) &&
  (production.state !== 'waiting-for-order' || isAllDecided(production, orders))

/** Whether a run still asks its crew or its vendors for something. */
const isBuying = ({ state, stage }: RunRecord['production']): boolean =>
  state !== 'wrapped' && state !== 'cancelled' && stages.indexOf(stage) < stages.indexOf('render')

/** Going on would end where it ended: what a vendor refuses to make has to be asked for otherwise. Null for all else. */
export const otherwise = (record: RunRecord): string | null => {
  const { production, script } = record
  const barred = script && production.state === 'failed' ? barredTakes(record) : []
  const [first] = barred
  if (!first) return null
  if (production.stage === 'shoot')
    return otherwiseCommand(first.trouble, production.id, first.take.shot)
  const isNoneShot = !record.takes.some((take) => take.test && isUsable(take))
  return production.stage === 'pilots' && isNoneShot ? anewCommand(production) : null
}

/** Of each shot without footage that the film can use the newest take, where its vendor refuses to make it. */
const barredTakes = ({ script, takes, orders }: RunRecord): readonly BarredTake[] =>
  (script ? shotsOf(script) : []).flatMap(({ id }) => {
    const own = takes.filter(({ pilot, shot }) => pilot === script?.pilot && shot === id)
    const take = own.at(-1)
    if (!take || own.some(isUsable)) return []
    return (
      barredTake({ take, order: orders.find(({ key }) => key === take.orderKey) ?? null }) ?? []
    )
  })

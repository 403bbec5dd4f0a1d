import type { Usd } from '../domain/money.ts'
import type { Scene, Script } from '../domain/script.ts'
import { frames } from '../domain/time.ts'

/** A script the money reaches, and what had to give, in words; null when nothing had. */
export interface FittedScript {
  readonly script: Script
  readonly shrunk: string | null
}

/**
 * Fit a script to the money: every frame of a transition is footage ordered on top, so transitions into scenes become
 * cuts, the longest first, until the film can be paid. Shots and their lengths stay as they are.
 *
 * @param price the cheapest way to finish a film of a script
 * @param room what that may cost
 */
export const fitScript = (
  script: Script,
  price: (script: Script) => Usd,
  room: Usd,
): FittedScript => {
  let fitted = script
  const given: number[] = []
  while (price(fitted) > room) {
    const [dearest] = joins(fitted).toSorted((a, b) => b.transition.length - a.transition.length)
    if (!dearest) break
    given.push(dearest.number)
    fitted = withCutInto(fitted, dearest.number)
  }
  if (given.length === 0) return { script, shrunk: null }
  const scenes = `${given.length === 1 ? 'scene' : 'scenes'} ${given.toSorted((a, b) => a - b).join(', ')}`
  return {
    script: fitted,
    shrunk: `Pilot ${script.pilot} enters ${scenes} by a cut instead of a transition to fit the budget.`,
  }
}

/** Scenes that are entered from another one by more than a cut. */
const joins = ({ scenes }: Script): readonly Scene[] =>
  scenes.slice(1).filter(({ transition }) => transition.length > 0)

const withCutInto = (script: Script, number: number): Script => ({
  ...script,
  scenes: script.scenes.map((scene) =>
    scene.number === number
      ? { ...scene, transition: { kind: 'cut' as const, length: frames(0) } }
      : scene,
  ),
})

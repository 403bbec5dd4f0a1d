import { fitPlan, leastBudget, leastFor } from '../budget/fit-plan.ts'
import { longestShot } from '../budget/shot-lengths.ts'
import { clipPrice } from '../budget/shot-price.ts'
import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import type { IntentContract } from '../domain/intent-contract.ts'
import { maxUsd, sumUsd, type Usd } from '../domain/money.ts'
import type { Pilot, Plan } from '../domain/plan.ts'
import type { Script } from '../domain/script.ts'
import { shotsOf } from '../domain/script.ts'
import { editHandleSeconds } from '../domain/shot-limits.ts'
import { frames, framesFromSeconds, secondsFromFrames } from '../domain/time.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { revisedScript } from './revision.ts'
import { asJson, pilotOf, readDocument } from './rows.ts'

/** A script that was seen as a drawn film and is to be bought as it is. */
export interface ApprovedScript {
  /** The run it is from. */
  readonly run: string
  readonly contract: IntentContract
  readonly script: Script
  readonly pilot: Pilot
}

/** The one pilot of a film whose script is known. */
const boughtPilot = 'p1'

/**
 * The script of a run as its film shows it: the winner's, with its shots as they were taken again.
 *
 * @throws StudioError `bad-input` when the run has none yet
 */
export const approvedScript = async (
  productions: ProductionStore,
  run: string,
): Promise<ApprovedScript> => {
  const verdict = await productions.document(run, 'verdict', 'current')
  if (!verdict) {
    throw new StudioError({
      code: 'bad-input',
      message: `Run ${run} has no script that was chosen yet. Let it come to its verdict first: npx --no-install claude-studio runs resume ${run}`,
    })
  }
  const { winner } = await readDocument(productions, run, 'verdict')
  const plan = await readDocument(productions, run, 'plan')
  return {
    run,
    contract: await readDocument(productions, run, 'contract'),
    script: await revisedScript(productions, run, winner),
    pilot: pilotOf(plan, winner),
  }
}

/**
 * The plan that buys a script: one pilot, on the best model that the money pays for.
 *
 * @param brief with the money that is left for footage
 * @param offers video models of the vendor, cheapest first
 * @throws StudioError `bad-input` naming the shots that are longer than the vendor's clips; `budget-too-small`
 */
export const planOfScript = (
  brief: Brief,
  { run, script, pilot }: ApprovedScript,
  offers: readonly CatalogueModel[],
): Plan => {
  requireLengths(brief, script, offers)
  const best = offers.findLast(({ tier }) => brief.tier === null || tier === brief.tier)
  if (!best) throw new TypeError('A vendor without models was let through')
  const { name, style, pace } = pilot
  // What it was made with then says nothing of how it is made now.
  const approach = pilot.approach.replace(/\s*Made with \S+\/.*$/, '')
  const takesPerShot = brief.takes ?? 1
  const tier = best.tier ?? pilot.tier
  return fitPlan(
    brief,
    {
      pilots: [{ ...{ name, approach, style, pace, takesPerShot, tier }, model: best.id }],
      scenes: script.scenes.length,
      testScenes: [1],
      reasons: [`The script is that of run ${run}, as it was seen.`],
    },
    offers,
  )
}

const requireLengths = (
  { rate, provider }: Brief,
  script: Script,
  offers: readonly CatalogueModel[],
): void => {
  const most = longestShot(offers, rate)
  const long = shotsOf(script).filter(({ length }) => length > framesFromSeconds(most, rate))
  if (long.length === 0) return
  const names = long.map(({ id, length }) => `${id} (${secondsFromFrames(length, rate)} s)`)
  throw new StudioError({
    code: 'bad-input',
    message: `Clips of ${provider} hold shots of at most ${most} s; longer are ${names.join(', ')}. Nothing was bought. Make the drawn film with a shorter --duration or more scenes, or buy with another --provider.`,
  })
}

/**
 * The least budget for the footage of a script: one take of each shot as {@link leastFor} counts it, and no less than a plan of
 * its length is fitted to.
 *
 * @param offers video models of the vendor, cheapest first
 * @throws StudioError `bad-input` naming the shots that are longer than the vendor's clips
 */
export const leastForScript = (
  brief: Brief,
  { script }: ApprovedScript,
  offers: readonly CatalogueModel[],
): Usd => {
  requireLengths(brief, script, offers)
  const handle = framesFromSeconds(editHandleSeconds, brief.rate)
  // Transitions are not in it: a script that the money does not reach gives them up.
  const priceOn = (model: CatalogueModel): Usd =>
    sumUsd(
      ...shotsOf(script).map(({ length }) => clipPrice(model, frames(length + handle), brief.rate)),
    )
  return maxUsd(leastBudget(brief, offers), leastFor(brief, offers, priceOn))
}

/** The script under the pilot that buys it. */
export const scriptToBuy = ({ script }: ApprovedScript): Script => ({
  ...script,
  pilot: boughtPilot,
})

/** Write contract, plan and script of a run down before it begins: it plans nothing of its own then. */
export const bringScript = async (
  productions: ProductionStore,
  id: string,
  plan: Plan,
  approved: ApprovedScript,
): Promise<void> => {
  const put = (kind: 'contract' | 'plan' | 'script', key: string, body: object) =>
    productions.putDocument(id, kind, key, asJson(body), false)
  await put('contract', 'current', approved.contract)
  await put('plan', 'current', plan)
  await put('script', boughtPilot, scriptToBuy(approved))
}

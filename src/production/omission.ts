import { StudioError } from '../domain/errors.ts'
import { withoutShots } from '../domain/omit-shots.ts'
import type { Order } from '../domain/order.ts'
import type { Production } from '../domain/production.ts'
import { type Script, shotsOf } from '../domain/script.ts'
import { takeOfOrder } from '../domain/shelf.ts'
import { type ShotId, shotOfSlate } from '../domain/slate.ts'
import { isUsable, type Take } from '../domain/take.ts'
import { keepBond } from './bond.ts'
import { filmScript, type Omission } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { bondNeeded } from './money.ts'
import { asJson, readDocument, takesOfShot } from './rows.ts'
import { shootingProblem } from './steer.ts'

/**
 * Leave shots out of the winner's film. Their orders stay what they are, with the money that is held for them.
 *
 * @throws StudioError `bad-input` for shots that have footage, or when none is left; `not-found` for those that the film does not have
 */
export const omitShots = async (
  floor: Floor,
  production: string,
  shots: readonly ShotId[],
): Promise<void> => {
  const { productions } = floor
  const { script, takes } = await requireOmittable(productions, production, shots)
  const { pilot: winner } = script
  const omitted = new Set(shots)
  for (const shot of omitted) {
    const omission: Omission = { schema: 'omission@1', shot }
    await productions.putDocument(
      production,
      'omission',
      `${winner}/${shot}`,
      asJson(omission),
      true,
    )
  }
  const film = withoutShots(script, omitted)
  await sayOmitted(floor, production, { script, film, omitted })
  const brief = await productions.brief(production)
  const needed = bondNeeded(floor, brief, film, takes)
  await keepBond(floor, production, needed, `bond/without/${[...omitted].join(',')}`)
}

/** What a film is made of. */
interface Film {
  readonly script: Script
  readonly takes: readonly Take[]
}

/**
 * See that shots can be left out of the winner's film.
 *
 * @throws StudioError as {@link omitShots}
 */
export const requireOmittable = async (
  productions: Floor['productions'],
  production: string,
  shots: readonly ShotId[],
): Promise<Film> => {
  const film = await winnersFilm(productions, production)
  const problem = omissionProblem(production, film, shots)
  if (problem) throw problem
  return film
}

/** Why shots cannot be left out of a film, as {@link omitShots} throws it; null when they can. */
const omissionProblem = (
  production: string,
  { script, takes }: Film,
  shots: readonly ShotId[],
): StudioError | null => {
  for (const shot of shots) {
    const usable = takesOfShot(takes, script.pilot, shot).filter(isUsable)
    const problem = unknownShot(production, script, shot)
    if (problem) return problem
    if (usable.length > 0) return hasFootage(production, shot)
  }
  const isEmpty = shotsOf(script).every(({ id }) => shots.includes(id))
  return isEmpty ? nothingLeft(production) : null
}

/** Whether shots can all be left out of a film: `runs continue --without` takes them then. */
export const isOmittable = (production: string, film: Film, shots: readonly ShotId[]): boolean =>
  omissionProblem(production, film, shots) === null

/** The shot that an order of a run is for, where the run's film can be made without it; null where it cannot. */
export const omittableShot = async (
  productions: Floor['productions'],
  run: Production,
  { key }: Pick<Order, 'key'>,
): Promise<ShotId | null> => {
  const { pilot, slate } = takeOfOrder(key)
  if (slate === null || shootingProblem(run)) return null
  const shot = shotOfSlate(slate)
  const film = await winnersFilm(productions, run.id)
  return pilot === film.script.pilot && isOmittable(run.id, film, [shot]) ? shot : null
}

const winnersFilm = async (productions: Floor['productions'], id: string): Promise<Film> => {
  const { winner } = await readDocument(productions, id, 'verdict')
  return {
    script: await filmScript(productions, id, winner),
    takes: await productions.takes(id),
  }
}

/**
 * See that a film has the shots that are named; before there is a verdict nobody knows what its film has.
 *
 * @throws StudioError `not-found`
 */
export const requireShots = async (
  productions: Floor['productions'],
  production: string,
  shots: readonly ShotId[],
): Promise<void> => {
  if ((await productions.document(production, 'verdict', 'current')) === null) return
  const { winner } = await readDocument(productions, production, 'verdict')
  const script = await filmScript(productions, production, winner)
  for (const shot of shots) {
    const problem = unknownShot(production, script, shot)
    if (problem) throw problem
  }
}

const unknownShot = (production: string, script: Script, shot: ShotId): StudioError | null => {
  const known = shotsOf(script).map(({ id }) => id)
  if (known.includes(shot)) return null
  return new StudioError({
    code: 'not-found',
    message: `The film of run ${production} has no shot ${shot}. Nothing was changed. Its shots are ${known.join(', ')}.`,
  })
}

const hasFootage = (production: string, shot: ShotId): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Shot ${shot} of run ${production} has footage that the film can use; only shots without any are left out. Nothing was changed.`,
  })

const nothingLeft = (production: string): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Without these shots nothing is left of the film of run ${production}. Nothing was changed.`,
  })

const sayOmitted = async (
  floor: Floor,
  production: string,
  {
    script,
    film,
    omitted,
  }: { readonly script: Script; readonly film: Script; readonly omitted: ReadonlySet<ShotId> },
): Promise<void> => {
  const gone = script.scenes.filter(
    ({ number }) => !film.scenes.some((one) => one.number === number),
  )
  const lines = gone.flatMap(({ narration }) => narration.map(({ text }) => `"${text}"`))
  const scenes =
    gone.length === 0
      ? ''
      : ` Nothing is left of scene ${gone.map(({ number }) => number).join(', ')}${lines.length > 0 ? `, and of what is said in it: ${lines.join(' ')}` : ''}.`
  const names = [...omitted].join(', ')
  const text = `The film is made without shot ${names}, as asked.${scenes}`
  await say(floor, production, `without/${names}`, 'note', { text })
}

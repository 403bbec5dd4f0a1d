import { cutCandidates } from '../agents/editor/cut-candidates.ts'
import type { Cut } from '../domain/cut.ts'
import { candidateNames, checkCut, cutLength, takeKey } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import { type Script, scriptLength, shotsOf } from '../domain/script.ts'
import type { Soundtrack } from '../domain/soundtrack.ts'
import { isUsable, type Take } from '../domain/take.ts'
import type { FrameCount } from '../domain/time.ts'
import { frames, framesFromSeconds } from '../domain/time.ts'
import { canonicalJson, sha256 } from '../kit/hash.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { WorkflowContext } from '../ports/workflow.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import type { Outcome } from './outcome.ts'
import { done, stepOutcome } from './outcome.ts'
import { revisedScript, revisionFor, revisionsOf } from './revision.ts'
import { asJson, circledTake, readDocument, takeNumber, takesOfShot } from './rows.ts'
import { remakeLostSound, voiceReturned } from './soundtrack.ts'
import { requireMendable, wholeTakes } from './whole-footage.ts'

/** Three candidate cuts, each checked against the footage that exists. */
export const cutStage = async (
  floor: Floor,
  context: WorkflowContext,
  production: string,
): Promise<Outcome<null>> => {
  const sound = await stepOutcome(context, 'lost sound', () => remakeLostSound(floor, production))
  if (sound.kind !== 'ok') return sound
  const returned = await stepOutcome(context, 'returned scenes', () =>
    voiceReturned(floor, production),
  )
  if (returned.kind !== 'ok') return returned
  return stepOutcome(context, 'cuts', () => makeCuts(floor, production))
}

const makeCuts = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const brief = await floor.productions.brief(production)
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const script = await revisedScript(floor.productions, production, winner)
  const soundtrack = await readDocument(floor.productions, production, 'soundtrack')
  const all = await floor.productions.takes(production)
  const inFilm = new Set(shotsOf(script).map(({ id }) => id))
  // A clip that came in after its shot was left out is on the shelf.
  const usable = all.filter(
    (take) => take.pilot === winner && inFilm.has(take.shot) && isUsable(take),
  )
  const missing = uncovered(
    production,
    script,
    all.filter(({ pilot }) => pilot === winner),
  )
  if (missing) throw new StudioError({ code: 'footage-missing', message: missing })
  await requireMendable(floor, production)
  const takes = await wholeTakes(floor, usable)
  const reviews = (await floor.productions.reviews(production)).filter(
    ({ pilot }) => pilot === winner,
  )
  const basis = basisOf(takes, soundtrack)
  const known = await floor.productions.document(production, 'note', basisNote)
  const made = await cutsOf(floor.productions, production)
  if (known === basis && made.length > 0 && areOfTakes(made, takes)) {
    return sayCuts(floor, production, made)
  }
  const cuts = await cutCandidates(floor.crew(production), {
    script,
    takes: await ofOneWish(floor.productions, production, winner, takes),
    reviews,
    rate: brief.rate,
    sceneMinimum: sceneMinimum(soundtrack, framesFromSeconds(0.2, brief.rate)),
  })
  const byKey = new Map(takes.map((take) => [takeKey(take), take]))
  for (const cut of cuts) {
    checkCut(cut, byKey)
    checkLength(cut, scriptLength(script))
  }
  checkDifferent(cuts)
  for (const cut of cuts) {
    await floor.productions.putDocument(production, 'cut', cut.candidate, asJson(cut), true)
  }
  await floor.productions.putDocument(production, 'note', basisNote, basis, true)
  return sayCuts(floor, production, cuts)
}

/** Takes of what the circled take of their shot was made for: one shot for other words is no choice for it. */
const ofOneWish = async (
  productions: ProductionStore,
  production: string,
  pilot: string,
  takes: readonly Take[],
): Promise<readonly Take[]> => {
  const revisions = await revisionsOf(productions, production, pilot)
  const script = await readDocument(productions, production, 'script', pilot)
  const written = new Map(shotsOf(script).map(({ id, prompt }) => [id, prompt]))
  const wishOf = (take: Take): string | undefined =>
    revisionFor(revisions, take.shot, takeNumber(take))?.prompt ?? written.get(take.shot)
  return takes.filter((take) => {
    const circled = circledTake(takes, pilot, take.shot)
    return circled === undefined || wishOf(take) === wishOf(circled)
  })
}

const sayCuts = async (
  floor: Floor,
  production: string,
  cuts: readonly Cut[],
): Promise<Outcome<null>> => {
  const inOrder = candidateNames.flatMap((name) =>
    cuts.filter(({ candidate }) => candidate === name),
  )
  const key = `cuts/${sha256(canonicalJson(asJson(inOrder))).slice(0, 12)}`
  const candidates = inOrder.map(({ candidate, reason, events }) => ({
    candidate,
    reason,
    events: events.length,
  }))
  await say(floor, production, key, 'cuts-made', { candidates })
  return done
}

/**
 * See that a film can be cut anew before the run is put back to its cuts: one that is wrapped stays wrapped.
 *
 * @throws StudioError `bad-input` naming the shots without a take, `footage-missing`, `footage-corrupt` naming the takes that are lost
 */
export const requireFootage = async (floor: Floor, production: string): Promise<void> => {
  // Without a verdict there is no film yet, and the stages before the cuts see to its footage.
  if (!(await floor.productions.document(production, 'verdict', 'current'))) return
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const script = await filmScript(floor.productions, production, winner)
  const takes = await floor.productions.takes(production)
  const ofFilm = takes.filter(({ pilot }) => pilot === winner)
  const missing = uncovered(production, script, ofFilm)
  if (missing) throw new StudioError({ code: 'bad-input', message: missing })
  await requireMendable(floor, production)
}

/** Why a film cannot be cut of takes, with what to do; null when every shot has one that it may use. */
export const uncovered = (id: string, script: Script, takes: readonly Take[]): string | null => {
  const usable = new Set(takes.filter(isUsable).map(({ shot }) => shot))
  const bare = shotsOf(script).filter((shot) => !usable.has(shot.id))
  const [first] = bare
  if (!first) return null
  const names = bare.map((shot) => shot.id).join(', ')
  const shot = takesOfShot(takes, script.pilot, first.id).findLast(
    ({ footage }) => footage.kind === 'stored',
  )
  const studio = 'npx --no-install claude-studio'
  const circle = shot
    ? `Circle one, which costs nothing: ${studio} takes circle ${id} ${shot.slate}. Or shoot`
    : 'Shoot'
  return `Every take of ${names} is marked NG. ${circle} another: ${studio} retake ${id} ${shot?.slate ?? first.id}`
}

/** Whether the cuts are what would be cut of the takes as they are marked now; true where there are none yet. */
export const areCutsCurrent = async (
  productions: ProductionStore,
  production: string,
): Promise<boolean> => {
  if ((await productions.document(production, 'note', basisNote)) === null) return true
  return isCutOf(productions, production, await usableTakes(productions, production))
}

const usableTakes = async (
  productions: ProductionStore,
  production: string,
): Promise<readonly Take[]> => {
  const { winner } = await readDocument(productions, production, 'verdict')
  const all = await productions.takes(production)
  return all.filter((take) => take.pilot === winner && isUsable(take))
}

/** Whether the cuts were made of these takes, as they are marked, and of the soundtrack there is. */
const isCutOf = async (
  productions: ProductionStore,
  production: string,
  takes: readonly Take[],
): Promise<boolean> => {
  const known = await productions.document(production, 'note', basisNote)
  const soundtrack = await readDocument(productions, production, 'soundtrack')
  return (
    known === basisOf(takes, soundtrack) && areOfTakes(await cutsOf(productions, production), takes)
  )
}

/** Whether cutting a run's film asks the crew: it has no cuts yet, or they are not of its takes as they are there and marked now. */
export const asksForCuts = async (
  { productions, vault }: Pick<Floor, 'productions' | 'vault'>,
  production: string,
): Promise<boolean> => {
  if ((await productions.document(production, 'note', basisNote)) === null) return true
  const takes = await wholeTakes({ vault }, await usableTakes(productions, production))
  return !(await isCutOf(productions, production, takes))
}

const cutsOf = async (productions: ProductionStore, production: string): Promise<readonly Cut[]> =>
  (await productions.documents(production, 'cut')).map(({ body }) => body as unknown as Cut)

/** Whether cuts show only these takes: a mark on one that no cut shows changes no film. */
const areOfTakes = (cuts: readonly Cut[], takes: readonly Take[]): boolean => {
  const slates = new Set(takes.map(({ slate }) => slate))
  return cuts.every(({ events }) => events.every(({ slate }) => slates.has(slate)))
}

/** The note of what the cuts were made of: what they depend on, but for the takes they show. */
export const basisNote = 'cut-choice'

/** What the cuts depend on, but for the takes they show: when a shot has another circled take, the film is cut again. */
const basisOf = (takes: readonly Take[], soundtrack: Soundtrack): string => {
  const circled = takes.flatMap(({ slate, state }) => (state === 'circled' ? [slate] : []))
  return sha256(canonicalJson(asJson([circled, soundtrack])))
}

const sceneMinimum = ({ cues }: Soundtrack, after: FrameCount): ReadonlyMap<number, FrameCount> => {
  const ends = new Map<number, FrameCount>()
  for (const { scene, start, length } of cues) {
    ends.set(scene, frames(Math.max(ends.get(scene) ?? 0, start + length + after)))
  }
  return ends
}

const checkLength = (cut: Cut, wanted: FrameCount): void => {
  const length = cutLength(cut)
  if (length === wanted) return
  throw new StudioError({
    code: 'reply-invalid',
    message: `Cut "${cut.candidate}" has ${length} frames; the script has ${wanted}.`,
  })
}

const checkDifferent = (cuts: readonly Cut[]): void => {
  const texts = cuts.map(({ events }) =>
    canonicalJson(asJson(events.map(({ reason, ...event }) => event))),
  )
  if (new Set(texts).size === cuts.length) return
  throw new StudioError({
    code: 'reply-invalid',
    message: 'Two of the candidate cuts are the same; the editor must offer different ones.',
  })
}

import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { goOnCommand, type Production } from '../domain/production.ts'
import type { Script, Shot } from '../domain/script.ts'
import { continuityChains, shotsOf } from '../domain/script.ts'
import type { SlateId } from '../domain/slate.ts'
import { formatSlate, parseSlate, sceneOfShot, shotOfSlate, slateId } from '../domain/slate.ts'
import { isReplaced, isUsable, replacedByRetake, type Take } from '../domain/take.ts'
import type { Tier } from '../domain/tier.ts'
import { type CalledTake, calledOf, calledTakes, hasUsable, isWaiting } from './called-takes.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { asPart } from './outcome.ts'
import { decideText, parkedText, sendsAgain } from './parked-text.ts'
import { requireFreeMoney, requireMoney, retakeModel, type ShotsAgain } from './retake-money.ts'
import { keepRevisions, returnsOf, revise, revisedScript, revisionsBack } from './revision.ts'
import { circledTake, knownRun, pilotOf, readDocument, takeNumber, takesOfShot } from './rows.ts'
import { callTake } from './takes-wanted.ts'
import { spentSince } from './untouched-text.ts'
import { requireMendable } from './whole-footage.ts'

/** What is to be shot again. */
export type RetakeTarget = { readonly scene: number } | { readonly slate: SlateId }

/** How it is to be shot this time. */
export interface RetakeWish {
  /** What to show instead, in the client's words; null for what the shots show. */
  readonly prompt: string | null
  /** Tier to shoot it in; null for the pilot's own model. */
  readonly tier: Tier | null
}

/**
 * Put a new take of shots, or of every shot of scenes, on the call sheet; the takes there are of it are marked NG, so that
 * the new one is what the film shows. With words of the client's the crew revises the shots first. The money to finish is
 * set aside before anything is changed.
 *
 * @throws StudioError `not-found` naming what there is; `bad-input` when nothing of the words could be read, or they ask for what the brief rules out;
 *   `cap-reached`, `overrun` when the shots could not be shot again; `footage-missing`, `footage-corrupt` when footage of others is lost
 */
export const callRetake = async (
  floor: Floor,
  production: string,
  targets: readonly RetakeTarget[],
  { prompt, tier }: RetakeWish,
): Promise<void> => {
  const verdict = await floor.productions.document(production, 'verdict', 'current')
  if (!verdict) {
    const run = await knownRun(floor.productions, production)
    throw new StudioError({
      code: 'not-found',
      message: `Run ${production} has no verdict yet, so there is no shot to take again. Let it get there first: \`${goOnCommand(run)}\`.`,
    })
  }
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const { productions } = floor
  const script = await revisedScript(productions, production, winner)
  const takes = await productions.takes(production)
  const wanted = targets.flatMap((target) => shotsToRetake(script, takes, target))
  const shots = shotsOf(script).filter((shot) => wanted.includes(shot))
  const called = await calledTakes(floor, production)
  const run = await productions.get(production)
  for (const { id } of shots) requireDecided(floor, run, calledOf(called, winner, id))
  const { pilots } = await readDocument(productions, production, 'plan')
  const brief = await productions.brief(production)
  const model = retakeModel(floor, brief, pilotOf({ pilots }, winner), tier)
  const next: Retaken['next'] = (shot) =>
    nextSlate(takesOfShot(takes, winner, shot.id), calledOf(called, winner, shot.id), shot)
  const returns = await returnsOf(productions, production, script, shots)
  const after = reopened(takes, script, shots)
  const names = shots.map(({ id }) => id)
  await requireMendable(floor, production, names)
  const again: ShotsAgain = { production, brief, script, shots, model, takes: after }
  const spent = await spentSince(floor.ledger, production)
  // Before the crew is paid for a revision that nothing could be shot by, and once more of what its answers leave.
  await requireFreeMoney(floor, again, spent)
  const revisions =
    prompt === null
      ? revisionsBack(returns, next)
      : await revise(floor, production, {
          ...{ words: prompt, script, spent },
          shots: shots.map((shot) => ({ shot, from: next(shot) })),
        })
  await requireMoney(floor, again, spent)
  await keepRevisions(floor, production, winner, { revisions, returns })
  await sayOthers(floor, { production, script, takes, shots, next })
  for (const shot of shots) {
    await callShotAgain(floor, { production, script, takes, shot, model, slate: next(shot) })
  }
  await sayFollowers(floor, { production, script, takes, shots, next })
}

/** The takes as they will stand when shots are to be shot again. */
const reopened = (
  takes: readonly Take[],
  { pilot }: Script,
  shots: readonly Shot[],
): readonly Take[] =>
  takes.map((take) =>
    take.pilot === pilot && shots.some(({ id }) => id === take.shot)
      ? { ...take, ...replacedByRetake }
      : take,
  )

const shotsToRetake = (
  script: Script,
  takes: readonly Take[],
  target: RetakeTarget,
): readonly Shot[] => {
  if ('scene' in target) {
    const scene = script.scenes.find(({ number }) => number === target.scene)
    if (scene) return scene.shots
    const all = script.scenes.map(({ number }) => number).join(', ')
    throw new StudioError({
      code: 'not-found',
      message: `There is no scene ${target.scene}. The film has scenes ${all}.`,
    })
  }
  const slate = formatSlate(parseSlate(target.slate))
  const shot = script.scenes
    .flatMap(({ shots }) => shots)
    .find(({ id }) => id === shotOfSlate(slate))
  const isShot = takes.some((take) => take.pilot === script.pilot && take.slate === slate)
  if (shot && isShot) return [shot]
  const own = takes.filter(({ pilot }) => pilot === script.pilot).map((take) => take.slate)
  throw new StudioError({
    code: 'not-found',
    message: `There is no take ${slate} in the film. It has ${own.join(', ')}.`,
  })
}

const callShotAgain = async (
  floor: Floor,
  again: {
    readonly production: string
    readonly script: Script
    readonly takes: readonly Take[]
    readonly shot: Shot
    readonly model: CatalogueModel
    readonly slate: SlateId
  },
): Promise<void> => {
  const { production, script, takes, shot, model, slate } = again
  await callTake(floor, {
    production,
    pilot: script.pilot,
    slate,
    model: model.id,
    test: false,
    // Decided when it is ordered: the shot before it may be taken again first.
    continuesFrom: null,
  })
  for (const take of takesOfShot(takes, script.pilot, shot.id).filter(isUsable)) {
    await floor.productions.setTakeState(production, take, replacedByRetake)
  }
}

/** The slate behind those that were shot and those that were called and not shot yet. */
const nextSlate = (
  takes: readonly Take[],
  called: readonly CalledTake[],
  { id }: Shot,
): SlateId => {
  const numbers = called.map(({ call }) => parseSlate(call.slate).take)
  return slateId(id, Math.max(0, ...numbers, ...takes.map(takeNumber)) + 1)
}

/**
 * See that no take of a shot waits for a person while the shot has no other: it would be paid twice.
 *
 * @throws StudioError `bad-input`
 */
const requireDecided = (
  { contact }: Pick<Floor, 'contact'>,
  run: Production | null,
  called: readonly CalledTake[],
): void => {
  const waiting = hasUsable(called)
    ? []
    : called.filter(isWaiting).flatMap(({ order }) => order ?? [])
  if (waiting.length === 0) return
  const maySend = run !== null && waiting.every((order) => sendsAgain(run, order))
  throw new StudioError({
    code: 'bad-input',
    message: `A retake would pay for the shot twice: ${parkedText(waiting)}. Nothing was changed or spent. Decide about it first. ${decideText(waiting, contact, maySend)}`,
  })
}

/** What is said of a retake to those who pay for it. */
interface Retaken {
  readonly production: string
  readonly script: Script
  readonly takes: readonly Take[]
  /** The shots that are taken again. */
  readonly shots: readonly Shot[]
  /** Slate of a shot's next take. */
  readonly next: (shot: Shot) => SlateId
}

/** Say which other shots are shot anew with these, because every take of them is marked NG or has no footage. */
const sayOthers = async (floor: Floor, again: Retaken): Promise<void> => {
  const { production, script, takes, shots } = again
  for (const { id } of shotsOf(script)) {
    if (shots.some((shot) => shot.id === id)) continue
    const own = takesOfShot(takes, script.pilot, id)
    if (own.length === 0 || own.some(isUsable)) continue
    const why = own.map((take) => `${take.slate} ${asPart(whyOut(take))}`).join(', ')
    const text = `Shot ${id} is shot anew too, and paid for: no take of it is left for the film (${why}).`
    const key = `shot-anew/${script.pilot}/${id}/${takes.length}`
    await say(floor, production, key, 'note', { text })
  }
}

const whyOut = (take: Take): string => {
  if (take.footage.kind === 'missing') return `has no footage: ${take.footage.reason}`
  if (isReplaced(take)) return 'gave way to a retake'
  return take.note === '' ? 'is marked NG' : `is marked NG: ${take.note}`
}

/** Say which shots still start from a frame that is replaced, directly or through the shots between, and what shoots them again. */
const sayFollowers = async (floor: Floor, again: Retaken): Promise<void> => {
  const { production, script, takes, shots, next: nextOf } = again
  const [first] = shots
  const chained = first ? chainedShots(script, first) : []
  const replaced = new Map<SlateId, Take>()
  const followers: Take[] = []
  for (const shot of chained) {
    const take = circledTake(takes, script.pilot, shot.id)
    if (!take) continue
    const isFollower = take.continuesFrom !== null && replaced.has(take.continuesFrom)
    if (!(shots.includes(shot) || isFollower)) continue
    replaced.set(take.slate, take)
    if (!shots.includes(shot)) followers.push(take)
  }
  const [next] = followers
  if (!(first && next)) return
  const kept =
    followers.length === 1
      ? `${next.slate} is kept, but`
      : `${followers.map(({ slate }) => slate).join(', ')} are kept, but ${next.slate}`
  const text = `${kept} starts from the last frame of ${next.continuesFrom}, which is taken again. To shoot on from the new frame: ${commands(production, first, followers)}.`
  const key = `followers/${script.pilot}/${nextOf(first)}`
  await say(floor, production, key, 'note', { text })
}

/** What shoots takes again, in order: those of the retaken scene one by one, later scenes whole. */
const commands = (production: string, first: Shot, followers: readonly Take[]): string => {
  const scene = sceneOfShot(first.id)
  const targets = followers.map(({ shot, slate }) =>
    sceneOfShot(shot) === scene ? slate : String(sceneOfShot(shot)),
  )
  return [...new Set(targets)]
    .map((target) => `\`npx --no-install claude-studio retake ${production} ${target}\``)
    .join(', then ')
}

/** Shots of the continuity chain that a shot is in, in the order they are shot. */
const chainedShots = (script: Script, shot: Shot): readonly Shot[] => {
  const shotsIn = (number: number): readonly Shot[] =>
    script.scenes.find((scene) => scene.number === number)?.shots ?? []
  const chain = continuityChains(script).find(({ scenes }) =>
    scenes.some((number) => shotsIn(number).includes(shot)),
  )
  return (chain?.scenes ?? []).flatMap(shotsIn)
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Plan } from '../domain/plan.ts'
import { runDeleted } from '../domain/production.ts'
import { type Script, type Shot, shotsOf } from '../domain/script.ts'
import type { ShelfClip } from '../domain/shelf.ts'
import { editHandleSeconds } from '../domain/shot-limits.ts'
import { parseSlate, type ShotId, type SlateId, shotOfSlate, slateId } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import { frames, framesFromSeconds, secondsFromFrames } from '../domain/time.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { scriptOfTake } from './revision.ts'
import { knownRun, pilotOf, readDocument, storeMade, takeNumber, takesOfShot } from './rows.ts'
import { handleOf } from './shot-order.ts'
import { review } from './take-review.ts'
import type { TakeRequest } from './take-work.ts'

/** A clip of the shelf, and where it is to be shown. */
export interface Casting {
  readonly clip: ShelfClip
  readonly production: string
  /** Null for the winner, or the only pilot. */
  readonly pilot: string | null
  readonly shot: ShotId
}

/**
 * Make a clip of the shelf a take of a shot: fitted to the film, reviewed by the crew, circled by the person who cast it. Costs
 * nothing but the review. A shot that is not shot yet needs no other take then. The same casting again makes no second take.
 *
 * @throws StudioError `not-found`, `run-deleted`, `run-busy`, `run-cancelled`, `footage-missing`, `media-failed`; `bad-input`
 *   for a run without a script, a pilot or a shot that it has not, a clip that is too short
 */
export const castFromShelf = async (floor: Floor, casting: Casting): Promise<Take> => {
  const { production: id } = casting
  if (await floor.productions.removal(id)) throw runDeleted(id)
  const run = await knownRun(floor.productions, id)
  if (run.state === 'cancelled') {
    throw new StudioError({
      code: 'run-cancelled',
      message: `Run ${id} was cancelled for good; nothing of its film changes. Nothing was cast.`,
    })
  }
  return floor.productions.asDirector(id, () => cast(floor, casting))
}

/**
 * See that what a clip is to be cast for is there, before anybody is asked to pay for its review.
 *
 * @throws StudioError `not-found`; `bad-input` for a run without a script, a pilot that it has not, a take of the very shot
 */
export const requirePlace = async (
  floor: Pick<Floor, 'productions'>,
  casting: Casting,
): Promise<void> => {
  await placeOf(floor, casting)
}

/** Where a clip is cast, and by which words. */
interface Place {
  readonly pilot: string
  readonly slate: SlateId
  readonly script: Script
  readonly shot: Shot
}

const placeOf = async (floor: Pick<Floor, 'productions'>, casting: Casting): Promise<Place> => {
  const { production } = casting
  const pilot = await chosenPilot(floor, casting)
  const slate = await nextSlate(floor, production, pilot, casting.shot)
  const script = await scriptOfTake(floor.productions, production, pilot, slate)
  const shot = requireShot(script, casting)
  requireOther(casting, pilot)
  return { pilot, slate, script, shot }
}

const cast = async (floor: Floor, casting: Casting): Promise<Take> => {
  const { production, clip, shot } = casting
  const { pilot, ...work } = await placeOf(floor, casting)
  const take = (await castBefore(floor, casting, pilot)) ?? (await madeTake(floor, casting, work))
  const request: TakeRequest = {
    ...{ production, pilot, slate: take.slate, test: false, continuesFrom: null },
    // It is judged as what it is, where the catalogue knows what that is.
    model: await judgedAs(floor, casting, pilot),
  }
  await review(floor, request)
  await circle(floor, casting, take)
  const text = `Take ${pilot}/${take.slate} is ${clip.id} from the cutting-room shelf, at no cost.`
  await say(floor, production, `cast/${pilot}/${shot}/${take.slate}`, 'note', { text })
  return { ...take, ...decisionFor(clip) }
}

const chosenPilot = async (
  floor: Pick<Floor, 'productions'>,
  { production, pilot }: Casting,
): Promise<string> => {
  const plan = (await floor.productions.document(production, 'plan', 'current')) as Plan | null
  const verdict = (await floor.productions.document(
    production,
    'verdict',
    'current',
  )) as Verdict | null
  const pilots = verdict ? [verdict.winner] : (plan?.pilots ?? []).map(({ id }) => id)
  const named = pilot ?? (pilots.length === 1 ? pilots[0] : undefined)
  if (named !== undefined && pilots.includes(named)) {
    if (await floor.productions.document(production, 'script', named)) return named
    throw noScript(production)
  }
  if (pilots.length === 0) throw noScript(production)
  throw new StudioError({
    code: 'bad-input',
    message:
      pilot === null
        ? `Run ${production} has ${pilots.length} pilots that may still win. Say for which: ${pilots.map((one) => `--shot ${one}/SHOT`).join(' or ')}.`
        : `The film of run ${production} is not made by pilot ${pilot.slice(0, 20)}, but by ${pilots.join(' or ')}. Nothing was cast.`,
  })
}

const noScript = (production: string): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Run ${production} has no script yet, so there is no shot to cast for. Let it be written first: npx --no-install claude-studio runs continue ${production} --until plan`,
  })

const requireShot = (script: Script, { production, shot }: Casting): Shot => {
  const shots = shotsOf(script)
  const found = shots.find(({ id }) => id === shot)
  if (found) return found
  throw new StudioError({
    code: 'not-found',
    message: `Run ${production} has no shot ${shot}. Shots of its film: ${shots.map(({ id }) => id).join(', ')}.`,
  })
}

/** A take of the very shot is chosen, not cast. */
const requireOther = ({ clip, production, shot }: Casting, pilot: string): void => {
  const { slate } = clip
  const isOwn = clip.source === 'not-cut' && clip.production === production && clip.pilot === pilot
  if (!(isOwn && slate !== null && shotOfSlate(slate) === shot)) return
  throw new StudioError({
    code: 'bad-input',
    message: `${clip.id} is take ${slate} of this very shot. Choose it: npx --no-install claude-studio takes circle ${production} ${pilot}/${slate}`,
  })
}

const noteOf = ({ id }: ShelfClip): string => `from the cutting-room shelf ${id}`

const decisionFor = (clip: ShelfClip) =>
  ({ state: 'circled', decidedBy: 'person', note: noteOf(clip) }) as const

/** The take that an earlier call of the same casting has made. */
const castBefore = async (
  floor: Floor,
  { production, clip, shot }: Casting,
  pilot: string,
): Promise<Take | undefined> =>
  takesOfShot(await floor.productions.takes(production), pilot, shot).find(
    ({ footage, orderKey }) =>
      footage.kind === 'stored' &&
      footage.originalHash === clip.originalHash &&
      orderKey === orderKeyOf(clip),
  )

/** Who paid for it: the order of its first take, or nobody's order of ours. */
const orderKeyOf = ({ orderKey, id }: ShelfClip): string => orderKey ?? `shelf/${id}`

const madeTake = async (
  floor: Floor,
  casting: Casting,
  work: { readonly slate: SlateId; readonly script: Script; readonly shot: Shot },
): Promise<Take> => {
  const { production, clip } = casting
  const { slate, script, shot } = work
  const { pilot } = script
  const brief = await floor.productions.brief(production)
  const handle = handleOf(script, shot.id, brief)
  const input = await deliveredOrConformed(floor, clip)
  const folder = await floor.vault.scratchFolder()
  try {
    const output = join(folder, 'conformed.mp4')
    const length = await floor.media.conformTake(
      {
        ...input,
        output,
        size: brief.size,
        rate: brief.rate,
        length: frames(shot.length + handle),
      },
      floor.signal(production),
    )
    const least = frames(shot.length + handle - framesFromSeconds(editHandleSeconds, brief.rate))
    if (length < least) {
      const seconds = (count: typeof length): string =>
        secondsFromFrames(count, brief.rate).toFixed(2)
      throw new StudioError({
        code: 'bad-input',
        message: `${clip.id} is ${seconds(length)} s long, and shot ${shot.id} needs ${seconds(least)} s. Nothing was changed.`,
      })
    }
    const hash = await storeMade(floor, production, output, 'mp4')
    const available = { start: frames(0), length }
    const { originalHash, prompt, depicted, funds } = clip
    return await floor.productions.addTake(production, {
      schema: 'take@2',
      ...{ slate, shot: shot.id, pilot, orderKey: orderKeyOf(clip) },
      model: clip.model ?? `${clip.vendor}/unknown`,
      footage: { kind: 'stored', hash, originalHash, available },
      ...{ depicted, prompt, seed: 0, cost: zeroUsd, funds, test: false, continuesFrom: null },
      wanted: shot.length,
      ...decisionFor(clip),
      // Until it is reviewed it is not chosen: a crash in between leaves a take like any other.
      state: 'dailies',
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The best there is of a clip: as it was delivered; when that is lost, as it was fitted to its first film. */
const deliveredOrConformed = async (
  floor: Floor,
  { originalHash, conformedHash, leaderFrames }: ShelfClip,
): Promise<{ readonly input: string; readonly leaderFrames: number }> =>
  conformedHash !== null && !(await floor.vault.has(originalHash))
    ? { input: await floor.vault.path(conformedHash), leaderFrames: 0 }
    : { input: await floor.vault.path(originalHash), leaderFrames }

const nextSlate = async (
  floor: Pick<Floor, 'productions'>,
  production: string,
  pilot: string,
  shot: ShotId,
): Promise<SlateId> => {
  const takes = takesOfShot(await floor.productions.takes(production), pilot, shot)
  const calls = await floor.productions.documents(production, 'call-sheet')
  const called = calls.flatMap(({ key }) => {
    const [by, slate = ''] = key.split('/')
    return by === pilot && slate.startsWith(`${shot}-`) ? [parseSlate(slate).take] : []
  })
  const numbers = [...takes.map(takeNumber), ...called]
  return slateId(shot, Math.max(0, ...numbers) + 1)
}

const judgedAs = async (
  floor: Floor,
  { production, clip }: Casting,
  pilot: string,
): Promise<string> => {
  if (clip.model !== null && floor.catalogue.some(({ id }) => id === clip.model)) return clip.model
  const plan = await readDocument(floor.productions, production, 'plan')
  return pilotOf(plan, pilot).model
}

/** As a person circles a take: another circled take of the shot goes back to the dailies. */
const circle = async (floor: Floor, { production, clip }: Casting, take: Take): Promise<void> => {
  const takes = takesOfShot(await floor.productions.takes(production), take.pilot, take.shot)
  for (const other of takes) {
    if (other.state !== 'circled' || other.slate === take.slate) continue
    const note = `${take.slate} was circled instead`
    await floor.productions.setTakeState(production, other, {
      ...{ state: 'dailies', decidedBy: 'person', note },
    })
  }
  await floor.productions.setTakeState(production, take, decisionFor(clip))
}

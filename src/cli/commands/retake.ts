import { StudioError } from '../../domain/errors.ts'
import { neededUsd } from '../../domain/money.ts'
import { type ShotId, type SlateId, shotOfSlate } from '../../domain/slate.ts'
import { type Tier, tiers } from '../../domain/tier.ts'
import type { RetakeTarget } from '../../production/retake.ts'
import { retakePrice } from '../../production/retake-money.ts'
import { circledTake, takesOfShot } from '../../production/rows.ts'
import { requireReturn } from '../../production/steer.ts'
import { approveMore } from '../approve-more.ts'
import { declined } from '../approve-spending.ts'
import { notAChoice } from '../closest.ts'
import type { Command } from '../context.ts'
import { textFlag } from '../context.ts'
import { followRun, requireFree } from '../follow-run.ts'
import { withFilmAtHand } from '../run-at-hand.ts'
import type { RunRecord } from '../run-record.ts'
import { readRun } from '../run-record.ts'
import { parseShotName, parseTakeName, type ShotName, type TakeName } from '../take-name.ts'

const longestPrompt = 2000

/** `retake`: shoot scenes or shots again. */
export const retake: Command = (context, invocation) => {
  const wish = {
    prompt: checkedPrompt(textFlag(invocation.flags, 'prompt')),
    tier: chosenTier(textFlag(invocation.flags, 'tier')),
  }
  const written = invocation.args.slice(1)
  return withFilmAtHand(context, invocation, async (at) => {
    const { studio, run } = at
    await requireFree(studio, run)
    requireReturn(run, 'shoot')
    const record = await readRun(context, studio, run)
    const targets = written.map((target) => targetOf(record, target))
    const answer = await approveMore(at, async (desk) => {
      const shots = shotsMeant(record, targets)
      const offer = { ...desk, catalogue: studio.catalogue }
      const { model, price } = await retakePrice(offer, run.id, shots, wish.tier)
      const crew = wish.prompt === null ? 'reviews and cuts' : 'revision, reviews and cuts'
      const text = `a take of ${shots.join(', ')} on ${model}, ${neededUsd(price)}, and the crew's ${crew}`
      return { text, buys: 'footage' }
    })
    if (answer !== 'yes') return declined(context, answer, 'Nothing was bought.')
    return followRun(at, (signal) => studio.driver.retake(run.id, targets, wish, signal))
  })
}

const shotsMeant = ({ script }: RunRecord, targets: readonly RetakeTarget[]): readonly ShotId[] => {
  const ofScene = (number: number): readonly ShotId[] =>
    (script?.scenes ?? [])
      .filter((scene) => scene.number === number)
      .flatMap(({ shots }) => shots.map(({ id }) => id))
  return [
    ...new Set(
      targets.flatMap((target) =>
        'scene' in target ? ofScene(target.scene) : [shotOfSlate(target.slate)],
      ),
    ),
  ]
}

const checkedPrompt = (prompt: string | null): string | null => {
  if (prompt === null) return null
  const text = prompt.trim()
  if (text !== '' && [...text].length <= longestPrompt) return text
  throw new StudioError({
    code: 'bad-input',
    message: `A --prompt has 1 to ${longestPrompt} characters; this one has ${[...text].length}.`,
  })
}

const chosenTier = (written: string | null): Tier | null => {
  if (written === null) return null
  const found = tiers.find((tier) => tier === written)
  if (found) return found
  throw new StudioError({
    code: 'bad-input',
    message: notAChoice(written, '--tier', tiers),
  })
}

const targetOf = (record: RunRecord, written: string): RetakeTarget => {
  const { production, script, takes, verdict } = record
  if (/^\d{1,4}$/.test(written)) {
    const scene = Number(written)
    const known = (script?.scenes ?? []).map(({ number }) => number)
    if (known.includes(scene)) return { scene }
    throw new StudioError({
      code: 'not-found',
      message: `Run ${production.id} has no scene ${scene}. Scenes: ${known.join(', ') || 'none yet'}.`,
    })
  }
  const { pilot, slate } = namedTake(record, written)
  if (pilot !== null && verdict !== null && pilot !== verdict.winner) {
    throw new StudioError({
      code: 'bad-input',
      message: `The film is made of the takes of pilot ${verdict.winner}, not of ${pilot.slice(0, 20)}: only they can be taken again.`,
    })
  }
  if (takes.some((take) => take.slate === slate)) return { slate }
  throw new StudioError({
    code: 'not-found',
    message: `Run ${production.id} has no take ${slate}. See \`npx --no-install claude-studio takes list ${production.id}\`.`,
  })
}

const namedTake = (record: RunRecord, written: string): TakeName => {
  const name = readName(written)
  return 'slate' in name ? name : { pilot: name.pilot, slate: takeInFilm(record, name) }
}

const readName = (written: string): TakeName | ShotName => {
  try {
    return parseShotName(written) ?? parseTakeName(written)
  } catch (cause) {
    throw new StudioError({
      code: 'bad-input',
      message: `"${written.slice(0, 40)}" is neither the number of a scene, such as 3, nor a shot, such as 3B, nor a slate: scene, shot letter and take, such as 3B-1.`,
      cause,
    })
  }
}

/** The take by which the film shows a shot: the circled one, else the last. */
const takeInFilm = ({ production, script, takes }: RunRecord, { shot }: ShotName): SlateId => {
  const pilot = script?.pilot ?? ''
  const take = circledTake(takes, pilot, shot) ?? takesOfShot(takes, pilot, shot).at(-1)
  if (take) return take.slate
  const known = (script?.scenes ?? []).flatMap(({ shots }) => shots.map(({ id }) => id))
  throw new StudioError({
    code: 'not-found',
    message: `Run ${production.id} has no shot ${shot} with a take. Shots of the film: ${known.join(', ') || 'none yet'}.`,
  })
}

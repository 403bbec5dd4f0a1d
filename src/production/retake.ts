import { StudioError } from '../domain/errors.ts'
import type { Script, Shot } from '../domain/script.ts'
import { continuityChains } from '../domain/script.ts'
import type { SlateId } from '../domain/slate.ts'
import { formatSlate, parseSlate, shotOfSlate, slateId } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import type { Floor } from './floor.ts'
import { affordShot } from './money.ts'
import { circledTake, pilotOf, readDocument, takeNumber, takesOfShot } from './rows.ts'
import { callTake } from './scene.ts'
import { continuedSlate } from './take.ts'

/**
 * Put a new take of a shot, or of every shot of a scene, on the call sheet; the take it is to replace is marked NG.
 *
 * @throws StudioError `not-found` naming what there is
 */
export const callRetake = async (
  floor: Floor,
  production: string,
  target: { readonly scene: number } | { readonly slate: SlateId },
  prompt: string | null,
): Promise<void> => {
  const verdict = await floor.productions.document(production, 'verdict', 'current')
  if (!verdict) {
    throw new StudioError({
      code: 'not-found',
      message: `Run ${production} has no verdict yet, so there is no shot to take again. Let it get there first: \`npx --no-install claude-studio runs resume ${production}\`.`,
    })
  }
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  const script = await readDocument(floor.productions, production, 'script', winner)
  const takes = await floor.productions.takes(production)
  for (const shot of shotsToRetake(script, takes, target)) {
    await callShotAgain(floor, { production, script, takes, shot, prompt })
  }
}

const shotsToRetake = (
  script: Script,
  takes: readonly Take[],
  target: { readonly scene: number } | { readonly slate: SlateId },
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
    readonly prompt: string | null
  },
): Promise<void> => {
  const { production, script, takes, shot, prompt } = again
  const brief = await floor.productions.brief(production)
  const plan = await readDocument(floor.productions, production, 'plan')
  const pilot = pilotOf(plan, script.pilot)
  const money = await affordShot(floor, {
    production,
    brief,
    script,
    pilot,
    shot,
    takes,
    wanted: 1,
  })
  const existing = takesOfShot(takes, script.pilot, shot.id)
  await callTake(floor, {
    production,
    pilot: script.pilot,
    slate: slateId(shot.id, Math.max(0, ...existing.map(takeNumber)) + 1),
    model: money.model,
    test: false,
    continuesFrom: continuedSlate(takes, script.pilot, previousShot(script, shot)),
    prompt,
  })
  const circled = circledTake(takes, script.pilot, shot.id)
  if (!circled) return
  const note = 'taken again at the client\u2019s wish'
  const decision = { state: 'ng', decidedBy: 'person', note } as const
  await floor.productions.setTakeState(production, circled, decision)
}

const previousShot = (script: Script, shot: Shot): Shot['id'] | null => {
  const numbers = continuityChains(script).find(({ scenes }) =>
    scenes.some((number) =>
      script.scenes.some((scene) => scene.number === number && scene.shots.includes(shot)),
    ),
  )
  const shots = (numbers?.scenes ?? []).flatMap(
    (number) => script.scenes.find((scene) => scene.number === number)?.shots ?? [],
  )
  return shots[shots.indexOf(shot) - 1]?.id ?? null
}

import { StudioError } from '../../domain/errors.ts'
import { type Tier, tiers } from '../../domain/tier.ts'
import type { RetakeTarget } from '../../production/retake.ts'
import { requireReturn } from '../../production/steer.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { textFlag, withExecutingStudio } from '../context.ts'
import { followRun, requireFree } from '../follow-run.ts'
import type { RunRecord } from '../run-record.ts'
import { findRun, readRun } from '../run-record.ts'
import { parseTakeName, type TakeName } from '../take-name.ts'

const longestPrompt = 2000

/** `retake`: shoot a scene or a shot again. */
export const retake: Command = (context, invocation) => {
  const wish = {
    prompt: checkedPrompt(textFlag(invocation.flags, 'prompt')),
    tier: chosenTier(textFlag(invocation.flags, 'tier')),
  }
  const written = invocation.args[1] ?? ''
  return withExecutingStudio(context, async (studio) => {
    const production = await findRun(studio, invocation.args[0] ?? '')
    await requireFree(studio, production)
    requireReturn(production, 'shoot')
    const target = targetOf(await readRun(studio, production), written)
    return followRun(context, invocation, studio, production.id, (signal) =>
      studio.driver.retake(production.id, target, wish, signal),
    )
  })
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
    message: `"${written.slice(0, 40)}" is not a choice for --tier.${suggestion(written, tiers)} Choices: ${tiers.join(', ')}.`,
  })
}

const targetOf = (
  { production, script, takes, verdict }: RunRecord,
  written: string,
): RetakeTarget => {
  if (/^\d{1,4}$/.test(written)) {
    const scene = Number(written)
    const known = (script?.scenes ?? []).map(({ number }) => number)
    if (known.includes(scene)) return { scene }
    throw new StudioError({
      code: 'not-found',
      message: `Run ${production.id} has no scene ${scene}. Scenes: ${known.join(', ') || 'none yet'}.`,
    })
  }
  const { pilot, slate } = namedTake(written)
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

const namedTake = (written: string): TakeName => {
  try {
    return parseTakeName(written)
  } catch (cause) {
    throw new StudioError({
      code: 'bad-input',
      message: `"${written.slice(0, 40)}" is neither the number of a scene, such as 3, nor a slate: scene, shot letter and take, such as 3B-1.`,
      cause,
    })
  }
}

import { StudioError } from '../../domain/errors.ts'
import type { SlateId } from '../../domain/slate.ts'
import { formatSlate, parseSlate } from '../../domain/slate.ts'
import { type Tier, tiers } from '../../domain/tier.ts'
import { requireReturn } from '../../production/steer.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { textFlag, withExecutingStudio } from '../context.ts'
import { followRun, requireFree } from '../follow-run.ts'
import type { RunRecord } from '../run-record.ts'
import { findRun, readRun } from '../run-record.ts'

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
  { production, script, takes }: RunRecord,
  written: string,
): { readonly scene: number } | { readonly slate: SlateId } => {
  if (/^\d{1,4}$/.test(written)) {
    const scene = Number(written)
    const known = (script?.scenes ?? []).map(({ number }) => number)
    if (known.includes(scene)) return { scene }
    throw new StudioError({
      code: 'not-found',
      message: `Run ${production.id} has no scene ${scene}. Scenes: ${known.join(', ') || 'none yet'}.`,
    })
  }
  const slate = formatSlate(parseSlate(written))
  if (takes.some((take) => take.slate === slate)) return { slate }
  throw new StudioError({
    code: 'not-found',
    message: `Run ${production.id} has no take ${slate}. See \`npx --no-install claude-studio takes list ${production.id}\`.`,
  })
}

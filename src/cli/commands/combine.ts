import { resolve } from 'node:path'
import { StudioError } from '../../domain/errors.ts'
import { checkOutputFree } from '../../production/combine.ts'
import type { CliContext, Command, Flags, Invocation } from '../context.ts'
import { isSet, textFlag, withExecutingStudio, withStudio } from '../context.ts'
import { interruptible } from '../interruptible.ts'
import { bytesText, printJson, printLine } from '../print.ts'
import type { RunRecord } from '../run-record.ts'
import { findRun, readRun } from '../run-record.ts'
import { oneLine, textTable } from '../text-table.ts'

/** `combine`: list the finished scenes, or join some of them. */
export const combine: Command = (context, invocation) => {
  const { flags, args } = invocation
  if (isSet(flags, 'list')) {
    refuseJoining(flags)
    return listScenes(context, invocation)
  }
  const scenes = sceneNumbers(textFlag(flags, 'scenes'))
  return withExecutingStudio(context, async (studio) => {
    const record = await readRun(context, studio, await findRun(studio, args[0] ?? ''))
    checkFinished(record, scenes)
    const written = textFlag(flags, 'output')
    const output = written === null ? null : resolve(context.workingFolder, written)
    if (output !== null && !isSet(flags, 'force')) {
      await checkOutputFree(studio.productions, record.production, output)
    }
    const productionId = record.production.id
    const file = await interruptible(context, (signal) =>
      studio.driver.combine(productionId, scenes, output, isSet(flags, 'music'), signal),
    )
    if (invocation.isJson) {
      printJson(context, { event: 'scenes-combined', productionId, scenes, file })
    } else {
      const joined = scenes.length === 1 ? 'scene' : 'scenes'
      printLine(context, `Joined ${joined} ${scenes.join(', ')} in ${file}`)
    }
    return 0
  })
}

interface FinishedScene {
  readonly scene: number
  readonly title: string
  /** Null when the file is not there any more. */
  readonly path: string | null
  readonly bytes: number
}

const finishedScenes = ({
  deliverables,
  script,
  production,
  gone,
}: RunRecord): readonly FinishedScene[] =>
  deliverables
    .filter(({ kind }) => kind === 'scene')
    .map(({ path, bytes }) => {
      const scene = Number.parseInt(path.split('/').at(-1) ?? '', 10)
      const title = script?.scenes.find(({ number }) => number === scene)?.title ?? ''
      return {
        scene,
        title,
        path: gone.has(path) ? null : resolve(production.outputDir, path),
        bytes,
      }
    })

/** `--list` joins nothing: a flag of joining beside it would be passed over. */
const refuseJoining = (flags: Flags): void => {
  const given = ['scenes', 'output', 'force', 'music'].filter((name) => flags[name] !== undefined)
  if (given.length === 0) return
  throw new StudioError({
    code: 'bad-input',
    message: `--list only lists the scenes and goes with no --${given.join(', no --')}. Leave --list away to join scenes.`,
  })
}

const listScenes = (context: CliContext, { args, isJson }: Invocation): Promise<number> =>
  withStudio(context, async (studio) => {
    const record = await readRun(context, studio, await findRun(studio, args[0] ?? ''))
    const scenes = finishedScenes(record)
    if (isJson) printJson(context, { productionId: record.production.id, scenes })
    else if (scenes.length === 0)
      printLine(context, `Run ${record.production.id} has no finished scenes yet.`)
    else {
      context.out(
        textTable(
          ['SCENE', 'TITLE', 'SIZE', 'FILE'],
          scenes.map(({ scene, title, path, bytes }) => [
            String(scene),
            oneLine(title),
            bytesText(bytes),
            path ?? 'missing: `render` lays it there again',
          ]),
        ),
      )
    }
    return 0
  })

const sceneNumbers = (written: string | null): readonly number[] => {
  const numbers = (written ?? '').split(',').map((part) => part.trim())
  if (written !== null && numbers.every((part) => /^[1-9]\d{0,3}$/.test(part))) {
    return numbers.map(Number)
  }
  throw new StudioError({
    code: 'bad-input',
    message: `${written === null ? 'Say which scenes to join' : `"${written.slice(0, 60)}" is not a list of scenes`}. Use --scenes 1,3,5, or --list to see what there is.`,
  })
}

const checkFinished = (record: RunRecord, scenes: readonly number[]): void => {
  const known = finishedScenes(record).map(({ scene }) => scene)
  const missing = scenes.filter((scene) => !known.includes(scene))
  if (missing.length === 0) return
  throw new StudioError({
    code: 'not-found',
    message: `Run ${record.production.id} has no finished scene ${missing.join(', ')}. Finished scenes: ${known.join(', ') || 'none yet'}.`,
  })
}

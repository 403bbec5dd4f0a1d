import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, type Funds, formatUsd } from '../../domain/money.ts'
import { jobText } from '../../domain/salvage.ts'
import { type FoundByWords, type ShelfClip, searchShelf, shelfWords } from '../../domain/shelf.ts'
import { costOfClip } from '../../production/clip-cost.ts'
import type { Studio } from '../../studio/studio.ts'
import { notAChoice, suggestion } from '../closest.ts'
import type { Command, Flags, Invocation } from '../context.ts'
import { isSet, textFlag, withStudio } from '../context.ts'
import type { ClipLine } from '../json-shelf.ts'
import { countText, printJson, printLine } from '../print.ts'
import { fitted, oneLine, padded, textTable } from '../text-table.ts'
import { utcSeconds } from '../utc-text.ts'

/** `shelf list`: footage that no cut uses. */
export const listShelf: Command = (context, invocation) =>
  withStudio(context, async (studio) => {
    const { flags, isJson } = invocation
    const clips = ofFunds(await studio.shelf.clips(), flags)
    const shown = isSet(flags, 'all') ? clips : clips.filter(({ isUsed }) => !isUsed)
    const leftOut = clips.length - shown.length
    if (isJson) {
      printJson(context, { clips: shown.map((clip) => clipLine(studio, clip)), leftOut })
      return 0
    }
    if (shown.length === 0) printLine(context, 'The cutting-room shelf is empty.')
    else context.out(clipTable(studio, shown, invocation, null))
    if (leftOut > 0) {
      printLine(
        context,
        `Left out: ${countText(leftOut, 'clip')} that films show by now. --all shows them.`,
      )
    }
    return 0
  })

/** `shelf search`: clips that have the words. */
export const searchClips: Command = (context, invocation) =>
  withStudio(context, async (studio) => {
    const { args, flags, isJson } = invocation
    const written = args[0] ?? ''
    const words = shelfWords(written)
    if (words.size === 0) {
      throw new StudioError({
        code: 'bad-input',
        message: `"${written.slice(0, 40)}" has no word to look for. Say what is seen, such as shelf search "lighthouse storm".`,
      })
    }
    const found = searchShelf(ofFunds(await studio.shelf.clips(), flags), written)
    if (isJson) {
      printJson(context, {
        words: [...words],
        clips: found.map(({ clip, shared }) => ({
          ...clipLine(studio, clip),
          sharedWords: shared,
        })),
      })
    } else if (found.length === 0) {
      printLine(context, `Nothing on the shelf has any of: ${[...words].join(', ')}.`)
    } else {
      const shared = (one: FoundByWords): string => `${one.shared} of ${words.size}`
      context.out(
        clipTable(
          studio,
          found.map(({ clip }) => clip),
          invocation,
          found.map(shared),
        ),
      )
    }
    return 0
  })

/** `shelf show`: a clip. */
export const showClip: Command = (context, { args, isJson, paint }) =>
  withStudio(context, async (studio) => {
    const clip = await findClip(studio, args[0] ?? '')
    const hasFile = await studio.vault.has(clip.originalHash)
    const file = hasFile ? await studio.vault.path(clip.originalHash) : null
    if (isJson) {
      printJson(context, { ...clipLine(studio, clip), file })
      return 0
    }
    printLine(context, `${clip.id}: ${sourceText[clip.source]}`)
    for (const [name, text] of detailsOf(studio, clip, file)) {
      if (text !== '') printLine(context, `  ${paint('dim', padded(name, 8))} ${oneLine(text)}`)
    }
    return 0
  })

/**
 * The clip of an id as a person wrote it: with or without `s-`, or as much of it as is only one clip's.
 *
 * @throws StudioError `not-found` with the nearest id, `bad-input` for one that several clips begin with
 */
export const findClip = async (
  { shelf }: Pick<Studio, 'shelf'>,
  written: string,
): Promise<ShelfClip> => {
  const clips = await shelf.clips()
  const bare = written.trim().toLowerCase()
  const id = bare.startsWith('s-') ? bare : `s-${bare}`
  const exact = clips.find((clip) => clip.id === id)
  if (exact) return exact
  const begun = id.length > 2 ? clips.filter((clip) => clip.id.startsWith(id)) : []
  const [only, second] = begun
  if (only && !second) return only
  if (second) {
    throw new StudioError({
      code: 'bad-input',
      message: `${begun.length} clips begin with ${id}: ${begun.map((clip) => clip.id).join(', ')}.`,
    })
  }
  throw new StudioError({
    code: 'not-found',
    message: `There is no clip "${written.slice(0, 40)}" on the shelf.${suggestion(
      id,
      clips.map((clip) => clip.id),
    )} See \`npx --no-install claude-studio shelf list --all\`.`,
  })
}

const allFunds: readonly Funds[] = ['real', 'emulated', 'simulated']

const ofFunds = (clips: readonly ShelfClip[], flags: Flags): readonly ShelfClip[] => {
  const written = textFlag(flags, 'funds')
  if (written === null) return clips
  const wanted = allFunds.find((funds) => funds === written)
  if (wanted) return clips.filter(({ funds }) => funds === wanted)
  throw new StudioError({ code: 'bad-input', message: notAChoice(written, '--funds', allFunds) })
}

/** What prices clips whose vendor did not. */
type Priced = Pick<Studio, 'catalogue'>

const clipLine = ({ catalogue }: Priced, clip: ShelfClip): ClipLine => {
  const { cost: _billed, ...told } = clip
  const { cost, isEstimated } = costOfClip(catalogue, clip)
  return { ...told, costUsd: cost === null ? null : dollarsOf(cost), isEstimated }
}

const widestPrompt = 44

const clipTable = (
  studio: Priced,
  clips: readonly ShelfClip[],
  { paint }: Invocation,
  words: readonly string[] | null,
): string =>
  textTable(
    ['CLIP', ...(words ? ['WORDS'] : []), 'SECONDS', 'COST', 'SCORE', 'FROM', 'PROMPT'].map(
      (name) => paint('dim', name),
    ),
    clips.map((clip, index) => [
      paint('accent', clip.id),
      ...(words ? [words[index] ?? ''] : []),
      clip.seconds?.toFixed(1) ?? '',
      costText(studio, clip),
      clip.scores ? String(clip.scores.overall) : '',
      originText(clip),
      fitted(oneLine(clip.prompt), widestPrompt),
    ]),
  )

const costText = ({ catalogue }: Priced, clip: ShelfClip): string => {
  const { cost, isEstimated } = costOfClip(catalogue, clip)
  if (cost === null) return `not known (${clip.funds})`
  return `${isEstimated ? 'about ' : ''}${formatUsd(cost)} ${clip.funds}`
}

const originText = ({ production, pilot, slate, vendor }: ShelfClip): string =>
  production === null
    ? vendor
    : [production, pilot && slate && `${pilot}/${slate}`].filter(Boolean).join(' ')

const sourceText: Readonly<Record<ShelfClip['source'], string>> = {
  'deleted-run': 'a take of a run that was deleted',
  'not-cut': 'a take that no cut of its run shows',
  salvage: 'brought home by salvage',
  stray: 'a second job of an order, brought home by salvage',
  'adopted-late': 'came in when its run was over',
}

const detailsOf = (
  studio: Priced,
  clip: ShelfClip,
  file: string | null,
): readonly (readonly [name: string, text: string])[] => {
  const { size, seconds, scores } = clip
  const parts = [
    seconds === null ? '' : `${seconds.toFixed(2)} s`,
    size === null ? '' : `${size.width}x${size.height}`,
  ]
  return [
    ['prompt', clip.prompt],
    ['shows', clip.depicted.join(', ')],
    ['length', parts.filter(Boolean).join(', ')],
    ['model', clip.model ?? `${clip.vendor}, which model is not known`],
    ['job', jobText(clip.job)],
    ['order', clip.orderKey ?? 'none of this studio'],
    ['from', originText(clip)],
    ['home', `${utcSeconds(clip.at)} UTC`],
    ['cost', costText(studio, clip)],
    ['scores', scores ? `overall ${scores.overall}, intent ${scores.intent}` : ''],
    ['review', clip.notes.join(' ')],
    ['used', clip.isUsed ? 'a film shows it by now' : ''],
    ['file', file ?? 'not in the vault any more'],
    ['cast', `npx --no-install claude-studio shelf cast ${clip.id} --run RUN --shot SHOT`],
  ]
}

import { type RevisedShot, reviseShot } from '../agents/script-writer/revise-shot.ts'
import { holdsWord } from '../domain/crew-tasks.ts'
import { StudioError } from '../domain/errors.ts'
import type { ContractItem } from '../domain/intent-contract.ts'
import { orderedWords, type Script, type Shot } from '../domain/script.ts'
import type { ShotId, SlateId } from '../domain/slate.ts'
import { parseSlate, shotOfSlate } from '../domain/slate.ts'
import type { Take } from '../domain/take.ts'
import { sha256 } from '../kit/hash.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { filmScript } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { asJson, circledTake, readDocument, takeNumber, takeShown } from './rows.ts'
import { type SpentSince, untouchedText } from './untouched-text.ts'

/** A shot as the client wanted it changed: it holds for the take it was asked for and those after it. */
export interface Revision extends RevisedShot {
  readonly schema: 'revision@1'
  /** The client's words; empty for a shot that goes back to what the script has. */
  readonly words: string
  /** First take that is shot so. */
  readonly from: SlateId
}

/** A pilot's script as its shots stand by now: as the circled take of each shows it, where none is circled as the last. */
export const revisedScript = async (
  productions: ProductionStore,
  id: string,
  pilot: string,
): Promise<Script> => {
  const script = await filmScript(productions, id, pilot)
  const takes = await productions.takes(id)
  const revisions = await revisionsOf(productions, id, pilot)
  return withRevisions(script, revisions, takeShown(takes, pilot))
}

/** A pilot's script as it stood for a take. */
export const scriptOfTake = async (
  productions: ProductionStore,
  id: string,
  pilot: string,
  slate: SlateId,
): Promise<Script> => {
  const script = await readDocument(productions, id, 'script', pilot)
  const { take } = parseSlate(slate)
  return withRevisions(script, await revisionsOf(productions, id, pilot), () => take)
}

/** The revisions of a pilot's shots, oldest first. */
export const revisionsOf = async (
  productions: ProductionStore,
  id: string,
  pilot: string,
): Promise<readonly Revision[]> =>
  (await productions.documents(id, 'revision'))
    .filter(({ key }) => key.startsWith(`${pilot}/`))
    .map(({ body }) => body as unknown as Revision)
    .toSorted((a, b) => parseSlate(a.from).take - parseSlate(b.from).take)

/** The revision by which a take of a shot was made; undefined for takes of the script as written. */
export const revisionFor = (
  revisions: readonly Revision[],
  shot: ShotId,
  take: number,
): Revision | undefined =>
  revisions.findLast(({ from }) => shotOfSlate(from) === shot && parseSlate(from).take <= take)

/**
 * A script with its shots as they were revised.
 *
 * @param lastTake number of the take of a shot that it is to stand for
 */
export const withRevisions = (
  script: Script,
  revisions: readonly Revision[],
  lastTake: (shot: ShotId) => number,
): Script => {
  const revised = (shot: Shot): Shot => {
    const last = revisionFor(revisions, shot.id, lastTake(shot.id))
    return last ? { ...shot, picture: last.picture, prompt: last.prompt } : shot
  }
  const scenes = script.scenes.map((scene) => ({ ...scene, shots: scene.shots.map(revised) }))
  return { ...script, scenes }
}

/** The shots of a script that stand as they were revised, each with its revision. */
export const revisedShots = (
  script: Script,
  revisions: readonly Revision[],
): readonly { readonly shot: Shot; readonly revision: Revision }[] =>
  script.scenes.flatMap(({ shots }) =>
    shots.flatMap((shot) => {
      const revision = revisions.findLast(
        ({ from, prompt, words }) =>
          words !== '' && shotOfSlate(from) === shot.id && prompt === shot.prompt,
      )
      return revision ? [{ shot, revision }] : []
    }),
  )

/**
 * Have the crew revise shots by the client's words. Asked again with the same words, the same answer is taken; nothing is
 * written down but the crew's orders.
 *
 * @throws StudioError `bad-input` when nothing of the words could be read, or when they ask for what the brief rules out
 */
export const revise = async (
  floor: Floor,
  production: string,
  asked: {
    readonly words: string
    readonly script: Script
    readonly shots: readonly { readonly shot: Shot; readonly from: SlateId }[]
    /** What was spent on the retake so far. */
    readonly spent: SpentSince
  },
): Promise<readonly Revision[]> => {
  const { words, script, shots, spent } = asked
  const { items } = await readDocument(floor.productions, production, 'contract')
  const revisions: Revision[] = []
  for (const { shot, from } of shots) {
    const key = sha256(`${words}\n${shot.prompt}`).slice(0, 12)
    const revised = await reviseShot(
      floor.crew(production),
      `revision/${script.pilot}/${from}/${key}`,
      { words, script, shot, items },
    )
    const refusal =
      revised.read.length === 0 ? nothingRead(words) : ruledOut(words, shot, revised, items)
    if (refusal !== null) {
      const message = `${refusal.what} ${untouchedText(await spent())} ${refusal.remedy}`
      throw new StudioError({ code: 'bad-input', message })
    }
    revisions.push({ schema: 'revision@1', words, from, ...revised })
  }
  return revisions
}

/** Why words make no picture of a shot, and what helps, as sentences. */
interface Refusal {
  readonly what: string
  readonly remedy: string
}

const nothingRead = (words: string): Refusal => ({
  what: `The crew could read nothing of "${words.slice(0, 80)}" that a picture can show.`,
  remedy:
    'Say what is seen: who does what, where, at what time of day, in what weather, with what things, how near; such as --prompt "the fox sits in the snow at night, close-up".',
})

/**
 * What words bring into a shot that the brief rules out, null for nothing: its takes would be paid for and be no good. What
 * the shot shows already, and the words do not speak of, was the script's doing.
 */
const ruledOut = (
  words: string,
  { id, picture }: Shot,
  revised: RevisedShot,
  items: readonly ContractItem[],
): Refusal | null => {
  const before = orderedWords(picture)
  const isBrought = (text: string): boolean =>
    !before.includes(text) || revised.read.some((part) => holdsWord(part, text))
  const brought = orderedWords(revised.picture).filter(isBrought)
  const broken = items.filter(
    ({ kind, words: banned }) =>
      kind === 'must-not' && banned.some((word) => brought.some((text) => holdsWord(text, word))),
  )
  if (broken.length === 0) return null
  const shown = brought.filter((text) =>
    broken.some((item) => item.words.some((word) => holdsWord(text, word))),
  )
  return {
    what: `"${words.slice(0, 80)}" puts ${[...new Set(shown)].join(', ')} into shot ${id}, and the brief says: ${broken.map(({ claim }) => claim).join('; ')}.`,
    remedy:
      'Ask in other words, for what the brief allows, or start a new run with `produce` from a brief that allows it.',
  }
}

/** A shot whose circled take is older than its last revision: what is shot next starts from that take. */
export interface Return {
  readonly shot: Shot
  /** The circled take. */
  readonly take: Take
  /** The revision that the take was shot by; null for the script. */
  readonly revision: Revision | null
}

/** Those of some shots, as they stand by now, whose next take starts from one that was shot before their last revision. */
export const returnsOf = async (
  productions: ProductionStore,
  production: string,
  { pilot }: Script,
  shots: readonly Shot[],
): Promise<readonly Return[]> => {
  const revisions = await revisionsOf(productions, production, pilot)
  const takes = await productions.takes(production)
  return shots.flatMap((shot): Return[] => {
    const take = circledTake(takes, pilot, shot.id)
    if (!take) return []
    const revision = revisionFor(revisions, shot.id, takeNumber(take))
    const last = revisionFor(revisions, shot.id, Number.POSITIVE_INFINITY)
    return revision?.prompt === last?.prompt ? [] : [{ shot, take, revision: revision ?? null }]
  })
}

/** What shots that are taken again as they are go back to, written down for the takes that are shot from now on. */
export const revisionsBack = (
  returns: readonly Return[],
  next: (shot: Shot) => SlateId,
): readonly Revision[] =>
  returns.map(({ shot, revision }) => ({
    ...{ schema: 'revision@1', words: revision?.words ?? '', from: next(shot) },
    ...{ picture: shot.picture, prompt: shot.prompt, read: [], unread: [] },
  }))

/** Write revisions down, and say from which take they start where that is not the last, what was read and what was not. */
export const keepRevisions = async (
  floor: Floor,
  production: string,
  pilot: string,
  {
    revisions,
    returns,
  }: { readonly revisions: readonly Revision[]; readonly returns: readonly Return[] },
): Promise<void> => {
  for (const revision of revisions) {
    const { from, words } = revision
    const key = `${pilot}/${from}`
    await floor.productions.putDocument(production, 'revision', key, asJson(revision), true)
    const text = revisedText(revision, returns)
    await say(floor, production, `revised/${key}/${sha256(words).slice(0, 12)}`, 'note', { text })
  }
}

const revisedText = (revision: Revision, returns: readonly Return[]): string => {
  const { from, read } = revision
  const id = shotOfSlate(from)
  const start = returns.find(({ shot }) => shot.id === id)?.take.slate
  if (read.length === 0) return `Shot ${id} is taken again as in ${start}, its circled take.`
  const where = start ? `, starting from ${start}, its circled take` : ''
  return `Shot ${id} is revised${where}: ${read.join(', ')}.${unreadText(revision)}`
}

const unreadText = ({ unread }: Revision): string =>
  unread.length === 0
    ? ''
    : ` The crew could not read ${unread.map((part) => `"${part}"`).join(', ')}: that will not be seen.`

import { StudioError } from '../../domain/errors.ts'
import { goOnCommand, type Production, remakeCommand, runBusy } from '../../domain/production.ts'
import { isReplaced, isUsable, type Take, type TakeDecision } from '../../domain/take.ts'
import { isPastShooting, returnProblem } from '../../production/steer.ts'
import type { Studio } from '../../studio/studio.ts'
import { suggestion } from '../closest.ts'
import type { CliContext, Command, Invocation } from '../context.ts'
import { textFlag, withStudio } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import { findRun } from '../run-record.ts'
import { parseTakeName } from '../take-name.ts'

/** What a person does to a take. */
interface Marking {
  readonly run: Production
  readonly takes: readonly Take[]
  readonly take: Take
  /** Pilot the film is made of; null before the verdict. */
  readonly winner: string | null
  readonly state: 'circled' | 'ng'
}

/** `takes circle`: choose a take for the edit; another circled take of the same shot goes back to the dailies. */
export const circleTake: Command = (context, invocation) =>
  markTake(context, invocation, 'circled', async (studio, { run, take, takes }) => {
    const others = takes.filter(
      ({ shot, pilot, slate, state }) =>
        shot === take.shot && pilot === take.pilot && slate !== take.slate && state === 'circled',
    )
    const note = `${take.slate} was circled instead`
    const decision = { state: 'dailies', decidedBy: 'person', note } as const
    for (const other of others) await studio.productions.setTakeState(run.id, other, decision)
  })

/** `takes ng`: mark a take as not good enough. */
export const rejectTake: Command = (context, invocation) =>
  markTake(context, invocation, 'ng', async () => undefined)

const markTake = (
  context: CliContext,
  { args, flags, isJson }: Invocation,
  state: Marking['state'],
  before: (studio: Studio, marking: Marking) => Promise<void>,
): Promise<number> =>
  withStudio(context, async (studio) => {
    const run = await findRun(studio, args[0] ?? '')
    const { id } = run
    if ((await studio.productions.directed([id])).has(id)) throw runBusy(id)
    const takes = await studio.productions.takes(id)
    const winner = await winnerOf(studio, id)
    const take = findTake(run, takes, winner, args[1] ?? '')
    const marking: Marking = { run, takes, take, winner, state }
    refuseInVain(marking)
    await before(studio, marking)
    const note = textFlag(flags, 'note') ?? ''
    const decision: TakeDecision = { state, decidedBy: 'person', note }
    const { pilot, slate } = await studio.productions.setTakeState(id, take, decision)
    if (isJson) {
      printJson(context, { event: 'take-marked', productionId: id, pilot, slate, state, note })
      return 0
    }
    printLine(context, `Take ${pilot}/${slate} is ${state === 'ng' ? 'NG' : state}.`)
    printLine(context, whatNext(marking))
    return 0
  })

const winnerOf = async (studio: Studio, id: string): Promise<string | null> => {
  const verdict = await studio.productions.document(id, 'verdict', 'current')
  const winner: unknown = Reflect.get(Object(verdict), 'winner')
  return typeof winner === 'string' ? winner : null
}

const findTake = (
  { id }: Production,
  takes: readonly Take[],
  winner: string | null,
  written: string,
): Take => {
  const { pilot: wanted, slate } = parseTakeName(written)
  const matches = takes.filter(
    (take) => take.slate === slate && (wanted === null || take.pilot === wanted),
  )
  const [only, second] = matches
  if (only && !second) return only
  if (!only) {
    throw new StudioError({
      code: 'not-found',
      message: `Run ${id} has no take ${written.slice(0, 40)}.${suggestion(slate, [...new Set(takes.map((take) => take.slate))])} See \`npx --no-install claude-studio takes list ${id}\`.`,
    })
  }
  const ofWinner = matches.find(({ pilot }) => pilot === winner)
  if (ofWinner) return ofWinner
  throw new StudioError({
    code: 'bad-input',
    message: `${matches.length} pilots shot ${slate}. Say which: ${matches.map(({ pilot }) => `${pilot}/${slate}`).join(' or ')}.`,
  })
}

/** @throws StudioError for a mark that the film could not follow */
const refuseInVain = (marking: Marking): void => {
  const { run, take, winner, state } = marking
  const name = `${take.pilot}/${take.slate}`
  if (state === 'circled' && isOfLoser(marking)) {
    throw new StudioError({
      code: 'bad-input',
      message: `Take ${name} is of pilot ${take.pilot}, which was stopped: the film is made of the takes of ${winner}, and it would not be in it. Nothing was changed.`,
    })
  }
  if (isLast(marking) && isPastShooting(run) && returnProblem(run, 'shoot')) {
    const free = freeWay(marking)
    throw new StudioError({
      code: 'bad-input',
      message: `Take ${name} is the only one of ${take.shot} that the film can use, and run ${run.id} is past shooting. Nothing was changed. ${free ? `${free}. Or let` : 'Let'} it come to its end first (${goOnCommand(run)}), then shoot another: npx --no-install claude-studio retake ${run.id} ${take.slate}`,
    })
  }
}

const isOfLoser = ({ take, winner }: Marking): boolean => winner !== null && take.pilot !== winner

/** Takes of the shot of a marked take beside it. */
const othersOf = ({ take, takes }: Marking): readonly Take[] =>
  takes.filter(
    ({ pilot, shot, slate }) => pilot === take.pilot && shot === take.shot && slate !== take.slate,
  )

/** Whether nothing of a shot is left for the film once its take is NG. */
const isLast = (marking: Marking): boolean =>
  marking.state === 'ng' && !isOfLoser(marking) && !othersOf(marking).some(isUsable)

/** How the film gets another take of a shot that is shot already; null when there is none, or one is circled. */
const freeWay = (marking: Marking): string | null => {
  const { run, take, state, winner } = marking
  const others = othersOf(marking)
  if (state !== 'ng' || others.some((other) => other.state === 'circled')) return null
  const isKept = (other: Take): boolean => other.footage.kind === 'stored' && isReplaced(other)
  const free = others.findLast(isUsable) ?? others.findLast(isKept)
  if (!free) return null
  const name = winner === null ? `${free.pilot}/${free.slate}` : free.slate
  return `Another take of ${take.shot} is there and costs nothing: npx --no-install claude-studio takes circle ${run.id} ${name}`
}

const whatNext = (marking: Marking): string => {
  const { run, take, state, winner } = marking
  if (run.state === 'cancelled') {
    return `Run ${run.id} was cancelled for good; nothing of its film changes. To make the film anew: ${remakeCommand(run)}`
  }
  if (isOfLoser(marking)) {
    return `The film is made of the takes of ${winner}; nothing of it changes.`
  }
  const free = freeWay(marking)
  const first = free ? `${free}\n` : ''
  if (isLast(marking)) {
    const none = `No take of ${take.shot} is left for the film. ${first}`
    return returnProblem(run, 'shoot') === null
      ? `${none}Shoot another: npx --no-install claude-studio retake ${run.id} ${take.slate}`
      : `${none}Going on shoots another: ${goOnCommand(run)}`
  }
  const way = state === 'ng' ? 'without' : 'with'
  return returnProblem(run, 'cut') === null
    ? `${first}To cut and render ${way} it: npx --no-install claude-studio render ${run.id}`
    : `${first}To go on ${way} it: ${goOnCommand(run)}`
}

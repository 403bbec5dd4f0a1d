import type { Brief } from '../domain/brief.ts'
import { formatUsd, sumUsd } from '../domain/money.ts'
import type { Plan } from '../domain/plan.ts'
import { goOnCommand } from '../domain/production.ts'
import { shotsOf } from '../domain/script.ts'
import { sceneOfShot } from '../domain/slate.ts'
import { type RepeatedTake, repeatedTakes } from '../domain/take.ts'
import { uncovered } from './edit.ts'
import type { Report } from './report.ts'
import { revisedShots } from './revision.ts'
import { takesOfShot } from './rows.ts'
import { isPastShooting } from './steer.ts'

/** What the offline crew makes of the client's seed assets, in words; null when there are none. */
export const seedWarning = ({ seeds }: Pick<Brief, 'seeds'>): string | null => {
  if (seeds.length === 0) return null
  const names = seeds.map(({ name }) => name).join(', ')
  return `The offline crew does not work from seed assets: they are kept with the run, and the film does not show them (${names}).`
}

/** What the client asked for and the budget does not pay for, in words. */
export const fewerThanAsked = (
  { budget, takes, pilots }: Pick<Brief, 'budget' | 'takes' | 'pilots'>,
  plan: Pick<Plan, 'pilots'>,
): readonly string[] => {
  const fewest = Math.min(...plan.pilots.map(({ takesPerShot }) => takesPerShot))
  const tried = plan.pilots.length
  return [
    ...(pilots !== null && tried < pilots
      ? [
          `${pilots} pilots were asked for and ${tried} ${tried === 1 ? 'is' : 'are'} tried: the plan says why.`,
        ]
      : []),
    ...(takes !== null && fewest < takes
      ? [
          `${takes} takes of each shot were asked for; the budget of ${formatUsd(budget)} pays for ${fewest}.`,
        ]
      : []),
  ]
}

/** What is said of a take that shows nothing new, to those who paid for it. */
export const repeatText = ({ take, like }: RepeatedTake): string =>
  `Take ${take.slate} is the very picture of ${like.slate}: ${take.model} delivered nothing new for ${formatUsd(take.cost)}.`

/** What the client asked for and the film does not have, or paid for and did not get, in words. */
export const warningsOf = (
  report: Pick<
    Report,
    | 'brief'
    | 'plan'
    | 'soundtrack'
    | 'isCurrent'
    | 'production'
    | 'script'
    | 'revisions'
    | 'omitted'
    | 'takes'
    | 'orders'
  >,
): readonly string[] =>
  [
    seedWarning(report.brief),
    ...(report.plan ? fewerThanAsked(report.brief, report.plan) : []),
    fewerTakesWarning(report),
    voiceWarning(report),
    staleWarning(report),
    unrevisedWarning(report),
    omittedWarning(report),
    parkedWarning(report),
    ...repeatedTakes(report.takes).map(repeatText),
  ].filter((text) => text !== null)

/** A test may shoot fewer takes than the film, and money may run short while shooting. */
const fewerTakesWarning = ({
  brief,
  plan,
  production,
  script,
  takes,
  orders,
}: Pick<Report, 'brief' | 'plan' | 'production' | 'script' | 'takes' | 'orders'>):
  | string
  | null => {
  if (brief.takes === null || !script || !isPastShooting(production)) return null
  const planned = plan?.pilots.find(({ id }) => id === script.pilot)?.takesPerShot ?? 0
  const short = shotsOf(script).flatMap(({ id }) => {
    const start = `${production.id}/${script.pilot}/video/${id}/`
    const waiting = orders.filter(({ key, state }) => state === 'parked' && key.startsWith(start))
    const shot = takesOfShot(takes, script.pilot, id).length + waiting.length
    return shot < planned ? [`${id} has ${shot}`] : []
  })
  return short.length === 0
    ? null
    : `${planned} takes of each shot were planned; ${short.join(', ')}: the money did not reach further.`
}

/** What is said over shots that show what the client asked for instead is still what was written for the shots before. */
const unrevisedWarning = ({
  brief,
  soundtrack,
  script,
  revisions,
}: Pick<Report, 'brief' | 'soundtrack' | 'script' | 'revisions'>): string | null => {
  const shots = script ? revisedShots(script, revisions).map(({ shot }) => shot.id) : []
  const scenes = new Set(shots.map(sceneOfShot))
  const cues = (soundtrack?.cues ?? []).filter(({ scene }) => scenes.has(scene))
  const kept = [
    ...(cues.some(({ hash }) => hash !== null) ? ['narration'] : []),
    ...(cues.length > 0 && brief.captions !== 'none' ? ['captions'] : []),
  ]
  if (kept.length === 0) return null
  const [shot, show] = shots.length === 1 ? ['Shot', 'shows'] : ['Shots', 'show']
  const where = scenes.size === 1 ? 'scene' : 'scenes'
  return `${shot} ${shots.join(', ')} ${show} what you asked for instead; the ${kept.join(' and ')} of ${where} ${[...scenes].join(', ')} stay as scripted: a retake changes the picture only.`
}

/** A film that is finished while an order of its run still waits for a person, with its money held. */
const parkedWarning = ({
  orders,
  production,
}: Pick<Report, 'orders' | 'production'>): string | null => {
  const parked = orders.filter(({ state }) => state === 'parked')
  if (production.state !== 'wrapped' || parked.length === 0) return null
  const held = formatUsd(sumUsd(...parked.map((order) => order.held)))
  return `${parked.map(({ key }) => key).join(', ')} still ${parked.length === 1 ? 'waits' : 'wait'} for you, with ${held} held: \`npx --no-install claude-studio orders list ${production.id} --parked\`.`
}

/** A film that was cut around shots for which nobody could wait. */
const omittedWarning = ({ omitted }: Pick<Report, 'omitted'>): string | null =>
  omitted.length === 0
    ? null
    : `${omitted.length === 1 ? 'Shot' : 'Shots'} ${omitted.join(', ')} ${omitted.length === 1 ? 'is' : 'are'} not in the film, as you asked with --without.`

/** The film is not of the takes that are circled now, and so the scores are not its own. */
const staleWarning = ({
  isCurrent,
  production,
  script,
  takes,
}: Pick<Report, 'isCurrent' | 'production' | 'script' | 'takes'>): string | null => {
  if (isCurrent) return null
  const own = takes.filter(({ pilot }) => pilot === script?.pilot)
  const missing = script ? uncovered(production.id, script, own) : null
  const way = isToBeResumed(production)
    ? `\`${goOnCommand(production)}\` goes on with what was begun since.`
    : (missing ?? `\`npx --no-install claude-studio render ${production.id}\` cuts it anew.`)
  return `Takes were marked after the film was cut: the scores and wishes told here are those of the takes circled now, and the film is still the one before. ${way}`
}

/** Whether a run was left in the middle of its work: another take of a shot is refused until it has gone on. */
const isToBeResumed = ({ state }: Report['production']): boolean =>
  state === 'paused' || state === 'waiting-for-vendor'

/** A film that was to be narrated and has no spoken cue. */
const voiceWarning = ({
  brief,
  soundtrack,
}: Pick<Report, 'brief' | 'soundtrack'>): string | null => {
  const isWanted = brief.audio === 'voice' || brief.audio === 'full'
  if (!isWanted || !soundtrack || soundtrack.cues.some(({ hash }) => hash !== null)) return null
  const what = soundtrack.music === null ? 'The film has no sound.' : 'No voice is heard.'
  const why = soundtrack.notes.length > 0 ? soundtrack.notes : ['The script has no narration.']
  return [what, ...why].join(' ')
}

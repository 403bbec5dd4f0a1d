import type { ShotReply, SubjectReply } from '../../../domain/crew-tasks.ts'
import type { Pilot } from '../../../domain/plan.ts'
import type { CameraMove, Framing } from '../../../domain/script.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { drawnDeed } from '../reading/drawn-deed.ts'
import { isInanimate } from '../words/acting-things.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import { verbForm } from '../words/verbs.ts'
import { interiors } from '../words/vocabulary.ts'
import { beatsOf } from './place-beats.ts'
import type { Step } from './scene-idea.ts'
import type { StagedScene } from './stage-scenes.ts'

type Pace = Pilot['pace']

/** What the shots of a film have in common. */
export interface ShotPlan {
  readonly pace: Pace
  readonly least: number
  readonly most: number
  readonly cast: readonly CastEntry[]
  /** Things by their word, as the client describes them. */
  readonly described: ReadonlyMap<string, string>
  readonly hasCrowd: boolean
  /** Where the crowd is in a story that goes to other places, too; null for everywhere. */
  readonly crowdPlace: string | null
  /** What the crowd does; empty for standing about. */
  readonly crowdAction: string
  /** Whether the client has listed the scenes, and so what is in them. */
  readonly isListed: boolean
  /** Words of what must not be seen. */
  readonly banned: ReadonlySet<string>
}

/** Seconds a shot lasts when nothing else decides. */
const usualSeconds: Readonly<Record<Pace, number>> = {
  steady: 6.5,
  lively: 2.5,
  graphic: 3.8,
}

const moves: Readonly<Record<Pace, readonly CameraMove[]>> = {
  steady: [
    'push-in',
    'pan-right',
    'static',
    'pull-out',
    'pan-left',
    'tilt-up',
    'crane-up',
    'orbit',
  ],
  lively: [
    'handheld',
    'track-right',
    'push-in',
    'track-left',
    'orbit',
    'pan-left',
    'tilt-down',
    'pan-right',
  ],
  graphic: ['static', 'push-in', 'pull-out', 'pan-right', 'tilt-down', 'crane-up'],
}

const closer: Readonly<Record<Framing, readonly Framing[]>> = {
  establishing: ['full', 'medium', 'close-up'],
  wide: ['medium', 'close-up', 'full'],
  full: ['close-up', 'wide', 'medium'],
  medium: ['close-up', 'wide', 'full'],
  'close-up': ['medium', 'full', 'wide'],
  insert: ['medium', 'wide', 'close-up'],
}

/** Breaks scenes into shots and remembers what the film has shown, so that no picture comes twice. */
export const shotBreaker = (plan: ShotPlan): ((scene: StagedScene) => readonly ShotReply[]) => {
  const used = new Set<string>()
  const shown = new Set<string>()
  let turn = 0
  let last = ''
  return (scene) => {
    const count = shotCount(scene, plan)
    return Array.from({ length: count }, (_, index) => {
      const step = scene.idea.steps[Math.floor((index * scene.idea.steps.length) / count)]
      const wanted = notTwice(framingOf(scene, plan, index), scene, last)
      const near =
        step && (ofTheLegs.has(step.action) || !shown.has(step.phrase))
          ? asFarAsNeeded(wanted, step, scene, last)
          : wanted
      const framing = withRoom(near, plan, step, `${scene.place} full` === last)
      shown.add(step?.phrase ?? '')
      last = `${scene.place} ${framing}`
      const isOwn = index === 0 && plan.pace !== 'graphic' && framing === scene.idea.framing
      const wish = isOwn ? scene.idea.camera : undefined
      const camera = freshMove(
        used,
        [scene.place, scene.time, framing, step?.phrase ?? ''],
        wish,
        moves[plan.pace],
        turn,
      )
      turn += 1
      return shotOf(scene, plan, { index, count, step, framing, camera })
    })
  }
}

/** More shots than this do not make a scene livelier. */
const mostShots = 24

const shotCount = (scene: StagedScene, plan: ShotPlan): number => {
  const fair = Math.min(mostShots, Math.max(1, Math.round(scene.seconds / usualSeconds[plan.pace])))
  const steps = Math.min(scene.idea.steps.length, Math.ceil(scene.seconds / 2.5))
  const wanted = Math.max(fair, steps, Math.ceil(scene.seconds / plan.most - 1e-9))
  return Math.max(
    Math.ceil(scene.seconds / plan.most - 1e-9),
    Math.min(wanted, Math.floor(scene.seconds / plan.least + 1e-9)),
    1,
  )
}

const framingOf = (scene: StagedScene, plan: ShotPlan, index: number): Framing => {
  const base = scene.idea.framing
  if (index === 0) return plan.pace === 'graphic' && base === 'medium' ? 'full' : base
  const options = closer[base]
  // A close view of nothing is an empty picture: without anybody or anything to show, stay wide.
  const hasSubject =
    index > 0 ||
    scene.idea.steps.length > 0 ||
    scene.idea.extras.length > 0 ||
    scene.idea.objects.length > 0
  const next = options[(index - 1) % options.length] ?? 'medium'
  return hasSubject || next === 'full' || next === 'wide' ? next : 'wide'
}

/** The frame of the shot before, at the same place, is not shown again: the same size twice looks like a mistake. */
const notTwice = (framing: Framing, scene: StagedScene, last: string): Framing => {
  if (last !== `${scene.place} ${framing}`) return framing
  if (framing === 'medium') return scene.number % 2 === 0 ? 'close-up' : 'full'
  if (framing === 'close-up' || framing === 'insert') return 'medium'
  if (framing === 'full') return 'medium'
  return scene.idea.steps.length > 0 ? 'full' : 'establishing'
}

/** What is done with the whole body, or on something that is seen below it. */
const bodily = new Set([
  ...goingActions,
  ...'rides climbs dances jumps kneels plants digs gathers kicks swims surfs skis skates slides crawls dives rows sails'.split(
    ' ',
  ),
])

/** What no picture from the waist up shows, however often it was seen whole. */
const ofTheLegs = new Set('kneels plants digs gathers kicks jumps'.split(' '))

/** What is done with a face alone. */
const facial = new Set(
  'stands looks smiles cries laughs talks thinks sings listens sleeps drinks eats tastes'.split(
    ' ',
  ),
)

/** A deed is seen whole the first time: nobody knows what is carried, or ridden, from a face. */
const asFarAsNeeded = (
  framing: Framing,
  { action }: Step,
  { place }: StagedScene,
  last: string,
): Framing => {
  const isNear = framing === 'close-up' || (framing === 'medium' && bodily.has(action))
  if (!isNear || facial.has(action)) return framing
  const [first, second] = bodily.has(action)
    ? (['full', 'wide'] as const)
    : (['medium', 'full'] as const)
  return last === `${place} ${first}` ? second : first
}

/** Animals beside which nobody has room in a near view. */
const great = new Set('dragon elephant giraffe dinosaur whale horse unicorn camel'.split(' '))

/** Three have no room in a view from the waist up, nor two of whom one is a dragon: somebody would be beyond its edge. */
const withRoom = (
  framing: Framing,
  { cast }: ShotPlan,
  step: Step | undefined,
  isFullSeen: boolean,
): Framing => {
  const ids = new Set([...(step?.castIds ?? []), ...(step?.companions ?? [])])
  const isGreat = cast.some(({ id, what }) => ids.has(id) && great.has(what))
  const isNear =
    framing === 'medium' || (framing === 'close-up' && betweenTwo.has(step?.action ?? ''))
  if (!isNear || ids.size < 2 || (ids.size === 2 && !isGreat)) return framing
  return isFullSeen ? 'wide' : 'full'
}

const freshMove = (
  used: Set<string>,
  picture: readonly string[],
  wish: CameraMove | undefined,
  pool: readonly CameraMove[],
  turn: number,
): CameraMove => {
  const rotated = pool.map((_, index) => pool[(index + turn) % pool.length] ?? 'static')
  const order = wish ? [wish, ...rotated] : rotated
  const fresh =
    order.find((move) => !used.has([...picture, move].join('|'))) ?? order[0] ?? 'static'
  used.add([...picture, fresh].join('|'))
  return fresh
}

interface ShotChoice {
  readonly index: number
  readonly count: number
  readonly step: Step | undefined
  readonly framing: Framing
  readonly camera: CameraMove
}

const shotOf = (scene: StagedScene, plan: ShotPlan, choice: ShotChoice): ShotReply => {
  const { step, framing, camera } = choice
  const isInsert = framing === 'insert'
  const subjects = isInsert ? [] : subjectsOf(scene, plan, step, framing)
  const own = [...new Set([...scene.idea.objects, ...(step?.objects ?? [])])].slice(0, 4)
  const isEmpty = subjects.length === 0 && own.length === 0
  const objects =
    isEmpty && choice.index > 0 && !plan.isListed ? garnish(scene, plan, choice.index) : own
  return {
    seconds: scene.seconds / choice.count,
    place: seasonal(
      allowed(plan, step?.where?.place) ?? scene.place,
      step?.sky?.season ?? scene.season,
    ),
    timeOfDay: allowed(plan, step?.where?.time) ?? scene.time,
    weather: weatherOf(scene, plan, step),
    mood: scene.mood,
    subjects,
    objects: objects.map((object) => plan.described.get(object) ?? object),
    camera,
    framing,
    overlays: [],
  }
}

const allowed = ({ banned }: ShotPlan, word: string | null | undefined): string | null =>
  word && !banned.has(word) ? word : null

/** Places that look the same all the year. */
const isSeasonless =
  /^(?:space|underwater|ocean|desert|mars|snow field|city skyline|moon surface|sky)$/

/** A place out of doors as it is in a season: `autumn park`. */
const seasonal = (place: string, season: string): string =>
  season === '' || place.includes(season) || interiors.has(place) || isSeasonless.test(place)
    ? place
    : `${season} ${place}`

/** What falls from the sky while a step is done, unless the scene has no sky or it must not. */
const weatherOf = (scene: StagedScene, plan: ShotPlan, step: Step | undefined): string => {
  const own = step?.sky?.weather ?? scene.weather
  return scene.isWeatherless || plan.banned.has(own) ? scene.weather : own
}

/** Something small that belongs to the place, so that a second look at it shows more than the first. */
const garnish = (scene: StagedScene, plan: ShotPlan, index: number): readonly string[] => {
  const things = [...new Set(beatsOf(scene.place).flatMap(({ object }) => object ?? []))]
  const allowed = things.filter((thing) => !plan.banned.has(thing))
  const thing = allowed[(scene.number + index) % Math.max(1, allowed.length)]
  return thing === undefined ? [] : [thing]
}

const subjectsOf = (
  scene: StagedScene,
  plan: ShotPlan,
  step: Step | undefined,
  framing: Framing,
): readonly SubjectReply[] => {
  const place = step?.where?.place ?? scene.place
  // Who is spoken to, held or given something belongs in the picture however near it is.
  const near = framing === 'close-up' && !betweenTwo.has(step?.action ?? '')
  const actors = (step?.castIds ?? []).map((id) => subject(plan, id, step?.phrase ?? ''))
  const others = near
    ? []
    : (step?.companions ?? []).map((id) =>
        subject(plan, id, companionAction(plan, id, step, scene.place)),
      )
  const crowd: readonly SubjectReply[] =
    plan.hasCrowd && !near && (plan.crowdPlace ?? place) === place
      ? [{ castId: null, what: 'crowd', look: '', action: plan.crowdAction, count: 6 }]
      : []
  return [...actors, ...others, ...scene.idea.extras, ...crowd]
    .filter((item): item is SubjectReply => item !== null)
    .slice(0, near && actors.length > 0 ? Math.max(1, Math.min(2, actors.length)) : 5)
}

const betweenTwo = new Set([
  'talks',
  'hugs',
  'kisses',
  'gives',
  'offers',
  'serves',
  'holds hands',
  'waves',
])

const subject = (plan: ShotPlan, id: string, action: string): SubjectReply | null => {
  const member = plan.cast.find((entry) => entry.id === id)
  if (!member) return null
  const what = isInanimate(member) ? (plan.described.get(member.what) ?? member.what) : member.what
  return { castId: id, what, look: '', action, count: 1 }
}

/** Who comes along does what is done, if they can: a dog walks with a walker and sits by a reader. */
const companionAction = (
  plan: ShotPlan,
  id: string,
  step: Step | undefined,
  place: string,
): string => {
  const member = plan.cast.find((entry) => entry.id === id)
  const action = step?.action ?? ''
  const own = member && ownAction(member, step)
  if (own !== undefined) return own
  if (action === 'runs') return action
  // Who is carried does nothing.
  if (action === 'carries' && member?.kind === 'animal') return ''
  if (goingActions.has(action) || action === 'carries') return 'walks'
  return member?.kind === 'person' && !interiors.has(place) ? 'stands' : 'sits'
}

/** What one who comes along does of their own: fish swim, who fell asleep sleeps, who waited stays, who is taught learns. */
const ownAction = ({ id, what, kind }: CastEntry, step: Step | undefined): string | undefined => {
  if (what === 'fish') return 'swims'
  if (step?.asleep?.includes(id)) return 'sleeps'
  const taught = /^teaches\b.*?\s(?:how\s+)?to\s+(\p{L}.*)$/iu.exec(step?.phrase ?? '')?.[1]
  if (taught !== undefined && kind === 'person') return learnt(taught) ?? 'stands'
  if (step?.waiting?.includes(id)) return kind === 'person' ? 'stands' : 'sits'
  return undefined
}

/** "teaches her grandson to plant tomatoes": what is taught as whoever learns it does it; undefined for what is not drawn. */
const learnt = (taught: string): string | undefined => {
  const [verb = ''] = taught.split(' ')
  const form = verbForm(verb)
  return form?.shape === 'base' && form.action !== '' && verb !== 'use'
    ? drawnDeed(form, taught.slice(verb.length).trim()).phrase
    : undefined
}

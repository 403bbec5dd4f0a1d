import type { ModelOffer, PilotDraft, PlanBrief, PlanDraft } from '../../domain/crew-tasks.ts'
import { showsItem } from '../../domain/crew-tasks.ts'
import { formatUsd } from '../../domain/money.ts'
import { outlineScenes } from './outline.ts'
import { lessonFacts } from './outline-lesson.ts'
import type { Reading } from './read-concept.ts'
import { readConcept } from './read-concept.ts'
import type { Setting } from './setting.ts'
import { readSetting } from './setting.ts'
import { shownWords, stageScenes } from './stage-scenes.ts'
import { listToShow } from './topic-survey.ts'

/** Handles, tests and retakes on top of the film's own seconds. */
const overhead = 1.45

/** Share of the money that the whole film of a pilot may cost; the rest pays for tests, retakes and the bond. */
const filmShare = 0.75

/** Plan by rules: approaches that differ, the best one the money can pay for first. */
export const writePlan = (brief: PlanBrief): PlanDraft => {
  const reading = readConcept(brief.concept)
  const scenes = sceneCount(brief, reading)
  const setting = readSetting(reading, scenes)
  const approaches = pilotsFor(brief)
  const pilots = approaches
    .slice(0, Math.max(1, brief.pilots ?? defaultPilots(brief, approaches)))
    .map((pilot) => ({ ...pilot, style: inMood(pilot.style, setting.mood) }))
  return {
    pilots,
    scenes,
    testScenes: testScenesOf(brief, reading, setting, scenes),
    reasons: reasonsOf(brief, pilots, scenes, reading),
  }
}

const sceneCount = (brief: PlanBrief, reading: Reading): number => {
  if (reading.scenes.length > 0)
    return Math.min(40, Math.max(1, Math.min(reading.scenes.length, Math.floor(brief.seconds))))
  // What is explained is said in whole sentences, which want more time than a step of a story.
  if (lessonFacts(reading).length > 0)
    return Math.max(1, Math.min(7, Math.round(brief.seconds / 6.5)))
  const byLength = brief.seconds <= 40 ? brief.seconds / 5 : 8 + (brief.seconds - 40) / 6
  // A list is shown twice at most, from afar and near: more than that is shown longer.
  const survey = listToShow(reading)
  if (survey) return Math.max(1, Math.min(40, Math.round(byLength), 2 * survey.sights.length + 2))
  return Math.max(1, Math.min(40, Math.round(byLength)))
}

interface Way {
  readonly name: string
  readonly pace: PilotDraft['pace']
  readonly style: string
  readonly approach: string
}

const ways: readonly Way[] = [
  {
    name: 'quiet observation',
    pace: 'steady',
    style: 'natural light, deep focus, muted colours, soft film grain',
    approach:
      'Few, long shots that let the place and the faces work; slow moves, dissolves between scenes.',
  },
  {
    name: 'close and alive',
    pace: 'lively',
    style: 'warm contrast, shallow depth of field, colours a little stronger than life',
    approach:
      'Many short shots close to what happens; the camera goes along, cuts carry the rhythm.',
  },
  {
    name: 'designed frames',
    pace: 'graphic',
    style: 'clear shapes, limited palette, centred compositions, strong silhouettes',
    approach: 'Composed frames like pages of a picture book; wipes and slides turn the pages.',
  },
  {
    name: 'grand and slow',
    pace: 'steady',
    style: 'wide vistas, golden rim light, rich blacks, painterly skies',
    approach: 'Large pictures and patient moves; the film looks bigger than its budget.',
  },
]

/** One pilot a model, each with a way that suits its tier; the best affordable first, then the others by price from near to far. */
/** A style whose words go with the film's mood: nothing is warm about a quarrel. */
const inMood = (style: string, mood: string): string =>
  mood === 'tense' ? style.replace('warm contrast', 'hard contrast') : style

const pilotsFor = (brief: PlanBrief): readonly PilotDraft[] => {
  const allowed = brief.offers
    .filter(({ tier }) => brief.tier === null || tier === brief.tier)
    .toSorted((a, b) => b.pricePerSecond - a.pricePerSecond)
  const affordable = allowed.filter(
    (offer) => filmCost(brief, offer, 1) <= brief.budget * filmShare,
  )
  const usable = affordable.length > 0 ? affordable : allowed.slice(-1)
  const wanted = Math.max(brief.pilots ?? 3, Math.min(4, usable.length))
  const left = [...ways]
  return Array.from({ length: wanted }, (_, index) => {
    const offer = usable[index % usable.length]
    if (!offer) return []
    const [way] = left.splice(nextWay(left, usualPace[offer.tier]), 1)
    return way ? [pilotOf(brief, offer, way, Math.floor(index / usable.length))] : []
  }).flat()
}

/** The way that suits a pace, or, when that pace is taken, one in a pace nobody has yet. */
const nextWay = (left: readonly Way[], pace: PilotDraft['pace']): number => {
  const taken = new Set(ways.filter((way) => !left.includes(way)).map((way) => way.pace))
  const suits = left.findIndex((way) => way.pace === pace && !taken.has(pace))
  const fresh = left.findIndex((way) => !taken.has(way.pace))
  return Math.max(0, suits >= 0 ? suits : fresh)
}

/** The pace that shows a tier at its best: drawn stills want cuts, flat designs want frames, painted pictures want time. */
const usualPace: Readonly<Record<ModelOffer['tier'], PilotDraft['pace']>> = {
  'static-images': 'lively',
  'motion-graphics': 'graphic',
  animated: 'steady',
  photorealistic: 'steady',
}

const pilotOf = (brief: PlanBrief, offer: ModelOffer, way: Way, round: number): PilotDraft => {
  const fits =
    [3, 2].find((takes) => filmCost(brief, offer, takes) <= brief.budget * filmShare * 0.8) ?? 1
  const takes = brief.takes ?? Math.max(1, Math.min(2, fits) - (round % 2))
  return {
    name: way.name,
    approach: `${way.approach} Made with ${offer.model} (${offer.note}), ${takes} take${takes === 1 ? '' : 's'} of each shot.`,
    tier: offer.tier,
    model: offer.model,
    style: way.style,
    takesPerShot: takes,
    pace: way.pace,
  }
}

const filmCost = (brief: PlanBrief, offer: ModelOffer, takes: number): number =>
  offer.pricePerSecond * brief.seconds * takes * overhead

const defaultPilots = (brief: PlanBrief, approaches: readonly PilotDraft[]): number => {
  const [best] = approaches
  const offer = brief.offers.find(({ model }) => model === best?.model)
  const spare = offer ? brief.budget / Math.max(1, filmCost(brief, offer, 1)) : 1
  if (approaches.length < 2 || brief.seconds < 8 || spare < 1.15) return 1
  return spare >= 1.6 ? 3 : 2
}

/** The scenes that show most of the contract at different places. */
const testScenesOf = (
  brief: PlanBrief,
  reading: Reading,
  setting: Setting,
  scenes: number,
): readonly number[] => {
  const staged = stageScenes(reading, setting, outlineScenes(reading, setting, scenes), {
    seconds: brief.seconds,
    leastShot: Math.min(1, brief.seconds / scenes),
    mostShot: brief.seconds,
    isNarrated: false,
  })
  const worth = staged.map((scene) => {
    const whats = reading.cast
      .filter(({ id }) => scene.idea.steps.some(({ castIds }) => castIds.includes(id)))
      .map(({ what }) => what)
    const shown = [...shownWords(scene), ...whats]
    const weight = brief.items.reduce(
      (sum, item) => sum + (showsItem(item, shown) ? item.weight : 0),
      0,
    )
    return { number: scene.number, place: scene.place, weight }
  })
  const [first, ...rest] = worth.toSorted((a, b) => b.weight - a.weight || a.number - b.number)
  if (!first) return [1]
  const second = rest.find(({ place }) => place !== first.place) ?? rest[0]
  const isEnough = scenes < 4 || !second
  return (isEnough ? [first.number] : [first.number, second.number]).toSorted((a, b) => a - b)
}

const reasonsOf = (
  brief: PlanBrief,
  pilots: readonly PilotDraft[],
  scenes: number,
  reading: Reading,
): readonly string[] => {
  const [first] = pilots
  const offer = brief.offers.find(({ model }) => model === first?.model)
  return [
    reading.scenes.length > 0
      ? `The concept lists ${reading.scenes.length} scenes; the film has ${scenes}.`
      : `${scenes} scene${scenes === 1 ? '' : 's'} of about ${Math.round((brief.seconds / scenes) * 10) / 10} seconds tell it without haste.`,
    ...(first && offer
      ? [
          `"${first.name}" comes first: ${offer.model} is the best the budget of ${formatUsd(brief.budget)} pays for with room for tests and retakes.`,
        ]
      : []),
    pilots.length === 1
      ? 'One pilot: the money is better spent on the film than on a competition.'
      : `${pilots.length} pilots shoot the same test scenes, so that the difference is the approach and not the scene.`,
    ...(brief.tier === null
      ? []
      : [
          `Every pilot stays in the tier ${brief.tier}, as asked; they differ in style, pace and takes.`,
        ]),
  ]
}

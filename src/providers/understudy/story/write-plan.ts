import type { ModelOffer, PilotDraft, PlanBrief, PlanDraft } from '../../../domain/crew-tasks.ts'
import { showsItem } from '../../../domain/crew-tasks.ts'
import { atPlace, callOf, joinNames } from '../cast/naming.ts'
import { lowered } from '../lines/survey-lines.ts'
import type { Reading } from '../reading/read-concept.ts'
import { readConcept } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { readSetting } from '../reading/setting.ts'
import { outlineScenes } from './outline.ts'
import { lessonFacts } from './outline-lesson.ts'
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
  const approaches = pilotsFor(brief, toldOf(reading, setting))
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
  const usual = brief.seconds <= 40 ? brief.seconds / 5 : 8 + (brief.seconds - 40) / 6
  const byLength = Math.max(Math.round(usual), scenesOfPlaces(brief, reading))
  // A list is shown twice at most, from afar and near: more than that is shown longer.
  const survey = listToShow(reading)
  if (survey) {
    const ends = (survey.whole === '' ? 0 : 1) + (survey.kind === 'done' ? 0 : 1)
    return Math.max(1, Math.min(40, byLength, 2 * survey.sights.length + ends))
  }
  // A story is told in its own steps: a short one is not stretched with pictures of something else.
  const isStory = reading.isEnglish && reading.subject.genre === 'story'
  const steps = isStory ? reading.clauses.length : 0
  const ofStory = steps > 0 ? Math.max(2 * steps + 2, 2 + Math.ceil(brief.seconds / 10)) : 40
  return Math.max(1, Math.min(40, ofStory, byLength))
}

/** Seconds in which a place can be seen. */
const secondsOfPlace = 4

/** A film has a scene for each of the places that are named, as far as there is time to see them. */
const scenesOfPlaces = ({ seconds }: PlanBrief, { places }: Reading): number =>
  Math.min(places.length, Math.floor(seconds / secondsOfPlace))

/** The film as its approaches speak of it. */
interface Told {
  /** Who or what is in it: `the girl and the dog`, `waterfalls`. */
  readonly subject: string
  /** `on a beach` */
  readonly where: string
}

interface Way {
  readonly name: string
  readonly pace: PilotDraft['pace']
  readonly style: string
  readonly approach: (film: Told) => string
}

const ways: readonly Way[] = [
  {
    name: 'quiet observation',
    pace: 'steady',
    style: 'natural light, deep focus, muted colours, soft film grain',
    approach: ({ subject, where }) =>
      `Stays back and lets things happen: ${subject} ${where}, seen whole and left alone. Long shots, slow moves, dissolves between scenes.`,
  },
  {
    name: 'close and alive',
    pace: 'lively',
    style: 'warm contrast, shallow depth of field, colours a little stronger than life',
    approach: ({ subject }) =>
      `Goes in close and stays with ${subject}, in short shots. The camera goes along, and the cuts carry the rhythm.`,
  },
  {
    name: 'designed frames',
    pace: 'graphic',
    style: 'clear shapes, limited palette, centred compositions, strong silhouettes',
    approach: ({ subject }) =>
      `Every scene a page of a picture book: ${subject} in the middle of the frame, clear outlines, few colours. Slides and wipes turn the pages.`,
  },
  {
    name: 'grand and slow',
    pace: 'steady',
    style: 'wide vistas, golden rim light, rich blacks, painterly skies',
    approach: ({ subject, where }) =>
      `The wide view first: ${subject} ${where}, small in a large picture, with patient moves and golden edges. The film looks bigger than its budget.`,
  },
]

const toldOf = (reading: Reading, setting: Setting): Told => {
  const survey = listToShow(reading)
  const listed = survey ? lowered(survey.whole || (survey.sights[0]?.text ?? '')) : ''
  const cast = joinNames(reading.cast.slice(0, 2).map(callOf))
  return {
    subject: (reading.isEnglish ? listed || cast : cast) || 'what is there',
    // A list goes from place to place.
    where: survey ? 'from one picture to the next' : atPlace(setting.places[0] ?? 'meadow'),
  }
}

/** A style whose words go with the film's mood: nothing is warm about a quarrel. */
const inMood = (style: string, mood: string): string =>
  mood === 'tense' ? style.replace('warm contrast', 'hard contrast') : style

/** Pilots that each spend differently, each with a way that suits its tier; the best affordable first, then the others by price from near to far. */
const pilotsFor = (brief: PlanBrief, told: Told): readonly PilotDraft[] => {
  const spendings = spendingsFor(brief)
  const left = [...ways]
  return Array.from({ length: brief.pilots ?? Math.min(4, spendings.length) }, (_, index) => {
    const spending = spendings[index % spendings.length]
    if (!spending) return []
    const [way] = left.splice(nextWay(left, usualPace[spending.offer.tier]), 1)
    if (!way) return []
    return [pilotOf(spending, way, told)]
  }).flat()
}

/** What a pilot spends: the takes of each shot that a model makes. */
interface Spending {
  readonly offer: ModelOffer
  readonly takes: number
}

/** Ways to spend the money no two of which cost the same: each affordable model once, then the models with other takes. */
const spendingsFor = (brief: PlanBrief): readonly Spending[] => {
  const allowed = brief.offers
    .filter(({ tier }) => brief.tier === null || tier === brief.tier)
    .toSorted((a, b) => b.pricePerSecond - a.pricePerSecond)
  const affordable = allowed.filter(
    (offer) => filmCost(brief, offer, 1) <= brief.budget * filmShare,
  )
  const usable = affordable.length > 0 ? affordable : allowed.slice(-1)
  const byModel = usable.map((offer) => takesFor(brief, offer).map((takes) => ({ offer, takes })))
  const chosen: Spending[] = []
  const price = ({ offer, takes }: Spending): number => offer.pricePerSecond * takes
  for (const choice of [...byModel, ...byModel.flat().map((spending) => [spending])]) {
    const fresh = choice.find((one) => chosen.every((other) => price(other) !== price(one)))
    if (fresh) chosen.push(fresh)
  }
  return chosen
}

/** Takes of each shot that the money pays with a model, the usual number first. */
const takesFor = (brief: PlanBrief, offer: ModelOffer): readonly number[] => {
  if (brief.takes !== null) return [brief.takes]
  return [2, 1, 3].filter(
    (takes) => takes === 1 || filmCost(brief, offer, takes) <= brief.budget * filmShare * 0.8,
  )
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

const pilotOf = ({ offer, takes }: Spending, way: Way, told: Told): PilotDraft => ({
  name: way.name,
  approach: way.approach(told),
  tier: offer.tier,
  model: offer.model,
  style: way.style,
  takesPerShot: takes,
  pace: way.pace,
})

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
  const takes = new Set(pilots.map(({ takesPerShot }) => takesPerShot))
  return [
    reading.scenes.length > 0
      ? `The concept lists ${reading.scenes.length} scenes; the film has ${scenes}.`
      : `${scenes} scene${scenes === 1 ? '' : 's'} of about ${Math.round((brief.seconds / scenes) * 10) / 10} seconds tell it without haste.`,
    pilots.length === 1
      ? 'One pilot: the money is better spent on the film than on a competition.'
      : `${pilots.length} pilots shoot the same test scenes, so that the difference is the approach and not the scene.`,
    ...(brief.tier === null
      ? []
      : [
          `Every pilot stays in the tier ${brief.tier}, as asked; they differ in style${takes.size > 1 ? ', pace and takes' : ' and pace'}.`,
        ]),
  ]
}

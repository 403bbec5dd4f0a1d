import { callOf } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { linesAtPlace } from '../lines/place-lines.ts'
import { titleOfAction } from '../lines/scene-titles.ts'
import type { Reading } from '../reading/read-concept.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import { interiors, waysOfAnimal } from '../words/vocabulary.ts'
import { byId } from './place-of-clause.ts'
import type { SceneIdea, Step } from './scene-idea.ts'
import { idea, oneOf } from './scene-idea.ts'
import { hasOwnWords, linesFor } from './steps.ts'

const tradeActions: readonly (readonly [RegExp, string])[] = [
  [/chef|cook|baker|barista/, 'cooks'],
  [/painter|artist|potter|sculptor/, 'paints'],
  [/musician|guitarist|pianist|violinist|singer/, 'plays'],
  [/dancer|ballerina|skater/, 'dances'],
  [/mechanic|watchmaker|clockmaker|toymaker|carpenter|engineer|inventor|luthier/, 'repairs'],
  [/runner|athlete|jogger/, 'runs'],
  [/cyclist|surfer|skier/, 'rides'],
  [/writer|author|developer|programmer|journalist/, 'types'],
  [/climber|mountaineer/, 'climbs'],
  [/rower/, 'rows'],
  [/farmer|gardener|courier|florist/, 'carries'],
  [/student|librarian|professor/, 'reads'],
  [/host|guest|presenter|interviewer|teacher/, 'talks'],
]

/** What somebody does when the concept does not say: their trade first, then what one does at such a place. */
export const ownSteps = (reading: Reading, place: string): readonly Step[] => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const lead = people[0] ?? reading.cast[0]
  if (!lead) return []
  // "horses" are all of them in front.
  const leads = reading.cast.filter((member) => callOf(member) === callOf(lead))
  const leadIds = leads.map(({ id }) => id)
  const companions = reading.cast.map(({ id }) => id).filter((id) => !leadIds.includes(id))
  const trade = tradeActions.find(([pattern]) => pattern.test(lead.noun))?.[1]
  return actionsAt(lead, place, trade, people.length > 1).map(
    (action): Step => ({
      castIds: action === 'talks' && people.length > 1 ? people.map(({ id }) => id) : leadIds,
      phrase: action,
      action,
      companions: action === 'talks' && people.length > 1 ? [] : companions,
      objects: [],
    }),
  )
}

const actionsAt = (
  lead: CastEntry,
  place: string,
  trade: string | undefined,
  isCompany: boolean,
): readonly string[] => {
  if (lead.kind !== 'person') return waysOfAnimal(lead.what)
  const usual = interiors.has(place)
    ? ['sits', 'looks', 'smiles']
    : ['walks', 'looks', 'sits', 'smiles']
  const all = [
    ...(trade ? [trade] : []),
    ...(isCompany && lead.kind === 'person' ? ['talks'] : []),
    ...usual,
  ]
  return [...new Set(all)]
}

/** A step nobody wrote as a scene. */
export const ideaOfStep = (
  reading: Reading,
  step: Step,
  { place, round }: { readonly place: string; readonly round: number },
): SceneIdea => {
  const cast = byId(reading, step.castIds)
  const here = linesAtPlace(step.action, place, {
    cast,
    companions: byId(reading, step.companions),
    round,
  })
  return idea('act', titleOfAction(step.action), {
    steps: [step],
    framing: 'medium',
    camera: goingActions.has(step.action) ? 'track-left' : 'orbit',
    lines: hasOwnWords(reading)
      ? oneOf([...here, ...linesFor(step.action, cast, step.phrase)])
      : [],
  })
}

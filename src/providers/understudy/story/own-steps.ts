import { callOf } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { linesAtPlace } from '../lines/place-lines.ts'
import { titleOfAction } from '../lines/scene-titles.ts'
import type { Reading } from '../reading/read-concept.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import { performanceOf, workOf } from '../words/trades.ts'
import { interiors, objects, waysOfAnimal } from '../words/vocabulary.ts'
import { byId } from './place-of-clause.ts'
import type { SceneIdea, Step } from './scene-idea.ts'
import { idea, oneOf } from './scene-idea.ts'
import { hasOwnWords, linesFor } from './steps.ts'

/** What somebody does when the concept does not say: their trade first, then what one does at such a place. */
export const ownSteps = (reading: Reading, place: string): readonly Step[] => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const lead = people[0] ?? reading.cast[0]
  if (!lead) return []
  // "horses" are all of them in front.
  const leads = reading.cast.filter((member) => callOf(member) === callOf(lead))
  const leadIds = leads.map(({ id }) => id)
  const companions = reading.cast.map(({ id }) => id).filter((id) => !leadIds.includes(id))
  return deedsAt(lead, place, people.length > 1).map((phrase): Step => {
    const [action = phrase] = phrase.split(' ')
    return {
      castIds: action === 'talks' && people.length > 1 ? people.map(({ id }) => id) : leadIds,
      phrase,
      action,
      companions: action === 'talks' && people.length > 1 ? [] : companions,
      objects: objects.find(phrase).map(({ word }) => word),
    }
  })
}

const deedsAt = (lead: CastEntry, place: string, isCompany: boolean): readonly string[] => {
  if (lead.kind !== 'person') return waysOfAnimal(lead.what)
  const performance = performanceOf(lead.noun)
  if (performance !== undefined) return [performance]
  const usual = interiors.has(place)
    ? ['sits', 'looks', 'smiles']
    : ['walks', 'looks', 'sits', 'smiles']
  const all = [
    ...[workOf(lead.noun)].flatMap((work) => work ?? []),
    ...(isCompany ? ['talks'] : []),
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

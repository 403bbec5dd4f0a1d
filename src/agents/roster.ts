import type { CrewRole } from '../ports/language-model.ts'

/** A crew role as people read about it. */
export interface CrewEntry {
  readonly role: CrewRole
  readonly does: string
  readonly inputs: string
  readonly outputs: string
  /** What its judgement decides. */
  readonly decides: string
  /** What code checks before anything follows from the reply. */
  readonly checkedByCode: string
  /** `now`, or when the role will work. */
  readonly arrives: 'now' | (string & {})
}

/** All eight roles, in the order of the story. */
export const crewRoster: readonly CrewEntry[] = [
  {
    role: 'asset-analyzer',
    does: 'Looks at the pictures, clips and texts the client hands in and says what they show and how to use them.',
    inputs: 'seed assets, concept',
    outputs: 'a description, themes, colours and style words for each asset',
    decides: 'nothing today; later which assets are references, which are footage, which are facts',
    checkedByCode: 'every file is inspected and bounded before it is looked at',
    arrives: 'later, with live crew members that can see; seed assets are checked and kept today',
  },
  {
    role: 'producer',
    does: 'Writes the intent contract and plans competing pilots.',
    inputs: 'brief, price book, intent contract',
    outputs: '8–20 contract items; 1–4 pilots, number of scenes, test scenes, reasons',
    decides: 'what the film is measured against, and which approaches compete for the money',
    checkedByCode:
      'weights sum to 1; models are on offer and in the tier; pilots differ; the split is affordable and leaves the completion bond',
    arrives: 'now',
  },
  {
    role: 'script-writer',
    does: 'Writes the film of each pilot: scenes, shots, cast and looks, narration, titles. Revises shots by the client’s words.',
    inputs: 'concept, intent contract, pilot, shot limits of its model, the critic’s adjustments',
    outputs: 'a script of exactly the wanted length',
    decides: 'what is seen and heard, in which order, in which words',
    checkedByCode:
      'length, numbering, shot limits, cast and continuity references, narration that fits its scene, transitions',
    arrives: 'now',
  },
  {
    role: 'storyboard-artist',
    does: 'Draws keyframes for shots where the plan pays for them.',
    inputs: 'script, cast looks, image model',
    outputs: 'a keyframe a shot',
    decides: 'nothing today; later which frame a shot starts from',
    checkedByCode: 'size, type and price of every picture',
    arrives: 'later, with image models; shots are chained by last frames today',
  },
  {
    role: 'qa-verifier',
    does: 'Reviews every take after the technical measures.',
    inputs: 'take, what its vendor says was drawn, shot, contract items, technical review, stills',
    outputs: 'five scores, what is covered, missing and not allowed, notes',
    decides: 'whether a take passes',
    checkedByCode:
      'technical score and findings come from the measures; the sum-up is computed; a failed measure cannot pass',
    arrives: 'now',
  },
  {
    role: 'critic',
    does: 'Circles takes, compares pilots, says what the rest of the film should do differently.',
    inputs: 'takes and reviews; pilots with their scores and costs',
    outputs: 'circled takes, verdict, observations, adjustments',
    decides: 'which pilot gets the money that is left',
    checkedByCode:
      'only takes with footage are circled; a pilot that could not shoot cannot win; retakes are bought only while the odds are worth the price',
    arrives: 'now',
  },
  {
    role: 'editor',
    does: 'Makes three cuts: safe, balanced, creative.',
    inputs: 'script, takes with their footage, reviews, the time the voice needs',
    outputs: 'three cuts of the same length that differ in takes, points, pacing and transitions',
    decides: 'takes, in and out points, joins',
    checkedByCode:
      'every frame and handle exists; scenes keep their order and the time their voice needs; the film keeps its length',
    arrives: 'now',
  },
  {
    role: 'provider-onboarder',
    does: 'Reads the pages of a new vendor and drafts its catalogue row and adapter for an engineer.',
    inputs: 'a vendor’s documentation',
    outputs: 'a draft to review',
    decides: 'nothing by itself',
    checkedByCode: 'a price without source and date is refused',
    arrives: 'later, with live vendors',
  },
]

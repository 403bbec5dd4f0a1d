import type { Stage } from '../domain/production.ts'
import type { Workflow, WorkflowContext, WorkflowEngine } from '../ports/workflow.ts'
import { deliverStage } from './delivery.ts'
import { cutStage } from './edit.ts'
import type { Floor } from './floor.ts'
import { showCuts } from './gate.ts'
import { learnStage } from './learn.ts'
import type { Outcome } from './outcome.ts'
import { pilotsStage, shootStage } from './pilot.ts'
import { planStage } from './plan.ts'
import { renderStage, renderWorkflow } from './render.ts'
import { chainWorkflow } from './scene.ts'
import { soundtrackStage } from './soundtrack.ts'
import { takeWorkflow } from './take.ts'

/** What every stage is started with. */
export type StageInput = { readonly production: string; readonly attempt: number }

/** A stage as a durable workflow. */
export type StageWorkflow = Workflow<StageInput, Outcome<null>>

type StageBody = (context: WorkflowContext, input: StageInput) => Promise<Outcome<null>>

/**
 * The story of a production: brief → plan → pilots → shoot → soundtrack → cut → render → deliver → learn.
 * Each stage is a short workflow that reads and writes rows and skips what exists, so that any of them can be
 * started again at any time without paying for anything twice.
 */
export const tellStory = (
  floor: Floor,
  engine: WorkflowEngine,
): Readonly<Record<Stage, StageWorkflow>> => {
  const take = takeWorkflow(floor)
  const chain = chainWorkflow(floor, take)
  const render = renderWorkflow(floor)
  const stages: Readonly<Record<Stage, StageBody>> = {
    plan: (context, { production }) => planStage(floor, context, production),
    pilots: (context, input) => pilotsStage(floor, chain, context, input),
    shoot: (context, input) => shootStage(floor, chain, context, input),
    soundtrack: (context, { production }) => soundtrackStage(floor, context, production),
    cut: (context, { production }) => cutStage(floor, context, production),
    render: async (context, input) => {
      const rendered = await renderStage(floor, render, context, input)
      return rendered.kind === 'ok' ? showCuts(floor, context, input.production) : rendered
    },
    deliver: (context, { production }) => deliverStage(floor, context, production),
    learn: (context, { production }) => learnStage(floor, context, production),
  }
  engine.register(take)
  engine.register(chain)
  engine.register(render)
  const story = Object.fromEntries(
    Object.entries(stages).map(([stage, run]) => [stage, { name: `stage-${stage}`, run }]),
  ) as unknown as Readonly<Record<Stage, StageWorkflow>>
  for (const workflow of Object.values(story)) engine.register(workflow)
  return story
}

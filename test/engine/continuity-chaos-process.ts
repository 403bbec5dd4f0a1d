import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Json } from '../../src/domain/json.ts'
import { dbosWorkflowEngine } from '../../src/engine/dbos-workflow-engine.ts'
import type { Workflow, WorkflowContext } from '../../src/ports/workflow.ts'

/**
 * The process that `continuity-chaos.test.ts` kills: shoots one production of three continuity groups, or resumes it.
 * Arguments: database, production, most milliseconds of a step. Prints `running` when under way, then the result.
 */
const [, , url = '', production = '', slowest = ''] = process.argv

const groups = ['A', 'B', 'C']
const shotsOfGroup = 12

const database = new pg.Pool({ connectionString: url, max: 4 })
const chance = (): number => Math.random() * Number(slowest)

/** Write a line, then take a while, as a vendor would: a kill in between leaves the line without a recorded result. */
const shoot = async (workflowId: string, step: string, frame: number): Promise<Json> => {
  const written = await database.query<{ line: number }>(
    'INSERT INTO chaos_log (workflow_id, step) VALUES ($1, $2) RETURNING line',
    [workflowId, step],
  )
  await pause(chance())
  return { frame, line: written.rows[0]?.line ?? 0 }
}

/** Each shot starts from the last frame of the one before: a shot lost or doubled changes every frame after it. */
const group: Workflow<Json, Json> = {
  name: 'group',
  run: async (context: WorkflowContext, input) => {
    let frame = Number(input)
    for (let shot = 1; shot <= shotsOfGroup; shot += 1) {
      // Equal names in every group, on purpose.
      const name = `shot ${shot}`
      const last = frame
      const taken = await context.step(name, () =>
        shoot(context.workflowId, name, (last * 31 + shot) % 1_000_003),
      )
      frame = frameOf(taken)
      if (shot % 5 === 0) await context.sleep(`wait after ${name}`, 20)
    }
    return frame
  },
}

const frameOf = (taken: Json): number =>
  typeof taken === 'object' && taken !== null && 'frame' in taken ? Number(taken['frame']) : -1

const film: Workflow<Json, Json> = {
  name: 'film',
  run: async (context: WorkflowContext) => {
    const handles = []
    for (const [index, name] of groups.entries()) {
      handles.push(await context.startChild(group, `${context.workflowId}/${name}`, index + 1))
    }
    const frames: Json[] = []
    for (const handle of handles) frames.push(await handle.result())
    return frames
  },
}

const engine = dbosWorkflowEngine({ url, executorId: 'chaos', log: () => undefined })
engine.register(group)
engine.register(film)
await engine.launch()
const id = `${production}/shoot/1`
await engine.recover(`${production}/`)
const handle = await engine.start(film, id, null)
process.stdout.write('running\n')
const result = await handle.result()
process.stdout.write(`${JSON.stringify(result)}\n`)
await engine.close()
await database.end()

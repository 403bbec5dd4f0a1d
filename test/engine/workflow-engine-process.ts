import { setTimeout as pause } from 'node:timers/promises'
import type { Json } from '../../src/domain/json.ts'
import { dbosWorkflowEngine } from '../../src/engine/dbos-workflow-engine.ts'
import type { Workflow } from '../../src/ports/workflow.ts'

/**
 * One executor of its own process, for tests that need several.
 * Arguments: database, run id. Starts a run that steps until killed, or ends at once for the id `-`.
 */
const [, , url = '', id = '-'] = process.argv

const endless: Workflow<Json, Json> = {
  name: 'endless',
  run: async (context) => {
    for (let step = 1; ; step += 1) {
      await context.step(`step ${step}`, async () => {
        if (step === 2) process.stdout.write('under way\n')
        await pause(20)
        return step
      })
    }
  },
}

const engine = dbosWorkflowEngine({ url, log: () => undefined })
engine.register(endless)
await engine.launch()
if (id !== '-') await (await engine.start(endless, id, null)).result()
await engine.close()

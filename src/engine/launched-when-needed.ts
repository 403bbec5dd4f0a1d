import type { WorkflowEngine } from '../ports/workflow.ts'

/**
 * An engine that is launched by the first question that needs it: a studio that only reads and writes rows, to quote,
 * join, cancel or delete, never loads what stands behind it.
 */
export const launchedWhenNeeded = (engine: WorkflowEngine): WorkflowEngine => {
  let launched: Promise<void> | null = null
  const launch = (): Promise<void> => {
    launched ??= engine.launch()
    return launched
  }
  return {
    register: (workflow) => engine.register(workflow),
    launch,
    start: async (workflow, id, input) => {
      await launch()
      return engine.start(workflow, id, input)
    },
    state: async (id) => {
      await launch()
      return engine.state(id)
    },
    cancel: async (id) => {
      await launch()
      return engine.cancel(id)
    },
    recover: async (idPrefix) => {
      await launch()
      return engine.recover(idPrefix)
    },
    retire: async (idPrefix) => {
      await launch()
      return engine.retire(idPrefix)
    },
    close: () => engine.close(),
  }
}

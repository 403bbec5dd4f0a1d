/**
 * Runs a production to its end in this process, and ends the process with SIGKILL at a chosen point.
 *
 * Arguments: home, run id, JSON of `{ brief, outputDir, crashAt, log }`. `crashAt` is `part.method`, `part.method#n` for its
 * n-th call, with `before ` or `after ` in front; null runs through. Every call of a watched part is written to `log`,
 * one line `begin|end part.method key`, and every body of a journaled step, one line `step workflow<tab>name`, synchronously,
 * so that nothing is lost in a crash. Prints `working` once the run is under way, and how it ended.
 */
import { appendFileSync } from 'node:fs'
import { loadSettings } from '../../src/config/load-settings.ts'
import type { Brief } from '../../src/domain/brief.ts'
import type { Json } from '../../src/domain/json.ts'
import type { Workflow, WorkflowContext, WorkflowEngine } from '../../src/ports/workflow.ts'
import { type Dress, openExecutingStudio } from '../../src/studio/studio.ts'

interface Task {
  readonly brief: Brief
  readonly outputDir: string
  readonly crashAt: string | null
  readonly log: string
}

const [id, text] = process.argv.slice(2)
if (!id || !text) throw new TypeError('crashing-producer ID TASK')
const task = JSON.parse(text) as Task
const counts = new Map<string, number>()

const die = (when: 'before' | 'after', call: string): void => {
  if (!task.crashAt) return
  const [wantedWhen, wanted = ''] = task.crashAt.split(' ')
  if (wantedWhen !== when) return
  const [name, number = '1'] = wanted.split('#')
  const key = `${when} ${call}`
  if (name !== call) return
  counts.set(key, (counts.get(key) ?? 0) + 1)
  if (counts.get(key) === Number(number)) process.kill(process.pid, 'SIGKILL')
}

/** What a call is about, so that a second one for the same thing can be told. */
const keyOf = (call: string, args: readonly unknown[]): string => {
  const [first, second, third] = args
  if (call === 'ledger.advance') return `${first} ${(second as { kind: string }).kind}`
  if (call.startsWith('productions.put')) return `${second} ${third}`
  if (call === 'video.start' || call === 'speech.start' || call === 'music.start')
    return `${second}`
  if (call === 'crew.start') return `${second}`
  return typeof first === 'string' ? first : ''
}

/** An engine whose steps are written to the log when their body runs: a step that is replayed from its record is not. */
const watchedEngine = (engine: WorkflowEngine): WorkflowEngine => ({
  ...engine,
  register: <Input extends Json, Result extends Json>(workflow: Workflow<Input, Result>): void =>
    engine.register<Input, Result>({
      name: workflow.name,
      run: (context, input) => workflow.run(watchedContext(context), input),
    }),
})

const watchedContext = (context: WorkflowContext): WorkflowContext => ({
  ...context,
  step: (name, run) =>
    context.step(name, () => {
      appendFileSync(task.log, `step ${context.workflowId}\t${name}\n`)
      return run()
    }),
})

const watched = <Part extends object>(part: string, target: Part): Part =>
  new Proxy(target, {
    get: (object, property, receiver) => {
      const value = Reflect.get(object, property, receiver)
      if (typeof value !== 'function' || typeof property !== 'string') return value
      const call = `${part}.${property}`
      return (...args: unknown[]) => {
        die('before', call)
        const key = keyOf(call, args)
        appendFileSync(task.log, `begin ${call} ${key}\n`)
        const result: unknown = value.apply(object, args)
        if (!(result instanceof Promise)) return result
        return result.then((outcome: unknown) => {
          appendFileSync(task.log, `end ${call} ${key}\n`)
          die('after', call)
          return outcome
        })
      }
    },
  })

const dress: Dress = <Part extends object>(part: string, target: Part): Part =>
  part === 'engine'
    ? (watchedEngine(target as unknown as WorkflowEngine) as unknown as Part)
    : watched(part, target)

const studio = await openExecutingStudio(loadSettings({ keyNames: [] }), dress)
try {
  const known = await studio.productions.get(id)
  if (!known) {
    await studio.driver.create({ id, brief: task.brief, outputDir: task.outputDir, until: null })
  }
  process.stdout.write('working\n')
  const run = await studio.driver.run(id, new AbortController().signal)
  process.stdout.write(`${run.state} ${run.reason}\n`)
} finally {
  await studio.close()
}

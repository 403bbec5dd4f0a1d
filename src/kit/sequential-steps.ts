import type { Json } from '../domain/json.ts'

/** Largest journaled value in bytes of UTF-8; journals hold ids and hashes, never media. */
export const largestJournaledBytes = 65_536

/** Holds one workflow to the rule that its steps are strictly sequential and each has a name of its own. */
export interface SequentialSteps {
  /**
   * Run a step as the only open one.
   *
   * @throws TypeError when another step is open, or the name was used before
   */
  run<Result>(name: string, action: () => Promise<Result>): Promise<Result>
  /**
   * To be called when the workflow's body has ended.
   *
   * @throws TypeError when a step is still open: the body did not wait for it
   */
  finish(): void
}

/** Make the rule's keeper for one execution of a workflow. */
export const sequentialSteps = (workflowId: string): SequentialSteps => {
  const used = new Set<string>()
  let open: string | null = null
  return {
    run: async (name, action) => {
      if (open !== null) {
        throw new TypeError(
          `Workflow ${workflowId}: step "${name}" began while step "${open}" was open. What runs side by side must be child workflows.`,
        )
      }
      if (used.has(name)) {
        throw new TypeError(
          `Workflow ${workflowId}: the step name "${name}" was used before. Put the step's subject into its name.`,
        )
      }
      used.add(name)
      open = name
      try {
        return await action()
      } finally {
        open = null
      }
    },
    finish: () => {
      if (open === null) return
      throw new TypeError(
        `Workflow ${workflowId} ended while its step "${open}" was open. Await every step.`,
      )
    },
  }
}

/**
 * A copy of a value as a journal gives it back.
 *
 * @param subject what the value is, for the message: `result of step "submit 12C-3"`
 * @throws TypeError when it is not plain JSON (no `undefined` at the top, functions, dates, class instances, NaN) or is
 *   larger than {@link largestJournaledBytes}
 */
export const journalable = <Value extends Json>(subject: string, value: Value): Value => {
  const trouble = notJson(value, '$')
  if (trouble !== null) throw new TypeError(`The ${subject} is not plain JSON: ${trouble}.`)
  const text = JSON.stringify(value)
  const bytes = Buffer.byteLength(text)
  if (bytes > largestJournaledBytes) {
    throw new TypeError(
      `The ${subject} has ${bytes} bytes; a journal takes ${largestJournaledBytes}. Store it and return its id or hash.`,
    )
  }
  return JSON.parse(text)
}

const notJson = (value: unknown, path: string): string | null => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null
    case 'number':
      return Number.isFinite(value) ? null : `${path} is ${value}`
    case 'object':
      return value === null ? null : notJsonObject(value, path)
    default:
      return `${path} is ${typeof value}`
  }
}

const notJsonObject = (value: object, path: string): string | null => {
  if (path.length > 2000) return `${path.slice(0, 40)}… is nested too deep or in a circle`
  if (Array.isArray(value)) {
    return firstTrouble(value.map((item, index) => [`${path}[${index}]`, item] as const))
  }
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    return `${path} is a ${prototype.constructor?.name ?? 'class instance'}`
  }
  // A field that is undefined is a field that is not there, as in JSON.
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return firstTrouble(fields.map(([name, field]) => [`${path}.${name}`, field] as const))
}

const firstTrouble = (items: readonly (readonly [string, unknown])[]): string | null => {
  for (const [path, item] of items) {
    const trouble = notJson(item, path)
    if (trouble !== null) return trouble
  }
  return null
}

/**
 * Makes one film over the live path against emulated vendors, or goes on with it; whoever started it may kill it at any time.
 *
 * Arguments: run id, JSON of `{ brief, outputDir, pollMs }`; the brief is used where there is no such run yet. Where the vendors are comes from the environment. Prints how it ended as
 * one line of JSON.
 */
import { vendors } from '../../src/catalogue.ts'
import { loadSettings } from '../../src/config/load-settings.ts'
import type { Brief } from '../../src/domain/brief.ts'
import { isStudioError } from '../../src/domain/errors.ts'
import { openExecutingStudio } from '../../src/studio/studio.ts'

const [id, text] = process.argv.slice(2)
if (!id || !text) throw new TypeError('emulated-producer ID TASK')
const { brief, outputDir, pollMs } = JSON.parse(text) as {
  brief: Brief
  outputDir: string
  pollMs: number
}
const urlNames = vendors.flatMap(({ surfaces }) =>
  surfaces.flatMap(({ baseUrlVariable }) => baseUrlVariable ?? []),
)
const settings = { ...loadSettings({ keyNames: [], urlNames }), emulatorPollMs: pollMs }
const access = { mode: 'emulated', timeoutMs: null } as const
const studio = await openExecutingStudio(settings, undefined, access)
const end = (state: string, reason: string): void => {
  process.stdout.write(`${JSON.stringify({ state, reason })}\n`)
}
try {
  if (!(await studio.productions.get(id))) {
    await studio.driver.create({ id, brief, outputDir, until: null })
  }
  const { provider } = await studio.productions.brief(id)
  await studio.checkVendors([provider])
  const run = await studio.driver.run(id, new AbortController().signal)
  end(run.state, run.reason)
} catch (error) {
  if (!isStudioError(error)) throw error
  end(error.code, error.message)
} finally {
  await studio.close()
}

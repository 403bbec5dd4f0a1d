/**
 * Makes one film over the live path against emulated vendors, or goes on with it; whoever started it may kill it at any time.
 *
 * Arguments: run id, JSON of `{ brief, outputDir }`. Where the vendors are comes from the environment. Prints how it ended as
 * one line of JSON.
 */
import { vendors } from '../../src/catalogue.ts'
import { loadSettings } from '../../src/config/load-settings.ts'
import type { Brief } from '../../src/domain/brief.ts'
import { isStudioError } from '../../src/domain/errors.ts'
import { openExecutingStudio } from '../../src/studio.ts'

const [id, text] = process.argv.slice(2)
if (!id || !text) throw new TypeError('emulated-producer ID TASK')
const { brief, outputDir } = JSON.parse(text) as { brief: Brief; outputDir: string }
const urlNames = vendors.flatMap(({ surfaces }) =>
  surfaces.flatMap(({ baseUrlVariable }) => baseUrlVariable ?? []),
)
const settings = { ...loadSettings({ keyNames: [], urlNames }), emulatorPollMs: 40 }
const access = { mode: 'emulated', timeoutMs: null } as const
const studio = await openExecutingStudio(settings, undefined, access)
const end = (state: string, reason: string): void => {
  process.stdout.write(`${JSON.stringify({ state, reason })}\n`)
}
try {
  if (!(await studio.productions.get(id))) {
    await studio.driver.create({ id, brief, outputDir, until: null })
  }
  const run = await studio.driver.run(id, new AbortController().signal)
  end(run.state, run.reason)
} catch (error) {
  if (!isStudioError(error)) throw error
  end(error.code, error.message)
} finally {
  await studio.close()
}

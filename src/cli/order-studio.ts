import type { Funds } from '../domain/money.ts'
import type { ExecutingStudio } from '../studio/studio.ts'
import type { CliContext } from './context.ts'
import { withExecutingStudio } from './context.ts'
import { modeOfFunds } from './run-mode.ts'

/**
 * Use a studio that has the vendors which orders of one kind of money are with.
 *
 * @param timeoutMs longest wait for one job. Default: until it is done
 * @throws StudioError as `openExecutingStudio`
 */
export const withVendorsOf = <Result>(
  context: CliContext,
  funds: Funds,
  use: (studio: ExecutingStudio) => Promise<Result>,
  timeoutMs: number | null = null,
): Promise<Result> => withExecutingStudio(context, use, { mode: modeOfFunds[funds], timeoutMs })

import type { CliContext, Invocation } from './context.ts'
import { printJson, printLine } from './print.ts'

/** Say how far a vendor is with a job that a command waits for: to people at a terminal, and to programs. @param fraction 0…1 */
export const sayProgress = (
  context: CliContext,
  { isJson }: Pick<Invocation, 'isJson'>,
  fraction: number,
): void => {
  if (isJson) printJson(context, { event: 'order-progress', fraction })
  else if (context.isTerminal) printLine(context, `  ${Math.round(fraction * 100)} %`)
}

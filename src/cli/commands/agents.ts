import { StudioError } from '../../domain/errors.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { crew } from '../crew-table.ts'
import { printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `agents list`: the eight roles. */
export const listAgents: Command = async (context, { isJson, paint }) => {
  if (isJson) printJson(context, { agents: crew })
  else {
    context.out(
      textTable(
        [],
        crew.map(({ role, purpose }) => [paint('accent', role), purpose]),
      ),
    )
  }
  return 0
}

/** `agents show`: one role. */
export const showAgent: Command = async (context, { args, isJson, paint }) => {
  const written = args[0] ?? ''
  const member = crew.find(({ role }) => role === written)
  if (!member) {
    const roles = crew.map(({ role }) => role)
    throw new StudioError({
      code: 'not-found',
      message: `There is no role "${written.slice(0, 40)}" in the crew.${suggestion(written, roles)}`,
    })
  }
  if (isJson) {
    printJson(context, member)
    return 0
  }
  printLine(context, paint('title', member.role))
  printLine(context, `  ${member.purpose}`)
  const rows: [string, string][] = [
    ['reads', member.reads.join(', ')],
    ['writes', member.writes.join(', ')],
    ['checked', member.checkedBy],
    ['played by', member.playedBy],
  ]
  context.out(
    textTable(
      [],
      rows.map(([name, text]) => [`  ${paint('dim', name)}`, text]),
    ),
  )
  return 0
}

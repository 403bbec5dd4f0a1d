import { crewRoster } from '../../agents/roster.ts'
import { StudioError } from '../../domain/errors.ts'
import { suggestion } from '../closest.ts'
import type { Command } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import { textTable } from '../text-table.ts'

/** `agents list`: the eight roles. */
export const listAgents: Command = async (context, { isJson, paint }) => {
  if (isJson) printJson(context, { agents: crewRoster })
  else {
    context.out(
      textTable(
        [],
        crewRoster.map(({ role, does, arrives }) => [
          paint('accent', role),
          arrives === 'now' ? does : `${does} Not today: ${arrives}.`,
        ]),
      ),
    )
  }
  return 0
}

/** `agents show`: one role. */
export const showAgent: Command = async (context, { args, isJson, paint }) => {
  const written = args[0] ?? ''
  const member = crewRoster.find(({ role }) => role === written)
  if (!member) {
    const roles = crewRoster.map(({ role }) => role)
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
  printLine(context, `  ${member.does}`)
  const rows: [string, string][] = [
    ['reads', member.inputs],
    ['writes', member.outputs],
    ['decides', member.decides],
    ['checked by code', member.checkedByCode],
    ['works', member.arrives],
  ]
  context.out(
    textTable(
      [],
      rows.map(([name, text]) => [`  ${paint('dim', name)}`, text]),
    ),
  )
  return 0
}

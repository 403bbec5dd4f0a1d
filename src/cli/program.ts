import { Command as Program } from 'commander'
import { themeNames } from '../config/settings.ts'
import { StudioError } from '../domain/errors.ts'
import { suggestion } from './closest.ts'
import { type CommandSpec, commandTable, groupSummaries } from './command-table.ts'
import type { CliContext, Flags } from './context.ts'
import { textFlag } from './context.ts'
import type { Paint } from './paint.ts'
import { painter } from './paint.ts'
import { commandNamed, givenTwice, refuseNoPaths, usageError } from './usage-error.ts'

/** Of every command, and taken before it too: `--json runs list`. */
const jsonOption = ['--json', 'print JSON for programs'] as const

const exitCodeHelp = `
Exit codes: 0 wrapped or done, 1 failed, 2 bad input, 3 paused, 4 waiting for a person,
5 declined at a question (nothing was bought or changed), 130 ended by Ctrl-C at a question or by a second one,
and by the first one when npx runs the program on a terminal (npx ends itself by the signal).
First film: npx --no-install claude-studio produce "A serene mountain lake at sunset" --budget 5
`

/** Writes a page of help, or the version, where it belongs. */
type WritePage = (text: string) => void

/** What every command of the program is made with. */
interface Making {
  readonly context: CliContext
  readonly onExit: (exitCode: number) => void
  readonly onPage: WritePage
}

/**
 * The program with all its commands.
 *
 * @param onExit told the exit code of the command that ran
 * @param onPage given help and version as text, in parts
 */
export const buildProgram = (
  context: CliContext,
  onExit: Making['onExit'],
  onPage: WritePage,
): Program => {
  const making: Making = { context, onExit, onPage }
  const program = prepared(new Program('npx --no-install claude-studio'), making)
    .description('A studio that turns a concept and a budget into a finished film.')
    .version(context.version, '-V, --version', 'print the version')
    .option(...jsonOption)
    .addHelpText('after', exitCodeHelp)
  const groups = new Map<string, Program>()
  for (const spec of commandTable) {
    const words = spec.usage.split(' ').filter((word) => /^[a-z]/.test(word))
    const parent = words.length > 1 ? groupOf(program, groups, words[0] ?? '', making) : program
    addCommand(parent, words.at(-1) ?? '', spec, making)
  }
  for (const parent of [...groups.values(), program]) addHelp(parent, making)
  return program
}

const groupOf = (
  program: Program,
  groups: Map<string, Program>,
  name: string,
  making: Making,
): Program => {
  const known = groups.get(name)
  if (known) return known
  // A group that is a command too: `test-provider` and `test-provider scale`.
  const alike = program.commands.find((command) => command.name() === name)
  const group =
    alike ?? prepared(program.command(name), making).description(groupSummaries[name] ?? '')
  groups.set(name, group)
  return group
}

/** Errors are thrown, never printed here: the top handler prints them once. */
const prepared = (program: Program, { context, onPage }: Making): Program =>
  program
    .exitOverride((error) => {
      throw usageError(program, error)
    })
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .helpOption('-h, --help', 'explain this command')
    .configureOutput({
      writeOut: onPage,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => context.columns,
      getErrHelpWidth: () => context.columns,
    })

/** `help runs show` explains as `runs show --help` does. */
const addHelp = (parent: Program, making: Making): void => {
  prepared(parent.command('help'), making)
    .description('explain a command')
    .argument('[command...]')
    .action((words: readonly string[]) => commandNamed(parent, words).outputHelp())
}

const addCommand = (parent: Program, name: string, spec: CommandSpec, making: Making): void => {
  const { context, onExit } = making
  const command = prepared(parent.command(name), making).description(spec.summary)
  for (const argument of spec.usage.split(' ').filter((word) => /^[<[]/.test(word))) {
    command.argument(argument)
  }
  for (const [flag, description] of spec.options) addOption(command, flag, description)
  command.option(...jsonOption)
  command.action(async () => {
    refuseNoPaths(command)
    const flags: Flags = command.optsWithGlobals()
    const run = await spec.load()
    onExit(
      await run(context, {
        args: command.args,
        flags,
        paint: chosenPaint(context, flags),
        isJson: flags['json'] === true,
      }),
    )
  })
}

/** An option, said once or, where it takes several values, as often as one likes. */
const addOption = (command: Program, flag: string, description: string): void => {
  const option = command.createOption(flag, description)
  const takesList = flag.endsWith(',...>')
  if (takesList) {
    option.argParser((value, before?: string) =>
      before === undefined ? value : `${before},${value}`,
    )
  }
  command.addOption(option)
  if (option.isBoolean() || option.variadic || takesList) return
  let isGiven = false
  command.on(`option:${option.name()}`, () => {
    if (isGiven) throw givenTwice(command, option)
    isGiven = true
  })
}

const chosenPaint = (context: CliContext, flags: Flags): Paint => {
  const written = textFlag(flags, 'theme')
  const theme = themeNames.find(
    (name) => name === (written ?? context.settingsAsFound().settings.theme),
  )
  if (theme) return painter(theme, context.isColoured)
  throw new StudioError({
    code: 'bad-input',
    message: `There is no theme "${(written ?? '').slice(0, 40)}".${suggestion(written ?? '', themeNames)} See \`npx --no-install claude-studio themes\`.`,
  })
}

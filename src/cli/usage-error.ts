import type { CommanderError, Option, Command as Program } from 'commander'
import { StudioError } from '../domain/errors.ts'
import { suggestion } from './closest.ts'

/** A command as it is typed, from the program's name on. */
const typed = (command: Program): string =>
  command.parent ? `${typed(command.parent)} ${command.name()}` : command.name()

/** Where a command is explained. */
const seeHelp = (command: Program): string => `See \`${typed(command)} --help\`.`

const commandNames = (command: Program): readonly string[] =>
  command.commands.map((each) => each.name()).filter((name) => name !== 'help')

const badInput = (message: string, cause?: unknown): StudioError =>
  new StudioError({ code: 'bad-input', message, cause })

/**
 * What commander ended a command line with, in the studio's words and with the page that helps.
 *
 * @param command the one that was asked for, as far as it was understood
 * @returns the error as it is when help or version was asked for, which is no mistake
 */
export const usageError = (command: Program, error: CommanderError): Error => {
  if (error.exitCode === 0) return error
  // Commander's way to say that a group was called without one of its commands.
  if (error.code === 'commander.help') {
    const names = commandNames(command).join(', ')
    return badInput(`Say what \`${typed(command)}\` is to do: ${names}. ${seeHelp(command)}`)
  }
  if (typed(command).endsWith(' secrets set') && echoed.has(error.code)) {
    return badInput(
      `A key is never given on the command line, where the shell's history keeps it: name the key alone, then paste it at the prompt or pipe it in. If one was typed here, take it out of the history. ${seeHelp(command)}`,
    )
  }
  return badInput(`${sentence(error.message)}${conceptHint(error)} ${seeHelp(command)}`, error)
}

/** Errors whose message has words of the command line in it, of which one may be a key. */
const echoed: ReadonlySet<string> = new Set([
  'commander.excessArguments',
  'commander.unknownOption',
])

const sentence = (message: string): string => {
  const text = message
    .replace(/^error: /, '')
    .replace(/\n\(/, ' (')
    .trim()
  const stop = /[.?)]$/.test(text) ? '' : '.'
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${stop}`
}

const conceptHint = ({ code, message }: CommanderError): string =>
  code === 'commander.excessArguments' && message.includes("'produce'")
    ? ' Put a concept of several words in quotes.'
    : ''

/**
 * The command that words name, from a command on: `runs`, `show`.
 *
 * @throws StudioError `bad-input` for a word that is no command
 */
export const commandNamed = (parent: Program, words: readonly string[]): Program =>
  words.reduce((command, word) => {
    const found = command.commands.find((each) => each.name() === word)
    if (found) return found
    throw badInput(
      `There is no command "${word.slice(0, 40)}" of \`${typed(command)}\`.${suggestion(word, commandNames(command))} ${seeHelp(command)}`,
    )
  }, parent)

/**
 * An empty path would silently mean the working folder, and a flag where a path is missing would be eaten.
 *
 * @throws StudioError `bad-input` when a flag that takes a path was given an empty one or another flag
 */
export const refuseNoPaths = (command: Program): void => {
  for (const option of command.options) {
    const [, what] = /<(file|folder|path)/.exec(option.flags) ?? []
    const values = [command.getOptionValue(option.attributeName())].flat()
    if (what === undefined) continue
    const eaten = values.find((value) => value?.startsWith('--'))
    if (eaten !== undefined) {
      throw badInput(
        `${option.long} was given no ${what}: "${eaten.slice(0, 40)}" is a flag. Name a ${what} before it; one of that very name is given as "./${eaten.slice(0, 40)}". ${seeHelp(command)}`,
      )
    }
    if (!values.some((value) => value?.trim() === '')) continue
    throw badInput(
      `${option.long} was given an empty path. Name a ${what}, or leave ${option.long} away. ${seeHelp(command)}`,
    )
  }
}

/** Of two values of one option the last would win without a word. */
export const givenTwice = (command: Program, option: Option): StudioError =>
  badInput(
    `${option.long} was given twice, and it takes one value. Give it once. ${seeHelp(command)}`,
  )

import type { Command } from './context.ts'
import { rigCommands } from './rig-commands.ts'
import { moneyOptions, spendingOptions } from './spending-options.ts'
import { orderCommands, shelfCommands, vendorCommands } from './vendor-commands.ts'

/** One command of the program; its module is loaded when it is called. */
export interface CommandSpec {
  /** Words and arguments as commander writes them: `runs show <run>`. */
  readonly usage: string
  readonly summary: string
  /**
   * Flags and what they are for. `...` at the end of a flag's value means that it takes several, with spaces between them or with
   * `,...` commas, and may be repeated; every other value is given once.
   */
  readonly options: readonly (readonly [flag: string, description: string])[]
  readonly load: () => Promise<Command>
}

const slateHint = 'SLATE is a label such as 3B-1, or PILOT/SLATE where two pilots shot it'

const runs: readonly CommandSpec[] = [
  {
    usage: 'runs list',
    summary: 'all runs, newest first',
    options: [
      ['--limit <count>', 'most runs to list (default 50)'],
      ['--tests', 'tests of providers too (default: they are only counted)'],
    ],
    load: async () => (await import('./commands/runs-list.ts')).listRuns,
  },
  {
    usage: 'runs show <run>',
    summary: 'everything there is to know of a run',
    options: [],
    load: async () => (await import('./commands/runs-show.ts')).showRun,
  },
  {
    usage: 'runs watch <run>',
    summary: 'follow a run that another process works on',
    options: [['--quiet', 'print only how it ended']],
    load: async () => (await import('./commands/runs-steer.ts')).watchRun,
  },
  {
    usage: 'runs resume <run>',
    summary: 'go on with a run that was paused, crashed or failed; pays nothing twice',
    options: [
      ...spendingOptions,
      ['--yes', 'do not ask'],
      ['--quiet', 'print only how it ended'],
      ['--theme <name>', 'colours'],
    ],
    load: async () => (await import('./commands/runs-steer.ts')).resumeRun,
  },
  {
    usage: 'runs continue <run>',
    summary: 'go on past a gate, past the stage of --until, or without shots that are waited for',
    options: [
      ['--until <stage>', 'stop again after this stage'],
      ['--without <shots,...>', 'cut around shots without footage, such as 12C or 3A,3B'],
      ...spendingOptions,
      ['--yes', 'do not ask'],
      ['--quiet', 'print only how it ended'],
      ['--theme <name>', 'colours'],
    ],
    load: async () => (await import('./commands/runs-steer.ts')).continueRun,
  },
  {
    usage: 'runs cancel <run>',
    summary: 'stop a run for good; what was made is kept',
    options: [],
    load: async () => (await import('./commands/runs-steer.ts')).cancelRun,
  },
  {
    usage: 'runs delete <run>',
    summary: 'delete a run and its folder; paid takes go to the cutting-room shelf',
    options: [
      ['--yes', 'do not ask'],
      [
        '--purge-footage',
        'destroy the footage too, also of a run deleted before; else it stays on the disk',
      ],
    ],
    load: async () => (await import('./commands/runs-delete.ts')).deleteRun,
  },
]

const editing: readonly CommandSpec[] = [
  {
    usage: 'takes list <run>',
    summary: 'every take with its scores, price and state',
    options: [['--scene <number>', 'only this scene']],
    load: async () => (await import('./commands/takes.ts')).listTakes,
  },
  {
    usage: 'takes circle <run> <slate>',
    summary: `choose a take for the edit; ${slateHint}`,
    options: [['--note <text>', 'why']],
    load: async () => (await import('./commands/takes-mark.ts')).circleTake,
  },
  {
    usage: 'takes ng <run> <slate>',
    summary: 'mark a take as not good enough; it is kept',
    options: [['--note <text>', 'why']],
    load: async () => (await import('./commands/takes-mark.ts')).rejectTake,
  },
  {
    usage: 'retake <run> <targets...>',
    summary:
      'shoot scenes (3) or shots (3B, or by a take of it: 3B-1) again, then cut and render anew',
    options: [
      [
        '--prompt <text>',
        'what to show instead: who does what, where, when, how near; narration and captions stay',
      ],
      ['--tier <tier>', "shoot it in this tier (default: the pilot's model)"],
      ...spendingOptions,
      ['--yes', 'do not ask'],
      ['--quiet', 'print only how it ended'],
      ['--theme <name>', 'colours'],
    ],
    load: async () => (await import('./commands/retake.ts')).retake,
  },
  {
    usage: 'combine <run>',
    summary:
      'join finished scenes into one file, in the order given: pictures are copied as they are, the sound is encoded once more with 5 ms fades, so that no join clicks',
    options: [
      ['--list', 'list the scenes there are'],
      ['--scenes <numbers,...>', 'such as 1,3,5'],
      [
        '-o, --output <file>',
        'an .mp4 or .mov (default: combined/scenes-1-3-5.mp4 in the folder of the run; with --music scenes-1-3-5-music.mp4)',
      ],
      ['--force', "replace a file that is there already; the run's own films are never replaced"],
      ['--music', 'lay the music of the film under the whole, as one bed'],
    ],
    load: async () => (await import('./commands/combine.ts')).combine,
  },
  {
    usage: 'render <run>',
    summary: "make one of the editor's three cuts the master, or cut anew after takes were circled",
    options: [
      [
        '--candidate <name>',
        'safe, balanced or creative (default: cut anew from the circled takes)',
      ],
      ...moneyOptions,
      ['--yes', 'do not ask'],
      ['--quiet', 'print only how it ended'],
      ['--theme <name>', 'colours'],
    ],
    load: async () => (await import('./commands/render.ts')).render,
  },
  {
    usage: 'qa show <run>',
    summary: 'scores, findings and missing wishes, take by take',
    options: [['--scene <number>', 'only this scene']],
    load: async () => (await import('./commands/qa.ts')).showQa,
  },
]

const house: readonly CommandSpec[] = [
  {
    usage: 'agents list',
    summary: 'the eight roles of the crew',
    options: [],
    load: async () => (await import('./commands/agents.ts')).listAgents,
  },
  {
    usage: 'agents show <role>',
    summary: 'what a role decides, reads and writes',
    options: [],
    load: async () => (await import('./commands/agents.ts')).showAgent,
  },
  ...rigCommands,
  {
    usage: 'budget <run>',
    summary: 'the money trail of a run; --raise-to gives it more',
    options: [
      ['--raise-to <usd>', 'raise its cap, and accept the overrun there is: the run buys again'],
      ['--all', 'lines that moved no money too, such as the orders of a free crew'],
    ],
    load: async () => (await import('./commands/budget.ts')).showBudget,
  },
  {
    usage: 'spend',
    summary: 'money by day, under the caps',
    options: [
      [
        '--month [month]',
        'only this UTC month, or one such as 2026-11 (default: the last 90 days)',
      ],
    ],
    load: async () => (await import('./commands/budget.ts')).showSpend,
  },
  {
    usage: 'disk',
    summary: 'what the footage of runs and of deleted runs takes, and what is free',
    options: [],
    load: async () => (await import('./commands/disk.ts')).showDisk,
  },
  {
    usage: 'config show',
    summary: 'every setting, where it comes from and what it is for',
    options: [],
    load: async () => (await import('./commands/config.ts')).showConfig,
  },
  {
    usage: 'config set <name> [value]',
    summary: "write a setting into the home's settings.json",
    options: [['--default', 'take the name out of the file: its default counts again']],
    load: async () => (await import('./commands/config.ts')).setConfig,
  },
  {
    usage: 'doctor',
    summary: 'check the machine: Node, ffmpeg, voice, fonts, keychain, database, disk',
    options: [['--stop-db', 'stop the embedded database']],
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    usage: 'themes',
    summary: 'colour themes, each in its colours',
    options: [],
    load: async () => (await import('./commands/themes.ts')).listThemes,
  },
]

const produce: CommandSpec = {
  usage: 'produce [concept]',
  summary: 'make a film from a concept and a budget',
  options: [
    ['--brief <file>', 'text or JSON (docs/brief-files.md says its keys); - for standard input'],
    ['--budget <usd>', 'most that may be spent (default 10)'],
    ['--duration <time>', '5 s to 10 min, such as 30 or 1m30s (default 30)'],
    ['--aspect <ratio>', '16:9, 9:16 or 1:1 (default 16:9)'],
    ['--size <pixels>', 'picture size (default 1280x720)'],
    ['--fps <rate>', '12 to 60, such as 24, 25 or 23.976 (default 24)'],
    ['--tier <tier>', 'static-images, motion-graphics, animated or photorealistic'],
    ['--pilots <count>', 'competing pilots, 1 to 4'],
    ['--takes <count>', 'takes of each shot, 1 to 5'],
    [
      '--provider <vendor>',
      'vendor of the footage (default animatic; live the first whose key is set)',
    ],
    ['--audio <what>', 'none, music, voice or full (default full)'],
    ['--voice <name>', "the narrator's voice"],
    ['--music <file>', 'a music file of yours instead of composed music'],
    [
      '--language <tag>',
      'of the narration, such as en or pt-BR (default: the one the concept is written in)',
    ],
    ['--captions <how>', 'burn, sidecar or none (default burn)'],
    [
      '--seed-assets <paths...>',
      'pictures, clips and texts, files or folders; the offline crew keeps them and does not use them',
    ],
    ['--seed <paths...>', 'the same as --seed-assets'],
    ['--random-seed <number>', 'same brief and seed give the same frames'],
    ['--output-dir <folder>', 'default: productions/RUN'],
    ['--run-id <id>', 'default: YYYYMMDD_HHMMSS'],
    [
      '--from <run>',
      'take the brief of an earlier run; flags win over it. With --live the script of a drawn film is bought as it is',
    ],
    ['--until <stage>', 'stop after plan, pilots, shoot, soundtrack, cut, render or deliver'],
    ...spendingOptions,
    ['--dry-run', 'print the itemised quote; spend and write nothing'],
    ['--yes', 'ask nobody: buy what is quoted, and take the gates of the brief as approved'],
    ['--quiet', 'print only the summary'],
    ['--theme <name>', 'colours; see the themes command'],
  ],
  load: async () => (await import('./commands/produce.ts')).produce,
}

/** Every command, in the order of the help. */
export const commandTable: readonly CommandSpec[] = [
  produce,
  ...runs,
  ...orderCommands,
  ...editing,
  ...shelfCommands,
  ...vendorCommands,
  ...house,
]

/** What the groups of commands are for, by their first word. */
export const groupSummaries: Readonly<Record<string, string>> = {
  runs: 'list, follow and steer runs',
  orders: 'what is on order at vendors, and what waits for a person',
  takes: 'look at takes and choose among them',
  qa: 'what review found',
  shelf: 'the cutting-room shelf: footage no cut uses, ready to be cast again',
  agents: 'the crew',
  provider: 'vendors, models and prices',
  config: 'settings',
  secrets: "vendors' keys in the keychain",
}

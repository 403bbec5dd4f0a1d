import type { CommandSpec } from './command-table.ts'
import { spendingOptions } from './spending-options.ts'

const accountHint =
  'with --emulated one of its models may stand for the vendor, to say which of its APIs is meant'

const lookingOptions = [
  ['--live', 'the real account, which is the default: looking spends nothing'],
  [
    '--emulated',
    "the emulator's account on this machine; of Luma's two APIs the one that LUMA_API_KEY would open, else Agents",
  ],
  ['--timeout <seconds>', 'longest wait for an answer of the vendor (default 60)'],
] as const

const testOptions = [
  ...spendingOptions,
  ['--yes', 'do not ask'],
  ['--prompt <text>', 'what is asked for'],
] as const

/** Commands that look at vendors and test them. */
export const rigCommands: readonly CommandSpec[] = [
  {
    usage: 'provider jobs <vendor>',
    summary: `what the account at a vendor holds, where the vendor has a list; ${accountHint}`,
    options: [['--since <time>', 'such as 90m, 12h or 7d (default 7d)'], ...lookingOptions],
    load: async () => (await import('./commands/provider-jobs.ts')).listJobs,
  },
  {
    usage: 'provider status <vendor> <job>',
    summary: `how a job stands, by the vendor's id; ${accountHint}`,
    options: lookingOptions,
    load: async () => (await import('./commands/provider-jobs.ts')).showJob,
  },
  {
    usage: 'provider download <vendor> <job>',
    summary: 'fetch what a finished job delivered: whole and looked into, or not at all',
    options: [
      ['-o, --output <file>', 'default: VENDOR-JOB.mp4 in the working folder'],
      ['--force', 'replace a file that is there already'],
      ...lookingOptions,
    ],
    load: async () => (await import('./commands/provider-download.ts')).downloadJob,
  },
  {
    usage: 'provider check [vendors...]',
    summary:
      "keys, balances, limits, and where our tables are not the vendor's any more; spends nothing",
    options: lookingOptions,
    load: async () => (await import('./commands/provider-check.ts')).checkProviders,
  },
  {
    usage: 'test-provider <model>',
    summary:
      "one order outside of any film, to a vendor's cheapest model or to vendor/model; without --live or --emulated only what would be sent",
    options: [
      ...testOptions,
      ['--duration <seconds>', 'length of the clip (default: the shortest there is)'],
      ['--image <file>', 'a PNG or JPEG that the clip starts from'],
      ['--aspect <ratio>', '16:9, 9:16 or 1:1 (default 16:9)'],
      ['--size <pixels>', 'picture size (default 1280x720)'],
      [
        '-o, --output <file>',
        'where the clip goes (default: in the home, in the folder of its run)',
      ],
      ['--force', 'replace a file that is there already'],
    ],
    load: async () => (await import('./commands/test-provider.ts')).testProvider,
  },
  {
    usage: 'test-provider scale <model>',
    summary:
      'find out how many orders a vendor takes at once and a minute, and how long they wait, by buying its cheapest clips under a cap',
    options: [
      [
        '--cap <usd>',
        'most that may be spent; without it nothing is bought, and a vendor is only asked what it tells',
      ],
      ['--most <count>', 'orders that are tried at once, at most (default 12)'],
      ...testOptions,
    ],
    load: async () => (await import('./commands/test-provider-scale.ts')).scaleProvider,
  },
]

import type { CommandSpec } from './command-table.ts'
import { moneyOptions } from './spending-options.ts'

const orderHint = 'ORDER is a key, or the end of one: 12C/3'

/** Orders at vendors, and what a person decides about them. */
export const orderCommands: readonly CommandSpec[] = [
  {
    usage: 'orders list [run]',
    summary: 'what is on order at vendors, of a run or of all, with the money that is held for it',
    options: [
      ['--open', 'all that is not closed (default)'],
      ['--parked', 'only what waits for a person'],
      ['--all', 'closed ones too'],
    ],
    load: async () => (await import('./commands/orders.ts')).listOrders,
  },
  {
    usage: 'orders show <order>',
    summary: `all that is known of an order, and what can be done about it; ${orderHint}`,
    options: [],
    load: async () => (await import('./commands/orders.ts')).showOrder,
  },
  {
    usage: 'orders reconcile [run]',
    summary: `ask the vendors about everything open or parked, of a run, of all, or about one ORDER; sends and buys nothing; ${orderHint}`,
    options: [],
    load: async () => (await import('./commands/orders-reconcile.ts')).reconcileOrders,
  },
  {
    usage: 'orders resolve <order>',
    summary: `decide about a parked order; ${orderHint}`,
    options: [
      ['--adopt <job>', 'it is this job at the vendor: its id, or the whole as JSON'],
      ['--resubmit', 'send it again; it may be paid twice'],
      ['--write-off', 'give it up; what is held counts as billed'],
      [
        '--billed <usd>',
        "with --write-off: what the vendor's account shows instead, 0 for nothing",
      ],
      [
        '--timeout <seconds>',
        'longest wait for the adopted job, and for one job of the run that goes on (default: until it is done)',
      ],
      ['--yes', 'do not ask'],
      ['--quiet', 'print only how the run ended'],
      ['--theme <name>', 'colours'],
    ],
    load: async () => (await import('./commands/orders-resolve.ts')).resolveOrder,
  },
]

/** Footage that no film uses. */
export const shelfCommands: readonly CommandSpec[] = [
  {
    usage: 'salvage',
    summary: 'bring home footage that was paid for and never collected; spends nothing',
    options: [
      ['--provider <vendor>', 'only this vendor (default: all whose key is set)'],
      ['--since <time>', 'jobs of nobody since then, such as 7d, 24h or 2026-11-01 (default 7d)'],
      ['--job <id>', "with --provider: only this job, by the vendor's id, whatever its age"],
      ['--dry-run', 'say what would be done; change nothing'],
      ['--live', 'the accounts at real vendors (the default)'],
      ['--emulated', 'the accounts at the emulator'],
    ],
    load: async () => (await import('./commands/salvage.ts')).salvageFootage,
  },
  {
    usage: 'shelf list',
    summary: 'footage that no cut uses, newest first',
    options: [
      ['--funds <kind>', 'only what was paid with real, emulated or simulated money'],
      ['--all', 'what a film shows by now, too'],
    ],
    load: async () => (await import('./commands/shelf.ts')).listShelf,
  },
  {
    usage: 'shelf show <clip>',
    summary: 'everything there is to know of a clip: prompt, cost, where it comes from, its file',
    options: [],
    load: async () => (await import('./commands/shelf.ts')).showClip,
  },
  {
    usage: 'shelf search <words>',
    summary: 'clips whose prompt, picture or review has these words',
    options: [['--funds <kind>', 'only what was paid with real, emulated or simulated money']],
    load: async () => (await import('./commands/shelf.ts')).searchClips,
  },
  {
    usage: 'shelf cast <clip>',
    summary:
      'show a clip in a film: it becomes the circled take of a shot; only its review by the crew may cost',
    options: [
      ['--run <run>', 'the film'],
      ['--shot <shot>', 'the shot, such as 2A, or p1/2A while two pilots compete'],
      ...moneyOptions,
      ['--yes', 'do not ask about what the review by the crew costs'],
    ],
    load: async () => (await import('./commands/shelf-cast.ts')).castClip,
  },
]

/** Vendors, their keys, and the emulator of them. */
export const vendorCommands: readonly CommandSpec[] = [
  {
    usage: 'provider list',
    summary: 'vendors and models with limits, prices, their sources and dates',
    options: [['--port <name>', 'video, image, speech, music or llm']],
    load: async () => (await import('./commands/providers.ts')).listProviders,
  },
  {
    usage: 'provider show <vendor>',
    summary:
      "a vendor's models (or vendor/model for one), prices, limits and keys, and how a lost order is found again",
    options: [
      [
        '--end-rest',
        'order from it again with the key that is set now, though it asked to be left alone (a Retry-After)',
      ],
      ['--all-keys', 'with --end-rest: with every other key and at every other address, too'],
    ],
    load: async () => (await import('./commands/provider-show.ts')).showProvider,
  },
  {
    usage: 'secrets list',
    summary: "vendors' keys and where each is set; never what they are",
    options: [],
    load: async () => (await import('./commands/secrets.ts')).listSecrets,
  },
  {
    usage: 'secrets set <name>',
    summary: 'put a key into the keychain, from a prompt that shows nothing or from a pipe',
    options: [],
    load: async () => (await import('./commands/secrets.ts')).setSecret,
  },
  {
    usage: 'secrets delete <name>',
    summary: 'take a key out of the keychain',
    options: [],
    load: async () => (await import('./commands/secrets.ts')).deleteSecret,
  },
  {
    usage: 'secrets import <file>',
    summary: "put the vendors' keys of a .env file into the keychain",
    options: [],
    load: async () => (await import('./commands/secrets.ts')).importSecrets,
  },
  {
    usage: 'emulate',
    summary:
      'play the vendors on this machine, so that nothing costs money, until Ctrl-C; prints where to point a shell',
    options: [
      ['--port <number>', 'port of 127.0.0.1 (default: any that is free)'],
      [
        '--vendor <names...>',
        'luma, luma-legacy, runway or anthropic; may be repeated (default: all)',
      ],
      [
        '--folder <folder>',
        "where accounts and clips are kept (default: emulator in the studio's home)",
      ],
      ['--faults <file>', 'JSON list of what is to go wrong; see docs/emulator.md'],
    ],
    load: async () => (await import('./commands/emulate.ts')).emulate,
  },
]

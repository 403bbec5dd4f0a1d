import { z } from 'zod'
import { isUsd, parseUsd, type Usd } from '../domain/money.ts'
import type { KeyRing } from './key-ring.ts'

/** Colour themes of the command line. */
export const themeNames = ['default', 'ocean', 'sunset', 'matrix', 'pro', 'neon', 'mono'] as const

/** One of {@link themeNames}. */
export type ThemeName = (typeof themeNames)[number]

/** Weaknesses of the drawn footage, for tests and for trying out retakes. */
export interface AnimaticSettings {
  /** Share of what a shot asks for that is really drawn, 0…1. */
  readonly adherence: number
  /** How far a cast member's look wanders from take to take, 0…1. */
  readonly drift: number
  /** Milliseconds that every job waits before it is done. */
  readonly latencyMs: number
  /** Share of orders that are refused, 0…1. */
  readonly refusals: number
}

/** What a home's `settings.json` may hold. */
export interface StoredSettings {
  readonly databaseUrl: string | null
  readonly ffmpegPath: string
  readonly ffprobePath: string
  readonly outputRoot: string
  readonly theme: ThemeName
  readonly dayCapUsd: number | null
  readonly monthCapUsd: number | null
  readonly mediaJobs: number
  readonly drawingThreads: number
  readonly databaseIdleSeconds: number
  readonly trustedHosts: readonly string[]
  readonly crewModel: string
  readonly emulatorPollMs: number
  readonly animatic: AnimaticSettings
}

/** Settings as the studio uses them: the stored ones with the environment laid over, the home and the keys. */
export interface Settings extends StoredSettings {
  /** Absolute path of the folder with the footage, `settings.json` and, but for root, the embedded database. */
  readonly home: string
  /** Vendors' keys by the catalogue's name of the variable. Never printed. */
  readonly keys: KeyRing
  /** Where to reach vendors that are not at their own address, by the name of the variable; without a slash at the end. */
  readonly baseUrls: { readonly [variable: string]: string }
}

const share = z.number().min(0).max(1)

/** Dollars as the ledger counts them: what is saved here must be money there. */
const moneyCap = z.number().positive().refine(isUsd).nullable()

const animaticFields = {
  adherence: share.default(1).describe('share of what a shot asks for that is drawn, 0…1'),
  drift: share.default(0).describe("how far a cast member's look wanders, 0…1"),
  latencyMs: z
    .int()
    .min(0)
    .max(3_600_000)
    .default(0)
    .describe('milliseconds every job waits before it is done'),
  refusals: share.default(0).describe('share of orders that are refused, 0…1'),
}

const fields = {
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .nullable()
    .default(null)
    .describe('PostgreSQL to use; null runs the embedded one'),
  ffmpegPath: z.string().min(1).default('ffmpeg').describe('the ffmpeg program'),
  ffprobePath: z.string().min(1).default('ffprobe').describe('the ffprobe program'),
  outputRoot: z
    .string()
    .min(1)
    .default('productions')
    .describe('folder for finished productions; relative to the working folder'),
  theme: z.enum(themeNames).default('default').describe('colours of the command line'),
  dayCapUsd: moneyCap
    .default(25)
    .describe('most real dollars spent in one UTC day; null for no cap'),
  monthCapUsd: moneyCap
    .default(null)
    .describe('most real dollars spent in one UTC month; null for no cap'),
  mediaJobs: z.int().min(1).max(16).default(2).describe('ffmpeg jobs at the same time'),
  drawingThreads: z.int().min(1).max(32).default(2).describe('threads that draw footage'),
  databaseIdleSeconds: z
    .int()
    .min(1)
    .max(86_400)
    .default(60)
    .describe('seconds without clients after which the embedded database stops'),
  trustedHosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/i, 'must be a host name'))
    .default([])
    .describe("hosts beside the catalogue's that may be sent a vendor's key"),
  crewModel: z
    .string()
    .regex(/^[a-z-]+\/\S+$/, 'must be a model')
    .default('anthropic/claude-sonnet-5-5')
    .describe('language model that is the crew of live runs'),
  emulatorPollMs: z
    .int()
    .min(10)
    .max(60_000)
    .default(250)
    .describe('milliseconds between two looks at a job of the emulator'),
  animatic: z
    .strictObject(animaticFields)
    .prefault({})
    .describe('weaknesses of the drawn footage, for tests'),
}

/** The one schema of settings: defaults, ranges and a description each. Unknown names are refused. */
export const settingsSchema: z.ZodType<StoredSettings> = z.strictObject(fields)

/** The caps on real money that settings ask for; null for none. */
export const realCaps = ({
  dayCapUsd,
  monthCapUsd,
}: Pick<StoredSettings, 'dayCapUsd' | 'monthCapUsd'>): readonly {
  readonly scope: 'day' | 'month'
  readonly funds: 'real'
  readonly cap: Usd | null
}[] => [
  { scope: 'day', funds: 'real', cap: dayCapUsd === null ? null : parseUsd(dayCapUsd) },
  { scope: 'month', funds: 'real', cap: monthCapUsd === null ? null : parseUsd(monthCapUsd) },
]

/** One setting, for `config show`, the help and the docs. */
export interface SettingEntry {
  /** Dotted name: `animatic.drift`. */
  readonly name: string
  readonly description: string
  /** Default as JSON text. */
  readonly byDefault: string
}

/** Every setting in the order of the schema. */
export const settingEntries = (): readonly SettingEntry[] => {
  const defaults = settingsSchema.parse({})
  const entry = (name: string, value: unknown, description = ''): SettingEntry => ({
    name,
    description,
    byDefault: JSON.stringify(value),
  })
  return Object.entries(fields).flatMap(([name, field]) =>
    name === 'animatic'
      ? Object.entries(animaticFields).map(([inner, schema]) =>
          entry(
            `animatic.${inner}`,
            defaults.animatic[inner as keyof AnimaticSettings],
            schema.description,
          ),
        )
      : [entry(name, defaults[name as keyof StoredSettings], field.description)],
  )
}

/** A value in the settings that cannot be used. */
export interface SettingProblem {
  /** Dotted name, as `config show` lists it; a name that is no setting when it is not known. */
  readonly name: string
  /** What it must be, in words: `must be a number from 0 to 1`. */
  readonly message: string
}

/** What is wrong with settings, one problem a name. */
export const settingProblems = (error: z.ZodError): readonly SettingProblem[] => {
  const all = error.issues.flatMap((issue): readonly SettingProblem[] => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        name: [...path, key].join('.'),
        message: 'is not a setting',
      }))
    }
    const name = path.slice(0, path[0] === 'animatic' ? 2 : 1).join('.')
    return [{ name, message: `must be ${allowedValues(name)}` }]
  })
  return [...new Map(all.map((problem) => [problem.name, problem])).values()]
}

const moneyWords = 'an amount of dollars above 0 with at most six decimals, such as 12.50, or null'

/** Patterns and amounts of money have no words of their own. */
const patternWords: { readonly [name: string]: string } = {
  dayCapUsd: moneyWords,
  monthCapUsd: moneyWords,
  databaseUrl: 'an address that begins with postgres://, or null',
  crewModel: 'a model of the catalogue, such as anthropic/claude-sonnet-5-5',
  trustedHosts: 'a list of host names, such as ["films.example.com"]',
}

/** What a setting may be, in words, from its schema. */
const allowedValues = (name: string): string => {
  const [outer = '', inner] = name.split('.')
  const field =
    inner === undefined
      ? fields[outer as keyof typeof fields]
      : animaticFields[inner as keyof typeof animaticFields]
  if (name === 'animatic') {
    return `an object that may hold ${Object.keys(animaticFields).join(', ')}`
  }
  return patternWords[name] ?? schemaWords(z.toJSONSchema(field, { io: 'input' }))
}

const schemaWords = (schema: z.core.JSONSchema.BaseSchema): string => {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`
  if (schema.type !== 'number' && schema.type !== 'integer') return 'a text that is not empty'
  const kind = schema.type === 'integer' ? 'a whole number' : 'a number'
  return `${kind} from ${schema.minimum} to ${schema.maximum}`
}

/** Problems as one text: `theme must be one of …; mediaJobs must be …`. */
export const problemsText = (problems: readonly SettingProblem[]): string =>
  problems.map(({ name, message }) => `${name} ${message}`).join('; ')

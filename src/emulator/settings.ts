import { z } from 'zod'
import { type EmulatedVendor, emulatedVendors } from './vendors.ts'

/** How one vendor's account and machines are set up. */
export interface VendorSettings {
  /** How long a job waits before work on it begins, in milliseconds. */
  readonly queuedMs: number
  /** How long the work takes, in milliseconds. */
  readonly runMs: number
  /** How long the address of a clip can be used, in milliseconds. */
  readonly linkLifeMs: number
  /** Jobs at work at once, for each model; null for no limit. */
  readonly slots: number | null
  /** Orders a minute, over any 60 seconds; null for no limit. */
  readonly ordersPerMinute: number | null
  /** Jobs a day, for each model; null for no limit. */
  readonly dailyJobs: number | null
  /** What the account was filled up to, in micro-dollars. */
  readonly fundsMicroUsd: number
}

const hourMs = 3_600_000

const common = {
  queuedMs: 1000,
  runMs: 4000,
  /** Luma's is 30 (its guide on errors, read 2026-11-30): for jobs that take minutes, not seconds. */
  ordersPerMinute: null,
  dailyJobs: null,
  fundsMicroUsd: 1_000_000_000,
}

/** What holds where nothing else is said. The pace is the emulator's own: a vendor takes minutes. */
const defaultSettings: Readonly<Record<EmulatedVendor, VendorSettings>> = {
  luma: {
    ...common,
    linkLifeMs: hourMs, // docs.agents.lumalabs.ai/guides/error-handling "presigned URL expiry", read 2026-11-30
    slots: 10, // docs.agents.lumalabs.ai/guides/error-handling "default limit: 10 concurrent jobs", read 2026-11-30
  },
  'luma-legacy': {
    ...common,
    linkLifeMs: hourMs, // the vendor does not say; as its other API, docs.agents.lumalabs.ai, read 2026-11-30
    slots: null,
  },
  runway: {
    ...common,
    linkLifeMs: 24 * hourMs, // @runwayml/sdk 4.20.1 resources/tasks.d.ts "expire within 24-48 hours", read 2026-11-30
    slots: 3, // docs.dev.runwayml.com usage tiers, tier 2, read 2026-11-23
    dailyJobs: 1000, // docs.dev.runwayml.com usage tiers, tier 2 "500-1000", read 2026-11-23
  },
  anthropic: { ...common, queuedMs: 0, runMs: 0, linkLifeMs: 0, slots: null },
}

/** A change of settings while the emulator runs; what it does not name stays. Without a vendor it holds for all. */
export type SettingsChange = { readonly vendor?: EmulatedVendor | undefined } & {
  readonly [Name in keyof VendorSettings]?: VendorSettings[Name] | undefined
}

/** Reads a {@link SettingsChange}. */
export const settingsChange: z.ZodType<SettingsChange> = z.strictObject({
  vendor: z.enum(emulatedVendors).optional(),
  queuedMs: z.int().min(0).optional(),
  runMs: z.int().min(0).optional(),
  linkLifeMs: z.int().min(0).optional(),
  slots: z.int().min(1).nullable().optional(),
  ordersPerMinute: z.int().min(1).nullable().optional(),
  dailyJobs: z.int().min(1).nullable().optional(),
  fundsMicroUsd: z.int().min(0).optional(),
})

/** The settings in force. */
export interface SettingsBoard {
  of(vendor: EmulatedVendor): VendorSettings
  change(change: SettingsChange): void
}

/** A board with the defaults, and the changes given upon them. */
export const settingsBoard = (changes: readonly SettingsChange[]): SettingsBoard => {
  const kept = { ...defaultSettings }
  const change = ({ vendor, ...values }: SettingsChange): void => {
    const named = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== undefined),
    )
    for (const each of vendor ? [vendor] : emulatedVendors) kept[each] = { ...kept[each], ...named }
  }
  for (const each of changes) change(each)
  return { of: (vendor) => kept[vendor], change }
}

/** An instant for tables, to the second: `2026-11-30 10:00:00`, in UTC, which the heading says; empty for none. */
export const utcSeconds = (iso: string | null): string => iso?.slice(0, 19).replace('T', ' ') ?? ''

/** The same to the minute: `2026-11-30 10:00`. */
export const utcMinute = (iso: string | null): string => utcSeconds(iso).slice(0, 16)

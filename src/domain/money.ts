import { StudioError } from './errors.ts'

declare const usdUnit: unique symbol

/** Money in whole micro-dollars (1 USD = 1 000 000). May be negative in differences. Exact below 9 billion dollars. */
export type Usd = number & { readonly [usdUnit]: 'micro-usd' }

/** Whose money: a vendor's bill, the emulator's ledger, or the stand-ins' price list. */
export type Funds = 'real' | 'emulated' | 'simulated'

/** No money. */
export const zeroUsd: Usd = 0 as Usd

/**
 * Money from a whole number of micro-dollars.
 *
 * @throws TypeError for fractions and for amounts beyond exact integers
 */
export const microUsd = (micros: number): Usd => {
  if (!Number.isSafeInteger(micros)) {
    throw new TypeError(`Money is whole micro-dollars; got ${micros}`)
  }
  return (micros === 0 ? 0 : micros) as Usd
}

/**
 * Money from a decimal a person wrote: `5`, `"12.50"`, `"$0.004"`. At most six decimals.
 *
 * @throws StudioError `bad-input` for anything else
 */
export const parseUsd = (text: string | number): Usd => {
  const amount = readUsd(text)
  if (amount !== null) return amount
  throw new StudioError({
    code: 'bad-input',
    message: `"${String(text).trim().slice(0, 40)}" is not an amount of money. Write dollars with at most six decimals, such as 5 or 12.50.`,
  })
}

/** Whether a decimal is an amount of money that {@link parseUsd} reads: for schemas. */
export const isUsd = (text: string | number): boolean => readUsd(text) !== null

const readUsd = (text: string | number): Usd | null => {
  const match = /^(-?)\$?(\d{1,9})(?:\.(\d{1,6}))?$/.exec(String(text).trim())
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const micros = Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'))
  return microUsd(sign === '-' ? -micros : micros)
}

/** The sum of amounts; zero for none. */
export const sumUsd = (...amounts: readonly Usd[]): Usd =>
  microUsd(amounts.reduce<number>((total, amount) => total + amount, 0))

/** `left - right`; negative when right is more. */
export const subtractUsd = (left: Usd, right: Usd): Usd => microUsd(left - right)

/** An amount times a factor, rounded up to the next micro-dollar, so that a quote is never short. */
export const scaleUsd = (amount: Usd, factor: number): Usd => {
  const exact = amount * factor
  const nearest = Math.round(exact)
  // A factor such as 0.1 is off by half a unit in its last place, and so is the product: a whole result may look like a bit more.
  const offBy = Math.abs(exact) * 2 * Number.EPSILON
  return microUsd(Math.abs(exact - nearest) <= offBy ? nearest : Math.ceil(exact))
}

/** The smaller amount. */
export const minUsd = (left: Usd, right: Usd): Usd => (left < right ? left : right)

/** The larger amount. */
export const maxUsd = (left: Usd, right: Usd): Usd => (left > right ? left : right)

/**
 * Dollars for people: tenths of a cent where there are any, finer only what is less than a cent: `$3.10`, `$0.345`,
 * `$0.0042`, `-$1.00`. For prices and limits, where the last digit decides, see {@link exactUsd}.
 */
export const formatUsd = (amount: Usd): string => {
  if (Math.abs(amount) < 10_000) return exactUsd(amount)
  return exactUsd(microUsd(Math.sign(amount) * Math.round(Math.abs(amount) / 1000) * 1000))
}

/** Dollars that are needed, for people: as {@link formatUsd}, and never less than the amount. */
export const neededUsd = (amount: Usd): string => formatUsd(tenthsOfACent(amount, Math.ceil))

/** Dollars that are free, for people: as {@link formatUsd}, and never more than the amount. */
export const freeUsd = (amount: Usd): string => formatUsd(tenthsOfACent(amount, Math.floor))

const tenthsOfACent = (amount: Usd, round: (tenths: number) => number): Usd =>
  Math.abs(amount) < 10_000 ? amount : microUsd(round(amount / 1000) * 1000)

/** The most that somebody is asked to pay, for people: to the cent, and never less than the amount. */
export const atMostUsd = (amount: Usd): string =>
  exactUsd(microUsd(Math.ceil(amount / 10_000) * 10_000))

/** Dollars to the micro-dollar, with at least two decimals: `$3.10`, `$0.24168`. */
export const exactUsd = (amount: Usd): string => {
  const dollars = (Math.abs(amount) / 1_000_000).toFixed(6)
  return `${amount < 0 ? '-' : ''}$${dollars.replace(/0{1,4}$/, '')}`
}

/** Dollars as a JSON number, exact to the micro-dollar: 3.1 for 3 100 000. */
export const dollarsOf = (amount: Usd): number => Number((amount / 1_000_000).toFixed(6))

/** What is left of a cap beside what is used of it; nothing where more is. */
export const leftUnder = (cap: Usd, ...used: readonly Usd[]): Usd =>
  maxUsd(zeroUsd, subtractUsd(cap, sumUsd(...used)))

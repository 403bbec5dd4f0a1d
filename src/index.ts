/** The public API: what is not listed here may change any day. */
export { catalogue } from './catalogue.ts'
export { loadSettings, type SettingSources } from './config/load-settings.ts'
export type { Settings } from './config/settings.ts'
export type { Brief } from './domain/brief.ts'
export type { Cut } from './domain/cut.ts'
export { type ErrorCode, isStudioError, StudioError } from './domain/errors.ts'
export type { IntentContract } from './domain/intent-contract.ts'
export { dollarsOf, formatUsd, parseUsd, type Usd } from './domain/money.ts'
export type { Plan } from './domain/plan.ts'
export type { Production, ProductionEvent, Stage } from './domain/production.ts'
export type { Review, Scores } from './domain/review.ts'
export type { Script } from './domain/script.ts'
export type { Take } from './domain/take.ts'
export { parseRate, type Rate } from './domain/time.ts'
export type { ProductionDriver } from './production/production-driver.ts'
export type { Quote } from './production/quote.ts'
export { collectReport, type Report } from './production/report.ts'
export {
  type ExecutingStudio,
  openExecutingStudio,
  openStudio,
  type Studio,
} from './studio/studio.ts'

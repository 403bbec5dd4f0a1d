import { isAccountTrouble, type VendorTrouble } from '../domain/errors.ts'
import { type Production, remakeCommand } from '../domain/production.ts'
import type { ShotId } from '../domain/slate.ts'

/** What a person needs to know of the vendor of a model to set a trouble right there. */
export interface VendorContact {
  /** Site where its accounts, keys and credit are looked after; null where it is not known. */
  readonly site: string | null
  /** Where a job that nobody can tell of is looked for, as words after `Look for it`; empty for who keeps none. */
  readonly lookAt: string
  /** Whether the vendor lists an account's jobs: asked again, it may tell of one that was lost. */
  readonly hasList: boolean
  /** Which key it was that is not taken, where that is set, and how another is, as sentences; null where no key of a person's is sent. */
  readonly keyRemedy: string | null
}

/** The vendor of a model as people reach it. */
export type Contact = (model: string) => VendorContact

/** How far a single order or question came, with which no film goes on: `unsent` for one that never left this machine. */
export type Course = 'nothing' | 'unsent'

/** What a person can do about a vendor's trouble, by whom and for what it was asked. */
interface Remedy {
  /** For a film; `RUN` and `SHOT` stand for its own, `REMAKE` for the command that makes it anew. */
  readonly film: string
  /** For a single order or question, where there is no run to go on with. */
  readonly alone: string
}

const secretsList = '`npx --no-install claude-studio secrets list`'

const remedyFor = (trouble: VendorTrouble, { site, keyRemedy }: VendorContact): Remedy => {
  const there = site === null ? "on the vendor's site" : `at ${site}`
  switch (trouble) {
    case 'vendor-key-missing':
      return toGoOn(`Set the key: ${secretsList} names the variables and how they are set.`)
    case 'vendor-key-refused':
      return toGoOn(
        keyRemedy ??
          `The vendor does not take this key. Make a new one ${there} and set it: ${secretsList} names the variables.`,
      )
    case 'vendor-no-credit':
      return toGoOn(
        `The account has no money left, or is at a limit of its own: add credit or raise the limit ${there}.`,
      )
    case 'vendor-no-permission':
      return toGoOn(
        `The account may not do this: see ${there} what it may, or take another vendor or model.`,
      )
    case 'vendor-region':
      return {
        film: 'The vendor does not serve this region. Make the film with another vendor, by its name: `REMAKE --provider NAME`.',
        alone: 'The vendor does not serve this region: take another vendor.',
      }
    case 'vendor-day-limit':
      return toGoOn(
        `The account has reached the vendor's limit for today: wait until tomorrow, or raise the limit ${there}.`,
      )
    case 'model-retired':
      return {
        film: 'The vendor no longer offers this model. Make the film with another: `REMAKE`; `npx --no-install claude-studio provider list` shows what there is.',
        alone:
          'The vendor no longer offers this model: take another; `npx --no-install claude-studio provider list` shows what there is.',
      }
    case 'prompt-too-long':
      return {
        film: 'Shorten what the shot asks for: `npx --no-install claude-studio retake RUN SHOT --prompt "…"`.',
        alone: 'Ask in fewer words, or take a model that reads more.',
      }
    case 'image-too-large':
      return {
        film: 'The vendor does not take the frame that the shot starts from. Shoot it on another model: `npx --no-install claude-studio retake RUN SHOT --tier TIER`.',
        alone: 'Give it a smaller picture, or take another model.',
      }
    case 'content-refused':
      return {
        film: 'The vendor refuses what the shot shows. Say it otherwise: `npx --no-install claude-studio retake RUN SHOT --prompt "…"`, or take another vendor.',
        alone: 'The vendor refuses what is asked for: say it otherwise, or take another vendor.',
      }
    case 'request-refused':
      return {
        film: 'This request is not taken as it is; the words above say why. `npx --no-install claude-studio provider check` compares what we send with what it takes. Ask otherwise: `npx --no-install claude-studio retake RUN SHOT --prompt "…"`.',
        alone:
          'The same request would be turned away again; the words above say why. `npx --no-install claude-studio provider check` compares what we send with what it takes.',
      }
  }
}

const toGoOn = (text: string): Remedy => ({ film: `${text} Then resume the run.`, alone: text })

/**
 * What a person can do about a trouble with a single order or question, as sentences: the one place that says it. Adapters tell
 * what was asked and what came back.
 */
export const troubleRemedy = (
  trouble: VendorTrouble,
  contact: VendorContact,
  course: Course,
): string =>
  course === 'unsent' && trouble === 'request-refused'
    ? 'Ask otherwise.'
    : remedyFor(trouble, contact).alone

/** A film that something is ordered for. */
export type OrderingRun = Pick<Production, 'id' | 'funds'>

/** What a person can do about a trouble with something that a film needs, as sentences with its run in them. */
export const filmRemedy = (
  trouble: VendorTrouble,
  contact: VendorContact,
  run: OrderingRun,
): string => {
  const { film, alone } = remedyFor(trouble, contact)
  // What is wrong with one question of the crew's is not set right by taking a shot again.
  return isAccountTrouble(trouble) ? withRun(film, run) : alone
}

/** What a person can do about a question that the vendor of the crew does not answer, as sentences. */
export const crewRemedy = (
  trouble: VendorTrouble,
  contact: VendorContact,
  run: OrderingRun,
): string =>
  isAccountTrouble(trouble) && !isOfModel(trouble)
    ? filmRemedy(trouble, contact, run)
    : 'It would be turned away again. Take another crew model (`npx --no-install claude-studio config set crewModel VENDOR/MODEL`), then resume the run.'

/** Whether only another model, or another vendor's, helps. */
const isOfModel = (trouble: VendorTrouble): boolean =>
  trouble === 'vendor-region' || trouble === 'model-retired'

/** What a person can do about a shot that its vendor will not make, as sentences with the run and the shot in them. */
export const shotRemedy = (
  trouble: VendorTrouble,
  contact: VendorContact,
  {
    run,
    shot,
    isOmittable,
  }: {
    readonly run: OrderingRun
    readonly shot: ShotId
    /** Whether the film can be made without it. */
    readonly isOmittable: boolean
  },
): string => {
  const remedy = withRun(remedyFor(trouble, contact).film, run).replaceAll('SHOT', shot)
  return isOmittable
    ? `${remedy} Or cut around it: \`npx --no-install claude-studio runs continue ${run.id} --without ${shot}\`.`
    : remedy
}

const withRun = (text: string, run: OrderingRun): string =>
  text.replaceAll('REMAKE', remakeCommand(run)).replaceAll(/\bRUN\b/g, run.id)

/** The command that asks for a shot otherwise, where its vendor will not make it as it is. */
export const otherwiseCommand = (trouble: VendorTrouble, id: string, shot: ShotId): string =>
  `npx --no-install claude-studio retake ${id} ${shot} ${trouble === 'image-too-large' ? '--tier TIER' : '--prompt "…"'}`

/** The command that begins anew where no shot of any pilot is made: there is no film yet of which a shot could be taken again. */
export const anewCommand = (run: OrderingRun): string =>
  remakeCommand(run).replace(' produce ', ' produce "…" ')

/** What a person can do where no shot of any pilot is made, as a sentence. */
export const anewRemedy = (run: OrderingRun): string =>
  `Make the film anew in other words, or with another vendor: \`${anewCommand(run)}\`.`

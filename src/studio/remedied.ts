import { isStudioError, isVendorTrouble, StudioError } from '../domain/errors.ts'
import type { VendorAccount } from '../ports/vendor-account.ts'
import type { VideoModel } from '../ports/video-model.ts'
import { type Contact, troubleRemedy } from '../production/trouble-remedy.ts'
import type { Vendors } from './vendors.ts'

/** Vendors whose errors say, behind what was asked and answered, what a person can do about it. */
export const withRemedies = (vendors: Vendors, contact: Contact): Vendors => ({
  ...vendors,
  account: (vendor) => remediedAccount(vendors.account(vendor), contact),
  videoModel: (id) => remediedModel(vendors.videoModel(id), contact),
})

const remediedAccount = (account: VendorAccount, contact: Contact): VendorAccount => {
  const { vendor, jobs } = account
  const told = <Result>(ask: Promise<Result>): Promise<Result> =>
    ask.catch((error: unknown) => {
      throw remedied(error, `${vendor}/`, contact)
    })
  return {
    vendor,
    standing: (signal) => told(account.standing(signal)),
    job: (id, signal) => told(account.job(id, signal)),
    drift: (signal) => told(account.drift(signal)),
    ...(jobs ? { jobs: (sinceIso, signal) => told(jobs(sinceIso, signal)) } : {}),
  }
}

/** What an order's start came to is a value, which who ordered it explains; only questions about it fail like this. */
const remediedModel = (model: VideoModel, contact: Contact): VideoModel => {
  const { id, find } = model
  const told = <Result>(ask: Promise<Result>): Promise<Result> =>
    ask.catch((error: unknown) => {
      throw remedied(error, id, contact)
    })
  return {
    ...model,
    check: (job, signal) => told(model.check(job, signal)),
    ...(find ? { find: (lost, signal) => told(find(lost, signal)) } : {}),
  }
}

const remedied = (error: unknown, model: string, contact: Contact): unknown => {
  if (!isStudioError(error) || !isVendorTrouble(error.code)) return error
  const said = /[.!?]$/.test(error.message) ? error.message : `${error.message}.`
  return new StudioError({
    ...{ code: error.code, retry: error.retry, cause: error },
    message: `${said} ${troubleRemedy(error.code, contact(model), 'nothing')}`,
  })
}

import type { AccountJob, AccountStanding, VendorAccount } from '../../ports/vendor-account.ts'
import { agentsApi } from './agents-api.ts'
import { type Generation, knownStatus } from './answers.ts'
import { dreamMachineApi } from './dream-machine-api.ts'
import { middleOf } from './list-since.ts'
import type { LumaDoor } from './luma-door.ts'
import { type LumaApiName, lumaApiOf, modelBehind } from './models.ts'
import { installedSdkTypes, sdkDrift } from './sdk-drift.ts'

/**
 * An account at Luma. Over the Dream Machine API it tells its credits and everything it made; over the Agents API only
 * whether the key is good, and one generation by its id.
 */
export const lumaAccount = (door: LumaDoor): VendorAccount =>
  lumaApiOf(door.apiKey) === 'agents' ? agentsAccount(door) : legacyAccount(door)

const drift = async (): Promise<readonly string[]> => sdkDrift(await installedSdkTypes())

/** An id that no generation has: whether Luma says 401 or 404 to it tells whether the key is good, and costs nothing. */
const nobodysId = '00000000-0000-4000-8000-000000000000'

const agentsAccount = (door: LumaDoor): VendorAccount => {
  const { look } = agentsApi(door)
  return {
    vendor: 'luma',
    standing: async (signal) => {
      await look(nobodysId, signal)
      return standingWith('Luma Agents', null)
    },
    job: async (id, signal) => jobOf('agents', await look(id, signal)),
    drift,
  }
}

const legacyAccount = (door: LumaDoor): VendorAccount => {
  const api = dreamMachineApi(door)
  return {
    vendor: 'luma',
    standing: async (signal) => standingWith('Dream Machine', await api.balance(signal)),
    job: async (id, signal) => jobOf('legacy', await api.look(id, signal)),
    jobs: async (sinceIso, signal) => {
      const listed = await api.listSince({ sinceMs: Date.parse(sinceIso), now: door.now }, signal)
      const told = listed.generations.filter(({ status }) => status !== null)
      return {
        jobs: told.flatMap((generation) => jobOf('legacy', generation) ?? []),
        complete: listed.complete && told.length === listed.generations.length,
        aheadMs: listed.ahead && middleOf(listed.ahead),
      }
    },
    drift,
  }
}

const standingWith = (api: string, balance: AccountStanding['balance']): AccountStanding => ({
  balance,
  slots: {},
  facts: [{ name: 'API', value: api }],
})

const jobOf = (api: LumaApiName, generation: Generation | null): AccountJob | null => {
  if (generation === null) return null
  const { id, prompt, createdAt, seconds } = generation
  const status = knownStatus(generation)
  const model = modelBehind(api, generation)?.id ?? null
  return { job: { id, api }, model, prompt, createdAt, seconds, status, billed: null }
}

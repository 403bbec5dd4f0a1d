import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Order } from '../../src/domain/order.ts'
import type { EmulatorAtWork } from '../../src/emulator/emulator-at-work.ts'
import { sha256 } from '../../src/kit/hash.ts'
import type { FootageVault } from '../../src/ports/footage-vault.ts'
import type { Database } from '../../src/store/database.ts'
import { shelfStore } from '../../src/store/shelf-store.ts'
import { emulatedStanding } from './emulated-standing.ts'
import type { Standing } from './lost-work.ts'

/** An account that a schedule over HTTP was played on, and all that it left here. */
export interface PlayedAccount {
  readonly emulator: EmulatorAtWork
  readonly store: Database
  readonly vault: FootageVault
  /** As the emulator names it. */
  readonly vendor: string
  readonly tenant: string
  readonly orders: readonly Order[]
}

/** Where everything is that the vendor made and charged: each clip by its own bytes. */
export const standingOf = async (played: PlayedAccount): Promise<Standing> => {
  const { emulator, store, vault, vendor, tenant, orders } = played
  const { charges } = (await emulator.control('charges')).body
  const { jobs } = (await emulator.control('jobs')).body
  const made = new Set(jobs.filter(({ fate }) => fate === 'succeeds').map(({ id }) => id))
  const clips = new Map<string, string>()
  for (const { job } of vendor === 'anthropic' ? [] : charges) {
    const bytes = await readFile(join(emulator.folder, 'clips', vendor, `${job}.mp4`)).catch(none)
    if (bytes) clips.set(job, sha256(bytes))
  }
  const stored = new Set<string>()
  for (const { outputHash } of orders) {
    if (outputHash && (await vault.has(outputHash))) stored.add(outputHash)
  }
  const account = { vendor: vendor === 'runway' ? 'runway' : 'luma', funds: 'emulated' } as const
  const strays = await shelfStore(store, tenant).strays(account)
  return emulatedStanding({
    ...{ charges, orders, strays: strays.map(({ job }) => job), isMade: (job) => made.has(job) },
    isHome: ({ outputHash, output }, job) =>
      job === null
        ? outputHash === sha256(String(Reflect.get(Object(output), 'text')))
        : outputHash !== null && stored.has(outputHash) && outputHash === clips.get(job),
  })
}

const none = (): null => null

import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { storeOfTestFile } from '../../test/support/test-store.ts'
import { openStore } from './database.ts'
import { ledgerStore } from './ledger-store.ts'

const { url, database } = await storeOfTestFile()

test('one submitter per key at a time, over all processes', async () => {
  const ledger = ledgerStore(database, 'home')
  const elsewhere = await openStore({ url })
  const others = ledgerStore(elsewhere, 'home')
  let inside = 0
  let most = 0
  const enter = async (): Promise<void> => {
    inside += 1
    most = Math.max(most, inside)
    await sleep(20)
    inside -= 1
  }
  const all = [ledger, others, ledger, others, ledger]
  await Promise.all(all.map((each) => each.asSubmitter('lake/a', enter)))
  expect(most).toBe(1)
  await elsewhere.close()
})

test('submitters of different keys do not wait for each other', async () => {
  const ledger = ledgerStore(database, 'home')
  const met = Promise.withResolvers<string>()
  const first = ledger.asSubmitter('lake/a', () => met.promise)
  await ledger.asSubmitter('lake/b', () => Promise.resolve(met.resolve('both inside')))
  expect(await first).toBe('both inside')
})

test('who asks whether a key is free does not wait for its submitter', async () => {
  const ledger = ledgerStore(database, 'home')
  const elsewhere = await openStore({ url })
  const others = ledgerStore(elsewhere, 'home')
  const done = Promise.withResolvers<string>()
  const sending = ledger.asSubmitter('lake/a', () => done.promise)
  while ((await others.asSubmitterIfFree('lake/a', async () => 'free')) !== null);
  expect(await ledger.asSubmitterIfFree('lake/a', async () => 'free')).toBeNull()
  done.resolve('sent')
  expect(await sending).toBe('sent')
  expect(await others.asSubmitterIfFree('lake/a', async () => 'free')).toBe('free')
  await elsewhere.close()
})

test('a submitter that fails lets the key go', async () => {
  const ledger = ledgerStore(database, 'home')
  const failing = ledger.asSubmitter('lake/a', () =>
    Promise.reject(new Error('the vendor hung up')),
  )
  await expect(failing).rejects.toThrow('the vendor hung up')
  expect(await ledger.asSubmitter('lake/a', () => Promise.resolve('next'))).toBe('next')
})

test('a submitter whose connection drops can finish, and the key is free again', async () => {
  const ledger = ledgerStore(database, 'home')
  const result = await ledger.asSubmitter('lake/a', async () => {
    await dropLockConnections(url)
    return 'sent'
  })
  expect(result).toBe('sent')
  expect(await ledger.asSubmitter('lake/a', () => Promise.resolve('next'))).toBe('next')
})

const dropLockConnections = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
  )
  await client.end()
}

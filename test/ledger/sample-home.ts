import { parseUsd } from '../../src/domain/money.ts'
import type { Database } from '../../src/store/database.ts'
import { ledgerStore } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import {
  sampleBrief,
  sampleDraft,
  sampleReview,
  sampleTake,
} from '../../src/testing/sample-production.ts'

const tenant = 'home'

/** Fill an empty home with a little of everything that the stores can write. */
export const fillHome = async (database: Database): Promise<void> => {
  const productions = productionStore(database, tenant)
  const ledger = ledgerStore(database, tenant)
  for (const id of ['lake', 'deleted']) {
    await productions.create({ id, brief: sampleBrief, outputDir: `/films/${id}`, until: null })
  }
  await productions.remove('deleted', false)
  await productions.update('lake', { stage: 'shoot', until: 'cut', wanted: 'pause', reason: 'tea' })
  await productions.update('lake', { wanted: 'run' })
  await productions.putDocument('lake', 'plan', 'plan', { schema: 'plan@1', scenes: 2 }, true)
  await productions.putDocument('lake', 'note', 'a', ['Mountain → lake', 0.1, null], true)
  await productions.addTake('lake', sampleTake)
  await productions.putReview('lake', sampleReview)
  await productions.addEvent('lake', 'take 1A-1', 'take-made', { slate: '1A-1' })
  await productions.setProgress('lake', '1B', 0.5)

  await ledger.setCap('month', 'real', parseUsd(300))
  await ledger.setBond('lake', parseUsd(1))
  for (const name of ['delivered', 'over', 'open', 'drafted']) {
    await ledger.draft({ ...sampleDraft, key: `lake/${name}` })
    if (name !== 'drafted') await ledger.hold(`lake/${name}`, 10, false)
  }
  for (const name of ['delivered', 'over', 'open']) {
    await ledger.advance(`lake/${name}`, { kind: 'submission-started' })
    await ledger.advance(`lake/${name}`, {
      kind: 'accepted',
      submission: 1,
      job: { id: name, part: 1 },
    })
  }
  const output = { depicted: ['lake'] }
  const delivery = { billed: parseUsd('0.75'), outputHash: 'f'.repeat(64), output }
  await ledger.advance(
    'lake/delivered',
    { kind: 'delivered', submission: 1, job: { id: 'delivered', part: 1 } },
    delivery,
  )
  const bill = { billed: parseUsd('1.000001') }
  await ledger.advance(
    'lake/over',
    { kind: 'failed', submission: 1, job: { id: 'over', part: 1 }, reason: 'the vendor said no' },
    bill,
  )
}

/** Everything that the stores can read of such a home. */
export const readHome = async (database: Database): Promise<unknown> => {
  const productions = productionStore(database, tenant)
  const ledger = ledgerStore(database, tenant)
  return {
    list: await productions.list(10),
    deleted: await productions.get('deleted'),
    brief: await productions.brief('lake'),
    plans: await productions.documents('lake', 'plan'),
    notes: await productions.documents('lake', 'note'),
    takes: await productions.takes('lake'),
    reviews: await productions.reviews('lake'),
    events: await productions.events('lake', 0),
    progress: await productions.progress('lake'),
    orders: await ledger.orders('lake'),
    totals: await ledger.totals('lake'),
    trail: await ledger.trail('lake'),
    spend: await ledger.spend('2020-01-01T00:00:00Z'),
    caps: await ledger.caps(),
  }
}

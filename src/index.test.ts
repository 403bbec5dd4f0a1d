import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Every name of the public API. A change here is a change for the people who build on it: say so in the changelog. */
const publicNames = [
  'Brief',
  'Cut',
  'ErrorCode',
  'ExecutingStudio',
  'IntentContract',
  'Plan',
  'Production',
  'ProductionDriver',
  'ProductionEvent',
  'Quote',
  'Rate',
  'Report',
  'Review',
  'Scores',
  'Script',
  'SettingSources',
  'Settings',
  'Stage',
  'Studio',
  'StudioError',
  'Take',
  'Usd',
  'catalogue',
  'collectReport',
  'dollarsOf',
  'formatUsd',
  'isStudioError',
  'loadSettings',
  'openExecutingStudio',
  'openStudio',
  'parseRate',
  'parseUsd',
]

/** Every name of the `./testing` entry: what an adapter's author tests with. */
const testingNames = [
  'FootageVaultHarness',
  'InMemoryWorkflowEngine',
  'JudgedMedia',
  'LedgerStoreHarness',
  'PaidModelHarness',
  'ProductionStoreHarness',
  'WorkflowHarness',
  'footageVaultContract',
  'inMemoryWorkflowEngine',
  'judgeMedia',
  'ledgerStoreContract',
  'paidModelContract',
  'productionStoreContract',
  'virtualClock',
  'workflowContract',
]

describe('the public API', () => {
  it.each([
    ['./index.ts', publicNames],
    ['./testing/index.ts', testingNames],
  ])('%s is exactly the list', (file, names) => {
    const list = readFileSync(new URL(file, import.meta.url), 'utf8')
    const exported = [...list.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap((match) =>
      (match[1] ?? '')
        .split(',')
        .map((name) => name.replace(/\btype\b/, '').trim())
        .filter((name) => name !== ''),
    )
    expect(exported.toSorted()).toEqual(names.toSorted())
    expect(list).not.toContain('export *')
  })

  it('can be imported without side effects', async () => {
    const api: object = await import('./index.ts')
    expect(Object.keys(api).length).toBeGreaterThan(5)
    for (const name of Object.keys(api)) expect(publicNames).toContain(name)
  })
})

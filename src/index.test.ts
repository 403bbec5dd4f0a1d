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

const list = readFileSync(new URL('./index.ts', import.meta.url), 'utf8')

describe('the public API', () => {
  it('is exactly the list', () => {
    const exported = [...list.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap((match) =>
      (match[1] ?? '')
        .split(',')
        .map((name) => name.replace(/\btype\b/, '').trim())
        .filter((name) => name !== ''),
    )
    expect(exported.toSorted()).toEqual(publicNames.toSorted())
    expect(list).not.toContain('export *')
  })

  it('can be imported without side effects', async () => {
    const api: object = await import('./index.ts')
    expect(Object.keys(api).length).toBeGreaterThan(5)
    for (const name of Object.keys(api)) expect(publicNames).toContain(name)
  })
})

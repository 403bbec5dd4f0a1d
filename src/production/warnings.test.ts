import { expect, it } from 'vitest'
import { smallBrief } from '../../test/support/briefs.ts'
import { fakeProduction } from '../../test/support/fake-rows.ts'
import { warningsOf } from './warnings.ts'

it.each(['paused', 'waiting-for-vendor'] as const)(
  'a film whose retake is %s is gone on with: nothing else is offered',
  (state) => {
    const said = warningsOf({
      ...{ brief: { ...smallBrief({}), audio: 'none' }, plan: null, soundtrack: null },
      ...{ isCurrent: false, script: null, revisions: [], omitted: [], takes: [], orders: [] },
      production: fakeProduction('fox', { state, stage: 'shoot' }),
    })
    expect(said.join()).toContain('`npx --no-install claude-studio runs resume fox` goes on')
    expect(said.join()).not.toMatch(/claude-studio (?:render|retake)/)
  },
)

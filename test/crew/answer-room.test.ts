import { expect, test } from 'vitest'
import { cutCandidates } from '../../src/agents/editor/cut-candidates.ts'
import { shotsOf } from '../../src/domain/script.ts'
import { rate24 } from '../../src/domain/time.ts'
import type { AskCrew } from '../../src/ports/crew.ts'
import { understudy } from '../../src/providers/understudy/understudy.ts'
import { paperFilm, paperTake } from './film.ts'

const charactersPerToken = 4

test.each([
  ['A fox crosses a snowy city at night', 5],
  ['A keeper teaches a girl to mend the lamp. A storm comes, the light goes out, they row.', 20],
  ['A fox crosses a snowy city at night', 60],
  ['A fox crosses a snowy city at night', 300],
])(
  'scripts and cuts of "%s" in %i s fill less than half of their room',
  async (concept, seconds) => {
    const shares: number[] = []
    const measured: AskCrew = async (subject, { parse, ...question }) => {
      const started = await understudy().start(question, subject, new AbortController().signal)
      if (started.kind !== 'delivered' || started.output.kind !== 'text') throw new Error('no text')
      const { text } = started.output
      shares.push(text.length / charactersPerToken / question.maxTokens)
      return parse(text)
    }
    const { scripts } = await paperFilm(concept, { seconds, ask: measured })
    for (const script of scripts) {
      const takes = shotsOf(script).map((shot) =>
        paperTake(shot, { pilot: script.pilot, number: 1, handle: 24 }),
      )
      const footage = { script, takes, reviews: [], rate: rate24, sceneMinimum: new Map() }
      await cutCandidates(measured, footage)
    }
    expect(Math.max(...shares)).toBeLessThan(0.5)
  },
)

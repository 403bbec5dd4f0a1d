import { expect, it } from 'vitest'
import { microUsd } from '../../domain/money.ts'
import { shotsOf } from '../../domain/script.ts'
import { rate24 } from '../../domain/time.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { understudy } from '../../providers/understudy/understudy.ts'
import { writeContract } from '../producer/write-contract.ts'
import { writePlan } from '../producer/write-plan.ts'
import { pictureFromPrompt } from './picture-from-prompt.ts'
import { writeScript } from './write-script.ts'

const ask: AskCrew = async (_subject, { parse, ...question }) => {
  const started = await understudy().start(question, 'test', new AbortController().signal)
  if (started.kind !== 'delivered' || started.output.kind !== 'text') throw new Error(started.kind)
  return parse(JSON.parse(started.output.text))
}

const scriptOf = async (concept: string) => {
  const items = await writeContract(ask, { concept, seconds: 30, language: 'en' })
  const model = 'animatic/painted'
  const price = { pricePerSecond: microUsd(60_000), note: 'painted' }
  const { pilots, scenes } = await writePlan(ask, {
    ...{ concept, seconds: 30, items, budget: microUsd(20_000_000) },
    offers: [{ model, tier: 'animated', ...price }],
    ...{ pilots: null, takes: null, tier: null },
  })
  const [pilot] = pilots
  if (!pilot) throw new Error('a plan without pilots')
  return writeScript(ask, {
    ...{ concept, items, seconds: 30, scenes, rate: rate24, language: 'en' },
    ...{ pilot: { ...pilot, id: 'p1' }, maxShotSeconds: 10, minShotSeconds: 1, narrated: true },
    ...{ aspect: '16:9', adjustments: [] },
  })
}

it.each([
  'A fox drinks from a river at dawn, then an old man named Tom walks home through rain with his dog.',
  'A young woman runs a bakery in Paris. Three children eat bread at a table, and birds fly over the roofs. No cars.',
  'A serene mountain lake at sunset',
  'In autumn two friends fly a red kite on a windy beach; at night they sit by a campfire.',
  'An astronaut floats past the earth. In the station her crew eats dinner.',
])('every prompt of a script is read back: %s', async (concept) => {
  const shots = shotsOf(await scriptOf(concept))
  expect(shots.length).toBeGreaterThan(2)
  for (const { picture, prompt } of shots) {
    const read = pictureFromPrompt(prompt)?.picture
    expect(read, prompt).toEqual({
      ...picture,
      avoid: expect.anything(),
      // Who is called by a name of their kind, a parrot of the birds, comes back by that name.
      subjects: picture.subjects.map(({ look, action, count }) =>
        expect.objectContaining({ look, action, count }),
      ),
    })
  }
})

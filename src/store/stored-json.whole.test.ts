import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/test-database.ts'
import type { Json } from '../domain/json.ts'
import { sampleBrief } from '../testing/sample-production.ts'
import { openStore } from './database.ts'
import { productionStore } from './production-store.ts'

test('any JSON is read back as it was written, but for what PostgreSQL cannot keep', async () => {
  const home = await testDatabase()
  const database = await openStore({ url: home.url })
  const store = productionStore(database, 'home')
  await store.create({ id: 'lake', brief: sampleBrief, outputDir: '/films/lake', until: null })
  const kept = (body: Json): Promise<Json> => store.putDocument('lake', 'note', 'a', body, true)
  try {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ stringUnit: 'grapheme' }), async (value) => {
        const body = JSON.parse(JSON.stringify(value)) as Json
        expect(await kept(body)).toEqual(
          JSON.parse(JSON.stringify(body).replaceAll('\\u0000', '\\ufffd')),
        )
      }),
      { numRuns: 60 },
    )
    const nul = 'a\u0000b'
    expect(await kept({ [nul]: [nul, '\ud800', '\\u0000', '\\', '😀 عربي 日本'] })).toEqual({
      'a\ufffdb': ['a\ufffdb', '\ufffd', '\\u0000', '\\', '😀 عربي 日本'],
    })
  } finally {
    await database.close()
    await home.close()
  }
})

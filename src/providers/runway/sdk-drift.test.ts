import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { driftOf, type SdkTypes, sdkDrift } from './sdk-drift.ts'

const folder = dirname(createRequire(import.meta.url).resolve('@runwayml/sdk'))
const typesOf = (name: string): Promise<string> =>
  readFile(join(folder, 'resources', `${name}.d.ts`), 'utf8')

const installed: SdkTypes = {
  image: await typesOf('image-to-video'),
  text: await typesOf('text-to-video'),
}

test('the table of models agrees with the installed SDK', async () => {
  expect(await sdkDrift()).toEqual([])
})

const changed = (from: string, to: string, where: keyof SdkTypes = 'image'): SdkTypes => {
  expect(installed[where]).toContain(from)
  return { ...installed, [where]: installed[where].replace(from, to) }
}

test.each([
  ['a new model', changed("model: 'wan3';", "model: 'wan4';"), ['wan4']],
  ['a model that is gone', changed("model: 'gen4_turbo';", 'model: string;'), ['gen4_turbo']],
  ['a size that is gone', changed(" | '1584:672'", ''), ['gen4.5', 'from an image', '1584:672']],
  ['a new size', changed("'1280:720' | '720:1280';", "'1280:720' | '9:9';", 'text'), ['9:9']],
  ['other lengths', changed('duration?: 4 | 6 | 8;', 'duration?: 4 | 8;'), ['veo3.1', '4, 8']],
  ['another span', changed('2 to 10', '2 to 12'), ['gen4.5', '11, 12']],
  ['longer prompts', changed('up to 1000 char', 'up to 4000 char', 'text'), ['4000', '1000']],
])('%s is told', (_case, types, words) => {
  const [line = '', ...more] = driftOf(types)
  for (const word of words) expect(line).toContain(word)
  expect(more).toEqual([])
})

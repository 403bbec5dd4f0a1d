import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Json } from '../domain/json.ts'

/** The answers written by hand that lie in `__fixtures__` beside a test, by their name without `.handmade.json`. */
export const handmadeFixtures =
  (folder: string): ((name: string) => Promise<Json>) =>
  async (name) => {
    const path = join(folder, '__fixtures__', `${name}.handmade.json`)
    return JSON.parse(await readFile(path, 'utf8')) as Json
  }

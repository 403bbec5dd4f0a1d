import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lumaModels } from './models.ts'

/** Type declarations of an order in the lumaai SDK that is installed: the text of its `generations.d.ts`. */
export const installedSdkTypes = async (): Promise<string> => {
  const folder = dirname(createRequire(import.meta.url).resolve('lumaai'))
  return readFile(join(folder, 'resources', 'generations', 'generations.d.ts'), 'utf8')
}

/** What the SDK's types know and no model of ours is ordered with, on purpose: 4k costs nine times 720p. */
const leftOut: ReadonlySet<string> = new Set(['4k'])

/**
 * Where our table of Dream Machine models and the SDK's type literals differ. The Agents API has no SDK to compare with.
 *
 * @param types text of the SDK's `generations.d.ts`
 * @returns a sentence each; none when they agree
 */
export const sdkDrift = (types: string): readonly string[] => {
  const body = /interface GenerationCreateParams \{\n(?<fields>.*?)\n\}/s.exec(types)?.groups?.[
    'fields'
  ]
  if (body === undefined) {
    return ['The types of lumaai have no GenerationCreateParams any more: they cannot be compared.']
  }
  return Object.entries(ordered()).flatMap(([field, ours]) => {
    const theirs = literalsOf(body, field)
    return [
      ...[...ours]
        .filter((value) => !theirs.has(value))
        .map(
          (value) => `We order with ${field} "${value}", which the types of lumaai do not know.`,
        ),
      ...[...theirs]
        .filter((value) => !ours.has(value) && !leftOut.has(value))
        .map(
          (value) => `The types of lumaai know ${field} "${value}", which no model of ours has.`,
        ),
    ]
  })
}

const ordered = (): Readonly<Record<string, ReadonlySet<string>>> => {
  const models = lumaModels.filter(({ api }) => api === 'legacy')
  return {
    model: new Set(models.map(({ vendorModel }) => vendorModel)),
    aspect_ratio: new Set(models.flatMap(({ aspects }) => aspects)),
    duration: new Set(models.flatMap(({ lengths }) => lengths.map(({ seconds }) => `${seconds}s`))),
    resolution: new Set(models.map(({ resolution }) => resolution)),
  }
}

const literalsOf = (body: string, field: string): ReadonlySet<string> => {
  const line = new RegExp(`^    ${field}\\??: (.*);$`, 'm').exec(body)?.[1] ?? ''
  return new Set([...line.matchAll(/'([^']+)'/g)].map(([, literal = '']) => literal))
}

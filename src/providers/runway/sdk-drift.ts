import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type RunwayModel, runwayModels, runwayModelsLeftOut } from './models.ts'

/** The types of a create, as the installed SDK ships them. */
export interface SdkTypes {
  /** Text of `resources/image-to-video.d.ts`. */
  readonly image: string
  /** Text of `resources/text-to-video.d.ts`. */
  readonly text: string
}

/** What the installed SDK's types say otherwise than our table of models: a sentence each. */
export const sdkDrift = async (): Promise<readonly string[]> => driftOf(await installedTypes())

const installedTypes = async (): Promise<SdkTypes> => {
  const folder = dirname(createRequire(import.meta.url).resolve('@runwayml/sdk'))
  const read = (name: string): Promise<string> =>
    readFile(join(folder, 'resources', `${name}.d.ts`), 'utf8')
  return { image: await read('image-to-video'), text: await read('text-to-video') }
}

/** What types of the SDK say otherwise than our table of models: a sentence each. */
export const driftOf = (types: SdkTypes): readonly string[] => {
  const image = creates(types.image)
  const text = creates(types.text)
  const known = new Set<string>([
    ...Object.values(runwayModels).map(({ name }) => name),
    ...runwayModelsLeftOut,
  ])
  const unheard = [...new Set([...image.keys(), ...text.keys()])].filter((name) => !known.has(name))
  return [
    ...unheard.map((name) => `The SDK knows the video model ${name}, which our table does not.`),
    ...Object.values(runwayModels).flatMap((model) => [
      ...modelDrift(model, 'from an image', model.imageRatios, image.get(model.name)),
      ...modelDrift(model, 'from text', model.textRatios, text.get(model.name)),
    ]),
  ]
}

/** The body of each model's interface, by the model's name; a model without pictures of its own is one of references. */
const creates = (types: string): ReadonlyMap<string, string> => {
  const bodies = types.split(/\n {4}interface /).map((part) => part.split(/\n {4}\}/)[0] ?? '')
  return new Map(
    bodies.flatMap((body) => {
      const name = /^\s*model: '([^']+)';/m.exec(body)?.[1]
      return name === undefined ? [] : [[name, body] as const]
    }),
  )
}

const modelDrift = (
  model: RunwayModel,
  way: string,
  ratios: readonly string[],
  body: string | undefined,
): readonly string[] => {
  if (body === undefined) {
    return ratios.length === 0 ? [] : [`The SDK makes nothing of ${model.name} ${way} any more.`]
  }
  if (ratios.length === 0)
    return [`The SDK makes clips of ${model.name} ${way}; our table does not.`]
  return [
    ...listDrift(`sizes of ${model.name} ${way}`, ratios, quotedOf(fieldOf(body, 'ratio'))),
    ...listDrift(`lengths of ${model.name} ${way}`, model.seconds, secondsOf(body)),
    ...promptDrift(model, way, body),
  ]
}

const fieldOf = (body: string, name: string): string =>
  new RegExp(`^\\s*${name}\\??: ([^;]*);`, 'm').exec(body)?.[1] ?? ''

const quotedOf = (type: string): readonly string[] =>
  [...type.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')

/** Lengths from the type, `4 | 6 | 8`, else from its comment, `an integer from 2 to 10`; null where neither says them. */
const secondsOf = (body: string): readonly number[] | null => {
  const type = fieldOf(body, 'duration')
  if (/^\d/.test(type)) return type.split('|').map(Number)
  const comment = body.slice(0, body.search(/^\s*duration\??:/m)).replaceAll(/\s*\n\s*\*\s*/g, ' ')
  const [, from, to] = /integer from (\d+) to (\d+)\.\s*\/\s*$/.exec(comment) ?? []
  if (from === undefined || to === undefined) return null
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)
}

const listDrift = <Value extends string | number>(
  what: string,
  ours: readonly Value[],
  theirs: readonly Value[] | null,
): readonly string[] => {
  if (theirs === null) return []
  const more = theirs.filter((value) => !ours.includes(value))
  const less = ours.filter((value) => !theirs.includes(value))
  if (more.length === 0 && less.length === 0) return []
  return [
    `The ${what} differ: the SDK has ${theirs.join(', ') || 'none'}, our table ${ours.join(', ')}.`,
  ]
}

const promptDrift = (model: RunwayModel, way: string, body: string): readonly string[] => {
  const comment = body.replaceAll(/\s*\n\s*\*\s*/g, ' ')
  const limit = /up to (\d+) characters \(measured in UTF-16/.exec(comment)?.[1]
  if (limit === undefined || Number(limit) === model.promptUnits) return []
  return [
    `Prompts of ${model.name} ${way} may have ${limit} characters by the SDK, ${model.promptUnits} by our table.`,
  ]
}

import { StudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'

/** A saved body that says what it is. */
type TaggedBody = { readonly schema: string; readonly [key: string]: Json | undefined }

/** Turns a body of one schema version into the next, its tag included. */
type Upgrade = (body: TaggedBody) => TaggedBody

/**
 * Version 1 did not say who decided a take's state. The crew left no note on footage it passed over, so a note there is
 * a person's; a circled take keeps counting as the crew's choice.
 */
const whoDecided: Upgrade = (body) => {
  const { state, note, footage } = body
  const isStored = footage !== null && typeof footage === 'object' && 'hash' in footage
  const isPersons = isStored && state !== 'circled' && note !== ''
  return { ...body, schema: 'take@2', decidedBy: isPersons ? 'person' : 'crew' }
}

/**
 * Upgrades by schema name: the n-th, counted from 1, takes version n to n + 1. A name's newest version is one more
 * than its upgrades. Bodies without a tag, and tags not listed, are returned as they are.
 */
const upgrades: Readonly<Record<string, readonly Upgrade[]>> = {
  brief: [],
  'intent-contract': [],
  plan: [],
  script: [scriptWithAvoid],
  verdict: [],
  soundtrack: [],
  cut: [],
  master: [],
  take: [whoDecided],
  review: [],
}

/** Pictures say what must not be seen; older ones said it in the prompt alone. */
function scriptWithAvoid(body: TaggedBody): TaggedBody {
  type Part = { readonly [key: string]: Json }
  const each = (list: Json | undefined, change: (part: Part) => Json): Json =>
    (list as readonly Part[]).map(change)
  const scenes = each(body['scenes'], (scene) => ({
    ...scene,
    shots: each(scene['shots'], (shot) => ({
      ...shot,
      picture: { ...(shot['picture'] as Part), avoid: [] },
    })),
  }))
  return { ...body, schema: 'script@2', scenes }
}

/**
 * A saved body in the newest version of its schema, whatever version wrote it.
 *
 * @param body as stored, with its tag in `schema`: `take@1`
 * @param known upgrades by schema name. Default those of this version of the studio
 * @throws StudioError `home-too-new` when a newer version of the studio wrote it
 */
export const upgradeDocument = <Body>(
  body: unknown,
  known: Readonly<Record<string, readonly Upgrade[]>> = upgrades,
): Body => {
  if (!isTagged(body)) return body as Body
  const match = /^([a-z-]+)@([1-9]\d{0,5})$/.exec(body.schema)
  const steps = known[match?.[1] ?? '']
  if (!(match && steps)) return body as Body
  const version = Number(match[2])
  if (version > steps.length + 1) {
    throw new StudioError({
      code: 'home-too-new',
      message: `This home holds a document "${body.schema}"; this program reads "${match[1]}" up to version ${steps.length + 1}. Nothing was changed. Update claude-studio-producer, or use another home (CLAUDE_STUDIO_HOME).`,
    })
  }
  return steps.slice(version - 1).reduce<TaggedBody>((older, step) => step(older), body) as Body
}

const isTagged = (body: unknown): body is TaggedBody =>
  body !== null && typeof body === 'object' && 'schema' in body && typeof body.schema === 'string'

import type { Brief } from '../domain/brief.ts'
import type { Json } from '../domain/json.ts'
import type { Scene, Script, Shot } from '../domain/script.ts'
import { shotsOf } from '../domain/script.ts'
import { editHandleSeconds } from '../domain/shot-limits.ts'
import type { ShotId, SlateId } from '../domain/slate.ts'
import { slateId } from '../domain/slate.ts'
import type { FrameCount } from '../domain/time.ts'
import { frames, framesFromSeconds } from '../domain/time.ts'
import { seedFrom } from '../kit/hash.ts'
import type { ShotOrder } from '../ports/video-model.ts'

/** Frames that follow a shot's end in the edit: its transition into the next shot, plus the editor's spare. */
export const handleOf = (script: Script, shot: ShotId, brief: Pick<Brief, 'rate'>): FrameCount => {
  const shots = shotsOf(script)
  const next = shots[shots.findIndex(({ id }) => id === shot) + 1]
  const scene = next && script.scenes.find(({ shots: [first] }) => first?.id === next.id)
  const transition = scene?.transition.length ?? 0
  return frames(transition + framesFromSeconds(editHandleSeconds, brief.rate))
}

/** A shot and the scene it is in. */
export interface ScriptedShot {
  readonly scene: Scene
  readonly shot: Shot
}

/** Find a shot in a script. @throws TypeError when it is not there */
export const scriptedShot = (script: Script, id: ShotId): ScriptedShot => {
  for (const scene of script.scenes) {
    const shot = scene.shots.find((candidate) => candidate.id === id)
    if (shot) return { scene, shot }
  }
  throw new TypeError(`Script of ${script.pilot} has no shot ${id}`)
}

/** The order for one take of a shot, but for the frame it starts from. */
export const shotOrder = (request: {
  readonly brief: Brief
  readonly script: Script
  readonly shot: Shot
  readonly take: number
  readonly test: boolean
}): Omit<ShotOrder, 'firstFrame'> => {
  const { brief, script, shot, take, test } = request
  const seen = new Set(shot.picture.subjects.map(({ castId }) => castId))
  return {
    prompt: shot.prompt,
    picture: shot.picture,
    cast: script.cast.filter(({ id }) => seen.has(id)),
    length: frames(shot.length + handleOf(script, shot.id, brief)),
    rate: brief.rate,
    size: brief.size,
    lastFrame: null,
    seed: seedFrom(brief.randomSeed, shot.id, take),
    slate: test ? slateId(shot.id, take) : null,
  }
}

/** The part of a shot order that makes it the same order on any machine. */
export const shotIdentity = (order: ShotOrder): Json => ({
  prompt: order.prompt,
  picture: {
    ...order.picture,
    subjects: order.picture.subjects.map((subject) => ({ ...subject })),
  },
  cast: order.cast.map((member) => ({ ...member })),
  length: order.length,
  rate: { ...order.rate },
  size: { ...order.size },
  firstFrame: order.firstFrame?.hash ?? null,
  // Named only where there is one: orders written down before there were any keep their hash.
  ...(order.lastFrame === null ? {} : { lastFrame: order.lastFrame.hash }),
  seed: order.seed,
  slate: order.slate,
})

/** Key of the order that pays for a take. */
export const takeOrderKey = (production: string, pilot: string, slate: SlateId): string => {
  const [shot, take] = slate.split('-')
  return `${production}/${pilot}/video/${shot}/${take}`
}

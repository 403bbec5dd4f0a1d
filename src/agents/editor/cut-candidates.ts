import type { CutProposal, CutReply, FilmToCut, ShotToCut } from '../../domain/crew-tasks.ts'
import type { Cut } from '../../domain/cut.ts'
import { candidateNames, checkCut, takeKey } from '../../domain/cut.ts'
import { StudioError } from '../../domain/errors.ts'
import type { Review } from '../../domain/review.ts'
import type { Scene, Script } from '../../domain/script.ts'
import { scriptLength } from '../../domain/script.ts'
import type { Take } from '../../domain/take.ts'
import type { FrameCount, Rate } from '../../domain/time.ts'
import { framesPerSecond } from '../../domain/time.ts'
import { canonicalJson, sha256 } from '../../kit/hash.ts'
import type { AskCrew } from '../../ports/crew.ts'
import { answerRoom } from '../answer-room.ts'
import { crewTask, invalidReply, madeInto } from '../crew-task.ts'
import { cutPrompt, cutReply } from './cut-prompt.ts'
import type { ProposedEvent } from './fit-cut.ts'
import { fitCut } from './fit-cut.ts'

const asked = { role: 'editor', task: 'cut-candidates' } as const

/** What the editor works from. */
export interface FootageToCut {
  readonly script: Script
  /** Takes of the script's pilot; those without footage are left out. */
  readonly takes: readonly Take[]
  readonly reviews: readonly Review[]
  readonly rate: Rate
  /** Frames the voice needs, by scene number. */
  readonly sceneMinimum: ReadonlyMap<number, FrameCount>
}

/**
 * Three versions of the edit, safe, balanced and creative, each exactly as long as the script and each checked against
 * the footage. A shot without footage is bridged by the others of its scene.
 *
 * @throws StudioError `footage-missing` when a scene has no footage or the takes are too short; `reply-invalid`
 */
export const cutCandidates = async (
  ask: AskCrew,
  footage: FootageToCut,
): Promise<readonly Cut[]> => {
  const { script, rate, sceneMinimum } = footage
  const takes = footage.takes.filter(
    (take) => take.pilot === script.pilot && take.footage.kind === 'stored',
  )
  const shots = shotsToCut(footage, takes)
  const film: FilmToCut = {
    title: script.title,
    total: scriptLength(script),
    perSecond: Math.round(framesPerSecond(rate)),
    fadeOut: script.fadeOut,
    sceneMinimum: [...sceneMinimum].map(([scene, needed]) => ({ scene, frames: needed })),
    shots,
  }
  const task = crewTask({
    ...asked,
    input: film,
    prompt: cutPrompt(film),
    images: [],
    schema: cutReply,
    maxTokens: answerRoom('cut-candidates', shots.length),
  })
  return ask(
    `cut/${sha256(canonicalJson(task.input)).slice(0, 8)}`,
    madeInto(task, (reply) => cutsOf(reply, footage, takes, shots)),
  )
}

const cutsOf = (
  reply: CutReply,
  { script, rate, sceneMinimum }: FootageToCut,
  takes: readonly Take[],
  shots: readonly ShotToCut[],
): readonly Cut[] => {
  const byKey = new Map(takes.map((take) => [takeKey(take), take]))
  const cuts = candidateNames.map((name) => {
    const proposal = reply.candidates.find(({ candidate }) => candidate === name)
    if (!proposal) throw invalidReply(asked, `there is no ${name} cut`)
    const cut = fitCut(proposal, eventsOf(proposal, script, takes, shots), {
      script,
      rate,
      total: scriptLength(script),
      sceneMinimum,
    })
    checkCut(cut, byKey)
    return cut
  })
  const ways = new Set(
    cuts.map(({ events, fadeOut }) => JSON.stringify([fadeOut, events.map(way)])),
  )
  if (ways.size !== cuts.length) throw invalidReply(asked, 'two of the cuts are the same')
  return cuts
}

const way = ({ slate, source, transition }: Cut['events'][number]): unknown => [
  slate,
  source,
  transition,
]

const noTransition = { kind: 'cut', length: 0 } as const

const shotsToCut = (footage: FootageToCut, takes: readonly Take[]): readonly ShotToCut[] =>
  footage.script.scenes.flatMap((scene) => {
    const shots = scene.shots.flatMap((shot, index) => {
      const own = takes.filter((take) => take.shot === shot.id)
      if (own.length === 0) return []
      const { kind, length } = index === 0 ? scene.transition : noTransition
      return [
        {
          shot: shot.id,
          scene: scene.number,
          wanted: shot.length,
          camera: shot.picture.camera,
          framing: shot.picture.framing,
          isFree: isFree(scene, footage.script),
          transition: { kind, length },
          takes: own.map((take) => takeToCut(take, footage.reviews)),
        },
      ]
    })
    if (shots.length > 0) return shots
    throw new StudioError({
      code: 'footage-missing',
      message: `Scene ${scene.number} ("${scene.title}") has no take with footage, so the film cannot be cut. Order a retake of it.`,
    })
  })

/** Shots of a scene may change places when none continues another, all show the same being done, and no text opens or ends the film there. */
const isFree = (scene: Scene, script: Script): boolean => {
  const deeds = scene.shots.map(({ picture }) =>
    picture.subjects.map(({ action }) => action).join(),
  )
  const isEdge = scene === script.scenes[0] || scene === script.scenes.at(-1)
  return !isEdge && scene.continuityGroup === null && new Set(deeds).size === 1
}

const takeToCut = (take: Take, reviews: readonly Review[]): ShotToCut['takes'][number] => {
  const review = reviews.find(({ slate, pilot }) => slate === take.slate && pilot === take.pilot)
  return {
    slate: take.slate,
    available: availableOf(take),
    isCircled: take.state === 'circled',
    isPassed: take.state !== 'ng' && (review?.passed ?? false),
    overall: review?.scores.overall ?? 0,
    intent: review?.scores.intent ?? 0,
  }
}

const availableOf = (take: Take): number =>
  take.footage.kind === 'stored' ? take.footage.available.length : 0

const eventsOf = (
  proposal: CutProposal,
  script: Script,
  takes: readonly Take[],
  wanted: readonly ShotToCut[],
): readonly ProposedEvent[] => {
  if (proposal.events.length !== wanted.length) {
    throw invalidReply(
      asked,
      `the ${proposal.candidate} cut has ${proposal.events.length} events for ${wanted.length} shots`,
    )
  }
  const shots = new Map(
    script.scenes.flatMap(({ shots: list }) => list.map((shot) => [shot.id as string, shot])),
  )
  const left = [...wanted]
  return proposal.events.map((wish, index) => {
    const take = takes.find(({ slate }) => slate === wish.slate)
    const at = left.findIndex(({ shot }) => shot === take?.shot)
    const expected = left[at]
    const shot = shots.get(expected?.shot ?? '')
    // A free shot may come before others of its scene, no shot before its scene.
    const isInPlace = at === 0 || left.slice(0, at).every((other) => isFreeWith(other, expected))
    if (!(take && shot && expected && isInPlace)) {
      throw invalidReply(
        asked,
        `event ${index + 1} of the ${proposal.candidate} cut is "${wish.slate}", which is no take of shot ${left[0]?.shot}`,
      )
    }
    left.splice(at, 1)
    return { shot, scene: expected.scene, take, available: availableOf(take), wish }
  })
}

const isFreeWith = (other: ShotToCut, shot: ShotToCut | undefined): boolean =>
  shot !== undefined && other.isFree && shot.isFree && other.scene === shot.scene

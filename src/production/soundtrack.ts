import type { Brief } from '../domain/brief.ts'
import type { Order } from '../domain/order.ts'
import type { NarrationCue, Scene, Script } from '../domain/script.ts'
import { sceneLength, scriptLength } from '../domain/script.ts'
import { sceneOfShot } from '../domain/slate.ts'
import type { Soundtrack, VoicedCue } from '../domain/soundtrack.ts'
import type { FrameCount } from '../domain/time.ts'
import { frames, framesFromSeconds, secondsFromFrames } from '../domain/time.ts'
import { canonicalJson, seedFrom, sha256 } from '../kit/hash.ts'
import type { WorkflowContext } from '../ports/workflow.ts'
import { filmScript, type Omission } from './film-script.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import type { Outcome } from './outcome.ts'
import { done, halted, ok, stepOutcome } from './outcome.ts'
import { asJson, madeOnce, readDocument } from './rows.ts'
import { orderNext, orderOnce, type SubjectRequest } from './subject-order.ts'
import { lostSounds } from './whole-footage.ts'

/** Sample rate of every voice clip. */
const sampleRateHz = 48_000
/** Seconds of picture before a scene's first cue, between cues, and after the last. */
const air = { before: 0.3, between: 0.25, after: 0.2 } as const
/** The voice may be read this much faster to fit its scene before cues are left to be shown only. */
const fastestTempo = 1.25
/** Longest wait for one piece of sound: a voice that is busy gets time, one that is broken is told of soon. */
const patienceMs = 2 * 60_000

/** Voice for every cue at its exact place, and a music bed. */
export const soundtrackStage = async (
  floor: Floor,
  context: WorkflowContext,
  production: string,
): Promise<Outcome<null>> => {
  const scenes = await stepOutcome(context, 'scenes to voice', () =>
    scenesToVoice(floor, production),
  )
  if (scenes.kind !== 'ok') return scenes
  for (const number of scenes.value) {
    const voiced = await stepOutcome(context, `voice scene ${number}`, () =>
      voiceScene(floor, production, number),
    )
    if (voiced.kind !== 'ok') return voiced
  }
  return stepOutcome(context, 'music', () => finishSoundtrack(floor, production))
}

/**
 * Make what is lost of the sound again, where that costs nothing. What was bought, or is the client's own, is for a person to
 * put back.
 */
export const remakeLostSound = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const lost = (await lostSounds(floor, production)).filter(({ whose }) => whose === 'scratch')
  if (lost.length === 0) return done
  const { scenes } = await winnerScript(floor, production)
  const brief = await floor.productions.brief(production)
  for (const scene of scenes) await voice(floor, production, brief, scene)
  const made = asJson(await joinSoundtrack(floor, production))
  await floor.productions.putDocument(production, 'soundtrack', 'current', made, true)
  const names = lost.map(({ what }) => what).join(', ')
  const text = `Made again, for nothing, because its files were lost: ${names}.`
  await say(floor, production, `sound-again/${sha256(canonicalJson(made)).slice(0, 12)}`, 'note', {
    text,
  })
  return done
}

/**
 * Voice the scenes that are in the film again after nothing was left of them, where that costs nothing; else say that they are
 * silent. The sound of the others stays as it is.
 */
export const voiceReturned = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  const { productions, prices, speech } = floor
  const omitted = await productions.documents(production, 'omission')
  if (omitted.length === 0) return done
  const numbers = omitted.map(({ body }) => sceneOfShot((body as unknown as Omission).shot))
  const { scenes } = await winnerScript(floor, production)
  const brief = await productions.brief(production)
  const voiced = await productions.documents(production, 'soundtrack')
  const returned = scenes.filter(
    ({ number }) => numbers.includes(number) && !voiced.some(({ key }) => key === sceneKey(number)),
  )
  if (returned.length === 0) return done
  if (prices.model(speech.id).price.perUnit > 0) {
    const names = returned.map(({ number }) => number).join(', ')
    const text = `Scene ${names} is in the film again, and nothing is said in it: its voice would have to be bought.`
    await say(floor, production, `silent/${names}`, 'note', { text })
    return done
  }
  for (const scene of returned) await voice(floor, production, brief, scene)
  const made = asJson(await joinSoundtrack(floor, production))
  await productions.putDocument(production, 'soundtrack', 'current', made, true)
  return done
}

const winnerScript = async (floor: Floor, production: string): Promise<Script> => {
  const { winner } = await readDocument(floor.productions, production, 'verdict')
  return filmScript(floor.productions, production, winner)
}

const wantsVoice = ({ audio }: Brief): boolean => audio === 'voice' || audio === 'full'
const wantsMusic = ({ audio }: Brief): boolean => audio === 'music' || audio === 'full'

const scenesToVoice = async (
  floor: Floor,
  production: string,
): Promise<Outcome<readonly number[]>> => {
  if (await floor.productions.document(production, 'soundtrack', 'current')) return ok([])
  const script = await winnerScript(floor, production)
  return ok(script.scenes.map(({ number }) => number))
}

const voiceScene = async (
  floor: Floor,
  production: string,
  number: number,
): Promise<Outcome<null>> => {
  if (await floor.productions.document(production, 'soundtrack', sceneKey(number))) return done
  const brief = await floor.productions.brief(production)
  const script = await winnerScript(floor, production)
  const scene = script.scenes.find((candidate) => candidate.number === number)
  if (!scene) throw new TypeError(`No scene ${number} to voice`)
  await voice(floor, production, brief, scene)
  return done
}

const sceneKey = (number: number): string => `scene-${number}`

const voice = async (
  floor: Floor,
  production: string,
  brief: Brief,
  scene: Scene,
): Promise<void> => {
  const speaks = wantsVoice(brief) && floor.speech.speaks(brief.language)
  const cues = speaks ? await spokenCues(floor, production, brief, scene) : shownCues(brief, scene)
  const key = sceneKey(scene.number)
  await floor.productions.putDocument(production, 'soundtrack', key, asJson({ cues }), true)
}

interface Spoken {
  readonly cue: NarrationCue
  readonly hash: string
  readonly samples: number
}

/** Read the cues at normal speed; when they are too long for the scene, once more at the tempo that fits. */
const spokenCues = async (
  floor: Floor,
  production: string,
  brief: Brief,
  scene: Scene,
): Promise<readonly VoicedCue[]> => {
  const room = secondsFromFrames(sceneLength(scene), brief.rate)
  const normal = await speakAll(floor, production, brief, scene, 1)
  const needed = spokenSeconds(normal)
  const quiet = silence(scene.narration.length)
  if (needed + quiet <= room) return placeCues(brief, scene, normal)
  const tempo = Math.min(fastestTempo, needed / Math.max(0.5, room - quiet) + 0.02)
  const faster = await speakAll(floor, production, brief, scene, Math.round(tempo * 100) / 100)
  return placeCues(brief, scene, faster)
}

const silence = (cues: number): number =>
  air.before + air.after + air.between * Math.max(0, cues - 1)

const spokenSeconds = (spoken: readonly Spoken[]): number =>
  spoken.reduce((sum, { samples }) => sum + samples / sampleRateHz, 0)

const speakAll = async (
  floor: Floor,
  production: string,
  brief: Brief,
  scene: Scene,
  tempo: number,
): Promise<readonly Spoken[]> => {
  const spoken: Spoken[] = []
  for (const cue of scene.narration) {
    spoken.push(await speak(floor, production, brief, cue, tempo))
  }
  return spoken
}

const speak = async (
  floor: Floor,
  production: string,
  brief: Brief,
  cue: NarrationCue,
  tempo: number,
): Promise<Spoken> => {
  const { language, voice } = brief
  const request = { text: cue.text, language, voice, tempo }
  const percent = Math.round(tempo * 100)
  const hash = await orderSound(floor, {
    // The same words read faster are another thing to order.
    subject: `${production}/film/speech/${cue.id}${percent === 100 ? '' : `@${percent}`}`,
    production,
    port: 'speech',
    model: floor.speech,
    request,
    identity: request,
    useBond: true,
    what: `sound for cue ${cue.id}`,
    patienceMs,
  })
  const facts = await floor.media.probe(await floor.vault.path(hash), floor.signal(production))
  return { cue, hash, samples: Math.round((facts.audio?.seconds ?? 0) * sampleRateHz) }
}

/** What was delivered before is taken as it is, unless its file is lost and another costs nothing. */
const orderSound = async <Request>(
  floor: Floor,
  request: SubjectRequest<Request>,
): Promise<string> => {
  const signal = floor.signal(request.production)
  const known = outputOf(await orderOnce(floor, request, signal))
  const { model } = request
  const isFree = floor.prices.price(model.id, model.units(request.request)) === 0
  if (!isFree || (await floor.vault.check(known)) === 'whole') return known
  return outputOf(await orderNext(floor, request, signal))
}

const outputOf = ({ key, outputHash }: Order): string => {
  if (outputHash) return outputHash
  throw new TypeError(`Order ${key} is delivered without a file`)
}

/** Put cues one after the other, centred in what the scene leaves; a cue that no longer fits is shown with the one before. */
const placeCues = (brief: Brief, scene: Scene, spoken: readonly Spoken[]): readonly VoicedCue[] => {
  const length = sceneLength(scene)
  const spare =
    secondsFromFrames(length, brief.rate) - spokenSeconds(spoken) - silence(spoken.length)
  const gap = air.between + Math.max(0, Math.min(0.8, spare / (spoken.length + 1)))
  let at = air.before + Math.max(0, Math.min(0.5, spare / 4))
  const cues: VoicedCue[] = []
  for (const { cue, hash, samples } of spoken) {
    const seconds = samples / sampleRateHz
    const start = framesFromSeconds(at, brief.rate)
    const voiced = framesFromSeconds(seconds, brief.rate)
    if (start + voiced > length) break
    cues.push({
      id: cue.id,
      scene: scene.number,
      text: cue.text,
      speaker: cue.speaker,
      hash,
      samples,
      start,
      length: frames(Math.max(1, voiced)),
    })
    at += seconds + gap
  }
  return cues
}

/** Cues that are read by the audience: the scene's time is shared by the length of their texts. */
const shownCues = (brief: Brief, scene: Scene): readonly VoicedCue[] => {
  const length = sceneLength(scene)
  const lead = framesFromSeconds(air.before, brief.rate)
  const room = length - lead - framesFromSeconds(air.after, brief.rate)
  const letters = scene.narration.reduce((sum, { text }) => sum + [...text].length, 0)
  let at: number = lead
  return scene.narration.flatMap((cue) => {
    const share = Math.floor((room * [...cue.text].length) / Math.max(1, letters))
    if (share < 6) return []
    const start = frames(at)
    at += share
    return [
      {
        id: cue.id,
        scene: scene.number,
        text: cue.text,
        speaker: cue.speaker,
        hash: null,
        samples: 0,
        start,
        length: frames(share - 2),
      },
    ]
  })
}

const finishSoundtrack = async (floor: Floor, production: string): Promise<Outcome<null>> => {
  if (floor.signal(production).aborted) return halted('pause', 'paused before the music')
  const { cues, notes } = await madeOnce(
    floor.productions,
    production,
    'soundtrack',
    'current',
    () => joinSoundtrack(floor, production),
  )
  const spoken = cues.filter(({ hash }) => hash !== null).length
  await say(floor, production, 'soundtrack', 'soundtrack-made', { cues: cues.length, spoken })
  for (const [index, text] of notes.entries()) {
    await say(floor, production, `soundtrack-note/${index}`, 'note', { text })
  }
  return done
}

const joinSoundtrack = async (floor: Floor, production: string): Promise<Soundtrack> => {
  const brief = await floor.productions.brief(production)
  const script = await winnerScript(floor, production)
  const parts = await Promise.all(
    script.scenes.map(({ number }) =>
      floor.productions.document(production, 'soundtrack', sceneKey(number)),
    ),
  )
  const cues = parts.flatMap(
    (part) => (part as { readonly cues?: readonly VoicedCue[] } | null)?.cues ?? [],
  )
  return {
    schema: 'soundtrack@1',
    cues,
    music: wantsMusic(brief) ? await composeMusic(floor, production, brief, script) : null,
    notes: notesOf(floor, brief, script, cues),
  }
}

const notesOf = (
  floor: Floor,
  brief: Brief,
  script: Script,
  cues: readonly VoicedCue[],
): readonly string[] => {
  const notes: string[] = []
  if (wantsVoice(brief) && !floor.speech.speaks(brief.language)) {
    notes.push(
      `The scratch voice cannot read "${brief.language}" well: the narration is shown as captions and titles instead.`,
    )
  }
  const written = script.scenes.flatMap(({ narration }) => narration)
  const left = written.filter(({ id }) => !cues.some((cue) => cue.id === id))
  if (left.length > 0) {
    notes.push(
      `Not heard, because their scenes are too short: ${left.map(({ text }) => `"${text}"`).join(', ')}.`,
    )
  }
  return notes
}

const composeMusic = async (
  floor: Floor,
  production: string,
  brief: Brief,
  script: Script,
): Promise<Soundtrack['music']> => {
  const seed = seedFrom(brief.randomSeed, 'music')
  if (brief.musicHash) return { mood: 'the client\u2019s music', seed, hash: brief.musicHash }
  const seconds = Math.ceil(secondsFromFrames(scriptLength(script) as FrameCount, brief.rate)) + 1
  const request = { mood: script.musicMood, seconds, seed }
  const hash = await orderSound(floor, {
    subject: `${production}/film/music/bed`,
    production,
    port: 'music',
    model: floor.music,
    request,
    identity: request,
    useBond: true,
    what: 'music bed',
    patienceMs,
  })
  return { mood: script.musicMood, seed, hash }
}

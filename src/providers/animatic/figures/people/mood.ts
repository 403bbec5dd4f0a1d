import { clamp, wander } from '../brush/geometry.ts'
import type { ActionKind } from '../poses/actions.ts'
import type { Expression } from './expression.ts'

const downward: ReadonlySet<ActionKind> = new Set(['sweep', 'chop', 'wash', 'wipe', 'blow-candles'])

interface Feeling {
  readonly smile: number
  readonly brows: number
  readonly worry: number
  readonly mouthOpen: number
}

const feelings: readonly (readonly [RegExp, Feeling])[] = [
  [
    /happ|joy|cheer|play|fun|warm|excit|celebrat|delight|uplift|bright|comic|humou?r|romantic|love|triumph|proud/u,
    { smile: 0.75, brows: 0.25, worry: 0, mouthOpen: 0 },
  ],
  [
    /sad|melanchol|lonel|grief|sorrow|bitter|mourn|nostalg|somber|sombre/u,
    { smile: -0.6, brows: -0.1, worry: 0.75, mouthOpen: 0 },
  ],
  [
    /tense|fear|scar|suspens|anxi|worr|dark|danger|ominous|nerv|horror/u,
    { smile: -0.3, brows: 0.2, worry: 0.8, mouthOpen: 0.14 },
  ],
  [
    /wonder|awe|magic|myster|curious|epic|dream|surpris|amaz|hope|inspir/u,
    { smile: 0.3, brows: 0.75, worry: 0.15, mouthOpen: 0.16 },
  ],
  [
    /ang|furious|determin|fierce|intens|dramatic/u,
    { smile: -0.25, brows: -0.8, worry: 0, mouthOpen: 0 },
  ],
  [
    /calm|seren|peace|gentle|cozy|cosy|relax|tender|quiet|soft|content/u,
    { smile: 0.35, brows: 0.05, worry: 0, mouthOpen: 0 },
  ],
]

const plain: Feeling = { smile: 0.15, brows: 0, worry: 0, mouthOpen: 0 }

const byAction: Partial<Record<ActionKind, Feeling>> = {
  smile: { smile: 0.85, brows: 0.2, worry: 0, mouthOpen: 0 },
  laugh: { smile: 1, brows: 0.4, worry: 0, mouthOpen: 0.7 },
  cheer: { smile: 1, brows: 0.5, worry: 0, mouthOpen: 0.6 },
  cry: { smile: -0.8, brows: 0, worry: 1, mouthOpen: 0.1 },
  hug: { smile: 0.6, brows: 0.1, worry: 0.1, mouthOpen: 0 },
  kiss: { smile: 0.35, brows: 0.1, worry: 0.1, mouthOpen: 0 },
  shout: { smile: -0.2, brows: -0.5, worry: 0, mouthOpen: 0.85 },
  apologise: { smile: -0.4, brows: 0, worry: 0.9, mouthOpen: 0 },
  quarrel: { smile: -0.55, brows: -0.95, worry: 0, mouthOpen: 0.12 },
  dance: { smile: 0.7, brows: 0.2, worry: 0, mouthOpen: 0.1 },
  release: { smile: 0.5, brows: 0.5, worry: 0, mouthOpen: 0.1 },
  wave: { smile: 0.75, brows: 0.35, worry: 0, mouthOpen: 0.15 },
}

/** What a face shows at an instant: the mood, what is done, blinks, speech and small looks aside. */
export const expressionOf = (
  mood: string,
  action: ActionKind,
  moment: { readonly time: number; readonly seed: number; readonly up: boolean },
): Expression => {
  const { time, seed } = moment
  const lower = mood.toLowerCase()
  const feeling =
    byAction[action] ?? feelings.find(([pattern]) => pattern.test(lower))?.[1] ?? plain
  const speaking = action === 'talk' || action === 'sing' || action === 'quarrel'
  const pause = Math.sin(time * 0.9 + seed) > -0.75 ? 1 : 0.1
  const speech = speaking
    ? clamp(0.32 + Math.sin(time * 13 + seed) * 0.3 + Math.sin(time * 7.3 + seed * 2) * 0.28) *
      pause *
      (action === 'sing' ? 1.2 : 0.85)
    : 0
  const shut =
    action === 'sleep' ||
    action === 'hug' ||
    action === 'kiss' ||
    (action === 'laugh' && Math.sin(time * 1.1) > 0.2)
  const down =
    action === 'read' ||
    action === 'write' ||
    action === 'cook' ||
    action === 'hold' ||
    action === 'repair' ||
    downward.has(action) ||
    action === 'knit' ||
    action === 'sew' ||
    action === 'work' ||
    action === 'phone' ||
    action === 'type'
  return {
    smile: feeling.smile + wander(time * 0.5, seed) * 0.06,
    brows: feeling.brows + wander(time, seed + 3) * 0.1,
    worry: feeling.worry,
    mouthOpen: Math.max(feeling.mouthOpen, speech),
    eyesOpen: shut ? 0 : blink(time, seed) * (down ? 0.72 : 0.88 + feeling.brows * 0.2),
    gaze: {
      x: wander(time * 0.7, seed + 9) * 0.5,
      y: down ? 0.8 : moment.up ? -0.8 : wander(time * 0.4, seed) * 0.2,
    },
    tears: action === 'cry',
  }
}

/** 1 open, 0 shut; a blink of a sixth of a second every three to five seconds. */
const blink = (time: number, seed: number): number => {
  const period = 3.1 + (seed % 5) * 0.4
  const share = (time + 1.3 + (seed % 3)) % period
  return share < 0.16 ? Math.abs(share - 0.08) / 0.08 : 1
}

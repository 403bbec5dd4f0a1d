import type { CastMember, Subject } from '../../../domain/script.ts'
import type { Light, Look, Paint } from '../stage-types.ts'
import { makeBrush } from './brush/brush.ts'
import { mix, readColour, shift } from './brush/colour.ts'
import { makeDice } from './brush/dice.ts'
import type { Point } from './brush/geometry.ts'
import type { Frame } from './framing.ts'
import { readAction } from './poses/actions.ts'

/** Those who watch a performance. */
export interface Audience {
  readonly subject: Subject
  /** They clap or cheer. */
  readonly claps: boolean
}

const watchers = /\b(?:audience|spectators?|onlookers|crowd|listeners|viewers|public|fans)\b/u
const performing: ReadonlySet<string> = new Set([
  'sing',
  'guitar',
  'piano',
  'violin',
  'dance',
  'apologise',
])

/** The audience of a shot in which somebody performs; null where nobody does, or nobody watches. */
export const audienceIn = (
  subjects: readonly Subject[],
  place: string,
  cast: readonly CastMember[],
): Audience | null => {
  const subject = subjects.find(
    ({ what, castId }) =>
      watchers.test(what.toLowerCase()) && !cast.some(({ id }) => id === castId),
  )
  if (!subject) return null
  const others = subjects.filter((one) => one !== subject)
  const onStage = /stage|theat|concert|opera|podium|club|circus|arena/u.test(place)
  const performs = others.some(({ action }) => performing.has(readAction(action).kind))
  if (others.length === 0 || !(performs || onStage)) return null
  return { subject, claps: /clap|applau|cheer|celebrat|jump/u.test(subject.action.toLowerCase()) }
}

/** Rows of heads in the dark before the stage, seen from behind; their crowns stay above the captions. */
export const paintAudience = (
  context: Paint,
  {
    frame,
    light,
    look,
    time,
    claps,
  }: {
    readonly frame: Frame
    readonly light: Light
    readonly look: Look
    readonly time: number
    readonly claps: boolean
  },
): void => {
  const brush = makeBrush(context, light, look, 1)
  const { width, height } = frame
  const dice = makeDice(41)
  const near = frame.tight ? 1.6 : 1
  const head = Math.min(height * 0.07, width * 0.055) * near
  const dark = mix(readColour(light.shadow), readColour('#17131c'), 0.6)
  for (const [row, base] of [0.77, 0.86].entries()) {
    const each = head * 2.5 * (1 + row * 0.2)
    const size = head * (0.9 + row * 0.25)
    for (let x = -each + (row * each) / 2; x < width + each; x += each) {
      const at = {
        x: x + dice.between(-0.2, 0.2) * each,
        y: height * base + dice.between(-0.012, 0.012) * height,
      }
      const tone = shift(dark, dice.between(0, 0.07))
      const arms = claps && dice.roll() < 0.6
      const beat = Math.sin(time * 9 + x) * 0.25
      if (arms) paintClap(context, at, size, beat, tone)
      brush.oval({ x: at.x, y: at.y + size * 1.35 }, { rx: size * 1.05, ry: size * 0.9 }, tone, {
        shade: 0.3,
      })
      brush.oval(at, { rx: size * 0.44, ry: size * 0.55 }, shift(tone, 0.04), { shade: 0.5 })
    }
  }
}

const paintClap = (
  context: Paint,
  { x, y }: Point,
  size: number,
  beat: number,
  tone: { r: number; g: number; b: number },
): void => {
  context.strokeStyle = `rgb(${Math.round(tone.r + 14)},${Math.round(tone.g + 11)},${Math.round(tone.b + 10)})`
  context.lineWidth = size * 0.24
  context.lineCap = 'round'
  for (const side of [-1, 1]) {
    context.beginPath()
    context.moveTo(x + side * size * 0.9, y + size * 0.9)
    context.lineTo(x + side * size * (0.42 + Math.abs(beat) * 0.5), y - size * 0.75)
    context.stroke()
  }
}

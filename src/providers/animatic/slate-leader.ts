import type { CameraMove } from '../../domain/script.ts'
import { parseSlate, type SlateId } from '../../domain/slate.ts'
import type { Paint } from './stage-types.ts'

/** What a slate is labelled with. */
export interface SlateLabel {
  readonly slate: SlateId
  readonly camera: CameraMove
  readonly fps: number
}

const font = '"Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif'

/** A clapper board over the shot's first frame; the sticks meet on the last frames of the leader. */
export const paintSlate = (context: Paint, label: SlateLabel, frame: number): void => {
  const { width, height } = context.canvas
  context.fillStyle = 'rgba(10, 10, 16, 0.62)'
  context.fillRect(0, 0, width, height)
  const wide = Math.min(width * 0.72, height * 0.98)
  const high = wide * 0.52
  const left = (width - wide) / 2
  const top = (height - high) / 2 + high * 0.06
  paintSticks(context, { left, top, wide, thick: high * 0.15 }, Math.max(0, 1 - frame / 9))
  context.fillStyle = '#17181d'
  context.beginPath()
  context.roundRect(left, top, wide, high, high * 0.04)
  context.fill()
  context.strokeStyle = 'rgba(240, 240, 245, 0.85)'
  context.lineWidth = Math.max(1, high * 0.008)
  const line = top + high * 0.52
  for (const [x0, y0, x1, y1] of [
    [left, line, left + wide, line],
    [left + wide / 3, top, left + wide / 3, line],
    [left + (wide * 2) / 3, top, left + (wide * 2) / 3, line],
  ] as const) {
    context.beginPath()
    context.moveTo(x0, y0)
    context.lineTo(x1, y1)
    context.stroke()
  }
  paintWords(context, label, { left, top, wide, high })
}

const paintSticks = (
  context: Paint,
  board: {
    readonly left: number
    readonly top: number
    readonly wide: number
    readonly thick: number
  },
  open: number,
): void => {
  const { left, top, wide, thick } = board
  for (const [angle, lift] of [
    [0, 0.02],
    [-0.34 * open, 1.04],
  ] as const) {
    context.save()
    context.translate(left, top - thick * 0.02)
    context.rotate(angle)
    context.beginPath()
    context.rect(0, -thick * (lift + 1), wide, thick)
    context.clip()
    context.fillStyle = '#f4f4f2'
    context.fillRect(0, -thick * 3, wide, thick * 3)
    context.fillStyle = '#17181d'
    const step = wide / 7
    for (let stripe = -1; stripe < 8; stripe += 1) {
      const x = stripe * step
      const slant = lift > 1 ? thick * 0.6 : -thick * 0.6
      context.beginPath()
      context.moveTo(x, -thick * lift)
      context.lineTo(x + step / 2, -thick * lift)
      context.lineTo(x + step / 2 + slant, -thick * (lift + 1))
      context.lineTo(x + slant, -thick * (lift + 1))
      context.fill()
    }
    context.restore()
  }
}

const paintWords = (
  context: Paint,
  label: SlateLabel,
  {
    left,
    top,
    wide,
    high,
  }: { readonly left: number; readonly top: number; readonly wide: number; readonly high: number },
): void => {
  const { scene, letter, take } = parseSlate(label.slate)
  const cells = [
    ['SCENE', String(scene)],
    ['SHOT', letter],
    ['TAKE', String(take)],
  ] as const
  context.textAlign = 'center'
  context.fillStyle = '#f4f4f2'
  cells.forEach(([name, value], index) => {
    const x = left + (wide * (index + 0.5)) / 3
    context.font = `600 ${Math.round(high * 0.075)}px ${font}`
    context.fillText(name, x, top + high * 0.13)
    context.font = `700 ${Math.round(high * 0.25)}px ${font}`
    context.fillText(value, x, top + high * 0.43, wide * 0.3)
  })
  context.font = `700 ${Math.round(high * 0.115)}px ${font}`
  context.fillStyle = '#ff9a5c'
  context.fillText(
    `${label.camera.replaceAll('-', ' ').toUpperCase()}  ›››`,
    left + wide / 2,
    top + high * 0.72,
    wide * 0.9,
  )
  context.font = `500 ${Math.round(high * 0.07)}px ${font}`
  context.fillStyle = '#c9c9d2'
  context.fillText(
    `${label.slate} · ${Number(label.fps.toFixed(3))} FPS · ANIMATIC`,
    left + wide / 2,
    top + high * 0.9,
    wide * 0.9,
  )
  context.textAlign = 'start'
}

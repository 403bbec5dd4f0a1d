import type { StageLayer } from '../stage-types.ts'
import type { Actor } from './actor.ts'
import { makeBrush, paintGlows } from './brush/brush.ts'
import type { FigureRequest } from './figure-request.ts'
import { flierWatched } from './things/fliers.ts'

/** Heights of what is seen small in the sky at the start of a shot, shares of the picture's. */
const size = 0.2

/** What somebody watches fly away, small in the sky before them and smaller with time; none where nobody does. */
export const aloftLayers = (
  { light, look, seconds }: FigureRequest,
  actors: readonly Actor[],
): readonly StageLayer[] => {
  const watcher = actors.find(
    ({ kind, actionText }) => kind === 'person' && flierWatched(actionText),
  )
  const flier = watcher ? flierWatched(watcher.actionText) : null
  if (!watcher || !flier) return []
  const way = watcher.yaw < 0 ? -1 : 1
  return [
    {
      depth: 0.5,
      still: false,
      paint: (context, time, width, height) => {
        const gone = time / Math.max(1, seconds)
        const tall = (height * size) / (1 + gone * 0.9)
        const brush = makeBrush(context, light, look, 0.8)
        const x = watcher.x + way * (0.24 + gone * 0.1)
        const y = 0.3 - gone * 0.13
        flier.paint(brush, {
          at: { x: width * x + Math.sin(time * 0.8) * tall * 0.15, y: height * y },
          ...{ size: tall, time, way, held: false },
        })
        paintGlows(context, brush.glows)
      },
    },
  ]
}

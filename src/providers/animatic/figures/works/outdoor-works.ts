import type { WorkKit } from './work-kit.ts'
import type { WorkPainter } from './work-painter.ts'

/** Heights of hands at them, shares of the whole: the wall of a castle, the breast of a snowman. */
const handsUp = { sandcastle: 0.52, snowman: 0.6 } as const

/** Where one who is alone has it before the hands, metres. */
const beside = ({ workers, way }: WorkKit, apart: number): number => (workers > 1 ? 0 : way * apart)

/** A castle of sand between those who build it, or before one alone. */
export const sandcastle: WorkPainter = {
  under: (kit) =>
    kit.stand(
      'sandcastle',
      { x: beside(kit, 0.22), y: -0.09 },
      Math.min(0.6, (kit.top + 0.09) / handsUp.sandcastle),
    ),
}

/** A snowman that those who build it stand at. */
export const snowman: WorkPainter = {
  under: (kit) =>
    kit.stand(
      'snowman',
      { x: beside(kit, 0.36), y: -0.04 },
      Math.min(1.7, (kit.top + 0.1) / handsUp.snowman),
    ),
}

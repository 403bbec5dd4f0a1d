import type { Atmosphere } from '../drawing/atmosphere.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { StageLayer } from '../stage-types.ts'

/** Little lights that drift over the ground and glow up and go out, each in its own time. */
export const firefliesLayer = (air: Atmosphere, seed: number): StageLayer => {
  const random = randomFrom(seed + 79)
  const flies = Array.from({ length: 46 }, () => ({
    x: between(random, 0.02, 0.98),
    y: between(random, 0.38, 0.86),
    size: between(random, 0.008, 0.02),
    roam: between(random, 0.015, 0.05),
    phase: between(random, 0, Math.PI * 2),
    pace: between(random, 0.5, 1.1),
  }))
  const bright = 1 - air.level * 0.5
  return {
    depth: 1.06,
    still: false,
    paint: (context, time, width, height) => {
      context.globalCompositeOperation = 'screen'
      for (const { x, y, size, roam, phase, pace } of flies) {
        const glow = Math.max(0, Math.sin(time * pace * 1.8 + phase * 3) * 0.6 + 0.4) * bright
        const at = {
          x: (x + Math.sin(time * pace * 0.7 + phase) * roam) * width,
          y: (y + Math.sin(time * pace + phase * 2) * roam * 0.7) * height,
        }
        const radius = size * height * 1.6
        const light = context.createRadialGradient(at.x, at.y, 0, at.x, at.y, radius)
        light.addColorStop(0, `rgba(255, 255, 214, ${glow.toFixed(3)})`)
        light.addColorStop(0.22, `rgba(226, 246, 110, ${(glow * 0.85).toFixed(3)})`)
        light.addColorStop(1, 'rgba(180, 220, 70, 0)')
        context.fillStyle = light
        context.fillRect(at.x - radius, at.y - radius, radius * 2, radius * 2)
      }
      context.globalCompositeOperation = 'source-over'
    },
  }
}

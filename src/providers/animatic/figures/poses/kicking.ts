import { local } from '../brush/geometry.ts'
import { headed } from './act.ts'
import { runningPose } from './gait.ts'
import { ankle, hang, type Pose, planted } from './pose.ts'

/** Whether the ball is kicked off, once, and not played about the feet. @param word the word of the action, lower case */
export const isKick = (word: string | null): boolean => /^kick/u.test(word ?? '')

/** Seconds at which the run-up begins, ends, and the foot meets the ball. */
const [begins, arrives, meets] = [0.3, 1.15, 1.4]

/** How long the ball is seen to fly, seconds. */
const flight = 1.1

/** How far behind the ball the run begins, body heights. */
const run = 0.7

const share = (time: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (time - from) / (to - from)))

/** How far behind the place of the kick somebody is, body heights: the run-up. */
export const runUpAt = (time: number): number => run * (1 - share(time, begins, arrives))

/** Where the ball is, body heights from the body's feet, and how large it still is; null when it has flown off. */
export const kickedBall = (
  time: number,
): { readonly f: number; readonly u: number; readonly grow: number } | null => {
  const flown = share(time, meets, meets + flight)
  if (flown >= 1) return null
  return {
    f: 0.2 + runUpAt(time) + flown * 0.8,
    u: Math.sin(flown * Math.PI * 0.6) * 0.5,
    grow: 1 - flown * 0.65,
  }
}

/** The body of one who runs up to a ball, kicks it and looks after it. */
export const kickPose = (time: number, seed: number, base: Pose): Pose => {
  if (time > begins && time < arrives) return runningPose(time, seed)
  const back = share(time, arrives - 0.1, arrives + 0.1) * (1 - share(time, arrives + 0.1, meets))
  const through =
    share(time, arrives + 0.1, meets + 0.1) * (1 - share(time, meets + 0.35, meets + 0.9))
  return {
    ...base,
    pelvis: local(0, 0.505, -0.015),
    lean: 0.1 - through * 0.2,
    head: headed(base, time < meets ? 0.3 : -0.05),
    left: hang(-0.2 + through * 0.9, 0.3 + through * 0.3, 0.5),
    right: hang(0.2 - through * 0.8, 0.3 + through * 0.3, 0.5),
    leftFoot: planted(0.02, 0.05),
    rightFoot: planted(
      -0.05 - back * 0.26 + through * 0.34,
      -0.05,
      ankle + back * 0.14 + through * 0.16,
      back * 0.9 - through * 0.4,
    ),
  }
}

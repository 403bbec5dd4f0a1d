import { frames, rate24 } from '../domain/time.ts'
import type { ShotOrder } from '../ports/video-model.ts'

/** A shot order for tests of video vendors: a lake at sunset, two seconds, 1280 by 720, that starts freely. */
export const sampleShot = (changes: Partial<ShotOrder> = {}): ShotOrder => ({
  prompt: 'A lake at sunset',
  picture: {
    place: 'mountain lake',
    timeOfDay: 'sunset',
    weather: 'clear',
    mood: 'calm',
    subjects: [],
    objects: [],
    camera: 'push-in',
    framing: 'wide',
    style: 'warm',
    avoid: [],
  },
  cast: [],
  length: frames(48),
  rate: rate24,
  size: { width: 1280, height: 720 },
  firstFrame: null,
  lastFrame: null,
  seed: 7,
  slate: null,
  ...changes,
})

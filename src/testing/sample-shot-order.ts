import { frames, rate24 } from '../domain/time.ts'
import type { ShotOrder } from '../ports/video-model.ts'

/** Four seconds of a lake at 24 frames a second, 1280x720, from words alone; with changes where a test needs them. */
export const sampleShotOrder = (changes: Partial<ShotOrder> = {}): ShotOrder => ({
  prompt: 'A lake at sunset',
  picture: {
    place: 'lake',
    timeOfDay: 'sunset',
    weather: 'clear',
    mood: '',
    subjects: [],
    objects: [],
    camera: 'static',
    framing: 'wide',
    style: '',
    avoid: [],
  },
  cast: [],
  length: frames(96),
  rate: rate24,
  size: { width: 1280, height: 720 },
  firstFrame: null,
  lastFrame: null,
  seed: 7,
  slate: null,
  ...changes,
})

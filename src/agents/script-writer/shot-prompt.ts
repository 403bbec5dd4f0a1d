import type { ContractItem } from '../../domain/intent-contract.ts'
import type { CameraMove, Framing, Picture } from '../../domain/script.ts'

/** How a prompt begins, for each framing; ` of ` and the place follow. */
export const framingWords: Readonly<Record<Framing, string>> = {
  establishing: 'Establishing shot',
  wide: 'Wide shot',
  full: 'Full shot',
  medium: 'Medium shot',
  'close-up': 'Close-up',
  insert: 'Insert, a close detail',
}

/** The sentence on the camera, without its stop, for each move. */
export const cameraWords: Readonly<Record<CameraMove, string>> = {
  static: 'The camera is locked off',
  'push-in': 'The camera pushes in slowly',
  'pull-out': 'The camera pulls out slowly',
  'pan-left': 'The camera pans left',
  'pan-right': 'The camera pans right',
  'tilt-up': 'The camera tilts up',
  'tilt-down': 'The camera tilts down',
  'track-left': 'The camera tracks left',
  'track-right': 'The camera tracks right',
  'crane-up': 'The camera cranes up',
  orbit: 'The camera moves around the subject',
  handheld: 'Handheld camera',
}

/**
 * The words sent to a video model for a shot: everything in the picture, the looks of the cast as they stand in the
 * bible, the style, and what must not be seen.
 */
export const shotPrompt = (
  picture: Picture,
  names: ReadonlyMap<string, string>,
  items: readonly ContractItem[],
): string => {
  const weather = picture.weather === 'clear' ? '' : `, ${picture.weather}`
  const subjects = picture.subjects.map((subject) => {
    const name = subject.castId === null ? undefined : names.get(subject.castId)
    const who = name ?? (subject.count > 1 ? `${subject.count} × ${subject.what}` : subject.what)
    const look = subject.look === '' ? '' : ` (${subject.look})`
    return `${who}${look}${subject.action === '' ? '' : ` ${subject.action}`}`
  })
  const mustNots = [
    'no readable text',
    ...items
      .filter(({ kind }) => kind === 'must-not')
      .map(({ words, claim }) => (words[0] ? `no ${words[0]}` : claim)),
  ]
  return [
    `${framingWords[picture.framing]} of ${picture.place}, ${picture.timeOfDay}${weather}`,
    subjects.join('; '),
    picture.objects.length === 0 ? '' : `In the picture: ${picture.objects.join(', ')}`,
    cameraWords[picture.camera],
    picture.mood === '' ? '' : `Mood: ${picture.mood}`,
    picture.style,
    [...new Set(mustNots)].join(', '),
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence.replace(/[.\s]+$/, '')}.`)
    .join(' ')
}

import { StudioError } from './errors.ts'

declare const shotTag: unique symbol
declare const slateTag: unique symbol

/** Scene number and shot letter: `12C`. */
export type ShotId = string & { readonly [shotTag]: 'shot' }

/** The label of a take and the key of its footage: `12C-3`. */
export type SlateId = string & { readonly [slateTag]: 'slate' }

/** What a slate says, taken apart. */
export interface Slate {
  readonly scene: number
  /** `A`…`Z` without I and O, then `AA`…, as on set. */
  readonly letter: string
  /** From 1. */
  readonly take: number
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Shot letter of the n-th shot of a scene, counted from 0: A, B, … without I and O, then AA, AB, … */
export const shotLetter = (index: number): string => {
  if (!Number.isSafeInteger(index) || index < 0) {
    throw new TypeError(`A shot's index is a whole number from 0; got ${index}`)
  }
  const last = letters[index % letters.length] ?? 'A'
  const rest = Math.floor(index / letters.length)
  return rest === 0 ? last : shotLetter(rest - 1) + last
}

/** The id of a scene's n-th shot, n from 0: `shotId(12, 2)` is `12C`. */
export const shotId = (scene: number, index: number): ShotId => {
  if (!Number.isSafeInteger(scene) || scene < 1) {
    throw new TypeError(`A scene's number is a whole number from 1; got ${scene}`)
  }
  return `${scene}${shotLetter(index)}` as ShotId
}

/** The slate of a take, counted from 1: `slateId('12C', 3)` is `12C-3`. */
export const slateId = (shot: ShotId, take: number): SlateId => {
  if (!Number.isSafeInteger(take) || take < 1) {
    throw new TypeError(`A take's number is a whole number from 1; got ${take}`)
  }
  return `${shot}-${take}` as SlateId
}

const pattern = /^([1-9]\d{0,3})([A-HJ-NP-Z]{1,2})-([1-9]\d{0,3})$/i

/**
 * Take a slate apart; case does not matter.
 *
 * @throws StudioError `bad-input` with the form a slate has
 */
export const parseSlate = (text: string): Slate => {
  const match = pattern.exec(text.trim())
  if (!match?.[2]) {
    throw new StudioError({
      code: 'bad-input',
      message: `"${text.slice(0, 40)}" is not a slate. A slate is scene, shot letter and take, such as 3B-1 (the letters I and O are not used).`,
    })
  }
  return { scene: Number(match[1]), letter: match[2].toUpperCase(), take: Number(match[3]) }
}

/** The slate written in its one form: `12C-3`. */
export const formatSlate = (slate: Slate): SlateId =>
  `${slate.scene}${slate.letter}-${slate.take}` as SlateId

/** The shot a slate belongs to. */
export const shotOfSlate = (slate: SlateId): ShotId => {
  const { scene, letter } = parseSlate(slate)
  return `${scene}${letter}` as ShotId
}

/** The scene number of a shot. */
export const sceneOfShot = (shot: ShotId): number => Number.parseInt(shot, 10)

/** Order of shots in a film: by scene as a number, then A, B, … Z, AA. */
export const compareShots = (left: ShotId, right: ShotId): number => {
  const scenes = sceneOfShot(left) - sceneOfShot(right)
  if (scenes !== 0) return scenes
  const [a, b] = [left.replace(/^\d+/, ''), right.replace(/^\d+/, '')]
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

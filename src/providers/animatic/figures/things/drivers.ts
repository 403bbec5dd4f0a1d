import type { CastMember, Subject } from '../../../../domain/script.ts'
import { type Appearance, readAppearance } from '../people/appearance.ts'
import { type NamedThing, thingNamed } from './things.ts'

/** Somebody at the wheel of what they drive. */
export interface Driving {
  readonly driver: Subject
  readonly vehicle: NamedThing
  /** Words for who drives and what they do, lower case. */
  readonly words: readonly string[]
}

const drives = /\bdriv(?:es?|ing)\b/u

/** Who drives somewhere, and not something or somebody, does so in a car. */
const somewhere =
  /\bdriv(?:es?|ing)(?:$| (?:along|through|to|home|down|across|over|up|away|off|into|in|on|past|around|toward|towards|all|slowly|fast|by|at|from|south|north|east|west)\b)/u

/** Who drives in a shot, and what: the vehicle that the action or the shot's things name; null when nobody does. */
export const drivingIn = (
  subjects: readonly Subject[],
  objects: readonly string[],
  cast: readonly CastMember[],
): Driving | null => {
  const driver = subjects.find(
    ({ what, action }) => thingNamed(what) === null && drives.test(action.toLowerCase()),
  )
  if (!driver) return null
  const named = [driver.action, ...objects, ...subjects.map(({ what }) => what)]
    .map(thingNamed)
    .find((one) => one?.thing.driven)
  const vehicle = named ?? (somewhere.test(driver.action.toLowerCase()) ? thingNamed('car') : null)
  if (!vehicle) return null
  const goes = drives.exec(driver.action.toLowerCase())?.[0] ?? 'drives'
  const member = cast.find(({ id }) => id === driver.castId)
  return {
    driver,
    vehicle: { ...vehicle, goes, driver: lookOf(driver, member) },
    words: [driver.what.toLowerCase(), member?.name.toLowerCase() ?? '', goes].filter(
      (word) => word !== '',
    ),
  }
}

const lookOf = (driver: Subject, member: CastMember | undefined): Appearance =>
  member
    ? readAppearance(`${driver.what} ${member.look}`, `${member.id} ${member.name}`)
    : readAppearance(`${driver.what} ${driver.look}`, driver.what)

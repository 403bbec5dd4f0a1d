/** How what moves by itself goes in a shot. `rises` and `sinks` are straight up and down, as a helicopter goes. */
export type Manner = 'passes' | 'arrives' | 'leaves' | 'takes off' | 'lands' | 'rises' | 'sinks'

// The first that matches is meant, so the special stands before the general.
const deeds: readonly (readonly [Manner, RegExp])[] = [
  ['lands', /\b(?:lands|landing|touch(?:es|ing) down|set(?:s|ting) down|descend(?:s|ing))\b/u],
  [
    'takes off',
    /\b(?:launch(?:es|ing)?|lift(?:s|ing)? off|tak(?:es?|ing) off|blast(?:s|ing)? off|ris(?:es|ing)|ascend(?:s|ing)?|shoots? up)\b/u,
  ],
  [
    'leaves',
    /\b(?:leav(?:es|ing)|depart(?:s|ing)|pull(?:s|ing) (?:out|away|off)|(?:driv|mov)(?:es|ing) (?:off|away)|(?:sail|speed|roll|head|steam)(?:s|ing) (?:off|away|out)|set(?:s|ting) (?:off|out|sail))\b/u,
  ],
  [
    'arrives',
    /\b(?:arriv(?:es|ing)|approach(?:es|ing)|enter(?:s|ing)|pull(?:s|ing) (?:in|into|up|over)|com(?:es|ing) (?:in|into|to a (?:stop|halt|standstill))|stops|stopping|halt(?:s|ing)|parks|docks|docking|brak(?:es|ing)|slow(?:s|ing) down)\b/u,
  ],
  [
    'passes',
    /\b(?:pass(?:es|ing)?|driv(?:es?|ing)|speed(?:s|ing)?|rac(?:es|ing)|rush(?:es|ing)|goes|going|mov(?:es|ing)|travels?|roll(?:s|ing)|cruis(?:es|ing)|cross(?:es|ing)|fl(?:ies|ying)|sail(?:s|ing)?|drift(?:s|ing)?|float(?:s|ing)?|hover(?:s|ing)?|(?:glid|slid)(?:es?|ing)|(?:rumbl|rattl)(?:es?|ing)|chug(?:s|ging)?|steam(?:s|ing)?)\b/u,
  ],
]

const upward = /\b(?:soar(?:s|ing)?|fl(?:ies|ying)|climb(?:s|ing)?)\b/u

/** What a thing can do by itself. */
export interface Mobility {
  /** It goes from side to side. */
  readonly travels: boolean
  /** It goes straight up. */
  readonly rises: boolean
  readonly flies: boolean
}

/** How a thing goes, by what is said of it, and the words that say so; null for one that stays. */
export const mannerMeant = (
  action: string,
  { travels, rises, flies }: Mobility,
): { readonly manner: Manner; readonly word: string } | null => {
  if (!travels && !rises) return null
  const lower = action.toLowerCase()
  const [manner, pattern] = deeds.find(([, deed]) => deed.test(lower)) ?? []
  const climbs = !travels && (!manner || manner === 'passes') ? upward.exec(lower)?.[0] : undefined
  if (climbs) return { manner: 'rises', word: climbs }
  const word = pattern?.exec(lower)?.[0]
  if (!manner || word === undefined) return null
  if (manner === 'takes off')
    return able({ travels, rises, flies }, ['rises', 'leaves'], manner, word)
  if (manner === 'lands') return able({ travels, rises, flies }, ['sinks', 'arrives'], manner, word)
  return travels ? { manner, word } : null
}

/** What rises goes straight up and down; what neither rises nor flies leaves and arrives on the ground. */
const able = (
  { rises, flies }: Mobility,
  [upright, level]: readonly [Manner, Manner],
  manner: Manner,
  word: string,
): { readonly manner: Manner; readonly word: string } => {
  if (rises) return { manner: upright, word }
  return { manner: flies ? manner : level, word }
}

/** Where a vehicle is on its way. */
export interface WayPoint {
  /** −1 out of the picture where it comes from, 0 at its place, 1 out of the picture where it goes. */
  readonly along: number
  /** Above the ground: 0 on it, 1 out of the picture. */
  readonly aloft: number
  /** How far the nose points up, radians. */
  readonly pitch: number
}

const clamped = (value: number): number => Math.max(0, Math.min(1, value))

/** Shares of the shot: before one what leaves stands, after the other what arrives does. */
const starting = 0.14
const stopped = 0.8

const slowing = (share: number): number => -((1 - clamped(share / stopped)) ** 2)
const gaining = (share: number): number => clamped((share - starting) / (1 - starting)) ** 2

const ways: Readonly<Record<Manner, (share: number) => WayPoint>> = {
  passes: (share) => ({ along: 2 * share - 1, aloft: 0, pitch: 0 }),
  arrives: (share) => ({ along: slowing(share), aloft: 0, pitch: 0 }),
  leaves: (share) => ({ along: gaining(share), aloft: 0, pitch: 0 }),
  rises: (share) => ({ along: 0, aloft: gaining(share), pitch: 0 }),
  sinks: (share) => ({ along: 0, aloft: -slowing(share), pitch: 0 }),
  'takes off': (share) => {
    const aloft = clamped((share - 0.35) / 0.65) ** 1.7
    const nose = clamped((share - 0.28) / 0.2)
    return { along: -0.5 + 1.35 * share ** 1.7, aloft: aloft * 0.8, pitch: 0.17 * nose }
  },
  lands: (share) => {
    const aloft = clamped(1 - share / 0.62) ** 1.5
    const flare = clamped((0.72 - share) / 0.16)
    return { along: 0.12 + 1.05 * slowing(share), aloft: aloft * 0.75, pitch: 0.08 * flare }
  },
}

/** Where a vehicle is after a share of the shot, 0…1: what arrives slows until it stands, what leaves gains speed. */
export const wayPoint = (manner: Manner, share: number): WayPoint => ways[manner](clamped(share))

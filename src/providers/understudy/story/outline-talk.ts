import { titleCase } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import type { GenreLines } from '../lines/genre-lines.ts'
import { lessonLines, podcastLines } from '../lines/genre-lines.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { factsOf } from '../reading/tellable.ts'
import type { Entry } from './arrange.ts'
import { actEntries, detailIdea, entry, meetIdea, openIdea, turned } from './arrange.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { idea, oneOf } from './scene-idea.ts'

/** A conversation or an explanation: who speaks about what, point by point. */
export const talkEntries = (
  reading: Reading,
  setting: Setting,
  scenes: number,
): readonly Entry[] => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const host = people[0]
  const open: SceneIdea = {
    ...openIdea(reading, setting),
    steps: talk(people, 0, 'sits'),
    lines: say(reading, 'open', null),
  }
  const reveal = idea('reveal', titleCase(reading.subject.topic) || 'The Question', {
    steps: talk(people, 0, 'talks'),
    framing: 'medium',
    lines: say(reading, 'reveal', speakerOf(reading, people, 0)),
    caption: captionFor(host),
  })
  const close = idea('close', 'Until Next Time', {
    steps: talk(people, 0, 'talks'),
    camera: 'pull-out',
    lines: say(reading, 'close', speakerOf(reading, people, 0)),
  })
  const turn = idea('turn', 'The Turn', {
    steps: talk(people, 1, 'talks'),
    framing: 'full',
    camera: 'orbit',
    lines: say(reading, 'turn', speakerOf(reading, people, 0)),
  })
  const acts = reading.clauses.length > 0 ? actEntries(reading, setting, Math.ceil(scenes / 3)) : []
  return [
    entry(open, 0, 2),
    entry(reveal, 0.12, 1),
    entry(close, 1, 2.5),
    entry(turn, 0.85, 4.5),
    ...guestEntries(reading, people),
    ...acts.map((act) => ({ ...act, rank: act.rank + 2 })),
    ...pointEntries(reading, people),
    ...reading.objects
      .slice(0, 3)
      .map(({ word }, index) => entry(detailIdea(word), 0.45 + index * 0.1, 4 + index)),
  ]
}

const bankOf = (reading: Reading): GenreLines =>
  reading.subject.genre === 'podcast' ? podcastLines : lessonLines

const filled = (lines: readonly string[], topic: string): readonly string[] =>
  lines
    .filter((line) => topic !== '' || !line.includes('{t}'))
    .map((line) => line.replaceAll('{t}', topic))

const say = (reading: Reading, part: keyof GenreLines, speaker: string | null): readonly Line[] =>
  oneOf(turned(filled(bankOf(reading)[part], reading.subject.topic), reading, part), speaker)

/** Named people speak in a conversation; everything else is the narrator's. */
const speakerOf = (
  reading: Reading,
  people: readonly CastEntry[],
  index: number,
): string | null => {
  const member = people[index % Math.max(1, people.length)]
  return reading.subject.genre === 'podcast' ? (member?.name ?? null) : null
}

const talk = (people: readonly CastEntry[], index: number, action: string): SceneIdea['steps'] => {
  const member = people[index % Math.max(1, people.length)]
  if (!member) return []
  const others = people.map(({ id }) => id).filter((id) => id !== member.id)
  return [
    { castIds: [member.id], phrase: action, action, companions: others.slice(0, 2), objects: [] },
  ]
}

const guestEntries = (reading: Reading, people: readonly CastEntry[]): readonly Entry[] =>
  people.slice(1, 3).map((member, index) => {
    const guest: SceneIdea = {
      ...meetIdea(reading, [member], index),
      steps: talk(people, index + 1, 'talks'),
      caption: captionFor(member),
      lines: say(reading, 'use', null),
    }
    return entry(guest, 0.2 + index * 0.05, 2.2 + index)
  })

const pointTitles = [
  'First Things',
  'One Part',
  'The Surprise',
  'Step by Step',
  'An Example',
  'The Objection',
  'In Short',
  'One More Thing',
]

/** Pictures without words. */
const silentPoints = ['', '', '', '']

const pointEntries = (reading: Reading, people: readonly CastEntry[]): readonly Entry[] => {
  const facts = factsOf(reading)
  const silent = bankOf(reading).detail.length === 0 ? silentPoints : []
  const points = [
    ...facts,
    ...filled(bankOf(reading).detail, reading.subject.topic),
    ...silent,
  ].slice(0, 8)
  return points.map((text, index) => {
    const isEven = index % 2 === 0
    const speaker = facts.includes(text) ? null : speakerOf(reading, people, index + 1)
    const point = idea('detail', pointTitles[index % pointTitles.length] ?? 'A Point', {
      steps: talk(people, index + 1, 'talks'),
      framing: isEven ? 'close-up' : 'medium',
      camera: isEven ? 'push-in' : 'track-left',
      objects: thingAt(reading, index),
      lines: oneOf([text], speaker),
    })
    return entry(point, 0.3 + index * 0.06, 3 + index * 0.4)
  })
}

/** Something to look at while a point is made: a thing of the concept, else one of those that stand about where people explain. */
const thingAt = (reading: Reading, index: number): readonly string[] => {
  const own = reading.objects.map(({ word }) => word)
  const banned = new Set(reading.negations.flatMap(({ words }) => words))
  const usual =
    reading.cast.length > 0 ? [] : ['book', 'lamp', 'clock', 'painting', 'key', 'flower']
  const things = [...own, ...usual].filter((thing) => !banned.has(thing))
  const thing = things[index % Math.max(1, things.length)]
  return thing === undefined ? [] : [thing]
}

const captionFor = (member: CastEntry | undefined): string => {
  if (!member || member.name === null) return ''
  return member.noun === '' ? member.name : `${member.name} · ${member.noun}`
}

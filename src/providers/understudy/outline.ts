import type { Entry } from './arrange.ts'
import {
  actEntries,
  arranged,
  closeIdea,
  detailIdea,
  entry,
  faceIdea,
  lightIdea,
  meetIdea,
  merged,
  openIdea,
  placeEntries,
  turned,
  weatherIdea,
} from './arrange.ts'
import type { GenreLines } from './genre-lines.ts'
import { advertLines, lessonLines, podcastLines } from './genre-lines.ts'
import { capital } from './naming.ts'
import type { Reading } from './read-concept.ts'
import { readConcept } from './read-concept.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { idea, told } from './scene-idea.ts'
import type { Setting } from './setting.ts'
import { ideaOfClause } from './steps.ts'
import { factsOf } from './tellable.ts'

/**
 * The scenes of a film, the same for every pilot: exactly `scenes` of them.
 *
 * @param scenes 1–40
 */
export const outlineScenes = (
  reading: Reading,
  setting: Setting,
  scenes: number,
): readonly SceneIdea[] => {
  const fillers = placeEntries(reading, setting, 8)
  if (reading.scenes.length > 0) return listedScenes(reading, setting, fillers, scenes)
  const { genre } = reading.subject
  if (genre === 'advert') return arranged(advertEntries(reading, setting, scenes), fillers, scenes)
  if (genre !== 'story') return arranged(talkEntries(reading, setting, scenes), fillers, scenes)
  const entries =
    reading.cast.length > 0
      ? storyEntries(reading, setting, scenes)
      : placeFilmEntries(reading, setting, fillers)
  return arranged(entries, fillers, scenes)
}

const listedScenes = (
  reading: Reading,
  setting: Setting,
  fillers: readonly Entry[],
  scenes: number,
): readonly SceneIdea[] => {
  const ideas = reading.scenes.map((scene, index): SceneIdea => {
    const start = reading.text.indexOf(scene.text.slice(0, 30))
    const end = start + scene.text.length
    const clauses = reading.clauses.filter(
      (clause) => start >= 0 && clause.start >= start && clause.start < end,
    )
    const acts = clauses.map((clause) => ideaOfClause(reading, clause))
    const part = readConcept(`${scene.title}. ${scene.text}`)
    const seen = acts.length > 0 ? merged(acts, 1)[0] : undefined
    const isLast = index === reading.scenes.length - 1
    return {
      ...(seen ?? stillIdea(reading, part)),
      kind: index === 0 ? 'open' : isLast ? 'close' : (seen?.kind ?? 'place'),
      title: scene.title === '' ? (seen?.title ?? titleFrom(scene.text, index)) : scene.title,
      place: part.places[0]?.word ?? null,
      time: part.times[0]?.word ?? null,
      weather: part.weathers[0]?.word ?? null,
      objects: part.objects.map(({ word }) => word).slice(0, 3),
      lines: [...quotedLines(scene.text), ...(seen?.lines ?? told(factsOf(part)))],
      seconds: scene.seconds,
    }
  })
  const carried = carryPlaces(ideas, setting)
  if (carried.length >= scenes) return merged(carried, scenes)
  const entries = carried.map((scene, index) => entry(scene, index / carried.length, 1))
  return arranged(entries, fillers, scenes)
}

/** A listed scene in which nobody does anything we can name: whoever it mentions is seen. */
const stillIdea = (reading: Reading, part: Reading): SceneIdea => {
  const nouns = new Set(
    part.cast.flatMap(({ name, noun }) => [name ?? noun, noun.split(' ').at(-1)]),
  )
  const ids = reading.cast
    .filter(({ name, noun }) => nouns.has(name ?? noun) || nouns.has(noun.split(' ').at(-1)))
    .map(({ id }) => id)
  const steps =
    ids.length > 0 ? [{ castIds: ids, phrase: '', action: '', companions: [], objects: [] }] : []
  return idea('place', '', { steps, framing: ids.length > 0 ? 'medium' : 'wide' })
}

const titleFrom = (text: string, index: number): string =>
  text
    .split(/[.,;:!?\n]/)[0]
    ?.split(/\s+/)
    .slice(0, 5)
    .join(' ')
    .trim() || `Scene ${index + 1}`

const quotedLines = (text: string): readonly Line[] =>
  [...text.matchAll(/["“]([^"”\n]{4,84})["”]/gu)].map((match) => ({
    text: match[1] ?? '',
    speaker: null,
  }))

const carryPlaces = (ideas: readonly SceneIdea[], setting: Setting): readonly SceneIdea[] => {
  let place = setting.places[0] ?? ''
  return ideas.map((scene) => {
    place = scene.place ?? place
    return { ...scene, place }
  })
}

const storyEntries = (reading: Reading, setting: Setting, scenes: number): readonly Entry[] => {
  const spare = Math.min(2, scenes - 1)
  const acts = actEntries(
    reading,
    setting,
    reading.clauses.length > 0 ? scenes - spare : Math.ceil(scenes / 2),
  )
  const firstOf = (id: string): number =>
    acts.find(({ idea: act }) => act.steps.some(({ castIds }) => castIds.includes(id)))?.order ??
    0.3
  const lead = reading.cast[0]
  const close = closeIdea(reading, setting)
  const lastStep = acts.at(-1)?.idea.steps.at(-1)
  return [
    entry(openIdea(reading, setting), 0, 2),
    entry({ ...close, steps: lastStep ? [lastStep] : [] }, 1, 3),
    ...acts,
    ...reading.cast
      .slice(0, 3)
      .map((member, index) =>
        entry(
          meetIdea(reading, member, index),
          Math.max(0.1 + index * 0.01, firstOf(member.id) - 0.02),
          4 + index * 1.6,
        ),
      ),
    ...reading.objects
      .slice(0, 3)
      .map(({ word }, index) => entry(detailIdea(word), orderOfObject(acts, word), 5 + index)),
    ...changeEntries(reading, setting),
    ...(lead ? [entry(faceIdea(reading, lead), 0.9, 7)] : []),
  ]
}

const orderOfObject = (acts: readonly Entry[], object: string): number =>
  (acts.find(({ idea: act }) => act.steps.some(({ objects }) => objects.includes(object)))?.order ??
    0.5) + 0.01

const changeEntries = (reading: Reading, setting: Setting): readonly Entry[] => {
  const [weather] = reading.weathers
  const light = setting.timeAt(0.8)
  return [
    ...(weather ? [entry(weatherIdea(reading, weather.word), 0.55, 6)] : []),
    entry(lightIdea(reading, light), 0.8, 6.5),
  ]
}

const placeFilmEntries = (
  reading: Reading,
  setting: Setting,
  fillers: readonly Entry[],
): readonly Entry[] => {
  const facts = factsOf(reading)
  const more = setting.places.slice(1).map((place, index, all) =>
    entry(
      {
        ...openIdea(reading, { ...setting, places: [place] }),
        kind: 'place',
        framing: 'wide',
        camera: 'pan-right',
      },
      (index + 1) / (all.length + 1),
      2 + index * 0.01,
    ),
  )
  return [
    entry(openIdea(reading, setting), 0, 1),
    entry(closeIdea(reading, setting), 1, 2.5),
    ...more,
    ...reading.objects
      .slice(0, 4)
      .map(({ word }, index) => entry(detailIdea(word), 0.4 + index * 0.1, 3.2 + index)),
    ...changeEntries(reading, setting).map((change) => ({ ...change, rank: change.rank - 2.6 })),
    ...fillers.map((filler, index) => ({
      ...filler,
      rank: 3.3 + index * 0.3,
      idea: facts[index] ? { ...filler.idea, lines: told([facts[index]]) } : filler.idea,
    })),
  ]
}

const filled = (lines: readonly string[], reading: Reading): readonly string[] => {
  const { brand, product, topic } = reading.subject
  const name = brand || capital(product) || 'something new'
  return lines
    .filter((line) => topic !== '' || !line.includes('{t}'))
    .filter((line) => brand !== '' || product !== '' || !line.includes('{P}'))
    .map((line) =>
      line
        .replaceAll('{P}', name)
        .replaceAll('{p}', product || brand)
        .replaceAll('{t}', topic),
    )
}

const advertEntries = (reading: Reading, setting: Setting, scenes: number): readonly Entry[] => {
  const { brand, product, productObject } = reading.subject
  const say = (part: keyof GenreLines): readonly Line[] =>
    told(turned(filled(advertLines[part], reading), reading, part))
  const name = brand || capital(product)
  const things = productObject === '' ? [] : [productObject]
  const acts = actEntries(reading, setting, Math.max(1, Math.ceil(scenes / 3)))
  const hasCast = reading.cast.length > 0
  const facts = factsOf(reading)
  const insert = { objects: things, framing: 'insert', camera: 'push-in' } as const
  return [
    entry(
      { ...openIdea(reading, setting), title: 'Any Day', lines: say('open'), steps: [] },
      0,
      2.4,
    ),
    entry(
      idea('reveal', name || 'The Product', {
        ...insert,
        camera: 'orbit',
        caption: brand && product ? `${brand} · ${product}` : name,
        lines: say('reveal'),
      }),
      0.2,
      1,
    ),
    entry(
      idea('close', name || 'Ready', {
        ...insert,
        framing: 'wide',
        camera: 'pull-out',
        lines: say('close').slice(0, 1),
      }),
      1,
      2,
    ),
    ...(hasCast
      ? acts.map((act, index) => ({
          ...act,
          rank: 3 + index * 0.4,
          idea: {
            ...act.idea,
            objects: [...new Set([...things, ...act.idea.objects])],
            lines: [...act.idea.lines.slice(0, 1), ...say('use')],
          },
        }))
      : [
          entry(
            idea('act', 'In Use', {
              ...insert,
              framing: 'medium',
              camera: 'track-right',
              lines: say('use'),
            }),
            0.5,
            3,
          ),
        ]),
    ...facts.slice(0, 6).map((fact, index) =>
      entry(
        idea('detail', 'Up Close', {
          ...insert,
          framing: index % 2 === 0 ? 'insert' : 'close-up',
          camera: index % 2 === 0 ? 'pan-right' : 'tilt-up',
          lines: told([fact]),
        }),
        0.4 + index * 0.07,
        2.8 + index * 0.5,
      ),
    ),
    entry(
      idea('detail', 'The Detail', {
        ...insert,
        framing: 'close-up',
        camera: 'pan-left',
        lines: say('detail'),
      }),
      0.36,
      5,
    ),
    ...(hasCast && reading.cast[0]
      ? [
          entry(
            {
              ...faceIdea(reading, reading.cast[0]),
              kind: 'turn',
              title: 'A Better Day',
              lines: say('turn'),
            },
            0.92,
            5.5,
          ),
        ]
      : [entry(idea('turn', 'A Better Day', { lines: say('turn') }), 0.92, 5.5)]),
    ...changeEntries(reading, setting).map((change) => ({ ...change, rank: change.rank + 1 })),
  ]
}

const talkEntries = (reading: Reading, setting: Setting, scenes: number): readonly Entry[] => {
  const isPodcast = reading.subject.genre === 'podcast'
  const bank = isPodcast ? podcastLines : lessonLines
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const host = people[0]
  const speaker = (index: number): string | null => {
    const member = people[index % Math.max(1, people.length)]
    return isPodcast && member?.name ? member.name : null
  }
  const say = (part: keyof GenreLines, who: number): readonly Line[] =>
    turned(filled(bank[part], reading), reading, part).map((text) => ({
      text,
      speaker: speaker(who),
    }))
  const talk = (index: number): SceneIdea['steps'] => {
    const member = people[index % Math.max(1, people.length)]
    if (!member) return []
    const others = people.map(({ id }) => id).filter((id) => id !== member.id)
    return [
      {
        castIds: [member.id],
        phrase: 'talks',
        action: 'talks',
        companions: others.slice(0, 2),
        objects: [],
      },
    ]
  }
  const facts = factsOf(reading)
  const details = filled(bank.detail, reading)
  const acts =
    reading.clauses.length > 0
      ? actEntries(reading, setting, Math.max(1, Math.ceil(scenes / 3)))
      : []
  const points = [...facts, ...details].slice(0, 8)
  return [
    entry(
      {
        ...openIdea(reading, setting),
        steps: talk(0).map((step) => ({ ...step, phrase: 'sits', action: 'sits' })),
        lines: told(turned(filled(bank.open, reading), reading, 'open')),
      },
      0,
      2,
    ),
    entry(
      idea('reveal', capital(reading.subject.topic) || 'The Question', {
        steps: talk(0),
        framing: 'medium',
        lines: say('reveal', 0),
        caption: host ? captionFor(host) : '',
      }),
      0.12,
      1,
    ),
    entry(
      idea('close', 'Until Next Time', {
        steps: talk(0),
        framing: 'wide',
        camera: 'pull-out',
        lines: say('close', 0).slice(0, 1),
      }),
      1,
      2.5,
    ),
    ...people.slice(1, 3).map((member, index) =>
      entry(
        {
          ...meetIdea(reading, member, index),
          steps: talk(index + 1),
          caption: captionFor(member),
          lines: say('use', index + 1).map((line) => ({ ...line, speaker: null })),
        },
        0.2 + index * 0.05,
        2.2 + index,
      ),
    ),
    ...acts.map((act) => ({ ...act, rank: act.rank + 2 })),
    ...points.map((text, index) =>
      entry(
        idea('detail', pointTitles[index % pointTitles.length] ?? 'A Point', {
          steps: talk(index + 1),
          framing: index % 2 === 0 ? 'close-up' : 'medium',
          camera: index % 2 === 0 ? 'push-in' : 'track-left',
          objects: reading.objects.slice(index % 3, (index % 3) + 1).map(({ word }) => word),
          lines: [{ text, speaker: facts.includes(text) ? null : speaker(index + 1) }],
        }),
        0.3 + index * 0.06,
        3 + index * 0.4,
      ),
    ),
    entry(
      idea('turn', 'The Turn', {
        steps: talk(1),
        framing: 'full',
        camera: 'orbit',
        lines: say('turn', 0),
      }),
      0.85,
      4.5,
    ),
    ...reading.objects
      .slice(0, 3)
      .map(({ word }, index) => entry(detailIdea(word), 0.45 + index * 0.1, 4 + index)),
  ]
}

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

const captionFor = (member: Reading['cast'][number]): string =>
  member.name === null ? '' : member.noun === '' ? member.name : `${member.name} · ${member.noun}`

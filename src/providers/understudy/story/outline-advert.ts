import { narrationAirSeconds, speakingSeconds } from '../../../domain/crew-tasks.ts'
import { capital } from '../cast/naming.ts'
import type { GenreLines } from '../lines/genre-lines.ts'
import { advertLines, placeAdvertLines } from '../lines/genre-lines.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { surveyOf } from '../reading/survey.ts'
import { factsOf } from '../reading/tellable.ts'
import { places } from '../words/vocabulary.ts'
import type { Entry } from './arrange.ts'
import { actEntries, changeEntries, entry, faceIdea, openIdea, turned } from './arrange.ts'
import { sightIdeas } from './outline-survey.ts'
import type { Line, SceneIdea } from './scene-idea.ts'
import { idea, isTold, oneOf, told, toldAs } from './scene-idea.ts'

/** An advert: an ordinary day, the thing, what the client says of it, people with it, its name. */
export const advertEntries = (
  reading: Reading,
  setting: Setting,
  scenes: number,
): readonly Entry[] => {
  const { brand, product, productObject } = reading.subject
  const name = brand || capital(product)
  const things = productObject === '' ? [] : [productObject]
  const look = { objects: things, framing: 'insert', camera: 'push-in' } as const
  const caption = brand && product ? `${brand} · ${product}` : name
  const open = { ...openIdea(reading, setting), title: 'Any Day', lines: say(reading, 'open') }
  const reveal = idea('reveal', name || 'The Thing Itself', {
    ...look,
    camera: 'orbit',
    caption,
    lines: revealLines(reading, scenes <= shortAdvert),
  })
  const close = idea('close', name === '' ? 'Ready' : `${name}, Ready`, {
    ...look,
    framing: 'medium',
    camera: 'pull-out',
    lines: oneOf([...lastWords(reading, name), ...named(linesFor(reading).close, reading)]),
  })
  if (scenes <= shortAdvert && reading.clauses.length > 0)
    return toldEntries(reading, setting, scenes, { reveal, close })
  return [
    entry(open, 0, 2.4),
    entry(reveal, 0.2, 1),
    entry(close, 1, 2),
    ...inUseEntries(reading, setting, scenes, things),
    ...factEntries(reading, setting, look),
    entry(
      idea('detail', 'The Detail', {
        ...look,
        framing: 'close-up',
        camera: 'pan-left',
        lines: say(reading, 'detail'),
      }),
      0.36,
      5,
    ),
    entry(turnIdea(reading, setting), 0.92, 5.5),
    ...changeEntries(reading, setting).map((change) => ({ ...change, rank: change.rank + 1 })),
  ]
}

/** The slogan and what the audience is asked to do, after the name where neither has it; in ever fewer words. */
const lastWords = ({ subject }: Reading, name: string): readonly string[] => {
  const said = [subject.slogan, subject.call]
    .filter((words) => words !== '')
    .map((words) => words.replace(/[^.!?…]$/u, '$&.'))
  if (said.length === 0) return []
  const all = said.join(' ')
  return [...(name === '' || all.includes(name) ? [] : [`${name}. ${all}`]), all, ...said.slice(-1)]
}

/** Seconds of the last picture of a short advert: a look at the thing, then the card that its slogan is on. */
const leastEnd = 3.1

/** Adverts of at most so many scenes have no time for more than the client's own story. */
const shortAdvert = 4

/** A short advert: what the client tells, then the thing with its name and its slogan; the thing first where there is time. */
const toldEntries = (
  reading: Reading,
  setting: Setting,
  scenes: number,
  { reveal, close }: { readonly reveal: SceneIdea; readonly close: SceneIdea },
): readonly Entry[] => {
  const acts = actEntries(reading, setting, Math.max(1, scenes - 1)).map(({ idea: act }) => ({
    ...act,
    objects: [...new Set([...reveal.objects, ...act.objects])],
    lines: act.lines.filter(isTold),
  }))
  const [only] = acts
  if (scenes === 1 && only)
    return [entry({ ...only, lines: [...only.lines, ...close.lines] }, 0, 1)]
  // The thing alone is seen for as long as its words last.
  const [last = ''] = close.lines.map(({ text }) => text)
  const seconds = Math.max(leastEnd, speakingSeconds(last) + narrationAirSeconds + 0.4)
  const all = [...(acts.length < scenes - 1 ? [reveal] : []), ...acts, { ...close, seconds }]
  return all.map((scene, index) => entry(scene, index / all.length, 1))
}

/** A place one goes to is nothing that is picked up and taken along. */
const linesFor = ({ subject: { product, brand } }: Reading): GenreLines =>
  isPlace(product) || (product === '' && isPlace(brand)) ? placeAdvertLines : advertLines

const isPlace = (words: string): boolean =>
  places.find(words).length > 0 ||
  /\b(?:gym|salon|spa|studio|restaurant|bar|pub|hotel|museum|zoo|cinema|theat(?:re|er)|clinic|school|store|boutique|centre|center|festival|pizzeria|bistro|brewery|barbershop|hostel|pool|club)\b/i.test(
    words,
  )

const named = (lines: readonly string[], reading: Reading): readonly string[] => {
  const { brand, product } = reading.subject
  return lines
    .filter((line) => brand !== '' || product !== '' || !/\{p\}/i.test(line))
    .map((line) =>
      line
        .replaceAll('{P}', brand || calledBy(product))
        .replaceAll('{p}', product === '' ? brand : calledBy(product)),
    )
    .map(capital)
}

/** "the umbrella", "coffee": what is poured or cut has no article. */
const calledBy = (product: string): string =>
  /(?:coffee|tea|honey|milk|juice|water|beer|wine|soap|shampoo|chocolate|bread|cheese|perfume|ice cream|toothpaste|rice|pasta|oil|yoghurt|yogurt|lemonade|jam)$/i.test(
    product,
  )
    ? product
    : `the ${product}`

/** What the client claims is said where the thing is first seen. */
const revealLines = (reading: Reading, isShort: boolean): readonly Line[] => {
  const { claim, brand, product, lines } = reading.subject
  const it = brand === '' && /[^s]s$/.test(product) ? 'They' : 'It'
  const claims =
    claim === ''
      ? []
      : named([`Meet {P}. ${it} ${claim}.`, `{P} ${claim}.`, `${it} ${claim}.`], reading)
  return [...oneOf(claims), ...(isShort ? told(lines.slice(0, 1)) : []), ...say(reading, 'reveal')]
}

const say = (reading: Reading, part: keyof GenreLines): readonly Line[] =>
  oneOf(turned(named(linesFor(reading)[part], reading), reading, part))

const inUseEntries = (
  reading: Reading,
  setting: Setting,
  scenes: number,
  things: readonly string[],
): readonly Entry[] => {
  if (reading.cast.length === 0) {
    const use = idea('act', 'In Use', {
      objects: things,
      framing: 'wide',
      camera: 'track-right',
      lines: say(reading, 'use'),
    })
    return [entry(use, 0.5, 3)]
  }
  return actEntries(reading, setting, Math.max(1, Math.ceil(scenes / 3))).map((act, index) => ({
    ...act,
    rank: 1.5 + index * 0.4,
    idea: {
      ...act.idea,
      objects: [...new Set([...things, ...act.idea.objects])],
      lines: [...act.idea.lines.filter(isTold), ...say(reading, 'use')],
    },
  }))
}

const factEntries = (
  reading: Reading,
  setting: Setting,
  look: Pick<SceneIdea, 'objects' | 'framing' | 'camera'>,
): readonly Entry[] => [
  ...listedEntries(reading, setting),
  ...factsBesides(reading).map((fact, index) => {
    const isEven = index % 2 === 0
    const detail = idea('detail', factTitles[index] ?? 'Up Close', {
      ...look,
      framing: isEven ? 'insert' : 'close-up',
      camera: isEven ? 'pan-right' : 'tilt-up',
      lines: told([fact]),
    })
    return entry(detail, 0.4 + index * 0.07, 2.8 + index * 0.5)
  }),
]

const factsBesides = (reading: Reading): readonly string[] => {
  const listed = surveyOf(reading)?.sights.map(({ text }) => text.replace(/[.!]$/, '')) ?? []
  return [...reading.subject.lines, ...factsOf(reading)]
    .filter((fact) => !listed.some((text) => fact.includes(text)))
    .slice(0, 6)
}

/** "Fresh bread, warm pastries": what the client lists of it comes before any line of ours. */
const listedEntries = (reading: Reading, setting: Setting): readonly Entry[] => {
  const survey = surveyOf(reading)
  if (survey === null || !reading.isEnglish) return []
  return sightIdeas(reading, setting, survey).map((scene, index) => {
    const text = survey.sights[index]?.text ?? ''
    const said = toldAs([capital(text).replace(/[^.!?…]$/u, '$&.')], index)
    return entry({ ...scene, kind: 'detail', lines: said }, 0.4 + index * 0.05, 2.1 + index * 0.05)
  })
}

const factTitles = [
  'Up Close',
  'What It Does',
  'And Then',
  'One More Thing',
  'By Design',
  'In the End',
]

const turnIdea = (reading: Reading, setting: Setting): SceneIdea => {
  const [lead] = reading.cast
  const lines = say(reading, 'turn')
  if (!lead) return idea('turn', 'A Better Day', { lines })
  return { ...faceIdea(reading, setting, lead), kind: 'turn', title: 'A Better Day', lines }
}

import type {
  RevisionBrief,
  RevisionReply,
  ShotReply,
  SubjectReply,
} from '../../../domain/crew-tasks.ts'
import { rate24 } from '../../../domain/time.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { readNegations } from '../reading/negations.ts'
import { type Reading, readConcept } from '../reading/read-concept.ts'
import { isStatement } from '../reading/statements.ts'
import { cameraMoveIn, framingIn } from '../words/camera-words.ts'
import type { Mention } from '../words/lexicon.ts'
import { verbForm } from '../words/verbs.ts'
import { weathers } from '../words/vocabulary.ts'
import { unshownWords } from './unshown-words.ts'
import { writeScript } from './write-script.ts'

/** Most things in one picture. */
const mostObjects = 4

/** Most subjects in one picture. */
const mostSubjects = 4

/**
 * Revise a shot by rules: the client's words are read as the concept of a film of one shot, and what they speak of takes
 * the place of what was there.
 */
export const reviseShot = ({ words, picture, cast }: RevisionBrief): RevisionReply => {
  const text = apart(withSubject(words, { words, picture, cast }))
  const reading = readConcept(text)
  const own = withEverybody(ownShot(text), reading)
  const place = placeNamed(reading, own)
  const isMoved = place !== null && place !== picture.place
  const isGone = ruledOut(words, reading)
  const known = namedSubjects({ words, picture, cast }, reading, own, isMoved)
  const named = known.filter(({ what }) => !isGone(what))
  const subjects = subjectsAfter(picture, named, isMoved).filter(({ what }) => !isGone(what))
  const objects = own.objects.filter((object) => !isGone(object))
  const seen = [...picture.subjects.map(({ what }) => what), ...picture.objects]
  const gone = [...seen, ...(picture.weather === 'clear' ? [] : [picture.weather])].filter(isGone)
  const [framing, camera] = [framingIn(text), cameraMoveIn(text)]
  const revised = {
    place: place ?? picture.place,
    timeOfDay: reading.times[0]?.word ?? picture.timeOfDay,
    weather: reading.weathers[0]?.word ?? (isGone(picture.weather) ? 'clear' : picture.weather),
    mood: reading.moods[0]?.word ?? picture.mood,
    subjects,
    objects: [...new Set([...objects, ...(isMoved ? [] : picture.objects)])]
      .filter((object) => !isGone(object))
      .slice(0, mostObjects),
    camera: camera?.word ?? picture.camera,
    // An insert shows a thing and nobody.
    framing:
      framing?.word ??
      (picture.framing === 'insert' && named.length > 0 ? own.framing : picture.framing),
  }
  return {
    ...revised,
    read: [
      ...[place, reading.times[0]?.word, reading.weathers[0]?.word, reading.moods[0]?.word],
      ...named.filter(isNewIn(picture)).map(({ what, action }) => `${what} ${action}`.trim()),
      ...objects.filter((object) => revised.objects.includes(object)),
      ...gone.map((what) => `without ${what}`),
      ...[framing?.word, camera?.word],
    ].filter((part): part is string => typeof part === 'string' && part !== ''),
    unread: unshownWords({
      ...{ reading, picture: revised },
      seen: new Set(
        own.subjects.flatMap(({ castId }, at) =>
          isGone(known[at]?.what ?? '') ? [] : (castId ?? []),
        ),
      ),
      camera: [framing, camera].filter((span) => span !== null),
    }),
  }
}

/** "No fox, in daylight": what is told behind a comma with where or when it is seen is no part of what is left out. */
const apart = (words: string): string =>
  readNegations(words).reduce(
    (all, { start, end }) =>
      all.slice(0, start) +
      all
        .slice(start, end)
        .replace(/,(?=\s+(?:in|on|at|by|under|during|near|beside|behind)\s)/giu, ';') +
      all.slice(end),
    words,
  )

/** Where the words put the picture; null where they name no place: "in the snow" lies in the one that is known. */
const placeNamed = (reading: Reading, own: ShotReply): string | null => {
  const real = reading.places.filter((mention) => !isWeather(mention))
  if (real.length === reading.places.length) return real.length > 0 ? own.place : null
  return real[0]?.word ?? null
}

const isWeather = ({ text }: Mention): boolean => {
  const said = text.replace(/^(?:(?:in|through|on|under|into)\s+)?(?:the\s+)?/i, '')
  return weathers.find(said).some(({ text: whole }) => whole.length === said.length)
}

/** The shot with those the words speak of and nobody lets act: "with a dragon". */
const withEverybody = (own: ShotReply, { cast }: Reading): ShotReply => {
  const left = cast.filter(({ id }) => !own.subjects.some(({ castId }) => castId === id))
  const more = left.flatMap(({ id, noun, traits, what }) => {
    const [alone] = ownShot(['a', ...traits, noun === '' ? what : noun].join(' ')).subjects
    return alone ? [{ ...alone, castId: id }] : []
  })
  const room = Math.max(0, mostSubjects - own.subjects.length)
  return { ...own, subjects: [...own.subjects, ...more.slice(0, room)] }
}

const isNewIn =
  ({ subjects }: RevisionBrief['picture']) =>
  ({ castId, what, action }: SubjectReply): boolean =>
    !subjects.some((one) => one.castId === castId && one.what === what && one.action === action)

/** What is not to be seen any more: what the words rule out, and what of the picture they do without. */
const ruledOut = (words: string, { negations }: Reading): ((what: string) => boolean) => {
  const banned = new Set(negations.flatMap((negation) => negation.words))
  return (what) =>
    banned.has(what) ||
    new RegExp(
      `\\b(?:without|no|remove|leave out)\\s+(?:the|an?|any)?\\s*${what.replace(/[^\p{L} -]/gu, '.')}`,
      'iu',
    ).test(words)
}

/** "sits in the snow": said of whoever the shot is about. */
const withSubject = (words: string, { picture, cast }: RevisionBrief): string => {
  const main = picture.subjects.find(({ castId }) => castId !== null)
  const name = cast.find(({ id }) => id === main?.castId)?.name
  const [first = ''] = words.trim().split(/\s+/)
  const isDeed = ['third', 'ing'].includes(verbForm(first.toLowerCase())?.shape ?? '')
  return name !== undefined && isDeed ? `${name} ${words.trim()}` : words
}

/** The one shot of a film of these words. */
const ownShot = (concept: string): ShotReply => {
  const script = writeScript({
    concept,
    items: [],
    seconds: 5,
    scenes: 1,
    rate: rate24,
    language: 'en',
    pilot: {
      ...{ id: 'p1', name: '', approach: '', tier: 'animated', style: '', model: '' },
      pace: 'steady',
    },
    maxShotSeconds: 5,
    minShotSeconds: 5,
    narrated: false,
    aspect: '16:9',
    adjustments: [],
  })
  const shot = script.scenes[0]?.shots[0]
  if (!shot) throw new TypeError('A film of one scene has a shot')
  const looks = new Map(script.cast.map(({ id, look }) => [id, look]))
  const withLook = (subject: SubjectReply): SubjectReply => {
    const look = looks.get(subject.castId ?? '') ?? subject.look
    return { ...subject, look: look.startsWith('as described') ? '' : look }
  }
  return { ...shot, subjects: shot.subjects.map(withLook) }
}

/** Who the words speak of, known by their ids in the film. */
const namedSubjects = (
  { picture, cast }: RevisionBrief,
  reading: Reading,
  own: ShotReply,
  isMoved: boolean,
): readonly SubjectReply[] => {
  const taken = new Set<string>()
  return own.subjects.map((subject) => {
    const entry = reading.cast.find(({ id }) => id === subject.castId)
    const known = entry
      ? cast.find((member) => !taken.has(member.id) && isSame(entry, member))
      : undefined
    if (!known) return { ...subject, castId: null }
    taken.add(known.id)
    const before = picture.subjects.find(({ castId }) => castId === known.id)
    const isDoing = reading.clauses.some(
      (clause) => !isStatement(clause) && clause.castIds.includes(entry?.id ?? ''),
    )
    const action = isDoing || !before ? subject.action : keptAction(before, isMoved)
    return { ...subject, castId: known.id, what: known.what, look: known.look, action }
  })
}

const isSame = ({ name, what, noun }: CastEntry, member: RevisionBrief['cast'][number]): boolean =>
  name === null
    ? what === member.what || (noun !== '' && member.name.toLowerCase().endsWith(noun))
    : member.name.toLowerCase() === name.toLowerCase()

/** Those who are named take the place of those who were there, unless they are of them: then the others stay. */
const subjectsAfter = (
  { subjects }: RevisionBrief['picture'],
  named: readonly SubjectReply[],
  isMoved: boolean,
): readonly SubjectReply[] => {
  const before = subjects.map((subject) => ({ ...subject, action: keptAction(subject, isMoved) }))
  if (named.length === 0) return before
  const isKnown = named.every(
    ({ castId }) => castId !== null && before.some((one) => one.castId === castId),
  )
  if (!isKnown) return named
  return before.map((one) => named.find(({ castId }) => castId === one.castId) ?? one)
}

/** Somewhere else nobody sits on the boat any more: they sit. */
const keptAction = ({ action }: SubjectReply, isMoved: boolean): string =>
  isMoved ? (action.split(' ')[0] ?? '') : action

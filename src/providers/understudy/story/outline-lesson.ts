import { capital, titleCase } from '../cast/naming.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { factsOf } from '../reading/tellable.ts'
import type { Entry } from './arrange.ts'
import { actEntries, entry } from './arrange.ts'
import type { Fact } from './facts.ts'
import { factsAbout } from './facts.ts'
import type { SceneIdea } from './scene-idea.ts'
import { idea, isTold, oneOf, told } from './scene-idea.ts'

/** What can be explained of a film's topic: nothing of what the client explains, and of topics nobody here knows. */
export const lessonFacts = (reading: Reading): readonly Fact[] =>
  reading.isEnglish && reading.subject.genre === 'lesson' && factsOf(reading).length < 3
    ? factsAbout(reading.subject.topic || reading.text)
    : []

/** An explanation, step by step: the question, then what is true of it, each where it can be seen. */
export const lessonEntries = (
  reading: Reading,
  setting: Setting,
  facts: readonly Fact[],
  scenes: number,
): readonly Entry[] => {
  const { topic } = reading.subject
  const chosen = spread(facts, Math.max(1, scenes - 1))
  const [first] = chosen
  const question = topic === '' ? 'A simple question.' : `${capital(topic)}.`
  const ask: SceneIdea = idea('open', titleCase(topic) || 'The Question', {
    place: reading.places[0]?.word ?? first?.place ?? setting.places[0] ?? null,
    objects: first?.objects ?? [],
    framing: 'wide',
    lines: oneOf([question]),
  })
  return [
    entry(ask, 0, 1),
    ...chosen.map((fact, index) => {
      const isLast = index === chosen.length - 1
      const step = idea(isLast ? 'close' : 'detail', titles[index % titles.length] ?? 'A Step', {
        place: fact.place,
        time: fact.time,
        weather: fact.weather,
        objects: fact.objects,
        framing: fact.objects.length > 0 ? 'medium' : 'wide',
        camera: index % 2 === 0 ? 'push-in' : 'pan-right',
        lines: told([fact.line]),
      })
      return entry(step, 0.1 + (0.9 * index) / chosen.length, 1.1 + index * 0.01)
    }),
  ]
}

/** An explanation in the client's own sentences, in their order; what else is known of the topic only where time is left. */
export const toldLessonEntries = (
  reading: Reading,
  setting: Setting,
  facts: readonly Fact[],
  scenes: number,
): readonly Entry[] => {
  // The shortest have their question on the title card and all their time for the answer.
  const isShort = scenes <= 2
  const acts = actEntries(reading, setting, isShort ? scenes : scenes - 1).map((act) => ({
    ...act,
    idea: { ...act.idea, lines: act.idea.lines.filter(isTold) },
  }))
  const [ask, ...known] = lessonEntries(reading, setting, facts, scenes)
  return [
    ...(ask ? [isShort ? { ...ask, rank: 2 } : ask] : []),
    ...acts,
    ...known.map((fact) => ({ ...fact, order: 0.9 + fact.order / 10, rank: fact.rank + 2 })),
    // Pictures without words: nothing of ours belongs between the sentences of an explanation.
    ...(['close-up', 'wide', 'full'] as const).flatMap((framing, round) =>
      acts.map((act, index) => ({
        idea: { ...act.idea, framing, lines: [] },
        order: act.order + (round + 1) / 1000,
        rank: 5 + round + index / 100,
      })),
    ),
  ]
}

const titles = ['First', 'Then', 'Next', 'After That', 'And So', 'In the End']

/** So many of a list, from its first to its last, in order. */
const spread = <Item>(list: readonly Item[], count: number): readonly Item[] =>
  list.length <= count
    ? list
    : Array.from({ length: count }, (_, index) => {
        const at = count === 1 ? 0 : Math.round((index * (list.length - 1)) / (count - 1))
        return list[at]
      }).flatMap((item) => item ?? [])

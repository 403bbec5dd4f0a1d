import type { Clause } from '../reading/clause.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Line } from '../story/scene-idea.ts'

/** What two who know each other say, by the verb: first who acts, then the other. `{o}` is the other's name. */
const exchanges: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  argues: [
    ['You never listen.', 'You never ask.'],
    ['Not again.', 'You started it.'],
  ],
  quarrels: [
    ['You promised.', 'So did you.'],
    ['Not again, {o}.', 'You began.'],
  ],
  bickers: [['Your turn.', 'It is yours.']],
  shouts: [['Enough!', 'Do not shout.']],
  yells: [['Stop it, {o}!', 'You stop.']],
  apologises: [
    ['I am sorry.', 'I know.'],
    ['I was wrong.', 'Thank you.'],
  ],
  apologizes: [['I am sorry.', 'I know.']],
  forgives: [['It is all right.', 'Thank you.']],
  promises: [['Never again.', 'I believe you.']],
  thanks: [['Thank you, {o}.', 'Any time.']],
  meets: [
    ['There you are.', 'Here I am.'],
    ['{o}? Is it you?', 'At last.'],
  ],
  talks: [
    ['Do you remember?', 'All of it.'],
    ['Tell me, {o}.', 'Where to begin?'],
  ],
  chats: [['And then?', 'Then I laughed.']],
  asks: [['Are you sure?', 'I am.']],
  invites: [['Come with me.', 'Gladly.']],
  gives: [['This is for you.', 'For me?']],
  hugs: [['Stay a moment.', 'Always.']],
}

/** A few words between two named people who talk, quarrel or make up; none where somebody has no name. */
export const dialogueOf = (reading: Reading, clause: Clause): readonly Line[] => {
  // A client who writes what is said wants nothing else to be said.
  if (reading.clauses.some(({ report, quote }) => report !== '' || quote !== '')) return []
  const named = reading.cast.filter(({ kind, name }) => kind === 'person' && name !== null)
  const first = named.find(({ id }) => clause.castIds.includes(id))
  const second = named.find(
    ({ id, name }) =>
      id !== first?.id &&
      (named.length === 2 || clause.castIds.includes(id) || clause.rest.includes(name ?? '')),
  )
  const choices = exchanges[clause.verb] ?? []
  const [said, answer] = choices[clause.start % Math.max(1, choices.length)] ?? []
  if (!(first?.name && second?.name && said && answer)) return []
  const line = (text: string, speaker: string, order: number): Line => ({
    text: text.replace('{o}', second.name ?? ''),
    speaker,
    group: `said ${clause.start} ${order}`,
  })
  return [line(said, first.name, 1), line(answer, second.name, 2)]
}

/** Lines of films that sell or explain. `{p}` is the product within a sentence, `{P}` its name, `{t}` the topic. */
export interface GenreLines {
  readonly open: readonly string[]
  readonly reveal: readonly string[]
  readonly detail: readonly string[]
  readonly use: readonly string[]
  readonly turn: readonly string[]
  readonly close: readonly string[]
}

/** Lines of an advert; none of them claims what the client has not said. */
export const advertLines: GenreLines = {
  open: ['Some days are made for {p}.', 'There is a place for {p} in a day like this.'],
  reveal: ['Meet {P}.', 'This is {P}.'],
  detail: [
    'Look closer: {P}.',
    'Every line of {p} is there for a reason.',
    'You can see the care in {p}.',
    'Made to be picked up, again and again.',
  ],
  use: [
    'Made for ordinary days, and for the ones in between.',
    'It is there when the day asks for it.',
    'Wherever the day goes, it comes along.',
  ],
  turn: ['{P}, and a better day.', 'You will wonder what you did before {p}.'],
  close: ['{P}. Ready when you are.', '{P}.'],
}

/** Lines of an advert for a place one goes to: a bakery, a gym. */
export const placeAdvertLines: GenreLines = {
  open: ['Some days are made for {p}.'],
  reveal: ['This is {P}.', 'Welcome to {P}.'],
  detail: ['Look closer: {P}.', 'You can see the care in {p}.'],
  use: ['The door is open.', 'Come in, and stay a while.'],
  turn: ['{P}, and a better day.'],
  close: ['{P}. See you there.', '{P}.'],
}

/** Lines of a conversation that is recorded. */
export const podcastLines: GenreLines = {
  open: ['The red light is on. Somebody takes a breath.', 'Two microphones, and time to listen.'],
  reveal: ['Today we talk about {t}.', 'One question brought us here: {t}.'],
  detail: [
    'Let us start at the beginning.',
    'That is not what people expect.',
    'And here is the part nobody tells you.',
    'Say that again, slowly.',
  ],
  use: [
    'You can hear it when somebody loves their subject.',
    'The best answers begin with a pause.',
  ],
  turn: ['And then the conversation turns.', 'So what do we do about it?'],
  close: ['Thank you for listening.', 'There is more to say. There always is.'],
}

/** Lines of a film that explains something. */
export const lessonLines: GenreLines = {
  open: ['It begins with a simple question.', 'Some things are easier to see than to say.'],
  reveal: ['This is about {t}.', 'The question: {t}.'],
  // Nothing here promises what is not explained: what the client does not tell and nobody here knows is not said.
  detail: [],
  use: [],
  turn: [],
  close: ['The next question is yours.', 'There is more to find out.'],
}

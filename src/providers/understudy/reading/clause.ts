/** Somebody does something: one step of the client's story. */
export interface Clause {
  readonly castIds: readonly string[]
  /** Drawn action, `looks`; empty when nothing drawn comes near. */
  readonly action: string
  /** What follows the verb: `through the market`. */
  readonly rest: string
  /** What is reported by it: `that she is leaving the city`; empty for nothing. */
  readonly report: string
  /** What is said by it, word for word; empty for nothing. */
  readonly quote: string
  /** What the text says of whoever acts before it says what they do: `with a candle`; empty for nothing. */
  readonly modifier: string
  /** What acts where none of the cast does: `the wind`; empty for the cast. */
  readonly force: string
  /** The verb in the third person, the client's own: `wanders`. */
  readonly verb: string
  /** The action as it goes into a picture: `walks through the market`. */
  readonly phrase: string
  /** Place in the text. */
  readonly start: number
  readonly end: number
  /** Whether the subject is a pronoun in the text. */
  readonly isPronoun: boolean
}

/** A step in which nothing is done yet. */
export const bareClause = ({
  start,
  end,
}: {
  readonly start: number
  readonly end: number
}): Clause => ({
  castIds: [],
  action: '',
  verb: '',
  phrase: '',
  rest: '',
  report: '',
  quote: '',
  modifier: '',
  force: '',
  isPronoun: false,
  start,
  end,
})

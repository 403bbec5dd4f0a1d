import { titleCase } from '../cast/naming.ts'
import type { Clause } from '../reading/clause.ts'
import { isStatement, titleOfStatement } from '../reading/statements.ts'
import { madeThings } from '../words/made-things.ts'
import { places } from '../words/vocabulary.ts'

/** Playing without an instrument: our lines and titles for it are about music. */
export const isChildsPlay = ({ action, verb, rest }: Clause): boolean =>
  action === 'plays' &&
  /^(?:plays|builds|makes|creates)$/.test(verb) &&
  !/\b(?:guitar|ukulele|banjo|violin|cello|piano|keyboard|drums?|flute|trumpet|saxophone|music|songs?|tune|melody|band|chords?)\b/i.test(
    rest,
  )

/** A title for a scene by what is done in it: the thing it is about, else the deed. */
export const titleOfClause = (clause: Clause): string => {
  if (isStatement(clause)) return titleOfStatement(clause) || titleOfAction('')
  if (clause.force !== '') return titleCase(clause.force)
  const [things = ''] = clause.rest.split(/\s+without\s/i)
  const noun =
    /\b(?:the|an?|his|her|their|its)\s+((?:(?!(?:the|an?|his|her|their|its)\s)[\p{L}-]+\s*){1,3})$/iu.exec(
      things,
    )?.[1]
  const isThing =
    noun !== undefined &&
    !/\b(?:day|time|night|morning|evening|moment|minutes?|hours?)\s*$/i.test(noun) &&
    places.find(noun).length === 0 &&
    clause.action !== 'talks'
  if (/^(?:argue|quarrel|bicker|shout|yell)s$/.test(clause.verb)) return 'Loud Words'
  const [made] = madeThings.find(clause.rest)
  if (made) return titleCase(`the ${made.word}`)
  if (!isThing && isChildsPlay(clause)) return 'At Play'
  return isThing
    ? titleCase(`the ${noun.trim().replace(/^(?:the|an?)\s+/i, '')}`)
    : titleOfAction(clause.action)
}

/** A title by what is done. */
export const titleOfAction = (action: string): string => actionTitles[action] ?? 'The Moment'

/** Scene titles by what is done. */
const actionTitles: Readonly<Record<string, string>> = {
  stands: 'A Pause',
  walks: 'On the Way',
  runs: 'In a Hurry',
  sits: 'A Quiet Minute',
  reads: 'Between the Lines',
  types: 'At Work',
  drinks: 'A Sip',
  eats: 'The Taste',
  cooks: 'By Hand',
  looks: 'A Closer Look',
  talks: 'The Conversation',
  waves: 'A Raised Hand',
  points: 'There',
  dances: 'The Dance',
  plays: 'The Tune',
  rides: 'Under Way',
  rows: 'On the Water',
  climbs: 'Higher',
  carries: 'In Both Hands',
  hugs: 'Close',
  kisses: 'A Kiss',
  paints: 'Colour',
  repairs: 'Mending',
  sleeps: 'Rest',
  smiles: 'A Smile',
  bakes: 'By Hand',
  pours: 'To the Brim',
  serves: 'At the Table',
  brews: 'Fresh',
  searches: 'Where Is It',
  finds: 'Found',
  opens: 'Opened',
  gives: 'From Hand to Hand',
  offers: 'From Hand to Hand',
  calls: 'The Call',
  jumps: 'The Leap',
  sings: 'The Song',
  cheers: 'Hurray',
  laughs: 'Laughter',
  cries: 'Tears',
  thinks: 'A Thought',
  builds: 'Piece by Piece',
  photographs: 'Click',
  catches: 'Caught',
  fights: 'The Fight',
  falls: 'The Fall',
  explores: 'Step by Step',
  leaves: 'Farewell',
  enters: 'Inside',
  crosses: 'Across',
  follows: 'Close Behind',
  approaches: 'Nearer',
  fishes: 'On the Line',
  launches: 'Lift-off',
  moves: 'Something Moves',
  flies: 'In the Air',
  plants: 'Rooted',
}

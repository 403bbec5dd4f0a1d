import type { CastEntry } from '../cast/read-cast.ts'
import type { Reading } from '../reading/read-concept.ts'
import { withArticle } from './contract-item.ts'

/** What somebody is known by. */
export interface Tool {
  /** As a client reads it: `a bicycle`. */
  readonly said: string
  /** The word by which it counts as shown. */
  readonly shown: string
}

/** People who are nobody in particular without what they ride, play or work with, and its name. */
const tools: Readonly<Record<string, string>> = {
  'cyclist|mountain biker': 'bicycle',
  'biker|motorcyclist': 'motorcycle',
  'rider|horseman|horsewoman|jockey': 'horse',
  ...{ skier: 'skis', snowboarder: 'snowboard', skateboarder: 'skateboard', surfer: 'surfboard' },
  ...{ rower: 'boat', violinist: 'violin', cellist: 'cello', guitarist: 'guitar' },
  ...{ pianist: 'piano', drummer: 'drum', saxophonist: 'saxophone', trumpeter: 'trumpet' },
  ...{ photographer: 'camera', archer: 'bow', 'chess player': 'chess board' },
  ...{ 'fisherman|fisherwoman|fisher': 'fishing gear', 'tennis player': 'racket' },
}

/** Those of more than one kind, as they are told. */
const toldAs: Readonly<Record<string, string>> = { 'fishing gear': 'a rod or a net' }

const byRole = Object.entries(tools).map(([roles, tool]) => ({
  pattern: new RegExp(`(?<![\\p{L}])(?:${roles})s?$`, 'iu'),
  tool,
}))

/** What somebody is known by, by the words they are called with; null for others, and in other languages. */
export const toolOfRole = (
  { text, cast, castMentions, isEnglish }: Reading,
  { id, start }: CastEntry,
): Tool | null => {
  // Two chess players have one board.
  const isFirst = cast.find((one) => one.start === start)?.id === id
  const mention = castMentions.find((one) => isFirst && one.start === start && one.ids.includes(id))
  if (!(isEnglish && mention)) return null
  const called = text.slice(0, mention.end).replace(/(?<=fisher|horse)men$/i, 'man')
  const shown = byRole.find(({ pattern }) => pattern.test(called))?.tool
  if (shown === undefined) return null
  return { shown, said: toldAs[shown] ?? withArticle({ word: shown, text: shown }) }
}

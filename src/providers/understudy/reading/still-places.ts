import { places } from '../words/vocabulary.ts'

const before =
  /(?:sleeping|slumbering)\s+(?=(?:(?:little|small|old|quiet|snowy|white|dark|whole)\s+)?$)/iu
const behind = /^\s+(?:sleeps|slumbers|is\s+(?:\p{L}+\s+)?(?:asleep|sleeping))(?!\p{L})/iu

/** Places that sleep: "the sleeping town", "the village is fast asleep". With the adjective, empty where a verb says it. */
export const stillPlaces = (text: string): readonly { readonly adjective: string }[] =>
  places.find(text).flatMap(({ start, end }) => {
    const adjective = before.exec(text.slice(0, start))?.[0]
    if (adjective !== undefined) return [{ adjective }]
    return behind.test(text.slice(end)) ? [{ adjective: '' }] : []
  })

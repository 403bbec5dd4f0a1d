import { capital } from '../cast/naming.ts'
import { withoutGreeting } from '../reading/notice.ts'
import type { Reading } from '../reading/read-concept.ts'
import { pieces } from '../reading/tellable.ts'
import type { Line } from '../story/scene-idea.ts'
import { toldAs } from '../story/scene-idea.ts'

/** When and where an invitation is for, and what the audience is asked to do: said at the end. */
export const noticeLines = (reading: Reading): readonly Line[] => {
  const { occasion, slogan } = reading.subject
  const said = occasion === '' ? [] : pieces(slogan)
  return [...said, ...appealsIn(reading).flatMap(pieces)].flatMap((piece, index) =>
    toldAs([...new Set([piece, capital(withoutGreeting(piece))])], 1_000_000 + index),
  )
}

/** "Join us for dinner and dancing.", "Donate at water.org.": what the audience is asked to do, sentence by sentence. */
export const appealsIn = ({ isEnglish, subject, sentences }: Reading): readonly string[] => {
  if (!isEnglish || subject.genre !== 'story') return []
  return sentences
    .slice(1)
    .filter(
      (sentence) =>
        !subject.slogan.includes(sentence.replace(/[.!]$/, '')) &&
        asking.test(sentence) &&
        !ofTheFilm.test(sentence),
    )
}

const asking =
  /^(?:join us|come (?:and|to|by|along)|please (?:join|come|bring|rsvp|reply|donate)|rsvp|bring your|dress code|dinner|drinks|no gifts|donate|help us|give|act now|vote|visit|call|sign up|support|volunteer|you can|together we|save the date|let us)\b/i

const ofTheFilm =
  /\b(?:film|video|camera|shots?|scenes?|style|show|music|voice|end with|start with)\b/i

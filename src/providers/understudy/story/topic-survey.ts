import { subjectOfFilm } from '../reading/preamble.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Survey } from '../reading/survey.ts'
import { surveyOf } from '../reading/survey.ts'
import { lessonFacts } from './outline-lesson.ts'

/** The list a film shows one after the other; null for adverts, which sell what they list, and for stories. */
export const listToShow = (reading: Reading): Survey | null =>
  reading.subject.genre === 'advert' ? null : (surveyOf(reading) ?? topicSurvey(reading))

/** "The deep sea and the creatures who live there": what nobody here can explain is shown, one after the other. */
const topicSurvey = (reading: Reading): Survey | null => {
  if (reading.subject.genre !== 'lesson' || !reading.isEnglish || reading.places.length === 0)
    return null
  if (lessonFacts(reading).length > 0 || explained(reading).length > 0) return null
  const topic = subjectOfFilm(reading.sentences[0] ?? '').replace(/[.!]$/, '')
  const from = reading.text.indexOf(topic)
  const parts = topic.split(/\s+and\s+|,\s+/)
  if (from < 0 || /^(?:how|why|what)\s/i.test(topic) || parts.length < 2) return null
  const sights = parts.map((text) => {
    const start = reading.text.indexOf(text, from)
    return { text, start, end: start + text.length }
  })
  return { kind: 'seen', whole: '', sights }
}

/** What is told besides the question itself: "why leaves change colour" is none of the answer. */
export const explained = ({ text, subject, clauses }: Reading): Reading['clauses'] => {
  const from = subject.topic === '' ? -1 : text.toLowerCase().indexOf(subject.topic.toLowerCase())
  const end = from + subject.topic.length
  return clauses.filter(({ start }) => from < 0 || start < from || start >= end)
}

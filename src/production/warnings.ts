import type { Brief } from '../domain/brief.ts'
import type { Report } from './report.ts'

/** What the offline crew makes of the client's seed assets, in words; null when there are none. */
export const seedWarning = ({ seeds }: Pick<Brief, 'seeds'>): string | null => {
  if (seeds.length === 0) return null
  const names = seeds.map(({ name }) => name).join(', ')
  return `The offline crew does not work from seed assets: they are kept with the run, and the film does not show them (${names}).`
}

/** What the client asked for and the film does not have, in words. */
export const warningsOf = (
  report: Pick<Report, 'brief' | 'soundtrack' | 'isCurrent' | 'production'>,
): readonly string[] =>
  [seedWarning(report.brief), voiceWarning(report), staleWarning(report)].filter(
    (text) => text !== null,
  )

/** The film is not of the takes that are circled now, and so the scores are not its own. */
const staleWarning = ({
  isCurrent,
  production,
}: Pick<Report, 'isCurrent' | 'production'>): string | null =>
  isCurrent
    ? null
    : `Takes were marked after the film was cut: the scores and wishes told here are those of the takes circled now, and the film is still the one before. \`npx --no-install claude-studio render ${production.id}\` cuts it anew.`

/** A film that was to be narrated and has no spoken cue. */
const voiceWarning = ({
  brief,
  soundtrack,
}: Pick<Report, 'brief' | 'soundtrack'>): string | null => {
  const isWanted = brief.audio === 'voice' || brief.audio === 'full'
  if (!isWanted || !soundtrack || soundtrack.cues.some(({ hash }) => hash !== null)) return null
  const what = soundtrack.music === null ? 'The film has no sound.' : 'No voice is heard.'
  const why = soundtrack.notes.length > 0 ? soundtrack.notes : ['The script has no narration.']
  return [what, ...why].join(' ')
}

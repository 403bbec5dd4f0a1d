import type { Brief } from '../../domain/brief.ts'
import { StudioError } from '../../domain/errors.ts'
import type { BriefRequest } from './brief-request.ts'

/**
 * A voice or a music file for a film that is to have none would be passed over.
 *
 * @param given what was asked for now, without the brief of an earlier run
 * @param audio what the film is to have
 * @throws StudioError `brief-invalid`
 */
export const refuseUnheard = (given: BriefRequest, audio: Brief['audio']): void => {
  const missing = (sound: 'voice' | 'music'): boolean => audio !== sound && audio !== 'full'
  const unheard = (['voice', 'music'] as const).find(
    (sound) => given[sound] !== undefined && missing(sound),
  )
  if (unheard === undefined) return
  throw new StudioError({
    code: 'brief-invalid',
    message: `--${unheard} and --audio ${audio} contradict each other: such a film has no ${unheard}. Leave --${unheard} away, or use --audio ${unheard} or --audio full.`,
  })
}

/**
 * See that the narration a brief asks for can be spoken, before anything is spent.
 *
 * @returns what the person should know, in words: a language that is shown instead of read
 * @throws StudioError `brief-invalid` for a voice that is not there
 */
export const checkNarration = async ({
  audio,
  language,
  voice,
}: Pick<Brief, 'audio' | 'language' | 'voice'>): Promise<readonly string[]> => {
  if (audio !== 'voice' && audio !== 'full') return []
  if (voice === null && /^en\b/i.test(language)) return []
  const { checkNarrator } = await import('../../checkup.ts')
  const { canRead, hasVoice } = await checkNarrator({ language, voice })
  if (!canRead) {
    return [
      `The scratch voice cannot read "${language}" well: the narration is shown as captions and titles instead.`,
    ]
  }
  if (hasVoice) return []
  throw new StudioError({
    code: 'brief-invalid',
    message: `The scratch voice has no manner called "${voice}". Nothing was spent. \`espeak-ng --voices=variant\` lists them; without --voice the usual one speaks.`,
  })
}

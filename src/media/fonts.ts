import { GlobalFonts } from '@napi-rs/canvas'
import { StudioError } from '../domain/errors.ts'

/** `display` for titles, `text` for everything small. */
export type Typeface = 'display' | 'text'

const hangul = /\p{Script=Hangul}/u
const kana = /\p{Script=Hiragana}|\p{Script=Katakana}/u
const han = /\p{Script=Han}/u
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u
const strong = /\p{L}/u

/** The East Asian face of a text: one Han sign is drawn differently in Japan, Korea and China. */
const eastAsianFace = (text: string): string => {
  if (kana.test(text)) return 'JP'
  if (hangul.test(text)) return 'KR'
  return han.test(text) ? 'SC' : 'JP'
}

/**
 * Font families for a text, first choice first, as canvas takes them. Noto covers nearly every script;
 * DejaVu is what a bare machine has.
 */
export const fontFamilies = (text: string, typeface: Typeface): string => {
  const asian = eastAsianFace(text)
  const families =
    typeface === 'display'
      ? [
          'Noto Serif Display',
          'Noto Naskh Arabic',
          'Noto Serif Hebrew',
          'Noto Serif',
          `Noto Serif CJK ${asian}`,
          `Noto Sans CJK ${asian}`,
          'Noto Color Emoji',
          'DejaVu Serif',
        ]
      : [
          'Noto Sans',
          'Noto Sans Arabic',
          'Noto Naskh Arabic',
          'Noto Sans Hebrew',
          `Noto Sans CJK ${asian}`,
          'Noto Color Emoji',
          'DejaVu Sans',
        ]
  return families.map((family) => `"${family}"`).join(', ')
}

/** Writing direction of a text, by its first letter. */
export const textDirection = (text: string): 'ltr' | 'rtl' => {
  for (const sign of text) {
    if (rightToLeft.test(sign)) return 'rtl'
    if (strong.test(sign)) return 'ltr'
  }
  return 'ltr'
}

/**
 * Make sure that text can be drawn at all.
 *
 * @throws StudioError `tool-missing` on a machine without any font
 */
export const requireFonts = (): void => {
  if (GlobalFonts.families.length > 0) return
  throw new StudioError({
    code: 'tool-missing',
    message:
      'No font is installed, so titles and captions cannot be drawn. Run "npm run setup", which installs the Noto fonts.',
  })
}

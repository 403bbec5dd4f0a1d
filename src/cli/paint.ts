import type { ThemeName } from '../config/settings.ts'

/** What a colour is used for. */
export type Tone = 'title' | 'accent' | 'good' | 'warn' | 'bad' | 'dim' | 'money'

/** A theme: a colour of the terminal for every tone, as ANSI 256-colour numbers. */
export type Theme = Readonly<Record<Tone, number>>

/** Colours by theme. `mono` has none: its marks say the same. */
export const themes: Readonly<Record<Exclude<ThemeName, 'mono'>, Theme>> = {
  default: { title: 75, accent: 81, good: 78, warn: 221, bad: 203, dim: 245, money: 114 },
  ocean: { title: 39, accent: 45, good: 43, warn: 222, bad: 204, dim: 67, money: 116 },
  sunset: { title: 209, accent: 216, good: 150, warn: 220, bad: 197, dim: 138, money: 222 },
  matrix: { title: 46, accent: 82, good: 40, warn: 190, bad: 160, dim: 28, money: 118 },
  pro: { title: 252, accent: 110, good: 108, warn: 179, bad: 167, dim: 243, money: 144 },
  neon: { title: 201, accent: 51, good: 118, warn: 226, bad: 198, dim: 99, money: 159 },
}

/** Colours a text for its tone, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string

/** The painter of a theme; plain without colours. */
export const painter = (theme: ThemeName, isColoured: boolean): Paint => {
  if (!isColoured) return (_, text) => text
  if (theme === 'mono')
    return (tone, text) => (tone === 'title' ? `\u001b[1m${text}\u001b[22m` : text)
  const colours = themes[theme]
  return (tone, text) => {
    const coloured = `\u001b[38;5;${colours[tone]}m${text}\u001b[39m`
    return tone === 'title' ? `\u001b[1m${coloured}\u001b[22m` : coloured
  }
}

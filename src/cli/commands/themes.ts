import { themeNames } from '../../config/settings.ts'
import type { Command } from '../context.ts'
import type { Tone } from '../paint.ts'
import { painter, themes } from '../paint.ts'
import { printJson } from '../print.ts'
import { padded } from '../text-table.ts'

const tones: readonly Tone[] = ['title', 'accent', 'good', 'warn', 'bad', 'dim', 'money']

/** `themes`: each theme in its own colours. */
export const listThemes: Command = async (context, { isJson }) => {
  const current = context.settingsAsFound().settings.theme
  if (isJson) {
    printJson(context, {
      current,
      themes: themeNames.map((name) => ({ name, colours: name === 'mono' ? null : themes[name] })),
    })
    return 0
  }
  for (const name of themeNames) {
    const paint = painter(name, context.isColoured)
    const mark = name === current ? '▸' : ' '
    context.out(`${mark} ${padded(name, 8)} ${tones.map((tone) => paint(tone, tone)).join(' ')}\n`)
  }
  return 0
}

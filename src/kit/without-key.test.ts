import { expect, it } from 'vitest'
import { withoutKey } from './without-key.ts'

it.each([
  ['Unknown key key_0123456789.', 'key_0123456789', 'Unknown key [key].'],
  ['token=xkey_0123456789x', 'key_0123456789', 'token=x[key]x'],
  ['Unknown key "k1", k1', 'k1', 'Unknown key "[key]", [key]'],
  ['?key=a.b*&x', 'a.b*', '?key=[key]&x'],
])('%j is told without the key %j', (words, key, told) => {
  expect(withoutKey(words, key)).toBe(told)
})

it.each([
  ['The task was taken; ask again', 'ask'],
  ['status 429, "rate limited" after 42 tasks', '4'],
  ['axbx', 'a.b*'],
  ['nothing to hide', ''],
])('%j is left as it is by the key %j', (words, key) => {
  expect(withoutKey(words, key)).toBe(words.replace('; ask again', '; [key] again'))
})

import { describe, expect, it } from 'vitest'
import { fakeClip } from '../../test/support/fake-rows.ts'
import { shotPrompt } from '../agents/script-writer/shot-prompt.ts'
import type { Picture, Subject } from '../domain/script.ts'
import { namedClips, type UnnamedClip } from '../domain/shelf.ts'
import { clipForShot, type ShotWanted } from './shelf-match.ts'

const shot: ShotWanted = {
  ...{ production: 'new', funds: 'real', prompt: 'A lighthouse at night, in a storm' },
  ...{ size: { width: 640, height: 360 }, seconds: 4, castCount: 0, isContinued: false },
}

const offered = (fields: Partial<UnnamedClip>, wanted: Partial<ShotWanted> = {}): boolean =>
  clipForShot(namedClips([fakeClip(fields)]), { ...shot, ...wanted }) !== null

describe('a shot about to be bought', () => {
  it('is offered a clip of the same picture, in its shape and long enough', () => {
    expect(offered({})).toBe(true)
    expect(offered({ castCount: null })).toBe(true)
  })

  it('is not offered what is used, of another shape or too short', () => {
    expect(offered({ seconds: 3.9 })).toBe(false)
    expect(offered({ seconds: null })).toBe(false)
    expect(offered({ size: { width: 720, height: 1280 } })).toBe(false)
    expect(offered({ size: null })).toBe(false)
    expect(offered({ isUsed: true })).toBe(false)
  })

  it('is never offered drawn footage, nor footage of other money', () => {
    expect(offered({ funds: 'simulated' }, { funds: 'simulated' })).toBe(false)
    expect(offered({ funds: 'emulated' })).toBe(false)
    expect(offered({ funds: 'emulated' }, { funds: 'emulated' })).toBe(true)
  })

  it('keeps its actors: a cast is matched only within its run', () => {
    expect(offered({ castCount: 1 })).toBe(false)
    expect(offered({}, { castCount: 1 })).toBe(false)
    expect(offered({ castCount: 1, production: 'new' }, { castCount: 1 })).toBe(true)
  })

  it('is offered the nearest of several', () => {
    const clips = namedClips([
      fakeClip({ originalHash: '1'.repeat(64), prompt: 'A lighthouse in a storm at night, waves' }),
      fakeClip({ originalHash: '2'.repeat(64) }),
    ])
    expect(clipForShot(clips, shot)?.id).toBe('s-22222222')
  })
})

const lake: Picture = {
  ...{ place: 'mountain lake', timeOfDay: 'sunset', weather: 'clear', mood: 'serene' },
  ...{ subjects: [], objects: [], camera: 'push-in', framing: 'wide', avoid: [] },
  style: 'soft film grain, muted teal and amber, shallow depth of field',
}

const one = (what: string, action = '', fields: Partial<Subject> = {}): Subject => ({
  ...{ castId: null, what, look: '', action, count: 1 },
  ...fields,
})

const mara = one('woman', 'walks along the shore', {
  ...{ castId: 'c1', look: 'woman, about 60 years old, grey bun, red coat' },
})
const tom = { ...mara, castId: 'c2', look: 'man, about 30 years old, black beard, blue jumper' }
const names = new Map([
  ['c1', 'Mara'],
  ['c2', 'Tom'],
])

const written = (fields: Partial<Picture>, mustNots: readonly string[] = []): string =>
  shotPrompt(
    { ...lake, ...fields },
    names,
    mustNots.map((word) => ({
      ...{ id: word, kind: 'must-not', claim: `no ${word}`, words: [word], weight: 1 },
    })),
  )

const otherStyle: Partial<Picture> = {
  ...{ mood: 'tense, waiting', camera: 'static', framing: 'establishing' },
  style: 'hand-drawn storybook, thick outlines, paper texture, saturated reds',
}

/** A clip's prompt, what the shot wants, and what it must not show. */
type Case = readonly [
  what: string,
  clip: string,
  shot: Partial<Picture>,
  mustNots?: readonly string[],
]

const fitting: readonly Case[] = [
  ['the same picture in another look, mood and move', written(otherStyle), {}],
  ['the same picture with other things forbidden', written({}, ['cars', 'people', 'boats']), {}],
  ['a place in fewer words', written({ place: 'lake' }), {}],
  [
    'a deed in other words',
    written({ subjects: [one('heron', 'flies low over the water')] }),
    { subjects: [one('heron', 'flying over the lake')] },
  ],
  [
    'a deed that is told of the same verb in another form',
    written({ subjects: [one('old dog', 'sleeps on the jetty')] }),
    { subjects: [one('dog', 'sleeping on a jetty')] },
  ],
  [
    'a bird too many',
    written({ subjects: [one('fox', 'drinks'), one('bird', 'flies by')] }),
    { subjects: [one('fox', 'drinks')] },
  ],
  [
    'a thing too few of two',
    written({ objects: ['red boat'] }),
    { objects: ['red boat', 'lantern'] },
  ],
  [
    'the same subjects in another order',
    written({ subjects: [one('fox', 'drinks'), one('crowd', 'waits', { count: 9 })] }),
    { subjects: [one('crowd', 'waits', { count: 8 }), one('fox', 'drinks')] },
  ],
  ['the light of another name', written({ timeOfDay: 'golden hour, late' }), { timeOfDay: 'dusk' }],
  [
    'the client’s own words, made elsewhere',
    'Cinematic wide shot: a mountain lake at sunset, 4k, film grain, slow push in',
    {},
  ],
]

const unfitting: readonly Case[] = [
  ['another place in the same look', written({ place: 'city street' }), {}],
  ['another lake', written({ place: 'forest lake' }), {}],
  ['another time of day', written({ timeOfDay: 'night' }), {}],
  ['other weather', written({ weather: 'storm' }), {}],
  ['nobody where somebody is wanted', written({}), { subjects: [one('heron', 'takes off')] }],
  ['somebody where nobody is wanted', written({ subjects: [one('woman', 'swims')] }), {}],
  [
    'another animal at the same deed',
    written({ subjects: [one('wolf', 'drinks from the lake')] }),
    { subjects: [one('fox', 'drinks from the lake')] },
  ],
  [
    'another deed of the same animal',
    written({ subjects: [one('fox', 'sleeps under a tree')] }),
    { subjects: [one('fox', 'leaps over a stream')] },
  ],
  [
    'a crowd for one',
    written({ subjects: [one('dancer', 'dances', { count: 8 })] }),
    { subjects: [one('dancer', 'dances')] },
  ],
  ['none of its things', written({}), { objects: ['red boat', 'lantern'] }],
  [
    'what is forbidden',
    written({ subjects: [one('fox', 'drinks'), one('bird', 'flies')] }),
    { subjects: [one('fox', 'drinks')] },
    ['bird'],
  ],
  ['one of a cast whom no order tells of', written({ subjects: [mara] }), { subjects: [] }],
  [
    'somebody in the client’s own words',
    'Cinematic shot of a woman at a mountain lake at sunset',
    {},
  ],
  ['the client’s words on another picture', 'A mountain road at sunset with cars, cinematic', {}],
]

describe('a clip of a prompt of its own', () => {
  const isOffered = ([, prompt, picture, mustNots]: Case): boolean =>
    offered({ prompt, castCount: null }, { prompt: written(picture, mustNots) })

  for (const its of fitting) {
    it(`is offered for ${its[0]}`, () => {
      expect(isOffered(its)).toBe(true)
    })
  }

  for (const its of unfitting) {
    it(`is not offered for ${its[0]}`, () => {
      expect(isOffered(its)).toBe(false)
    })
  }

  it('is offered within its run for the one of the cast whom it shows, and for no other', () => {
    const at = { production: 'new', castCount: 1 }
    const wanted = (subject: Subject) => ({
      castCount: 1,
      prompt: written({ subjects: [subject] }),
    })
    const prompt = written({ subjects: [mara], ...otherStyle })
    expect(offered({ prompt, ...at }, wanted(mara))).toBe(true)
    expect(offered({ prompt, ...at }, wanted(tom))).toBe(false)
  })

  it('is offered to another run with its actors when it was ordered in the same words, and the shot goes on from no other', () => {
    const prompt = written({ subjects: [mara] })
    const wanted = { castCount: 1, prompt }
    expect(offered({ castCount: 1, prompt }, wanted)).toBe(true)
    expect(offered({ castCount: 1, prompt }, { ...wanted, isContinued: true })).toBe(false)
    const other = written({ subjects: [mara], mood: 'tense' })
    expect(offered({ castCount: 1, prompt: other }, wanted)).toBe(false)
  })

  it('is offered for a shot that was revised by the client, as it shows now', () => {
    const revised = `Make it calmer. ${written({})}`
    expect(offered({ prompt: written(otherStyle) }, { prompt: revised })).toBe(true)
  })
})

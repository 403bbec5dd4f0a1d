import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeProduction } from '../../test/support/fake-rows.ts'
import { fakeStudio } from '../../test/support/fake-studio.ts'
import { wrapFox } from '../../test/support/fox-film.ts'
import type { Brief } from '../domain/brief.ts'
import type { Json } from '../domain/json.ts'
import { sha256 } from '../kit/hash.ts'
import { checkOutputFree, combineScenes } from './combine.ts'
import type { Floor } from './floor.ts'

describe('joining scenes into a file', () => {
  let folder = ''
  let outputDir = ''
  let isVaultLost = false
  const fake = () => {
    const studio = fakeStudio()
    wrapFox(studio, { funds: 'emulated', audio: 'none' } as Brief)
    studio.documents.set('fox/master/balanced/scene/1', { hash: 'scene' })
    const floor = {
      productions: {
        ...studio.studio.productions,
        putDocument: async (id: string, kind: string, key: string, body: Json) => {
          studio.documents.set(`${id}/${kind}/${key}`, body)
          return body
        },
      },
      vault: {
        scratchFolder: async () => mkdtempSync(join(folder, 'scratch-')),
        path: async (hash: string) => hash,
        has: async () => !isVaultLost,
        check: async () => 'whole',
      },
      media: {
        combine: async (from: readonly string[], path: string) =>
          writeFileSync(path, `joined ${from.map((file) => basename(file)).join(' ')}`),
        renderFilm: async (_: unknown, path: string) => writeFileSync(path, 'with music'),
      },
    } as unknown as Floor
    const run = fakeProduction('fox', { outputDir })
    const combine = (output: string | null, music = false, scenes: readonly number[] = [1]) =>
      combineScenes(floor, run, { scenes, output, music }, new AbortController().signal)
    const check = (output: string) => checkOutputFree(floor.productions, run, output)
    return { combine, check, documents: studio.documents }
  }

  beforeEach(() => {
    isVaultLost = false
    folder = mkdtempSync(join(tmpdir(), 'studio combine '))
    outputDir = join(folder, 'films', 'fox')
    for (const name of ['scenes', 'candidates'])
      mkdirSync(join(outputDir, name), { recursive: true })
    writeFileSync(join(outputDir, 'master.mp4'), 'master')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it("never takes the place of the run's own films, by whatever path they are named", async () => {
    const { combine, check } = fake()
    symlinkSync(outputDir, join(folder, 'link'))
    for (const path of [
      join(outputDir, 'master.mp4'),
      join(outputDir, 'scenes', '..', 'master.mp4'),
      join(folder, 'link', 'master.mp4'),
      join(outputDir, 'scenes', '01.mp4'),
    ]) {
      await expect(combine(path), path).rejects.toMatchObject({ code: 'already-exists' })
      await expect(check(path), path).rejects.toMatchObject({ code: 'already-exists' })
    }
    expect(readFileSync(join(outputDir, 'master.mp4'), 'utf8')).toBe('master')
  })

  it.each(['picture.png', 'film', 'film.mkv'])('is not written as %s', async (name) => {
    await expect(fake().combine(join(folder, name))).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('.mp4 or .mov'),
    })
  })

  it('with music is refused when the film has none, before anything is made', async () => {
    const { combine, documents } = fake()
    documents.set('fox/soundtrack/current', { music: null })
    await expect(combine(null, true)).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringMatching(
        /no music .* audio none\. .*--from fox --emulated --audio music/,
      ),
    })
    expect(readdirSync(folder)).toEqual(['films'])
  })

  it('refuses a file that is there unless it made it there', async () => {
    const { combine, check } = fake()
    const path = join(folder, 'mine.mp4')
    await check(path)
    expect(await combine(path)).toBe(path)
    await check(path)
    writeFileSync(path, 'a holiday film of the client')
    await expect(check(path)).rejects.toMatchObject({
      code: 'already-exists',
      message: expect.stringContaining('--force'),
    })
  })

  it('with music has a name of its own, so that neither file replaces the other', async () => {
    const { combine, documents } = fake()
    documents.set('fox/soundtrack/current', { cues: [], music: { hash: 'bed' } })
    const plain = await combine(null)
    const scored = await combine(null, true)
    expect([plain, scored].map((path) => basename(path))).toEqual([
      'scenes-1.mp4',
      'scenes-1-music.mp4',
    ])
    expect(readFileSync(plain, 'utf8')).toBe('joined scene')
  })

  it('of a long list has a name that a disk takes, and another list another name', async () => {
    const { combine, check } = fake()
    const long = await combine(null, false, Array(400).fill(1))
    const longer = await combine(null, false, Array(401).fill(1))
    expect(basename(long)).toMatch(/^scenes-(1-){8}and-392-more-[0-9a-f]{8}\.mp4$/)
    expect(longer).not.toBe(long)
    writeFileSync(long, 'older')
    await check(long)
  })

  it('makes its default file again, also when an older version made it', async () => {
    const { combine, check } = fake()
    mkdirSync(join(outputDir, 'combined'))
    const path = join(outputDir, 'combined', 'scenes-1.mp4')
    writeFileSync(path, 'older')
    await check(path)
    expect(await combine(null)).toBe(path)
    expect(readFileSync(path, 'utf8')).toBe('joined scene')
  })

  it('of a vault that was lost takes the delivered scenes, and says how to get one that is lost too', async () => {
    const { combine, documents } = fake()
    isVaultLost = true
    const scene = join(outputDir, 'scenes', '01.mp4')
    writeFileSync(scene, 'scene 1')
    documents.set('fox/master/balanced/scene/1', { hash: sha256('scene 1') })
    expect(readFileSync(await combine(null), 'utf8')).toBe('joined 01.mp4')
    rmSync(scene)
    await expect(combine(null)).rejects.toMatchObject({
      code: 'footage-missing',
      message: expect.stringMatching(/scene 1 of run fox is lost.* render fox$/),
    })
  })

  it('joins the scenes of the master that is delivered, whatever was chosen since', async () => {
    const { combine, documents } = fake()
    documents.set('fox/note/master-candidate', 'creative')
    documents.set('fox/deliverables/current', [
      { kind: 'master', path: 'master.mp4', hash: 'b', bytes: 1 },
      { kind: 'candidate', path: 'candidates/balanced.mp4', hash: 'b', bytes: 1 },
      { kind: 'candidate', path: 'candidates/creative.mp4', hash: 'c', bytes: 1 },
    ])
    expect(readFileSync(await combine(null), 'utf8')).toBe('joined scene')
  })
})

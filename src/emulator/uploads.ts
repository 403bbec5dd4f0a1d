import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errnoOf } from '../kit/file-error.ts'
import { writeTextWhole, writeWhole } from '../kit/files.ts'
import { pictureFromBase64, type SentPicture } from './pictures.ts'

/** Where an uploaded file is to be sent. */
export interface UploadPlace {
  readonly id: string
  readonly url: string
  /** Fields of the form that come before the file. */
  readonly fields: { readonly [name: string]: string }
}

/** Files that clients upload, for a day. */
export interface Uploads {
  begin(filename: string): Promise<UploadPlace>
  /** Take in a form. @returns false when no upload of this id was begun, or the form is not the one it must be */
  receive(id: string, form: FormData): Promise<boolean>
  /** An uploaded picture; not there once it expired. */
  picture(id: string, mostBytes: number): Promise<SentPicture>
  clear(): Promise<void>
}

/** What the uploads are made with. */
export interface UploadParts {
  readonly folder: string
  readonly now: () => number
  readonly newId: () => string
  readonly origin: () => string
}

/** Where uploads go below the emulator's address. */
export const uploadsPath = '/_uploads/'

const lifeMs = 24 * 3_600_000 // @runwayml/sdk 4.20.1 uploads.createEphemeral, 24 h, read 2026-11-23

const begun = z.strictObject({ filename: z.string(), begunAt: z.number() })

/** Uploads at `uploads/<id>`, each with a slip of paper beside it. */
export const uploadFiles = ({ folder, now, newId, origin }: UploadParts): Uploads => {
  const slip = (id: string): string => join(folder, 'uploads', `${id}.json`)
  const file = (id: string): string => join(folder, 'uploads', id)

  const slipOf = async (id: string): Promise<z.infer<typeof begun> | null> => {
    const text = /^[0-9a-f-]{36}$/.test(id) ? await textOf(slip(id)) : null
    const read = text === null ? null : begun.parse(JSON.parse(text))
    return read !== null && now() < read.begunAt + lifeMs ? read : null
  }

  return {
    begin: async (filename) => {
      const id = newId()
      await writeTextWhole(slip(id), JSON.stringify({ filename, begunAt: now() }))
      return { id, url: `${origin()}${uploadsPath}${id}`, fields: { key: keyOf(id) } }
    },
    receive: async (id, form) => {
      const sent = form.get('file')
      if ((await slipOf(id)) === null || form.get('key') !== keyOf(id)) return false
      if (!(sent instanceof Blob)) return false
      const bytes = new Uint8Array(await sent.arrayBuffer())
      await writeWhole(file(id), (passing) => writeFile(passing, bytes))
      return true
    },
    picture: async (id, mostBytes) => {
      const text = (await slipOf(id)) === null ? null : await textOf(file(id), 'base64')
      return text === null
        ? { kind: 'unusable', why: 'unreachable' }
        : pictureFromBase64(text, mostBytes)
    },
    clear: () => rm(join(folder, 'uploads'), { recursive: true, force: true }),
  }
}

const keyOf = (id: string): string => `ephemeral/${id}`

const textOf = async (
  path: string,
  encoding: 'utf8' | 'base64' = 'utf8',
): Promise<string | null> => {
  try {
    return await readFile(path, encoding)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}
